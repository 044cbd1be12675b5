"""Read a shape as the program does."""

import io
from dataclasses import replace

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes import (
    across,
    books,
    down,
    last,
    late,
    office,
    office_held_back,
    office_later,
    wider,
)
from tests.exchange.tables.shapes.corpus import SHAPES, Shape

from laddereditor.exchange.tables import AppliedMapping, Mapping, Workbook, applied, recognised
from laddereditor.exchange.tables.files.workbook_file import joined_workbooks, workbook_of

__all__ = [
    "SHAPES",
    "across",
    "books",
    "down",
    "last",
    "late",
    "office",
    "office_held_back",
    "office_later",
    "wider",
]


def workbook_of_shape(shape: Shape) -> Workbook:
    """Return the workbook of the files of a shape."""
    return joined_workbooks([workbook_of(_bytes(file), name) for name, file in shape.files.items()])


def _bytes(file: Book | bytes) -> bytes:
    if isinstance(file, bytes):
        return file
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def read_shape(shape: Shape) -> tuple[Workbook, Mapping, AppliedMapping]:
    """Return a shape's workbook, its mapping without a pin, and its ladder."""
    workbook = replace(workbook_of_shape(shape), source=", ".join(shape.files))
    mapping = recognised(workbook)
    return workbook, mapping, applied(workbook, mapping)
