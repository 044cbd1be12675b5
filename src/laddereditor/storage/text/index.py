"""Store the place of every value of a piece of text in a few flat arrays.

Nodes are numbered in the order of the text. The place of a mapping entry is that of its key, which
is its label; the place of a list item is that of its value, and it has no label. Node 0 is the
whole piece.
"""

from array import array
from collections.abc import Sequence

AnyPath = Sequence[str | int]


class Index:
    """The places of one piece of text; lines and columns count from 0, from `first_line` on."""

    __slots__ = ("columns", "first_line", "labels", "lines", "parents")

    def __init__(self) -> None:
        self.first_line = 0
        self.lines = array("I")
        self.columns = array("I")
        self.parents = array("I")
        self.labels: list[str | None] = []

    def add(self, line: int, column: int, parent: int, label: str | None) -> None:
        """Add the next node.

        Args:
            line: Its line, from 0, counted from `first_line` on.
            column: Its column in characters, from 0.
            parent: The number of the node that it is in.
            label: The key of an entry, None for an item of a list.
        """
        self.lines.append(line)
        self.columns.append(column)
        self.parents.append(parent)
        self.labels.append(label)

    def find(self, path: AnyPath) -> tuple[int, bool]:
        """Return the node at a path, or the nearest node that encloses it.

        Returns:
            The number of the node, and whether it is the one at the path.
        """
        node = 0
        for step in path:
            child = self._child(node, step)
            if child is None:
                return node, False
            node = child
        return node, True

    def _child(self, node: int, step: str | int) -> int | None:
        parents, labels = self.parents, self.labels
        position, count = node, 0
        while True:
            try:
                position = parents.index(node, position + 1)
            except ValueError:
                return None
            if (labels[position] is None and count == step) or labels[position] == str(step):
                return position
            count += 1

    def has_inside(self, node: int) -> bool:
        """Whether there are nodes inside a node; the first one follows it at once."""
        return node + 1 < len(self.parents) and self.parents[node + 1] == node

    def place(self, node: int) -> tuple[int, int]:
        """Return line and column of a node, counted from 0 within the piece."""
        return self.lines[node] - self.first_line, self.columns[node]

    def path_of(self, node: int) -> tuple[str | int, ...]:
        """Return the path of a node within the piece; the inverse of `find`."""
        path: list[str | int] = []
        while node:
            parent, label = self.parents[node], self.labels[node]
            before = self.parents[parent + 1 : node]
            path.append(before.count(parent) if label is None else label)
            node = parent
        return tuple(reversed(path))

    def moved(self, by: int) -> "Index":
        """Return the same places for a piece that starts with `by` more lines."""
        other = self.with_columns(self.columns)
        other.first_line = self.first_line - by
        return other

    def with_columns(self, columns: "array[int]") -> "Index":
        """Return the same places with another column for each node."""
        other = Index()
        other.lines, other.columns = self.lines, columns
        other.parents, other.labels = self.parents, self.labels
        other.first_line = self.first_line
        return other
