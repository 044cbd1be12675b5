"""A list of titles as it is exported and printed."""

from collections.abc import Sequence
from pathlib import Path

from laddereditor.presentation.export.listing_offer import listing_offer
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.titles.page import TitlesPage
from laddereditor.presentation.titles.work import AnswerFilter, TitleWork, filter_words
from laddereditor.reports.comparison.words import dated_words
from laddereditor.reports.listing import Listing


def titles_offer(work: TitleWork, shown: AnswerFilter, files: Sequence[Path]) -> ExportOffer:
    """Return a list of titles with the answers that a filter shows.

    Args:
        work: The list.
        shown: The filter.
        files: The files that it is made from; what is written is open to no more people.
    """
    page = TitlesPage(work, work.rows(shown))
    columns = range(len(page.columns))
    rows = tuple(
        (page.side(row).words, *(page.text(row, column) for column in columns))
        for row in range(len(page.rows))
    )
    lines = (f"{filter_words(shown, work)}. {dated_words([work.ladder], 'written')}.",)
    title = f"Titles of {work.path.name}"
    return listing_offer(
        "the titles", Listing(title, lines, ("Answer", *page.columns), rows), files
    )
