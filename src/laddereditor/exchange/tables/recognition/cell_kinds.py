"""What the cells of a column hold: texts, proficiencies, numbers, marks."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from laddereditor.exchange.tables.recognition.sheet_view import LONG, is_number, mean_length
from laddereditor.exchange.tables.terms.words import is_nothing, step_place

CellsKind = Literal["texts", "names", "steps", "numbers", "marks", "empty"]
MARKS = frozenset({"x", "✓", "✔", "●", "•", "yes", "ja", "oui", "sí", "sim", "sì", "☑", "true"})
_NUMBERED = re.compile(r"\s*\(?\d{1,2}\)?\s*[-–—:.=)]\s*[^\W\d].{0,30}$")
_KNOWN = 256  # columns whose kind is remembered: that of each level is asked for
_MOST = 0.7  # share of cells of one kind that makes a column one of this kind
_HIGHEST = 10  # number of a proficiency; larger ones count something else


def kind_of(texts: Sequence[str]) -> CellsKind:
    """Return what most of some texts are; those that say “n/a” do not count."""
    return _kind_of(tuple(texts))


@lru_cache(maxsize=_KNOWN)
def _kind_of(texts: tuple[str, ...]) -> CellsKind:
    said = [text for text in texts if not is_nothing(text)]
    if not said:
        return "empty"
    if _share(said, lambda text: text.strip().casefold() in MARKS) >= _MOST:
        return "marks"
    if _share(said, is_number) >= _MOST:
        return "numbers"
    if (
        _share(said, lambda text: step_place(text) is not None or bool(_NUMBERED.match(text)))
        >= _MOST
    ):
        return "steps"
    return "texts" if mean_length(said) >= LONG or any("\n" in text for text in said) else "names"


def may_be_proficiencies(texts: Sequence[str]) -> bool:
    """Return whether numbers can be those of a scale: small, and whole or halves."""
    values = [
        float(text.replace(",", ".")) for text in texts if is_number(text) and "%" not in text
    ]
    return bool(values) and all(
        0 <= value <= _HIGHEST and value * 2 == int(value * 2) for value in values
    )


def _share(texts: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, texts)) / len(texts)
