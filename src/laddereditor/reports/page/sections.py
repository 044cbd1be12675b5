"""The sections of a page for readers, from what each field says of its place on the page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from laddereditor.compare.diff.changes.value_texts import choice_text
from laddereditor.edits.cell_texts import YES
from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Occupation, Profile
from laddereditor.model.field_order import placed
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.grouping import group_of, in_groups
from laddereditor.model.inheritance import Source, Sourced
from laddereditor.model.kinds import by_id, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.parents import own_competencies
from laddereditor.model.pay import Pay
from laddereditor.model.per_ladder import PerLadder
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.resolve import ResolvedProfile, profile_title, resolved
from laddereditor.model.titles import MORE_TITLES
from laddereditor.reports.page.parts import PageItem, PageSection
from laddereditor.reports.page.texts import (
    equivalent_item,
    link_item,
    name_in,
    occupation_item,
    paragraphs,
    quantity_text,
    range_item,
    skill_items,
    statement_items,
    years,
)

_NAMES: PerLadder[dict[str, Mapping[str, Entity]]] = PerLadder(dict)  # by kind, then by id


def _named(ladder: Ladder, kind: str) -> Mapping[str, Entity]:
    """Return the ladder's entities of a kind by id, which many pages ask for."""
    known = _NAMES.of(ladder)
    if kind not in known:
        known[kind] = by_id(ladder, kind)
    return known[kind]


@dataclass(frozen=True, slots=True)
class PageSource:
    """An entity of a ladder, and what is looked up for its page."""

    ladder: Ladder
    entity: Entity
    family: Family | None = None  # of a profile, or the family itself
    resolved_profile: ResolvedProfile | None = None  # of a profile
    phrases: Phrases = ENGLISH  # in which the program's own words are written

    def words(self, spec: FieldSpec) -> str:
        """Return the words above what a field says."""
        return self.phrases.say(spec.words)

    def value(self, spec: FieldSpec) -> Any:
        """Return the value of a field that is not a mapping, inherited or own."""
        return (
            self.resolved_profile.value(spec.name).value
            if self.resolved_profile
            else getattr(self.entity, spec.name)
        )

    def entries(self, spec: FieldSpec) -> dict[str, Sourced[Any]]:
        """Return the entries of a mapping field that say something, with their sources."""
        if self.resolved_profile:
            found = self.resolved_profile.entries(spec.name)
        else:
            own: Mapping[str, Any] = getattr(self.entity, spec.name)
            found = {key: Sourced(value, Source.OWN) for key, value in own.items()}
        return {key: entry for key, entry in found.items() if entry.value}

    def named(self, spec: FieldSpec) -> Mapping[str, Entity]:
        """Return what the keys of a mapping field refer to, by id."""
        known = _named(self.ladder, spec.refers_to)
        if spec.refers_to == "competency" and self.family:
            own = own_competencies(self.ladder, self.family)
            return {one.id: one for one in own} | dict(known)
        return known


def page_sections(source: PageSource) -> Iterator[PageSection]:
    """Yield the sections of an entity's page that say something, in the order of its fields.

    A term without a section before it has one of its own, as has one that not everybody may see.
    """
    specs = field_specs(type(source.entity))
    order = placed(specs, {name: spec.page.below for name, spec in specs.items()})
    open_section: PageSection | None = None
    for spec in (specs[name] for name in order):
        is_term = spec.page.role == "term" and spec.readers == "everybody"
        if is_term:
            open_section = _with_terms(open_section or PageSection("", spec.name), source, spec)
        elif spec.page.role in ("section", "term"):
            yield from _if_filled(open_section)
            *closed, open_section = section_of(source, spec)
            yield from filter(has_content, closed)
    yield from _if_filled(open_section)


def _if_filled(section: PageSection | None) -> Iterator[PageSection]:
    if section is not None and has_content(section):
        yield section


def has_content(section: PageSection) -> bool:
    """Whether a section says something below its heading."""
    return bool(section.paragraphs or section.terms or section.items)


# -- terms --------------------------------------------------------------------------------------


def _with_terms(section: PageSection, source: PageSource, spec: FieldSpec) -> PageSection:
    """Return a section with what a field says as further terms."""
    terms = dict(_terms(source, spec))
    return replace(
        section,
        terms=(*section.terms, *terms.values()),
        fields=(*section.fields, *terms),
    )


def _terms(source: PageSource, spec: FieldSpec) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the field, the term and the definition of each thing that a field says."""
    if not spec.is_keyed:
        if text := _text(source, spec):
            yield spec.name, (source.words(spec), text)
        return
    names = source.named(spec)
    for key, entry in source.entries(spec).items():
        yield FieldPath(spec.name).entry(key), (name_in(names, key), entry.value)


def _text(source: PageSource, spec: FieldSpec) -> str:
    """Return a single value as a reader sees it."""
    value = source.value(spec)
    if spec.shape == "experience":
        return years(value, spec.unit, source.phrases)
    if spec.shape == "number":
        return "" if value is None else quantity_text(value, spec.unit, source.phrases)
    if spec.shape == "flag":
        return source.phrases.say(YES) if value else ""
    if spec.shape == "reference":
        return name_in(_named(source.ladder, spec.refers_to), value)
    if spec.choices:
        return choice_text(spec, value, source.phrases)
    return "" if value is None else str(value)


# -- sections -----------------------------------------------------------------------------------


def section_of(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    """Yield the section of a field, or several; they may be empty."""
    found = _BY_SHAPE.get(spec.shape, _sections_of_value)(source, spec)
    if spec.readers == "everybody":
        return found
    return (replace(section, readers=spec.readers) for section in found)


# -- the head -----------------------------------------------------------------------------------


def head_line(source: PageSource) -> tuple[str, str]:
    """Return the line below the name, and the field of its first value.

    It has the other short values that are in the head of the page.
    """
    known = ((s.name, _text(source, s)) for s in _head(source.entity) if s.shape != "text")
    found = [(name, text) for name, text in known if text]
    return " · ".join(text for _, text in found), found[0][0] if found else ""


def head_terms(source: PageSource) -> Iterator[tuple[str, str]]:
    """Yield title and text of each short value in the head, but not of what groups entities."""
    for spec in _head(source.entity):
        text = "" if spec.shape == "text" or spec.groups else _text(source, spec)
        if text:
            yield source.phrases.say(spec.title), text


def head_paragraphs(source: PageSource) -> tuple[tuple[str, str], ...]:
    """Return field and text of each opening paragraph; what the level says comes later."""
    specs = (spec for spec in _head(source.entity) if spec.shape == "text")
    return tuple(
        (spec.name, part) for spec in specs for part in paragraphs(_head_text(source, spec))
    )


def _head_text(source: PageSource, spec: FieldSpec) -> str:
    """Return a text of the entity itself, or of a parent of its family."""
    value = source.resolved_profile.value(spec.name) if source.resolved_profile else None
    return str(value.value if value and value.giver else getattr(source.entity, spec.name))


def _head(entity: Entity) -> Iterator[FieldSpec]:
    """Yield the fields in the head of a page, except what the entity is called."""
    kind = kind_of(entity)
    key = kind.key if kind else "id"
    for name, spec in field_specs(type(entity)).items():
        is_shown = spec.page.role == "head" and spec.readers == "everybody"
        if is_shown and not spec.is_name and name != key:
            yield spec


def _sections_of_value(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    yield PageSection(source.words(spec), spec.name, paragraphs(_text(source, spec)))


def _sections_of_texts(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    """Yield the section of a mapping; a profile's level opens it under the same heading."""
    level = source.resolved_profile.level if source.resolved_profile else None
    opening = [
        text
        for one in field_specs(Level).values()
        if level and one.shape == "text" and one.heading == spec.words
        for text in paragraphs(getattr(level, one.name))
    ]
    yield _with_terms(PageSection(source.words(spec), spec.name, tuple(opening)), source, spec)


def _section_of_items(items: tuple[PageItem, ...], heading: str, field: FieldPath) -> PageSection:
    fields = _numbered(field, len(items))
    return PageSection(heading, FieldPath(field), items=items, fields=fields)


@lru_cache(maxsize=64)  # a page is made again after each key, with lists of the same lengths
def _numbered(field: str, count: int) -> tuple[str, ...]:
    return tuple([f"{field}/{number}" for number in range(count)])


def _sections_of_statements(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    yield _section_of_items(statement_items(source.value(spec)), source.words(spec), spec.name)


def _sections_of_lines(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    lines = source.value(spec)
    if source.resolved_profile and spec.inherits == "pattern":
        lines = [title.value for title in source.resolved_profile.titles]
        lines += filter(None, [_more_titles(source)])
    yield PageSection(source.words(spec), spec.name, items=tuple(map(PageItem, lines)))


def _more_titles(source: PageSource) -> str:
    """Return the line that counts the titles that are not listed, "" if all are."""
    count = source.resolved_profile.titles_left_out if source.resolved_profile else 0
    more = source.phrases.count(count, "more title")
    return source.phrases.say(MORE_TITLES, more=more) if count else ""


def _sections_of_expectations(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    """Yield a section for each competency, the first under the field's heading."""
    names, heading, entries = source.named(spec), source.words(spec), source.entries(spec)
    for group, keys in in_groups(entries, lambda key: group_of(names.get(key))).items():
        for place, key in enumerate(keys):
            items = statement_items(entries[key].value)
            yield replace(
                _section_of_items(items, heading, FieldPath(spec.name).entry(key)),
                paragraphs=(name_in(names, key),),
                group="" if place else group,
                subheading=True,
                inherited=entries[key].source is Source.LEVEL,
            )
            heading = ""
    yield PageSection("", spec.name)  # for the terms that may follow


def _sections_of_skills(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    skills, steps = _named(source.ladder, "skill"), _named(source.ladder, "proficiency")
    items = skill_items(source.value(spec), skills, steps)
    if source.resolved_profile:
        sources = (item.source for item in source.resolved_profile.items(spec.name))
        items = tuple(
            replace(item, inherited=True) if where is Source.LEVEL else item
            for item, where in zip(items, sources, strict=True)
        )
    yield _section_of_items(items, source.words(spec), spec.name)


def _sections_of_pay(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    pay: Pay = source.value(spec) or Pay()
    shown = pay.ranges if pay.status in ("", "published") else ()
    ranges = [range_item(one, source.phrases) for one in shown]
    yield PageSection(source.words(spec), spec.name, paragraphs(pay.note), items=tuple(ranges))


def _sections_of_occupations(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    occupations: tuple[Occupation, ...] = source.value(spec)
    items = tuple(occupation_item(one, source.phrases) for one in occupations)
    yield PageSection(source.words(spec), spec.name, items=items)


def _sections_of_equivalents(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    items = tuple(equivalent_item(one, source.phrases) for one in source.value(spec))
    yield PageSection(source.words(spec), spec.name, items=items)


def _sections_of_links(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    yield PageSection(
        source.words(spec), spec.name, items=tuple(map(link_item, source.value(spec)))
    )


def _sections_of_records(source: PageSource, spec: FieldSpec) -> Iterator[PageSection]:
    items = tuple(_record(source, one) for one in source.value(spec))
    yield PageSection(source.words(spec), spec.name, items=items)


def _record(source: PageSource, entity: Entity) -> PageItem:
    """Return an entity of a list as a bullet, with what distinguishes it beside its name."""
    phrases = source.phrases
    if isinstance(entity, Profile) and source.family:
        level = next((one for one in source.ladder.levels if one.id == entity.level), None)
        experience = entity.experience or (level.experience if level else None)
        if source.family.parent:
            experience = resolved(source.ladder, source.family, entity).experience.value
        title = profile_title(source.ladder, source.family, entity)
        return PageItem(f"{entity.level}  {title}", years(experience, phrases=phrases))
    if isinstance(entity, Level):
        return PageItem(f"{entity.id}  {entity.name}", years(entity.experience, phrases=phrases))
    if isinstance(entity, Family):
        codes = ", ".join(profile.level for profile in entity.profiles)
        return PageItem(entity.name, f"{phrases.count(len(entity.profiles), 'level')}: {codes}")
    return PageItem(label_of(entity))


_BY_SHAPE: Mapping[str, Callable[[PageSource, FieldSpec], Iterator[PageSection]]] = {
    "texts": _sections_of_texts,
    "statements": _sections_of_statements,
    "lines": _sections_of_lines,
    "expectations": _sections_of_expectations,
    "skills": _sections_of_skills,
    "pay": _sections_of_pay,
    "occupations": _sections_of_occupations,
    "equivalents": _sections_of_equivalents,
    "links": _sections_of_links,
    "records": _sections_of_records,
}
