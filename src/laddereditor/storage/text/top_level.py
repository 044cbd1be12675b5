"""Decide where top-level entries are written: before, between or after the lists of records."""

from collections.abc import Mapping, Sequence

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import Raw, to_raw
from laddereditor.storage.text.pieces import TextPart
from laddereditor.storage.text.top_level_edits import keys_of

Entries = dict[str, Raw]


def planned_heads(
    parts: Sequence[TextPart], old: Ladder, new: Ladder
) -> dict[int, tuple[Entries, Entries]]:
    """Return the old and new entries of each part that holds top-level entries.

    Args:
        parts: The pieces of the file.
        old: The ladder that they read as.
        new: The ladder that they are to read as.

    Returns:
        By the number of the part, its old and its new entries. Entries to be added after the last
        list, where none exist yet, have that list's number, negated.
    """
    listed = {part.field for part in parts if part.field}
    before, after = _head_values(old, listed), _head_values(new, listed)
    for field in listed:
        before[field] = None
        after[field] = None if getattr(new, field) else []
    order = _field_order(after)
    home = _homes(parts)
    for number, key in enumerate(order):
        if key not in home:
            home[key] = _home_of_new(parts, listed, order[:number], home)
    numbers = [n for n, part in enumerate(parts) if not part.field]
    return {
        place: (
            {key: before[key] for key in _field_order(before) if home.get(key) == place},
            {key: after[key] for key in order if home[key] == place},
        )
        for place in {*numbers, *home.values()}
    }


def _homes(parts: Sequence[TextPart]) -> dict[str, int]:
    return {
        key: number
        for number, part in enumerate(parts)
        if not part.field
        for key in keys_of(part.chunks[0])
    }


def _home_of_new(
    parts: Sequence[TextPart], listed: set[str], before: Sequence[str], home: Mapping[str, int]
) -> int:
    """Return the part that a new entry belongs to: after its nearest predecessor."""
    for key in reversed(before):
        number = home[key]
        if key not in listed or number < 0:
            return number
        follows = number + 2  # its records come between
        has_head = follows < len(parts) and not parts[follows].field
        return follows if has_head else -(number + 1)
    return 0


def _head_values(ladder: Ladder, listed: set[str]) -> Entries:
    values = {
        name: to_raw(getattr(ladder, name))
        for name, info in Ladder.model_fields.items()
        if name not in listed and (info.is_required() or getattr(ladder, name) != info.default)
    }
    extra: Entries = to_raw(ladder.model_extra or {})
    return values | extra


def _field_order(values: Mapping[str, Raw]) -> list[str]:
    """Return top-level keys as a file usually has them, unknown ones last."""
    known = [key for key in Ladder.model_fields if key in values]
    return [*known, *(key for key in values if key not in Ladder.model_fields)]
