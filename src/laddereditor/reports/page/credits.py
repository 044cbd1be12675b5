"""Who is named at the end of pages because their data is in them."""

from laddereditor.model.occupations.attribution import ATTRIBUTION
from laddereditor.model.occupations.codes import title_of
from laddereditor.reports.page.parts import ReaderPages


def credit_of(report: ReaderPages) -> str:
    """Return the attribution of the occupation codes, "" if the pages have none of them."""
    items = (
        item.text
        for page in report.pages
        for section in page.sections
        if section.field == "occupations"
        for item in section.items
    )
    return ATTRIBUTION if any(title_of(text.partition(" ")[0]) for text in items) else ""
