"""The names of fields that other people's files have, and what they are left out for."""

import re

NAMES = ("name", "title", "displayname", "label", "heading", "headline", "level", "code")
IDS = ("id", "uuid", "guid", "identifier", "key", "slug")
PROSE = (
    *("text", "statement", "criteria", "criterion", "expectation", "behaviour", "behavior"),
    *("content", "summary", "description", "indicator", "signal", "value"),
)
EXAMPLES = frozenset(
    ("examples", "example", "examplecriteria", "evidence", "samples", "examplebehaviours")
)
DESCRIPTIONS = frozenset(
    ("description", "summary", "about", "definition", "intro", "introduction", "overview", "what")
)
DUTIES = frozenset(
    ("responsibilities", "responsibility", "duties", "tasks", "accountabilities", "does")
)
QUALIFICATIONS = frozenset(("qualifications", "requirements", "education", "prerequisites"))
SKILLS = frozenset(("skills", "tools", "technologies", "knowledge"))
# Keys of lists that say nothing of what the list is about: it is about the record that has it.
PLAIN = frozenset(
    (
        *("criteria", "expectations", "statements", "items", "points", "bullets", "signals"),
        *("indicators", "behaviours", "behaviors", "texts", "text", "list", "content", "details"),
        *("descriptions", "description", "competencies", "attributes", "values", "goals", ""),
        *("milestones", "levels", "topics", "summary", "expectation", "body"),
    )
)
_POINTS = "points and weights have no place in a ladder"
_TIPS = "it is advice to the reader, not an expectation"
_PATHS = "paths between roles follow from the levels"
_RATINGS = "ratings of people have no place in a ladder"
_PAGES = "it is about how a page is shown"
LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(
        ("points", "point", "weight", "weights", "weighting", "score", "scores"), _POINTS
    ),
    **dict.fromkeys(
        ("tip", "tips", "advice", "resources", "reading", "training", "guidance"), _TIPS
    ),
    **dict.fromkeys(
        ("next", "previous", "paths", "path to", "transitions", "moves", "nextroles"), _PATHS
    ),
    **dict.fromkeys(("rating", "ratings", "selfrating", "managerrating"), _RATINGS),
    **dict.fromkeys(
        ("path", "url", "href", "layout", "template", "icon", "image", "color", "colour", "order"),
        _PAGES,
    ),
    **dict.fromkeys(
        ("sort", "index", "sidebar", "sidebargroup", "menu", "permalink", "draft", "published"),
        _PAGES,
    ),
    **dict.fromkeys(
        ("date", "updated", "created", "version", "author", "schema", "homepage"), _PAGES
    ),
    **dict.fromkeys(("supportingurls", "links", "link", "tags", "milestonesCount"), _PAGES),
}
_FIELDS = {*NAMES, *IDS, *PROSE, *EXAMPLES, *DESCRIPTIONS, *PLAIN, *LEFT_OUT}
_FIELDS |= DUTIES | QUALIFICATIONS | SKILLS | {"type", "kind", "category", "track", "family"}
# Words before the name of such a list that do not make it one about something.
_MORE = ("example", "additional", "other", "further", "extra", "key", "main", "general", "more")
_SIGNS = re.compile(r"[^a-z0-9]+")


def field_word(key: str) -> str:
    """Return a key as it is compared with words: `displayName` is “displayname”."""
    return _SIGNS.sub("", key.casefold())


def is_plain(key: str) -> bool:
    """Whether the key of a list says nothing of what the list is about: `exampleCriteria`."""
    word = field_word(key)
    rests = (word.removeprefix(more) for more in _MORE if word.startswith(more))
    return word in PLAIN or any(rest and rest in PLAIN for rest in rests)


def is_field(key: str) -> bool:
    """Whether a key is the name of a field, rather than of a thing."""
    return field_word(key) in _FIELDS


def reason_of(key: str) -> str:
    """Return why the value of a key is left out, "" if it is not known to be."""
    return LEFT_OUT.get(field_word(key.rpartition("/")[2]), "")
