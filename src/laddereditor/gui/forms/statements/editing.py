"""Typing in a statement list: which row is edited, and what each key does to the list."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, Protocol

from laddereditor.edits.paste import paste_verb
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.statements.row_editor import RowEditor
from laddereditor.model.address import FieldPath
from laddereditor.model.statement import Statements, statement_examples
from laddereditor.presentation.forms import statement_edits
from laddereditor.presentation.forms.statement_edits import Result, StatementPosition
from laddereditor.presentation.forms.statement_rows import StatementRow


class EditedRows(Protocol):
    """What `Editing` needs from its view."""

    def make_editor(self) -> RowEditor:
        """Return the editor, made once."""

    def row_at(self, position: StatementPosition, *, draft: bool) -> StatementRow | None:
        """Return the row at a position, None if there is none."""

    def neighbour(self, row: StatementRow, step: int) -> StatementRow | None:
        """Return the row above (-1) or below (1)."""

    def edited_changed(self, row: StatementRow | None) -> None:
        """Move the editor over the row that is edited now, or hide it if none is."""

    def show_draft(self, draft: StatementPosition | None) -> None:
        """Show an empty row at a position, or none."""

    def leave(self, position: StatementPosition) -> None:
        """Give the focus back to the rows; the row at a position becomes the current one."""

    @property
    def is_inherited(self) -> bool:
        """Whether the list is inherited."""

    @property
    def end(self) -> int:
        """The end of the entity's own statements; inherited ones follow."""


class Opened(NamedTuple):
    """The list when a row's editor was opened, and as typing has changed it since."""

    before: Statements
    inherited: bool
    added: bool  # whether inherited statements follow the entity's own
    after: Statements


class Editing:
    """The row that is edited. Every change is passed to the form editor as a whole new list."""

    def __init__(
        self,
        form_editor: FormEditor,
        path: FieldPath,
        rows: EditedRows,
        items: Callable[[], Statements],
    ) -> None:
        """Edit the rows of a list.

        Args:
            form_editor: Gets the changed list.
            path: The field of the list.
            rows: The rows on the screen.
            items: Returns the list as the ladder has it now.
        """
        self._form_editor, self.path, self._rows, self._items = form_editor, path, rows, items
        self.row: StatementRow | None = None
        self.draft: StatementPosition | None = None
        self.examples = True
        self._busy = False
        self._text = ""
        self._opened: Opened | None = None

    # -- starting and ending ------------------------------------------------------------------

    def begin(self, row: StatementRow, caret: int | None = None) -> None:
        """Edit a row; the caret is at its end unless a position is given."""
        self._end_row(keep=row)
        self._form_editor.end_typing()
        again = self._rows.row_at(row.position, draft=row.draft)
        if again is None:
            return
        self.row, self._text, self._opened = again, again.text, None
        editor = self._rows.make_editor()
        editor.put(again.text, len(again.text) if caret is None else caret)
        self._rows.edited_changed(again)

    def end(self) -> None:
        """Stop editing; an empty row is removed."""
        self._end_row()
        self._rows.edited_changed(None)

    def flush(self) -> None:
        """Remove an emptied row from the list; the person continues in it as in a new one."""
        row = self.row
        if row is None:
            return
        self._form_editor.end_typing()
        if row.draft or self._text.strip():
            return
        self._change(statement_edits.remove(self._items(), [row.position]))
        self._set_draft(row.position)
        self.row, self._text = self._rows.row_at(row.position, draft=True), ""
        self._rows.make_editor().put("")
        self._rows.edited_changed(self.row)

    def _end_row(self, keep: StatementRow | None = None) -> None:
        row, self.row = self.row, None
        if row is None:
            return
        if not row.draft and not self._text.strip():
            self._change(
                statement_edits.remove(self._items(), [row.position]),
                merge=self._typing(row.position),
            )
        if self.draft is not None and (
            keep is None or keep.position != self.draft or not keep.draft
        ):
            self.draft = None
            self._rows.show_draft(None)
        self._form_editor.end_typing()

    def sync(self) -> None:
        """Follow a list that was shown again, unless this editing caused the change."""
        if self._busy or self.row is None:
            return
        self._opened = None
        again = self._rows.row_at(self.row.position, draft=self.row.draft)
        if again is None:
            self.row = None
            self._rows.edited_changed(None)
        elif again.text != self._text:
            self.row, self._text = again, again.text
            self._rows.make_editor().put(again.text)
            self._rows.edited_changed(again)

    # -- changes ------------------------------------------------------------------------------

    def _typing(self, position: StatementPosition) -> str:
        return f"type:{self._form_editor.address}/{self.path}/{position.index}/{position.example}"

    def _change(self, new: Statements, *, verb: str = "", merge: str = "") -> bool:
        self._busy = True
        try:
            return self._form_editor.change_list(self.path, new, verb=verb, merge=merge)
        finally:
            self._busy = False

    def _go(self, result: Result, *, verb: str = "", merge: str = "") -> None:
        """Apply the list that a key produced as one step, and continue at its caret."""
        end = StatementPosition(self._rows.end)
        if result.draft and not result.position.is_example and result.position > end:
            result = replace(result, position=end)  # below inherited statements
        if result.items is not self._items():
            if not merge:
                self._form_editor.end_typing()
            self.row = None
            if not self._change(result.items, verb=verb, merge=merge):
                return
            if not merge:
                self._form_editor.end_typing()
        self._set_draft(result.position if result.draft else None)
        if row := self._rows.row_at(result.position, draft=result.draft):
            self._end_row(keep=row)
            self.begin(row, result.caret)

    def _set_draft(self, draft: StatementPosition | None) -> None:
        self.draft = None if draft == StatementPosition(self._rows.end) else draft
        self._rows.show_draft(self.draft)

    # -- keys ---------------------------------------------------------------------------------

    def on_typed(self, text: str) -> None:
        """Apply the text after each key."""
        row = self.row
        if row is None or text == self._text:
            return
        self._text = text
        before, inherited = self._items(), self._rows.is_inherited
        added = self._rows.end < len(before)
        if row.draft:
            new = statement_edits.insert(self._items(), row.position, [text])
            self.draft = None
        else:
            new = statement_edits.set_text(self._items(), row.position, text)
        if self._change(new, merge=self._typing(row.position)):
            start = self._opened or Opened(before, inherited, added, before)
            self._opened = start._replace(after=self._items())
            self.row = self._rows.row_at(row.position, draft=False)
            self._rows.edited_changed(self.row)

    def on_enter(self, caret: int) -> None:
        """Start a new row below with the text after the caret."""
        row = self.row
        if row is None:
            return
        if not self._text.strip():
            self._leave_example(row)
            return
        self._go(
            statement_edits.split(self._items(), row.position, caret), verb="Split a statement in"
        )

    def _leave_example(self, row: StatementRow) -> None:
        """Enter in an empty example starts a statement below."""
        if row.position.is_example:
            items = self._items()
            if not row.draft:
                items = statement_edits.remove(items, [row.position])
            self._go(Result(items, StatementPosition(row.position.index + 1), draft=True))

    def on_backspace_at_start(self) -> None:
        """Delete an empty row; join any other with the one above."""
        row = self.row
        if row is None:
            return
        above = self._rows.neighbour(row, -1)
        if row.draft:
            if above:
                self.begin(above)
            elif self.draft is not None:
                self.end()
        elif not self._text:
            self._delete_empty(row, above)
        elif joined := statement_edits.join(self._items(), row.position):
            self._go(joined, verb="Join two statements in")

    def _delete_empty(self, row: StatementRow, above: StatementRow | None) -> None:
        self.row = None
        new = statement_edits.remove(self._items(), [row.position])
        self._change(new, merge=self._typing(row.position))
        self._form_editor.end_typing()
        target = above or self._rows.row_at(row.position, draft=False)
        target = target or self._rows.row_at(StatementPosition(self._rows.end), draft=True)
        if target:
            self.begin(target)

    def on_delete_at_end(self) -> None:
        """Join the row with the one below."""
        row = self.row
        if row is None or row.draft:
            return
        below = StatementPosition(row.position.index, row.position.example + 1)
        if not row.position.is_example:
            below = StatementPosition(row.position.index + 1)
        if self._rows.row_at(below, draft=False) and (
            joined := statement_edits.join(self._items(), below)
        ):
            self._go(joined, verb="Join two statements in")

    def on_row_crossed(self, step: int, caret: int) -> None:
        """Continue in the row above or below."""
        if self.row and (row := self._rows.neighbour(self.row, step)):
            self.begin(row, caret)

    def on_move(self, step: int) -> None:
        """Move the row and continue editing it."""
        row = self.row
        if row is None or row.draft:
            return
        new, positions = statement_edits.shift(self._items(), [row.position], step)
        if new is not self._items():
            caret = self._rows.make_editor().caret
            self.row = None
            self._form_editor.end_typing()
            self._change(new, verb="Reorder")
            self._form_editor.end_typing()
            if again := self._rows.row_at(positions[0], draft=False):
                self.begin(again, caret)

    def on_add_example(self) -> None:
        """Start an example below the statement, or below this example."""
        row = self.row
        if row is not None and not row.draft and self.examples:
            self.add_example(row)

    def add_example(self, row: StatementRow) -> None:
        """Start an example below a row."""
        place = row.position.example + 1
        if not row.position.is_example:
            place = len(statement_examples(self._items()[row.position.index]))
        self._go(Result(self._items(), StatementPosition(row.position.index, place), draft=True))

    def on_escape(self) -> None:
        """Undo what was typed since the editor opened, and select the row."""
        row, opened = self.row, self._opened
        if opened is not None and opened.after is self._items():
            self.row = None
            self._take_back(opened)
        self.end()
        if row is not None:
            self._rows.leave(row.position)

    def on_finish(self) -> None:
        """Take what was typed, and go back to the row."""
        row = self.row
        self.end()
        if row is not None:
            self._rows.leave(row.position)

    def _take_back(self, opened: Opened) -> None:
        self._form_editor.end_typing()
        if opened.inherited or opened.added:
            self._busy = True
            self._form_editor.give_back(self.path)
            self._busy = False
        if not opened.inherited:
            self._change(opened.before)
        self._form_editor.end_typing()

    def on_left(self) -> None:
        """End the editing, because the focus has left."""
        self.end()

    def on_paste(self, lines: tuple[str, ...]) -> None:
        """Insert each pasted line as a statement, as one step."""
        row = self.row
        if row is None:
            return
        if row.draft:
            self.draft = None
            new = statement_edits.insert(self._items(), row.position, lines)
            step = len(lines) - 1
            last = (
                StatementPosition(row.position.index, row.position.example + step)
                if row.position.is_example
                else StatementPosition(row.position.index + step)
            )
            result = Result(new, last, len(lines[-1]))
        else:
            span = self._rows.make_editor().selected
            result = statement_edits.paste(self._items(), row.position, span, lines)
        self._go(result, verb=paste_verb(len(lines)))
