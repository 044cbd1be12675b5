"""Sheets about a profile or a level: goals, an interview, a review by an expert.

Everything but the heads of the columns is quoted from the ladder.
"""

from collections.abc import Callable

from laddereditor.compare.sheet.subject import subject_at
from laddereditor.model.address import Address
from laddereditor.model.fields import FieldSpec
from laddereditor.model.ladder import Ladder
from laddereditor.reports.comparison.words import dated_words, head_of
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
)

_BOX = "☐"
_LINE = "____________________"
_HOW_TO_REVIEW = "Mark one box for each statement. Write what is missing at the end."


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
    names = f"Employee: {_LINE}\u2003Manager: {_LINE}\u2003Period: {_LINE}"
    rows = _quoted(ladder, address, is_work)
    return Worksheet(_title("Goals", ladder, address), _source(ladder), (names,), _GOALS, rows)


def interview_sheet(ladder: Ladder, address: Address) -> Worksheet:
    """Return a sheet with a row for each expectation: a blank question, what to listen for.

    Args:
        ladder: The ladder.
        address: A profile or a level of it.
    """
    names = f"Candidate: {_LINE}\u2003Interviewer: {_LINE}\u2003Date: {_LINE}"
    title, rows = _title("Interview", ladder, address), _quoted(ladder, address, asks_in_statements)
    return Worksheet(title, _source(ladder), (names,), _INTERVIEW, rows)


def review_sheet(ladder: Ladder, address: Address) -> Worksheet:
    """Return a sheet for an expert, who keeps, changes or removes each statement.

    Args:
        ladder: The ladder.
        address: A profile or a level of it.
    """
    lead = (f"Reviewed by: {_LINE}\u2003Date: {_LINE}", _HOW_TO_REVIEW)
    rows = (
        *_quoted(ladder, address, is_demand, remarks=True),
        *(WorksheetRow("What is missing"),) * 2,
    )
    return Worksheet(_title("Review", ladder, address), _source(ladder), lead, _REVIEW, rows)


def _quoted(
    ladder: Ladder,
    address: Address,
    wanted: Callable[[FieldSpec], bool],
    *,
    remarks: bool = False,
) -> tuple[WorksheetRow, ...]:
    entity = type(address.entity(ladder))
    return quoted_rows(page_at(ladder, address), entity, wanted, remarks=remarks)


def _title(kind: str, ladder: Ladder, address: Address) -> str:
    return f"{kind} – {head_of(subject_at(ladder, address)).in_one_line(baseline=False)}"


def _source(ladder: Ladder) -> str:
    return dated_words([ladder], "made")
