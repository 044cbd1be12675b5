"""Completeness: what a reader would miss."""

from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from laddereditor.edits.reading.controls import first_control, without_controls
from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import entity_name, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Track
from laddereditor.rules import contents
from laddereditor.rules.facts import LevelFacts, LevelRanks
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import add_entry, delete_unused, remove, replace
from laddereditor.rules.occurrences import occurrences
from laddereditor.rules.options import own_words
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import (
    ENTITY,
    FAMILY,
    LEVEL,
    PROFILE,
    SKILL,
    EntitySubject,
    FamilyInLadder,
    LevelInTrack,
    ProfileInFamily,
    SkillInUse,
)
from laddereditor.rules.sources import FACTORS, FORMAT, OWN, PUBLIC_LADDERS
from laddereditor.rules.words import WordList

GROUP = "Completeness"
# Missing things listed for one entity; one more finding counts the rest. A limit for speed and for
# readers (docs/speed.md).
MAX_NAMED = 20
_LONGEST_HEADING = 10  # words; a longer text says something


@rule(
    ENTITY,
    "empty-name",
    "No name",
    "People know an entry by its name; without one, pages show its id.",
    source=FORMAT,
    remedy="Write the name that people use for it.",
    fires="skills: [{id: sql}]",
    silent="skills: [{id: sql, name: SQL}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_name(one: EntitySubject) -> Iterator[Issue]:
    """Everything but a profile, whose title can be derived, has a name; a track also a code."""
    entity = one.entity
    kind = kind_of(entity)
    if not isinstance(entity, Profile) and not entity_name(entity).strip():
        yield Issue(
            FieldPath("name"), f"This {kind.title.lower() if kind else 'ladder'} has no name."
        )
    if isinstance(entity, Track) and not entity.code.strip():
        yield Issue(
            FieldPath("code"), "This track has no code. Level codes start with it, such as P in P3."
        )
    if isinstance(entity, Ladder) and not entity.id.strip():
        yield Issue(FieldPath("id"), "This ladder has no id. Give it one, such as technology.")


@rule(
    LEVEL,
    "empty-factor",
    "Level without a text for a leveling factor",
    "Leveling factors distinguish levels; without a text they cannot be compared.",
    source=FACTORS,
    remedy="Write one sentence on what the factor means at this level.",
    fires="""
factors: [{id: scope, name: Scope}, {id: impact, name: Impact}]
levels: [{id: P1, factors: {scope: One task}}]
""",
    silent="""
factors: [{id: scope, name: Scope}, {id: impact, name: Impact}]
levels: [{id: P1, factors: {scope: One task, impact: The own team}}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_factor(subject: LevelInTrack) -> Iterator[Issue]:
    """A level says what it means for every leveling factor; profiles inherit that."""
    texts = subject.level.factors
    missing = [one for one in subject.factors if not texts.get(one.id, "").strip()]
    if missing and len(missing) == len(subject.factors):
        yield Issue(
            FieldPath("factors"), "This level does not say what it means for any leveling factor."
        )
        return
    for factor in missing[:MAX_NAMED]:
        name = factor.name or factor.id
        yield Issue(
            FieldPath("factors").entry(factor.id), f"This level does not say anything about {name}."
        )
    if len(missing) > MAX_NAMED:
        more = plural(len(missing) - MAX_NAMED, "more factor")
        yield Issue(FieldPath("factors"), f"This level does not say anything about {more}.")


@rule(
    ENTITY,
    "empty-summary",
    "Level or family without a summary",
    "Readers see the summary first, and profiles without their own summary show it.",
    source=OWN,
    remedy="Write one or two sentences: who is at this level, or what this family does.",
    fires="families: [{id: data, name: Data}]",
    silent="families: [{id: data, name: Data, summary: Builds what others decide by}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_summary(one: EntitySubject) -> Iterator[Issue]:
    """Levels and families have a summary."""
    if isinstance(one.entity, Level | Family) and not one.entity.summary.strip():
        who = "Say who is at this level." if isinstance(one.entity, Level) else "Say what it does."
        yield Issue(FieldPath("summary"), f"The summary is empty. {who}")


@rule(
    PROFILE,
    "no-summary-inherited",
    "Profile without a summary, own or inherited",
    "The page of this profile begins with nothing.",
    source=OWN,
    remedy="Write a summary for the level, which all its profiles then show, or for the profile.",
    fires="""
levels: [{id: P1}]
families: [{id: data, profiles: [{level: P1}]}]
""",
    silent="""
levels: [{id: P1, summary: Learns the work on tasks of a week}]
families: [{id: data, profiles: [{level: P1}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def no_summary_inherited(subject: ProfileInFamily) -> Iterator[Issue]:
    """A profile has its own summary, or a parent's or its level's."""
    if subject.inherits("summary"):
        return
    if subject.level and not subject.level.has_summary and not subject.profile.summary.strip():
        yield Issue(
            FieldPath("summary"), f"Neither this profile nor {subject.level.id} has a summary."
        )


@rule(
    PROFILE,
    "empty-responsibilities",
    "Profile without responsibilities",
    "A profile that does not say what the person does cannot be used for leveling.",
    source=OWN,
    remedy="Say what the person does at this level, in responsibilities or in expectations.",
    fires="families: [{id: data, profiles: [{level: P1}]}]",
    silent="""
families: [{id: data, profiles: [{level: P1, responsibilities: [Loads the figures of a day]}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_responsibilities(one: ProfileInFamily) -> Iterator[Issue]:
    """A profile says what the person does, itself or by what it inherits from a parent."""
    if not one.profile.responsibilities and not one.inherits("responsibilities"):
        yield Issue(
            FieldPath("responsibilities"), "No responsibilities yet. Say what the person does."
        )


@rule(
    PROFILE,
    "empty-skills",
    "Profile without skills",
    "Skills tell people what to learn for the level.",
    source=OWN,
    remedy="Choose skills from the library, for the profile or for its level.",
    fires="""
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [sql]}, {level: P2}]}]
""",
    silent="""
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [sql]}, {level: P2, skills: [sql]}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_skills(one: ProfileInFamily) -> Iterator[Issue]:
    """A profile names skills, itself or by what it inherits from its level or a parent."""
    if not one.profile.skills and not one.inherits("skills"):
        yield Issue(FieldPath("skills"), "No skills yet. Choose some from the library.")


@rule(
    ENTITY,
    "blank-item",
    "Empty line in a list",
    "An empty line shows as a bullet without text.",
    source=OWN,
    remedy="Write the line, or remove it.",
    fires='families: [{id: data, profiles: [{level: P1, responsibilities: [Loads figures, ""]}]}]',
    silent="families: [{id: data, profiles: [{level: P1, responsibilities: [Loads figures]}]}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def blank_item(one: EntitySubject) -> Iterator[Issue]:
    """Every item of a list says something."""
    items = contents.list_items(one.entity)
    for path, text in [(path, text) for path, text in items if not text or text.isspace()]:
        is_plain = path.number is not None
        place = path.number if is_plain else path.above.number
        fixes = (remove("Remove it", one.address, path, text),) if is_plain else ()
        yield Issue(path, f"Line {(place or 0) + 1} of this list is empty.", fixes)


@rule(
    FAMILY,
    "empty-family",
    "Family without profiles",
    "A family without profiles has no page that anybody could read.",
    source=OWN,
    remedy="Add a profile for each level that the family has.",
    fires="families: [{id: data, name: Data}]",
    silent="families: [{id: data, name: Data, profiles: [{level: P1}]}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_family(subject: FamilyInLadder) -> Iterator[Issue]:
    """A family has profiles."""
    if not subject.family.profiles:
        yield Issue(
            FieldPath("profiles"),
            "This family has no profiles yet. Add one for each of its levels.",
        )


@rule(
    FAMILY,
    "level-gap",
    "Level left out between two profiles",
    "People at the level below have no next step to grow into.",
    source=PUBLIC_LADDERS,
    remedy="Add a profile for the level that is missing, or accept it if nobody is meant to "
    "be there.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families: [{id: data, profiles: [{level: P1}, {level: P3}]}]
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families: [{id: data, profiles: [{level: P1}, {level: P2}, {level: P3}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def level_gap(subject: FamilyInLadder) -> Iterator[Issue]:
    """From its lowest to its highest level in a track, a family has a profile for each."""
    ranks = subject.ranks
    present = {profile.level for profile in subject.family.profiles}
    levels = sorted((ranks[one] for one in present if one in ranks), key=attrgetter("rank"))
    last: dict[str, LevelFacts] = {}
    for level in levels:
        below = last.get(level.track)
        missing = level.place - below.place - 1 if below else 0
        for level_id in _down_from(level, ranks, min(missing, MAX_NAMED)):
            label = f"Add a profile for {level_id}"
            fix = add_entry(label, subject.address, "profile", level=level_id)
            message = f"There is no {level_id}, but a level below and one above."
            yield Issue(FieldPath("profiles"), message, (fix,))
        if below and missing > MAX_NAMED:
            more = plural(missing - MAX_NAMED, "more level is missing", "more levels are missing")
            yield Issue(FieldPath("profiles"), f"{more} between {below.id} and {level.id}.")
        last[level.track] = level


def _down_from(level: LevelFacts, ranks: LevelRanks, count: int) -> list[str]:
    """Return the `count` levels below one in its track, from low to high."""
    found: list[str] = []
    while len(found) < count:
        level = ranks[level.below]
        found.append(level.id)
    return found[::-1]


@rule(
    SKILL,
    "unused-skill",
    "Skill that no profile or level uses",
    "Unused skills make the library long and hide the skills that people look for.",
    source=PUBLIC_LADDERS,
    remedy="Delete the skill, or add it to the profiles that need it.",
    fires="""
skills: [{id: sql, name: SQL}, {id: fax, name: Telefax}]
families: [{id: data, profiles: [{level: P1, skills: [sql]}]}]
""",
    silent="""
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [sql]}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def unused_skill(subject: SkillInUse) -> Iterator[Issue]:
    """Every skill of the library is used somewhere."""
    if not subject.used:
        fix = delete_unused("Delete the skill", subject.address)
        yield Issue(FieldPath(), "No profile or level uses this skill.", (fix,))


@rule(
    SKILL,
    "skill-text",
    "Skill without a text for a required proficiency",
    "Without a text, it is unclear whether a person has the skill at that proficiency.",
    source=OWN,
    remedy="Say in the skill library what a person does who has the skill at that proficiency.",
    fires="""
proficiencies: [{id: working, name: Working}]
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [{skill: sql, proficiency: working}]}]}]
""",
    silent="""
proficiencies: [{id: working, name: Working}]
skills: [{id: sql, name: SQL, proficiencies: {working: Joins three tables}}]
families: [{id: data, profiles: [{level: P1, skills: [{skill: sql, proficiency: working}]}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def skill_text(subject: SkillInUse) -> Iterator[Issue]:
    """A skill says what it looks like at every proficiency that profiles ask for."""
    texts = subject.skill.proficiencies
    missing = [step for step in subject.asked if not texts.get(step, "").strip()]
    if missing:
        steps = ", ".join(missing)
        yield Issue(
            FieldPath("proficiencies"),
            f"Profiles ask for {steps}, but no text says what that means.",
        )


@rule(
    ENTITY,
    "placeholder",
    "Placeholder text",
    "A page with TBD on it looks unfinished, and so does the ladder.",
    source=PUBLIC_LADDERS,
    remedy="Write the text, or remove the placeholder.",
    fires='levels: [{id: P1, summary: "Scope: TBD"}]',
    silent="levels: [{id: P1, summary: Orienta todo o time}]",
    severity=Severity.WARNING,
    group=GROUP,
    words="phrases that are found at word borders, ignoring case; `^` means only at the start",
)
def placeholder(one: EntitySubject) -> Iterator[Issue]:
    """No text that readers see is a placeholder; `alone` are headings without anything below."""
    for hit in occurrences(one.entity, one.options.words("placeholder")):
        message = f'"{hit.words}" is a placeholder. Write the text, or take it out.'
        yield Issue(hit.field, message, (), hit.spans[:1])
    for hit in occurrences(one.entity, _headings()):
        if len(hit.text.split()) <= _LONGEST_HEADING and _is_alone(one.entity, hit.field):
            message = f'"{hit.text}" is a heading without anything below it. Write the text.'
            yield Issue(hit.field, message, (), hit.spans[:1])


@cache
def _headings() -> WordList:
    return WordList.of(own_words("placeholder")["alone"])


def _is_alone(entity: Entity, field: FieldPath) -> bool:
    """Whether a text is the only one of its list, and has no examples."""
    holder = field.above if field.last == "text" else field
    around = holder.above if holder.number is not None else holder
    beside = [path for path, _ in contents.texts(entity) if path.startswith(f"{around}/")]
    return beside in ([], [field])


@rule(
    ENTITY,
    "control-character",
    "Control character in a text",
    "It cannot be seen, and other programs show it as a box, or cut the text off there.",
    source=OWN,
    remedy="Replace the character by what was meant, or remove it.",
    fires='levels: [{id: P1, summary: "Leads\\x0Bone team"}]',
    silent="levels: [{id: P1, summary: Leads one team}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def control_character(one: EntitySubject) -> Iterator[Issue]:
    """No text holds control characters; editors let none in, so the file was written elsewhere."""
    texts = [*contents.texts(one.entity), (FieldPath("notes"), getattr(one.entity, "notes", ""))]
    if first_control("\n".join([text for _, text in texts])):
        for path, text in texts:
            if sign := first_control(text):
                label = "Replace it by what it means, or remove it"
                fix = replace(label, one.address, path, text, _clean(text))
                yield Issue(path, f"This text holds the control character {sign}.", (fix,))


def _clean(text: str) -> str:
    """Return a text without control characters; a text of one line stays one."""
    clean = without_controls(text)
    return clean if "\n" in text else " ".join(clean.split("\n"))
