"""The self-assessment form of profiles as a workbook, a sheet for each."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from laddereditor.edits.parts.form_marks import (
    COLUMNS,
    DAY,
    FORMAT,
    MANAGER,
    PERSON,
    SHEET,
    SKILL,
    STATEMENT,
    TABLE,
)
from laddereditor.edits.parts.names import PartNames
from laddereditor.edits.parts.part import plain_cell
from laddereditor.edits.parts.workbook_marks import CHOICES
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import label_of
from laddereditor.reports.assessment.asked import AskedLine, asked_lines
from laddereditor.reports.assessment.chosen import chosen_profiles, form_title
from laddereditor.reports.comparison.words import dated_words
from laddereditor.reports.exporter import (
    FORM,
    ExportedFile,
    Exporter,
    ExportSource,
    Progress,
)
from laddereditor.reports.workbook.cells import CellMaker, add_sheet, row_height
from laddereditor.reports.workbook.sheet_names import SheetNames

_TITLE_HEIGHT = 24.0  # points
_ASKED, _OWN, _MANAGERS = 4, 5, 6  # the columns with proficiencies, from 1
_HEAD_ROWS = 6
_HOW = (
    "Choose a proficiency for each skill, and write evidence for each statement. "
    "Ladder Editor lists the gaps of filled forms; nothing of them enters the ladder."
)


def write_forms(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: a workbook with a form for each profile that was chosen.

    Raises:
        ExportRefused: No profile was chosen, or far too many.
    """
    chosen = chosen_profiles(source)
    book, names = Workbook(write_only=True), SheetNames()
    for hidden in (CHOICES, SHEET):
        names.name(hidden)
    steps = [*PartNames(source.ladder).of("proficiency").values()]
    for done, one in enumerate(chosen):
        progress(done, len(chosen))
        family, profile = one
        sheet = add_sheet(book, names.name(f"{label_of(family)} {profile.level}"))
        _write(sheet, source, one, bool(steps))
    _write_hidden(add_sheet(book, CHOICES), [[step] for step in steps])
    ladder = source.ladder
    about = [["format", FORMAT], ["ladder", ladder.id], ["version", ladder.version]]
    _write_hidden(add_sheet(book, SHEET), about)
    out = BytesIO()
    book.save(out)
    progress(1, 1)
    yield ExportedFile("", out.getvalue())


def _write(sheet: Any, source: ExportSource, one: tuple[Family, Profile], has_steps: bool) -> None:
    ladder, (family, profile) = source.ladder, one
    lines = list(asked_lines(ladder, family, profile, source.scope))
    _lay_out(sheet)
    if has_steps:
        _restrict(sheet, lines, source)
    make = CellMaker(sheet)
    title = form_title(ladder, family, profile)
    origin = dated_words([ladder], "exported", source.today)
    key = f"{family.id}/{profile.level}"
    sheet.put([make.cell(key, "hidden"), make.cell(plain_cell(title), "title")], _TITLE_HEIGHT)
    sheet.put([None, make.cell(f"{origin}. {_HOW}", "plain")])
    for name, words in ((PERSON, "Name"), (MANAGER, "Manager"), (DAY, "Date")):
        sheet.put([make.cell(name, "hidden"), make.cell(words, "first row"), make.cell("", "head")])
    widths = [width for _, width in COLUMNS]
    heads = [make.cell(words, "head") for words, _ in COLUMNS]
    sheet.put([make.cell(TABLE, "hidden"), *heads], row_height([w for w, _ in COLUMNS], widths))
    for number, line in enumerate(lines):
        first = "" if number and lines[number - 1].section == line.section else "first "
        texts = [plain_cell(line.section), line.text, line.step]
        cells = [make.cell(texts[0], f"{first}row")]
        cells += [make.cell(text, first.strip() or "body") for text in (*texts[1:], "", "", "", "")]
        kind = make.cell(SKILL if line.is_skill else STATEMENT, "hidden")
        sheet.put([kind, *cells], row_height(texts, widths[:3]))


def _lay_out(sheet: Any) -> None:
    for number, (_, width) in enumerate(COLUMNS, 2):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = f"D{_HEAD_ROWS + 1}"
    sheet.print_title_rows = f"{_HEAD_ROWS}:{_HEAD_ROWS}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = True


def _restrict(sheet: Any, lines: Sequence[AskedLine], source: ExportSource) -> None:
    """Offer the proficiencies in the cells of skills that are filled in."""
    count = len(source.ladder.proficiencies)
    rule = DataValidation(
        "list", formula1=f"{CHOICES}!$A$1:$A${count}", allow_blank=True, errorStyle="warning"
    )
    rule.errorTitle, rule.error = "Not on the scale", "Choose a proficiency of the list."
    rule.showErrorMessage = True
    left, right = get_column_letter(_OWN), get_column_letter(_MANAGERS)
    rows = [n for n, line in enumerate(lines, _HEAD_ROWS + 1) if line.is_skill]
    if rows:
        rule.add(f"{left}{rows[0]}:{right}{rows[-1]}")
        sheet.data_validations.append(rule)


def _write_hidden(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    sheet.sheet_state = "hidden"
    make = CellMaker(sheet)
    for row in rows:
        sheet.put([make.cell(plain_cell(text), "hidden") for text in row])


FORM_EXPORT = Exporter(
    "assessment", "Self-assessment form (Excel)", ".xlsx", write_forms, FORM, "Excel workbook"
)
