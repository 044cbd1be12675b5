"""Sheets about a profile or a level: goals, an interview, a review by an expert.

Everything but the heads of the columns is quoted from the ladder.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from laddereditor.compare.sheet.subject import subject_at
from laddereditor.model.address import Address
from laddereditor.model.fields import FieldSpec
from laddereditor.model.ladder import Ladder
from laddereditor.model.phrases import phrases_of
from laddereditor.reports.common.origin import origin_line
from laddereditor.reports.comparison.words import head_of
from laddereditor.reports.page.places import page_at
from laddereditor.reports.worksheets.quotes import (
    asks_in_statements,
    is_demand,
    is_work,
    quoted_rows,
)
from laddereditor.reports.worksheets.worksheet import (
    Worksheet,
    WorksheetColumn,
    WorksheetRow,
    blanks,
)

_BOX = "☐"
HOW_TO_REVIEW = "Mark one box for each statement. Write what is missing at the end."


_GOALS = (
    WorksheetColumn("What", 46, None),
    WorksheetColumn("Measure", 34),
    WorksheetColumn("By when", 20),
)
_INTERVIEW = (
    WorksheetColumn("Question to ask", 32),
    WorksheetColumn("What to listen for", 40, None),
    WorksheetColumn("What was said", 28),
)
_REVIEW = (
    WorksheetColumn("Statement", 46, None),
    WorksheetColumn("Keep", 9, _BOX),
    WorksheetColumn("Change", 11, _BOX),
    WorksheetColumn("Remove", 11, _BOX),
    WorksheetColumn("Your words", 23),
)


def goal_sheet(ladder: Ladder, address: Address) -> Worksheet:
    """Return a sheet with a row for each responsibility: what, how it is measured, by when.

    Args:
        ladder: The ladder.
        address: A profile or a level of it; a level has no responsibilities, so its rows are blank.
    """
    names = blanks(phrases_of(ladder.language), "Employee", "Manager", "Period")
    rows = _quoted(ladder, address, is_work)
    return replace(_sheet("Goals", ladder, address, _GOALS), lead=(names,), rows=rows)


def interview_sheet(ladder: Ladder, address: Address) -> Worksheet:
    """Return a sheet with a row for each expectation: a blank question, what to listen for.

    Args:
        ladder: The ladder.
        address: A profile or a level of it.
    """
    names = blanks(phrases_of(ladder.language), "Candidate", "Interviewer", "Date")
    rows = _quoted(ladder, address, asks_in_statements)
    return replace(_sheet("Interview", ladder, address, _INTERVIEW), lead=(names,), rows=rows)


def review_sheet(ladder: Ladder, address: Address) -> Worksheet:
    """Return a sheet for an expert, who keeps, changes or removes each statement.

    Args:
        ladder: The ladder.
        address: A profile or a level of it.
    """
    phrases = phrases_of(ladder.language)
    lead = (blanks(phrases, "Reviewed by", "Date"), phrases.say(HOW_TO_REVIEW))
    rows = (
        *_quoted(ladder, address, is_demand, remarks=True),
        *(WorksheetRow(phrases.say("What is missing")),) * 2,
    )
    return replace(_sheet("Review", ladder, address, _REVIEW), lead=lead, rows=rows)


def _quoted(
    ladder: Ladder,
    address: Address,
    wanted: Callable[[FieldSpec], bool],
    *,
    remarks: bool = False,
) -> tuple[WorksheetRow, ...]:
    entity = type(address.entity(ladder))
    return quoted_rows(page_at(ladder, address), entity, wanted, remarks=remarks)


def _sheet(
    kind: str, ladder: Ladder, address: Address, columns: Sequence[WorksheetColumn]
) -> Worksheet:
    """Return an empty sheet, its title and heads in the language of the ladder.

    Args:
        kind: What it is called, in English.
        ladder: The ladder.
        address: A profile or a level of it.
        columns: The columns, with English heads.
    """
    say = phrases_of(ladder.language).say
    title = f"{say(kind)} – {head_of(subject_at(ladder, address)).in_one_line(baseline=False)}"
    said = tuple(replace(column, head=say(column.head)) for column in columns)
    return Worksheet(title, origin_line(ladder), (), said, ())
