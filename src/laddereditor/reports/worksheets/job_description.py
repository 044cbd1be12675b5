"""The description of a job: what a profile asks for, in the form that job descriptions have.

Everything is quoted from the ladder; where it has nothing, there is a blank to be filled in.
"""

from collections.abc import Iterator, Mapping

from laddereditor.compare.diff.changes.value_texts import choice_text
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.field_order import placed
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, key_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.phrases import Phrases
from laddereditor.model.resolve import find_level
from laddereditor.reports.page.parts import PageSection, ReaderPage
from laddereditor.reports.page.places import page_at
from laddereditor.reports.page.texts import paragraphs
from laddereditor.reports.worksheets.quotes import is_demand

BLANK = "____________________"
# What a job description says and a ladder does not: the same level may be in many places.
ASKED = ("Reports to", "Place of work", "Working hours")
_BLANK_LISTS = ("statements", "skills")


def job_description(ladder: Ladder, address: Address) -> ReaderPage:
    """Return the description of the job of a profile.

    Args:
        ladder: The ladder.
        address: A profile of it; of a level, the description has no title and no family.
    """
    entity, page = address.entity(ladder), page_at(ladder, address)
    above = address.parent.entity(ladder) if isinstance(entity, Profile) else None
    family = above if isinstance(above, Family) else None
    say = page.phrases.say
    summary = paragraphs(family.summary) if family else ()
    about = PageSection(say("About the work"), paragraphs=summary)
    return ReaderPage(
        badge="",
        heading=page.title or (page.heading if not family else "") or BLANK,
        title=" · ".join(filter(None, (family.name, family.function))) if family else "",
        lead=page.lead or (BLANK,),
        sections=(
            PageSection("", terms=tuple(_facts(ladder, family, entity, page.phrases))),
            *([about] if about.paragraphs else []),
            *_demands(page, field_specs(type(entity))),
        ),
        phrases=page.phrases,
    )


def _facts(
    ladder: Ladder, family: Family | None, entity: Entity, phrases: Phrases
) -> Iterator[tuple[str, str]]:
    """Yield the facts at the top of a job description, each with its term."""
    level = entity if isinstance(entity, Level) else None
    if isinstance(entity, Profile):
        level = find_level(ladder, entity.level)
    yield phrases.say(KINDS["level"].title), label_of(level) if level else str(key_of(entity))
    if isinstance(entity, Profile) and entity.flsa:
        spec = field_specs(Profile)["flsa"]
        yield phrases.say(spec.title), choice_text(spec, entity.flsa, phrases)
    yield from ((phrases.say(term), BLANK) for term in ASKED)


def _demands(page: ReaderPage, specs: Mapping[str, FieldSpec]) -> Iterator[PageSection]:
    """Yield what a page says of demands and of pay; a list that it lacks is a blank."""
    for name in placed(specs, {name: spec.page.below for name, spec in specs.items()}):
        spec = specs[name]
        found = [section for section in page.sections if section.field.name == name]
        if is_demand(spec) or spec.readers == "pay":
            yield from found
        if not found and is_demand(spec) and spec.shape in _BLANK_LISTS:
            yield PageSection(page.phrases.say(spec.words), spec.name, paragraphs=(BLANK,))
