"""The expanded, selected and visible rows of the tree of one ladder, by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.edit import follow
from laddereditor.model.address import Address
from laddereditor.presentation.tree.nodes import LADDER_KEY, TreeNode

_FEW = 24  # rows that a group is opened for at first


@dataclass
class TreeState:
    """The state of one ladder's tree."""

    expanded: set[str] = field(default_factory=lambda: {LADDER_KEY})
    selected: list[str] = field(default_factory=lambda: [LADDER_KEY])
    current: str = LADDER_KEY
    scroll: int = 0

    def follow(self, moves: Mapping[Address, Address]) -> None:
        """Follow nodes to their new keys."""
        if moves:
            self.expanded = {follow(Address(key), moves) for key in self.expanded}
            self.selected = [follow(Address(key), moves) for key in self.selected]
            self.current = follow(Address(self.current), moves)

    def as_json(self) -> dict[str, Any]:
        """Return the state as JSON values."""
        return {
            "expanded": sorted(self.expanded),
            "selected": list(self.selected),
            "current": self.current,
            "scroll": self.scroll,
        }


def first_state(root: TreeNode) -> TreeState:
    """Return the state of a tree that is shown for the first time: groups, but not everything."""
    state = TreeState()
    groups = [node for node in root.children if node.key in ("families", "levels")]
    state.expanded |= {node.key for node in groups}
    for node in groups:
        if node.key == "families" and sum(len(group.children) for group in node.children) <= _FEW:
            state.expanded |= {group.key for group in node.children}
    return state


def state_from_json(value: object) -> TreeState:
    """Return the state that JSON values describe; what makes no sense is left out."""
    state = TreeState()
    if isinstance(value, dict):
        state.expanded |= set(_texts(value.get("expanded")))
        current, scroll = value.get("current"), value.get("scroll")
        state.current = current if isinstance(current, str) else LADDER_KEY
        state.selected = _texts(value.get("selected")) or [state.current]
        state.scroll = scroll if isinstance(scroll, int) else 0
    return state


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
