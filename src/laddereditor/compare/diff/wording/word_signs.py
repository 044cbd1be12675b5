"""Read from the words of two texts whether one asks for more or for less."""

from laddereditor.compare.diff.wording.effect_words import JudgingWords, ReadText
from laddereditor.compare.diff.wording.sign import UNKNOWN, Sign
from laddereditor.compare.diff.wording.word_forms import related

_DOES = 4  # step of a verb that is in no list: somebody does what it says


def unrelated(listed: JudgingWords, old: ReadText, new: ReadText) -> tuple[list[str], list[str]]:
    """Return the removed and added words for which the other text has nothing of the kind.

    Args:
        listed: The words of the language.
        old: The text before.
        new: The text after.
    """
    removed, added = (
        list((old.content - new.content).elements()),
        list((new.content - old.content).elements()),
    )
    # "a project" and "projects": one or many, unless a word such as "several" says so.
    number = old.ones != new.ones and not (old.hits - new.hits and new.hits - old.hits)
    for word in list(removed):
        partner = next(
            (
                each
                for each in added
                if related(listed, word, each) and not (number and _is_plural_of(word, each))
            ),
            None,
        )
        if partner is not None:
            removed.remove(word)
            added.remove(partner)
    if number:
        return removed, added
    return (
        [word for word in removed if not any(_repeats(listed, word, each) for each in new.content)],
        [word for word in added if not any(_repeats(listed, word, each) for each in old.content)],
    )


def _repeats(listed: JudgingWords, one: str, other: str) -> bool:
    return one != other and listed.stem(one)[:5] == listed.stem(other)[:5]


def _is_plural_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in {short + ending for ending in ("s", "es", "n", "en", "e", "er")}


def verb_sign(old: ReadText, new: ReadText, removed: list[str], added: list[str]) -> Sign | None:
    """Return how much more or less the verb at the head asks for, or None if that is the same.

    Args:
        old: The text before.
        new: The text after.
        removed: The words that only the old text has; a head that is a verb in no list is taken
            out.
        added: The words that only the new text has; likewise.
    """
    one, other = old.verb, new.verb
    if one == other or (one is None and other is None):
        return None
    first, second = (
        _DOES if step is None else step for step in (one and one[0], other and other[0])
    )
    if (one is None and second > _DOES) or (other is None and first > _DOES):
        return None
    for step, head, left in ((one, old.head, removed), (other, new.head, added)):
        if step is None and head in left:
            left.remove(head)
    if first == second:
        return None
    words = [verb[1] if verb else read.head for verb, read in ((one, old), (other, new))]
    reason = " → ".join(f"“{word}”" for word in words)
    return Sign(1 if second > first else -1, reason)


def scale_signs(listed: JudgingWords, old: ReadText, new: ReadText) -> list[Sign]:
    """Return, for each scale on which the texts differ, the direction and the words.

    Args:
        listed: The words of the language.
        old: The text before.
        new: The text after.
    """
    lost, got = old.hits - new.hits, new.hits - old.hits
    found = []
    for scale in sorted({scale for scale, _ in [*lost, *got]}):
        one = max((step for at, step in lost if at == scale), default=None)
        other = max((step for at, step in got if at == scale), default=None)
        words = (_word_at(old, scale, one), _word_at(new, scale, other))
        first: float | None = listed.default_steps[scale] if one is None else one
        second: float | None = listed.default_steps[scale] if other is None else other
        if first is None or second is None:
            # An article is no number.
            if scale == listed.reach or (words[0] or words[1]) not in listed.fillers:
                found.append(Sign(UNKNOWN, f"“{words[0] or words[1]}”"))
        elif first != second:
            reason = " → ".join(f"“{word}”" if word else "unsaid" for word in words)
            found.append(Sign(1 if second > first else -1, reason))
    return _own_or_many(listed, old, new, found)


def _own_or_many(
    listed: JudgingWords, old: ReadText, new: ReadText, signs: list[Sign]
) -> list[Sign]:
    """Join “own” on one scale with “several” or “all” on another to one direction."""
    unknown = [sign for sign in signs if sign.way == UNKNOWN]
    narrow = [_is_own(listed, read) for read in (old, new)]
    if len(unknown) != 2 or narrow[0] == narrow[1]:
        return signs
    rest = [sign for sign in signs if sign.way != UNKNOWN]
    reason = ", ".join(sign.reason for sign in unknown)
    return [*rest, Sign(1 if narrow[0] else -1, reason)]


def _is_own(listed: JudgingWords, read: ReadText) -> bool:
    return any(hit == (listed.reach, 0) for hit in read.hits)


def changes_owner(listed: JudgingWords, old: ReadText, new: ReadText) -> bool:
    """Whether one text is about own things, and the other about those of more people.

    Args:
        listed: The words of the language.
        old: The text before.
        new: The text after.
    """
    return _is_own(listed, old) != _is_own(listed, new) and old.hits != new.hits


def negation_signs(listed: JudgingWords, old: ReadText, new: ReadText) -> list[Sign]:
    """Return the sign of a negation that only one text has.

    What is denied is no longer asked for, except with verbs such as “needs”.

    Args:
        listed: The words of the language.
        old: The text before.
        new: The text after.
    """
    count = [sum(read.turns[word] for word in listed.negations) for read in (old, new)]
    if count[0] == count[1] or min(count):
        return []
    negated = new if count[1] else old
    word = next(each for each in negated.turns if each in listed.negations)
    way = -1 if count[1] else 1
    if any(listed.stem(each) in listed.needs for each in negated.words):
        way = -way
    return [Sign(way, f"“{word}” added" if count[1] else f"“{word}” taken out")]


def _word_at(read: ReadText, scale: int, step: int | None) -> str:
    return read.words_of.get((scale, step), "") if step is not None else ""
