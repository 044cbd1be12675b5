"""Entries of a ladder as text and HTML that other programs can paste; no Qt."""

from collections.abc import Sequence

from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.spacing import single_spaced
from laddereditor.reports.page.html import pages_fragment
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.places import pages_at
from laddereditor.reports.page.text import pages_text

_WITH_PAGE = (Family, Profile, Level)


def are_terms(ladder: Ladder, addresses: Sequence[Address]) -> bool:
    """Whether several short entries are copied, which read best as a list."""
    entities = [address.entity(ladder) for address in addresses]
    return len(entities) > 1 and not any(isinstance(entity, _WITH_PAGE) for entity in entities)


def readable_text(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return entries as plain text: pages of families, profiles and levels, a line for a term."""
    if are_terms(ladder, addresses):
        return "\n".join(_term_line(address.entity(ladder)) for address in addresses)
    return pages_text(ReaderPages("", pages_at(ladder, addresses)))


def readable_html(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return entries as HTML with headings and lists, "" where plain text does as well."""
    if are_terms(ladder, addresses):
        return ""
    return pages_fragment(ReaderPages("", pages_at(ladder, addresses)))


def _term_line(entity: Entity) -> str:
    """Return name and description with a tab between them, for a spreadsheet's two columns."""
    name, description = (str(getattr(entity, field, "")) for field in ("name", "description"))
    return "\t".join(part for part in (name, single_spaced(description)) if part)
