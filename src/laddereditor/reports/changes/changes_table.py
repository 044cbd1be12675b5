"""Changes as a table for paper."""

from collections.abc import Iterator

from laddereditor.compare.diff.changes.change_words import effect_words, totals
from laddereditor.reports.changes.diff_text import NO_CHANGE
from laddereditor.reports.changes.grouped_changes import ChangesReport, reported_groups
from laddereditor.reports.common.colors import report_colors
from laddereditor.reports.common.html_parts import (
    CELLS,
    IN_WORD,
    cell_html,
    cell_text,
    html_text,
    paper_html,
    row_html,
    side_html,
    table_html,
)

_HEADS = ("Where", "What changed", "Before", "Now", "Effect")


def changes_paper(report: ChangesReport) -> str:
    """Return the changes for paper, with removed and added words marked."""
    if not report.changes:
        return paper_html(report.title, f"<p>{NO_CHANGE}</p>")
    ground = f"background:{report_colors('light')['alternate']}"
    heads = [cell_html(words, ground, "th") for words in _HEADS]
    total = f"<p>{html_text(totals(report.changes))}.</p>"
    return paper_html(report.title, total + table_html(heads, [_rows(report)], CELLS))


def _rows(report: ChangesReport) -> Iterator[str]:
    for group in reported_groups(report.changes, report.old, report.new):
        for number, reported in enumerate(group.changes):
            effect = " ".join(effect_words(reported.change)).strip()
            before = side_html(reported.marks, old=True, tags=IN_WORD) if reported.before else ""
            after = side_html(reported.marks, old=False, tags=IN_WORD) if reported.after else ""
            texts = (cell_text("" if number else group.place), cell_text(reported.headline))
            cells = (*texts, before, after, cell_text(effect))
            yield row_html(map(cell_html, cells))
