"""The ladder's own vocabulary: tracks, leveling factors, proficiencies, competencies, skills."""

from laddereditor.model.base import Entity, TextMap
from laddereditor.model.fields import described
from laddereditor.model.statement import Lines

BASES = ("skills", "effort", "responsibility", "working-conditions")
SKILL_KINDS = ("skill", "knowledge", "tool", "behaviour")
NOTES_HELP = "For the editors of the ladder. Never exported."


class Track(Entity):
    """A career stream, such as professional or management."""

    id: str = described("Id", "Stable name: lower-case letters, digits, hyphens.", "id")
    code: str = described(
        "Code", "Letter that starts the codes of its levels, such as P.", default=""
    )
    name: str = described("Name", "What people call the track.", default="")
    description: str = described("Description", "Who the track is for.", "text", default="")
    notes: str = described("Notes", NOTES_HELP, "text", default="")


class Factor(Entity):
    """A leveling factor: what tells levels apart."""

    id: str = described("Id", "Stable name: lower-case letters, digits, hyphens.", "id")
    name: str = described("Name", "What people call the factor.", default="")
    description: str = described(
        "Description", "What the factor measures, in one or two sentences.", "text", default=""
    )
    basis: str = described(
        "Basis",
        "Which of the four criteria of equal-pay law it belongs to (Directive (EU) 2023/970, "
        "Article 4).",
        "choice",
        default="",
        choices=BASES,
    )
    notes: str = described("Notes", NOTES_HELP, "text", default="")


class Proficiency(Entity):
    """One step of the proficiency scale; the order in the ladder is the order of the steps."""

    id: str = described("Id", "Stable name: lower-case letters, digits, hyphens.", "id")
    name: str = described("Name", "What people call the step.", default="")
    description: str = described(
        "Description", "What a person at this step does, for any skill.", "text", default=""
    )
    notes: str = described("Notes", NOTES_HELP, "text", default="")


class Competency(Entity):
    """A theme that expectations are grouped under."""

    id: str = described("Id", "Stable name: lower-case letters, digits, hyphens.", "id")
    name: str = described("Name", "What people call the competency.", default="")
    description: str = described("Description", "What the theme covers.", "text", default="")
    notes: str = described("Notes", NOTES_HELP, "text", default="")


class Skill(Entity):
    """An entry of the skill library."""

    id: str = described("Id", "Stable name: lower-case letters, digits, hyphens.", "id")
    name: str = described("Name", "What people call the skill.", default="")
    kind: str = described(
        "Kind",
        "A skill, a body of knowledge, a tool, or a behaviour.",
        "choice",
        default="",
        choices=SKILL_KINDS,
    )
    category: str = described("Category", "The group it is listed under.", default="")
    aliases: Lines = described(
        "Other names", "What else people call it, one a line.", "lines", default=()
    )
    description: str = described("Description", "What the skill covers.", "text", default="")
    proficiencies: TextMap = described(
        "At each proficiency",
        "What this skill looks like at each step of the scale.",
        "texts",
        default={},
        refers_to="proficiency",
    )
    notes: str = described("Notes", NOTES_HELP, "text", default="")
