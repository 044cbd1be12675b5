"""Opens the editor that fits a cell, and takes what was typed when the person moves on."""

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.edits.cells.places import CellPlace
from laddereditor.gui.matrix.editors import ChoiceEditor, SkillEditor, stand_within
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.model import Index
from laddereditor.gui.sheet.pen import Pen
from laddereditor.gui.text.cell_editor import CellEditor
from laddereditor.gui.text.keys import TAKEN, Ending, ending_of
from laddereditor.model.terms import Skill

Options = tuple[tuple[str, str], ...]


class Sheet(Protocol):
    """What the delegate needs to know, and whom it hands over what was typed."""

    def options(self, row: Row, cell: Cell) -> Options | None:
        """Return what can be chosen in a cell, None where text is typed."""

    def library(self) -> tuple[Skill, ...]:
        """Return the skills that can be added."""

    def accepts(self, index: Index, text: str) -> bool:
        """Keep what was typed to be taken once the editor is closed; False says why not."""

    def let_go(self, text: str) -> None:
        """Keep what was typed and cannot be taken, as its editor closes all the same."""

    def go(self, ending: Ending) -> None:
        """Go on once the editor is closed."""

    def spread(self, text: str) -> None:
        """Fill all selected cells once the editor is closed."""


class MatrixDelegate(SheetDelegate):
    """The drawing of a sheet, and the editors of the matrix."""

    fills_selection = True

    def __init__(self, model: MatrixModel, sheet: Sheet, pen: Pen, parent: QObject) -> None:
        super().__init__(model, pen, parent)
        self._model, self._sheet = model, sheet
        self.replaces = True  # what is typed first takes the place of what is there
        self.begun: tuple[CellPlace | None, str] = (None, "")  # the cell as it was then
        self._edited: Index | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        row, cell = self._model.row(index.row()), self._model.cell(index)
        assert cell is not None
        options = self._sheet.options(row, cell)
        if options is not None:
            choice = ChoiceEditor(options, parent)
            choice.picked.connect(lambda: self._finish(choice, TAKEN))
            editor: QWidget = choice
        elif row.section == "skills" and row.kind == "adder":
            line = SkillEditor(self._sheet.library, parent)
            line.picked.connect(lambda: self._finish(line, TAKEN))
            editor = line
        else:
            editor = CellEditor(parent)
        editor.setObjectName("matrixEditor")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setFont(option.font)
        self._edited, self.begun = QPersistentModelIndex(index), (cell.spot, cell.full_text)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the cell's text, once: what is being typed is left alone."""
        if editor.property("begun"):
            return
        editor.setProperty("begun", True)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, CellEditor):
            editor.begin(text, keep=not self.replaces)
        elif isinstance(editor, ChoiceEditor):
            editor.put(text)
            if not self.replaces:
                editor.show_list_soon()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor over its cell."""
        if isinstance(editor, CellEditor):
            editor.stand_over(option.rect)
        else:
            stand_within(editor, option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed; the table takes it when the editor is closed."""
        text = typed_in(editor)
        if not self._sheet.accepts(index, text):
            self._sheet.let_go(text)

    # -- keys ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the editing by Enter, Tab or Escape; leave other keys to the editor."""
        if isinstance(watched, QWidget) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(watched, event)
            return False
        return super().eventFilter(watched, event)

    def _key(self, editor: QWidget, event: QKeyEvent) -> bool:
        ending = ending_of(event)
        if ending is None:
            return False
        if not ending.taken:
            self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
        elif ending.fills:
            self._sheet.spread(typed_in(editor))
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        else:
            self._finish(editor, ending)
        return True

    def _finish(self, editor: QWidget, ending: Ending) -> None:
        """Take what was typed and go on; what cannot be taken stays in its editor."""
        if self._edited is not None and self._sheet.accepts(self._edited, typed_in(editor)):
            self._sheet.go(ending)
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)


def typed_in(editor: QWidget) -> str:
    """Return the text that an editor holds."""
    if isinstance(editor, SkillEditor):
        return editor.text_taken()
    return editor.text() if isinstance(editor, CellEditor | ChoiceEditor) else ""
