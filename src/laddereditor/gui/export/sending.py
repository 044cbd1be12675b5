"""Copies, saves and prints what a person has seen and chosen: change notes and sheets."""

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from laddereditor.edits.cell_block import lines_as_text
from laddereditor.gui.clipboard.clipboard import put, text_data
from laddereditor.gui.export.paper import show_preview
from laddereditor.gui.export.saving import save_answer
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import (
    ExportAnswer,
    ExportOffer,
    PreviewRequest,
    note_request,
)
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import PASTED, format_of

_LISTED = "- "  # begins an entry of a list, which no spreadsheet takes for a formula


def write_note(offer: ExportOffer, workspace: Workspace, dialogs: Dialogs, parent: QWidget) -> None:
    """Show a change note, ask what to do with it, and do it.

    Args:
        offer: The note.
        workspace: Its status bar reports.
        dialogs: Shows the note and asks.
        parent: The widget over which the print preview is shown, unless a dialog is open.
    """
    show_and_send(note_request(offer), workspace, dialogs, parent)


def show_and_send(
    request: PreviewRequest, workspace: Workspace, dialogs: Dialogs, parent: QWidget
) -> None:
    """Show offers, ask what to do with one, and do it; the status bar shows the result.

    Args:
        request: The offers.
        workspace: Its status bar reports.
        dialogs: Shows the offers and asks.
        parent: The widget over which the print preview is shown, unless a dialog is open.
    """
    answer = dialogs.preview(request)
    if answer is None:
        return
    chosen = request.choices[answer.chosen][1]
    if answer.way == "copy":
        _copy(chosen.shows, chosen.report(answer.pay))
        workspace.notice.emit(request.copied)
    elif answer.way == "print":
        over = QApplication.activeModalWidget() or parent
        show_preview([chosen], dialogs, over, pay=answer.pay)
    else:
        written = format_of(chosen.shows, answer.format)
        save_answer(workspace, dialogs, ExportAnswer(chosen, written, answer.pay), parent)


def _copy(shows: type[Any], report: Any) -> None:
    text = format_of(shows, "text").write(report, Terminal())
    lines = (
        line if line.lstrip().startswith(_LISTED) else lines_as_text(line)
        for line in text.split("\n")
    )
    put(text_data(text, "\n".join(lines), format_of(shows, PASTED).write(report, Terminal())))
