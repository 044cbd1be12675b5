"""Opens the editor for a cell of a sheet, and passes on the typed text when it is closed."""

from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.sheet.cell_editors import ChoiceEditor, SkillEditor
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.text.cell_editor import CellEditor
from laddereditor.gui.text.editor import is_passing
from laddereditor.gui.text.keys import TAKEN, Ending, ending_of
from laddereditor.model.terms import Skill

Options = tuple[tuple[str, str], ...]


class EditingHost(Protocol):
    """What the delegate asks: it describes the cells, and receives what is typed."""

    def options(self, at: RowColumn) -> Options | None:
        """Return what can be chosen in a cell, None where text is typed."""

    def adds_skill(self, at: RowColumn) -> bool:
        """Whether a skill of the library is named in a cell."""

    def takes_lines(self, at: RowColumn) -> bool:
        """Whether several lines can be typed into a cell."""

    def library(self, column: int) -> tuple[Skill, ...]:
        """Return the skills that can be added in a column."""

    def begins(self, index: ItemIndex, text: str) -> None:
        """Note that a cell is edited, and the text that its editor begins with."""

    def accepts(self, index: ItemIndex, text: str) -> bool:
        """Keep what was typed to be taken once the editor is closed; False if it is refused."""

    def go(self, ending: Ending) -> None:
        """Continue after the editor is closed."""

    def spread(self, text: str) -> None:
        """Fill all selected cells once the editor is closed."""


class EditingDelegate(SheetDelegate):
    """Draws a sheet, and edits its cells: as a text, a choice, or the name of a skill."""

    def __init__(
        self,
        model: SheetModel[Any],
        host: EditingHost,
        pen: CellPainter,
        parent: QObject,
        *,
        editor_name: str = "sheetEditor",
    ) -> None:
        """Draw and edit the cells of `model`; `editor_name` is the object name of the editors."""
        super().__init__(model, pen, parent)
        self._host, self._editor_name = host, editor_name
        self.replaces = True  # what is typed first takes the place of what is there
        self._edited: ItemIndex | None = None

    def _make_editor(self, index: ItemIndex, parent: QWidget) -> QWidget:
        """Return a new editor for a cell."""
        at = (index.row(), index.column())
        if (options := self._host.options(at)) is not None:
            choice = ChoiceEditor(options, parent)
            choice.picked.connect(lambda: self._finish(choice, TAKEN))
            return choice
        if self._host.adds_skill(at):
            line = SkillEditor(lambda: self._host.library(at[1]), parent)
            line.picked.connect(lambda: self._finish(line, TAKEN))
            return line
        return CellEditor(parent, lines=self._host.takes_lines(at))

    def _begin(self, editor: QWidget, text: str) -> None:
        """Fill an editor with the cell's text."""
        if isinstance(editor, CellEditor):
            editor.begin(text, keep=not self.replaces)
        elif isinstance(editor, ChoiceEditor):
            editor.put(text)
            if not self.replaces:
                editor.show_list_soon()

    def typed_in(self, editor: QWidget) -> str:
        """Return the text that an editor holds."""
        if isinstance(editor, SkillEditor):
            return editor.text_taken()
        return editor.text() if isinstance(editor, CellEditor | ChoiceEditor) else ""

    # -- what Qt asks -------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: ItemIndex
    ) -> QWidget:
        """Return the editor of a cell."""
        editor = self._make_editor(index, parent)
        editor.setObjectName(self._editor_name)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setFont(option.font)
        self._edited = QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: ItemIndex) -> None:
        """Fill the editor with the cell's text, once: typed text is left alone."""
        if not editor.property("begun"):
            editor.setProperty("begun", True)
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            self._host.begins(index, text)
            self._begin(editor, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: ItemIndex
    ) -> None:
        """Put the editor over its cell."""
        if isinstance(editor, CellEditor):
            editor.place_over(option.rect)
        else:
            place_within(editor, option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: ItemIndex) -> None:
        """Keep what was typed; the table takes it when the editor is closed."""
        self._host.accepts(index, self.typed_in(editor))

    # -- keys ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the editing by Enter, Tab or Escape; leave other keys to the editor.

        An editor whose focus only goes to a menu or to another window stays open.
        """
        if isinstance(event, QFocusEvent) and event.lostFocus() and is_passing(event):
            return False
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
            self._host.spread(self.typed_in(editor))
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        else:
            self._finish(editor, ending)
        return True

    def _finish(self, editor: QWidget, ending: Ending) -> None:
        """Apply what was typed and move on; if it is refused, the cell stays current."""
        if self._edited is not None and self._host.accepts(self._edited, self.typed_in(editor)):
            self._host.go(ending)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)


def place_within(editor: QWidget, cell: QRect) -> None:
    """Cover a cell with an editor of one line, moved up if it would be cut off at the bottom."""
    ground = editor.parentWidget()
    height = max(cell.height(), editor.sizeHint().height())
    lowest = ground.height() - height if ground is not None else cell.top()
    editor.setGeometry(cell.left(), max(0, min(cell.top(), lowest)), cell.width(), height)
