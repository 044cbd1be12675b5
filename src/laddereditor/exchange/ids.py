"""Stable names for what an import creates."""

from laddereditor.edits.ids import slug

__all__ = ["UniqueIds", "slug"]


class UniqueIds:
    """Hands out ids, each once: `mentoring`, then `mentoring-2`. Quick for any number of names."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def new(self, text: str, fallback: str) -> str:
        """Return an id for a text that was not handed out before."""
        base = candidate = slug(text, fallback)
        while candidate in self._taken:
            self._last[base] = self._last.get(base, 1) + 1
            candidate = f"{base}-{self._last[base]}"
        self._taken.add(candidate)
        return candidate
