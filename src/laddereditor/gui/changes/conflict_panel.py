"""One conflict in full: base, mine and theirs, and the result that a person decides on."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from laddereditor.align.marks import Mark
from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.edits.reading.conventions import USUAL
from laddereditor.gui.changes.detail import both_marks
from laddereditor.gui.changes.parts import IconAndText, Scroll, TextPanes, plain_label, push_button
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.growing import TextInput
from laddereditor.model.statement import ExampledStatement
from laddereditor.presentation.changes.bulk_resolving import is_taken_id
from laddereditor.presentation.changes.conflict_values import (
    both_of,
    editing_of,
    editing_text,
    hint_of,
    read_value,
)
from laddereditor.presentation.changes.merge_session import ConflictRow


class _Result(TextInput):
    """The text of the result; Ctrl+Enter uses it."""

    def give_up(self) -> bool:
        """Bring back the text that the editing began with, which no ladder holds yet."""
        return TextEditor.give_up(self)


class ConflictPanel(Scroll):
    """Shows a conflict; each button resolves it."""

    resolved = Signal(str, object)  # key, the value of the result
    typed = Signal(str, str)  # key, what is typed and not used yet

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("conflictPanel")
        self.conventions = USUAL  # how years are written that are typed as the result
        self._row: ConflictRow | None = None
        self._place = plain_label(self, "conflictPlace", look="muted")
        self._title = plain_label(self, "conflictTitle", bold=True)
        self._state = IconAndText(self, "conflictState")
        self._panes = TextPanes(("conflictBase", "conflictMine", "conflictTheirs"), self, 185)
        self._mine = push_button(self, "conflictKeepMine", "&Keep mine", "", self._keep_mine)
        self._theirs = push_button(
            self, "conflictTakeTheirs", "Take &theirs", "", self._take_theirs
        )
        self._both = push_button(self, "conflictKeepBoth", "Keep &both", "", self._keep_both)
        self._caption = plain_label(self, look="muted")
        self._result = _Result(self)
        self._result.setObjectName("conflictResult")
        self._result.setAccessibleName("Result")
        self._error = IconAndText(self, "conflictError")
        self._use = push_button(self, "conflictUse", "&Use this result", "check", self._use_text)
        self._lay_out()
        self._result.typed.connect(self._on_typed)
        self._result.finished.connect(self._use_text)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(current_theme().space("s"))
        for button in (self._mine, self._theirs, self._both):
            choices.addWidget(button)
        choices.addStretch(1)
        for widget in (self._place, self._title, self._state, self._panes):
            self.column.addWidget(widget)
        self.column.addLayout(choices)
        for below in (self._caption, self._result, self._error):
            self.column.addWidget(below)
        self.column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    # -- showing ------------------------------------------------------------------------------

    def show_conflict(
        self, row: ConflictRow, texts: tuple[str, str, str], name: str, draft: str | None
    ) -> None:
        """Show a conflict.

        Args:
            row: The conflict.
            texts: Its texts in base, mine and theirs.
            name: What people call the ladder that is merged in.
            draft: What was typed for it before and not used yet, None for nothing.
        """
        self._row = row
        conflict, editing = row.conflict, editing_of(row.conflict)
        self._place.setText(row.place)
        self._title.setText(_title(conflict))
        if row.resolved:
            self._state.show_sign("conflict-settled", "accepted", _resolved_words(row))
        else:
            self._state.show_sign("conflict", "warning", _open_words(conflict, editing))
        self._show_texts(conflict, texts, name)
        self._offer(conflict)
        for widget in (self._caption, self._result, self._use):
            widget.setVisible(bool(editing))
        hint = hint_of(editing)
        self._caption.setText(f"Result. {hint}" if hint else "Result")
        proposal = conflict.ours if conflict.proposal is None else conflict.proposal
        value = row.value if row.resolved else proposal
        self._result.put(draft if draft is not None else editing_text(value) if editing else "")
        self._complain("")

    def _show_texts(self, conflict: Conflict, texts: tuple[str, str, str], name: str) -> None:
        base, mine, theirs = texts
        one, two, three = self._panes.boxes
        one.setVisible(conflict.base is not None)
        one.show_text("Before both changes", (Mark("same", base),), "")
        two.show_text("Mine", both_marks(base, mine)[1], "Not there any more")
        three.show_text(f"Theirs ({name})", both_marks(base, theirs)[1], "Not there any more")

    def _offer(self, conflict: Conflict) -> None:
        """Offer to keep mine, theirs or both, in the words that fit."""
        mine, theirs = conflict.ours is not None, conflict.theirs is not None
        self._mine.setText("&Keep mine" if mine else "Leave &it out")
        self._theirs.setText("Take &theirs" if theirs else "Take &it out")
        self._both.setVisible(both_of(conflict) is not None)
        for button in (self._mine, self._theirs):  # an id that is taken cannot be kept
            button.setVisible(not is_taken_id(conflict))

    def _complain(self, words: str) -> None:
        self._error.setVisible(bool(words))
        if words:
            self._error.show_sign("error", "error", words)

    def refresh(self) -> None:
        """Redraw with the current colours and sizes."""
        self._title.setFont(current_theme().font("heading", bold=True))
        self._panes.refresh()

    # -- resolving -----------------------------------------------------------------------------

    def _resolve(self, value: Any) -> None:
        if self._row is not None:
            self.resolved.emit(self._row.key, value)

    def _keep_mine(self) -> None:
        if self._row is not None:
            self._resolve(self._row.conflict.ours)

    def _take_theirs(self) -> None:
        if self._row is not None:
            self._resolve(self._row.conflict.theirs)

    def _keep_both(self) -> None:
        if self._row is not None:
            self._resolve(both_of(self._row.conflict))

    def _use_text(self) -> None:
        if self._row is None:
            return
        try:
            value = read_value(self._row.conflict, self._result.text(), self.conventions)
        except ValueError as error:
            self._complain(f"This cannot be used yet: {error}.")
            return
        self._resolve(value)

    def _on_typed(self, text: str) -> None:
        self._complain("")
        if self._row is not None:
            self.typed.emit(self._row.key, text)


def _resolved_words(row: ConflictRow) -> str:
    if row.value == row.conflict.ours:
        return "Resolved: mine stays. You can still choose otherwise."
    if row.value == row.conflict.theirs:
        return "Resolved: theirs is taken. You can still choose otherwise."
    if row.value == both_of(row.conflict):
        return "Resolved: both are kept. You can still choose otherwise."
    return "Resolved with the result below. You can still choose otherwise."


def _open_words(conflict: Conflict, editing: str) -> str:
    if is_taken_id(conflict):
        taken = conflict.ours or conflict.theirs
        return f"Open. Another entry now has the id {taken}. Use the free one below, or another."
    if conflict.proposal is not None and editing:
        return (
            "Open. The result below has the words of both. Read it, correct it, and use it; "
            "or keep one side."
        )
    return "Open. Keep one side, or write the result below." if editing else "Open."


def _title(conflict: Conflict) -> str:
    descriptions = (
        (is_taken_id(conflict), "Both gave this id to different entries"),
        (conflict.base is None and conflict.ours is None, "Only they have this"),
        (conflict.base is None and conflict.theirs is None, "Only you have this"),
        (isinstance(conflict.proposal, str | ExampledStatement), "Both reworded this"),
        (conflict.ours is None, "You removed this, they changed it"),
        (conflict.theirs is None, "They removed this, you changed it"),
        (conflict.base is None, "Both have this differently"),
    )
    return next((words for fits, words in descriptions if fits), "Both changed this differently")
