"""A level: a rank inside a track with a definition that applies to every family."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from laddereditor.model.base import Entity, Number, TextMap
from laddereditor.model.equivalent import Equivalents, equivalents_field
from laddereditor.model.fields import (
    FormPlace,
    PagePlace,
    described,
    external_id_field,
    inferred_field,
    notes_field,
)
from laddereditor.model.pay import Pay
from laddereditor.model.statement import Lines, SkillUses, Statements
from laddereditor.model.web_link import WebLinks, links_field

if TYPE_CHECKING:
    Expectations = Mapping[str, Statements]
else:
    Expectations = dict[str, Statements]


class Experience(Entity):
    """Typical experience in years; either end may be open."""

    min: Number | None = described("From", "Least years.", "number", default=None, unit="years")
    max: Number | None = described(
        "To", "Most years; leave empty for an open end.", "number", default=None, unit="years"
    )


class Level(Entity):
    """A rank inside a track; the order in the ladder is the rank."""

    describes_people: ClassVar[bool] = True

    id: str = described(
        "Code", "Track letter and number, such as P3.", "id", page=PagePlace("head")
    )
    name: str = described(
        "Name",
        "What people call the level.",
        default="",
        form=FormPlace(beside="id", width=4),
        page=PagePlace("head"),
    )
    track: str = described(
        "Track",
        "The career stream it belongs to.",
        "reference",
        default="",
        refers_to="track",
        groups="always",
        page=PagePlace("none"),
    )
    grade: str = described(
        "Pay grade",
        "The pay grade, if the company has them.",
        default="",
        asks="terms",
        form=FormPlace(beside="track"),
        page=PagePlace("none"),
    )
    inferred: bool = inferred_field(FormPlace(beside="grade", width=1))
    summary: str = described(
        "Summary",
        "Who is at this level, in any family, in a sentence or two.",
        "text",
        default="",
        heading="What this level means",
    )
    factors: TextMap = described(
        "Leveling factors",
        "What each leveling factor means at this level.",
        "texts",
        default={},
        refers_to="factor",
        page=PagePlace("term"),
    )
    experience: Experience | None = described(
        "Typical experience",
        "Years people at this level usually have.",
        "experience",
        default=None,
        heading="Typical experience",
        unit="years",
        form=FormPlace(below="summary"),
        page=PagePlace("term"),
    )
    expectations: Expectations = described(
        "Expectations",
        "What is expected at this level in every family, by competency.",
        "expectations",
        default={},
        heading="What is expected",
        refers_to="competency",
    )
    skills: SkillUses = described(
        "Skills",
        "Skills of the library that every family asks for at this level; a profile adds its own.",
        "skills",
        default=(),
        heading="Skills, knowledge & tools",
        refers_to="skill",
    )
    title_patterns: Lines = described(
        "Title patterns",
        "How titles are formed, such as {specialty} III; {specialty} and {family} are filled in.",
        "lines",
        default=(),
        asks="name",
        entry="a pattern",
        gives_titles=True,
        form=FormPlace(section="Titles"),
        page=PagePlace("none"),
    )
    pay: Pay | None = described(
        "Pay",
        "Pay ranges of every family at this level, unless a profile has its own.",
        "pay",
        default=None,
        heading="What it pays",
        readers="pay",
    )
    equivalents: Equivalents = equivalents_field()
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()
