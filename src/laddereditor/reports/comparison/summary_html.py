"""The summary of a comparison as a page, for paper, and to paste into Word or a mail."""

from itertools import groupby

from laddereditor.align.words import word_marks
from laddereditor.compare.sheet.level_summary import LevelSummary, SummaryItem
from laddereditor.reports.common.diff_style import diff_style
from laddereditor.reports.common.html_parts import (
    IN_WORD,
    document_html,
    element,
    html_text,
    paper_html,
    side_html,
)
from laddereditor.reports.comparison.level_summaries import (
    SummaryPart,
    SummaryReport,
    stays_words,
    summary_parts,
    title_of_summary,
)
from laddereditor.reports.comparison.words import origin_words


def summary_html(report: SummaryReport) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    return document_html(report.title, diff_style(), summary_fragment(report), headed=False)


def summary_paper(report: SummaryReport) -> str:
    """Return the summaries for paper."""
    return paper_html("", summary_fragment(report))


def summary_fragment(report: SummaryReport) -> str:
    """Return the summaries as HTML to paste into Word or a mail."""
    return "".join(map(_summary, report.summaries))


def summary_body(summary: LevelSummary) -> str:
    """Return a summary as HTML without its title and its sentence, for the window."""
    parts = "".join(map(_part, summary_parts(summary)))
    stays = stays_words(summary)
    return parts + (element("p", html_text(stays)) + "\n" if stays else "")


def _summary(summary: LevelSummary) -> str:
    title = element("h1", html_text(title_of_summary(summary)))
    source = origin_words((summary.before, summary.after))
    lead = "".join(element("p", html_text(words)) for words in (source, summary.sentence))
    return f"{title}\n{lead}\n{summary_body(summary)}"


def _part(part: SummaryPart) -> str:
    groups = groupby(part.items, key=lambda item: item.heading)
    lists = "".join(
        f"{element('p', element('b', html_text(heading)))}\n"
        f"{element('ul', ''.join(map(_item, items)))}\n"
        for heading, items in groups
    )
    return f"{element('h2', html_text(part.words))}\n{lists}"


def _item(item: SummaryItem) -> str:
    if not item.before or not item.after:
        return element("li", html_text(item.text))
    marks = word_marks(item.before, item.after)
    before, now = (side_html(marks, old=old, tags=IN_WORD) for old in (True, False))
    return element("li", f"Before: {before}<br>Now: {now}")
