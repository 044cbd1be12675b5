"""Structure: ids, codes and words that the program and every reference rely on."""

import re
from collections.abc import Iterator

from laddereditor.model.address import Address, FieldPath, decode_key
from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import entity_name, kind_of, label_of
from laddereditor.model.ladder import Checks, Ladder
from laddereditor.model.level import Level
from laddereditor.model.signs import unusual_sign
from laddereditor.rules import contents
from laddereditor.rules.facts import LevelRanks
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.fixes import give_id, rename_field, replace
from laddereditor.rules.options import as_limit
from laddereditor.rules.repeated_ids import is_repeated
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import (
    ENTITY,
    FAMILY,
    LADDER,
    LEVEL,
    EntitySubject,
    FamilyInLadder,
    LadderSubject,
    LevelInTrack,
)
from laddereditor.rules.sources import FORMAT, PUBLIC_LADDERS, SEMVER
from laddereditor.rules.suggest import did_you_mean, nearest, slug

GROUP = "Structure"
_LOOKED_FOR = 1000  # missing numbers that are checked between two levels; a bound for the time
ID = re.compile(r"[a-z0-9-]+")
# The form of Semantic Versioning 2.0.0, without its rules for the parts of a pre-release.
_VERSION = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?"
)


@rule(
    ENTITY,
    "id-form",
    "Id missing or badly formed",
    "Other places refer to an entity by its id, so it must be plain and stay the same.",
    source=FORMAT,
    remedy="Write an id of lower-case letters a-z, digits and hyphens. The fix changes all "
    "references with it.",
    fires="skills: [{id: Data Analysis, name: Data analysis}]",
    silent="skills: [{id: data-analysis, name: Data analysis}]",
    severity=Severity.ERROR,
    group=GROUP,
)
def id_form(one: EntitySubject) -> Iterator[Issue]:
    """Ids hold lower-case letters, digits and hyphens; level codes have their own rule."""
    if isinstance(one.entity, Level | Profile):
        return
    value = str(getattr(one.entity, "id", ""))
    if not value and not isinstance(one.entity, Ladder):
        name = entity_name(one.entity)
        message = "The id is empty. Give it one, such as data-analysis."
    elif value and not ID.fullmatch(value):
        name = value
        message = f'The id "{value}" may hold only lower-case letters a-z, digits and hyphens.'
    else:
        return
    plain = slug(name)
    label = f'Change to "{plain}", with all references to it'
    yield Issue(
        FieldPath("id"),
        message,
        (give_id(label, one.address, FieldPath("id"), value, plain),) if plain else (),
    )


@rule(
    ENTITY,
    "id-unique",
    "Id used twice",
    "A reference to an id that two entities share could mean either.",
    source=FORMAT,
    remedy="Give one of the two another id, or delete one if they are the same thing.",
    fires="""
skills:
- {id: sql, name: SQL}
- {id: sql, name: Query tuning}
""",
    silent="""
skills:
- {id: sql, name: SQL}
- {id: query-tuning, name: Query tuning}
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def id_unique(one: EntitySubject) -> Iterator[Issue]:
    """The address of an entity ends with `~2` if an earlier one has the same id."""
    kind = kind_of(one.entity)
    if kind is None or isinstance(one.entity, Profile) or not is_repeated(one.address):
        return
    value = str(getattr(one.entity, kind.key))
    if value:
        name = "code" if isinstance(one.entity, Level) else "id"
        yield Issue(
            FieldPath("id"), f'Another {kind.title.lower()} has the {name} "{value}" already.'
        )


@rule(
    FAMILY,
    "family-code",
    "Short code used twice",
    "Keys such as AIML.P3 are formed from it, so they would mean two profiles.",
    source=FORMAT,
    remedy="Choose another short code for one of the families.",
    fires="""
families:
- {id: design, name: Design, code: DES}
- {id: desktop, name: Desktop support, code: des}
""",
    silent="""
families:
- {id: design, name: Design, code: DES}
- {id: desktop, name: Desktop support, code: DSK}
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def family_code(one: FamilyInLadder) -> Iterator[Issue]:
    """No two families have the same short code; case does not make another one."""
    if one.same_code:
        yield Issue(
            FieldPath("code"), f'{one.same_code} has the short code "{one.family.code}" already.'
        )


@rule(
    ENTITY,
    "same-name",
    "Two entries with the same name",
    "People cannot distinguish them, so both are used, and neither is complete.",
    source=PUBLIC_LADDERS,
    remedy="Merge the two, or rename one so that the names tell them apart.",
    fires="""
skills:
- {id: sql, name: SQL}
- {id: sql-2, name: "sql "}
""",
    silent="""
skills:
- {id: sql, name: SQL}
- {id: nosql, name: NoSQL}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def same_name(one: EntitySubject) -> Iterator[Issue]:
    """Case, spaces, wide letters and the encoding of accents do not make another name."""
    if one.similar:
        name = entity_name(one.entity)
        yield Issue(
            FieldPath("name"),
            f"“{name}” is the same name as {one.similar}. Merge them or rename one.",
        )


@rule(
    ENTITY,
    "one-profile-per-level",
    "Two profiles for one level",
    "Readers could not know which of the two profiles is valid.",
    source=FORMAT,
    remedy="Move what is right into one of the two, and delete the other one.",
    fires="""
families:
- id: design
  profiles: [{level: P1, summary: Draws}, {level: P1, summary: Sketches}]
""",
    silent="""
families:
- id: design
  profiles: [{level: P1, summary: Sketches}, {level: P2, summary: Draws}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def one_profile_per_level(one: EntitySubject) -> Iterator[Issue]:
    """A family has at most one profile for a level."""
    if isinstance(one.entity, Profile) and is_repeated(one.address) and one.entity.level:
        yield Issue(
            FieldPath("level"), f"This family has another profile for {one.entity.level} already."
        )


@rule(
    LEVEL,
    "level-code",
    "Level code does not fit its track",
    "People read the track and the rank from the code: the track's letter and a number.",
    source=FORMAT,
    remedy="Rename the level, or move it to the track that its code belongs to.",
    fires="""
tracks: [{id: professional, code: P, name: Professional}]
levels: [{id: M1, track: professional}]
""",
    silent="""
tracks: [{id: professional, code: P, name: Professional}]
levels: [{id: P1, track: professional}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def level_code(subject: LevelInTrack) -> Iterator[Issue]:
    """A level's code is its track's code and a number."""
    level, track = subject.level, subject.track
    if track is None or not track.code:
        if not re.fullmatch(r"[A-Za-z]+\d+", level.id):
            yield Issue(
                FieldPath("id"),
                f'The code "{level.id}" should be letters and a number, such as P3.',
            )
    elif number_of(level.id, track.code) is None:
        yield Issue(
            FieldPath("id"),
            f'The code "{level.id}" should be "{track.code}" and a number, as this level belongs '
            f"to the track {label_of(track)}.",
        )


@rule(
    LEVEL,
    "level-order",
    "Level missing or out of order in its track",
    "The order of the levels is their rank, and a missing number looks like a lost level.",
    source=FORMAT,
    remedy="Put the levels of a track in order from low to high, and add those that are missing.",
    fires="""
tracks: [{id: professional, code: P, name: Professional}]
levels: [{id: P1, track: professional}, {id: P3, track: professional}]
""",
    silent="""
tracks: [{id: professional, code: P, name: Professional}]
levels: [{id: P1, track: professional}, {id: P2, track: professional}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def level_order(subject: LevelInTrack) -> Iterator[Issue]:
    """Numbers rise by one inside a track."""
    level, track, before = subject.level, subject.track, subject.before
    if track is None or before is None:
        return
    number, last = number_of(level.id, track.code), number_of(before.id, track.code)
    if number is None or last is None or level.id == before.id:
        return
    if number <= last:
        yield Issue(
            FieldPath("id"), f"{level.id} comes after {before.id}. Levels go from low to high."
        )
        return
    between = range(last + 1, min(number, last + _LOOKED_FOR))
    lost = [f"{track.code}{n}" for n in between if not _has_level(subject.ranks, track.code, n)][:9]
    if lost:
        are = "are" if len(lost) > 1 else "is"
        names = ", ".join(lost)
        yield Issue(FieldPath("id"), f"{names} {are} missing between {before.id} and {level.id}.")


def _has_level(ranks: LevelRanks, track_code: str, number: int) -> bool:
    """Whether a level has a number, with or without leading zeros."""
    return any(f"{track_code}{number:0{width}}" in ranks for width in range(1, 7))


def number_of(code: str, track_code: str) -> int | None:
    """Return the number in a level's code, or None if the code does not fit the track."""
    number = code.removeprefix(track_code)
    fits = code.startswith(track_code) and re.fullmatch(r"[0-9]{1,6}", number)
    return int(number) if fits else None


@rule(
    ENTITY,
    "choice",
    "Word that is not one of the choices",
    "Views, filters and exports know only the words that the format defines.",
    source=FORMAT,
    remedy="Choose one of the words that the message lists.",
    fires="status: drft",
    silent="status: draft",
    severity=Severity.ERROR,
    group=GROUP,
)
def choice(one: EntitySubject) -> Iterator[Issue]:
    """A choice field holds one of its words, or nothing."""
    for path, part in contents.parts(one.entity):
        for spec in field_specs(type(part)).values():
            value = part.__dict__[spec.name] if spec.choices else ""
            if value and value not in spec.choices:
                yield _wrong_choice(one.address, path.at(spec.name), spec, value)


def _wrong_choice(address: Address, field: FieldPath, spec: FieldSpec, value: str) -> Issue:
    known = frozenset(spec.choices)
    meant = nearest(value, known)
    fixes = (replace(f"Change to {meant}", address, field, value, meant),) if meant else ()
    words = ", ".join(spec.choices)
    return Issue(
        field,
        f'{spec.title}: "{value}" is not one of {words}.{did_you_mean(value, known)}',
        fixes,
    )


@rule(
    ENTITY,
    "unknown-key",
    "Key that the format does not know",
    "Its value is kept in the file, but no page, comparison or export shows it.",
    source=FORMAT,
    remedy="Correct the name if it is misspelt, or keep it for another program that reads it.",
    fires="skills: [{id: sql, name: SQL, catgory: Data}]",
    silent="skills: [{id: sql, name: SQL, category: Data}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def unknown_key(one: EntitySubject) -> Iterator[Issue]:
    """Every key is a field of the format."""
    for path, part in contents.parts(one.entity):
        for key in part.model_extra or ():
            fields = frozenset(field_specs(type(part)))
            meant = nearest(key, fields)
            free = meant and not part.__dict__[meant]
            field = path.entry(key)
            fix = (_read_as(one.address, field, part, meant),) if free else ()
            message = f'The format has no "{key}" here. It stays in the file, but nothing shows it.'
            yield Issue(field, message + _sign_in(key) + did_you_mean(key, fields), fix)


def _sign_in(key: str) -> str:
    """Return a sentence about an invisible character in a name, or ""."""
    name = unusual_sign(key)
    return f" The name holds {name}." if name else ""


def _read_as(address: Address, field: FieldPath, part: Entity, meant: str) -> Fix:
    key = decode_key(field.last)
    value = (part.model_extra or {})[key]
    return rename_field(f"Read it as {meant}", address, field, value, meant)


@rule(
    ENTITY,
    "version-form",
    "Version is not three numbers",
    "The three numbers show whether the bar rose, texts were clarified, or typos were corrected.",
    source=SEMVER,
    remedy="Write three numbers: a new demand raises the first, a clarification the second, "
    "a typo the third.",
    fires="version: second edition",
    silent="version: 2.0.0",
    severity=Severity.WARNING,
    group=GROUP,
)
def version_form(one: EntitySubject) -> Iterator[Issue]:
    """The ladder's version, and those of its history, are semantic versions."""
    if not isinstance(one.entity, Ladder):
        return
    places = {"version": one.entity.version}
    places |= {f"history/{n}/version": past.version for n, past in enumerate(one.entity.history)}
    for field, version in places.items():
        if version and not _VERSION.fullmatch(version):
            yield Issue(
                FieldPath(field), f'The version "{version}" should be three numbers, such as 2.1.0.'
            )


@rule(
    LADDER,
    "unknown-check",
    "Setting for a check that does not exist",
    "A misspelt rule or severity has no effect, and nobody notices.",
    source=FORMAT,
    remedy="Correct the name of the rule or the severity, or remove the setting.",
    fires="checks: {rules: {unused-skill: of}}",
    silent="checks: {rules: {unused-skill: off}}",
    severity=Severity.WARNING,
    group=GROUP,
)
def unknown_check(subject: LadderSubject) -> Iterator[Issue]:
    """The ladder's checks name rules and severities that exist."""
    checks = subject.ladder.checks
    if checks is None:
        return
    known = frozenset(subject.rule_ids)
    rules = FieldPath("checks/rules")
    named: list[tuple[str, str]] = [(rules.entry(name), name) for name in checks.rules]
    named += [(FieldPath("checks/words").entry(name), name) for name in checks.words]
    limits = FieldPath("checks/limits")
    named += [(limits.entry(name), name) for name in checks.limits]
    named += [(f"checks/accepted/{n}/rule", one.rule) for n, one in enumerate(checks.accepted)]
    for field, name in named:
        if name not in known:
            yield Issue(FieldPath(field), f'There is no rule "{name}".{did_you_mean(name, known)}')
    words = frozenset({"off", *Severity})
    for name, word in checks.rules.items():
        if word not in words:
            message = f'"{word}" should be off, info, warning or error.'
            yield Issue(rules.entry(name), f"{message}{did_you_mean(word, words)}")
    yield from _wrong_options(checks)


def _wrong_options(checks: Checks) -> Iterator[Issue]:
    """House words are lists of texts, and limits are numbers."""
    for name, listed in checks.words.items():
        field = FieldPath("checks/words").entry(name)
        if not isinstance(listed, list | tuple):
            yield Issue(field, f'The house words of "{name}" should be a list: [first, second].')
        elif any(not isinstance(word, str) or not word.strip() for word in listed):
            yield Issue(field, f'The house words of "{name}" should be texts; others are ignored.')
    for name, limit in checks.limits.items():
        if as_limit(limit) is None:
            field = FieldPath("checks/limits").entry(name)
            yield Issue(field, f'"{limit}" should be a number. The usual limit is used instead.')
