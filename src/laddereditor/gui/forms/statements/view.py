"""A list of statements, edited in place by keyboard and mouse like a list in a document."""

from PySide6.QtCore import QEvent, QItemSelection, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from laddereditor.edits.lines import split_lines
from laddereditor.edits.paste import paste_verb
from laddereditor.gui.clipboard.clipboard import copied_text, put_lines
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.rows_view import move_step
from laddereditor.gui.forms.statements.model import ListWords
from laddereditor.gui.forms.statements.rows import StatementRows
from laddereditor.gui.text.notice import show_left_out
from laddereditor.model.address import FieldPath
from laddereditor.presentation.forms import statement_edits
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.presentation.forms.statement_rows import StatementRow, row_runs

_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class StatementView(StatementRows):
    """A click or a key edits a row; Ctrl and Shift select rows to move, copy and delete."""

    def __init__(
        self,
        form_editor: FormEditor,
        path: FieldPath,
        words: ListWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(form_editor, path, words, parent)
        self._pressed = -1
        self.dropped.connect(self._on_dropped)

    def _current(self) -> StatementRow | None:
        index = self.currentIndex()
        return self.statements.row(index.row()) if index.isValid() else None

    def _positions(self) -> list[StatementPosition]:
        rows = [self.statements.row(row) for row in self.selected_rows()]
        return [row.position for row in rows if row.kind != "adder" and not row.draft]

    # -- keyboard -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of a list in a document; leave the rest to Qt."""
        handled = self._copy_key(event) or (not self.read_only and self._editing_key(event))
        if handled:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def _copy_key(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Cut) and not self.read_only:
            self.copy()
            self.delete_selected()
        elif event.matches(keys.Paste) and not self.read_only:
            self.paste()
        else:
            return False
        return True

    def _editing_key(self, event: QKeyEvent) -> bool:
        row, key = self._current(), event.key()
        if step := move_step(event):
            self.move_selected(step)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_selected()
        elif row is None:
            return False
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editing.begin(row)
        elif key == Qt.Key.Key_E and event.modifiers() == _CTRL:
            self._add_example(row)
        elif event.text().isprintable() and event.text() and not event.modifiers() & _CTRL:
            self.editing.begin(row)
            self.make_editor().insert(event.text())
        else:
            return False
        return True

    # -- what can be done with rows -----------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected rows as lines."""
        lines = [
            statement_edits.text_at(self.statements.items, position)
            for position in self._positions()
        ]
        if lines:
            put_lines(lines)

    def paste(self) -> None:
        """Paste the clipboard's lines below the current row, or at the end."""
        self.paste_data(QGuiApplication.clipboard().mimeData())

    def paste_data(self, data: QMimeData) -> None:
        """Insert each line of data from elsewhere as a statement, as one step."""
        copied = copied_text(data)
        lines = split_lines(copied)
        if not lines:
            return
        show_left_out(self, copied)
        row = self._current()
        items = self.statements.items
        place = row.position.index + 1 if row and row.kind != "adder" else self.end
        place = min(place, self.end)
        new = statement_edits.insert(items, StatementPosition(place), lines)
        self._form_editor.end_typing()
        if self._form_editor.change_list(self.editing.path, new, verb=paste_verb(len(lines))):
            self.select_positions([StatementPosition(place + step) for step in range(len(lines))])
        self._form_editor.end_typing()

    def delete_selected(self) -> None:
        """Delete the selected rows as one step."""
        positions = self._positions()
        if not positions:
            return
        first = self.selected_rows()[0]
        self._form_editor.end_typing()
        self._form_editor.change_list(
            self.editing.path, statement_edits.remove(self.statements.items, positions)
        )
        self._form_editor.end_typing()
        self.go_to_row(min(first, self.statements.rowCount() - 1))

    def move_selected(self, step: int) -> None:
        """Move the selected rows one place."""
        positions = self._positions()
        if not positions:
            return
        items = self.statements.items
        new, moved = statement_edits.shift(items, positions, step)
        if new is items:
            return
        if positions[0].is_example and len(positions) == 1:
            self._form_editor.end_typing()
            self._form_editor.change_list(self.editing.path, new, verb="Reorder examples in")
        else:
            places = sorted({position.index for position in positions})
            to = places[0] - 1 if step < 0 else places[-1] + 2
            self._form_editor.move_in_list(self.editing.path, places, to)
        self.select_positions(moved)

    def _on_dropped(self, row: int) -> None:
        places = sorted({position.index for position in self._positions()})
        target = self._statement_from(row)
        items = self.statements.items
        new, moved = statement_edits.move_before(
            items, [StatementPosition(place) for place in places], target
        )
        if places and new is not items:
            self._form_editor.move_in_list(self.editing.path, places, target)
            self.select_positions(moved)

    def _statement_from(self, row: int) -> int:
        """Return the first statement at or below a row."""
        for number in range(row, self.statements.rowCount()):
            found = self.statements.row(number)
            if not found.position.is_example:
                return found.position.index
        return len(self.statements.items)

    def select_positions(self, positions: list[StatementPosition]) -> None:
        """Select rows, the last one current."""
        numbers = [self.statements.find(position) for position in positions]
        chosen, index = QItemSelection(), QModelIndex()
        for first, last in row_runs(numbers):
            index = self.statements.index(last, 0)
            chosen.select(self.statements.index(first, 0), index)
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)

    def _add_example(self, row: StatementRow) -> None:
        if self.words.examples and not row.draft:
            self.editing.add_example(row)

    # -- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began; it starts editing only if it ends on the same row."""
        super().mousePressEvent(event)
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN
        self._pressed = self.indexAt(event.position().toPoint()).row() if plain else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit the clicked row, with the caret where the click was."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        clicked, self._pressed = self._pressed, -1
        if self.read_only or not index.isValid() or index.row() != clicked:
            return
        row = self.statements.row(index.row())
        if self._is_on_button(index, row, point):
            self._add_example(row)
            return
        self.editing.begin(row)
        editor = self.make_editor()
        editor.setTextCursor(editor.cursorForPosition(editor.mapFrom(self.viewport(), point)))

    def _is_on_button(self, index: QModelIndex, row: StatementRow, point: QPoint) -> bool:
        if not self.words.examples or row.kind != "statement" or row.draft:
            return False
        place = self._delegate.example_button(self.visualRect(index))
        return place.adjusted(-4, -4, 4, 4).contains(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the button of the row below the mouse."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the row's button."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        hovered = -1 if self.read_only else row
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tooltip of the row's button."""
        if event.type() == QEvent.Type.ToolTip:
            point = event.pos()  # type: ignore[attr-defined]
            index = self.indexAt(point)
            if index.isValid() and self._is_on_button(
                index, self.statements.row(index.row()), point
            ):
                QToolTip.showText(event.globalPos(), "Add an example (Ctrl+E)", self)  # type: ignore[attr-defined]
                return True
        return super().viewportEvent(event)

    # -- menu ---------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the actions of the keys, with their keys."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """Fill the context menu for the rows selected."""
        row, some = self._current(), bool(self._positions())
        editable = not self.read_only
        menu.addAction("Copy\tCtrl+C", self.copy).setEnabled(some)
        menu.addAction("Cut\tCtrl+X", self._cut).setEnabled(some and editable)
        menu.addAction("Paste lines\tCtrl+V", self.paste).setEnabled(editable)
        menu.addSeparator()
        if self.words.examples and row:
            action = menu.addAction("Add an example\tCtrl+E", lambda: self._add_example(row))
            action.setEnabled(some and editable)
        up = menu.addAction("Move up\tAlt+Up", lambda: self.move_selected(-1))
        down = menu.addAction("Move down\tAlt+Down", lambda: self.move_selected(1))
        for action in (up, down):
            action.setEnabled(some and editable)
        menu.addSeparator()
        menu.addAction("Delete\tDel", self.delete_selected).setEnabled(some and editable)

    def _cut(self) -> None:
        self.copy()
        self.delete_selected()
