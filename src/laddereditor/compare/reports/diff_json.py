"""A diff as plain values for JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from laddereditor.compare.diff.bump import bump
from laddereditor.compare.diff.change import LadderChange
from laddereditor.model.raw import to_raw


def diff_json(changes: Iterable[LadderChange]) -> dict[str, Any]:
    """Return `{"changes": [{"kind", "address", "field", …}], "bump"}`; a move has "from"."""
    listed = list(changes)
    return {"changes": [_change(change) for change in listed], "bump": bump(listed)}


def _change(change: LadderChange) -> dict[str, Any]:
    told: dict[str, Any] = {
        "kind": change.kind,
        "address": change.address,
        "field": change.field,
        "before": value_json(change.before),
        "after": value_json(change.after),
        "effect": change.effect,
    }
    if change.kind == "moved":
        told["from"] = change.origin
    return told


def value_json(value: Any) -> Any:
    """Return a value of a ladder as JSON knows it."""
    return _plain(to_raw(value))


def _plain(raw: Any) -> Any:
    """Return a value as JSON knows it: days as text."""
    if isinstance(raw, Mapping):
        return {key: _plain(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_plain(value) for value in raw]
    return raw.isoformat() if isinstance(raw, date) else raw
