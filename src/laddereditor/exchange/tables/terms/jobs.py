"""The family that the title of a job names: `Senior Accountant II` is an Accountant."""

import re
from collections.abc import Iterable

from laddereditor.exchange.tables.terms.level_heads import grade_spans
from laddereditor.exchange.tables.terms.words import word_key
from laddereditor.model.spacing import single_spaced

_NUMERAL = re.compile(r"[\s,–-]+(?:[IVX]{1,4}|\d{1,2}|[A-Z]{1,3}\d{1,2})$")
_EDGES = " ,–-/()"


def families_of(titles: Iterable[str]) -> dict[str, str]:
    """Return the family for each title: without words of ranks and numbers, as first written."""
    shown: dict[str, str] = {}
    found = {}
    for title in dict.fromkeys(titles):
        stem = job_of(title)
        found[title] = shown.setdefault(word_key(stem), stem)
    return found


def job_of(title: str) -> str:
    """Return a title without its rank and number; the whole title if nothing else is left."""
    plain = single_spaced(title)
    bare = _NUMERAL.sub("", plain)
    kept = list(bare)
    for start, end in grade_spans(bare):
        kept[start:end] = [" "] * (end - start)
    stem = single_spaced("".join(kept)).strip(_EDGES)
    return stem or bare or plain
