"""The rows of a statement list, shown like a document, with an editor over one of them."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.focus.scrolling import keep_in_sight
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import set_style_property
from laddereditor.gui.forms.statements.delegate import StatementDelegate
from laddereditor.gui.forms.statements.editing import Editing
from laddereditor.gui.forms.statements.model import ListWords, StatementModel
from laddereditor.gui.forms.statements.placing import PlacedRows
from laddereditor.gui.forms.statements.row_editor import RowEditor
from laddereditor.gui.text.composing import Composing
from laddereditor.gui.text.editor import is_passing
from laddereditor.model.address import FieldPath
from laddereditor.model.statement import Statements
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.presentation.forms.statement_rows import StatementRow


class StatementRows(PlacedRows):
    """The rows of the list at `path`, with the editor over one of them."""

    _editor: RowEditor | None = None  # Qt asks for geometries before there is anything

    def __init__(
        self,
        form_editor: FormEditor,
        path: FieldPath,
        words: ListWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form_editor = form_editor
        self.words = words
        self.statements = StatementModel(words, self)
        self.setModel(self.statements)
        self._delegate = StatementDelegate(self.statements, self)
        self.setItemDelegate(self._delegate)
        self.place_rows(self.statements.all_rows, self._delegate.measure)
        self.editing = Editing(form_editor, path, self, lambda: self.statements.items)
        self.editing.examples = words.examples
        self.composing = Composing(self._begin_composing)

    # -- showing ------------------------------------------------------------------------------

    def show_items(
        self,
        items: Statements,
        *,
        inherited: bool = False,
        added: int = 0,
        read_only: bool = False,
    ) -> None:
        """Show a list; the row under the editor stays under it.

        Args:
            items: The statements.
            inherited: Whether the list is inherited, and shown in grey.
            added: How many statements at its end are inherited, in addition to the entity's own.
            read_only: Whether it cannot be edited.
        """
        if read_only != self.read_only:
            self.read_only = read_only
            self.setDragEnabled(not read_only)
        model = self.statements
        end = len(items) - added
        shown = (inherited, end) == (model.inherited, model.end) and bool(model.rowCount())
        if items is not model.items or not shown:
            self._show(items, inherited, end)
        self.editing.sync()

    def _show(self, items: Statements, inherited: bool, end: int) -> None:
        draft = self.editing.draft
        adder = not self.read_only
        if self.statements.show(items, inherited=inherited, end=end, draft=draft, adder=adder):
            self.fit()

    def mark(self, marks: dict[StatementPosition, str]) -> None:
        """Mark the rows that something is wrong with."""
        self.statements.mark(marks)

    def go_to_item(self, number: int) -> None:
        """Make the row of a statement, by its number, the only selected one."""
        self.go_to_row(self.statements.find(StatementPosition(number)))

    def is_current(self, number: int) -> bool:
        """Whether the current row is a statement, by its number, or one of its examples."""
        index = self.currentIndex()
        return index.isValid() and self.statements.row(index.row()).position.index == number

    def focus_position(self, position: StatementPosition) -> None:
        """Go to a row and edit it; select it only if nothing can be edited."""
        row = self.statements.find(position)
        if row < 0:
            self.setFocus()
            return
        self.go_to_row(row)
        self.setFocus()
        if not self.read_only:
            self.editing.begin(self.statements.row(row))

    # -- input methods ------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Start editing the current row with the text that an input method composes."""
        if not self.composing.take(event):
            event.ignore()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Answer for the editor while an input method composes a character."""
        answer = self.composing.answer(query)
        return super().inputMethodQuery(query) if answer is None else answer

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the editing that an input method began, because the focus has left."""
        super().focusOutEvent(event)
        if self.composing.is_under_way and not is_passing(event):
            self.composing.stop()
            self.editing.end()

    def _begin_composing(self) -> RowEditor | None:
        index = self.currentIndex()
        if self.read_only or not index.isValid():
            return None
        self.editing.begin(self.statements.row(index.row()))
        return self._editor

    # -- what the editing asks for ------------------------------------------------------------

    def make_editor(self) -> RowEditor:
        """Return the editor, made once."""
        if self._editor is None:
            self._editor = RowEditor(self.editing, self.viewport())
            QWidget.setTabOrder(self, self._editor)
        return self._editor

    def row_at(self, position: StatementPosition, *, draft: bool) -> StatementRow | None:
        """Return the row at a position."""
        number = self.statements.find(position, draft=draft)
        return self.statements.row(number) if number >= 0 else None

    def neighbour(self, row: StatementRow, step: int) -> StatementRow | None:
        """Return the row above or below."""
        number = self.statements.find(row.position, draft=row.draft) + step
        return self.statements.row(number) if 0 <= number < self.statements.rowCount() else None

    def show_draft(self, draft: StatementPosition | None) -> None:
        """Show an empty row at a position, or none."""
        self._show(self.statements.items, self.statements.inherited, self.statements.end)

    def edited_changed(self, row: StatementRow | None) -> None:
        """Place the editor over a row, or hide it."""
        number = self.statements.find(row.position, draft=row.draft) if row else -1
        self._delegate.edited = number
        set_style_property(self, "active", number >= 0)
        editor = self._editor
        if editor is not None and row is not None and number >= 0:
            self.go_to_row(number)
            editor.setAccessibleName(self.statements.name_of(row))
            self._place_editor()
            editor.show()
            if not self.composing.is_under_way:
                editor.setFocus()
            keep_in_sight(editor, editor.cursorRect)
        elif editor is not None and editor.isVisible():
            if editor.hasFocus():  # hidden with the focus, it would pass it on to the next field
                self.setFocus()
            editor.hide()
        self.viewport().update()

    def leave(self, position: StatementPosition) -> None:
        """Give the focus back to the rows; the row at a position becomes the current one."""
        self.setFocus()
        number = max(self.statements.find(position), self.statements.find(position, draft=True))
        if number != self.currentIndex().row():  # else the page would scroll a little
            self.go_to_row(number)
        else:
            self.stay_in_sight()

    @property
    def is_inherited(self) -> bool:
        """Whether the list is inherited."""
        return self.statements.inherited

    @property
    def end(self) -> int:
        """The end of the entity's own statements; inherited ones follow."""
        return self.statements.end

    def _place_editor(self) -> None:
        number = self._delegate.edited
        if self._editor is None or not 0 <= number < self.statements.rowCount():
            return
        self.executeDelayedItemsLayout()
        rect = self.visualRect(self.statements.index(number, 0))
        place = self._delegate.text_rect(rect, self.statements.row(number))
        place = place.adjusted(0, 0, 1, 2)
        if place == self._editor.geometry():
            return
        self._editor.setGeometry(place)
        if self._editor.hasFocus():
            keep_in_sight(self._editor, self._editor.cursorRect)

    def updateGeometries(self) -> None:
        """Keep the editor over its row when rows change their height."""
        super().updateGeometries()
        if self._editor is not None and self._editor.isVisible():
            QTimer.singleShot(0, self, self._place_editor)
