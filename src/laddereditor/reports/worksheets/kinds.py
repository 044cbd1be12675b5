"""The sheets about profiles and levels: a new one is an entry here, and a test."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.reports.common.origin import origin_line
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.places import page_at
from laddereditor.reports.worksheets.job_description import job_description
from laddereditor.reports.worksheets.profile_sheets import (
    goal_sheet,
    interview_sheet,
    review_sheet,
)
from laddereditor.reports.worksheets.worksheet import Worksheet, Worksheets

SheetReport = ReaderPages | Worksheets


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of sheet about profiles or levels."""

    id: str  # "goals"
    title: str  # "Goal sheet"
    use: str  # what it is for, in a sentence
    make: Callable[[Ladder, Sequence[Address], str], SheetReport]  # the last one is its title
    shows: type[SheetReport]  # what it makes


def _pages(ladder: Ladder, addresses: Sequence[Address], title: str) -> ReaderPages:
    pages = tuple(job_description(ladder, address) for address in addresses)
    return ReaderPages(title, pages, ladder.language, origin_line(ladder))


def _level_pages(ladder: Ladder, addresses: Sequence[Address], title: str) -> ReaderPages:
    levels = dict.fromkeys(_level_address(ladder, address) for address in addresses)
    pages = tuple(page_at(ladder, one) for one in levels)
    return ReaderPages(title, pages, ladder.language, origin_line(ladder))


def _level_address(ladder: Ladder, address: Address) -> Address:
    """Return the address of a profile's level, or that of the profile if its level is missing."""
    entity = address.entity(ladder)
    if not isinstance(entity, Profile):
        return address
    level = Address("levels").entry(entity.level)
    try:
        level.entity(ladder)
    except NoSuchPlace:
        return address
    return level


def _worksheets(
    make: Callable[[Ladder, Address], Worksheet],
) -> Callable[[Ladder, Sequence[Address], str], Worksheets]:
    def made(ladder: Ladder, addresses: Sequence[Address], title: str) -> Worksheets:
        return Worksheets(title, tuple(make(ladder, one) for one in addresses), ladder.language)

    return made


SHEET_KINDS = (
    SheetKind(
        "job",
        "Job description",
        "What the job asks for, with blanks for what the ladder does not say.",
        _pages,
        ReaderPages,
    ),
    SheetKind(
        "level",
        "Level page",
        "What the level means in every family.",
        _level_pages,
        ReaderPages,
    ),
    SheetKind(
        "goals",
        "Goal sheet",
        "A row for each responsibility: what, how it is measured, by when.",
        _worksheets(goal_sheet),
        Worksheets,
    ),
    SheetKind(
        "interview",
        "Interview sheet",
        "A row for each expectation: a question to ask, and what to listen for.",
        _worksheets(interview_sheet),
        Worksheets,
    ),
    SheetKind(
        "review",
        "Review sheet",
        "Every statement, for an expert to keep, change or remove.",
        _worksheets(review_sheet),
        Worksheets,
    ),
)


def sheet_places(ladder: Ladder, addresses: Sequence[Address]) -> tuple[Address, ...]:
    """Return the profiles and levels at addresses, each once; a family stands for its profiles."""
    return tuple(dict.fromkeys(place for one in addresses for place in _places(ladder, one)))


def _places(ladder: Ladder, address: Address) -> Iterator[Address]:
    try:
        entity: Entity = address.entity(ladder)
    except NoSuchPlace:
        return
    if isinstance(entity, Family):
        yield from (address.entry(profile.level) for profile in entity.profiles)
    elif isinstance(entity, Profile | Level):
        yield address
