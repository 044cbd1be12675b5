"""Changes of a text, and what a splice works on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from laddereditor.storage.text.detect import layout_of
from laddereditor.storage.text.layout import CANONICAL, Layout

Raw = Any


class CannotSplice(Exception):
    """The text is laid out so that this edit cannot follow; what encloses it is written anew."""


class TextEdit(NamedTuple):
    """`text[start:end]` becomes `text`."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """A list item that was taken out: its lines, or its comments if it stood in brackets."""

    text: str
    column: int = 0  # of its dash
    comments: tuple[str, ...] = ()
    raw: Raw = None  # what it reads as


class Pieces(Protocol):
    """The items taken out elsewhere."""

    def find(self, value: Raw, /) -> Piece | None:
        """Return the item that has these plain values, or had and was changed; None if none is."""


class NoPieces:
    """Nothing was taken out."""

    def find(self, _value: Raw, /) -> Piece | None:
        """Return None."""
        return None


@dataclass(frozen=True)
class SpliceContext:
    """The text that is spliced, texts laid out like it, and the items taken out elsewhere."""

    text: str
    near: tuple[str, ...] = ()
    pieces: Pieces = field(default_factory=NoPieces)
    depth: int = 99  # how deep edits reach; below, values are written anew
    canonical: bool = False  # write anew in the canonical layout

    @cached_property  # looks through the whole text, and every new line asks for it
    def newline(self) -> str:
        """The line end of new lines."""
        return newline_of(self.text or "".join(self.near[:1]))

    @cached_property
    def layout(self) -> Layout:
        """What new text is to look like."""
        return CANONICAL if self.canonical else layout_of((self.text, *self.near))

    def join(self, lines: Sequence[str]) -> str:
        """Return whole lines."""
        newline = self.newline
        return "".join(line + newline for line in lines)


def newline_of(text: str) -> str:
    """Return the line end that a text uses."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"


def patched(text: str, changes: Sequence[TextEdit], start: int = 0, end: int | None = None) -> str:
    """Return `text[start:end]` with the changes that lie inside."""
    stop = len(text) if end is None else end
    inside = sorted(
        change
        for change in changes
        if start <= change.start and change.end <= stop
        # What is put in where this begins belongs to what is before it.
        if not change.start == change.end == start or start == 0
    )
    pieces: list[str] = []
    for change in inside:
        if change.start < start:
            raise CannotSplice("changes overlap")
        pieces += text[start : change.start], change.text
        start = change.end
    return "".join([*pieces, text[start:stop]])
