"""Read CSV and TSV files: their encoding and their delimiter are found out."""

import re

from laddereditor.exchange.csv_text import read_table
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables.files.extent import grid_of
from laddereditor.exchange.tables.files.limits import MAX_CELLS, too_many_cells
from laddereditor.exchange.tables.files.shown_values import shown_text
from laddereditor.exchange.tables.grid import GridCell, Workbook

# A line end that a program wrote as the two signs of its escape, before a bullet or a number.
_WRITTEN_END = re.compile(r"\\n(?=\s*(?:[-–•●▪*]|\d{1,2}[.)])\s*\S)")


def read_text_file(data: bytes, source: str, name: str) -> Workbook:
    """Return the workbook of a text file with columns; it has one sheet.

    Args:
        data: The content of the file.
        source: Its name.
        name: The name that its sheet gets.

    Raises:
        ImportRefused: It is not such a file.
    """
    table = read_table(data, source, "table", has_title=True)
    cells: dict[tuple[int, int], GridCell] = {}
    for row, record in enumerate(table.records):
        for column, value in enumerate(record.cells):
            if text := shown_text(_WRITTEN_END.sub("\n", value)):
                cells[row, column] = GridCell(text)
        if len(cells) > MAX_CELLS:
            raise ImportRefused(too_many_cells(source))
    grid, notes = grid_of(name, cells)
    return Workbook(source, (grid,), tuple(notes))
