"""References: every id that is referred to exists."""

import re
from collections.abc import Iterator, Mapping, Set

from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.level import Level
from laddereditor.model.statement import RatedSkill, proficiency_of, skill_of, used_otherwise
from laddereditor.model.terms import Competency, Skill
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.fixes import add_entry, remove, rename_key, replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import REFERENCES, Referring
from laddereditor.rules.sources import FORMAT
from laddereditor.rules.structure import GROUP, ID
from laddereditor.rules.suggest import did_you_mean, nearest


@rule(
    REFERENCES,
    "unknown-track",
    "Level of a track that does not exist",
    "Without its track a level has no rank.",
    source=FORMAT,
    remedy="Choose a track of the ladder, or add the one that is missing.",
    fires="""
tracks: [{id: professional, code: P, name: Professional}]
levels: [{id: P1, track: profesional}]
""",
    silent="""
tracks: [{id: professional, code: P, name: Professional}]
levels: [{id: P1, track: professional}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_track(subject: Referring) -> Iterator[Issue]:
    """A level belongs to a track of the ladder."""
    if isinstance(subject.entity, Level):
        yield from _single(subject, FieldPath("track"), subject.entity.track, "track")


@rule(
    REFERENCES,
    "unknown-level",
    "Profile for a level that does not exist",
    "A profile takes its rank, and every value that it leaves out, from its level.",
    source=FORMAT,
    remedy="Choose a level of the ladder, or add the one that is missing.",
    fires="""
levels: [{id: P1, track: professional}]
families: [{id: design, profiles: [{level: P7}]}]
""",
    silent="""
levels: [{id: P1, track: professional}]
families: [{id: design, profiles: [{level: P1}]}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_level(subject: Referring) -> Iterator[Issue]:
    """A profile is for a level of the ladder."""
    if isinstance(subject.entity, Profile):
        yield from _single(subject, FieldPath("level"), subject.entity.level, "level")


@rule(
    REFERENCES,
    "unknown-factor",
    "Text for a leveling factor that does not exist",
    "No page shows a text for a leveling factor that does not exist.",
    source=FORMAT,
    remedy="Choose a leveling factor of the ladder, add the one that is missing, or remove "
    "the text.",
    fires="""
factors: [{id: scope, name: Scope}]
levels: [{id: P1, factors: {skope: One task}}]
""",
    silent="""
factors: [{id: scope, name: Scope}]
levels: [{id: P1, factors: {scope: One task}}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_factor(subject: Referring) -> Iterator[Issue]:
    """Texts for leveling factors are under ids of the ladder's factors."""
    if isinstance(subject.entity, Level | Profile):
        known = subject.terms.ids["factor"]
        yield from _keys(
            subject, FieldPath("factors"), subject.entity.factors, "leveling factor", known
        )


@rule(
    REFERENCES,
    "unknown-competency",
    "Expectations under a competency that does not exist",
    "No page shows expectations for a competency that does not exist.",
    source=FORMAT,
    remedy="Choose a competency of the ladder or the family, or add the one that is missing.",
    fires="""
competencies: [{id: delivery, name: Delivery}]
levels: [{id: P1, expectations: {delivry: [Ships on time]}}]
""",
    silent="""
competencies: [{id: delivery, name: Delivery}]
levels: [{id: P1, expectations: {delivery: [Ships on time]}}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_competency(subject: Referring) -> Iterator[Issue]:
    """Expectations are under competencies of the ladder or, in a profile, of its family."""
    if isinstance(subject.entity, Level | Profile):
        known, own = subject.terms.ids["competency"], subject.own_competencies
        texts = subject.entity.expectations
        if not all(key in known or key in own for key in texts):
            yield from _keys(subject, FieldPath("expectations"), texts, "competency", known | own)


@rule(
    REFERENCES,
    "unknown-skill",
    "Skill that is not in the library",
    "A skill that is not in the library has no name or description and cannot be compared.",
    source=FORMAT,
    remedy="Choose a skill of the library, or add the skill to it.",
    fires="""
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [sqll]}]}]
""",
    silent="""
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [sql]}]}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_skill(subject: Referring) -> Iterator[Issue]:
    """Profiles and levels use skills of the library."""
    if not isinstance(subject.entity, Profile | Level):
        return
    known = subject.terms.ids["skill"]
    used = {skill_of(use) for use in subject.entity.skills}
    for place, use in enumerate(subject.entity.skills):
        skill, field = skill_of(use), f"skills/{place}"
        if skill in known:
            continue
        fixes = [*_change_skill(subject, FieldPath(field), use, used), *_create_skill(skill)]
        fixes.append(remove("Remove it from this list", subject.address, FieldPath(field), use))
        message = f'The skill "{skill}" is not in the library.' if skill else "No skill is named."
        yield Issue(
            FieldPath(field),
            message + did_you_mean(skill, known, _names(subject, "skill")),
            tuple(fixes),
        )


def _change_skill(
    subject: Referring, field: FieldPath, use: str | RatedSkill, used: Set[str]
) -> Iterator[Fix]:
    meant = nearest(skill_of(use), subject.terms.ids["skill"])
    if meant and meant not in used:
        new = used_otherwise(use, skill=meant)
        label = f"Change to {_names(subject, 'skill')[meant]}"
        yield replace(label, subject.address, field, use, new)


def _create_skill(skill: str) -> Iterator[Fix]:
    if ID.fullmatch(skill):
        name = re.sub(r"-+", " ", skill).strip().capitalize() or skill
        label = f'Add "{skill}" to the skill library'
        yield add_entry(label, Address(), "skill", id=skill, name=name)


@rule(
    REFERENCES,
    "unknown-proficiency",
    "Proficiency that is not on the scale",
    "A proficiency that is not on the scale is neither higher nor lower than any other.",
    source=FORMAT,
    remedy="Choose a step of the scale, or add the one that is missing.",
    fires="""
proficiencies: [{id: working, name: Working}]
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [{skill: sql, proficiency: good}]}]}]
""",
    silent="""
proficiencies: [{id: working, name: Working}]
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [{skill: sql, proficiency: working}]}]}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_proficiency(subject: Referring) -> Iterator[Issue]:
    """Proficiencies are steps of the ladder's scale."""
    known = subject.terms.ids["proficiency"]
    if isinstance(subject.entity, Skill):
        texts = subject.entity.proficiencies
        yield from _keys(subject, FieldPath("proficiencies"), texts, "proficiency", known)
    if isinstance(subject.entity, Profile | Level):
        for place, use in enumerate(subject.entity.skills):
            step, field = proficiency_of(use), f"skills/{place}/proficiency"
            if step and step not in known:
                names = _names(subject, "proficiency")
                yield Issue(
                    FieldPath(field),
                    f'"{step}" is not a step of the proficiency scale.'
                    f"{did_you_mean(step, known, names)}",
                    _change(subject.address, FieldPath(field), step, names),
                )


@rule(
    REFERENCES,
    "own-competency",
    "Family's own competency with an id of the ladder",
    "Expectations under an id of both the ladder and the family could mean either.",
    source=FORMAT,
    remedy="Give the family's competency another id, or use the ladder's.",
    fires="""
competencies: [{id: delivery, name: Delivery}]
families: [{id: data, competencies: [{id: delivery, name: Delivery of data}]}]
""",
    silent="""
competencies: [{id: delivery, name: Delivery}]
families: [{id: data, competencies: [{id: data-delivery, name: Delivery of data}]}]
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def own_competency(subject: Referring) -> Iterator[Issue]:
    """The ids of a family's own competencies differ from those of the ladder."""
    one = subject.entity
    if isinstance(one, Competency) and one.id and one.id in subject.terms.ids["competency"]:
        yield Issue(FieldPath("id"), f'The ladder itself has a competency "{one.id}" already.')


def _names(subject: Referring, kind: str) -> Mapping[str, str]:
    return subject.terms.names[kind]


def _single(subject: Referring, field: FieldPath, value: str, kind: str) -> Iterator[Issue]:
    known, names = subject.terms.ids[kind], _names(subject, kind)
    if not value:
        yield Issue(field, f"No {kind} is named. Choose one.")
    elif value not in known:
        yield Issue(
            field,
            f'There is no {kind} "{value}".{did_you_mean(value, known, names)}',
            _change(subject.address, field, value, names),
        )


def _change(
    address: Address, field: FieldPath, value: str, names: Mapping[str, str]
) -> tuple[Fix, ...]:
    meant = nearest(value, frozenset(names))
    return (replace(f"Change to {names[meant]}", address, field, value, meant),) if meant else ()


def _keys(
    subject: Referring,
    field: FieldPath,
    values: Mapping[str, object],
    noun: str,
    known: frozenset[str],
) -> Iterator[Issue]:
    names = _names(subject, "factor" if noun == "leveling factor" else noun)
    for key, value in values.items():
        if key in known:
            continue
        place, meant = field.entry(key), nearest(key, known)
        fixes = [remove("Remove it", subject.address, place, value)]
        if meant and meant not in values:
            label = f"Change to {names.get(meant, meant)}"
            fixes.insert(0, rename_key(label, subject.address, place, value, meant))
        question = did_you_mean(key, known, names)
        yield Issue(place, f'There is no {noun} "{key}".{question}', tuple(fixes))
