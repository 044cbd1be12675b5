"""The order of levels and of the steps of a scale."""

import re
from collections.abc import Sequence

from laddereditor.exchange.tables.terms.level_heads import level_head, plain_rank, rising
from laddereditor.exchange.tables.terms.words import step_place
from laddereditor.model.spacing import single_spaced

_NUMBERED = re.compile(r"\s*\(?(\d{1,2}(?:[.,]\d+)?)\)?\s*(?:[-–—:.=)]\s*(\S.*))?$")


def ordered_levels(names: Sequence[str], order: str = "") -> tuple[str, ...]:
    """Return names of levels, lowest first.

    Args:
        names: The names in the order of the file.
        order: “lowest-first” or “highest-first” if a person said it or the words do not say it.
    """
    heads = [level_head(name) for name in names]
    direction = rising(heads)
    if direction < 0 or (order == "highest-first" and direction == 0):
        names = list(reversed(names))
        heads.reverse()
    keys = [(one.number, one.rank) for one in heads]
    if (
        all(number is not None for number, _ in keys)
        and len({h.code.rstrip("0123456789") for h in heads}) == 1
    ):
        pairs = sorted(zip(heads, names, strict=True), key=lambda one: one[0].number or 0)
        return tuple(name for _, name in pairs)
    if all(one.rank is not None for one in heads):
        pairs = sorted(zip(heads, names, strict=True), key=lambda one: one[0].rank or plain_rank())
        return tuple(name for _, name in pairs)
    return tuple(names)


def ordered_steps(names: Sequence[str]) -> tuple[str, ...]:
    """Return the steps of a scale, lowest first."""
    keys = [_step_key(name) for name in names]
    if all(key is not None for key in keys):
        pairs = sorted(zip(keys, range(len(names)), names, strict=True), key=lambda one: one[:2])
        return tuple(name for _, _, name in pairs)
    return tuple(names)


def _step_key(name: str) -> float | None:
    number, _ = step_parts(name)
    if number is not None:
        return number
    place = step_place(name)
    return None if place is None else float(place)


def step_parts(text: str) -> tuple[float | None, str]:
    """Return the number and the name of a step: `3 - Competent` gives 3 and “Competent”."""
    match = _NUMBERED.match(text)
    if not match:
        return None, single_spaced(text)
    return float(match[1].replace(",", ".")), (match[2] or "").strip()
