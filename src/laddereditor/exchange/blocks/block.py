"""The blocks of a document, whatever it was written in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from laddereditor.exchange.tables.grid import Span

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
    mark: str = ""  # the address of the entity that begins here, which readers do not see
    file: str = ""  # the name of its file among several that are read as one


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a quotation."""

    runs: tuple[Run, ...]
    quoted: bool = False
    line: int = 0
    file: str = ""

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
    mark: str = ""  # as of a heading
    file: str = ""

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
    merged: tuple[Span, ...] = ()  # of such a cell the first place has the text, the others ""
    file: str = ""


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What somebody noted in the margin of a document."""

    text: str
    author: str
    line: int  # of the block that it is about


@dataclass(frozen=True)
class BlockDocument:
    """A whole document."""

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""  # BCP 47; "" if it is not known
    notes: tuple[str, ...] = ()  # sentences for people: what could not be read
    properties: Mapping[str, str] = field(default_factory=dict)  # of the file, such as "version"
    remarks: tuple[MarginNote, ...] = ()


def joined_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, those of one style that follow each other as one."""
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and waiting.style == run.style:
            waiting = Run(waiting.text + run.text, run.style)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting
