"""Statements and uses of a skill: the items of a profile's lists."""

from laddereditor.model.base import Entity, evolve
from laddereditor.model.fields import described, external_id_field, field_specs
from laddereditor.model.web_link import WebLinks, links_field

IMPORTANCES = ("core", "supporting", "broad")


class ExampledStatement(Entity):
    """A statement with examples that make it concrete, or with links or an id from elsewhere."""

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
    links: WebLinks = links_field()
    external_id: str = external_id_field()


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
    importance: str = described(
        "Importance",
        "Whether the work needs it at its core, to support that, or is only the broader for it.",
        "choice",
        default="",
        choices=IMPORTANCES,
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


def restated(statement: Statement, text: str, examples: Lines = ()) -> Statement:
    """Return a statement with another text and other examples; what else it says is kept.

    Args:
        statement: The statement.
        text: Its new text.
        examples: Its new examples.
    """
    if isinstance(statement, str):
        return make_statement(text, examples)
    return shortest_statement(evolve(statement, text=text, examples=examples))


def shortest_statement(statement: Statement) -> Statement:
    """Return the text alone of a statement that says nothing else."""
    if isinstance(statement, str) or statement != ExampledStatement(text=statement.text):
        return statement
    return statement.text


def statement_links(statement: Statement) -> WebLinks:
    """Return the links of a statement, often none."""
    return () if isinstance(statement, str) else statement.links


def skill_of(use: SkillUse) -> str:
    """Return the id of the skill that is used."""
    return use if isinstance(use, str) else use.skill


def proficiency_of(use: SkillUse) -> str:
    """Return the required proficiency, or ""."""
    return "" if isinstance(use, str) else use.proficiency


def importance_of(use: SkillUse) -> str:
    """Return how important a skill is where it is used, or ""."""
    return "" if isinstance(use, str) else use.importance


def importance_words(use: SkillUse) -> str:
    """Return the importance of a skill as people write it behind its proficiency, or ""."""
    return field_specs(RatedSkill)["importance"].choice_words(importance_of(use)).lower()


def used_otherwise(use: SkillUse, **changes: str) -> SkillUse:
    """Return a use of a skill with other values, such as a proficiency; the others are kept."""
    rated = RatedSkill(skill=use) if isinstance(use, str) else use
    return shortest_use(evolve(rated, **changes))


def shortest_use(use: SkillUse) -> SkillUse:
    """Return the id alone of a skill of which nothing else is said."""
    return use if isinstance(use, str) or use != RatedSkill(skill=use.skill) else use.skill


def make_skill_use(skill: str, proficiency: str = "") -> SkillUse:
    """Return the simplest skill use that holds `skill` and `proficiency`."""
    return RatedSkill(skill=skill, proficiency=proficiency) if proficiency else skill
