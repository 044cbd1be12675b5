"""What is seen in the XML of an OpenDocument spreadsheet before it is read: sizes and merged cells.

A cell may say that it is repeated billions of times, so sizes are counted before anything is read.
"""

import re
from dataclasses import dataclass, field

from laddereditor.exchange.tables.grid import Span

_TAG = re.compile(
    rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>"
)
_COUNT = re.compile(rb'table:number-(columns|rows)-(repeated|spanned)="(\d{1,12})"')


@dataclass(slots=True)
class OdsTable:
    """One table: how many rows and columns reach its last filled cell, and its merged cells."""

    height: int = 0
    width: int = 0
    spans: list[Span] = field(default_factory=list)
    row: int = 0
    column: int = 0
    repeated: int = 1
    filled: bool = False

    @property
    def area(self) -> int:
        """The number of cells that a reader would make."""
        return self.height * self.width


def ods_tables(content: bytes) -> list[OdsTable]:
    """Return the tables of a spreadsheet in their order.

    Args:
        content: The part `content.xml` of the file.
    """
    tables: list[OdsTable] = []
    for match in _TAG.finditer(content):
        closing, name, attributes, alone = match.groups()
        if name == b"table":
            if not closing:
                tables.append(OdsTable())
        elif tables and name == b"table-row":
            _row(tables[-1], _counts(attributes), is_end=bool(closing or alone))
        elif tables and not closing:
            _cell(tables[-1], _counts(attributes), is_filled=not alone)
    return tables


def _counts(attributes: bytes) -> dict[str, int]:
    return {f"{a.decode()} {b.decode()}": int(n) for a, b, n in _COUNT.findall(attributes)}


def _row(table: OdsTable, counts: dict[str, int], *, is_end: bool) -> None:
    if counts or not is_end:
        table.repeated = counts.get("rows repeated", 1)
        table.column, table.filled = 0, False
    if is_end:
        table.row += table.repeated
        if table.filled:
            table.height = table.row


def _cell(table: OdsTable, counts: dict[str, int], *, is_filled: bool) -> None:
    columns, rows = counts.get("columns spanned", 1), counts.get("rows spanned", 1)
    if columns > 1 or rows > 1:
        bottom, right = table.row + rows - 1, table.column + columns - 1
        table.spans.append(Span(table.row, table.column, bottom, right))
    table.column += counts.get("columns repeated", 1)
    if is_filled:
        table.filled = True
        table.width = max(table.width, table.column)
