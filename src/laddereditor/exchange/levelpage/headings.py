"""Match the headings of a level page tolerantly, and find the parts that they open."""

import re
from dataclasses import dataclass
from enum import StrEnum

from laddereditor.exchange.levelpage.import_log import Owner
from laddereditor.exchange.levelpage.lines import PageLine
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs


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
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a part; `rest` is the text after a colon on the same line."""

    part: PagePart
    rest: str = ""


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

# Other names of the parts; compared by `heading_key`.
_OTHER_NAMES: dict[PagePart, tuple[str, ...]] = {
    PagePart.MEANING: (
        "What the level means",
        "About this level",
        "Level definition",
        "This level",
    ),
    PagePart.DUTIES: (
        "What you do",
        "What you will do",
        "What you'll do",
        "Responsibilities",
        "Key responsibilities",
        "Main responsibilities",
        "Duties",
    ),
    PagePart.SKILLS: (
        "Skills",
        "Skills and knowledge",
        "Knowledge and skills",
        "Skills and tools",
        "Skills, tools and knowledge",
        "Knowledge, skills and tools",
        "Tools",
        "Tools and technologies",
    ),
    PagePart.GOOD: ("Qualifications", "What good looks like here", "Requirements"),
    PagePart.TITLES: ("Titles", "Job titles", "Common job titles", "Typical titles"),
    PagePart.PAY: ("Pay", "Pay range", "Pay ranges", "Compensation", "Salary", "Salary range"),
    PagePart.OCCUPATION: (
        "O*NET",
        "SOC",
        "SOC code",
        "O*NET code",
        "O*NET-SOC",
        "SOC / O*NET",
        "Occupation code",
        "Occupation codes",
    ),
}


def heading_key(text: str) -> str:
    """Return the key that headings are compared by: lower-case words, "&" as "and"."""
    spelled = re.sub(r"['’‘`´]", "", text.casefold()).replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", spelled))


def _known() -> dict[str, PagePart]:
    names = {part: (field_specs(cls)[name].heading,) for part, (_, cls, name) in FIELDS.items()}
    return {
        heading_key(name): part
        for part, main in names.items()
        for name in (*main, *_OTHER_NAMES[part])
    }


KNOWN = _known()
EXPERIENCE_KEYS = frozenset(
    heading_key(name)
    for name in (
        field_specs(Profile)["experience"].heading,
        "Experience",
        "Years of experience",
        "Typical years",
        "Typical years of experience",
    )
)


def heading_of(line: PageLine) -> Heading | None:
    """Return the part that a line opens, or None if it is not a known heading."""
    if line.bullet:
        return None
    if part := KNOWN.get(heading_key(line.text)):
        return Heading(part)
    name, colon, rest = line.text.partition(":")
    part = KNOWN.get(heading_key(name)) if colon and rest.strip() else None
    return Heading(part, rest.strip()) if part else None


def known_titles() -> tuple[str, ...]:
    """Return the page's headings as the model writes them, for messages."""
    return tuple(field_specs(cls)[name].heading for _, cls, name in FIELDS.values())
