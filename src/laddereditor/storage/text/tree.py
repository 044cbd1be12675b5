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

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


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
    """Return the node that begins with an event; in one loop, as calls would double the time."""
    opened: list[tuple[Any, list[YamlNode]]] = []  # collections, each with its nodes so far
    while True:
        kind = event.__class__
        if opened and opened[-1][0].__class__ is MappingStartEvent and not len(opened[-1][1]) % 2:
            is_plain = kind is ScalarEvent and event.anchor is None and event.tag is None
            if kind is not MappingEndEvent and not (is_plain and event.value):
                key_of(event)  # refuses what cannot be a key
        if kind is ScalarEvent:
            start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
            value = event.value if event.value or style else None
            if style in ("|", ">"):
                value = scalar_value(event)
                after = content_end(text, end, block=True, keep="+" in text[start : start + 3])
            else:
                found = LINE_BREAK.search(text, end)
                after = found.end() if found else len(text)
            column = event.start_mark.column
            node = YamlNode("scalar", start, end, column, style=style, value=value, after=after)
        elif kind in _STARTS:
            opened.append((event, []))
            event = pull()
            continue
        elif kind in _ENDS:
            node = _collection(text, *opened.pop(), event)
        else:
            raise Refused("There is an alias here", event.start_mark)
        if not opened:
            return node
        opened[-1][1].append(node)
        event = pull()


def _collection(text: str, start: Any, nodes: list[YamlNode], stop: Any) -> YamlNode:
    """Return the node of a collection; a block ends with its last leaf."""
    flow = bool(start.flow_style)
    if flow or not nodes:
        end = stop.end_mark.index
        after = content_end(text, end, block=False)
    else:
        end, after = nodes[-1].end, nodes[-1].after
    begin, column = start.start_mark.index, start.start_mark.column
    if start.__class__ is MappingStartEvent:
        entries = tuple(zip(nodes[::2], nodes[1::2], strict=True))
        return YamlNode("map", begin, end, column, flow, entries=entries, after=after)
    return YamlNode("seq", begin, end, column, flow, items=tuple(nodes), after=after)


def walk_values(node: YamlNode, key: str = "") -> Iterator[tuple[str, YamlNode]]:
    """Yield every value below a node with its key; an item of the list `name` has `name[]`."""
    for name, value in node.entries:
        yield str(name.value), value
        yield from walk_values(value, str(name.value))
    for item in node.items:
        yield f"{key}[]", item
        yield from walk_values(item, f"{key}[]" if item.kind == "seq" else key)
