"""What is pasted or dropped into an editor of one text: the same everywhere."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLineEdit, QMenu

from laddereditor.edits.cell_block import one_cell
from laddereditor.gui.clipboard import copied_text, is_from_here


def pasted_text(source: QMimeData, *, lines: bool = True) -> str:
    """Return the text that a paste or a drop brings; on one line unless `lines` are allowed."""
    return as_pasted(copied_text(source), lines=lines)


def as_pasted(text: str, *, lines: bool = True) -> str:
    """Return a text from the clipboard: the cell of a spreadsheet bare, else as it is."""
    plain = one_cell(text)
    return plain if lines else " ".join(plain.splitlines())


def with_own_paste(menu: QMenu, line: QLineEdit) -> QMenu:
    """Have the standard menu of a line paste what was copied here as it was written."""
    for action in menu.actions():
        if action.objectName() == "edit-paste" and is_from_here():
            action.triggered.disconnect()
            action.triggered.connect(
                lambda _=False: line.insert(as_pasted(copied_text(), lines=False))
            )
    return menu
