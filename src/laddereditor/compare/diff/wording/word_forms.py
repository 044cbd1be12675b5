"""Forms of words: stems, slips of the pen, and words that ask for the same.

A slip is found by its optimal string alignment distance (Damerau 1964, restricted): one edit, or
two in words of at least eight letters. Stems and the lengths here are the program's own.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from laddereditor.align.tokens import words
from laddereditor.compare.diff.wording.effect_words import JudgingWords
from laddereditor.model.spacing import single_spaced

_LEFTOVERS = re.compile(r"</?[A-Za-z][^<>]{0,20}>|^\s*(?:[-–—•*·]|\d+[.)])\s+")
_LONG = 8  # letters from which a word may have two slips
_SHORT = 4  # letters below which a word is another one, not misspelled
_STEM = 5  # letters that two words of one family have in common


def without_slips(text: str) -> str:
    """Return a text without leftovers of pasting and without doubled words."""
    plain = single_spaced(_LEFTOVERS.sub(" ", text))
    return re.sub(r"\b(\w+)(?:\s+\1\b)+", r"\1", plain, flags=re.IGNORECASE)


def slips(listed: JudgingWords, before: str, after: str) -> list[tuple[str, str]] | None:
    """Return the words that are only written otherwise, or None if more changed.

    Args:
        listed: The words of the language.
        before: The old text, without doubled words.
        after: The new text.
    """
    old, new = words(before), words(after)
    if len(old) != len(new):
        return None
    pairs = [(place, *pair) for place, pair in enumerate(zip(old, new, strict=True))]
    found = [(place, one, other) for place, one, other in pairs if one != other]
    alike = all(
        _is_slip(listed, one, other, old[:place], new[:place]) for place, one, other in found
    )
    return [(one, other) for _, one, other in found] if alike else None


def _is_slip(
    listed: JudgingWords, one: str, other: str, old: Sequence[str], new: Sequence[str]
) -> bool:
    if one in listed.pronouns and other in listed.pronouns:
        return True
    if any(each in listed.steps or each in listed.turns for each in (one, other)):
        return False
    if listed.irregular.get(one, one) == listed.irregular.get(other, other):
        return True
    if is_other_form(listed, one, other):
        # "a project" and "projects" may be one or many.
        return not {*old[-1:], *new[-1:]} & listed.ones
    return is_misspelled(one, other) or (not old and _differ_by_first_letter(one, other))


def _differ_by_first_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORT - 1 and long[1:] == short


def is_other_form(listed: JudgingWords, one: str, other: str) -> bool:
    """Whether two words are one in another person, tense or number.

    They have at least three letters in common at the beginning, and what follows is a pair of
    endings that the language lists, such as “-s” and “-ed”.

    Args:
        listed: The words of the language.
        one: A word in small letters.
        other: Another one.
    """
    common = 0
    for letter, same in zip(one, other, strict=False):
        if letter != same:
            break
        common += 1
    return common >= 3 and {one[common:], other[common:]} <= listed.inflections


def is_misspelled(one: str, other: str) -> bool:
    """Whether two words are so alike that one is a slip of the pen."""
    shorter = min(len(one), len(other))
    if shorter < _SHORT or one[:2] != other[:2] or (one + other).isdigit():
        return False
    return bool(OSA.distance(one, other) <= (2 if shorter >= _LONG else 1))


@lru_cache(maxsize=16384)
def related(listed: JudgingWords, one: str, other: str) -> bool:
    """Whether two words ask for the same: forms of one word, synonyms, names of the trade.

    Args:
        listed: The words of the language.
        one: A word in small letters.
        other: Another one.
    """
    if one == other or listed.groups.get(one, set()) & listed.groups.get(other, set()):
        return True
    stems = listed.stem(one), listed.stem(other)
    if stems[0] == stems[1] or listed.groups.get(stems[0], set()) & listed.groups.get(
        stems[1], set()
    ):
        return True
    if set(stems) <= listed.persons:
        return True
    short, long = sorted(stems, key=len)
    return len(short) >= _STEM - 1 and long.startswith(short[:_STEM]) and len(short) <= _STEM + 4
