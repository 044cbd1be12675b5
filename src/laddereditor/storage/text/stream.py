"""Turn the events of a file into top-level entries and records, and find where to cut its text."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from yaml import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.raw import Raw
from laddereditor.storage.text.events import Scan, key_of, read_value
from laddereditor.storage.text.gaps import (
    LINE_BREAK,
    content_end,
    count_breaks,
    line_start,
    next_line,
    start_of_first_lead,
    start_of_lead,
)
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.refusals import Refused, check_plain


class StreamEntry(NamedTuple):
    """A top-level entry, or a record of a top-level list."""

    path: tuple[str | int, ...]  # ("name",) or ("families", 3)
    raw: Raw
    places: Index
    node: int
    has_empty: bool


class ChunkStart(NamedTuple):
    """Where a piece of text starts."""

    field: str  # the list that the record is in, "" for top-level entries
    start: int
    places: Index
    column: int  # of the dash


class Stream:
    """One pass over a text, which yields its entries and records."""

    def __init__(self, text: str, tick: Callable[[int], None] = lambda _: None) -> None:
        self.text = text
        self.scan = Scan(text, tick)
        self.cuts: list[ChunkStart] = []
        self.is_mapping = False
        self.explicit = False  # whether the document has markers

    def __iter__(self) -> Iterator[StreamEntry]:
        """Yield top-level entries and records in the order of the text."""
        pull: Callable[[], Any] = self.scan.pull
        pull()
        if self._document_start(pull()):
            return
        root: Any = pull()
        check_plain(root)
        if root.__class__ is not MappingStartEvent:
            return
        self.is_mapping = True
        mark: Any = root.start_mark
        self._start_head(0, mark)
        event: Any
        while (event := pull()).__class__ is not MappingEndEvent:
            yield from self._entry(event, not root.flow_style)
        self._finish(pull)

    def _document_start(self, event: Any) -> bool:
        self.explicit = bool(getattr(event, "explicit", False))
        return event.__class__ is StreamEndEvent

    def _finish(self, pull: Callable[[], Any]) -> None:
        event = pull()
        while event.__class__ is DocumentEndEvent:
            self.explicit |= bool(event.explicit)
            event = pull()
        if event.__class__ is DocumentStartEvent:
            raise Refused(
                "A second document starts here ('---'). A ladder file holds one ladder: put the "
                "other one into its own file",
                event.start_mark,
            )

    def _start_head(self, start: int, mark: Any) -> None:
        self.scan.start_piece()
        index = self.scan.index
        index.first_line = mark.line - count_breaks(self.text, start, mark.index)
        index.add(mark.line, mark.column, 0, None)
        self.cuts.append(ChunkStart("", start, index, 0))

    def _entry(self, event: Any, block: bool) -> Iterator[StreamEntry]:
        key, mark, scan = key_of(event), event.start_mark, self.scan
        index, node = scan.index, len(scan.index.lines)
        index.add(mark.line, mark.column, 0, key)
        value: Any = scan.pull()
        if not (block and key in COLLECTIONS and is_block_list(value)):
            scan.has_empty = False
            raw = read_value(scan, value, node)
            yield StreamEntry((key,), raw, index, node, scan.has_empty)
            return
        check_plain(value)
        yield StreamEntry((key,), [], index, node, False)
        yield from self._records(key, next_line(self.text, event.end_mark.index))

    def _records(self, name: str, end: int) -> Iterator[StreamEntry]:
        """Read a list of records; `end` is where the line after the last one starts."""
        scan, text = self.scan, self.text
        column, number = 0, 0
        event: Any
        while (event := scan.pull()).__class__ is not SequenceEndEvent:
            mark = event.start_mark
            dash = dash_before(text, mark.index, end)
            start = line_start(text, dash)
            column = dash - start
            lead = (start_of_lead if number else start_of_first_lead)(text, end, start, column)
            scan.start_piece()
            index = scan.index
            index.first_line = mark.line - count_breaks(text, lead, mark.index)
            index.add(mark.line, mark.column, 0, None)
            self.cuts.append(ChunkStart(name, lead, index, column))
            raw = read_value(scan, event, 0)
            end = end_of_last(text, scan.last, mark.index)
            yield StreamEntry((name, number), raw, index, 0, scan.has_empty)
            scan.tick(end)
            number += 1
        tail = start_of_lead(text, end, len(text), column)
        end_mark: Any = event.end_mark
        self._start_head(tail, end_mark)


def is_block_list(event: Any) -> bool:
    """Whether an event starts a list with a dash before each item."""
    return event.__class__ is SequenceStartEvent and not event.flow_style


def end_of_last(text: str, last: Any, start: int) -> int:
    """Return where the line after the last leaf of a record starts.

    Args:
        text: The file.
        last: The last event of the parser that has a text, None if there was none.
        start: Where the record begins.
    """
    if last is None or last.end_mark.index < start:
        return next_line(text, start)
    block = getattr(last, "style", None) in ("|", ">")
    keep = block and "+" in text[last.start_mark.index : last.start_mark.index + 3]
    return content_end(text, last.end_mark.index, block, keep)


def dash_before(text: str, position: int, floor: int) -> int:
    """Return where the dash of an item is, given where its value starts.

    Args:
        text: The file.
        position: Where the value starts.
        floor: The position above which the dash cannot be.

    Returns:
        The position of the dash; if there is none, that of the value.
    """
    probe = position - 1
    while probe >= floor and text[probe] == " ":
        probe -= 1
    if probe >= floor and text[probe] == "-":
        return probe
    start = line_start(text, position)
    while start > floor:  # the value is below its dash, perhaps after comments
        above = line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))
        line = LINE_BREAK.split(text[above:start], maxsplit=1)[0]
        if line.lstrip(" ").startswith("-"):
            return above + len(line) - len(line.lstrip(" "))
        start = above
    return position
