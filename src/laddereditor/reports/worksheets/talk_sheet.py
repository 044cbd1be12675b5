"""The sheet for a talk between employee and manager: what the next level asks, and blank columns.

The first column quotes the ladder; the others are for what the two write.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from laddereditor.compare.sheet.level_summary import LevelSummary, level_summary
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.naming import SEPARATOR
from laddereditor.model.phrases import Phrases, phrases_of
from laddereditor.reports.common.origin import origin_line
from laddereditor.reports.comparison.level_summaries import (
    compared_columns,
    title_of_summary,
)
from laddereditor.reports.worksheets.worksheet import (
    Worksheet,
    WorksheetColumn,
    WorksheetRow,
    Worksheets,
    blanks,
)
from laddereditor.reports.worksheets.writing import (
    worksheets_csv,
    worksheets_html,
    worksheets_paper,
)


@dataclass(frozen=True, slots=True, eq=False)
class TalkSheet:
    """A sheet for a talk between an employee and a manager about the next level."""

    summary: LevelSummary

    @property
    def phrases(self) -> Phrases:
        """The language of the sheet: that of the ladder whose level is talked about."""
        return phrases_of(self.summary.after.ladder.language)

    @property
    def title(self) -> str:
        """The title of the sheet."""
        about = title_of_summary(self.summary, self.phrases)
        return f"{self.phrases.say('Sheet for a talk')} – {about}"


def talk_sheet(comparison: Comparison, column: int = -1) -> TalkSheet:
    """Return the sheet about the step to a column, from the one that it is compared with.

    Args:
        comparison: A comparison of several columns.
        column: The index of the column; the last one stands for any that is compared with none.
    """
    others = compared_columns(comparison)
    chosen = column if column in others else others[-1]
    return TalkSheet(level_summary(comparison, chosen))


def talk_html(sheet: TalkSheet) -> str:
    """Return the sheet as a whole HTML document that needs no other file."""
    return worksheets_html(_worksheets(sheet))


def talk_paper(sheet: TalkSheet) -> str:
    """Return the sheet for paper; the heads of its columns are repeated on every page."""
    return worksheets_paper(_worksheets(sheet))


def talk_csv(sheet: TalkSheet) -> str:
    """Return the rows of the sheet as comma-separated values; no cell is treated as a formula."""
    return worksheets_csv(_worksheets(sheet))


def _worksheets(sheet: TalkSheet) -> Worksheets:
    say = sheet.phrases.say
    columns = (
        WorksheetColumn(say("What {level} asks", level=sheet.summary.codes[1]), 44, None),
        WorksheetColumn(say("Evidence"), 30),
        WorksheetColumn(say("Agreed step"), 26),
    )
    sides = (sheet.summary.before, sheet.summary.after)
    source = "; ".join(dict.fromkeys(origin_line(side.ladder) for side in sides))
    names = blanks(sheet.phrases, "Employee", "Manager", "Date")
    made = Worksheet(sheet.title, source, (names,), columns, tuple(_rows(sheet)))
    return Worksheets(sheet.title, (made,), sheet.summary.after.ladder.language)


def _rows(sheet: TalkSheet) -> Iterator[WorksheetRow]:
    """Yield what the next level asks beyond this one, and what it says in other words."""
    for item in sheet.summary.of("only_after", "raised", "unknown"):
        parts = map(sheet.phrases.known_words, item.heading.split(SEPARATOR))
        yield WorksheetRow(SEPARATOR.join(parts), item.text)
