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
class Heading:
    """A line that opens a part; `rest` is the text after a colon on the same line."""

    part: PagePart
    field: str  # that the part fills first
    rest: str = ""


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
    return known


KNOWN = _known()
_EXPERIENCE = field_specs(Profile)["experience"]
EXPERIENCE_KEYS = frozenset(map(heading_key, (_EXPERIENCE.words, *_EXPERIENCE.other_headings)))


def heading_of(line: PageLine) -> Heading | None:
    """Return the part that a line opens, or None if it is not a known heading."""
    if line.bullet:
        return None
    if known := KNOWN.get(heading_key(line.text)):
        return Heading(*known)
    name, colon, rest = line.text.partition(":")
    known = KNOWN.get(heading_key(name)) if colon and rest.strip() else None
    return Heading(*known, rest.strip()) if known else None


def known_titles() -> tuple[str, ...]:
    """Return the page's headings as the model writes them, for messages."""
    return tuple(field_specs(cls)[name].heading for _, cls, name in FIELDS.values())
