"""Find entities of one list whose names or codes are practically equal: `SQL`, `sql`, `SQL `."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import entity_name
from laddereditor.model.spacing import single_spaced

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


@lru_cache(maxsize=50_000)
def comparable_name(name: str) -> str:
    """Return a name without inaudible differences: case, width, composition, spaces, dashes."""
    if name.isascii():
        return single_spaced(name.casefold())
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", name))
    folded = unicodedata.normalize("NFKC", _DASHES.sub("-", plain).casefold())
    return single_spaced(folded)


def similar_names(listed: Sequence[Entity]) -> Iterator[str]:
    """Yield for each entity of a list the earlier one with the same name, or "".

    Entities with the same id are skipped: another rule reports them.
    """
    return _same(listed, entity_name)


def same_codes(families: Sequence[Family]) -> Iterator[str]:
    """Yield for each family the earlier one with the same short code, or ""."""
    return _same(families, lambda one: str(getattr(one, "code", "")))


def _same(listed: Sequence[Entity], value: Callable[[Entity], str]) -> Iterator[str]:
    """Yield for each entity the earlier one with practically the same value: “SQL” (sql)."""
    seen: dict[str, tuple[str, str]] = {}
    for entity in listed:
        known, key = comparable_name(value(entity)), str(getattr(entity, "id", ""))
        own = entity_name(entity), key
        first = seen.setdefault(known, own) if known else own
        yield "" if first[1] == key else f"“{first[0]}” ({first[1]})"
