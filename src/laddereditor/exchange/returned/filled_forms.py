"""Filled self-assessment forms, as people send them back."""

from collections.abc import Iterator, Sequence

from laddereditor.edits.parts.form_marks import (
    DAY,
    FORMAT,
    MANAGER,
    PERSON,
    SHEET,
    SKILL,
    STATEMENT,
)
from laddereditor.edits.parts.workbook_marks import CHOICES
from laddereditor.exchange.blocks.document_import import is_word
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.book import BookSheet, returned_sheets
from laddereditor.exchange.returned.filled_form import FilledForm, FilledLine
from laddereditor.exchange.returned.filled_word import read_word_forms


def read_forms(data: bytes, source: str) -> tuple[FilledForm, ...]:
    """Return the filled forms of a workbook or a Word file.

    Args:
        data: The content of the file.
        source: Its name.

    Raises:
        ImportRefused: It has no forms of Ladder Editor.
    """
    found = read_word_forms(data, source) if is_word(data, source) else _book_forms(data, source)
    if not found:
        raise ImportRefused(f"{source} is not a self-assessment form of Ladder Editor.")
    return found


def _book_forms(data: bytes, source: str) -> tuple[FilledForm, ...]:
    sheets = returned_sheets(data, source, SHEET)
    known = {one.name: one for one in sheets or ()}
    if not sheets or SHEET not in known:
        return ()
    about = {row[0]: row[1] for row in known[SHEET].rows if len(row) > 1}
    if about.get("format") != FORMAT:
        raise ImportRefused(f"{source} was exported by a newer version of Ladder Editor.")
    choices = known.get(CHOICES)
    steps = tuple(row[0] for row in choices.rows if row and row[0]) if choices else ()
    return tuple(
        _form(sheet, steps, source)
        for sheet in sheets
        if sheet.name not in (SHEET, CHOICES) and _cell(sheet.rows, 0, 0)
    )


def _form(sheet: BookSheet, steps: tuple[str, ...], source: str) -> FilledForm:
    names = {row[0]: (*row, "", "", "")[2] for row in sheet.rows if row and row[0]}
    return FilledForm(
        _cell(sheet.rows, 0, 0),
        _cell(sheet.rows, 0, 1),
        names.get(PERSON, "").strip(),
        names.get(MANAGER, "").strip(),
        names.get(DAY, "").strip(),
        steps,
        tuple(_lines(sheet)),
        source,
    )


def _lines(sheet: BookSheet) -> Iterator[FilledLine]:
    for row in sheet.rows:
        if row and row[0] in (SKILL, STATEMENT):
            section, text, asked, own, managers, evidence, remarks = (
                cell.strip() for cell in (*row[1:], *[""] * 7)[:7]
            )
            is_skill = row[0] == SKILL
            yield FilledLine(section, text, asked, own, managers, evidence, remarks, is_skill)


def _cell(rows: Sequence[Sequence[str]], row: int, column: int) -> str:
    return rows[row][column] if len(rows) > row and len(rows[row]) > column else ""
