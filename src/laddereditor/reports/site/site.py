"""What a site is made of: the pages of a ladder's entities, and where each has its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from laddereditor.model.address import Address, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.occupations.attribution import ATTRIBUTION
from laddereditor.model.phrases import Phrases, phrases_of
from laddereditor.model.terms import Skill
from laddereditor.reports.exporter import ExportSource
from laddereditor.reports.page.credits import credit_of
from laddereditor.reports.page.parts import ReaderPage, ReaderPages
from laddereditor.reports.page.reader_page import page_of
from laddereditor.reports.site.family_matrix import MatrixCell, MatrixPlace, cells_of
from laddereditor.reports.site.page_text import shown
from laddereditor.reports.site.site_paths import paths_of


@dataclass(frozen=True)
class SitePage:
    """An entity with the page that a reader sees of it."""

    address: Address
    entity: Entity
    page: ReaderPage

    @cached_property
    def name(self) -> str:
        """What it is called in lists and links: "P3 Data Engineer", "P3 Career Professional"."""
        words = self.page.heading
        if isinstance(self.entity, Profile):
            words = shown(self.page.title, self.page.heading, " ")
        return shown(f"{self.page.badge} {words}".strip(), self.key)

    @cached_property
    def cells(self) -> Mapping[MatrixPlace, MatrixCell]:
        """What the page says, by its place in a matrix."""
        return cells_of(self.page)

    @property
    def key(self) -> str:
        """What identifies it, for what has no name."""
        return self.address.key or self.address.last


@dataclass(frozen=True)
class FamilyPages:
    """A family with the pages of its profiles, in the order of their levels."""

    own: SitePage
    family: Family
    profiles: tuple[SitePage, ...]

    @property
    def name(self) -> str:
        """What people call the family."""
        return self.own.name


@dataclass(frozen=True)
class Site:
    """All pages of a ladder."""

    ladder: Ladder
    phrases: Phrases  # the program's own words, in the language of the ladder
    paths: Mapping[Address, str]
    families: tuple[FamilyPages, ...]
    levels: tuple[SitePage, ...]
    skills: tuple[SitePage, ...]
    today: date | None

    @property
    def name(self) -> str:
        """What people call the ladder."""
        return shown(self.ladder.name, self.ladder.id, self.phrases.say("the career ladder"))

    @cached_property
    def credit(self) -> str:
        """The attribution of the occupation codes, "" if no page has any."""
        pages = tuple(one.own.page for one in self.families)
        return ATTRIBUTION if credit_of(ReaderPages("", pages)) else ""

    def profiles(self) -> Iterator[tuple[FamilyPages, SitePage]]:
        """Yield every profile with its family."""
        for family in self.families:
            for profile in family.profiles:
                yield family, profile


def site_of(source: ExportSource) -> Site:
    """Return the pages of what is exported."""
    ladder = source.ladder
    phrases = phrases_of(ladder.language)
    return Site(
        ladder=ladder,
        phrases=phrases,
        paths=paths_of(ladder, source.needed),
        families=tuple(
            _family(source, phrases, address, family)
            for address, family in listed_at(Address("families"), ladder.families)
            if address not in source.needed
        ),
        levels=_pages(ladder, phrases, "levels", ladder.levels),
        skills=_pages(ladder, phrases, "skills", ladder.skills),
        today=source.today,
    )


def _pages(
    ladder: Ladder,
    phrases: Phrases,
    collection: str,
    entities: tuple[Level, ...] | tuple[Skill, ...],
) -> tuple[SitePage, ...]:
    return tuple(
        SitePage(address, entity, page_of(ladder, entity, phrases=phrases))
        for address, entity in listed_at(Address(collection), entities)
    )


def _family(
    source: ExportSource, phrases: Phrases, address: Address, family: Family
) -> FamilyPages:
    ladder = source.ladder
    ranks = {level.id: rank for rank, level in reversed([*enumerate(ladder.levels)])}
    profiles = sorted(
        (one for one in listed_at(address, family.profiles) if one[0] not in source.needed),
        key=lambda found: ranks.get(found[1].level, len(ranks)),
    )
    return FamilyPages(
        SitePage(address, family, page_of(ladder, family, phrases=phrases)),
        family,
        tuple(
            SitePage(there, profile, page_of(ladder, profile, family, phrases))
            for there, profile in profiles
        ),
    )
