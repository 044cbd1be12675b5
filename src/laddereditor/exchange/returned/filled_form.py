"""What a filled self-assessment form says, whatever program it was filled in with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilledLine:
    """What was filled in for a skill or a statement."""

    section: str
    text: str
    asked: str  # the proficiency, "" for none
    own: str
    managers: str
    evidence: str
    remarks: str
    is_skill: bool


@dataclass(frozen=True)
class FilledForm:
    """A form of one profile that one person has filled in."""

    profile: str  # "baker/P3"
    title: str
    person: str
    manager: str
    day: str
    steps: tuple[str, ...]  # the scale, lowest first
    lines: tuple[FilledLine, ...]
    source: str  # the name of the file
