"""Read YAML and JSON as plain trees of texts, without running anything and within limits."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import (
    AliasEvent,
    CSafeLoader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    parse,
)

from laddereditor.exchange.importer import ImportRefused

# Limits, many times above the largest public ladder: nesting, values with what aliases repeat.
MAX_DEPTH = 40
MAX_VALUES = 500_000

# A tree is a text, a list of trees, or a mapping of texts to trees.
TextTree = str | list["TextTree"] | dict[str, "TextTree"]


@dataclass
class ReadTree:
    """The tree of a file, and what people should know about how it was read."""

    tree: TextTree
    notes: list[str] = field(default_factory=list)


def tree_of_json(text: str, source: str) -> ReadTree:
    """Return the tree of a JSON text; numbers stay the texts that they are written as.

    Raises:
        ImportRefused: The text is no JSON, or too deep or too large.
    """
    notes: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            _put(found, key, value, source, notes)
        return found

    try:
        value = json.loads(
            text,
            object_pairs_hook=mapping,
            parse_int=str,
            parse_float=str,
            parse_constant=str,
        )
    except RecursionError as error:
        raise ImportRefused(_too_deep(source)) from error
    except ValueError as error:
        raise ImportRefused(f"{source} is no JSON: {error}.") from error
    count = [0]
    return ReadTree(_plain(value, source, count, 0), notes)


def _plain(value: Any, source: str, count: list[int], depth: int) -> TextTree:
    count[0] += 1
    if depth > MAX_DEPTH:
        raise ImportRefused(_too_deep(source))
    if count[0] > MAX_VALUES:
        raise ImportRefused(_too_large(source))
    if isinstance(value, dict):
        return {str(k): _plain(one, source, count, depth + 1) for k, one in value.items()}
    if isinstance(value, list):
        return [_plain(one, source, count, depth + 1) for one in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def trees_of_yaml(text: str, source: str) -> Iterator[ReadTree]:
    """Yield the tree of each document of a YAML text; tags mean nothing, and all scalars are texts.

    Raises:
        ImportRefused: The text is no YAML, or too deep or too large.
    """
    try:
        yield from _TreeBuilder(source).documents(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", "") or "it cannot be read"
        raise ImportRefused(f"{source} is no YAML{where}: {problem}.") from error


@dataclass
class _Open:
    """A list or mapping that is being read."""

    value: list[TextTree] | dict[str, TextTree]
    anchor: str | None
    start: int  # values that were counted before it
    key: str | None = None


@dataclass
class _TreeBuilder:
    source: str
    count: int = 0
    anchors: dict[str, tuple[TextTree, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    done: list[TextTree] = field(default_factory=list)

    def documents(self, text: str) -> Iterator[ReadTree]:
        for event in parse(text, Loader=CSafeLoader):
            self._take(event)
            if self.done and not self.open:
                yield ReadTree(self.done.pop(), self.notes)

    def _take(self, event: Any) -> None:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            made: list[TextTree] | dict[str, TextTree] = (
                {} if isinstance(event, MappingStartEvent) else []
            )
            self.open.append(_Open(made, event.anchor, self.count))
            if len(self.open) > MAX_DEPTH:
                raise ImportRefused(_too_deep(self.source))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            closed = self.open.pop()
            self._put(closed.value, closed.anchor, self.count - closed.start)
        elif isinstance(event, ScalarEvent):
            is_null = event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
            self._put("" if is_null else event.value, event.anchor, 0)
        elif isinstance(event, AliasEvent):
            value, size = self.anchors.get(event.anchor or "", ("", 0))
            self._put(value, None, 0, repeated=size)

    def _put(self, value: TextTree, anchor: str | None, size: int, repeated: int = 0) -> None:
        self.count += 1 + repeated
        if self.count > MAX_VALUES:
            raise ImportRefused(_too_large(self.source))
        if anchor:
            self.anchors[anchor] = value, size + 1
        if not self.open:
            self.done.append(value)
            return
        top = self.open[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        elif top.key is None:
            top.key = value if isinstance(value, str) else "?"
        else:
            key, top.key = top.key, None
            if key == "<<":
                _merge(top.value, value)
            else:
                _put(top.value, key, value, self.source, self.notes)


def _merge(into: dict[str, TextTree], value: TextTree) -> None:
    """Fill in what a merge key (`<<`) gives."""
    for one in value if isinstance(value, list) else [value]:
        for key, inner in one.items() if isinstance(one, dict) else ():
            into.setdefault(key, inner)


def _put(found: dict[str, Any], key: str, value: Any, source: str, notes: list[str]) -> None:
    if key in found:
        notes.append(f"{source} has the key “{key}” twice in one place; both values are read.")
        number = 2
        while f"{key} ({number})" in found:
            number += 1
        key = f"{key} ({number})"
    found[key] = value


def _too_deep(source: str) -> str:
    return f"{source} has more than {MAX_DEPTH} lists inside each other, far more than any ladder."


def _too_large(source: str) -> str:
    return f"{source} has more than {MAX_VALUES:,} values, or repeats some without end."
