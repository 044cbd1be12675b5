"""Entries of a ladder as text and HTML that other programs can paste; no Qt."""

from collections.abc import Iterator, Sequence

from laddereditor.compare.reports.page_html import page_html
from laddereditor.compare.reports.reader_page import PageItem, PageSection, ReaderPage, page_of
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

_WITH_PAGE = (Family, Profile, Level)


def pages_of(ladder: Ladder, addresses: Sequence[Address]) -> list[ReaderPage]:
    """Return what a reader sees of entries; a family brings the pages of its profiles."""
    found = []
    for address in addresses:
        entity = address.entity(ladder)
        family = address.parent.entity(ladder) if isinstance(entity, Profile) else entity
        owner = family if isinstance(family, Family) else None
        found.append(page_of(ladder, entity, owner))
        if isinstance(entity, Family):
            found += [page_of(ladder, profile, entity) for profile in entity.profiles]
    return found


def are_terms(ladder: Ladder, addresses: Sequence[Address]) -> bool:
    """Whether several short entries are copied, which read best as a list."""
    entities = [address.entity(ladder) for address in addresses]
    return len(entities) > 1 and not any(isinstance(entity, _WITH_PAGE) for entity in entities)


def readable_text(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return entries as plain text: pages of families, profiles and levels, a line for a term."""
    if are_terms(ladder, addresses):
        return "\n".join(_term_line(address.entity(ladder)) for address in addresses)
    return "\n\n\n".join("\n".join(_page_lines(page)) for page in pages_of(ladder, addresses))


def readable_html(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return entries as HTML with headings and lists, "" where plain text does as well."""
    if are_terms(ladder, addresses):
        return ""
    return "<hr>".join(page_html(page) for page in pages_of(ladder, addresses))


def _term_line(entity: Entity) -> str:
    """Return name and description with a tab between them, for a spreadsheet's two columns."""
    name, description = (str(getattr(entity, field, "")) for field in ("name", "description"))
    return "\t".join(part for part in (name, " ".join(description.split())) if part)


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
    yield from section.paragraphs
    for term, definition in section.terms:
        yield f"{term}: {definition}"
    for item in section.items:
        yield from _item_lines(item)


def _item_lines(item: PageItem) -> Iterator[str]:
    yield f"• {item.text} ({item.remark})" if item.remark else f"• {item.text}"
    for line in item.below:
        yield f"    – {line}"
