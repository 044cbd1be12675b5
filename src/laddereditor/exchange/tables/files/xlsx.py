"""Read Excel files (.xlsx, .xlsm) with openpyxl: values, looks, merged cells, comments."""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables.files.extent import grid_of
from laddereditor.exchange.tables.files.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    damaged,
    part_of,
    too_many_cells,
    xml_parts,
)
from laddereditor.exchange.tables.files.looks import CellLooks, theme_colours
from laddereditor.exchange.tables.files.sheet_xml import (
    cell_count,
    formula_cells,
    sheet_paths,
    without_empty_rows,
    without_large_merges,
)
from laddereditor.exchange.tables.files.shown_values import shown_text, shown_value
from laddereditor.exchange.tables.grid import EMPTY, Grid, GridCell, Span, Workbook
from laddereditor.exchange.tables.places import some_of
from laddereditor.model.counting import plural

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_LONG_SHEET = 200_000  # bytes of empty rows that are worth taking out before reading
_THREADED = re.compile(r"^\[Threaded comment\].*?\n\s*Comment:\s*", re.DOTALL)


def read_xlsx(packed: zipfile.ZipFile, data: bytes, source: str) -> Workbook:
    """Return the workbook of an Excel file.

    Args:
        packed: The opened zip file.
        data: Its bytes.
        source: The name of the file.

    Raises:
        ImportRefused: The file is damaged or too large.
    """
    parts = dict(xml_parts(packed, source))
    sheets = {name: xml for name, xml in parts.items() if _SHEET.search(name)}
    if sum(map(cell_count, sheets.values())) > MAX_CELLS:
        raise ImportRefused(too_many_cells(source))
    merged = {name: without_large_merges(xml) for name, xml in sheets.items()}
    slim = {name: without_empty_rows(xml) for name, (xml, _) in merged.items()}
    book = _load(_slim(packed, sheets, slim, data, source), source)
    formulas = {name: formula_cells(xml) for name, xml in sheets.items()}
    looks = CellLooks(theme_colours(book.loaded_theme))
    relations = parts.get("xl/_rels/workbook.xml.rels", b"")
    paths = sheet_paths(parts.get("xl/workbook.xml", b""), relations)
    grids, notes = [], _content_notes(packed.namelist())
    for sheet in book.worksheets:
        path = paths.get(sheet.title, "")
        reader = _SheetReader(sheet, looks, formulas.get(path, frozenset()))
        grid, grid_notes = reader.grid()
        grids.append(grid)
        notes += grid_notes
        notes += _picture_notes(sheet.title, path, parts)
    for sheet in book.chartsheets:
        notes.append(f"Sheet “{sheet.title}” is a chart; it is left out.")
    title = shown_text(book.properties.title or "")
    return Workbook(source, tuple(grids), tuple(notes), {"title": title} if title else {})


def _load(data: bytes, source: str) -> Any:
    from openpyxl import load_workbook  # takes long to import, and only this needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of files that are not read here
            return load_workbook(io.BytesIO(data), data_only=True, keep_vba=False, keep_links=False)
    except MemoryError:
        raise
    except Exception as error:  # openpyxl raises many types at damaged files
        raise ImportRefused(damaged(source)) from error


def _slim(
    packed: zipfile.ZipFile,
    sheets: dict[str, bytes],
    slim: dict[str, bytes],
    data: bytes,
    source: str,
) -> bytes:
    """Return the file with smaller sheets, if some are much smaller or have absurd merged cells."""
    saved = sum(map(len, sheets.values())) - sum(map(len, slim.values()))
    absurd = any(b"mergeCell" in xml and len(xml) != len(slim[n]) for n, xml in sheets.items())
    if saved < _LONG_SHEET and not absurd:
        return data
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in packed.namelist():
            if name in sheets:
                copy.writestr(name, slim[name])
            elif name.endswith((".xml", ".rels")):
                copy.writestr(name, part_of(packed, name, source))
    return target.getvalue()


def _content_notes(names: list[str]) -> list[str]:
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        return ["The file has macros; they are left out, and were not run."]
    return []


def _picture_notes(title: str, path: str, parts: dict[str, bytes]) -> list[str]:
    folder, _, name = path.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{name}.rels", b"")
    drawings = re.findall(rb'Target="[^"]*?(drawings/drawing\d+\.xml)"', relations)
    count = sum(
        len(re.findall(rb"<(?:xdr:)?pic\b", parts.get(f"xl/{one.decode()}", b"")))
        for one in drawings
    )
    if not count:
        return []
    what = plural(count, "picture")
    return [
        f"Sheet “{title}” has {what}; a table in a picture cannot be read. Type it into cells "
        "if it belongs to the ladder."
    ]


@dataclass(slots=True)
class _SheetReader:
    """Reads one sheet."""

    sheet: Any
    looks: CellLooks
    formulas: frozenset[str]

    def grid(self) -> tuple[Grid, list[str]]:
        cells: dict[tuple[int, int], GridCell] = {}
        without_value: list[str] = []
        for (row, column), cell in sorted(self.sheet._cells.items()):  # sparse, unlike iter_rows
            read = self._cell(cell)
            if read.kind == "formula" and not read.text:
                without_value.append(cell.coordinate)
            if read != EMPTY:
                cells[row - 1, column - 1] = read
        title = self.sheet.title
        spans = tuple(
            Span(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
            for one in self.sheet.merged_cells.ranges
        )
        hidden = self.sheet.sheet_state != "visible"
        grid, notes = grid_of(title, cells, spans, hidden=hidden)
        notes += _formula_notes(title, without_value)
        return Grid(
            grid.name, grid.rows, grid.merged, hidden, self._hidden_rows(), self._hidden_columns()
        ), notes

    def _cell(self, cell: Any) -> GridCell:
        text, kind = shown_value(getattr(cell, "value", None), cell.number_format or "General")
        is_formula = cell.coordinate in self.formulas
        look = self.looks.look(cell)
        comment, author = _comment(cell.comment) if cell.comment else ("", "")
        if not text and not comment and not is_formula and not look.shade:
            return EMPTY
        return GridCell(
            text,
            "formula" if is_formula else kind,
            look.bold and bool(text),
            look.shade,
            look.indent if text else 0,
            comment,
            author,
            _target(cell) if text else "",
        )

    def _hidden_rows(self) -> frozenset[int]:
        rows = self.sheet.row_dimensions
        return frozenset(at - 1 for at in rows if rows[at].hidden and at <= MAX_ROWS)

    def _hidden_columns(self) -> frozenset[int]:
        hidden: set[int] = set()
        for one in self.sheet.column_dimensions.values():
            if one.hidden and one.min:
                hidden.update(range(one.min - 1, min(one.max or one.min, MAX_COLUMNS)))
        return frozenset(hidden)


def _target(cell: Any) -> str:
    """Return the address that a cell leads to, "" for none; nothing is ever opened."""
    link = cell.hyperlink
    return shown_text(link.target or "") if link is not None else ""


def _formula_notes(title: str, cells: Sequence[str]) -> list[str]:
    if not cells:
        return []
    what = plural(len(cells), "formula", "formulas")
    return [
        f"Sheet “{title}” has {what} without a stored value ({some_of(cells)}). Open the file in a "
        "spreadsheet program and save it, so that the values are in it."
    ]


def _comment(comment: Any) -> tuple[str, str]:
    """Return the text of a comment and its author, who is often repeated on its first line."""
    author = shown_text(comment.author or "")
    text = _THREADED.sub("", shown_text(comment.text or ""))
    if author and text.startswith(f"{author}:"):
        text = text.removeprefix(f"{author}:").strip()
    return text, "" if author.startswith("tc={") else author
