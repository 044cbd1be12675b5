"""A whole ladder, or some of its pages, as a document.

Levels, skills and terms come first, then the families by their job function. The depth of a
heading says what it is: 1 a part or a job function, 2 a family, a track or a category, 3 a
profile, a level or a skill, 4 a section of its page, 5 a competency.
"""

import json
from collections.abc import Iterator, Sequence

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
)
from laddereditor.exchange.blocks.forms import (
    BYLINE,
    DATE,
    LADDER,
    ORGANIZATION,
    SCOPE,
    VERSION,
    term_runs,
)
from laddereditor.model.address import Address, NoSuchPlace, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import GROUPED, KINDS, Kind, by_id, entities, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.occupations.attribution import ATTRIBUTION
from laddereditor.model.occupations.codes import title_of
from laddereditor.model.phrases import phrases_of
from laddereditor.reports.common.origin import dated_parts
from laddereditor.reports.documents.page_blocks import (
    entity_blocks,
    levels_overview,
    paragraph,
    profiles_overview,
)
from laddereditor.reports.exporter import ExportScope, ExportSource, Progress, unheard
from laddereditor.reports.scope_values import scope_values

PART, GROUP, ENTITY = 1, 2, 3
_TERMS = ("track", "factor", "proficiency", "competency")
_PAGES = ("level", "skill")


def document_of(source: ExportSource, progress: Progress = unheard) -> BlockDocument:
    """Return the ladder of a source as a document; `progress` counts its families."""
    ladder = source.ladder
    body = _pages(source, progress) if source.scope.at else _whole(source, progress)
    dated = dated_parts(ladder, phrases_of(ladder.language), source.today)
    properties = {
        LADDER: ladder.id,
        ORGANIZATION: ladder.organization,
        VERSION: ladder.version,
        DATE: source.today.isoformat() if source.today else "",
        SCOPE: "" if source.scope == ExportScope() else json.dumps(scope_values(source.scope)),
        BYLINE: " · ".join(filter(None, (ladder.organization, *dated))),
    }
    return BlockDocument(
        blocks=(*body, *_credit(source)),
        title=ladder.name or ladder.id,
        language=ladder.language,
        properties={name: text for name, text in properties.items() if text},
    )


def _credit(source: ExportSource) -> Iterator[Block]:
    """Yield the attribution of the occupation codes, if families have such."""
    codes = (one.code for family, _ in source.families() for one in family.occupations)
    if any(map(title_of, codes)):
        yield Paragraph((Run(ATTRIBUTION, "italic"),))


def _whole(source: ExportSource, progress: Progress) -> Iterator[Block]:
    ladder = source.ladder
    yield from (paragraph(text) for text in filter(None, [ladder.description.strip()]))
    yield from _terms(ladder)
    for name in _PAGES:
        yield from _collection(ladder, KINDS[name])
    yield from _families(source, progress)


# -- terms --------------------------------------------------------------------------------------


def _terms(ladder: Ladder) -> Iterator[Block]:
    """Yield what levels are described by: the tracks, factors, steps and competencies."""
    phrases = phrases_of(ladder.language)
    filled = [KINDS[name] for name in _TERMS if entities(ladder, name)]
    if filled:
        yield Heading(PART, phrases.say("Terms"))
    for kind in filled:
        yield Heading(GROUP, phrases.say(kind.plural), mark=kind.collection)
        for group, members in _grouped(ladder, kind, _addressed(ladder, kind)):
            if group:
                yield Heading(ENTITY, group)
            yield from (_defined(entity, address) for address, entity in members)


def _defined(entity: Entity, address: Address) -> Item:
    text = str(getattr(entity, "description", ""))
    runs = term_runs(label_of(entity), text) if text else (Run(label_of(entity), "bold"),)
    return Item(runs, mark=address)


# -- levels and skills --------------------------------------------------------------------------


def _collection(ladder: Ladder, kind: Kind) -> Iterator[Block]:
    listed = _addressed(ladder, kind)
    if not listed:
        return
    yield Heading(PART, phrases_of(ladder.language).say(kind.plural), mark=kind.collection)
    if kind.entity is Level:
        yield from levels_overview(ladder)
    for group, members in _grouped(ladder, kind, listed):
        if group:
            yield Heading(GROUP, group)
        for address, entity in members:
            yield from entity_blocks(ladder, entity, ENTITY, address)


Addressed = Sequence[tuple[Address, Entity]]


def _addressed(ladder: Ladder, kind: Kind) -> Addressed:
    return list(listed_at(Address(kind.collection), entities(ladder, kind.name)))


def _grouped(ladder: Ladder, kind: Kind, listed: Addressed) -> Iterator[tuple[str, Addressed]]:
    """Yield each group's name with its members, in the order in which the groups first occur."""
    spec = GROUPED.get(kind.name)
    if spec is None:
        yield "", listed
        return
    names = by_id(ladder, spec.refers_to) if spec.refers_to else {}
    groups: dict[str, list[tuple[Address, Entity]]] = {}
    for address, entity in listed:
        key = str(getattr(entity, spec.name))
        groups.setdefault(label_of(names[key]) if key in names else key, []).append(
            (address, entity)
        )
    is_grouped, others = any(groups), phrases_of(ladder.language).say("Others")
    for name, members in groups.items():
        yield name or (others if is_grouped else ""), members


# -- families -----------------------------------------------------------------------------------


def _families(source: ExportSource, progress: Progress) -> Iterator[Block]:
    kind, ladder = KINDS["family"], source.ladder
    listed = [one for one in _addressed(ladder, kind) if one[0] not in source.needed]
    done = 0
    for function, members in _grouped(ladder, kind, listed):
        words = phrases_of(ladder.language).say(kind.plural)
        yield Heading(PART, function or words, mark="" if function else kind.collection)
        for address, family in members:
            progress(done, len(listed))
            done += 1
            assert isinstance(family, Family)
            yield from _family(source, family, address)
    progress(done, len(listed))


def _family(
    source: ExportSource, family: Family, address: Address, depth: int = GROUP
) -> Iterator[Block]:
    listed = [one for one in listed_at(address, family.profiles) if one[0] not in source.needed]
    yield from entity_blocks(source.ladder, family, depth, address)
    yield from profiles_overview(source.ladder, family, [profile for _, profile in listed])
    for at, profile in listed:
        yield from entity_blocks(source.ladder, profile, depth + 1, at, family)


# -- some pages ---------------------------------------------------------------------------------


def _pages(source: ExportSource, progress: Progress) -> Iterator[Block]:
    """Yield the pages at the addresses of the scope; a family brings those of its profiles."""
    ladder, places = source.ladder, source.scope.at
    for done, address in enumerate(one.in_full(ladder) for one in places):
        progress(done, len(places))
        try:
            entity = address.entity(ladder)
            above = address.parent.entity(ladder) if isinstance(entity, Profile) else None
        except NoSuchPlace:
            continue
        if isinstance(entity, Family):
            yield from _family(source, entity, address, PART)
        elif isinstance(entity, Ladder):
            yield from _whole(source, progress)
        else:
            family = above if isinstance(above, Family) else None
            if family is not None:
                yield Heading(PART, family.name or family.id)
            depth = PART if family is None else GROUP
            yield from entity_blocks(ladder, entity, depth, address, family)
    progress(len(places), len(places))
