"""What is open, selected and in sight in the tree of one ladder, by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from laddereditor.gui.tree.nodes import LADDER_KEY
from laddereditor.session.change import follow

_FIRST = frozenset({LADDER_KEY, "families", "levels"})


@dataclass
class TreeState:
    """The state of one ladder's tree. At first the ladder and its main groups are open."""

    expanded: set[str] = field(default_factory=lambda: set(_FIRST))
    selected: list[str] = field(default_factory=lambda: [LADDER_KEY])
    current: str = LADDER_KEY
    scroll: int = 0

    def follow(self, moved: Mapping[str, str]) -> None:
        """Follow entities to their new addresses."""
        if moved:
            self.expanded = {follow(key, moved) for key in self.expanded}
            self.selected = [follow(key, moved) for key in self.selected]
            self.current = follow(self.current, moved)

    def as_json(self) -> dict[str, Any]:
        """Return the state as JSON values."""
        return {
            "expanded": sorted(self.expanded),
            "selected": list(self.selected),
            "current": self.current,
            "scroll": self.scroll,
        }

    @classmethod
    def from_json(cls, value: object) -> "TreeState":
        """Return the state that JSON values describe; what makes no sense is left out."""
        state = cls()
        if isinstance(value, dict):
            state.expanded = _texts(value.get("expanded")) | {LADDER_KEY}
            state.selected = sorted(_texts(value.get("selected")))
            current = value.get("current")
            state.current = current if isinstance(current, str) else LADDER_KEY
            scroll = value.get("scroll")
            state.scroll = scroll if isinstance(scroll, int) else 0
        return state


def _texts(value: object) -> set[str]:
    return {item for item in value if isinstance(item, str)} if isinstance(value, list) else set()
