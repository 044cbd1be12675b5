"""What writes a part of a ladder in a job, with progress, as a file or a folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from laddereditor.gui.export.progress import ExportCancelled
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.export.subjects import LadderExportAnswer
from laddereditor.reports.export_scope import export_source
from laddereditor.session.jobs import JobProgress
from laddereditor.storage.files.export_folder import check_folder, write_folder
from laddereditor.storage.files.ladder_files import save_bytes


def ladder_writer(
    ladder: Ladder, answer: LadderExportAnswer, like: tuple[Path, ...], *, semicolons: bool
) -> Callable[[JobProgress, Path], None]:
    """Return what makes and writes the export of a ladder, in any thread.

    Args:
        ladder: The ladder.
        answer: What of it goes out, for whom, and as what.
        like: The files that it is made from; the export is open to no more people.
        semicolons: Whether CSV has semicolons in place of commas.
    """

    def write(progress: JobProgress, path: Path) -> None:
        def heard(done: int, of: int) -> None:
            if progress.cancelled():
                raise ExportCancelled
            progress.report(done / max(of, 1))

        if not answer.exporter.suffix:
            check_folder(path, force=True)
        source = export_source(ladder, answer.scope, date.today(), semicolons=semicolons)
        files = answer.exporter.write(source, heard)
        if answer.exporter.suffix:
            data = next(iter(files)).data
            heard(1, 1)
            save_bytes(path, data, None, like=like)
        else:
            write_folder(path, ((one.path, one.data) for one in files))

    return write
