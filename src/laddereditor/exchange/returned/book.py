"""The cells and comments of a workbook that may be one of our exports, read fast.

The values are read by python-calamine, for `.xlsx` and `.ods`; the comments from the XML of the
file, which it leaves out.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from laddereditor.edits.parts.workbook_marks import SHEET
from laddereditor.edits.reading.controls import without_controls
from laddereditor.exchange.book_parts.comments import BookComment, SheetPlace, comments_of
from laddereditor.exchange.book_parts.zipped import ZippedParts
from laddereditor.exchange.importer import ImportRefused


@dataclass(frozen=True)
class BookSheet:
    """The texts of one sheet by row, and its comments."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    comments: Mapping[SheetPlace, BookComment] = field(default_factory=dict)


def returned_sheets(data: bytes, source: str, marks: str = SHEET) -> tuple[BookSheet, ...] | None:
    """Return the sheets of a workbook, None if it is not one of our exports.

    Args:
        data: The content of the file.
        source: Its name, for messages.
        marks: The name of the hidden sheet by which it is known.

    Raises:
        ImportRefused: It is one, but damaged.
    """
    parts = ZippedParts.opened(data)
    if parts is None or not parts.mentions(marks):
        return None
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        if marks not in book.sheet_names:
            return None
        read = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }
    except MemoryError:
        raise
    except Exception as error:
        raise ImportRefused(
            f"{source} is damaged or not complete. Open it in the program that made it, save it "
            "again, and import that file."
        ) from error
    remarks = comments_of(parts)
    return tuple(
        BookSheet(name, tuple(tuple(map(_text, row)) for row in rows), remarks.get(name, {}))
        for name, rows in read.items()
    )


def _text(value: object) -> str:
    """Return the value of a cell as the text that people see."""
    if isinstance(value, str):
        return without_controls(_unescaped(value)) if value else ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _unescaped(text: str) -> str:
    return text.replace("_x005F_", "_") if "_x005F_" in text else text
