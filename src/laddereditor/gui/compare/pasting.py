"""Pasting a block of cells into a comparison, each column into its own ladder."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from laddereditor.edits.cell_block import pasted_block
from laddereditor.edits.cells.filling import Filling, fill
from laddereditor.edits.cells.pasting import pasted
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.reading.controls import left_out
from laddereditor.gui.compare.columns import Column
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.workspace import Workspace
from laddereditor.model.counting import plural
from laddereditor.presentation.compare.block import BlockColumn, block_rows
from laddereditor.session.session import Session

_Parts = list[tuple[Session, list[Filling]]]


def paste(
    workspace: Workspace,
    compared: CompareColumns,
    model: CompareModel,
    at: QModelIndex,
    text: str,
) -> bool:
    """Paste a copied text from a cell on: one step for each ladder that has a column in it.

    The status bar says what changed. Raises EditRefused, saying why, if a cell cannot take
    its text; then nothing is pasted anywhere.
    """
    columns = compared.columns
    shown = [BlockColumn(column.subject, column.read_only) for column in columns]
    names = [head.words for head in model.page.heads]
    place = {(at.row(), at.column())}
    found = pasted(block_rows(model.lines, shown), names, place, pasted_block(text))
    if not found:
        workspace.notice.emit("The cells hold just this already.")
        return False
    parts = _by_session(columns, found)
    edits = [
        (session, fill(session.ladder, fillings, "Paste", locale=workspace.locale), fillings)
        for session, fillings in parts
    ]
    for session, edit, fillings in reversed(edits):  # the first one is in front in the end
        _apply(workspace, session, edit)
        workspace.untaken.drop_of_cells(session, (filled for filled, _ in fillings))
    told = f"Pasted: {plural(len(found), 'cell')} changed. {left_out(text)}"
    workspace.notice.emit(told.strip())
    return True


def _by_session(columns: Sequence[Column], found: Sequence[tuple[int, Filling]]) -> _Parts:
    parts: dict[int, tuple[Session, list[Filling]]] = {}
    for number, filling in found:
        session = columns[number].session
        if session is None:
            raise EditRefused(columns[number].read_only)
        parts.setdefault(id(session), (session, []))[1].append(filling)
    return list(parts.values())


def _apply(workspace: Workspace, session: Session, edit: Edit) -> None:
    """Make an edit in a ladder, which becomes current so that undo is there."""
    workspace.show_session(session)
    session.end_typing()
    workspace.apply(edit)
    session.end_typing()
