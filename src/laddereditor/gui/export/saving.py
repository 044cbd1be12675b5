"""Saves what a person chose to export to a file, in a job with progress."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from laddereditor.gui.export.files import chosen_path, files_of
from laddereditor.gui.export.paper import paper_font, pdf_bytes
from laddereditor.gui.export.progress import ExportCancelled, ExportProgress
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.ladder_choice import file_name
from laddereditor.presentation.export.offers import ExportAnswer
from laddereditor.presentation.export.subjects import AnyExportAnswer, LadderExportAnswer
from laddereditor.reports.exporter import ExportRefused
from laddereditor.session.jobs import JobProgress
from laddereditor.storage.files.export_folder import FolderRefused
from laddereditor.storage.files.ladder_files import SaveFailed, save_bytes


@dataclass(frozen=True, slots=True, eq=False)
class _Written:
    """What is written: its proposed name, its kind in words, and what makes and writes it."""

    title: str
    name: str
    kind: str
    write: Callable[[JobProgress, Path], None]


def save_answer(
    workspace: Workspace,
    dialogs: Dialogs,
    answer: AnyExportAnswer,
    window: QWidget,
    *,
    at_once: bool = False,
) -> None:
    """Ask where an export goes, and write it there; the status bar says when it is written.

    Args:
        workspace: Where the ladders are open.
        dialogs: Asks for the file, and shows why it cannot be written.
        answer: What is exported, for whom, and as what.
        window: The window, over which the progress is shown.
        at_once: Whether it goes beside the ladder without a question, unless that would replace a
            file.
    """
    written = (
        _report(workspace, answer) if isinstance(answer, ExportAnswer) else _part(workspace, answer)
    )
    path = chosen_path(workspace, dialogs, written.name, written.kind, at_once=at_once)
    if path is None:
        return
    shown = ExportProgress(path.name, window)
    where = f" in {path.parent}" if at_once else ""

    def done(_: object) -> None:
        shown.end()
        workspace.notice.emit(f"Saved as {path.name}{where}.")

    def failed(error: Exception) -> None:
        shown.end()
        if not isinstance(error, SaveFailed | ExportRefused | FolderRefused | OSError):
            raise error
        dialogs.show_message(f"{written.title} was not exported", f"{str(error).rstrip('.')}.")

    job = workspace.disk.run(
        lambda progress: written.write(progress, path), done, failed, shown.report
    )

    def cancel() -> None:
        job.cancel()
        workspace.notice.emit("The export was cancelled; nothing was written.")

    shown.watch(cancel)


def _part(workspace: Workspace, answer: LadderExportAnswer) -> _Written:
    # It knows all exporters, whose libraries a program that starts should not wait for.
    from laddereditor.gui.export.ladder_saving import ladder_writer

    session = workspace.session
    assert session is not None  # the answer is about the open ladder
    like = files_of(session.ladder, workspace.sessions)
    write = ladder_writer(session.ladder, answer, like, semicolons=_semicolons(workspace))
    return _Written(answer.title, file_name(answer), answer.exporter.title, write)


def _report(workspace: Workspace, answer: ExportAnswer) -> _Written:
    offer, chosen = answer.offer, answer.format
    semicolons = _semicolons(workspace)
    font = paper_font(offer)  # only the window's thread may ask for it

    def write(progress: JobProgress, path: Path) -> None:
        if chosen.is_paper:
            data = pdf_bytes(offer, pay=answer.pay, font=font)
        else:
            data = chosen.as_file(offer.report(answer.pay), semicolons=semicolons)
        if progress.cancelled():
            raise ExportCancelled
        save_bytes(path, data, None, like=offer.files)

    return _Written(offer.words, offer.file_name(chosen.suffix), chosen.title, write)


def _semicolons(workspace: Workspace) -> bool:
    """Whether cells of CSV have semicolons between them: commas are decimal marks here."""
    return workspace.locale.decimal == ","
