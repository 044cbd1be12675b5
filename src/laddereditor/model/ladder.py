"""The ladder: one job architecture, one file."""

from typing import TYPE_CHECKING, Any

from laddereditor.model.base import Day, Entity, TextMap
from laddereditor.model.comment import Comment
from laddereditor.model.family import STATUSES, Family
from laddereditor.model.fields import (
    FormPlace,
    PagePlace,
    described,
    external_id_field,
    notes_field,
)
from laddereditor.model.level import Level
from laddereditor.model.terms import Competency, Factor, Proficiency, Skill, Track
from laddereditor.model.web_link import WebLinks, links_field

if TYPE_CHECKING:
    from collections.abc import Mapping

    WordLists = Mapping[str, Any]
else:
    WordLists = dict[str, Any]

FORMAT_VERSION = 1
_HEAD = PagePlace("head")
_IN_OVERVIEW = FormPlace(shown=False)  # the ladder's own overview lists them


class AcceptedFinding(Entity):
    """A finding that somebody reviewed and accepted."""

    rule: str = described("Rule", "The rule whose finding is accepted.", form=FormPlace(width=3))
    at: str = described(
        "Where", "Address of the entity or field.", default="", form=FormPlace(width=3)
    )
    reason: str = described(
        "Reason", "Why it is accepted.", "text", default="", form=FormPlace(width=4)
    )


class Checks(Entity):
    """How the ladder is checked."""

    rules: TextMap = described(
        "Rules", "Severity per rule: off, info, warning or error.", "raw", default={}
    )
    words: WordLists = described("Word lists", "House word lists, per rule.", "raw", default={})
    limits: TextMap = described(
        "Limits", "The number up to which a rule is silent, per rule.", "raw", default={}
    )
    accepted: tuple[AcceptedFinding, ...] = described(
        "Accepted findings",
        "Findings that somebody accepted, with the reason.",
        "raw",
        default=(),
        one_line=True,
    )


class PublishedVersion(Entity):
    """An entry of the history: one published version."""

    version: str = described("Version", "Such as 2.0.0.")
    date: Day | None = described("Date", "Day of publication.", "date", default=None)
    author: str = described("Author", "Who published it.", default="", readers="managers")
    summary: str = described(
        "Summary", "What changed, in people's words.", "text", default="", form=FormPlace(width=5)
    )


class BasedOn(Entity):
    """The ladder that another one was built from, at one of its versions."""

    ladder: str = described("Ladder", "The id of the ladder that this one was built from.")
    version: str = described("Version", "The version that was taken.", default="")
    digest: str = described("Digest", "Of that version's file, to know it again.", default="")


class Ladder(Entity):
    """One job architecture: tracks, levels, leveling factors, competencies, skills, families."""

    laddereditor: int = described(
        "File format",
        "Version of the file format.",
        "number",
        asks="file",
        form=FormPlace(shown=False),
        page=PagePlace("none"),
    )
    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        default="",
        form=FormPlace(beside="name"),
        page=PagePlace("none"),
    )
    name: str = described(
        "Name", "What people call the ladder.", default="", form=FormPlace(width=4), page=_HEAD
    )
    organization: str = described(
        "Organization", "Whose ladder it is.", default="", form=FormPlace(width=4), page=_HEAD
    )
    version: str = described(
        "Version",
        "Three numbers, such as 2.1.0: major, minor, patch.",
        default="",
        asks="file",
        form=FormPlace(section="Version"),
        page=_HEAD,
    )
    status: str = described(
        "Status",
        "Draft, published or retired.",
        "choice",
        default="",
        choices=STATUSES,
        asks="file",
        form=FormPlace(beside="version"),
        page=_HEAD,
    )
    effective: Day | None = described(
        "Effective",
        "Day from which the ladder applies.",
        "date",
        default=None,
        asks="file",
        form=FormPlace(beside="status"),
        page=PagePlace("none"),
    )
    language: str = described(
        "Language",
        "Language of the texts, such as en or de.",
        default="",
        form=FormPlace(beside="organization"),
        page=PagePlace("none"),
    )
    description: str = described(
        "Description",
        "What the ladder is for.",
        "text",
        default="",
        form=FormPlace(below="organization"),
        page=_HEAD,
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()
    tracks: tuple[Track, ...] = described(
        "Tracks",
        "Career streams.",
        "records",
        default=(),
        one_line=True,
        refers_to="track",
        form=_IN_OVERVIEW,
        page=PagePlace("none"),
    )
    factors: tuple[Factor, ...] = described(
        "Leveling factors",
        "What distinguishes levels.",
        "records",
        default=(),
        refers_to="factor",
        form=_IN_OVERVIEW,
        page=PagePlace("none"),
    )
    proficiencies: tuple[Proficiency, ...] = described(
        "Proficiency scale",
        "Lowest first.",
        "records",
        default=(),
        refers_to="proficiency",
        form=_IN_OVERVIEW,
        page=PagePlace("none"),
    )
    competencies: tuple[Competency, ...] = described(
        "Competencies",
        "Themes that expectations are grouped under.",
        "records",
        default=(),
        refers_to="competency",
        form=_IN_OVERVIEW,
        page=PagePlace("none"),
    )
    levels: tuple[Level, ...] = described(
        "Levels", "In order of rank.", "records", default=(), refers_to="level", form=_IN_OVERVIEW
    )
    skills: tuple[Skill, ...] = described(
        "Skills",
        "The skill library.",
        "records",
        default=(),
        refers_to="skill",
        form=_IN_OVERVIEW,
        page=PagePlace("none"),
    )
    families: tuple[Family, ...] = described(
        "Families", "Job families.", "records", default=(), refers_to="family", form=_IN_OVERVIEW
    )
    based_on: BasedOn | None = described(
        "Based on",
        "The ladder and version that this one was built from.",
        "base",
        default=None,
        readers="editors",
        asks="file",
        form=FormPlace(below="version"),
        one_line=True,
    )
    comments: tuple[Comment, ...] = described(
        "Comments",
        "Remarks of editors and reviewers. Never exported.",
        "comments",
        default=(),
        readers="editors",
        asks="file",
        form=_IN_OVERVIEW,
        one_line=True,
    )
    checks: Checks | None = described(
        "Checks",
        "How the ladder is checked.",
        "checks",
        default=None,
        readers="editors",
        asks="file",
        form=FormPlace(section="Checks"),
    )
    history: tuple[PublishedVersion, ...] = described(
        "History",
        "Published versions, newest first.",
        "history",
        default=(),
        asks="file",
        form=FormPlace(below="version"),
    )
