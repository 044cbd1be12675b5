"""The change note: what changed for whom, for the people whom the ladder describes.

Higher demands come first. `note_items` decides what an entry says and what is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.family import Family
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.phrases import ENGLISH, Phrases, phrases_of
from laddereditor.model.resolve import find_level
from laddereditor.model.titles import title_of
from laddereditor.reports.changes.grouped_changes import reported_changes
from laddereditor.reports.notes.note_items import NoteItem, note_items
from laddereditor.reports.notes.senses import SENSES, SUMMARIES, SUMS

NOTHING = "Nothing changed that concerns the people described."
_EVERYBODY = "For every family"
_TERMS = "Skills and terms"
_MAX_PLACES = 4  # named in a summary; the rest is counted


@dataclass(frozen=True, slots=True, eq=False)
class NotePart:
    """The changes for one level, or of a family as a whole; what raises comes first."""

    heading: str  # "P3 Senior Data Engineer", "" for the family as a whole
    items: tuple[NoteItem, ...]
    level: str = ""  # "P3"


@dataclass(frozen=True, slots=True, eq=False)
class NoteSection:
    """The changes for one family, for every family, or of the terms."""

    heading: str
    parts: tuple[NotePart, ...]
    is_for_all: bool = False  # for every family, or about the terms


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A change note, ready to be written in any format."""

    title: str
    lead: tuple[str, ...]  # versions, and how much changed
    sections: tuple[NoteSection, ...]
    phrases: Phrases = ENGLISH  # of the language that the ladder is written in


def change_note(changes: Sequence[LadderChange], old: Ladder, new: Ladder) -> Note:
    """Return the note for changes between two ladders, in the language of the new one.

    Args:
        changes: The changes, in reading order.
        old: The ladder before.
        new: The ladder after.
    """
    phrases = phrases_of(new.language or old.language)
    reported = tuple(reported_changes(changes, old, new, phrases, names_family=False))
    items = tuple(note_items(reported, old, new))
    sections: dict[str, list[NoteItem]] = {}
    for item in items:
        sections.setdefault(_section_of(item), []).append(item)
    keys = sorted(sections, key=lambda key: (_rank(key), _severest_rank(sections[key])))
    return Note(
        phrases.say(
            "What changed in {name}", name=new.name or old.name or phrases.say("the career ladder")
        ),
        (*_versions(old, new, phrases), _sums(items, phrases)),
        tuple(_section(key, sections[key], old, new, phrases) for key in keys),
        phrases,
    )


def families_in(note: Note) -> tuple[str, ...]:
    """Return the headings of the families in a note, in its order."""
    return tuple(section.heading for section in note.sections if not section.is_for_all)


def note_for_family(note: Note, family: str) -> Note:
    """Return the note for the people of one family: its own part, and what holds for all.

    Args:
        note: The whole note.
        family: A heading of `families_in`; one that the note lacks leaves what holds for all.
    """
    sections = tuple(one for one in note.sections if one.is_for_all or one.heading == family)
    items = [item for section in sections for part in section.parts for item in part.items]
    return replace(note, lead=(*note.lead[:-1], _sums(items, note.phrases)), sections=sections)


def summary_of(note: Note) -> str:
    """Return a proposal for the summary of a version: what happens to whom, by meaning.

    Texts of the ladder are not in it, as they may be long; "" if the note has no entry.
    """
    say = note.phrases
    entries = [
        (item.sense, _place_words(section, part))
        for section in note.sections
        for part in section.parts
        for item in part.items
    ]
    entries.sort(key=lambda entry: SENSES.index(entry[0]))
    sentences = (
        say.labelled(say.say(SUMMARIES[sense]), f"{_listed((place for _, place in found), say)}.")
        for sense, found in groupby(entries, key=lambda entry: entry[0])
    )
    return " ".join(sentences)


def _place_words(section: NoteSection, part: NotePart) -> str:
    if section.is_for_all:
        return part.heading or section.heading
    return f"{section.heading} {part.level}".strip()


def _listed(places: Iterable[str], phrases: Phrases) -> str:
    different = list(dict.fromkeys(places))
    more = len(different) - _MAX_PLACES
    shown = ", ".join(different[:_MAX_PLACES])
    return phrases.say("{shown} and {count} more", shown=shown, count=more) if more > 0 else shown


# -- sections and parts -------------------------------------------------------------------------


def _section_of(item: NoteItem) -> str:
    group, _ = item.place
    return group if group == "levels" or group.startswith("families/") else ""


def _rank(key: str) -> int:
    return 0 if key == "levels" else 1 if key else 2


def _severest_rank(items: Iterable[NoteItem]) -> int:
    return min(item.rank for item in items)


def _section(
    key: str, items: Sequence[NoteItem], old: Ladder, new: Ladder, phrases: Phrases
) -> NoteSection:
    parts: dict[tuple[str, str], list[NoteItem]] = {}
    for item in items:
        level = item.place[1] if key else ""
        parts.setdefault((_part_heading(item, key, old, new), level), []).append(item)
    return NoteSection(
        _heading(key, old, new, phrases),
        tuple(
            NotePart(heading, tuple(sorted(inside, key=lambda one: one.rank)), level)
            for (heading, level), inside in parts.items()
        ),
        is_for_all=key in ("", "levels"),
    )


def _heading(key: str, old: Ladder, new: Ladder, phrases: Phrases) -> str:
    if key == "levels":
        return phrases.say(_EVERYBODY)
    if not key:
        return phrases.say(_TERMS)
    family = _family(Address(key), new) or _family(Address(key), old)
    return label_of(family) if family else key


def _family(address: Address, ladder: Ladder) -> Family | None:
    try:
        found = address.entity(ladder)
    except NoSuchPlace:
        return None
    return found if isinstance(found, Family) else None


def _part_heading(item: NoteItem, key: str, old: Ladder, new: Ladder) -> str:
    level_id = item.place[1]
    if not key or not level_id:
        return "" if key or item.reported is None else item.reported.place
    level = find_level(new, level_id) or find_level(old, level_id)
    if key == "levels":
        return f"{item.phrases.say(KINDS['level'].title)} {label_of(level) if level else level_id}"
    title = _title_at(new, key, level_id) or _title_at(old, key, level_id)
    return f"{level_id} {title}".strip()


def _title_at(ladder: Ladder, family_key: str, level_id: str) -> str:
    """Return the title that a family has at a level, "" if it has no profile there."""
    family = _family(Address(family_key), ladder)
    profiles = family.profiles if family else ()
    profile = next((one for one in profiles if one.level == level_id), None)
    level = find_level(ladder, level_id)
    return title_of(family, profile, level) if family and profile else ""


# -- the lead -----------------------------------------------------------------------------------


def _versions(old: Ladder, new: Ladder, phrases: Phrases) -> tuple[str, ...]:
    lines = []
    if old.version != new.version and new.version:
        text = "Version {now}, before {was}" if old.version else "Version {now}"
        lines.append(phrases.say(text, now=new.version, was=old.version))
    if new.effective:
        lines.append(phrases.say("In force from {day}", day=phrases.day(new.effective)))
    return tuple(lines)


def _sums(items: Sequence[NoteItem], phrases: Phrases) -> str:
    counts = ((words, sum(item.sense == sense for item in items)) for sense, words in SUMS.items())
    sums = ", ".join(phrases.count(count, *words) for words, count in counts if count)
    if not sums:
        return phrases.say(NOTHING)
    return phrases.labelled(phrases.count(len(items), "change"), f"{sums}.")
