"""Filled self-assessment forms, as people send them back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.book import BookSheet, returned_sheets


@dataclass(frozen=True, slots=True)
class FilledLine:
    """What was filled in for a skill or a statement."""

    section: str
    text: str
    asked: str  # the proficiency, "" for none
    own: str
    managers: str
    evidence: str
    remarks: str
    is_skill: bool


@dataclass(frozen=True)
class FilledForm:
    """A form of one profile that one person has filled in."""

    profile: str  # "baker/P3"
    title: str
    person: str
    manager: str
    day: str
    steps: tuple[str, ...]  # the scale, lowest first
    lines: tuple[FilledLine, ...]
    source: str  # the name of the file


def read_forms(data: bytes, source: str) -> tuple[FilledForm, ...]:
    """Return the filled forms of a workbook.

    Args:
        data: The content of the file.
        source: Its name.

    Raises:
        ImportRefused: It is not a workbook with forms of Ladder Editor.
    """
    sheets = returned_sheets(data, source, SHEET)
    known = {one.name: one for one in sheets or ()}
    if not sheets or SHEET not in known:
        raise ImportRefused(f"{source} is not a self-assessment form of Ladder Editor.")
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
