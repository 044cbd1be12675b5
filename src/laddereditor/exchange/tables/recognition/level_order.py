"""Whether the levels of tables rise or fall, and whether families have the same ones."""

from collections.abc import Sequence

from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.terms.level_heads import (
    are_codes,
    level_head,
    rising,
)
from laddereditor.exchange.tables.terms.words import word_key


def order_doubts(tables: Sequence[FoundTable], tracks: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the doubts about the order of levels, with their defaults and reasons.

    Args:
        tables: The tables that are taken.
        tracks: The track that the name of the sheet says, for each of them; "" for none.
    """
    doubts: dict[str, tuple[str, str]] = {}
    pairs = [(track, _levels_across(one)) for track, one in zip(tracks, tables, strict=True)]
    series = [names for _, names in pairs if names]
    if not series:
        return doubts
    falling = [names for names in series if rising([level_head(one) for one in names]) < 0]
    unknown = [names for names in series if rising([level_head(one) for one in names]) == 0]
    if falling:
        doubts["order"] = ("highest-first", f"the words say that “{falling[0][0]}” is the highest")
    elif unknown:
        doubts["order"] = ("lowest-first", "the words do not say which level is the lowest")
    by_track = ([n for track, n in pairs if n and track == one] for one in dict.fromkeys(tracks))
    if any(map(_differ, by_track)):
        doubts["levels"] = ("align", "the families have as many levels, under other names")
    return doubts


def _levels_across(table: FoundTable) -> list[str]:
    return list(
        dict.fromkeys(one.value for one in table.columns if one.role == "at-level" and one.value)
    )


def _differ(series: Sequence[list[str]]) -> bool:
    """Whether tables have as many levels, but under other names, which are no codes."""
    if not series or are_codes([name for names in series for name in names]):
        return False
    keys = [frozenset(word_key(one) for one in names) for names in series]
    same_size = len({len(one) for one in keys}) == 1
    return len(set(keys)) > 1 and same_size and not frozenset.intersection(*keys)
