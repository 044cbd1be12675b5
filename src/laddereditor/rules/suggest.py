"""What a person may have meant by a word that is not known."""

from bisect import bisect_left
from difflib import get_close_matches
from functools import lru_cache

from rapidfuzz import fuzz, process

from laddereditor.edits import ids

_MANY = 500  # words; of more, only neighbours in alphabetical order are compared
_NEIGHBOURS = 20


def slug(text: str) -> str:
    """Return the id that a name would have, or "": "Machine Learning" gives "machine-learning"."""
    return ids.slug(text, "")


@lru_cache(maxsize=64)
def _by_slug(known: frozenset[str]) -> dict[str, str]:
    return {slug(word): word for word in sorted(known, reverse=True)}


@lru_cache(maxsize=4096)
def nearest(word: str, known: frozenset[str]) -> str:
    """Return the known word that is most like `word`, or ""."""
    wanted, candidates = slug(word), _by_slug(known)
    if wanted in candidates:
        return candidates[wanted] if wanted else ""
    # Comparing is slow; a slip of the pen leaves the beginning or the end of a word as it was.
    if not wanted:
        return ""
    if len(candidates) > _MANY:
        return candidates.get(_nearest_of_many(wanted, known), "")
    likely = sorted(one for one in candidates if one[:1] == wanted[:1] or one[-3:] == wanted[-3:])
    found = get_close_matches(wanted, likely, 1, 0.7)
    return candidates[found[0]] if found else ""


def _nearest_of_many(wanted: str, known: frozenset[str]) -> str:
    """Return the word most like `wanted` of those that share most of its start, or of its end."""
    forwards, backwards = _in_order(known)
    likely = [*_around(forwards, wanted), *(one[::-1] for one in _around(backwards, wanted[::-1]))]
    found = process.extractOne(wanted, likely, scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else ""


@lru_cache(maxsize=16)
def _in_order(known: frozenset[str]) -> tuple[list[str], list[str]]:
    """Return the words in order, and in the order of their ends, written backwards."""
    candidates = _by_slug(known)
    return sorted(candidates), sorted(one[::-1] for one in candidates)


def _around(words: list[str], wanted: str) -> list[str]:
    place = bisect_left(words, wanted)
    return words[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]


def did_you_mean(word: str, known: frozenset[str]) -> str:
    """Return a question to end a message with, or ""."""
    found = nearest(word, known)
    return f' Did you mean "{found}"?' if found else ""
