"""The page that a reader sees of an entity, as plain blocks without markup."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from laddereditor.model.address import encode_key
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Occupation, Pay, PayRange, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.number_text import number_text
from laddereditor.model.resolve import ResolvedProfile, Source, Sourced, resolved
from laddereditor.model.statement import (
    SkillUse,
    Statements,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)
from laddereditor.model.terms import Skill
from laddereditor.model.titles import more_titles, title_of


@dataclass(frozen=True, slots=True)
class PageItem:
    """A bullet: its text, a muted remark after it, and lines below it."""

    text: str
    remark: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of the page; any of its contents may be empty."""

    heading: str
    field: str = ""  # the field it shows, for a way back to the form
    paragraphs: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()  # term and definition
    items: tuple[PageItem, ...] = ()
    fields: tuple[str, ...] = ()  # the field of each term, or of each item
    subheading: bool = False
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """A page: the badge (a level's code), the heading, the title below it, and sections."""

    badge: str
    heading: str
    title: str
    lead: tuple[str, ...]  # opening paragraphs
    sections: tuple[PageSection, ...]


@dataclass(frozen=True, slots=True)
class ReaderPages:
    """Pages that leave the program together."""

    title: str
    pages: tuple[ReaderPage, ...]
    language: str = ""


MOST_ITEMS = 500  # items of a list, and terms of a section
MOST_CHARACTERS = 20_000  # characters of a text


def shortened(page: ReaderPage) -> ReaderPage:
    """Return a page that is quick to draw; omitted parts are counted in their place."""
    sections = tuple(_shortened_section(section) for section in page.sections)
    return replace(page, lead=tuple(map(_shortened_text, page.lead)), sections=sections)


def _shortened_section(section: PageSection) -> PageSection:
    terms = [(term, _shortened_text(text)) for term, text in section.terms[:MOST_ITEMS]]
    if len(section.terms) > MOST_ITEMS:
        terms.append(("…", f"and {len(section.terms) - MOST_ITEMS:,} more"))
    items = [_shortened_item(item) for item in section.items[:MOST_ITEMS]]
    if len(section.items) > MOST_ITEMS:
        items.append(PageItem(f"… and {len(section.items) - MOST_ITEMS:,} more"))
    texts = tuple(map(_shortened_text, section.paragraphs))
    return replace(section, paragraphs=texts, terms=tuple(terms), items=tuple(items))


def _shortened_item(item: PageItem) -> PageItem:
    below = [_shortened_text(text) for text in item.below[:MOST_ITEMS]]
    if len(item.below) > MOST_ITEMS:
        below.append(f"… and {len(item.below) - MOST_ITEMS:,} more")
    return replace(item, text=_shortened_text(item.text), below=tuple(below))


def _shortened_text(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    return f"{text[:MOST_CHARACTERS]} … and {plural(len(text) - MOST_CHARACTERS, 'more character')}"


def years(experience: Experience | None) -> str:
    """Return a range of years as people write it: "3–5 years", "10+ years", "up to 2 years"."""
    if experience is None or (experience.min is None and experience.max is None):
        return ""
    if experience.max is None:
        return f"{experience.min}+ years"
    if experience.min is None:
        return f"up to {plural(experience.max, 'year')}"
    return f"{experience.min}–{experience.max} years"


def page_of(ladder: Ladder, entity: Entity, family: Family | None = None) -> ReaderPage:
    """Return the page of an entity; for a profile its family is required."""
    if isinstance(entity, Profile) and family is not None:
        return _profile_page(ladder, family, entity)
    if isinstance(entity, Level):
        return _level_page(ladder, entity)
    if isinstance(entity, Family):
        return _family_page(ladder, entity)
    if isinstance(entity, Skill):
        return _skill_page(ladder, entity)
    if isinstance(entity, Ladder):
        return _ladder_page(entity)
    text = str(getattr(entity, "description", ""))
    return ReaderPage("", label_of(entity), "", _paragraphs(text), ())


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _heading(entity: type[Entity], name: str) -> str:
    spec = field_specs(entity)[name]
    return spec.heading or spec.title


def _statements(heading: str, field: str, statements: Statements) -> PageSection:
    items = _items(statements)
    return PageSection(heading, field, items=items, fields=_rows_of(field, items))


def _rows_of(field: str, items: tuple[PageItem, ...]) -> tuple[str, ...]:
    return tuple(f"{field}/{number}" for number in range(len(items)))


def _items(statements: Statements) -> tuple[PageItem, ...]:
    return tuple(PageItem(statement_text(s), below=statement_examples(s)) for s in statements)


def _named(entities: dict[str, Entity], key: str) -> str:
    return label_of(entities[key]) if key in entities else key


# -- a profile ----------------------------------------------------------------------------------


def _profile_page(ladder: Ladder, family: Family, profile: Profile) -> ReaderPage:
    whole = resolved(ladder, family, profile)
    sections = (
        _meaning(ladder, whole),
        _statements(
            _heading(Profile, "responsibilities"), "responsibilities", whole.responsibilities
        ),
        *_expectations(ladder, family, whole),
        _skills(ladder, whole.skills),
        _statements(_heading(Profile, "qualifications"), "qualifications", whole.qualifications),
        _titles(whole),
        _pay(profile.pay),
        _occupations(family.occupations),
    )
    level = whole.level
    return ReaderPage(
        badge=profile.level,
        heading=level.name if level else "",
        title=whole.title.value,
        lead=_paragraphs(profile.summary),
        sections=tuple(section for section in sections if _has_content(section)),
    )


def _has_content(section: PageSection) -> bool:
    return bool(section.paragraphs or section.terms or section.items)


def _meaning(ladder: Ladder, whole: ResolvedProfile) -> PageSection:
    names = by_id(ladder, "factor")
    terms = [(_named(names, key), text.value) for key, text in whole.factors.items() if text.value]
    span = years(whole.experience.value)
    if span:
        terms.append((_heading(Profile, "experience"), span))
    return PageSection(
        _heading(Level, "summary"),
        "factors",
        _paragraphs(whole.level.summary) if whole.level else (),
        tuple(terms),
        fields=_factor_fields({key: text.value for key, text in whole.factors.items()}),
    )


def _factor_fields(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the field of each factor that has a text, then that of the experience."""
    return (*(f"factors/{encode_key(key)}" for key, text in texts.items() if text), "experience")


def _expectations(ladder: Ladder, family: Family, whole: ResolvedProfile) -> Iterator[PageSection]:
    names = {own.id: own for own in family.competencies} | by_id(ladder, "competency")
    shown = {key: value for key, value in whole.expectations.items() if value.value}
    return _by_competency(names, shown)


def _by_competency(
    names: dict[str, Entity], shown: dict[str, Sourced[Statements]]
) -> Iterator[PageSection]:
    for place, (key, statements) in enumerate(shown.items()):
        heading = _heading(Profile, "expectations") if place == 0 else ""
        yield replace(
            _statements(heading, f"expectations/{encode_key(key)}", statements.value),
            paragraphs=(_named(names, key),),
            subheading=True,
            inherited=statements.source is Source.LEVEL,
        )


def _skills(ladder: Ladder, uses: tuple[SkillUse, ...]) -> PageSection:
    skills, steps = by_id(ladder, "skill"), by_id(ladder, "proficiency")
    items = tuple(
        PageItem(
            _named(skills, skill_of(use)),
            _named(steps, proficiency_of(use)) if proficiency_of(use) else "",
        )
        for use in uses
    )
    fields = _rows_of("skills", items)
    return PageSection(_heading(Profile, "skills"), "skills", items=items, fields=fields)


def _titles(whole: ResolvedProfile) -> PageSection:
    more = more_titles(whole.titles_left_out)
    titles = [title.value for title in whole.titles]
    items = tuple(map(PageItem, [*titles, more] if more else titles))
    return PageSection(_heading(Profile, "titles"), "titles", items=items)


def _pay(pay: Pay | None) -> PageSection:
    if pay is None:
        return PageSection(_heading(Profile, "pay"), "pay")
    published = pay.status in ("", "published")
    ranges = tuple(_range_item(r) for r in pay.ranges) if published else ()
    return PageSection(_heading(Profile, "pay"), "pay", _paragraphs(pay.note), items=ranges)


def _range_item(pay_range: PayRange) -> PageItem:
    ends = [amount(value) for value in (pay_range.min, pay_range.max) if value is not None]
    text = f"{pay_range.market}: {pay_range.currency} {' – '.join(ends)}".strip(": ")
    mid = f"midpoint {amount(pay_range.mid)}" if pay_range.mid is not None else ""
    day = f"as of {pay_range.as_of.isoformat()}" if pay_range.as_of else ""
    return PageItem(text, ", ".join(part for part in (mid, pay_range.source, day) if part))


def amount(value: float) -> str:
    """Return an amount of money with grouped digits: "130,000"."""
    return number_text(value, ",.0f" if value == int(value) else ",.2f")


def _occupations(occupations: tuple[Occupation, ...]) -> PageSection:
    items = tuple(
        PageItem(
            " — ".join(part for part in (o.code, o.title) if part), "inferred" if o.inferred else ""
        )
        for o in occupations
    )
    return PageSection(_heading(Family, "occupations"), "occupations", items=items)


# -- the other kinds ----------------------------------------------------------------------------


def _level_page(ladder: Ladder, level: Level) -> ReaderPage:
    names = by_id(ladder, "factor")
    terms = [(_named(names, key), text) for key, text in level.factors.items() if text]
    span = years(level.experience)
    if span:
        terms.append((_heading(Level, "experience"), span))
    shown = {key: Sourced(value, Source.OWN) for key, value in level.expectations.items() if value}
    sections = (
        PageSection(
            _heading(Level, "summary"),
            "factors",
            _paragraphs(level.summary),
            tuple(terms),
            fields=_factor_fields(level.factors),
        ),
        *_by_competency(by_id(ladder, "competency"), shown),
    )
    return ReaderPage(level.id, level.name, "", (), tuple(filter(_has_content, sections)))


def _family_page(ladder: Ladder, family: Family) -> ReaderPage:
    levels = {level.id: level for level in reversed(ladder.levels)}
    profiles = tuple(
        _profile_item(family, profile, levels.get(profile.level)) for profile in family.profiles
    )
    sections = (
        PageSection(_heading(Family, "profiles"), "profiles", items=profiles),
        PageSection(
            _heading(Family, "specialties"),
            "specialties",
            items=tuple(map(PageItem, family.specialties)),
        ),
        _occupations(family.occupations),
    )
    lead = _paragraphs(family.summary)
    return ReaderPage("", family.name, family.function, lead, tuple(filter(_has_content, sections)))


def _profile_item(family: Family, profile: Profile, level: Level | None) -> PageItem:
    experience = profile.experience or (level.experience if level else None)
    return PageItem(f"{profile.level}  {title_of(family, profile, level)}", years(experience))


def _skill_page(ladder: Ladder, skill: Skill) -> ReaderPage:
    steps = by_id(ladder, "proficiency")
    terms = tuple((_named(steps, key), text) for key, text in skill.proficiencies.items() if text)
    also = tuple(map(PageItem, skill.aliases))
    sections = (
        PageSection(_heading(Skill, "proficiencies"), "proficiencies", terms=terms),
        PageSection(_heading(Skill, "aliases"), "aliases", items=also),
    )
    under = " · ".join(part for part in (skill.kind, skill.category) if part)
    lead = _paragraphs(skill.description)
    return ReaderPage("", skill.name, under, lead, tuple(filter(_has_content, sections)))


def _ladder_page(ladder: Ladder) -> ReaderPage:
    families = tuple(
        PageItem(
            family.name,
            f"{plural(len(family.profiles), 'level')}: "
            f"{', '.join(profile.level for profile in family.profiles)}",
        )
        for family in ladder.families
    )
    levels = tuple(
        PageItem(f"{level.id}  {level.name}", years(level.experience)) for level in ladder.levels
    )
    sections = (
        PageSection(_heading(Ladder, "levels"), "levels", items=levels),
        PageSection(_heading(Ladder, "families"), "families", items=families),
    )
    under = " · ".join(
        part for part in (ladder.organization, ladder.version, ladder.status) if part
    )
    lead = _paragraphs(ladder.description)
    return ReaderPage("", ladder.name, under, lead, tuple(filter(_has_content, sections)))
