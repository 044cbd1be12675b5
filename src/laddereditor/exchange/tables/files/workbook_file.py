"""Read a file to a `Workbook`, by what it contains and not by its ending."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from laddereditor.exchange.book_parts.comments import BookComment, SheetPlace, comments_of
from laddereditor.exchange.book_parts.zipped import ZippedParts
from laddereditor.exchange.decoding import read_content
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables.files.calamine import read_with_calamine
from laddereditor.exchange.tables.files.limits import (
    MAX_AREA,
    MAX_BYTES,
    damaged,
    opened_zip,
    protected,
    too_many_cells,
    xml_parts,
)
from laddereditor.exchange.tables.files.ods_xml import ods_tables
from laddereditor.exchange.tables.files.shown_values import shown_text
from laddereditor.exchange.tables.files.text_file import read_text_file
from laddereditor.exchange.tables.files.xlsx import read_xlsx
from laddereditor.exchange.tables.grid import Grid, Workbook

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ods", ".csv", ".tsv", ".tab")
_DOCUMENTS = (".docx", ".docm", ".dotx", ".odt", ".doc")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XLS_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def read_workbook(path: Path) -> Workbook:
    """Return the sheets of a file of a spreadsheet program, or of a text file with columns.

    Raises:
        ImportRefused: The file cannot be read; the message is a sentence for people.
    """
    return workbook_of(read_content(path, MAX_BYTES), path.name)


def read_workbooks(paths: Sequence[Path]) -> Workbook:
    """Return the sheets of several files that belong together, such as skills.csv and levels.csv.

    Raises:
        ImportRefused: A file cannot be read.
    """
    return joined_workbooks([read_workbook(path) for path in paths])


def joined_workbooks(books: Sequence[Workbook]) -> Workbook:
    """Return the sheets of several workbooks as one workbook."""
    if len(books) == 1:
        return books[0]
    grids = tuple(
        replace(grid, name=grid.name if len(book.grids) == 1 else f"{book.source}: {grid.name}")
        for book in books
        for grid in book.grids
    )
    notes = tuple(f"{book.source}: {note}" for book in books for note in book.notes)
    return Workbook(", ".join(book.source for book in books), grids, notes)


def workbook_of(data: bytes, source: str) -> Workbook:
    """Return the sheets that the content of a file holds.

    Args:
        data: The content.
        source: The name of the file.

    Raises:
        ImportRefused: It is not a workbook, or is damaged, protected or too large.
    """
    if len(data) > MAX_BYTES:
        raise ImportRefused(_too_large(source))
    if data.startswith(_ZIP):
        return _of_zip(data, source)
    if data.startswith(_OLE):
        return _of_ole(data, source)
    return read_text_file(data, source, Path(source).stem)


def is_workbook(data: bytes, source: str) -> bool:
    """Return whether a file is for `workbook_of`: by its start, or as text by its ending.

    Args:
        data: The content, or its first bytes.
        source: The name of the file.
    """
    if data.startswith((_ZIP, _OLE)):
        return not source.casefold().endswith(_DOCUMENTS)
    return source.casefold().endswith((".csv", ".tsv", ".tab"))


def is_workbook_name(name: str) -> bool:
    """Return whether a file is called as workbooks and text files with columns are."""
    return name.casefold().endswith(SUFFIXES)


def _of_zip(data: bytes, source: str) -> Workbook:
    with opened_zip(data, source) as packed:
        names = set(packed.namelist())
        if "xl/workbook.xml" in names:
            return read_xlsx(packed, data, source)
        if "xl/workbook.bin" in names:
            return read_with_calamine(data, source)
        if "content.xml" in names:
            return _of_open_document(packed, data, source)
    what = "a Word document" if "word/document.xml" in names else "not a workbook but a zip file"
    raise ImportRefused(f"{source} is {what}; choose a file of a spreadsheet program.")


def _of_open_document(packed: zipfile.ZipFile, data: bytes, source: str) -> Workbook:
    kind = packed.read("mimetype") if "mimetype" in packed.namelist() else b""
    if b"spreadsheet" not in kind:
        raise ImportRefused(f"{source} is not a workbook; choose a file of a spreadsheet program.")
    parts = dict(xml_parts(packed, source))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise ImportRefused(protected(source))
    tables = ods_tables(parts.get("content.xml", b""))
    if any(one.area > MAX_AREA for one in tables):
        raise ImportRefused(too_many_cells(source))
    book = read_with_calamine(data, source, [one.spans for one in tables])
    zipped = ZippedParts.opened(data)
    remarks = comments_of(zipped) if zipped is not None else {}
    return replace(
        book, grids=tuple(_with_comments(one, remarks.get(one.name, {})) for one in book.grids)
    )


def _with_comments(grid: Grid, remarks: Mapping[SheetPlace, BookComment]) -> Grid:
    """Return a sheet with the comments on its cells, which the reader of values leaves out."""
    rows = [list(row) for row in grid.rows]
    for (row, column), one in remarks.items():
        if row < len(rows) and column < grid.width and one.text:
            rows[row][column] = replace(
                rows[row][column], comment=shown_text(one.text), wrote=one.author
            )
    return replace(grid, rows=tuple(map(tuple, rows))) if remarks else grid


def _of_ole(data: bytes, source: str) -> Workbook:
    if _ENCRYPTED in data:
        raise ImportRefused(protected(source))
    if not any(stream in data for stream in _XLS_STREAMS):
        raise ImportRefused(f"{source} is not a workbook; choose a file of a spreadsheet program.")
    if len(data) % 512:
        raise ImportRefused(damaged(source))
    return read_with_calamine(data, source)


def _too_large(source: str) -> str:
    return f"{source} is larger than {MAX_BYTES // 1_000_000} MB, far more than any ladder."
