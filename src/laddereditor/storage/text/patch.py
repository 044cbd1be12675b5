"""Changes of a text, and the context of a splice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from laddereditor.model.raw import Raw
from laddereditor.storage.text.detect import layout_of
from laddereditor.storage.text.layout import CANONICAL, Layout


class CannotSplice(Exception):
    """The text's layout does not allow this edit; the enclosing value must be rewritten."""


class TextEdit(NamedTuple):
    """A change that replaces the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """A removed list item: its lines, or its comments if it was in brackets."""

    text: str
    column: int = 0  # of its dash
    comments: tuple[str, ...] = ()
    raw: Raw = None  # the plain value of the item


class Pieces(Protocol):
    """The list items that an edit removes elsewhere."""

    def find(self, value: Raw, /) -> Piece | None:
        """Return the removed item that has this value or was changed to it, or None."""

    def may_have(self, text: str, /) -> bool:
        """Whether a removed item may be this text; quick, and False only if it is sure."""


class NoPieces:
    """No item was removed."""

    def find(self, _value: Raw, /) -> Piece | None:
        """Return None."""
        return None

    def may_have(self, _text: str, /) -> bool:
        """Return False."""
        return False


@dataclass(frozen=True)
class SpliceContext:
    """The text to splice, texts with the same layout, and the items removed elsewhere."""

    text: str
    near: tuple[str, ...] = ()
    pieces: Pieces = field(default_factory=NoPieces)
    depth: int = 99  # how deep edits reach; deeper values are rewritten
    canonical: bool = False  # rewrite in the canonical layout

    @cached_property  # searches the whole text, and every new line needs it
    def newline(self) -> str:
        """The line end of new lines."""
        return newline_of(self.text or "".join(self.near[:1]))

    @cached_property
    def layout(self) -> Layout:
        """The layout of new text."""
        return CANONICAL if self.canonical else layout_of((self.text, *self.near))

    def join(self, lines: Sequence[str]) -> str:
        """Return lines as one text, each with its line end."""
        newline = self.newline
        return "".join(line + newline for line in lines)


def newline_of(text: str) -> str:
    """Return the line end that a text uses."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"


def patched(text: str, changes: Sequence[TextEdit], start: int = 0, end: int | None = None) -> str:
    """Return `text[start:end]` with the changes inside it applied.

    Args:
        text: The text that the positions of the changes refer to.
        changes: The changes, in any order; those that reach beyond the cut are left out.
        start: Where the returned text begins.
        end: Where it ends, None for the text's end.

    Raises:
        CannotSplice: Two changes overlap.
    """
    stop = len(text) if end is None else end
    inside = sorted(
        change
        for change in changes
        if start <= change.start and change.end <= stop
        # An insertion at the start belongs to the text before it.
        if not change.start == change.end == start or start == 0
    )
    pieces: list[str] = []
    for change in inside:
        if change.start < start:
            raise CannotSplice("changes overlap")
        pieces += text[start : change.start], change.text
        start = change.end
    return "".join([*pieces, text[start:stop]])
