"""The ladder's own vocabulary: tracks, leveling factors, proficiencies, competencies, skills."""

from laddereditor.model.base import Entity
from laddereditor.model.fields import (
    FormPlace,
    PagePlace,
    described,
    external_id_field,
    notes_field,
)
from laddereditor.model.statement import Lines
from laddereditor.model.step_text import StepTexts
from laddereditor.model.web_link import WebLinks, links_field

BASES = ("skills", "effort", "responsibility", "working-conditions")
_WIDE = FormPlace(width=4)
_HEAD = PagePlace("head")
SKILL_KINDS = ("skill", "knowledge", "tool", "behaviour")


class Track(Entity):
    """A career stream, such as professional or management."""

    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        form=FormPlace(beside="code"),
        page=PagePlace("none"),
    )
    code: str = described(
        "Code",
        "Letter that starts the codes of its levels, such as P.",
        default="",
        form=FormPlace(beside="name", width=1),
        page=PagePlace("none"),
    )
    name: str = described("Name", "What people call the track.", default="", form=_WIDE, page=_HEAD)
    description: str = described(
        "Description", "Who the track is for.", "text", default="", page=_HEAD
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()


class Factor(Entity):
    """A leveling factor, which distinguishes levels."""

    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        form=FormPlace(beside="name"),
        page=PagePlace("none"),
    )
    name: str = described(
        "Name", "What people call the factor.", default="", form=_WIDE, page=_HEAD
    )
    description: str = described(
        "Description",
        "What the factor measures, in one or two sentences.",
        "text",
        default="",
        page=_HEAD,
    )
    basis: str = described(
        "Basis",
        "Which of the four criteria of equal-pay law it belongs to (Directive (EU) 2023/970, "
        "Article 4).",
        "choice",
        default="",
        choices=BASES,
        page=PagePlace("none"),
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()


class Proficiency(Entity):
    """One step of the proficiency scale; the order in the ladder is the order of the steps."""

    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        form=FormPlace(beside="name"),
        page=PagePlace("none"),
    )
    name: str = described("Name", "What people call the step.", default="", form=_WIDE, page=_HEAD)
    description: str = described(
        "Description",
        "What a person at this step does, for any skill.",
        "text",
        default="",
        asks="demand",
        page=_HEAD,
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()


class Competency(Entity):
    """A theme that expectations are grouped under."""

    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        form=FormPlace(beside="name"),
        page=PagePlace("none"),
    )
    name: str = described(
        "Name", "What people call the competency.", default="", form=_WIDE, page=_HEAD
    )
    group: str = described(
        "Group",
        "The heading that it is listed under with others, such as People.",
        default="",
        groups="named",
        page=_HEAD,
    )
    description: str = described(
        "Description", "What the theme covers.", "text", default="", page=_HEAD
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()


class Skill(Entity):
    """An entry of the skill library."""

    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        form=FormPlace(beside="name"),
        page=PagePlace("none"),
    )
    name: str = described("Name", "What people call the skill.", default="", form=_WIDE, page=_HEAD)
    kind: str = described(
        "Kind",
        "A skill, a body of knowledge, a tool, or a behaviour.",
        "choice",
        default="",
        choices=SKILL_KINDS,
        page=_HEAD,
    )
    category: str = described(
        "Category",
        "The group it is listed under.",
        default="",
        groups="always",
        form=FormPlace(beside="kind", width=3),
        page=_HEAD,
    )
    aliases: Lines = described(
        "Other names",
        "Other names that people use, one on each line.",
        "lines",
        default=(),
        entry="another name",
        form=FormPlace(below="description"),
        page=PagePlace(below="proficiencies"),
    )
    description: str = described(
        "Description", "What the skill covers.", "text", default="", page=_HEAD
    )
    proficiencies: StepTexts = described(
        "At each proficiency",
        "What this skill looks like at each step of the scale.",
        "texts",
        default={},
        refers_to="proficiency",
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()
