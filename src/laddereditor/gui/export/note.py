"""Copies, saves and prints a change note, once the person has seen it and chosen."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget

from laddereditor.compare.reports.common.text_layout import Terminal
from laddereditor.compare.reports.formats import format_of
from laddereditor.compare.reports.notes.note import Note
from laddereditor.gui.clipboard.clipboard import put
from laddereditor.gui.export.exporting import save_report
from laddereditor.gui.export.paper import show_preview
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer, family_note_offer


def write_note(offer: ExportOffer, workspace: Workspace, dialogs: Dialogs, parent: QWidget) -> None:
    """Show a note, ask what to do with it, and do it; the status bar shows the result.

    Args:
        offer: The note.
        workspace: Its status bar reports.
        dialogs: Shows the note and asks.
        parent: The widget over which the print preview is shown, unless a dialog is open.
    """
    answer = dialogs.note(offer)
    if answer is None:
        return
    chosen = family_note_offer(offer, answer.family)
    if answer.way == "copy":
        _copy(chosen.report(answer.pay))
        workspace.notice.emit("The change note was copied. Paste it into a text or a mail.")
    elif answer.way == "print":
        over = QApplication.activeModalWidget() or parent
        show_preview([chosen], dialogs, over, pay=answer.pay)
    else:
        save_report(workspace, dialogs, chosen, format_of(Note, answer.format), pay=answer.pay)


def _copy(note: Note) -> None:
    data = QMimeData()
    data.setHtml(format_of(Note, "table").write(note, Terminal()))
    data.setText(format_of(Note, "text").write(note, Terminal()))
    put(data)
