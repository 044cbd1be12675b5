"""Read plain values and their places in one pass over libyaml's events.

Every scalar stays a string of its characters; an empty value is None. No constructor runs and no
type is resolved.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import (
    CSafeLoader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from laddereditor.model.raw import Raw
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.refusals import Refused, check_plain

MAX_DEPTH = 32
MAX_VALUES = 5_000_000
_TICK = 4096


class Duplicate(NamedTuple):
    """A key that occurs twice in one mapping: its node in the index, and the mapping's node."""

    key: str
    node: int
    parent: int
    places: Index


class Scan:
    """The state of one pass over a text."""

    def __init__(self, text: str, tick: Callable[[int], None] = lambda _: None) -> None:
        self.pull: Callable[[], Any] = CSafeLoader(text).get_event
        self.tick = tick
        self.index = Index()
        self.last: Any = None  # the last leaf: scalar, or end of a flow collection
        self.has_empty = False  # whether the text holds an empty value
        self.duplicates: list[Duplicate] = []
        self.values = 0

    def start_piece(self) -> None:
        """Begin a new piece of text, with its own index of places."""
        self.index = Index()
        self.has_empty = False


def scalar_value(event: Any) -> str | None:
    """Return the text of a scalar event, or None for an empty value.

    The line break that ends a block scalar belongs to the layout and is not part of the text.
    """
    value: str = event.value
    if not value:
        return value if event.style else None
    if value[-1] == "\n" and event.style in ("|", ">"):
        return value[:-1]
    return value


def key_of(event: Any) -> str:
    """Return the text of a key.

    Raises:
        Refused: The key is a collection or missing, or has an alias, an anchor or a tag.
    """
    if event.__class__ is not ScalarEvent:
        check_plain(event)
        raise Refused(
            "A list or group cannot come before a ':'. Put a text that starts with '{' or '[' "
            "in quotes",
            event.start_mark,
        )
    if event.anchor is not None or event.tag is not None:
        check_plain(event)
    key: str = event.value
    if not key and not event.style:
        raise Refused("A name is missing before the ':'", event.start_mark)
    return key


def read_value(scan: Scan, event: Any, node: int) -> Raw:  # noqa: PLR0912, PLR0915 - the hot loop
    """Read one value from the stream of events.

    The function is long on purpose: its loop runs for every event of a file, and is what reading
    takes its time for (`bench/reading.py`), so it calls no functions for what is usual.

    Args:
        scan: The state of the pass.
        event: The event that starts the value.
        node: The number of the value's node in the index.

    Returns:
        The plain value.

    Raises:
        Refused: The text holds something that a ladder cannot hold.
    """
    pull, index = scan.pull, scan.index
    add_line, add_column = index.lines.append, index.columns.append
    add_parent, add_label = index.parents.append, index.labels.append
    count = len(index.lines)
    next_tick = count + _TICK
    stack: list[tuple[Any, str | None, int]] = []
    root: list[Raw] = []
    current: Any = root  # the open collection
    key: str | None = None  # the key whose value comes next
    keyed = False  # whether the open collection is a mapping
    while True:
        kind = event.__class__
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                check_plain(event)
            value = event.value
            if keyed and key is None:
                if not value and not event.style:
                    key_of(event)
                key = value
                mark = event.start_mark
                add_line(mark.line)
                add_column(mark.column)
                add_parent(node)
                add_label(value)
                count += 1
            else:
                if not value:
                    if not event.style:
                        value = None
                        scan.has_empty = True
                elif value[-1] == "\n" and event.style in ("|", ">"):
                    value = value[:-1]
                if keyed:
                    if key in current:
                        scan.duplicates.append(Duplicate(str(key), count - 1, node, index))
                    current[key] = value
                    key = None
                else:
                    if stack:
                        mark = event.start_mark
                        add_line(mark.line)
                        add_column(mark.column)
                        add_parent(node)
                        add_label(None)
                        count += 1
                    current.append(value)
                scan.last = event
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                check_plain(event)
            new: Any = {} if kind is MappingStartEvent else []
            stack.append((current, key, node))
            if keyed:
                if key is None:
                    key_of(event)
                if key in current:
                    scan.duplicates.append(Duplicate(str(key), count - 1, node, index))
                current[key] = new
                node = count - 1
            else:
                current.append(new)
                if len(stack) > 1:
                    mark = event.start_mark
                    add_line(mark.line)
                    add_column(mark.column)
                    add_parent(node)
                    add_label(None)
                    node = count
                    count += 1
            if len(stack) > MAX_DEPTH:
                raise Refused(f"More than {MAX_DEPTH} levels inside each other", event.start_mark)
            current, key, keyed = new, None, kind is MappingStartEvent
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if event.end_mark.index != event.start_mark.index:
                scan.last = event
            current, key, node = stack.pop()
            key = None
            keyed = current.__class__ is dict
        else:
            check_plain(event)
        if not stack:
            break
        if count >= next_tick:
            next_tick = count + _TICK
            _tick(scan, event, count)
        event = pull()
    scan.values += count
    return root[0]


def _tick(scan: Scan, event: Any, count: int) -> None:
    if scan.values + count > MAX_VALUES:
        raise Refused("The file holds more values than any ladder", event.start_mark)
    scan.tick(event.start_mark.index)
