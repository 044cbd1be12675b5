"""Whether the levels of tables rise or fall, and whether families have the same ones."""

from collections.abc import Sequence

from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.terms.level_heads import level_head, rising
from laddereditor.exchange.tables.terms.words import word_key


def order_doubts(tables: Sequence[FoundTable]) -> dict[str, tuple[str, str]]:
    """Return the doubts about the order of levels, with their defaults and reasons."""
    doubts: dict[str, tuple[str, str]] = {}
    series = [names for table in tables if (names := _levels_across(table))]
    if not series:
        return doubts
    falling = [names for names in series if rising([level_head(one) for one in names]) < 0]
    unknown = [names for names in series if rising([level_head(one) for one in names]) == 0]
    if falling:
        doubts["order"] = ("highest-first", f"the words say that “{falling[0][0]}” is the highest")
    elif unknown:
        doubts["order"] = ("lowest-first", "the words do not say which level is the lowest")
    if _differ(series):
        doubts["levels"] = ("align", "the families have as many levels, under other names")
    return doubts


def _levels_across(table: FoundTable) -> list[str]:
    return list(
        dict.fromkeys(one.value for one in table.columns if one.role == "at-level" and one.value)
    )


def _differ(series: Sequence[list[str]]) -> bool:
    """Whether tables have as many levels, but most of them under other names."""
    keys = [frozenset(word_key(one) for one in names) for names in series]
    same_size = len({len(one) for one in keys}) == 1
    return len(set(keys)) > 1 and same_size and not frozenset.intersection(*keys)
