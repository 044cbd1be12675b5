"""The pages of the entities at some addresses."""

from collections.abc import Iterable, Iterator

from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.phrases import phrases_of
from laddereditor.reports.page.parts import ReaderPage
from laddereditor.reports.page.reader_page import page_of


def page_at(ladder: Ladder, address: Address) -> ReaderPage:
    """Return the page of the entity at an address, or that of the ladder if there is none.

    The program's own words in it are in the language of the ladder.
    """
    phrases = phrases_of(ladder.language)
    try:
        entity = address.entity(ladder)
        family = address.parent.entity(ladder) if isinstance(entity, Profile) else None
    except NoSuchPlace:
        return page_of(ladder, ladder, phrases=phrases)
    return page_of(ladder, entity, family if isinstance(family, Family) else None, phrases)


def pages_at(ladder: Ladder, addresses: Iterable[Address]) -> tuple[ReaderPage, ...]:
    """Return the pages at addresses; a family brings the pages of its profiles."""
    return tuple(page for address in addresses for page in _pages(ladder, address))


def _pages(ladder: Ladder, address: Address) -> Iterator[ReaderPage]:
    yield page_at(ladder, address)
    try:
        family = address.entity(ladder)
    except NoSuchPlace:
        return
    if isinstance(family, Family):
        phrases = phrases_of(ladder.language)
        yield from (page_of(ladder, profile, family, phrases) for profile in family.profiles)
