"""Skills of the library that nobody uses, or that say too little."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.rules.completeness import GROUP
from laddereditor.rules.facts_contents import ENOUGH
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import delete_unused
from laddereditor.rules.repeated_ids import is_repeated
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import LADDER, SKILL, LadderSubject, SkillInUse
from laddereditor.rules.sources import OWN, PUBLIC_LADDERS


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
    if not subject.used and not is_repeated(subject.address):
        fix = delete_unused("Delete the skill", subject.address)
        yield Issue(FieldPath(), "No profile or level uses this skill.", (fix,))


def _library_without_texts(one: LadderSubject) -> Iterator[Issue]:
    if one.asked >= ENOUGH and not any(skill.proficiencies for skill in one.ladder.skills):
        skills = plural(one.asked, "skill")
        message = f"Profiles ask for proficiencies of {skills}, but no text says what that means."
        yield Issue(FieldPath("skills"), message)


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
    wider=((LADDER, _library_without_texts),),
)
def skill_text(subject: SkillInUse) -> Iterator[Issue]:
    """A skill says what it looks like at every proficiency that profiles ask for."""
    texts = subject.skill.proficiencies
    missing = [step for step in subject.asked if not texts.get(step, "").strip()]
    if missing and not subject.no_texts and not is_repeated(subject.address):
        steps = ", ".join(missing)
        yield Issue(
            FieldPath("proficiencies"),
            f"Profiles ask for {steps}, but no text says what that means.",
        )
