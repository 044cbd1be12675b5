"""Opens an editor over a cell of a sheet, and hands on what was typed when the person moves on."""

from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.model import Index, SheetModel
from laddereditor.gui.sheet.pen import Pen
from laddereditor.gui.text.cell_editor import CellEditor
from laddereditor.gui.text.editor import is_passing
from laddereditor.gui.text.keys import Ending, ending_of


class EditingHost(Protocol):
    """Whom the delegate hands over what was typed: the table of a view."""

    def accepts(self, index: Index, text: str) -> bool:
        """Keep what was typed to be taken once the editor is closed; False says why not."""

    def let_go(self, text: str) -> None:
        """Keep what was typed and cannot be taken, as its editor closes all the same."""

    def go(self, ending: Ending) -> None:
        """Go on once the editor is closed."""

    def spread(self, text: str) -> None:
        """Fill all selected cells once the editor is closed."""


class EditingDelegate(SheetDelegate):
    """The drawing of a sheet with an editor of texts; a view may add editors of its own."""

    fills_selection = True
    editor_name = "sheetEditor"  # object name of the editors

    def __init__(
        self, model: SheetModel[Any], host: EditingHost, pen: Pen, parent: QObject
    ) -> None:
        super().__init__(model, pen, parent)
        self._host = host
        self.replaces = True  # what is typed first takes the place of what is there
        self._edited: Index | None = None

    # -- what a view may add ------------------------------------------------------------------

    def make_editor(self, index: Index, parent: QWidget) -> QWidget:
        """Return a new editor for a cell."""
        return CellEditor(parent)

    def begin(self, editor: QWidget, text: str) -> None:
        """Let an editor start from the cell's text."""
        if isinstance(editor, CellEditor):
            editor.begin(text, keep=not self.replaces)

    def place(self, editor: QWidget, cell: QRect) -> None:
        """Put an editor over its cell."""
        if isinstance(editor, CellEditor):
            editor.stand_over(cell)
        else:
            stand_within(editor, cell)

    def typed_in(self, editor: QWidget) -> str:
        """Return the text that an editor holds."""
        return editor.text() if isinstance(editor, CellEditor) else ""

    # -- what Qt asks -------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        editor = self.make_editor(index, parent)
        editor.setObjectName(self.editor_name)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setFont(option.font)
        self._edited = QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the cell's text, once: what is being typed is left alone."""
        if not editor.property("begun"):
            editor.setProperty("begun", True)
            self.begin(editor, str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor over its cell."""
        self.place(editor, option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed; the table takes it when the editor is closed."""
        text = self.typed_in(editor)
        if not self._host.accepts(index, text):
            self._host.let_go(text)

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
            self.finish(editor, ending)
        return True

    def finish(self, editor: QWidget, ending: Ending) -> None:
        """Apply what was typed and move on; what is refused stays in its editor."""
        if self._edited is not None and self._host.accepts(self._edited, self.typed_in(editor)):
            self._host.go(ending)
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)


def stand_within(editor: QWidget, cell: QRect) -> None:
    """Cover a cell by an editor of one line, moved up where it would be cut off below."""
    ground = editor.parentWidget()
    height = max(cell.height(), editor.sizeHint().height())
    lowest = ground.height() - height if ground is not None else cell.top()
    editor.setGeometry(cell.left(), max(0, min(cell.top(), lowest)), cell.width(), height)
