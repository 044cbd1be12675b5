"""Recognise blank lines that belong to the text above them, a block that keeps them (`|+`)."""

import re

from laddereditor.storage.text.tree import YamlNode, parse_tree

_HEADER = re.compile(r"[|>]\d?\+")


def keeps_blank_lines(text: str) -> bool:
    """Whether blank lines added after a piece of text would become part of its last value."""
    if "+" not in text or not _HEADER.search(text):
        return False
    root = parse_tree(text)
    leaf = _last_leaf(root) if root else None
    if leaf is None or leaf.style not in ("|", ">") or leaf.after < len(text):
        return False
    return _HEADER.match(text, leaf.start) is not None


def _last_leaf(node: YamlNode) -> YamlNode:
    while node.items or node.entries:
        node = node.items[-1] if node.items else node.entries[-1][1]
    return node
