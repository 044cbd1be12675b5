"""What a person may have meant by a word that is not known."""

import re
from difflib import get_close_matches
from functools import lru_cache


def slug(text: str) -> str:
    """Return the id that a name would have: "Machine Learning" gives "machine-learning"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


@lru_cache(maxsize=4096)
def nearest(word: str, known: frozenset[str]) -> str:
    """Return the known word that is most like `word`, or ""."""
    folded = {slug(candidate): candidate for candidate in sorted(known, reverse=True)}
    wanted = slug(word)
    found = [wanted] if wanted in folded else get_close_matches(wanted, sorted(folded), 1, 0.7)
    return folded[found[0]] if found and wanted else ""


def did_you_mean(word: str, known: frozenset[str]) -> str:
    """Return a question to end a message with, or ""."""
    found = nearest(word, known)
    return f' Did you mean "{found}"?' if found else ""
