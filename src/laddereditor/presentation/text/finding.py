"""Where a text that somebody looks for is in another one.

Case, accents, and how words are broken into lines do not count, as in the filter of the tree.
"""

from functools import lru_cache

from laddereditor.model.folding import folded
from laddereditor.model.spacing import single_spaced

# What a drawn text has inside its words, so that lines are broken there or are not.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u2060\u200b"))


def contains(text: str, wanted: str) -> bool:
    """Whether a text contains another one; an empty one is in no text.

    Args:
        text: The text that is searched.
        wanted: What is looked for.
    """
    return bool(looked_for := _plain(wanted).strip()) and looked_for in _plain(text)


def places_in_text(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return the start and the end of each place where a text contains another one.

    Args:
        text: The text that is searched.
        wanted: What is looked for.

    Returns:
        Places in code points. They do not overlap.
    """
    if not contains(text, wanted):
        return []
    signs, places = _by_sign(text)
    looked_for = _plain(wanted).strip()
    found, start = [], signs.find(looked_for)
    while start >= 0:
        end = start + len(looked_for)
        found.append((places[start], places[end - 1] + 1))
        start = signs.find(looked_for, end)
    return found


@lru_cache(maxsize=16384)  # each letter that is typed searches the same cells again
def _plain(text: str) -> str:
    """Return a text as it is compared: folded, each run of spaces as one."""
    return _one_space(folded(text.translate(_INVISIBLE)))


def _one_space(text: str) -> str:
    around = f"x{text}x"  # keeps the spaces at both ends
    return single_spaced(around)[1:-1]


def _by_sign(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, and for each of its signs the place that it is from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        piece = " " if sign.isspace() else folded(sign.translate(_INVISIBLE))
        if piece == " " and signs[-1:] == [" "]:
            continue
        signs += piece
        places += [place] * len(piece)
    return "".join(signs), places
