"""A diff as plain values for JSON."""

from collections.abc import Iterable
from typing import Any

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.effects.bump import bump
from laddereditor.reports.common.json_values import value_json


def diff_json(changes: Iterable[LadderChange]) -> dict[str, Any]:
    """Return `{"changes": [{"kind", "address", "field", …}], "bump"}`; a move has "from".

    What concerns people without asking anything of them says what it is about: `concerns` is "pay
    raised", "pay lowered", "pay", "title", "level code" or "terms".
    """
    listed = list(changes)
    return {"changes": [_change(change) for change in listed], "bump": bump(listed)}


def _change(change: LadderChange) -> dict[str, Any]:
    reported: dict[str, Any] = {
        "kind": change.kind,
        "address": change.address,
        "field": change.field,
        "before": value_json(change.before),
        "after": value_json(change.after),
        "effect": change.effect,
    }
    if change.concerns:
        reported["concerns"] = change.concerns
    if change.kind == "moved":
        reported["from"] = change.origin
    return reported
