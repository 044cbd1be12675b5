"""Read .xls and .ods files with python-calamine: values and merged cells, without looks."""

import io
from collections.abc import Sequence
from typing import Any

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables.files.extent import grid_of
from laddereditor.exchange.tables.files.limits import (
    MAX_AREA,
    damaged,
    protected,
    too_many_cells,
)
from laddereditor.exchange.tables.files.shown_values import shown_value
from laddereditor.exchange.tables.grid import Grid, GridCell, Span, Workbook

_NOTE = (
    "Colours, bold type, indents, comments and formulas of this kind of file are not read; save it "
    "as .xlsx if they matter."
)


def read_with_calamine(data: bytes, source: str, merged: Sequence[Sequence[Span]] = ()) -> Workbook:
    """Return the workbook of a file that python-calamine can read.

    Args:
        data: The content of the file.
        source: Its name.
        merged: The merged cells of each sheet, for a kind of file whose merged cells are not read.

    Raises:
        ImportRefused: The file is damaged, protected or too large.
    """
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(meta, book.get_sheet_by_name(meta.name)) for meta in book.sheets_metadata]
    except MemoryError:
        raise
    except calamine.PasswordError as error:
        raise ImportRefused(protected(source)) from error
    except BaseException as error:  # a panic of its Rust code is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise ImportRefused(damaged(source)) from error
    grids: list[Grid] = []
    notes = [_NOTE]
    for at, (meta, sheet) in enumerate(sheets):
        if not str(meta.typ).endswith("WorkSheet"):
            notes.append(f"Sheet “{meta.name}” is not a table; it is left out.")
            continue
        if sheet.total_height * sheet.total_width > MAX_AREA:
            raise ImportRefused(too_many_cells(source))
        spans = merged[at] if at < len(merged) else _spans(sheet)
        grid, grid_notes = _grid(sheet, spans, is_hidden=not str(meta.visible).endswith("Visible"))
        grids.append(grid)
        notes += grid_notes
    return Workbook(source, tuple(grids), tuple(notes))


def _grid(sheet: Any, spans: Sequence[Span], *, is_hidden: bool) -> tuple[Grid, list[str]]:
    cells: dict[tuple[int, int], GridCell] = {}
    for row, values in enumerate(sheet.iter_rows()):
        for column, value in enumerate(values):
            text, kind = shown_value(value if value != "" else None)
            if text:
                cells[row, column] = GridCell(text, kind)
    return grid_of(str(sheet.name), cells, spans, hidden=is_hidden)


def _spans(sheet: Any) -> list[Span]:
    return [Span(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
