"""The ladder: one job architecture, one file."""

from typing import TYPE_CHECKING, Any

from laddereditor.model.base import Day, Entity, TextMap
from laddereditor.model.family import STATUSES, Family
from laddereditor.model.fields import described
from laddereditor.model.level import Level
from laddereditor.model.terms import NOTES_HELP, Competency, Factor, Proficiency, Skill, Track

if TYPE_CHECKING:
    from collections.abc import Mapping

    WordLists = Mapping[str, Any]
else:
    WordLists = dict[str, Any]

FORMAT_VERSION = 1


class AcceptedFinding(Entity):
    """A finding that somebody looked at and let stand."""

    rule: str = described("Rule", "The rule whose finding is accepted.")
    at: str = described("Where", "Address of the entity or field.", default="")
    reason: str = described("Reason", "Why it may stand.", "text", default="")


class Checks(Entity):
    """How the ladder is checked."""

    rules: TextMap = described(
        "Rules", "Severity per rule: off, info, warning or error.", "raw", default={}
    )
    words: WordLists = described("Word lists", "House word lists, per rule.", "raw", default={})
    accepted: tuple[AcceptedFinding, ...] = described(
        "Accepted findings", "Findings that somebody let stand, with the reason.", "raw", default=()
    )


class PublishedVersion(Entity):
    """An entry of the history: one published version."""

    version: str = described("Version", "Such as 2.0.0.")
    date: Day | None = described("Date", "Day of publication.", "date", default=None)
    author: str = described("Author", "Who published it.", default="")
    summary: str = described("Summary", "What changed, in people's words.", "text", default="")


class Ladder(Entity):
    """One job architecture: tracks, levels, leveling factors, competencies, skills, families."""

    laddereditor: int = described("File format", "Version of the file format.", "number")
    id: str = described("Id", "Stable name: lower-case letters, digits, hyphens.", "id", default="")
    name: str = described("Name", "What people call the ladder.", default="")
    organization: str = described("Organization", "Whose ladder it is.", default="")
    version: str = described(
        "Version", "Three numbers, such as 2.1.0: major, minor, patch.", default=""
    )
    status: str = described(
        "Status", "Draft, published or retired.", "choice", default="", choices=STATUSES
    )
    effective: Day | None = described(
        "Effective", "Day from which the ladder holds.", "date", default=None
    )
    language: str = described("Language", "Language of the texts, such as en or de.", default="")
    description: str = described("Description", "What the ladder is for.", "text", default="")
    notes: str = described("Notes", NOTES_HELP, "text", default="")
    tracks: tuple[Track, ...] = described(
        "Tracks", "Career streams.", "records", default=(), refers_to="track"
    )
    factors: tuple[Factor, ...] = described(
        "Leveling factors", "What tells levels apart.", "records", default=(), refers_to="factor"
    )
    proficiencies: tuple[Proficiency, ...] = described(
        "Proficiency scale", "Lowest first.", "records", default=(), refers_to="proficiency"
    )
    competencies: tuple[Competency, ...] = described(
        "Competencies",
        "Themes that expectations are grouped under.",
        "records",
        default=(),
        refers_to="competency",
    )
    levels: tuple[Level, ...] = described(
        "Levels", "In order of rank.", "records", default=(), refers_to="level"
    )
    skills: tuple[Skill, ...] = described(
        "Skills", "The skill library.", "records", default=(), refers_to="skill"
    )
    families: tuple[Family, ...] = described(
        "Families", "Job families.", "records", default=(), refers_to="family"
    )
    checks: Checks | None = described(
        "Checks", "How the ladder is checked.", "checks", default=None
    )
    history: tuple[PublishedVersion, ...] = described(
        "History", "Published versions, newest first.", "history", default=()
    )
