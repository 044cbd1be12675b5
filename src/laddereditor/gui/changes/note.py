"""The change note of what is shown: copied for Word and mails, or saved as a file."""

from PySide6.QtCore import QMimeData

from laddereditor.compare.reports.formats import format_of, formats_of
from laddereditor.compare.reports.note import Note
from laddereditor.compare.reports.text_layout import Terminal
from laddereditor.gui.clipboard.clipboard import put
from laddereditor.gui.export.exporting import save_report
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.asking import Asker
from laddereditor.presentation.export.offers import ExportOffer

_COPY = ("copy", "Copy it, to be pasted into Word or a mail")
_QUESTION = (
    "The note says what changed for whom, with what raises the bar first. "
    "What do you want to do with it?"
)
_PAY = "It is for everybody: what people are paid is left out. File › Export writes it with pay."


def write_note(offer: ExportOffer, workspace: Workspace, asker: Asker) -> None:
    """Ask for the format of the note, and write it; the status bar shows the result."""
    files = {one.name: one for one in formats_of(Note) if one.suffix}
    choices = [_COPY, *((name, f"Save it: {one.title}") for name, one in files.items())]
    actions = {name: "Copy" if name == "copy" else "Save as…" for name, _ in choices}
    question = f"{_QUESTION} {_PAY}" if offer.has_pay else _QUESTION
    way = asker.choose("Write a change note", question, choices, actions)
    if way == "copy":
        _copy(offer.report(False))
        workspace.notice.emit("The change note was copied. Paste it into a text or a mail.")
    elif way is not None:
        save_report(workspace, asker, offer, files[way], pay=False)


def _copy(note: Note) -> None:
    data = QMimeData()
    data.setHtml(format_of(Note, "table").write(note, Terminal()))
    data.setText(format_of(Note, "md").write(note, Terminal()))
    put(data)
