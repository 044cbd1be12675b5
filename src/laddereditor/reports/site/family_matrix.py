"""The matrix of a family as readers see it: its levels across, what their pages say down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from laddereditor.reports.page.parts import PageItem, PageSection, ReaderPage


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one level says in a row; all empty if it says nothing."""

    paragraphs: tuple[str, ...] = ()
    items: tuple[PageItem, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A row: its words at the left, and a cell for each level."""

    heading: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """Rows under one heading of the pages; without one if each has a heading of its own."""

    heading: str
    lines: tuple[MatrixLine, ...]


MatrixPlace = tuple[str, str]  # the heading of a section, and a term or competency below it


def cells_of(page: ReaderPage) -> dict[MatrixPlace, MatrixCell]:
    """Return what a page says, by its place, in the order of the page."""
    found: dict[MatrixPlace, MatrixCell] = {}
    if page.lead:
        found["", ""] = MatrixCell(page.lead)
    heading = ""
    for section in page.sections:
        if section.heading or not section.subheading:
            heading = section.heading
        for place, cell in _places(section, heading):
            found[place] = _joined(found[place], cell) if place in found else cell
    return found


def _joined(one: MatrixCell, other: MatrixCell) -> MatrixCell:
    return MatrixCell(one.paragraphs + other.paragraphs, one.items + other.items)


def _places(section: PageSection, heading: str) -> Iterator[tuple[MatrixPlace, MatrixCell]]:
    if section.subheading:
        yield (heading, " ".join(section.paragraphs)), MatrixCell(items=section.items)
    elif section.paragraphs or section.items:
        yield (heading, ""), MatrixCell(section.paragraphs, section.items)
    for term, definition in section.terms:
        yield (heading, term), MatrixCell((definition,))


def matrix_parts(columns: Sequence[Mapping[MatrixPlace, MatrixCell]]) -> tuple[MatrixPart, ...]:
    """Return the rows of pages side by side, in the order of the pages.

    Args:
        columns: What each page says, by its place.
    """
    parts: dict[str, list[MatrixLine]] = {}
    for heading, below in _order(columns):
        cells = tuple(column.get((heading, below), MatrixCell()) for column in columns)
        parts.setdefault(heading, []).append(MatrixLine(below, cells))
    return tuple(MatrixPart(heading, tuple(lines)) for heading, lines in parts.items())


def _order(columns: Sequence[Mapping[MatrixPlace, MatrixCell]]) -> list[MatrixPlace]:
    """Return the places of all columns; what only some have comes after what is before it."""
    order: list[MatrixPlace] = []
    for column in columns:
        at = 0
        for place in column:
            if place in order:
                at = order.index(place) + 1
            else:
                order.insert(at, place)
                at += 1
    return order
