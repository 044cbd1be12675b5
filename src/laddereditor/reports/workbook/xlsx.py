"""A ladder as an Excel workbook, which people may edit and send back."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.part import plain_cell
from laddereditor.edits.parts.workbook_marks import (
    CHOICES,
    FORMAT,
    HEADS,
    KEYS,
    SHEET,
    blocks_of,
    write_line,
)
from laddereditor.model.ladder import Ladder
from laddereditor.reports.comparison.words import dated_words
from laddereditor.reports.exporter import DATA, ExportedFile, Exporter, ExportSource, Progress
from laddereditor.reports.workbook.about_sheet import about_lines
from laddereditor.reports.workbook.cells import AUTHOR, BookCell, CellMaker, add_sheet, row_height
from laddereditor.reports.workbook.list_sheets import list_sheets
from laddereditor.reports.workbook.matrix_sheets import family_sheet, level_sheet
from laddereditor.reports.workbook.sheet_names import SheetNames
from laddereditor.reports.workbook.sheet_plan import Choices, PlannedRow, SheetPlan

_ABOUT = "About"
_HEAD_ROWS = 3  # title, keys (hidden), heads
_TITLE_HEIGHT = 24.0  # points
_FOOTER = 110  # characters; Excel takes 255 with all codes and doubled signs


def write_xlsx(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: the workbook."""
    book, names, choices = Workbook(write_only=True), SheetNames(), Choices()
    about = add_sheet(book, names.name(_ABOUT))
    names.name(SHEET)
    names.name(CHOICES)
    marks: list[tuple[str, list[str]]] = []
    index: list[tuple[str, str]] = []
    plans = _plans(source, choices)
    for done, (of, plan) in enumerate(plans):
        progress(done, of)
        name = names.name(plan.name)
        index.append((name, plan.name))
        _write(add_sheet(book, name), plan, source, choices)
        marks.append((str(plan.key), list(_lines(plan))))
    _write_about(about, source, index)
    _write_choices(add_sheet(book, CHOICES), choices)
    _write_marks(add_sheet(book, SHEET), source, marks)
    _describe(book, source)
    out = BytesIO()
    book.save(out)
    progress(1, 1)
    yield ExportedFile("", out.getvalue())


def _plans(source: ExportSource, choices: Choices) -> Iterator[tuple[int, SheetPlan]]:
    """Yield the number of sheets with each of them: families, levels, lists."""
    lister, families = PartLister(source.ladder), list(source.families())
    of = len(families) + 2
    for chosen in families:
        yield of, family_sheet(source, chosen, lister, choices)
    if source.ladder.levels:
        yield of, level_sheet(source, lister, choices)
    for plan in list_sheets(source, lister, choices):
        yield of, plan


# -- one sheet ----------------------------------------------------------------------------------


def _write(sheet: Any, plan: SheetPlan, source: ExportSource, choices: Choices) -> None:
    words = dated_words([source.ladder], "exported", source.today)
    _lay_out(sheet, plan)
    _add_footer(sheet, words)
    _restrict(sheet, plan, choices)
    make = CellMaker(sheet)
    title = make.cell(f"{plan.name} – {words}", "title")
    sheet.put([make.cell(str(plan.key), "hidden"), title], _TITLE_HEIGHT)
    blank = [None] * len(plan.heads)
    keys = [make.cell(column.key, "hidden") for column in plan.columns]
    sheet.put([make.cell(KEYS, "hidden"), *blank, *keys], hidden=True)
    heads = [make.cell(words, "head") for words, _ in plan.heads]
    heads += [make.cell(one.head, "head", remark=one.remark) for one in plan.columns]
    widths = _widths(plan)
    sheet.put([None, *heads], row_height([one.text for one in heads], widths))
    for row in plan.rows:
        texts = [*row.heads, *(cell.text for cell in row.cells)]
        sheet.put(_cells(make, row), row_height(texts, widths))


def _widths(plan: SheetPlan) -> list[int]:
    return [width for _, width in plan.heads] + [column.width for column in plan.columns]


def _cells(make: CellMaker, row: PlannedRow) -> list[BookCell | None]:
    """Return the cells of a row; an empty one is there only where it has an edge."""
    first = "first " if row.starts else ""
    cells: list[BookCell | None] = [make.cell(row.key, "hidden")]
    for place, words in enumerate(row.heads):
        remark = row.remark if place == len(row.heads) - 1 else ""
        cells.append(make.cell(words, f"{first}row", remark=remark))
    for one in row.cells:
        style = f"{first}shown" if one.inherited else first.strip() or "body"
        cells.append(make.cell(one.text, style) if one.text or first else None)
    return cells


def _lay_out(sheet: Any, plan: SheetPlan) -> None:
    """Set widths, what is hidden and what stays in view, and how the sheet is printed."""
    widths = _widths(plan)
    for number, width in enumerate(widths, 2):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.column_dimensions["A"].hidden = True
    frozen = get_column_letter(len(plan.heads) + 2 if plan.heads else 3)
    sheet.freeze_panes = f"{frozen}{_HEAD_ROWS + 1}"
    last = get_column_letter(max(len(widths) + 1, 2))
    sheet.auto_filter.ref = f"B{_HEAD_ROWS}:{last}{_HEAD_ROWS + max(len(plan.rows), 1)}"
    sheet.print_title_rows = f"{_HEAD_ROWS}:{_HEAD_ROWS}"
    sheet.page_setup.orientation = "landscape"
    sheet.print_options.gridLines = True
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _add_footer(sheet: Any, words: str) -> None:
    """Have each printed page say what it is of, and its number; "&" begins a code there."""
    sheet.oddFooter.left.text = words[:_FOOTER].replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"


def _restrict(sheet: Any, plan: SheetPlan, choices: Choices) -> None:
    """Offer the choices in the cells that have some."""
    order = list(choices.lists)
    for name, ranges in _restricted(plan).items():
        letter = get_column_letter(order.index(name) + 1)
        formula = f"{CHOICES}!${letter}$2:${letter}${len(choices.lists[name]) + 1}"
        rule = DataValidation(
            "list", formula1=formula, allow_blank=True, errorStyle="warning", sqref=" ".join(ranges)
        )
        rule.errorTitle, rule.error = "Not on the list", "The ladder does not have this."
        rule.showErrorMessage = True
        sheet.data_validations.append(rule)


def _restricted(plan: SheetPlan) -> dict[str, list[str]]:
    """Return the ranges of cells that are chosen from each list."""
    found: dict[str, list[str]] = {}
    start, top = len(plan.heads) + 2, _HEAD_ROWS + 1
    left, right = get_column_letter(start), get_column_letter(start + len(plan.columns) - 1)
    number = top
    for name, rows in groupby(plan.rows, lambda row: row.choices):
        count = sum(1 for _ in rows)
        if name and plan.columns:
            found.setdefault(name, []).append(f"{left}{number}:{right}{number + count - 1}")
        number += count
    for place, column in enumerate(plan.columns, start):
        if column.choices and plan.rows:
            letter = get_column_letter(place)
            found.setdefault(column.choices, []).append(f"{letter}{top}:{letter}{number - 1}")
    return found


# -- the sheets of the workbook itself ----------------------------------------------------------


def _write_about(sheet: Any, source: ExportSource, index: Sequence[tuple[str, str]]) -> None:
    widths = (30, 90)
    for letter, width in zip("AB", widths, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    make = CellMaker(sheet)
    sheet.put([make.cell(plain_cell(_name(source.ladder)), "title")], _TITLE_HEIGHT)
    for line in about_lines(source):
        sheet.put([make.cell(text, "words") for text in line], row_height(line, widths))
    sheet.put([])
    for number, (name, words) in enumerate(index):
        quoted = name.replace("'", "''")
        link = make.cell(plain_cell(words), "link", link=f"'{quoted}'!B1")
        sheet.put([make.cell("" if number else "Sheets", "words"), link])


def _write_choices(sheet: Any, choices: Choices) -> None:
    sheet.sheet_state = "hidden"
    make, lists = CellMaker(sheet), list(choices.lists.values())
    sheet.put([make.cell(name, "hidden") for name in choices.lists])
    for number in range(max(map(len, lists), default=0)):
        row = [words[number] if number < len(words) else "" for words in lists]
        sheet.put([make.cell(plain_cell(text), "hidden") for text in row])


def _lines(plan: SheetPlan) -> Iterator[str]:
    """Yield the keys of the columns, then the key of each row with the marks of its cells."""
    yield write_line(KEYS, (quote(column.key) for column in plan.columns))
    for row in plan.rows:
        yield write_line(row.key, (cell.mark for cell in row.cells))


def _write_marks(sheet: Any, source: ExportSource, marks: Sequence[tuple[str, list[str]]]) -> None:
    sheet.sheet_state = "hidden"
    make = CellMaker(sheet)
    for head, words in zip(HEADS, _about(source), strict=True):
        sheet.put([make.cell(head, "hidden"), make.cell(plain_cell(words), "hidden")])
    for key, lines in marks:
        for block in blocks_of(lines):
            sheet.put([make.cell(key, "hidden"), make.cell(block, "hidden")])


def _about(source: ExportSource) -> tuple[str, ...]:
    ladder, scope = source.ladder, source.scope
    day = source.today.isoformat() if source.today else ""
    sections = " ".join(scope.sections)
    return (FORMAT, ladder.id, ladder.name, ladder.version, day, scope.audience, sections)


def _describe(book: Any, source: ExportSource) -> None:
    ladder: Ladder = source.ladder
    book.properties.title = _name(ladder)
    book.properties.creator = ladder.organization or AUTHOR
    book.properties.description = dated_words([ladder], "exported", source.today)
    book.custom_doc_props.append(StringProperty(name="laddereditor.ladder", value=ladder.id))
    book.custom_doc_props.append(StringProperty(name="laddereditor.version", value=ladder.version))


def _name(ladder: Ladder) -> str:
    return ladder.name or ladder.id


XLSX_EXPORT = Exporter("xlsx", "Excel workbook", ".xlsx", write_xlsx, DATA, "Excel workbook")
