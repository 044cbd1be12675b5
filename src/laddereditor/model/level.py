"""A level: a rank inside a track with a definition that holds for every family."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from laddereditor.model.base import Entity, Number, TextMap
from laddereditor.model.fields import described
from laddereditor.model.statement import Lines, Statements
from laddereditor.model.terms import NOTES_HELP

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

    id: str = described("Code", "Track letter and number, such as P3.", "id")
    name: str = described("Name", "What people call the level.", default="")
    track: str = described(
        "Track", "The career stream it belongs to.", "reference", default="", refers_to="track"
    )
    grade: str = described("Pay grade", "The pay grade, if the company has them.", default="")
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
    )
    experience: Experience | None = described(
        "Typical experience",
        "Years people at this level usually have.",
        "experience",
        default=None,
        heading="Typical experience",
        unit="years",
    )
    expectations: Expectations = described(
        "Expectations",
        "What is expected at this level in every family, by competency.",
        "expectations",
        default={},
        heading="What is expected",
        refers_to="competency",
    )
    title_patterns: Lines = described(
        "Title patterns",
        "How titles are formed, such as {specialty} III; {specialty} and {family} are filled in.",
        "lines",
        default=(),
    )
    notes: str = described("Notes", NOTES_HELP, "text", default="")
