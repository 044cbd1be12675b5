"""Where long words may be hyphenated: soft hyphens for compounds such as German ones.

No dictionary is needed: the seams of compounds (behind "ungs", "heits", "schafts" …) and the rule
of thumb that a syllable starts with the last consonant before a vowel.
"""

import re
from collections.abc import Callable
from functools import lru_cache

SOFT = "\u00ad"
JOINER = "\u2060"  # allows no line end; has no width
_SLASHED = re.compile(r"\w+(?:/\w+)+")
LONG = 14  # letters from which a word may need to be broken in a line of unknown width
_EDGE = 3  # letters that stay together at either end; our choice, as is the length above
_SHORTEST = 2 * _EDGE  # letters of a word that can be broken at all
_SEAM = re.compile(r"(?:ungs|eits|afts|ions|täts|tums|lings)(?=[a-zäöüß]{4})", re.IGNORECASE)
# Consonants that are written as one, or begin a syllable together.
_TOGETHER = "sch|ch|ck|ph|th|qu|tr|dr|br|pr|kr|gr|fr|bl|pl|gl|kl|fl|st|sp"
_ONSET = re.compile(rf"(?:{_TOGETHER}|[bcdfghjklmnpqrstvwxzß])(?=[aeiouyäöü])", re.IGNORECASE)
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_VOWEL = re.compile("[aeiouyäöü]", re.IGNORECASE)


def _is_long(word: str) -> bool:
    return len(word) >= LONG


def with_soft_hyphens(text: str, is_too_long: Callable[[str], bool] = _is_long) -> str:
    """Return a text whose long words may be broken at soft hyphens.

    Args:
        text: any text.
        is_too_long: says of a word whether it has no room on a line of its own; one that has room
            goes to the next line whole.
    """

    def written(found: re.Match[str]) -> str:
        word = found.group()
        return _hyphenated(word) if is_too_long(word) else word

    return _WORD.sub(written, text)


def with_whole_slashes(text: str, is_too_long: Callable[[str], bool]) -> str:
    """Return a text in which words such as “AI/ML” are not broken behind the slash.

    Args:
        text: any text.
        is_too_long: says of such a word whether it has no room on a line of its own.
    """

    def written(found: re.Match[str]) -> str:
        word = found.group()
        return word if is_too_long(word) else word.replace("/", f"/{JOINER}")

    return _SLASHED.sub(written, text) if "/" in text else text


@lru_cache(maxsize=4096)
def _hyphenated(word: str) -> str:
    pieces, last = [], 0
    for place in _places(word):
        pieces.append(word[last:place])
        last = place
    return SOFT.join([*pieces, word[last:]])


def _places(word: str) -> list[int]:
    """Return where a word may be broken, in order."""
    seams = {found.end() for found in _SEAM.finditer(word)}
    onsets = {found.start() for found in _ONSET.finditer(word)}
    # The "s" of a seam belongs to the word before it: no break that would carry it over.
    onsets -= {seam - 1 for seam in seams}
    places = sorted(seams | onsets)
    return [
        place
        for place in places
        if _EDGE <= place <= len(word) - _EDGE and _VOWEL.search(word, 0, place)
    ]
