"""A sheet as recognition sees it: texts without what is hidden, with the pins of a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.exchange.tables.grid import Grid, Span
from laddereditor.exchange.tables.mapping import Pin

LONG = 25  # characters of a text that is more than a name
SHORT = 60  # characters of a text that can be a head or a name


@dataclass(frozen=True)
class SheetPins:
    """What a person decided about one sheet."""

    columns: dict[int, Pin]
    rows: dict[int, Pin]
    reading: str = ""
    take: str = ""
    context: Pin | None = None
    bottom: int | None = None

    @classmethod
    def of(cls, grid: Grid, pins: Iterable[Pin]) -> "SheetPins":
        """Return those pins that are about a sheet, and about lines that it has."""
        sizes = {"column": grid.width, "row": len(grid.rows)}
        own = [
            pin
            for pin in pins
            if pin.sheet == grid.name and pin.at < sizes.get(pin.part, pin.at + 1)
        ]
        last = {pin.part: pin for pin in own}
        return cls(
            {pin.at: pin for pin in own if pin.part == "column"},
            {pin.at: pin for pin in own if pin.part == "row"},
            last["reading"].role if "reading" in last else "",
            last["take"].role if "take" in last else "",
            last.get("sheet"),
            last["bottom"].at if "bottom" in last else None,
        )

    @property
    def head_rows(self) -> tuple[int, ...]:
        """The rows that a person made heads."""
        return tuple(sorted(at for at, pin in self.rows.items() if pin.role == "head"))

    @property
    def level_columns(self) -> tuple[int, ...]:
        """The columns that a person made levels or steps."""
        return tuple(
            sorted(at for at, pin in self.columns.items() if pin.role in ("at-level", "at-step"))
        )


@dataclass(frozen=True)
class SheetView:
    """The texts of a sheet that people see."""

    grid: Grid
    pins: SheetPins
    answers: dict[str, str]

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The texts of all cells; hidden ones are empty."""
        hidden = self.grid.hidden_columns
        return tuple(
            ("",) * self.grid.width
            if at in self.grid.hidden_rows
            else tuple("" if c in hidden else cell.text for c, cell in enumerate(row))
            for at, row in enumerate(self.grid.rows)
        )

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.grid.rows)

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.grid.width

    @cached_property
    def filled(self) -> tuple[tuple[int, ...], ...]:
        """The columns with a text, for each row."""
        return tuple(tuple(c for c, text in enumerate(row) if text) for row in self.texts)

    @cached_property
    def spans(self) -> dict[tuple[int, int], Span]:
        """The merged cells by their first cell."""
        return {(one.top, one.left): one for one in self.grid.merged}

    def column(self, at: int, rows: Sequence[int]) -> list[str]:
        """Return the texts of a column that are not empty, in some rows."""
        return [self.texts[row][at] for row in rows if self.texts[row][at]]

    def right_of(self, row: int, column: int) -> int:
        """Return the last column that a cell reaches over, itself if it is not merged."""
        span = self.spans.get((row, column))
        return span.right if span else column

    def is_number(self, row: int, column: int) -> bool:
        """Return whether a cell is a number, also in a text file."""
        cell = self.grid.rows[row][column]
        return cell.kind == "number" or is_number(cell.text)


def is_number(text: str) -> bool:
    """Return whether a text is a number such as 3, 2.5 or 40%."""
    plain = text.strip().rstrip("%").replace(",", ".", 1)
    return bool(plain) and plain.replace(".", "", 1).lstrip("-").isdigit()


def mean_length(texts: Sequence[str]) -> float:
    """Return the mean number of characters of some texts, 0 for none."""
    return sum(map(len, texts)) / len(texts) if texts else 0.0
