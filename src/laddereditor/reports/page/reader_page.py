"""The page that a reader sees of an entity, as plain blocks without markup.

Headings and the order of sections come from the fields themselves, so a page, an import and an
export use the same words, and a new field has its place.
"""

from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import entity_name, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.positions import codes_above, position_in_track, profile_key
from laddereditor.model.resolve import resolved
from laddereditor.model.terms import Skill
from laddereditor.reports.page.parts import PageSection, ReaderPage
from laddereditor.reports.page.sections import (
    PageSource,
    has_content,
    head_line,
    head_paragraphs,
    page_sections,
    section_of,
)
from laddereditor.reports.page.texts import INFERRED

_NAMED = Family | Skill | Ladder | Level  # without a name, the heading of their page is empty


def page_of(
    ladder: Ladder, entity: Entity, family: Family | None = None, phrases: Phrases = ENGLISH
) -> ReaderPage:
    """Return the page of an entity.

    Args:
        ladder: The ladder that has it.
        entity: A profile, a family, a level, or any other entity of the ladder.
        family: The family of a profile, from which it inherits; None for other entities.
        phrases: The language of the program's own words, such as headings.
    """
    if isinstance(entity, Profile) and family is not None:
        return _profile_page(ladder, family, entity, phrases)
    mark = phrases.say(INFERRED) if getattr(entity, "inferred", False) else ""
    own_family = entity if isinstance(entity, Family) else None
    source = PageSource(ladder, entity, own_family, phrases=phrases)
    title, title_field = head_line(source)
    lead = head_paragraphs(source)
    return ReaderPage(
        badge=entity.id if isinstance(entity, Level) else "",
        heading=entity_name(entity) or ("" if isinstance(entity, _NAMED) else key_of(entity)),
        title=" · ".join(part for part in (title, mark) if part),
        lead=tuple(text for _, text in lead),
        sections=(*_position(source), *page_sections(source)),
        heading_field=next((s.name for s in field_specs(type(entity)).values() if s.is_name), ""),
        title_field=title_field,
        lead_fields=tuple(name for name, _ in lead),
        phrases=phrases,
    )


def _profile_page(ladder: Ladder, family: Family, profile: Profile, phrases: Phrases) -> ReaderPage:
    values = resolved(ladder, family, profile)
    source = PageSource(ladder, profile, family, values, phrases)
    lead = head_paragraphs(source)
    return ReaderPage(
        badge=profile.level,
        heading=values.level.name if values.level else "",
        title=values.title.value,
        lead=tuple(text for _, text in lead),
        sections=(*_position(source), *page_sections(source), *_sections_of_family(source)),
        heading_field="level",
        title_field="title",
        lead_fields=tuple(name for name, _ in lead),
        phrases=phrases,
    )


def _position(source: PageSource) -> tuple[PageSection, ...]:
    """Return the key of a profile, and where a level is in its track, as terms."""
    entity, whole = source.entity, source.resolved_profile
    level = whole.level if whole else entity if isinstance(entity, Level) else None
    position = position_in_track(source.ladder, level)
    codes = codes_above(source.ladder, source.family)
    key = profile_key(source.family, entity, codes) if isinstance(entity, Profile) else ""
    say = source.phrases.say
    terms = [(say("Key"), key)] if key else []
    if position:
        words = say("{rank} of {levels} in track", rank=position.rank, levels=position.levels)
        terms.append((say("Level position"), words))
    own = "level" if isinstance(entity, Profile) else "track"
    return (PageSection("", terms=tuple(terms), fields=(own,) * len(terms)),) if terms else ()


def _sections_of_family(source: PageSource) -> tuple[PageSection, ...]:
    """Return what a family says of each of its profiles: its codes of occupations."""
    assert source.family is not None
    spec = field_specs(Family)["occupations"]
    own = PageSource(source.ladder, source.family, phrases=source.phrases)
    return tuple(filter(has_content, section_of(own, spec)))
