"""The bar of a running merge: the number of open conflicts, finish, cancel."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from laddereditor.gui.changes.parts import menu_button, plain_label, push_button
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.counting import plural
from laddereditor.presentation.changes.merge_session import MergeState


class MergeBar(QFrame):
    """Shows what is still unresolved; nothing is changed before `Finish merge`."""

    def __init__(
        self,
        finish: Callable[[], object],
        give_up: Callable[[], object],
        fill_resolve: Callable[[QMenu], object],
        parent: QWidget,
    ) -> None:
        """Create the sentence and the buttons.

        Args:
            finish: Takes the merged ladder.
            give_up: Ends the merge without a change.
            fill_resolve: Fills a menu with the actions that resolve several conflicts together.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.setObjectName("mergeBar")
        self.setProperty("look", "notice")
        self.setProperty("tone", "info")
        self._words = plain_label(self, "mergeWords")
        self._finish = push_button(self, "mergeFinish", "Fi&nish merge", "check", finish)
        self._give_up = push_button(self, "mergeGiveUp", "Give up the &merge", "", give_up)
        self._resolve = menu_button(self, "mergeSettle", "&Resolve the rest", "", fill_resolve)
        self._resolve.setProperty("look", "push")
        self._resolve.setToolTip("Keep mine or take theirs in all places that are still open")
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space("m"), space("s"), space("s"), space("s"))
        row.setSpacing(space("s"))
        row.addWidget(self._words, 1)
        for button in (self._resolve, self._finish, self._give_up):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, state: MergeState, locked: str) -> None:
        """Show how many conflicts are open; the merge can be finished if there are none."""
        words = state_words(state)
        if words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._resolve.setVisible(state.open > 0)
        self._resolve.setEnabled(not locked)
        self._finish.setEnabled(not state.open and not locked)
        self._finish.setToolTip(tip(locked))


_LISTED_AGAIN = (
    "What you had left out does not fit together with the rest any more, so it is listed again. "
)


def state_words(state: MergeState) -> str:
    """Return the progress of a merge, and what to do next."""
    return f"{_LISTED_AGAIN if state.listed_again else ''}{_progress(state)}"


def _progress(state: MergeState) -> str:
    count = len(state.rows)
    if not count:
        return (
            "Nothing is in conflict. Look at the changes, leave out what you do not want, "
            "then finish the merge."
        )
    if not state.open:
        words = "The conflict is resolved" if count == 1 else f"All {count} conflicts are resolved"
        return f"{words}. Finish the merge to put the result in place of your ladder."
    if not state.has_base:
        return (
            "What both come from is not known, so every difference is asked: "
            f"{state.open} of {count} are still open. "
            "Nothing is changed in your ladder until the merge is finished."
        )
    one = plural(state.open, "conflict is", f"of {plural(count, 'conflict')} are")
    return f"{one} still open. Nothing is changed in your ladder until the merge is finished."
