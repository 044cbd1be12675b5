"""Filtering the tree as one types: every word must be somewhere in a node's words."""

import unicodedata
from dataclasses import replace
from functools import lru_cache

from laddereditor.gui.tree.nodes import Node


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return text without case and accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def pruned(node: Node, query: str) -> tuple[Node, frozenset[str]]:
    """Return the tree with only what fits, its ancestors and what is below it.

    The second value is the keys of the ancestors that must be open to show what fits. An empty
    query returns the tree itself.
    """
    words = tuple(folded(query).split())
    if not words:
        return node, frozenset()
    opened: set[str] = set()
    found = _prune(node, words, opened)
    return found or replace(node, children=()), frozenset(opened)


def _fits(node: Node, words: tuple[str, ...]) -> bool:
    if node.kind in ("ladder", "collection", "hint"):
        return False
    hay = folded(f"{node.badge} {node.label} {node.words} {node.address}")
    return all(word in hay for word in words)


def _prune(node: Node, words: tuple[str, ...], opened: set[str]) -> Node | None:
    kept = tuple(
        child for child in (_prune(inner, words, opened) for inner in node.children) if child
    )
    if kept:
        opened.add(node.key)
    if _fits(node, words):
        # What was looked for is shown with all that belongs to it, but not opened for that.
        return node if not kept else replace(node, children=node.children)
    return replace(node, children=kept) if kept else None
