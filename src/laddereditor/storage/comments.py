"""The comments of a piece of text."""

import re
from collections.abc import Iterator

from laddereditor.storage.tree import Node, parse_tree

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n\x85\u2028\u2029]*", re.MULTILINE)


def comments_of(text: str) -> list[str]:
    """Return the comments of a piece of YAML, in order; a `#` inside a value is none."""
    if "#" not in text:
        return []
    root = parse_tree(text)
    inside = sorted(_scalars(root)) if root else []
    found = []
    at = 0
    for hit in _COMMENT.finditer(text):
        while at < len(inside) and inside[at][1] <= hit.start():
            at += 1
        if at == len(inside) or hit.start() < inside[at][0]:
            found.append(hit[0].rstrip())
    return found


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    """Yield where each key and value starts and ends."""
    if node.kind == "scalar":
        yield node.start, node.end
    for item in node.items:
        yield from _scalars(item)
    for key, value in node.entries:
        yield from _scalars(key)
        yield from _scalars(value)
