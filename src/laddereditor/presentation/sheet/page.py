"""What a view gives a sheet to show; `gui.sheet` asks for nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from laddereditor.presentation.sheet.content import CellContent


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The head of a column."""

    content: CellContent
    words: str  # in one line, as it is read aloud
    is_pinned: bool = False  # marked, as the baseline is
    is_narrow: bool = False  # gets little room


@dataclass(frozen=True, slots=True)
class SheetSide:
    """The head of a row."""

    content: CellContent
    words: str  # as they are read aloud
    is_section: bool = False  # the heading of the rows below it
    is_folded: bool | None = None  # of a heading that can be folded
    is_alone: bool = False  # the only row of its section, which has no heading of its own
    indent: int = 0  # pixels
    about: str = ""  # said by the row on top where its heading is out of view
    is_joined: bool = False  # no line parts it from the next row


class SheetPage(Protocol):
    """Rows and columns with everything that is shown and said of them. Pages are never changed."""

    @property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the columns."""

    @property
    def keys(self) -> Sequence[str]:
        """A key for each row: the same for the same row before and after a change."""

    def source(self, row: int) -> object:
        """Return what a row is made from; while it is the same object, the row looks the same."""

    def side(self, row: int) -> SheetSide:
        """Return the head of a row."""

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""

    def text(self, row: int, column: int) -> str | None:
        """Return the text of a cell, as it is copied; None in a heading."""

    def typed_text(self, row: int, column: int) -> str | None:
        """Return the text that editing a cell begins with: what it refused, else its text."""

    def spoken(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""

    def tip(self, row: int, column: int) -> str:
        """Return what is to be known of a cell that is not written in it, as plain lines."""

    def is_typed(self, row: int, column: int) -> bool:
        """Whether a text can be typed into a cell."""

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a row has, and how many lines."""
