"""The change note: what changed for whom, for the people whom the ladder describes.

Higher demands come first. Changes that readers never see (notes of the editors, checks, the file's
own version) and those that make no difference to them (order, ids) are left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from laddereditor.compare.diff.change import Effect, LadderChange
from laddereditor.compare.diff.change_words import group_key
from laddereditor.compare.reports.grouped_changes import ReportedChange, reported_changes
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.family import Family
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import find_level
from laddereditor.model.titles import title_of

# The meaning of a change for an employee, most important first.
FOR_PEOPLE: dict[Effect, str] = {
    "raises": "More is asked for",
    "unclear": "Please read: this may ask for more",
    "lowers": "Less is asked for",
    "clarifies": "Said more clearly",
    "neutral": "For your information",
}
NOTHING = "Nothing changed that concerns the people described."
_EVERYBODY = "For every family"
_TERMS = "Skills and terms"
_ORDER = list(FOR_PEOPLE)


@dataclass(frozen=True, slots=True, eq=False)
class NotePart:
    """The changes for one level, or of a family as a whole; what raises comes first."""

    heading: str  # "P3 Senior Data Engineer", "" for the family as a whole
    changes: tuple[ReportedChange, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NoteSection:
    """The changes for one family, for every family, or of the terms."""

    heading: str
    parts: tuple[NotePart, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A change note, ready to be written in any format."""

    title: str
    lead: tuple[str, ...]  # versions, and how much changed
    sections: tuple[NoteSection, ...]


def change_note(changes: Sequence[LadderChange], old: Ladder, new: Ladder) -> Note:
    """Return the note for changes between two ladders."""
    reported = [one for one in reported_changes(changes, old, new) if _concerns_people(one)]
    sections: dict[str, list[ReportedChange]] = {}
    for one in reported:
        sections.setdefault(_section_of(one), []).append(one)
    keys = sorted(sections, key=lambda key: (_rank(key), _worst(sections[key])))
    return Note(
        f"What changed in {new.name or old.name or 'the career ladder'}",
        _lead(reported, old, new),
        tuple(_section(key, sections[key], old, new) for key in keys),
    )


def _concerns_people(reported: ReportedChange) -> bool:
    change = reported.change
    if change.effect != "neutral":
        return True
    if change.bump == "none" or change.kind == "reordered" or change.field == "id":
        return False
    return (
        change.bump == "minor"
        or change.kind == "renamed"
        or bool(change.detail.whole and change.kind == "moved" and change.before != change.after)
    )


def _section_of(reported: ReportedChange) -> str:
    place, _ = group_key(reported.change)
    return place if reported.change.address.family or place == "levels" else ""


def _rank(key: str) -> int:
    return 0 if key == "levels" else 1 if key else 2


def _worst(changes: Iterable[ReportedChange]) -> int:
    return min(_ORDER.index(one.effect) for one in changes)


def _section(key: str, changes: Sequence[ReportedChange], old: Ladder, new: Ladder) -> NoteSection:
    parts: dict[str, list[ReportedChange]] = {}
    for one in changes:
        parts.setdefault(_part_of(one, key, old, new), []).append(one)
    return NoteSection(
        _heading(key, old, new),
        tuple(
            NotePart(heading, tuple(sorted(inside, key=lambda one: _ORDER.index(one.effect))))
            for heading, inside in parts.items()
        ),
    )


def _heading(key: str, old: Ladder, new: Ladder) -> str:
    if key == "levels":
        return _EVERYBODY
    if not key:
        return _TERMS
    entity = _entity(Address(key), new) or _entity(Address(key), old)
    return label_of(entity) if entity else key


def _entity(address: Address, ladder: Ladder) -> Family | None:
    try:
        found = address.entity(ladder)
    except NoSuchPlace:
        return None
    return found if isinstance(found, Family) else None


def _part_of(reported: ReportedChange, key: str, old: Ladder, new: Ladder) -> str:
    _, level_id = group_key(reported.change)
    if not key or not level_id:
        return "" if key else reported.place
    level = find_level(new, level_id) or find_level(old, level_id)
    if key == "levels":
        return f"{KINDS['level'].title} {label_of(level) if level else level_id}"
    family = _entity(Address(key), new) or _entity(Address(key), old)
    profiles = family.profiles if family else ()
    profile = next((one for one in profiles if one.level == level_id), None)
    title = title_of(family, profile, level) if family and profile else ""
    return f"{level_id} {title}".strip()


def _lead(reported: Sequence[ReportedChange], old: Ladder, new: Ladder) -> tuple[str, ...]:
    lines = []
    if old.version != new.version and new.version:
        was = f", before {old.version}" if old.version else ""
        lines.append(f"Version {new.version}{was}")
    if new.effective:
        lines.append(f"In force from {new.effective.isoformat()}")
    counts = ((words, sum(one.effect == effect for one in reported)) for effect, words in _SUMS)
    sums = ", ".join(f"{count} {words}" for words, count in counts if count)
    lines.append(f"Changes: {sums}." if sums else NOTHING)
    return tuple(lines)


_SUMS: tuple[tuple[Effect, str], ...] = (
    ("raises", "that ask for more"),
    ("unclear", "to read with care"),
    ("lowers", "that ask for less"),
    ("clarifies", "that make things clearer"),
    ("neutral", "for your information"),
)
