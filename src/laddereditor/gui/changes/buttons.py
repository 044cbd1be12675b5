"""What can be done with the selected changes, as buttons below them."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from laddereditor.gui.changes.parts import push_button, tool_button
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.changes.basis import Mode


class ChangeHandlers(Protocol):
    """Carries out the actions of the buttons."""

    def go_to_change(self) -> None:
        """Show the place of the selected change."""

    def undo_chosen(self) -> None:
        """Undo the selected changes of mine."""

    def take_chosen(self) -> None:
        """Take the selected changes of theirs."""

    def take_all(self) -> None:
        """Take all changes of theirs that are shown."""

    def step(self, by: int) -> None:
        """Select the next or previous change."""


class MergeHandlers(Protocol):
    """Carries out what is decided about a merge."""

    def resolve(self, key: str, value: Any) -> None:
        """Resolve a conflict with a value."""

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a text that was typed for a conflict but is not used yet."""

    def leave_out(self) -> None:
        """Leave the selected changes out of the result."""

    def bring_back(self) -> None:
        """Take the selected changes that were left out into the result again."""


class ChangeButtons(QWidget):
    """Go to, undo or take, leave out, and the steps from one change to the next."""

    def __init__(self, handlers: ChangeHandlers, merge: MergeHandlers, parent: QWidget) -> None:
        super().__init__(parent)
        self.go = push_button(self, "changesGo", "Go to", "go-to", handlers.go_to_change)
        self.undo = push_button(self, "changesUndo", "", "undo", handlers.undo_chosen)
        self.take = push_button(self, "changesTake", "", "take", handlers.take_chosen)
        self.take_all = push_button(self, "changesTakeAll", "", "", handlers.take_all)
        self.leave = push_button(self, "changesLeaveOut", "", "undo", merge.leave_out)
        self.bring_back = push_button(
            self, "changesBringBack", "&Bring back", "take", merge.bring_back
        )
        back: Callable[[], None] = lambda: handlers.step(-1)  # noqa: E731
        on: Callable[[], None] = lambda: handlers.step(+1)  # noqa: E731
        self.previous = tool_button(
            self, "changesPrevious", "Previous change (Shift+F7)", "previous", back
        )
        self.next = tool_button(self, "changesNext", "Next change (F7)", "next", on)
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space("l"), space("s"), space("s"), space("s"))
        row.setSpacing(space("s"))
        self._buttons = (
            self.undo,
            self.take,
            self.take_all,
            self.leave,
            self.bring_back,
            self.go,
        )
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.previous)
        row.addWidget(self.next)

    def offer(self, mode: Mode, chosen: int, shown: int, locked: str) -> None:
        """Enable the actions for the chosen changes.

        Args:
            mode: What the changes are between.
            chosen: How many changes are chosen.
            shown: How many are listed.
            locked: Why they cannot be used, "" if they can.
        """
        what = "this change" if chosen <= 1 else f"these {chosen} changes"
        self.go.setEnabled(chosen == 1)
        self.go.setVisible(mode != "between")
        self.go.setToolTip("Enter in the list does the same")
        self.undo.setText(f"&Undo {what}")
        self.take.setText(f"&Take {what}")
        self.take_all.setText(f"Take a&ll {shown}")
        self.undo.setVisible(mode == "since")
        self.take.setVisible(mode == "review")
        self.take_all.setVisible(mode == "review" and shown > 1)
        self.leave.setText(f"&Leave out {what}")
        self.leave.setVisible(mode == "merge")
        self.bring_back.hide()
        for button, possible, words in (
            (self.leave, chosen > 0, "Delete in the list does the same"),
            (self.undo, chosen > 0, "Delete in the list does the same"),
            (self.take, chosen > 0, "Insert in the list does the same"),
            (self.take_all, shown > 0, "Take every change in the list, as one step"),
        ):
            button.setEnabled(possible and not locked)
            button.setToolTip(tip(locked or words))

    def offer_bringing_back(self, locked: str) -> None:
        """Offer to take what is selected, and was left out of a merge, into it again."""
        self.leave.hide()
        self.bring_back.setVisible(True)
        self.bring_back.setEnabled(not locked)
        self.bring_back.setToolTip(tip(locked or "Insert in the list does the same"))

    def menu(self) -> QMenu:
        """Return the same as a menu for the list."""
        menu = QMenu(self)
        for button in self._buttons:
            if not button.isHidden():
                act = menu.addAction(button.icon(), button.text(), button.click)
                act.setEnabled(button.isEnabled())
        return menu
