"""Parse a piece of text into nodes with exact extent and style, for splicing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from yaml import (
    CSafeLoader,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)

from laddereditor.storage.text.events import key_of, scalar_value
from laddereditor.storage.text.gaps import LINE_BREAK, content_end
from laddereditor.storage.text.refusals import Refused


@dataclass(frozen=True, slots=True)
class YamlNode:
    """A value, at `text[start:end]`; a block collection ends with its last leaf."""

    kind: Literal["scalar", "map", "seq"]
    start: int
    end: int
    column: int
    flow: bool = False
    style: str = ""  # of a scalar: "", "'", '"', "|" or ">"
    value: str | None = None  # of a scalar; None if it is empty
    items: "tuple[YamlNode, ...]" = ()  # of a list
    entries: "tuple[tuple[YamlNode, YamlNode], ...]" = ()  # of a mapping
    after: int = 0  # where the line after it starts

    @property
    def is_block(self) -> bool:
        """Whether it is a collection in block style, with items or entries."""
        return self.kind != "scalar" and not self.flow

    def entry(self, key: str) -> "tuple[YamlNode, YamlNode] | None":
        """Return the key and value nodes of an entry, or None."""
        return next((pair for pair in self.entries if pair[0].value == key), None)


@lru_cache(maxsize=4)  # a tree takes far more memory than its text
def parse_tree(text: str) -> YamlNode | None:
    """Return the root node of a piece of text, or None if it has none (such as a lone `...`)."""
    loader = CSafeLoader(text)
    pull: Callable[[], Any] = loader.get_event
    pull()
    try:
        event = pull()
        if event.__class__ is not DocumentStartEvent:
            return None
        return _node(text, pull, pull())
    except YAMLError:
        return None


def _node(text: str, pull: Callable[[], Any], event: Any) -> YamlNode:
    start, end = event.start_mark.index, event.end_mark.index
    column = event.start_mark.column
    if event.__class__ is ScalarEvent:
        style = event.style or ""
        value = event.value if event.value or style else None
        if style in ("|", ">"):
            value = scalar_value(event)
            after = content_end(text, end, block=True, keep="+" in text[start : start + 3])
        else:  # most values; calls would double the time of this
            found = LINE_BREAK.search(text, end)
            after = found.end() if found else len(text)
        return YamlNode("scalar", start, end, column, style=style, value=value, after=after)
    if event.__class__ is MappingStartEvent:
        return _map(text, pull, event)
    if event.__class__ is not SequenceStartEvent:
        raise Refused("There is an alias here", event.start_mark)
    items: list[YamlNode] = []
    while (inner := pull()).__class__ is not SequenceEndEvent:
        items.append(_node(text, pull, inner))
    last = items[-1] if items else None
    end, after = _extent(text, event, inner, last)
    return YamlNode(
        "seq", start, end, column, bool(event.flow_style), items=tuple(items), after=after
    )


def _map(text: str, pull: Callable[[], Any], event: Any) -> YamlNode:
    entries: list[tuple[YamlNode, YamlNode]] = []
    while (inner := pull()).__class__ is not MappingEndEvent:
        plain = inner.__class__ is ScalarEvent and inner.anchor is None and inner.tag is None
        if not (plain and inner.value):
            key_of(inner)
        key = _node(text, pull, inner)
        entries.append((key, _node(text, pull, pull())))
    last = entries[-1][1] if entries else None
    end, after = _extent(text, event, inner, last)
    start, column = event.start_mark.index, event.start_mark.column
    flow = bool(event.flow_style)
    return YamlNode("map", start, end, column, flow, entries=tuple(entries), after=after)


def _extent(text: str, start: Any, stop: Any, last: YamlNode | None) -> tuple[int, int]:
    """Return the end of a collection, and where the line after it starts."""
    if start.flow_style or last is None:
        end = stop.end_mark.index
        return end, content_end(text, end, block=False)
    return last.end, last.after


def walk_values(node: YamlNode, key: str = "") -> Iterator[tuple[str, YamlNode]]:
    """Yield every value below a node with its key; an item of the list `name` has `name[]`."""
    for name, value in node.entries:
        yield str(name.value), value
        yield from walk_values(value, str(name.value))
    for item in node.items:
        yield f"{key}[]", item
        yield from walk_values(item, f"{key}[]" if item.kind == "seq" else key)
