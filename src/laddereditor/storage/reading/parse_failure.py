"""Where the parser failed, with the lines around it and the tokens before it."""

import re
from collections import deque
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from yaml import CSafeLoader, YAMLError

from laddereditor.model.ladder import Ladder
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.places import Place
from laddereditor.storage.text.shapes import ValueShape, record_shape, shapes_of
from laddereditor.storage.text.words import quoted

_LINE = re.compile("[^\r\n]*")
_MAX_TOKENS = 4000  # tokens that are kept; brackets are matched no further back
_NEAR = 1000  # characters from a fault to where the parser stops
_LONGEST = 60  # characters of a line that is quoted as it should be written


@dataclass(frozen=True, eq=False)
class ParseFailure:
    """A text that cannot be parsed, and the parser's error."""

    text: str
    message: str  # the parser's message
    at: int  # where the parser stopped
    start: int  # where the enclosing value, list or group began

    @cached_property
    def line(self) -> "SourceLine":
        """The line where the parser stopped."""
        return line_of(self.text, self.at)

    @cached_property
    def above(self) -> "SourceLine | None":
        """The nearest line above that is neither blank nor a comment."""
        line = self.line.above()
        while line is not None and (not line.bare or line.bare.startswith("#")):
            line = line.above()
        return line

    @cached_property
    def lines(self) -> tuple["SourceLine", ...]:
        """The lines that may hold the fault, from the top."""
        found = [self.line, line_of(self.text, self.start), self.above]
        unique = {line.start: line for line in found if line is not None}
        unique = dict(sorted(unique.items()))
        return tuple(line for line in unique.values() if self.at - line.end < _NEAR)

    @cached_property
    def tokens(self) -> list[Any]:
        """The tokens before the place, as far as they can be read."""
        tokens: deque[Any] = deque(maxlen=_MAX_TOKENS)
        loader = CSafeLoader(self.text)
        try:
            while (token := loader.get_token()) is not None:
                if token.start_mark.index >= self.at:
                    break
                tokens.append(token)
        except YAMLError:
            pass
        return list(tokens)

    def fault(self, index: int, words: str) -> Fault:
        """Return a fault at a position in the text."""
        return fault_at(self.text, index, words)


@dataclass(frozen=True, eq=False)
class SourceLine:
    """A line of a text, as text editors count lines."""

    full_text: str = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        """The line without its end."""
        return self.full_text[self.start : self.end]

    @property
    def bare(self) -> str:
        """The line without the space around it."""
        return self.text.strip()

    def above(self) -> "SourceLine | None":
        """The line above."""
        if not self.start:
            return None
        end = self.start - (2 if self.full_text[self.start - 2 : self.start] == "\r\n" else 1)
        return line_of(self.full_text, end)


def line_of(text: str, index: int) -> SourceLine:
    """Return the line that holds a position."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    found = _LINE.match(text, start)
    return SourceLine(text, start, found.end() if found else len(text))


def fault_at(text: str, index: int, words: str) -> Fault:
    """Return a fault at a position in a text; lines are counted as text editors do.

    Args:
        text: The file.
        index: The position in characters, from 0.
        words: What is wrong, for people.
    """
    line = line_of(text, index)
    before = text.count("\n", 0, line.start) or text.count("\r", 0, line.start)
    return Fault(words, place=Place(before + 1, index - line.start + 1), line_text=line.text[:500])


def quoting_advice(line: SourceLine, start: int, value: str) -> str:
    """Return advice that quotes a text from a position to the line's end, or "" if it is long.

    Args:
        line: The line of the text.
        start: The position in the file from which the text is to be quoted.
        value: The text that is to be in quotes.
    """
    before = line.text[: start - line.start].lstrip()
    written = before + quoted(value.strip())
    return f". Write it like this: {written}" if len(written) <= _LONGEST else ""


def without_comment(text: str) -> str:
    """Return the rest of a line without the comment at its end."""
    return re.sub(r"\s#.*", "", text).rstrip()


@cache
def fields_by_entity() -> tuple[frozenset[str], ...]:
    """Return the field names of each kind of record in a ladder."""
    found: dict[Any, frozenset[str]] = {}

    def walk(shape: ValueShape | None) -> None:
        if shape is None:
            return
        walk(shape.item)
        if shape.entity is not None and shape.entity not in found:
            known = shapes_of(shape.entity)
            found[shape.entity] = frozenset(known)
            for inner in known.values():
                walk(inner)

    walk(record_shape(Ladder))
    return tuple(found.values())


@cache
def field_names() -> frozenset[str]:
    """Return all field names of a ladder."""
    return frozenset().union(*fields_by_entity())


def in_one_record(one: str, other: str) -> bool:
    """Whether one kind of record has both fields."""
    return any(one in names and other in names for names in fields_by_entity())
