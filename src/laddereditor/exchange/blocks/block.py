"""The blocks of a document, whatever it was written in."""

from dataclasses import dataclass
from typing import Literal

RunStyle = Literal["", "bold", "italic"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: RunStyle = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the highest has depth 1."""

    depth: int
    text: str
    line: int = 0  # its line in the source, from 1; 0 if it was made by the program


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a quotation."""

    runs: tuple[Run, ...]
    quoted: bool = False
    line: int = 0

    @property
    def text(self) -> str:
        """Its text without styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list; the outermost list has depth 0."""

    runs: tuple[Run, ...]
    depth: int = 0
    numbered: bool = False
    line: int = 0

    @property
    def text(self) -> str:
        """Its text without styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; a cell may hold several lines."""

    rows: tuple[tuple[str, ...], ...]
    heads: int = 1  # how many of its first rows are heads
    line: int = 0


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True)
class BlockDocument:
    """A whole document."""

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""  # BCP 47; "" if it is not known
    notes: tuple[str, ...] = ()  # sentences for people: what could not be read
