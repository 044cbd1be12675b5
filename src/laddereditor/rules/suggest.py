"""What a person may have meant by a word that is not known."""

from difflib import get_close_matches
from functools import lru_cache

from laddereditor.edits import ids


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
    likely = sorted(one for one in candidates if one[:1] == wanted[:1] or one[-3:] == wanted[-3:])
    found = get_close_matches(wanted, likely, 1, 0.7) if wanted else []
    return candidates[found[0]] if found else ""


def did_you_mean(word: str, known: frozenset[str]) -> str:
    """Return a question to end a message with, or ""."""
    found = nearest(word, known)
    return f' Did you mean "{found}"?' if found else ""
