"""The parts of a dialog that explains a list and lets one choose from it."""

from PySide6.QtWidgets import QDialog, QTreeWidget, QVBoxLayout

from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme


def explained_column(dialog: QDialog, words: str) -> QVBoxLayout:
    """Return the layout of a dialog, with a wrapped text at the top."""
    space = current_theme().space
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*(space("l"),) * 4)
    column.setSpacing(space("m"))
    label = plain_label(words, dialog)
    label.setWordWrap(True)
    column.addWidget(label)
    return column


def flat_list(dialog: QDialog, name: str, title: str, heads: list[str]) -> QTreeWidget:
    """Return a list without rows.

    Args:
        dialog: The dialog that it is in.
        name: Its object name.
        title: Its accessible name.
        heads: The titles of its columns; the last column takes the remaining width.
    """
    view = QTreeWidget(dialog)
    view.setObjectName(name)
    view.setAccessibleName(title)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setHeaderLabels(heads)
    view.header().setStretchLastSection(True)
    view.setProperty("look", "field")
    view.setItemDelegate(RowFocusDelegate(view))
    return view
