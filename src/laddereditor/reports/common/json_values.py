"""Values of a ladder as JSON."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from laddereditor.model.raw import to_raw


def json_text(value: Any) -> str:
    """Return plain values as JSON that people can read."""
    return json.dumps(value, ensure_ascii=False, indent=2)


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
