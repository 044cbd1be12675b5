"""Resolving many conflicts by one side: what is chosen, and what is asked before; no Qt."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.model.counting import plural

Side = Literal["mine", "theirs"]


class Confirmation(NamedTuple):
    """What a person is asked: the title, the text, and the word on the button."""

    title: str
    text: str
    action: str


def is_taken_id(conflict: Conflict) -> bool:
    """Whether an entry got a new id, because another one has its former id."""
    return conflict.field == "id" and conflict.proposal is not None and conflict.base is None


def chosen_value(conflict: Conflict, choice: Side) -> Any:
    """Return the value of one side, None for nothing; the new id if neither id can be used."""
    if is_taken_id(conflict):
        return conflict.proposal
    return conflict.ours if choice == "mine" else conflict.theirs


def confirmation(
    conflicts: Sequence[Conflict], choice: Side, name: str, written: int
) -> Confirmation:
    """Return the question before several conflicts are resolved by one side.

    Args:
        conflicts: The conflicts to be resolved.
        choice: The side that is kept.
        name: What people call the other ladder.
        written: The number of further conflicts, in which the person began to write.
    """
    places = _places(len(conflicts))
    if choice == "mine":
        out = sum(one.ours is None and not is_taken_id(one) for one in conflicts)
        title, action = "Keep all of mine", f"Keep mine in {places}"
        asked = f"Keep yours in {places}, and leave out theirs ({name})?"
        lost = f" In {_places(out)} of these, something that only they have stays out."
    else:
        out = sum(one.theirs is None for one in conflicts)
        title, action = "Take all of theirs", f"Take theirs in {places}"
        asked = f"Take theirs ({name}) in {places}, instead of yours?"
        lost = f" In {_places(out)} of these, something that only you have is taken out."
    text = f"{asked}{lost if out else ''}{_rest(written)} You can still choose otherwise in each"
    return Confirmation(title, f"{text} until you finish the merge.", action)


def resolved_words(choice: Side, count: int) -> str:
    """Return what was done, as a sentence."""
    return f"{'Mine is kept' if choice == 'mine' else 'Theirs is taken'} in {_places(count)}."


def _rest(written: int) -> str:
    if not written:
        return ""
    stay = "stays" if written == 1 else "stay"
    return f" {_places(written)} where you began to write {stay} open."


def _places(count: int) -> str:
    return plural(count, "place")
