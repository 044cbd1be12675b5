"""Find the comments in a piece of YAML."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from laddereditor.storage.text.gaps import next_line
from laddereditor.storage.text.tree import YamlNode, parse_tree

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n\x85\u2028\u2029]*", re.MULTILINE)


class Span(NamedTuple):
    """Where a comment is: `text[start:end]`, from its `#` on."""

    start: int
    end: int


def comments_of(text: str) -> list[str]:
    """Return the comments of a piece of YAML, in order; a `#` inside a value is not one."""
    return [text[start:end].rstrip() for start, end in comment_spans(text)]


def comment_spans(text: str) -> list[Span]:
    """Return where the comments of a piece of YAML are, in order."""
    return list(_spans(text)) if "#" in text else []


@lru_cache(maxsize=32)  # an edit needs its old text twice, and the last edit wrote it
def _spans(text: str) -> tuple[Span, ...]:
    root = parse_tree(text)
    values = sorted(_values(text, root)) if root else []
    found: list[Span] = []
    start = 0
    for value_start, value_end in [*values, (len(text), len(text))]:
        found += (Span(*hit.span()) for hit in _COMMENT.finditer(text, start, value_start))
        start = max(start, value_end)
    return tuple(found)


def _values(text: str, node: YamlNode) -> Iterator[tuple[int, int]]:
    """Yield where each key and value starts and ends; a block scalar starts below its header."""
    if node.kind == "scalar":
        block = node.style in ("|", ">")
        yield (next_line(text, node.start), node.after) if block else (node.start, node.end)
    for item in node.items:
        yield from _values(text, item)
    for key, value in node.entries:
        yield from _values(text, key)
        yield from _values(text, value)
