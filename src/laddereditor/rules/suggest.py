"""Suggest what a person may have meant by an unknown word.

Words are compared by their letters: by `difflib` (Ratcliff and Obershelp 1988), and in large
libraries by the Indel similarity of `rapidfuzz`. The bound 0.7 is ours. It is stricter than the 0.6
that `difflib` proposes, because a suggestion that makes no sense is worse than none.
"""

from bisect import bisect_left
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from rapidfuzz import fuzz, process

from laddereditor.edits import ids

_MANY = 500  # words; if there are more, only alphabetical neighbours are compared
_NEIGHBOURS = 20  # in either direction; both numbers are limits for speed (docs/speed.md)


def slug(text: str) -> str:
    """Return the id that a name would have, or "": "Machine Learning" gives "machine-learning"."""
    return ids.slug(text, "")


@lru_cache(maxsize=64)
def _by_slug(known: frozenset[str]) -> dict[str, str]:
    return {slug(word): word for word in sorted(known, reverse=True)}


@lru_cache(maxsize=4096)
def nearest(word: str, known: frozenset[str]) -> str:
    """Return the known word that is most similar to `word`, or ""."""
    wanted, candidates = slug(word), _by_slug(known)
    if wanted in candidates:
        return candidates[wanted] if wanted else ""
    # Comparing is slow; a typing mistake keeps the beginning or the end of a word.
    if not wanted:
        return ""
    if len(candidates) > _MANY:
        return candidates.get(_nearest_of_many(wanted, known), "")
    likely = sorted(one for one in candidates if one[:1] == wanted[:1] or one[-3:] == wanted[-3:])
    found = get_close_matches(wanted, likely, 1, 0.7)
    return candidates[found[0]] if found else ""


def _nearest_of_many(wanted: str, known: frozenset[str]) -> str:
    """Return the word most similar to `wanted` among those with the most similar start or end."""
    forwards, backwards = _in_order(known)
    likely = [
        *_neighbours(forwards, wanted),
        *(one[::-1] for one in _neighbours(backwards, wanted[::-1])),
    ]
    found = process.extractOne(wanted, likely, scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else ""


@lru_cache(maxsize=16)
def _in_order(known: frozenset[str]) -> tuple[list[str], list[str]]:
    """Return the words sorted, and the reversed words sorted."""
    candidates = _by_slug(known)
    return sorted(candidates), sorted(one[::-1] for one in candidates)


def _neighbours(words: list[str], wanted: str) -> list[str]:
    place = bisect_left(words, wanted)
    return words[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]


def did_you_mean(word: str, known: frozenset[str], names: Mapping[str, str] | None = None) -> str:
    """Return a question for the end of a message, or "".

    Args:
        word: The unknown id.
        known: The ids that there are.
        names: Their names; the id is put beside a name that differs from it, as it is what a file
            must say.
    """
    found = nearest(word, known)
    if not found:
        return ""
    name = (names or {}).get(found, found)
    if name.casefold() == found.casefold():
        return f' Did you mean "{found}"?'
    return f' Did you mean {name} ("{found}")?'
