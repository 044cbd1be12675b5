"""Judge a statement that was divided into two, or two that were joined, half by half."""

from collections.abc import Iterator, Sequence

from laddereditor.align.language_features import stem
from laddereditor.align.reworded_halves import two_parts
from laddereditor.align.tokens import pieces, words
from laddereditor.compare.diff.wording.rewording import (
    Judgement,
    clarifies,
    differ_only_in_joining_words,
    reworded,
)

_DIVIDED = "the same, divided differently"
_SURE = ("clarifies", "raises", "lowers")


def effect_of_split(before: Sequence[str], after: Sequence[str], language: str) -> Judgement:
    """Return the effect of a split or a join.

    The texts are judged as a whole; if that says nothing, each half with its part of the whole.

    Args:
        before: The old text, or the texts that were joined.
        after: The new texts, or the one that they became.
        language: The language of the ladder.
    """
    one, other = " ".join(before), " ".join(after)
    judged = reworded(one, other, language)
    if judged.effect == "clarifies" or differ_only_in_joining_words(one, other, language):
        return clarifies(_DIVIDED)
    if judged.effect != "unclear":
        return judged
    for halves in _judged_halves(before, after, language):
        found = _together(halves)
        if found is not None:
            return found
    return judged


def _judged_halves(
    before: Sequence[str], after: Sequence[str], language: str
) -> Iterator[tuple[Judgement, Judgement]]:
    """Yield the judgements of both halves, for each way to divide the whole."""
    is_split = len(before) == 1
    whole, halves = (before[0], after) if is_split else (after[0], before)
    if len(halves) != 2:
        return
    for first, second in two_parts(whole):
        for one, other in (tuple(halves), tuple(reversed(halves))):
            # What only refers to the other part, such as “of these tasks”, is no addition.
            pairs = (
                (first, _without(one, second, first)),
                (second, _without(other, first, second)),
            )
            sides = pairs if is_split else tuple((half, part) for part, half in pairs)
            judged = [reworded(old, new, language) for old, new in sides]
            yield judged[0], judged[1]


def _without(half: str, other: str, own: str) -> str:
    """Return a half without the words of the other part that are not in its own one."""
    known = {stem(word) for word in words(other)} - {stem(word) for word in words(own)}
    return "".join(piece for piece in pieces(half) if stem(piece.casefold()) not in known)


def _together(halves: tuple[Judgement, Judgement]) -> Judgement | None:
    """Return what two judgements say together, None if that is not known."""
    effects = {half.effect for half in halves}
    if not effects <= set(_SURE) or {"raises", "lowers"} <= effects:
        return None
    decided = next((half for half in halves if half.effect != "clarifies"), None)
    return decided or clarifies(_DIVIDED)
