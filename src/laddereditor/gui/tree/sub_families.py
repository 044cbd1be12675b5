"""What can be done with selected families to make sub-families of them, and back."""

from collections.abc import Sequence

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.sub_families import fold_back, leave_parent, make_sub_family, move_under
from laddereditor.edits.words import listed, named
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.tree.sub_families import (
    chosen_families,
    no_fold,
    no_part,
    possible_parents,
)

_NO_PARENT = "-"  # the choice of no parent; an id cannot be empty in a list of choices


class SubFamilyActions:
    """Carries out the commands for sub-families. Refusals go to the status bar."""

    def __init__(self, workspace: Workspace, dialogs: Dialogs) -> None:
        self._workspace, self._dialogs = workspace, dialogs

    def move_under(self, addresses: Sequence[Address]) -> None:
        """Ask for a family, and move the selected ones under it or out of their parents."""
        ladder, families = self._chosen(addresses)
        if ladder is None:
            return
        choices = possible_parents(ladder, families)
        if any(getattr(one.entity(ladder), "parent", "") for one in families):
            choices.insert(0, (_NO_PARENT, "No other family: take it out of its parent"))
        question = "Its profiles inherit from those of the family and keep what they say."
        parent = self._parent(ladder, families, "Move {} under another family", question, choices)
        if parent is not None:
            self._workspace.attempt(move_under, families, parent)

    def make_sub_family(self, addresses: Sequence[Address]) -> None:
        """Ask for a family, and let the selected one store only what differs from it."""
        ladder, families = self._chosen(addresses)
        if ladder is None:
            return
        choices = possible_parents(ladder, families[:1])
        question = "Its profiles say the same as now; only what differs from the family is stored."
        words = "Make {} a sub-family"
        parent = self._parent(ladder, families[:1], words, question, choices)
        if parent is not None:
            self._workspace.attempt(make_sub_family, families[0], parent)

    def leave_parent(self, addresses: Sequence[Address]) -> None:
        """Make the selected sub-family a family of its own."""
        if addresses:
            self._workspace.attempt(leave_parent, addresses[0])

    def fold_back(self, addresses: Sequence[Address]) -> None:
        """Fold the selected sub-family into its parent."""
        if addresses:
            self._workspace.attempt(fold_back, addresses[0])

    def barred(self, addresses: Sequence[Address]) -> dict[str, str] | None:
        """Return why commands cannot be used for what is selected, by name; "" where they can.

        Returns None if the ladder cannot be changed.
        """
        session = self._workspace.session
        if session is None or session.read_only:
            return None
        ladder = session.ladder
        return {"leave_parent": no_part(ladder, addresses), "fold_back": no_fold(ladder, addresses)}

    def _chosen(self, addresses: Sequence[Address]) -> tuple[Ladder | None, Sequence[Address]]:
        session = self._workspace.session
        if session is None:
            return None, ()
        try:
            return session.ladder, chosen_families(session.ladder, addresses)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return None, ()

    def _parent(
        self,
        ladder: Ladder,
        families: Sequence[Address],
        title: str,
        question: str,
        choices: list[tuple[str, str]],
    ) -> Address | None:
        """Ask for the parent; returns its address, "" for none, None if nothing is to be done."""
        if not choices:
            self._workspace.notice.emit("There is no other family that it could be part of.")
            return None
        names = listed(named(ladder, one) for one in families)
        answer = self._dialogs.choose(title.format(names), question, choices, "Move")
        if answer is None:
            return None
        return Address() if answer == _NO_PARENT else Address("families").entry(answer)
