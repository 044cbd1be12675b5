"""Match the headings of a level page tolerantly, and find the parts that they open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from laddereditor.exchange.levelpage.import_log import Owner
from laddereditor.exchange.levelpage.lines import PageLine
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs


class PagePart(StrEnum):
    """A part of a level page."""

    HEAD = "head"
    SUMMARY = "summary"
    MEANING = "meaning"
    DUTIES = "duties"
    SKILLS = "skills"
    GOOD = "good"
    TITLES = "titles"
    PAY = "pay"
    OCCUPATION = "occupation"
    FIELD = "field"  # a field of the profile that is read by its shape alone
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A line that opens a part; `rest` is the text after a colon on the same line."""

    part: PagePart
    field: str  # that the part fills first, "" if the ladder has none for it
    rest: str = ""
    level: str = ""  # the text with the level's code in it: `P2 P2 — Journey Baker`
    reason: str = ""  # why the part goes to no field


_LONGEST = 80  # letters of a line that opens a part and says something itself
GOALS = "goal templates are not part of a ladder; keep them in the sheet in which goals are set"

# Shapes that are read without knowing more of the field.
READ_ALONE = ("line", "text", "lines", "statements", "choice", "number", "date", "experience")
# The field that each part fills first; its heading in the model is the page's heading.
FIELDS: dict[PagePart, tuple[Owner, type[Entity], str]] = {
    PagePart.MEANING: (Owner.LEVEL, Profile, "factors"),
    PagePart.DUTIES: (Owner.PROFILE, Profile, "responsibilities"),
    PagePart.SKILLS: (Owner.PROFILE, Profile, "skills"),
    PagePart.GOOD: (Owner.PROFILE, Profile, "qualifications"),
    PagePart.TITLES: (Owner.PROFILE, Profile, "titles"),
    PagePart.PAY: (Owner.PROFILE, Profile, "pay"),
    PagePart.OCCUPATION: (Owner.FAMILY, Family, "occupations"),
}


def heading_key(text: str) -> str:
    """Return the key that headings are compared by: lower-case words, "&" as "and"."""
    spelled = re.sub(r"['’‘`´]", "", text.casefold()).replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", spelled))


def _headed() -> Iterator[tuple[FieldSpec, PagePart]]:
    """Yield each field that has its heading on a page, with the part that it opens."""
    for part, (_, entity, name) in FIELDS.items():
        yield field_specs(entity)[name], part
    taken = {name for _, entity, name in FIELDS.values() if entity is Profile}
    for name, spec in field_specs(Profile).items():
        is_section = spec.page.role == "section" and spec.shape in READ_ALONE
        if is_section and name not in taken:
            yield spec, PagePart.FIELD


_SUMMARY = ("summary", "overview", "about this role", "about the role", "role summary")


def _known() -> dict[str, tuple[PagePart, str]]:
    """Return the part and the field that each heading opens; a field's own words come first."""
    fields = tuple(_headed())
    known: dict[str, tuple[PagePart, str]] = {
        heading_key(name): (part, spec.name)
        for spec, part in fields
        for name in spec.other_headings
    }
    for spec, part in fields:
        known[heading_key(spec.words)] = part, spec.name
    known |= dict.fromkeys(_SUMMARY, (PagePart.SUMMARY, "summary"))
    return known


KNOWN = _known()
_EXPERIENCE = field_specs(Profile)["experience"]
EXPERIENCE_KEYS = frozenset(map(heading_key, (_EXPERIENCE.words, *_EXPERIENCE.other_headings)))


# Parts that a page may have and a ladder has no field for, with what to tell people about them.
_NO_FIELD = {
    "related families": "related families are pages of their own; import each of them",
    "related roles": "related roles are pages of their own; import each of them",
    "related jobs": "related jobs are pages of their own; import each of them",
    "related levels": "related levels are pages of their own; import each of them",
    "level position": "the position in the track follows from the levels of the ladder",
    "super function": "a family has one job function, and the page names it elsewhere",
    "demand heat": "a ladder has no field for the demand of the market",
    "market demand": "a ladder has no field for the demand of the market",
    "goal templates": GOALS,
    "goal template": GOALS,
    "sample goals": GOALS,
    "example goals": GOALS,
    "goals": GOALS,
}
_COUNT = re.compile(r"(?<=[a-z])\s?\(?\d{1,3}\)?$")  # of items, run together with the heading
_OF_LEVEL = re.compile(
    r"(?:(?:this|about this|what this) level(?: means)?\s*[—–:·|-]|(?:the )?level\s*[—–])\s*"
    r"(?P<level>[A-Z]{1,4}\d{1,2}\b.*)$",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"(?:median|average|typical|base|market|annual|total)(?: base| total| annual)? "
    r"(?:pay|salary|compensation)\b(?!.*[.!?]$)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:O\*?NET|SOC)\b[^:]{0,24}$")
_CODES = re.compile(r"(?=\d{2}-\d{4}(?:\.\d{2})?(?![\d-]))")


def heading_of(line: PageLine) -> PageHeading | None:
    """Return the part that a line opens, or None if it is not a known heading."""
    if line.bullet:
        return None
    text = line.text
    if known := KNOWN.get(heading_key(text)) or KNOWN.get(heading_key(_COUNT.sub("", text))):
        return PageHeading(*known)
    if reason := _NO_FIELD.get(heading_key(_COUNT.sub("", text))):
        return PageHeading(PagePart.UNKNOWN, "", reason=reason)
    if of_level := _OF_LEVEL.match(text):
        return PageHeading(PagePart.MEANING, "factors", level=of_level["level"])
    if _PAY.match(text) and len(text) <= _LONGEST:
        return PageHeading(PagePart.PAY, "pay", text)
    return _with_rest(line)


def _with_rest(line: PageLine) -> PageHeading | None:
    """Return the part of a line that continues behind the heading: `Pay: …`, `SOC 15-1252 …`."""
    name, colon, rest = line.text.partition(":")
    if line.pair:
        name, rest = line.pair
    elif not colon:
        name, *others = _CODES.split(line.text, maxsplit=1)
        rest = others[0] if others else ""
    if not rest.strip():
        return None
    key = heading_key(name)
    before, *codes = _CODES.split(line.text, maxsplit=1)
    if codes and _SCHEME.match(before.strip(" :—–-")):
        return PageHeading(PagePart.OCCUPATION, "occupations", codes[0].strip())
    if known := KNOWN.get(key):
        return PageHeading(*known, rest.strip())
    reason = _NO_FIELD.get(key, "")
    return PageHeading(PagePart.UNKNOWN, "", rest.strip(), reason=reason) if reason else None


def has_count(line: PageLine) -> bool:
    """Return whether a heading has the number of its items right behind it: `Skills4`."""
    plain = heading_key(_COUNT.sub("", line.text))
    return heading_key(line.text) not in KNOWN and plain in KNOWN


def known_titles() -> tuple[str, ...]:
    """Return the page's headings as the model writes them, for messages."""
    return tuple(field_specs(cls)[name].heading for _, cls, name in FIELDS.values())
