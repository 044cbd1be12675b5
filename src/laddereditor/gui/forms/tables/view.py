"""A table of records, edited like a sheet: type in a cell, paste cells, a last row to add one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QTableView,
    QWidget,
)

from laddereditor.gui.clipboard.cell_clipboard import copied
from laddereditor.gui.clipboard.clipboard import copied_text, put
from laddereditor.gui.commands.cell_keys import SheetKey, sheet_key
from laddereditor.gui.focus.selecting import leaves_selection
from laddereditor.gui.forms.tables.delegate import RecordDelegate
from laddereditor.gui.forms.tables.model import RecordModel, Records, RecordSpec
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.composing import hand_to_editor
from laddereditor.gui.text.editor import is_passing
from laddereditor.gui.text.keys import ENTERS, Ending
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.text.notice import show_left_out


class RecordTable(QTableView):
    """Records of one class, a row for each, and a last row that adds one if they are edited."""

    def __init__(
        self,
        spec: RecordSpec,
        parent: QWidget | None = None,
        *,
        show_text: Callable[[str], None] = lambda _message: None,
        end_typing: Callable[[], None] = lambda: None,
    ) -> None:
        """Create an empty table.

        Args:
            spec: Which records it shows, and where edits of them go.
            parent: The parent widget.
            show_text: Shows why a text is refused, "" if all are taken.
            end_typing: Called before and after each edit that is not typed, so that it is a step of
                its own for undo.
        """
        super().__init__(parent)
        self._show_text, self._end_typing = show_text, end_typing
        self._said = ""
        self.records = RecordModel(spec, self)
        self.setModel(self.records)
        self._delegate = RecordDelegate(self.records, show_text, self)
        self._delegate.ended.connect(self._continue)
        self.setItemDelegate(self._delegate)
        self.setProperty("look", "field")
        self._apply_style()

    def _apply_style(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.AnyKeyPressed
            | triggers.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(False)

    # -- showing ------------------------------------------------------------------------------

    def show_records(self, records: Records, *, read_only: bool = False) -> None:
        """Show records in place of those before."""
        self.records.show(records, read_only=read_only)
        self.fit()
        reason = self.records.first_reason()
        if reason != self._said:
            self._said = reason
            self._show_text(reason)

    def fit(self) -> None:
        """Take the height of the rows, and share the width among the columns."""
        line = self.fontMetrics().height() + 2 * current_theme().space("xs")
        self.verticalHeader().setDefaultSectionSize(line)
        self.verticalHeader().setMinimumSectionSize(line)
        header = self.horizontalHeader().sizeHint().height()
        height = header + line * self.records.rowCount() + 2 * self.frameWidth()
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        weights = [spec.form.width for spec in self.records.specs]
        width, left = self.viewport().width(), 0
        for column, weight in enumerate(weights):
            share = width * weight // sum(weights)
            last = column == len(weights) - 1
            self.setColumnWidth(column, width - left if last else share)
            left += share

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model():
            QTimer.singleShot(0, self, self.fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of a sheet before the window's commands get them."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Delete or sheet_key(event) in ("copy", "cut", "paste")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, cut, paste, clear and delete like in a sheet; Ctrl+Del deletes rows."""
        acts: dict[SheetKey | None, Callable[[], object]] = {
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
            "clear": self.clear_cells,
        }
        meaning, editable = sheet_key(event), not self.records.read_only
        is_chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete and is_chord and editable:
            self.delete_rows()
        elif meaning == "copy" or (meaning in acts and editable):
            acts[meaning]()
        elif event.key() in (*ENTERS, Qt.Key.Key_F2):
            # A cell's editor lets the key through; then it only ends the typing.
            if editable and self.state() != QAbstractItemView.State.EditingState:
                self._open()
        elif not leaves_selection(self, event):
            super().keyPressEvent(event)
            return
        event.accept()

    def _open(self) -> None:
        """Edit the current cell, the caret at the end of its text, which Qt would select."""
        self.edit(self.currentIndex())
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, LineEditor):
            editor.end(False)

    def _continue(self, ending: Ending) -> None:
        """Go to the cell that the key which ended the typing leads to."""
        at = self.currentIndex()
        beside = self.records.index(at.row() + ending.down, at.column() + ending.right)
        if beside.isValid():
            self.setCurrentIndex(beside)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to edit the current cell with what is composed on it."""
        was_open = self.state() == QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        hand_to_editor(self, event, was_open)

    def copy(self) -> None:
        """Copy the selected cells as those of a sheet."""
        if cells := self._cells():
            rows, columns = sorted({row for row, _ in cells}), sorted({c for _, c in cells})
            put(copied(tuple(tuple(self._text(row, c) for c in columns) for row in rows)))

    def _text(self, row: int, column: int) -> str:
        return str(self.records.index(row, column).data(Qt.ItemDataRole.EditRole) or "")

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Take cells from a spreadsheet, from the current cell on or over the selection."""
        at = self.currentIndex()
        text = copied_text()
        if at.isValid() and text.strip():
            self._end_typing()
            self._show_text(self.records.paste(self._cells() or {(at.row(), at.column())}, text))
            show_left_out(self, text)
            self._end_typing()

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._end_typing()
        self.records.clear(self._cells())
        self._end_typing()

    def delete_rows(self) -> None:
        """Delete the records of the selected cells."""
        self._end_typing()
        self.records.remove({row for row, _ in self._cells()})
        self._end_typing()

    def _cells(self) -> set[tuple[int, int]]:
        return {(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()}

    def closeEditor(self, editor: QWidget, hint: object) -> None:
        """End the typing in a cell; Escape undoes what was typed since the editor was opened."""
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        at = self.currentIndex()
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache and at.isValid():
            self.records.drop_text(at.row(), at.column())
            self._end_typing()
            self.records.restore(at.row(), self._delegate.opened)
            self.show_records(self.records.records, read_only=self.records.read_only)
        self._end_typing()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clear the selection when the focus leaves."""
        super().focusOutEvent(event)
        if not is_passing(event) and not self.isAncestorOf(self.window().focusWidget() or self):
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the actions of the keys, with their keys."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy\tCtrl+C", self.copy)
        if not self.records.read_only:
            menu.addAction("Cut cells\tCtrl+X", self.cut)
            menu.addAction("Paste cells\tCtrl+V", self.paste)
            menu.addAction("Empty cells\tDel", self.clear_cells)
            menu.addSeparator()
            menu.addAction("Delete rows\tCtrl+Del", self.delete_rows)
        menu.popup(event.globalPos())
