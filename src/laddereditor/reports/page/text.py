"""A reader's page as plain text."""

from collections.abc import Iterator

from laddereditor.reports.page.credits import credit_of
from laddereditor.reports.page.parts import PageItem, PageSection, ReaderPage, ReaderPages


def pages_text(report: ReaderPages) -> str:
    """Return pages as plain text, two empty lines between them."""
    pages = ["\n".join(_page_lines(page)) for page in report.pages]
    foot = "\n".join(filter(None, (report.origin, credit_of(report))))
    return "\n\n\n".join([*pages, foot] if foot else pages)


def _page_lines(page: ReaderPage) -> Iterator[str]:
    yield " ".join(part for part in (page.badge, page.heading) if part)
    if page.title:
        yield page.title
    yield from page.lead
    for section in page.sections:
        yield from _section_lines(section)


def _section_lines(section: PageSection) -> Iterator[str]:
    if section.heading:
        yield ""
        yield section.heading
    if section.group:
        yield f"{section.group}:"
    yield from section.paragraphs
    for term, definition in section.terms:
        yield f"{term}: {definition}"
    for item in section.items:
        yield from _item_lines(item)


def _item_lines(item: PageItem) -> Iterator[str]:
    yield f"• {item.text} ({item.remark})" if item.remark else f"• {item.text}"
    for line in item.below:
        yield f"    – {line}"
    for link in item.links:
        yield f"    – {link.text} ({link.remark})" if link.remark else f"    – {link.text}"
