"""Skills that are the same, or nearly so, under two names."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import merge_into
from laddereditor.rules.library import GROUP
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import SKILL, SkillInUse
from laddereditor.rules.sources import PUBLIC_LADDERS
from laddereditor.rules.words import TextSpan


@rule(
    SKILL,
    "same-skill",
    "One skill under two names",
    "People choose either, so nobody sees who has the skill, and each text is written for a half "
    "of them.",
    source=PUBLIC_LADDERS,
    remedy="Merge the two; the name of the one that goes becomes another name of the other.",
    fires="""
skills: [{id: mentoring, name: Mentoring}, {id: mentorship, name: Mentorship}]
families: [{id: a, profiles: [{level: P1, skills: [mentoring, mentorship]}]}]
""",
    silent="""
skills: [{id: c, name: C}, {id: cpp, name: C++}]
families: [{id: a, profiles: [{level: P1, skills: [c, cpp]}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    yields_to=("same-name",),
)
def same_skill(subject: SkillInUse) -> Iterator[Issue]:
    """No two skills have names that differ only in word forms, signs, order or small words."""
    if subject.same is not None:
        name, other = subject.skill.name, subject.same
        fix = merge_into(f"Merge it into “{other.name}”", other.id, subject.skill.id)
        message = f"“{name}” seems to be the skill “{other.name}”. Merge them or rename one."
        yield Issue(FieldPath("name"), message, (fix,), (TextSpan(0, len(name)),))


@rule(
    SKILL,
    "similar-skill",
    "Two skills that may be one",
    "Skills that hardly differ are often chosen at random, so nobody sees who has which.",
    source=PUBLIC_LADDERS,
    remedy="Merge them if they are one; otherwise say in the descriptions how they differ.",
    fires="""
skills:
- {id: one, name: Stakeholder management}
- {id: two, name: Stakeholder engagement}
families: [{id: a, profiles: [{level: P1, skills: [one, two]}]}]
""",
    silent="""
skills: [{id: java, name: Java}, {id: javascript, name: JavaScript}]
families: [{id: a, profiles: [{level: P1, skills: [java, javascript]}]}]
""",
    severity=Severity.INFO,
    group=GROUP,
    yields_to=("same-name", "same-skill"),
)
def similar_skill(subject: SkillInUse) -> Iterator[Issue]:
    """Two skills differ by more than a letter, or by more than one of several words."""
    if subject.near is not None:
        name, other = subject.skill.name, subject.near
        fix = merge_into(f"Merge it into “{other.name}”", other.id, subject.skill.id)
        message = f"Is “{name}” another skill than “{other.name}”? If not, merge them."
        yield Issue(FieldPath("name"), message, (fix,), (TextSpan(0, len(name)),))
