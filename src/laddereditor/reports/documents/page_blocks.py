"""The page that readers see of an entity, as the blocks of a document.

A term is an entry of a list that begins with the term in bold; a remark is in italics behind its
entry. `exchange/blocks/ladder_reader` reads these forms back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from laddereditor.exchange.blocks.block import Block, Heading, Item, Paragraph, Run, Table
from laddereditor.exchange.blocks.forms import (
    BADGE_MARK,
    LINK,
    remark_run,
    term_runs,
)
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.phrases import ENGLISH, Phrases, phrases_of
from laddereditor.model.resolve import resolved
from laddereditor.reports.page.parts import PageItem, PageSection
from laddereditor.reports.page.reader_page import page_of
from laddereditor.reports.page.sections import PageSource, head_terms
from laddereditor.reports.page.texts import FOR_EVERY_FAMILY, years

_PROFILES = KINDS["profile"].collection


def entity_blocks(
    ladder: Ladder, entity: Entity, depth: int, mark: str = "", family: Family | None = None
) -> Iterator[Block]:
    """Yield the blocks of an entity's page.

    Args:
        ladder: The ladder that has it.
        entity: The entity.
        depth: The depth of its heading; those of its sections are one deeper.
        mark: Its address.
        family: The family of a profile.
    """
    phrases = phrases_of(ladder.language)
    page = page_of(ladder, entity, family, phrases)
    name = page.title if isinstance(entity, Profile) else page.heading
    heading = BADGE_MARK.join(filter(None, (page.badge, name)))
    yield Heading(depth, heading, mark=mark)
    if isinstance(entity, Profile):
        word = phrases.say(field_specs(Profile)["level"].title)
        terms = [(word, page.heading)] if page.heading else []
    else:
        terms = list(head_terms(PageSource(ladder, entity, phrases=phrases)))
    yield from map(_term, terms)
    yield from map(paragraph, page.lead)
    if isinstance(entity, Family):
        yield from _family_sections(page.sections)
        return
    for section in page.sections:
        yield from _section(section, depth + 1, phrases)


def _family_sections(sections: Iterable[PageSection]) -> Iterator[Block]:
    """Yield what a family says, without headings: those below it are of its profiles."""
    for section in sections:
        if section.field == _PROFILES:
            continue
        if section.heading:
            yield _term((section.heading, "\n\n".join(section.paragraphs)))
        yield from map(_term, section.terms)
        for item in section.items:
            yield from (replace(one, depth=one.depth + 1) for one in _item(item, ENGLISH))


def _section(section: PageSection, depth: int, phrases: Phrases) -> Iterator[Block]:
    """Yield the blocks of a section.

    Args:
        section: The section.
        depth: The depth of its heading.
        phrases: The language of the program's own words.
    """
    if section.heading:
        yield Heading(depth, section.heading)
    if section.group:
        yield Paragraph((Run(section.group, "bold"),))
    if section.subheading:
        yield from (Heading(depth + 1, text) for text in section.paragraphs)
        if section.inherited:
            yield Paragraph((Run(phrases.say(FOR_EVERY_FAMILY), "italic"),))
    else:
        yield from map(paragraph, section.paragraphs)
    yield from map(_term, section.terms)
    for item in section.items:
        yield from _item(item, phrases)


def paragraph(text: str) -> Paragraph:
    """Return a text as a paragraph in one style."""
    return Paragraph((Run(text),))


def _term(term: tuple[str, str]) -> Item:
    return Item(term_runs(*term))


def _item(item: PageItem, phrases: Phrases) -> Iterator[Item]:
    mark = phrases.say(FOR_EVERY_FAMILY) if item.inherited else ""
    yield Item((Run(item.text), *remark_run(item.remark, mark)))
    yield from (Item((Run(line),), depth=1) for line in item.below)
    for link in item.links:
        yield Item((Run(f"{LINK}{link.text}"), *remark_run(link.remark)), depth=1)


def profiles_overview(
    ladder: Ladder, family: Family, profiles: Sequence[Profile]
) -> Iterator[Block]:
    """Yield the table of some profiles of a family.

    Args:
        ladder: The ladder.
        family: The family.
        profiles: Those of its profiles that are listed.
    """
    specs = field_specs(Profile)
    phrases = phrases_of(ladder.language)
    heads = tuple(phrases.say(specs[name].title) for name in ("level", "title", "experience"))
    rows = [heads]
    for profile in profiles:
        whole = resolved(ladder, family, profile)
        said = years(whole.experience.value, phrases=phrases)
        rows.append((profile.level, whole.title.value, said))
    if len(rows) > 1:
        yield Table(tuple(rows))


def levels_overview(ladder: Ladder) -> Iterator[Block]:
    """Yield the table of levels: their codes, names and years."""
    specs, phrases = field_specs(Level), phrases_of(ladder.language)
    heads = tuple(phrases.say(specs[name].title) for name in ("id", "name", "experience"))
    rows = tuple(
        (one.id, one.name, years(one.experience, phrases=phrases)) for one in ladder.levels
    )
    if rows:
        yield Table((heads, *rows))
