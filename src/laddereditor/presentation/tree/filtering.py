"""Filtering the tree while typing: a node must contain every word."""

from collections.abc import Callable
from dataclasses import replace

from laddereditor.model.folding import folded
from laddereditor.presentation.tree.nodes import TreeNode

NOTHING_FITS = TreeNode("?", "Nothing fits. Press Enter to see everything.", "hint", muted=True)


class TreeFilter:
    """The words to look for, and which entries are shown. An empty filter matches everything."""

    def __init__(self, text: str = "", only: Callable[[TreeNode], bool] | None = None) -> None:
        """Look for words.

        Args:
            text: The words.
            only: Whether an entry is shown at all; None for each.
        """
        self._words = tuple(folded(text).split())
        self._only = only

    def __bool__(self) -> bool:
        return bool(self._words) or self._only is not None

    def applied(self, root: TreeNode) -> tuple[TreeNode, list[str]]:
        """Return the tree with the matching nodes, their ancestors, and what belongs to them.

        The second value is the keys of the ancestors that must be open to show what fits, from
        the top. An empty filter returns the tree as it is.
        """
        if not self:
            return root, []
        opened: list[str] = []
        found = self._prune(root, "", opened)
        if found is None:
            return replace(root, children=(NOTHING_FITS,)), [root.key]
        return found, opened[::-1]

    def _fits(self, node: TreeNode, above: str) -> bool:
        """Whether every word is in the node or its family, and at least one in the node."""
        if self._only is not None and not (node.address and self._only(node)):
            return False
        if not self._words:
            return True
        if not node.words:
            return False
        own = [word in node.words for word in self._words]
        return all(own) or (
            node.kind == "profile"
            and any(own)
            and all(here or word in above for here, word in zip(own, self._words, strict=True))
        )

    def _prune(self, node: TreeNode, above: str, opened: list[str]) -> TreeNode | None:
        is_hit = self._fits(node, above)
        if is_hit and self._only is None:
            return node
        found = [self._prune(child, node.words, opened) for child in node.children]
        children = tuple(child for child in found if child is not None)
        if not children and not is_hit:
            return None
        if children:
            opened.append(node.key)
        return (
            node
            if len(children) == len(node.children)
            and all(now is was for now, was in zip(children, node.children, strict=True))
            else replace(node, children=children)
        )
