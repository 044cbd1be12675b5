"""Cells of a workbook, written fast and always as text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.text import Text
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink

from laddereditor.edits.cell_block import as_text

AUTHOR = "Ladder Editor"  # of the comments that explain a head
_ESCAPE = re.compile(r"_(x[0-9A-Fa-f]{4}_)")  # Excel reads these in texts as characters
_INK, _GREY, _GROUND = "FF1F2937", "FF6B7280", "FFE5E7EB"


class BookCell(NamedTuple):
    """A cell with a text, and the number of its style in the workbook."""

    text: str
    style: str
    remark: str = ""  # a comment on it
    link: str = ""  # where a click goes in the workbook


class TextSheet(WriteOnlyWorksheet):
    """A sheet of texts, written row by row.

    openpyxl makes an element of XML for each cell, which takes some ten times as long as to write
    its text; so it writes the sheet without rows, and these are put in at the end.
    """

    _rows_written: list[str]

    def put(
        self, row: Sequence[BookCell | None], height: float = 0, *, hidden: bool = False
    ) -> None:
        """Write the next row.

        Args:
            row: Its cells; None for those that are not there.
            height: In points, 0 if the program that opens the workbook decides.
            hidden: Whether the row is hidden.
        """
        if "_rows_written" not in self.__dict__:
            self._rows_written = []
            getattr(self, "_get_writer")()  # noqa: B009 - it forgets comments and links
        rows = self._rows_written
        number = len(rows) + 1
        size = f' ht="{height:g}" customHeight="1"' if height else ""
        seen = ' hidden="1"' if hidden else ""
        cells = "".join(
            self._cell(f"{get_column_letter(column)}{number}", cell)
            for column, cell in enumerate(row, 1)
            if cell is not None
        )
        rows.append(f'<row r="{number}"{size}{seen}>{cells}</row>')

    def close(self) -> None:
        """Finish the file of the sheet."""
        super().close()
        path = Path(getattr(self, "_writer").out)  # noqa: B009 - openpyxl's types lack it
        text = path.read_bytes()
        rows = f"<sheetData>{''.join(self.__dict__.get('_rows_written', ()))}</sheetData>"
        path.write_bytes(
            text.replace(b"<sheetData/>", b"<sheetData></sheetData>").replace(
                b"<sheetData></sheetData>", rows.encode("utf-8"), 1
            )
        )

    def _cell(self, place: str, cell: BookCell) -> str:
        if not cell.text:
            return f'<c r="{place}" s="{cell.style}"/>'
        if cell.remark or cell.link:
            self._note(place, cell)
        text = cell.text
        if "&" in text or "<" in text or ">" in text:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
        return f'<c r="{place}" s="{cell.style}" t="inlineStr"><is><t{kept}>{text}</t></is></c>'

    def _note(self, place: str, cell: BookCell) -> None:
        """Add the comment and the link of a cell, which a file keeps elsewhere."""
        sheet: Any = self
        if cell.remark:
            text = Text(t=cell.remark)
            record = CommentRecord(ref=place, text=text, height=140, width=320)
            record.author = AUTHOR
            sheet._comments.append(record)
        if cell.link:
            sheet._hyperlinks.append(Hyperlink(ref=place, location=cell.link))


def add_sheet(book: Any, title: str) -> Any:
    """Return a new `TextSheet` at the end of a workbook; openpyxl's types lack most of both."""
    sheet = TextSheet(book, title=title)
    book._add_sheet(sheet)
    return sheet


class CellMaker:
    """Makes the cells of the sheets of a workbook; each style is made once."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._styles: dict[tuple[str, bool], str] = {}

    def cell(self, text: str, style: str = "body", *, remark: str = "", link: str = "") -> BookCell:
        """Return a cell with a text; one that looks like a formula is marked as text.

        Args:
            text: The text, without control characters.
            style: A name in `STYLES`.
            remark: A comment on the cell.
            link: Where a click goes: `'Sheet'!A1`.
        """
        # No formula begins with a letter or a digit; most texts do, and need no closer look.
        quoted = bool(text) and not text[0].isalnum() and as_text(text) is not text
        written = _ESCAPE.sub(r"_x005F_\1", text) if "_x" in text else text
        return BookCell(written, self._style(style, quoted=quoted), remark, link)

    def _style(self, name: str, *, quoted: bool) -> str:
        known = self._styles.get((name, quoted))
        if known is None:
            model: Any = WriteOnlyCell(self._sheet, "x")
            for part, value in STYLES[name].items():
                setattr(model, part, value)
            model.quotePrefix = quoted
            known = self._styles[name, quoted] = str(model.style_id)
        return known


def row_height(texts: Iterable[str], widths: Iterable[int]) -> float:
    """Return the height of a row in points, in which all of its texts are seen.

    Programs do not all measure the rows of a file that says nothing of them. A letter is counted
    as wide as a digit, which is what widths count, and a line is left to end at a word.

    Args:
        texts: The texts of its cells.
        widths: The widths of their columns, in characters.
    """
    most = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) > width - 2 or "\n" in text:
            room = max(width * 1.05 - 2, 1)
            most = max(most, sum(ceil(max(len(line), 1) / room) for line in text.split("\n")))
    return min(_LINE_HEIGHT * most + 3, _HIGHEST)


_LINE_HEIGHT, _HIGHEST = 15.0, 409.0  # points; the highest is Excel's own
_TOP = Alignment(wrap_text=True, vertical="top")
_EDGE = Border(top=Side("thin", _GREY))
_FILL = PatternFill("solid", fgColor=_GROUND)
_PLAIN = Font(name="Calibri", size=11, color=_INK)
_SHOWN = Font(name="Calibri", size=11, color=_GREY, italic=True)
_FAINT = Font(name="Calibri", size=11, color=_GREY)
_BOLD = Font(name="Calibri", size=11, color=_INK, bold=True)
_TITLE = Font(name="Calibri", size=14, color=_INK, bold=True)
_LINK = Font(name="Calibri", size=11, color="FF1D4ED8", underline="single")

STYLES: Mapping[str, Mapping[str, Any]] = {
    "body": {"alignment": _TOP, "font": _PLAIN},
    "shown": {"alignment": _TOP, "font": _SHOWN},
    "first": {"alignment": _TOP, "border": _EDGE, "font": _PLAIN},
    "first shown": {"alignment": _TOP, "border": _EDGE, "font": _SHOWN},
    "row": {"alignment": _TOP, "font": _FAINT},
    "first row": {"alignment": _TOP, "border": _EDGE, "font": _BOLD},
    "head": {"alignment": _TOP, "border": _EDGE, "font": _BOLD, "fill": _FILL},
    "title": {"alignment": Alignment(vertical="center"), "font": _TITLE},
    "words": {"alignment": _TOP, "font": _PLAIN},
    "link": {"alignment": _TOP, "font": _LINK},
    "plain": {"font": _FAINT},
    "hidden": {},
}
