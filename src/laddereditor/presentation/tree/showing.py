"""What the tree shows alone: entries of a status, what is due, commented on, wrong or unsaved."""

from collections.abc import Callable, Iterator
from datetime import date

from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.review.states import DUE, family_is, profile_is, review_states
from laddereditor.presentation.tree.marks import NOTHING, NodeMark
from laddereditor.presentation.tree.nodes import TreeNode

EVERYTHING = ""
_MARKED: dict[str, tuple[str, Callable[[NodeMark], bool]]] = {
    "commented": ("With open comments", lambda mark: bool(mark.comments)),
    "wrong": ("With problems", lambda mark: mark.own != NOTHING),
    "unsaved": ("Not saved yet", lambda mark: mark.unsaved),
}


def tree_choices() -> tuple[tuple[str, str], ...]:
    """Return what the tree can show alone, with its words, in the order of a menu."""
    spec = field_specs(Family)["status"]
    known = dict(review_states())
    of_families = {one: spec.choice_words(one) for one in spec.choices if one not in known}
    marked = {key: words for key, (words, _) in _MARKED.items()}
    due = {DUE: known.pop(DUE)}
    return tuple({EVERYTHING: "Everything", **of_families, **known, **due, **marked}.items())


def is_about_marks(choice: str) -> bool:
    """Whether a choice is about what is found, commented on or unsaved, and not about fields."""
    return choice in _MARKED


def shown_alone(
    choice: str, ladder: Ladder, today: date, mark_of: Callable[[str], NodeMark]
) -> Callable[[TreeNode], bool] | None:
    """Return what says whether an entry is shown; None if everything is.

    Args:
        choice: One of `tree_choices`.
        ladder: The ladder.
        today: The day of asking, for what is due.
        mark_of: Returns the mark of a row by its key.
    """
    if choice == EVERYTHING:
        return None
    if choice in _MARKED:
        is_marked = _MARKED[choice][1]
        return lambda node: is_marked(mark_of(node.key))
    found = frozenset(_of_state(choice, ladder, today))
    return lambda node: node.address in found


def _of_state(state: str, ladder: Ladder, today: date) -> Iterator[Address]:
    for address, family in listed_at(Address("families"), ladder.families):
        if family_is(state, family, today):
            yield address
        for place, profile in listed_at(address, family.profiles):
            if profile_is(state, family, profile, today):
                yield place
