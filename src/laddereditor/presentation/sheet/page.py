"""What a view passes to a sheet; `gui.sheet` needs nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from laddereditor.compare.sheet.table import Cell
from laddereditor.edits.cells.pasting import BlockRow, RowColumn
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.sheet.content import CellContent


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The head of a column."""

    content: CellContent
    words: str  # in one line, as it is read aloud
    is_pinned: bool = False  # marked, as the baseline is
    is_narrow: bool = False  # gets little room
    tip: str = ""  # what the tooltip says, if it is more than the words


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
    is_repeated: bool = False  # shown too where the row above has the same head


class SheetPage(Protocol):
    """Rows and columns with their texts, roles and accessible texts. Pages are immutable."""

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

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""

    def tip(self, row: int, column: int) -> str:
        """Return the tooltip of a cell, as plain lines."""

    def is_typed(self, row: int, column: int) -> bool:
        """Whether a text can be typed into a cell."""

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a row has, and how many lines."""


class EditedPage(SheetPage, Protocol):
    """A page whose cells are edited: Compare and the matrix."""

    @property
    def title(self) -> str:
        """What the sheet shows, "" if its heads say it."""

    @property
    def column_names(self) -> Sequence[str]:
        """What the columns are called where a block does not fit."""

    @property
    def column_word(self) -> str:
        """What a column is: a level, a column."""

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell; None in a heading, and where a column has nothing and never could."""

    def block_row(self, row: int) -> BlockRow | None:
        """Return what a row's cells are copied as and where their texts go; None of a heading."""

    def takes_lines(self, row: int, column: int) -> bool:
        """Whether several lines can be typed into a cell; else they become one."""

    def written(self, row: int, column: int, text: str) -> str:
        """Return the text that is written into a cell when a person has typed one.

        Args:
            row: The index of the row, from 0.
            column: The index of the column, from 0.
            text: What was typed.
        """

    def form_place(self, row: int, column: int) -> tuple[Address, FieldPath] | None:
        """Return the address and the field that show a cell in the form; None if none does."""

    def repeats(self, row: int, column: int) -> Sequence[RowColumn]:
        """Return the cells that have the text of a cell, with itself; none if no other has it."""

    def cells(self) -> Sequence[Sequence[Cell]]:
        """Return the cells of each row, none of a heading."""
