"""Find splits of which one half was reworded, and joins of which one part was.

“Plans the routes and briefs the drivers” may become “Plans the routes” and “Briefs every driver at
the start of the shift”. The first half is in the whole as it was; of the second one little is. What
makes them a split is that the whole has two parts, which a joining word connects, and that the
second half speaks of what the other part speaks of. The bounds are the program's own.
"""

from collections.abc import Sequence

from laddereditor.align.common_words import GENERAL
from laddereditor.align.language_features import stem
from laddereditor.align.pairs import Pair, Split
from laddereditor.align.tokens import pieces, words
from laddereditor.align.topics import content_words, topics_of_word

_JOINING_WORDS = "and then & ; , und sowie dann et puis y e luego logo en ook dan ed poi oltre"
_JOINING = frozenset(_JOINING_WORDS.split())
_KEPT = 0.8  # least share of the words of the half that stayed which are in a part of the whole
_ALIKE = 0.3  # least share of the other part that the other half has, if both begin alike
_MOSTLY = 0.5  # the same, if they begin otherwise
_FEWEST = 2  # words that a part has, without those that only connect
_SAME_TOPIC = 0.7  # of a word of the same topic; one of the same stem counts 1


def with_reworded_half(
    before: Sequence[str], after: Sequence[str], pairs: Sequence[Pair], known: Sequence[Split]
) -> tuple[Split, ...]:
    """Return the splits and joins that are found if one half may be in other words.

    Args:
        before: The old texts.
        after: The new texts.
        pairs: The pairs that `match` found.
        known: The splits and joins that are found already; their texts are left out.
    """
    old_used = {old for split in known for old in split.before}
    new_used = {new for split in known for new in split.after}
    near = [
        (pair.before, pair.after)
        for pair in pairs
        if pair.similarity < 1.0 and pair.before not in old_used and pair.after not in new_used
    ]
    old_free = set(range(len(before))) - old_used - {pair.before for pair in pairs}
    new_free = set(range(len(after))) - new_used - {pair.after for pair in pairs}
    found = []
    for old, new in near:
        halves = _other_halves(before[old], after[new], {place: after[place] for place in new_free})
        if len(halves) == 1:
            found.append(Split((old,), tuple(sorted((new, halves[0])))))
            new_free.discard(halves[0])
            continue
        parts = _other_halves(after[new], before[old], {place: before[place] for place in old_free})
        if len(parts) == 1:
            found.append(Split(tuple(sorted((old, parts[0]))), (new,)))
            old_free.discard(parts[0])
    return tuple(found)


def _other_halves(whole: str, half: str, others: dict[int, str]) -> list[int]:
    """Return which texts may be the other half of a whole that has one half as it was."""
    rest = _rest(whole, half) if others else ""
    if not rest:
        return []
    return [place for place, text in others.items() if _speaks_of(text, rest, whole)]


def _rest(whole: str, half: str) -> str:
    """Return the part of a whole that a half leaves, "" if the half is not the other part.

    A rest that has two parts itself is not covered by one half.
    """
    for one, other in two_parts(whole):
        for part, rest in ((one, other), (other, one)):
            if _is_in(half, part) and len(_said(rest)) >= _FEWEST and not two_parts(rest):
                return rest
    return ""


def two_parts(text: str) -> list[tuple[str, str]]:
    """Return the ways to part a text in two at a joining word or sign."""
    listed = pieces(text)
    return [
        ("".join(listed[:place]), "".join(listed[place + 1 :]))
        for place, piece in enumerate(listed)
        if piece.casefold() in _JOINING
    ]


def _is_in(half: str, part: str) -> bool:
    """Whether a half is a part: nearly all words of each are in the other."""
    own, theirs = ({stem(word) for word in words(text)} for text in (half, part))
    both = len(own & theirs)
    return bool(both) and both >= _KEPT * len(own) and both >= _KEPT * len(theirs)


def _speaks_of(text: str, rest: str, whole: str) -> bool:
    """Whether a text speaks of the rest of a whole: of its words, or in its verb of the whole."""
    one, other = _said(text), _said(rest)
    if len(one) < _FEWEST:
        return False
    common = sum(_closest(word, one) for word in other)
    stems = {stem(word) for word in _said(whole)}
    about = any(stem(word) in stems for word in one[1:])
    least = _ALIKE if about and _alike(one[0], other[0]) else _MOSTLY
    return common >= least * len(other) and (about or common > 1)


def _closest(word: str, others: Sequence[str]) -> float:
    return max((_alike(word, each) for each in others), default=0.0)


def _said(text: str) -> list[str]:
    return [each.word for each in content_words(text)]


def _alike(one: str, other: str) -> float:
    if stem(one) == stem(other):
        return 0.5 if one in GENERAL else 1.0
    return _SAME_TOPIC if topics_of_word(one) & topics_of_word(other) else 0.0
