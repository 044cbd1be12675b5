"""Create unique ids for imported entities."""

from laddereditor.edits.ids import slug

__all__ = ["UniqueIds", "slug"]


class UniqueIds:
    """Creates ids that are each unique: `mentoring`, then `mentoring-2`."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def new(self, text: str, fallback: str) -> str:
        """Return a new id for a text, or for `fallback` if no id can be made from the text."""
        base = candidate = slug(text, fallback)
        while candidate in self._taken:
            self._last[base] = self._last.get(base, 1) + 1
            candidate = f"{base}-{self._last[base]}"
        self._taken.add(candidate)
        return candidate
