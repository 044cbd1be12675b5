"""The summary of a comparison as plain text."""

from collections.abc import Iterator
from itertools import groupby

from laddereditor.compare.sheet.level_summary import LevelSummary, SummaryItem
from laddereditor.reports.common.text_layout import text_width
from laddereditor.reports.comparison.level_summaries import (
    SummaryReport,
    stays_words,
    summary_parts,
    title_of_summary,
)
from laddereditor.reports.comparison.words import origin_words


def summary_text(report: SummaryReport) -> str:
    """Return the summaries as plain text, with the demands quoted as they are."""
    return "\n".join("\n".join(_lines(summary)) + "\n" for summary in report.summaries)


def _lines(summary: LevelSummary) -> Iterator[str]:
    title = title_of_summary(summary)
    yield from (title, "=" * text_width(title), origin_words((summary.before, summary.after)), "")
    yield summary.sentence
    for part in summary_parts(summary):
        yield from ("", part.words, "-" * text_width(part.words))
        for heading, items in groupby(part.items, key=lambda item: item.heading):
            yield f"{heading}:"
            for item in items:
                yield from _item(item)
    if stays := stays_words(summary):
        yield from ("", stays)


def _item(item: SummaryItem) -> Iterator[str]:
    if not item.before or not item.after:
        yield f"- {_indented(item.text)}"
        return
    yield f"- Before: {_indented(item.before)}"
    yield f"  Now: {_indented(item.after)}"


def _indented(text: str) -> str:
    return "\n    ".join(text.splitlines())
