"""The selected change or conflict in full, with what can be done about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from laddereditor.gui.changes.buttons import ChangeButtons, ChangeHandlers, MergeHandlers
from laddereditor.gui.changes.conflict_panel import ConflictPanel
from laddereditor.gui.changes.detail import Captions, ChangeDetail, captions
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.basis import DiffSides, Mode
from laddereditor.presentation.changes.change_edits import also_taken, also_undone
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_texts import conflict_texts
from laddereditor.presentation.changes.comparing import Compared
from laddereditor.presentation.changes.merge_session import ConflictRow, MergeSession, MergeState
from laddereditor.presentation.changes.same_edits import is_same_edit


class ChangePanel(QWidget):
    """Shows a change, a conflict, or the total of several changes."""

    def __init__(
        self,
        handlers: ChangeHandlers,
        merge: MergeHandlers,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.detail = ChangeDetail(self)
        self.conflict = ConflictPanel(self)
        self.buttons = ChangeButtons(handlers, merge, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.detail)
        self._stack.addWidget(self.conflict)
        self.conflict.resolved.connect(merge.resolve)
        self.conflict.typed.connect(merge.keep_draft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.buttons)

    def offer(self, mode: Mode, chosen: int, shown: int, locked: str) -> None:
        """Enable the actions for the selected changes.

        Args:
            mode: What the changes are between.
            chosen: How many changes are selected.
            shown: How many are listed.
            locked: Why the actions cannot be used, "" if they can.
        """
        self.buttons.offer(mode, chosen, shown, locked)

    def show_conflict(self, row: ConflictRow, merging: MergeSession, ours: Ladder) -> None:
        """Show a conflict of a merge."""
        texts = conflict_texts(row.conflict, merging.base, ours, merging.theirs)
        draft = merging.drafts.get(row.key)
        self.conflict.show_conflict(row, texts, merging.name, draft)
        self._stack.setCurrentWidget(self.conflict)
        self.buttons.go.setEnabled(True)

    def show_left_out(
        self, row: ChangeRow, state: MergeState, words: Captions, locked: str
    ) -> None:
        """Show a change that is left out of a merge.

        Args:
            row: The change.
            state: The merge as it is now, with and without the change.
            words: The headings of the texts before and after.
            locked: Why it cannot be brought back, "" if it can.
        """
        self._stack.setCurrentWidget(self.detail)
        more = "This is left out: the result is without it."
        self.detail.show_change((row,), (state.ours, state.complete), words, more)
        self.buttons.offer_bringing_back(locked)

    def show_changes(
        self, rows: Sequence[ChangeRow], found: Compared | None, sides: DiffSides | None, mode: Mode
    ) -> None:
        """Show one change in full, or the number of several.

        Args:
            rows: The selected changes.
            found: All changes that were found; None while they are being looked for.
            sides: The two ladders; None if there is nothing to compare with.
            mode: What the changes are between.
        """
        self._stack.setCurrentWidget(self.detail)
        is_one = len(rows) == 1 or is_same_edit(rows)
        if is_one and found is not None and sides is not None:
            self.buttons.go.setEnabled(True)
            words = captions(sides, mode)
            more = " ".join(filter(None, (_alone(rows, mode), _more(rows, found, mode))))
            self.detail.show_change(rows, (found.old, found.new), words, more)
        else:
            more = _more(rows, found, mode) if found is not None else ""
            self.detail.show_several(rows, plural(len(rows), "change") if rows else "", more)

    def refresh(self) -> None:
        """Redraw with the current colours and sizes."""
        self.detail.refresh()
        self.conflict.refresh()


def _alone(rows: Sequence[ChangeRow], mode: Mode) -> str:
    """Return how one of the same edits is taken or undone alone; "" for a single change."""
    if len(rows) == 1:
        return ""
    same = f"The same edit in {plural(len(rows), 'place')}."
    act = {"review": "take", "since": "undo"}.get(mode)
    return f"{same} Open its row to {act} it in one of them alone." if act else same


def _more(rows: Sequence[ChangeRow], found: Compared, mode: Mode) -> str:
    """Return what else is taken or undone together with changes."""
    if mode == "review":
        count, verb = also_taken(found, rows), "taken"
    elif mode == "since":
        count, verb = also_undone(found, rows), "undone"
    else:
        return ""
    if count <= 0:
        return ""
    more = plural(count, "other change is", "other changes are")
    return f"{more} {verb} along with {'it' if len(rows) == 1 else 'them'}: one needs the other."
