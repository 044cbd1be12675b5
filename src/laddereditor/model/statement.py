"""Statements and uses of a skill: the items of a profile's lists."""

from laddereditor.model.base import Entity
from laddereditor.model.fields import described


class ExampledStatement(Entity):
    """A statement with examples that make it concrete."""

    text: str = described(
        "Statement", "What the person does, in one sentence.", "text", one_line=True
    )
    examples: tuple[str, ...] = described(
        "Examples",
        "What it looks like in practice, one a line.",
        "lines",
        default=(),
        one_line=False,
    )


Statement = str | ExampledStatement


class RatedSkill(Entity):
    """A use of a skill with the required proficiency."""

    skill: str = described("Skill", "A skill of the library.", "reference", refers_to="skill")
    proficiency: str = described(
        "Proficiency",
        "How well the skill is to be mastered here.",
        "reference",
        default="",
        refers_to="proficiency",
        unset="Any proficiency",
    )


SkillUse = str | RatedSkill

Statements = tuple[Statement, ...]
SkillUses = tuple[SkillUse, ...]
Lines = tuple[str, ...]


def statement_text(statement: Statement) -> str:
    """Return the sentence of a statement, without its examples."""
    return statement if isinstance(statement, str) else statement.text


def statement_examples(statement: Statement) -> Lines:
    """Return the examples of a statement, often empty."""
    return () if isinstance(statement, str) else statement.examples


def make_statement(text: str, examples: Lines = ()) -> Statement:
    """Return the simplest statement that holds `text` and `examples`."""
    return ExampledStatement(text=text, examples=examples) if examples else text


def skill_of(use: SkillUse) -> str:
    """Return the id of the skill that is used."""
    return use if isinstance(use, str) else use.skill


def proficiency_of(use: SkillUse) -> str:
    """Return the required proficiency, or ""."""
    return "" if isinstance(use, str) else use.proficiency


def make_skill_use(skill: str, proficiency: str = "") -> SkillUse:
    """Return the simplest skill use that holds `skill` and `proficiency`."""
    return RatedSkill(skill=skill, proficiency=proficiency) if proficiency else skill
