"""The page that a reader sees of an entity, as plain blocks without markup.

Headings and the order of sections come from the fields themselves, so a page, an import and an
export use the same words, and a new field has its place.
"""

from laddereditor.compare.reports.page_parts import PageSection, ReaderPage
from laddereditor.compare.reports.page_sections import (
    PageSource,
    has_content,
    page_sections,
    section_of,
)
from laddereditor.compare.reports.page_texts import paragraphs
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import resolved
from laddereditor.model.terms import Skill


def page_of(ladder: Ladder, entity: Entity, family: Family | None = None) -> ReaderPage:
    """Return the page of an entity; a profile needs its family."""
    if isinstance(entity, Profile) and family is not None:
        return _profile_page(ladder, family, entity)
    own_family = entity if isinstance(entity, Family) else None
    sections = tuple(page_sections(PageSource(ladder, entity, own_family)))
    if isinstance(entity, Level):
        return ReaderPage(entity.id, entity.name, "", (), sections)
    return ReaderPage("", _heading(entity), _under(entity), _lead(entity), sections)


def _profile_page(ladder: Ladder, family: Family, profile: Profile) -> ReaderPage:
    whole = resolved(ladder, family, profile)
    return ReaderPage(
        badge=profile.level,
        heading=whole.level.name if whole.level else "",
        title=whole.title.value,
        lead=paragraphs(profile.summary),
        sections=(
            *page_sections(PageSource(ladder, profile, family, whole)),
            *_of_family(ladder, family),
        ),
    )


def _of_family(ladder: Ladder, family: Family) -> tuple[PageSection, ...]:
    """Return what a family says of each of its profiles: its codes of occupations."""
    spec = field_specs(Family)["occupations"]
    return tuple(filter(has_content, section_of(PageSource(ladder, family), spec)))


def _heading(entity: Entity) -> str:
    """Return the name at the head of a page."""
    return str(entity.name) if isinstance(entity, Family | Skill | Ladder) else label_of(entity)


def _under(entity: Entity) -> str:
    """Return the line below the name."""
    if isinstance(entity, Family):
        return entity.function
    if isinstance(entity, Skill):
        return " · ".join(part for part in (entity.kind, entity.category) if part)
    if isinstance(entity, Ladder):
        parts = (entity.organization, entity.version, entity.status)
        return " · ".join(part for part in parts if part)
    return ""


def _lead(entity: Entity) -> tuple[str, ...]:
    """Return the opening paragraphs."""
    text = entity.summary if isinstance(entity, Family) else getattr(entity, "description", "")
    return paragraphs(str(text))
