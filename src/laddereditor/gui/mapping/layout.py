"""The parts of the mapping page, and where they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.labels import ElidedLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.mapping.accounts import AccountBar
from laddereditor.gui.mapping.buttons import ImportButtons
from laddereditor.gui.mapping.doubts import DoubtStrip
from laddereditor.gui.mapping.reading_bar import ReadAsBar
from laddereditor.gui.mapping.sheet import MappedTable
from laddereditor.gui.mapping.sheets import SheetChooser
from laddereditor.gui.mapping.tree import OutlineTree

_SHARES = (20, 53, 27)  # of the width: sheets, cells, tree
_LEAST = (130, 260, 180)  # pixels


class MappingParts:
    """Above, what the file is read as; in the middle sheets, cells and tree; below, the end."""

    def __init__(self, page: QWidget) -> None:
        """Make the parts and lay them out in a page."""
        self.title = ElidedLabel(page)
        self.title.setObjectName("mappingTitle")
        self.notes = PlainLabel(role="warning", wrap=True, parent=page)
        self.notes.setObjectName("mappingNotes")
        self.readings = ReadAsBar(page)
        self.doubts = DoubtStrip(page)
        self.sheets = SheetChooser(page)
        self.sheet = MappedTable(page)
        self.tree = OutlineTree(page)
        self.accounts = AccountBar(page)
        self.buttons = ImportButtons(page)
        self._lay_out(page)
        self.refresh()

    def _lay_out(self, page: QWidget) -> None:
        theme = current_theme()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.space("s"), 0, theme.space("s"))
        column.setSpacing(theme.space("s"))
        above, below = _padded(), _padded()
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.readings.name_button)
        above.addLayout(first)
        for part in (self.notes, self.readings, self.doubts):
            above.addWidget(part)
        below.addWidget(self.accounts)
        below.addWidget(self.buttons)
        column.addLayout(above)
        self.splitter = splitter = QSplitter(Qt.Orientation.Horizontal, page)
        splitter.setChildrenCollapsible(False)
        for at, pane in enumerate((self.sheets, self.sheet, self.tree)):
            pane.setMinimumWidth(_LEAST[at])
            splitter.addWidget(pane)
            splitter.setStretchFactor(at, _SHARES[at])
        splitter.setSizes([share * 12 for share in _SHARES])
        column.addWidget(splitter, 1)
        column.addLayout(below)

    def refresh(self) -> None:
        """Apply the current colours and text size."""
        self.title.setFont(current_theme().font("heading", bold=True))
        self.sheet.refresh()

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show what could not be read of the file."""
        self.notes.show_text("\n".join(notes))
        self.notes.setVisible(bool(notes))


def _padded() -> QVBoxLayout:
    theme = current_theme()
    column = QVBoxLayout()
    column.setContentsMargins(theme.space("s"), 0, theme.space("s"), 0)
    column.setSpacing(theme.space("xs"))
    return column
