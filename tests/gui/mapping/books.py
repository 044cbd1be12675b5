"""Workbooks that are mapped in tests, and the work on them."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook as Book

from laddereditor.exchange.mappable import WorkbookSource
from laddereditor.exchange.tables import Pin, Workbook, workbook_of
from laddereditor.session.mapped_workbook import MappedWorkbook, mapped

LEVELS = ("Junior Engineer", "Engineer", "Senior Engineer")
ROWS: tuple[tuple[str, ...], ...] = (
    ("Competency", *LEVELS),
    ("Testing", "Runs the tests that are there", "Writes tests", "Decides what is tested"),
    ("Design", "Draws what is asked", "", "Designs systems that many teams use every day " * 6),
    ("Delivery", "Finishes small tasks", "Finishes large tasks", "Plans the quarter"),
)
NOTES = (("This sheet is reviewed in March",), ("Ask Anna about it",))


def book_bytes(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """Return an XLSX file with sheets of texts."""
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


TWO_SHEETS = {
    "Backend": (*ROWS, (), *NOTES),
    "Frontend": (ROWS[0], *(tuple(f"{text} of pages" for text in row) for row in ROWS[1:])),
}


def workbook() -> Workbook:
    """Return a workbook of two families with notes below one of them."""
    return workbook_of(book_bytes(TWO_SHEETS), "ladder.xlsx")


def work(*pins: Pin) -> MappedWorkbook:
    """Return that workbook mapped with some pins."""
    return mapped(WorkbookSource(workbook()), pins)


def write_book(folder: Path, name: str = "ladder.xlsx") -> Path:
    """Write that workbook to a folder; returns its path."""
    path = folder / name
    path.write_bytes(book_bytes(TWO_SHEETS))
    return path
