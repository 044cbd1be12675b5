"""The registry of report formats: how each report is written, and into which files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from laddereditor.compare.sheet.equivalent_table import EquivalentTable
from laddereditor.compare.sheet.table import Comparison, Matrix
from laddereditor.reports.assessment.gaps import (
    GapReport,
    gaps_csv,
    gaps_fragment,
    gaps_html,
    gaps_paper,
    gaps_text,
)
from laddereditor.reports.changes.changes_table import changes_paper
from laddereditor.reports.changes.diff_html import diff_html
from laddereditor.reports.changes.diff_json import diff_json
from laddereditor.reports.changes.diff_text import diff_text
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.common.json_values import json_text
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.comparison.equivalents_report import equivalents_csv, equivalents_paper
from laddereditor.reports.comparison.html import comparison_html
from laddereditor.reports.comparison.json_report import comparison_json
from laddereditor.reports.comparison.level_summaries import SummaryReport
from laddereditor.reports.comparison.matrix_table import matrix_csv, matrix_paper
from laddereditor.reports.comparison.nearest import (
    NearestReport,
    nearest_json,
    nearest_text,
)
from laddereditor.reports.comparison.summary_html import summary_html, summary_paper
from laddereditor.reports.comparison.summary_text import summary_text
from laddereditor.reports.comparison.table import (
    comparison_paper,
    comparison_plain,
    to_csv,
    to_tsv,
    with_semicolons,
)
from laddereditor.reports.comparison.text import comparison_text
from laddereditor.reports.listing import (
    Listing,
    listing_csv,
    listing_html,
    listing_paper,
    listing_text,
)
from laddereditor.reports.notes.note import Note
from laddereditor.reports.notes.note_html import note_html, note_paper, note_table
from laddereditor.reports.notes.note_markdown import note_markdown
from laddereditor.reports.notes.note_text import note_text
from laddereditor.reports.overview.overview import LadderOverview
from laddereditor.reports.overview.writing import (
    overview_fragment,
    overview_html,
    overview_paper,
    overview_text,
)
from laddereditor.reports.page.html import pages_fragment, pages_html, pages_paper
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.text import pages_text
from laddereditor.reports.worksheets.talk_sheet import (
    TalkSheet,
    talk_csv,
    talk_html,
    talk_paper,
)
from laddereditor.reports.worksheets.worksheet import Worksheets
from laddereditor.reports.worksheets.writing import (
    worksheets_csv,
    worksheets_fragment,
    worksheets_html,
    worksheets_paper,
    worksheets_text,
)

Report = TypeVar("Report")
PASTED = "table"  # the name of a format that is only pasted
PDF, HTML, TEXT, CSV = "application/pdf", "text/html", "text/plain", "text/csv"
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format(Generic[Report]):
    """One way to write a report."""

    shows: type[Report]  # the reports that it is for
    name: str  # on the command line: "html"
    title: str  # in dialogs: "Web page"
    suffix: str  # of its files: ".html"; "" for what is only pasted
    media: str  # "text/html"; of a PDF and a file of Office `write` gives the HTML for its pages
    write: Callable[[Report, Terminal], str]
    encoding: str = "utf-8"
    data: Callable[[str], bytes] | None = None  # makes a file of Office of what `write` gives

    def as_file(self, report: Report, *, semicolons: bool = False) -> bytes:
        """Return a report as the bytes of a file; with `semicolons`, a CSV has these for commas."""
        text = self.write(report, Terminal())
        if self.data is not None:
            return self.data(text)
        if semicolons and self.media == CSV:
            text = with_semicolons(text)
        return text.encode(self.encoding, "replace")

    @property
    def is_paper(self) -> bool:
        """Whether the result must be laid out on pages, which the window does."""
        return self.media == PDF

    @property
    def is_text(self) -> bool:
        """Whether the result is what `write` gives."""
        return not self.is_paper and self.data is None


def _any(write: Callable[[Report], str]) -> Callable[[Report, Terminal], str]:
    """Return a writer that ignores the width and the colours of a terminal."""
    return lambda report, _: write(report)


def _comparison_text(comparison: Comparison, terminal: Terminal) -> str:
    return comparison_text(comparison, terminal.width, colour=terminal.colour)


def _changes_text(report: ChangesReport, terminal: Terminal) -> str:
    return diff_text(*report.sides, terminal.width, colour=terminal.colour)


def _changes_html(report: ChangesReport) -> str:
    return diff_html(*report.sides)


def _docx(text: str) -> bytes:
    # The libraries of Office are slow to load, and most who start the program need none.
    from laddereditor.reports.office import report_docx

    return report_docx(text)


def _xlsx(text: str) -> bytes:
    from laddereditor.reports.office import report_xlsx

    return report_xlsx(text)


def _word(shows: type[Report], write: Callable[[Report], str]) -> Format[Report]:
    return Format(shows, "docx", "Word document", ".docx", DOCX, _any(write), data=_docx)


def _excel(shows: type[Report], write: Callable[[Report], str]) -> Format[Report]:
    return Format(shows, "xlsx", "Excel workbook", ".xlsx", XLSX, _any(write), data=_xlsx)


_BOM = "utf-8-sig"  # else Excel takes a file for one of the system's old encoding
FORMATS: tuple[Format[Any], ...] = (
    Format(ReaderPages, "html", "Web page", ".html", HTML, _any(pages_html)),
    Format(ReaderPages, "pdf", "PDF", ".pdf", PDF, _any(pages_paper)),
    _word(ReaderPages, pages_paper),
    Format(ReaderPages, "text", "Plain text", ".txt", TEXT, _any(pages_text)),
    Format(ReaderPages, PASTED, "Text to paste", "", HTML, _any(pages_fragment)),
    Format(Worksheets, "html", "Web page", ".html", HTML, _any(worksheets_html)),
    Format(Worksheets, "pdf", "PDF", ".pdf", PDF, _any(worksheets_paper)),
    _word(Worksheets, worksheets_paper),
    _excel(Worksheets, worksheets_paper),
    Format(
        Worksheets,
        "csv",
        "Table for spreadsheets (CSV)",
        ".csv",
        CSV,
        _any(worksheets_csv),
        _BOM,
    ),
    Format(Worksheets, "text", "Plain text", ".txt", TEXT, _any(worksheets_text)),
    Format(Worksheets, PASTED, "Table to paste into Word", "", HTML, _any(worksheets_fragment)),
    Format(Comparison, "text", "Plain text", ".txt", TEXT, _comparison_text),
    Format(
        Comparison,
        "json",
        "Data for programs (JSON)",
        ".json",
        "application/json",
        _any(lambda comparison: json_text(comparison_json(comparison))),
    ),
    Format(Comparison, "html", "Web page", ".html", HTML, _any(comparison_html)),
    Format(Comparison, "pdf", "PDF", ".pdf", PDF, _any(comparison_paper)),
    _word(Comparison, comparison_plain),
    _excel(Comparison, comparison_plain),
    Format(Comparison, "csv", "Table for spreadsheets (CSV)", ".csv", CSV, _any(to_csv), _BOM),
    Format(
        Comparison,
        "tsv",
        "Table with tabs (TSV)",
        ".tsv",
        "text/tab-separated-values",
        _any(to_tsv),
        _BOM,
    ),
    Format(SummaryReport, "text", "Plain text", ".txt", TEXT, _any(summary_text)),
    Format(SummaryReport, "html", "Web page", ".html", HTML, _any(summary_html)),
    Format(SummaryReport, "pdf", "PDF", ".pdf", PDF, _any(summary_paper)),
    _word(SummaryReport, summary_paper),
    Format(TalkSheet, "html", "Web page", ".html", HTML, _any(talk_html)),
    Format(TalkSheet, "pdf", "PDF", ".pdf", PDF, _any(talk_paper)),
    _word(TalkSheet, talk_paper),
    _excel(TalkSheet, talk_paper),
    Format(TalkSheet, "csv", "Table for spreadsheets (CSV)", ".csv", CSV, _any(talk_csv), _BOM),
    Format(NearestReport, "text", "Plain text", ".txt", TEXT, _any(nearest_text)),
    Format(
        NearestReport,
        "json",
        "Data for programs (JSON)",
        ".json",
        "application/json",
        _any(lambda report: json_text(nearest_json(report))),
    ),
    Format(Matrix, "csv", "Table for spreadsheets (CSV)", ".csv", CSV, _any(matrix_csv), _BOM),
    Format(Matrix, "pdf", "PDF", ".pdf", PDF, _any(matrix_paper)),
    _word(Matrix, matrix_paper),
    _excel(Matrix, matrix_paper),
    Format(
        EquivalentTable,
        "csv",
        "Table for spreadsheets (CSV)",
        ".csv",
        CSV,
        _any(equivalents_csv),
        _BOM,
    ),
    Format(EquivalentTable, "pdf", "PDF", ".pdf", PDF, _any(equivalents_paper)),
    _word(EquivalentTable, equivalents_paper),
    _excel(EquivalentTable, equivalents_paper),
    Format(ChangesReport, "text", "Plain text", ".txt", TEXT, _changes_text),
    Format(
        ChangesReport,
        "json",
        "Data for programs (JSON)",
        ".json",
        "application/json",
        _any(lambda report: json_text(diff_json(report.changes))),
    ),
    Format(ChangesReport, "html", "Web page", ".html", HTML, _any(_changes_html)),
    Format(ChangesReport, "pdf", "PDF", ".pdf", PDF, _any(changes_paper)),
    _word(ChangesReport, changes_paper),
    _excel(ChangesReport, changes_paper),
    Format(GapReport, "html", "Web page", ".html", HTML, _any(lambda one: gaps_html(one.forms))),
    Format(GapReport, "pdf", "PDF", ".pdf", PDF, _any(gaps_paper)),
    _word(GapReport, gaps_paper),
    _excel(GapReport, gaps_paper),
    Format(
        GapReport,
        "csv",
        "Table for spreadsheets (CSV)",
        ".csv",
        CSV,
        _any(lambda one: gaps_csv(one.forms)),
        _BOM,
    ),
    Format(GapReport, "text", "Plain text", ".txt", TEXT, _any(lambda one: gaps_text(one.forms))),
    Format(GapReport, PASTED, "Table to paste into Word", "", HTML, _any(gaps_fragment)),
    Format(Listing, "html", "Web page", ".html", HTML, _any(listing_html)),
    Format(Listing, "pdf", "PDF", ".pdf", PDF, _any(listing_paper)),
    _word(Listing, listing_paper),
    _excel(Listing, listing_paper),
    Format(Listing, "csv", "Table for spreadsheets (CSV)", ".csv", CSV, _any(listing_csv), _BOM),
    Format(Listing, "text", "Plain text", ".txt", TEXT, _any(listing_text)),
    Format(LadderOverview, "html", "Web page", ".html", HTML, _any(overview_html)),
    Format(LadderOverview, "pdf", "PDF", ".pdf", PDF, _any(overview_paper)),
    _word(LadderOverview, overview_paper),
    Format(LadderOverview, "text", "Plain text", ".txt", TEXT, _any(overview_text)),
    Format(LadderOverview, PASTED, "Table to paste into Word", "", HTML, _any(overview_fragment)),
    Format(Note, "html", "Web page", ".html", HTML, _any(note_html)),
    Format(Note, PASTED, "Table to paste into Word", "", HTML, _any(note_table)),
    Format(Note, "text", "Plain text", ".txt", TEXT, _any(note_text)),
    Format(Note, "md", "Text in Markdown", ".md", "text/markdown", _any(note_markdown)),
    Format(Note, "pdf", "PDF", ".pdf", PDF, _any(note_paper)),
    _word(Note, note_paper),
)


def formats_of(shows: type[Report]) -> Iterator[Format[Report]]:
    """Yield the formats of a kind of report, in the order in which they are offered."""
    return (one for one in FORMATS if one.shows is shows)


def format_of(shows: type[Report], name: str) -> Format[Report]:
    """Return the format of a kind of report by its name.

    Raises:
        KeyError: The kind of report has no such format.
    """
    return {one.name: one for one in formats_of(shows)}[name]
