"""Where a fact goes: the drafts of the profile, level, family, competency or skill it is about."""

from collections.abc import Callable

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.tables.building.drafts import EntryDraft, LadderDraft, PlaceDraft
from laddereditor.exchange.tables.facts.fact import CellSubject, Fact
from laddereditor.model.address import Address


class NotTaken(ValueError):
    """A fact that has no place in the ladder; the message is the reason."""


Taker = Callable[[LadderDraft, Fact, Conventions], Address]


def place_of(draft: LadderDraft, subject: CellSubject) -> tuple[PlaceDraft, Address, bool]:
    """Return the draft of a profile or a level, its address, and whether it is a profile.

    Raises:
        NotTaken: No level is known.
    """
    level = draft.levels.entry(subject.level)
    if level is None:
        raise NotTaken("it is unknown which level it is about")
    if not subject.family:
        return draft.place("", level.code), Address("levels").entry(level.code), False
    family = family_of(draft, subject)
    address = Address("families").entry(family.id).entry(level.code)
    place = draft.place(family.id, level.code)
    if draft.levels.is_other_name(subject.level):
        place.own_title = place.own_title or subject.level
    return place, address, True


def family_of(draft: LadderDraft, subject: CellSubject) -> EntryDraft:
    """Return the draft of the family that a fact is about, in its job function."""
    family = draft.families.get(subject.family)
    if subject.function:
        family.fields.setdefault("function", subject.function)
    return family


def competency_of(draft: LadderDraft, subject: CellSubject) -> EntryDraft:
    """Return the draft of the competency that a fact is about, in its group."""
    entry = draft.competencies.get(subject.competency)
    if subject.group:
        entry.fields.setdefault("group", subject.group)
    return entry


def skill_of(draft: LadderDraft, subject: CellSubject) -> EntryDraft:
    """Return the draft of the skill that a fact is about, in its category.

    Raises:
        NotTaken: No skill is known.
    """
    if not subject.skill:
        raise NotTaken("it is unknown which skill it is about")
    entry = draft.skills.get(subject.skill)
    if subject.group:
        entry.fields.setdefault("category", subject.group)
    return entry
