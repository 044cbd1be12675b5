"""The single entries of a change note: which changes it has, for whom, and in which words.

A note reports everything that readers of the ladder can see: what is asked of them, and also
titles, pay, grades, names and the codes of levels, which ask for nothing. It leaves out what only
editors see, the order, ids that nobody reads, and corrected spelling of names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_places import place_of
from laddereditor.compare.diff.changes.change_words import group_key, singular, spec_of
from laddereditor.compare.diff.wording.rewording import reworded
from laddereditor.compare.reports.changes.grouped_changes import ReportedChange
from laddereditor.compare.reports.notes.senses import (
    MEANINGS,
    SELF_EVIDENT,
    SENSES,
    Sense,
    sense_of,
)
from laddereditor.edits.cell_texts import range_text
from laddereditor.model.fields import FieldSpec
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.naming import SEPARATOR
from laddereditor.model.pay import PayRange

_PAY_WAYS = {"pay raised": "raised", "pay lowered": "lowered"}
_NEW_OR_GONE = {"added": "is new", "removed": "was removed"}  # of a level or a profile
_FROM = " from "


@dataclass(frozen=True, slots=True, eq=False)
class NoteItem:
    """One entry of a note."""

    place: tuple[str, str]  # the group and the level, as `change_places.group_key` gives them
    words: str  # "Responsibility reworded"
    sense: Sense
    before: str = ""  # "" where there was nothing, or where the words say it
    now: str = ""
    reported: ReportedChange | None = None  # of an entry about one change
    is_short: bool = False  # before and now need no lines of their own

    @property
    def meaning(self) -> str:
        """What it means for people, "" if that is unknown."""
        return MEANINGS[self.sense]

    @property
    def lead_in(self) -> str:
        """What it means, before its words; "" if that is unknown, or if the words say it."""
        return "" if self.sense in SELF_EVIDENT else self.meaning

    @property
    def rank(self) -> int:
        """Its place in a note, by what it means: the least comes first."""
        return SENSES.index(self.sense)

    @property
    def line(self) -> str:
        """The entry in one line, with texts that are short enough: "Pay grade: 7 → 6"."""
        return f"{self.words}: {self.before} → {self.now}" if self.is_short else self.words

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The words that stayed, were removed and were added between before and now.

        Nothing is marked if one of the two is missing, or if both are seen at a glance.
        """
        if not self.before or not self.now or self.is_short:
            return ()
        return word_marks(self.before, self.now)


def note_items(reported: Sequence[ReportedChange], old: Ladder, new: Ladder) -> Iterator[NoteItem]:
    """Yield the entries for changes in words, in their order.

    A title in another's place is one entry, and a move has an entry at both places.

    Args:
        reported: The changes in words.
        old: The ladder before.
        new: The ladder after.
    """
    for_people = [one for one in reported if _concerns_people(one.change, new)]
    partners = _exchanged(for_people)
    for one in for_people:
        if one in partners.values():
            continue
        if one in partners:
            yield _item_of_exchange(
                *sorted((one, partners[one]), key=lambda side: bool(side.after))
            )
            continue
        yield _item(one)
        yield from _moved_away(one, old, new)


def _concerns_people(change: LadderChange, new: Ladder) -> bool:
    if change.effect != "neutral":
        return True
    if change.kind == "reordered" or change.bump == "none" or _stays_in_its_list(change):
        return False
    if change.detail.is_structural:
        return _entry_concerns_people(change)
    if change.bump == "minor" or change.kind == "renamed":
        return True
    spec = spec_of(change)
    return spec is not None and _is_read(change, spec) and not _is_spelling(change, new)


def _stays_in_its_list(change: LadderChange) -> bool:
    """Whether an item only has another place in its list."""
    if change.kind != "moved" or change.detail.is_structural:
        return False
    takes, puts = change.detail.takes, change.detail.puts
    return not takes or takes[0][0] is puts[0][0]


def _entry_concerns_people(change: LadderChange) -> bool:
    if change.kind == "renamed":
        return change.address.entity_class is Level  # its id is the code that people are called by
    moved = change.kind == "moved" and change.before != change.after
    return change.bump == "minor" or moved


def _is_read(change: LadderChange, spec: FieldSpec) -> bool:
    """Whether a field that asks nothing is about people and read by them."""
    about_people = bool(change.address.family) or change.address.entity_class is Level
    seen = spec.readers != "editors" and spec.asks != "file" and spec.shape != "id"
    return about_people and seen


def _is_spelling(change: LadderChange, new: Ladder) -> bool:
    before, after = change.before, change.after
    if change.kind != "changed" or not isinstance(before, str) or not isinstance(after, str):
        return False
    spec = spec_of(change)
    if spec is None or spec.shape not in ("line", "text") or not _words_in(before + after):
        return False
    return reworded(before, after, new.language).bump in ("patch", "none")


def _words_in(text: str) -> bool:
    """Whether a text has words: in "7" and "L5", each sign matters."""
    return not any(letter.isdigit() for letter in text)


# -- one change -------------------------------------------------------------------------------


def _item(one: ReportedChange) -> NoteItem:
    change, sense = one.change, _sense(one)
    place = group_key(change)
    if change.detail.is_structural and change.kind == "renamed":
        texts = (str(change.before), str(change.after))
        return NoteItem(place, "Level code", sense, *texts, one, is_short=True)
    if isinstance(change.after or change.before, PayRange):
        return _item_of_pay(one)
    if change.detail.is_structural and place[1] and change.kind in _NEW_OR_GONE:
        kind = change.address.kind
        words = f"This {kind.word if kind else 'entry'} {_NEW_OR_GONE[change.kind]}"
        return NoteItem(place, words, sense, reported=one)
    arrow = f": {one.before} → {one.after}"
    if one.is_in_headline and not one.headline.endswith(arrow):
        return NoteItem(place, one.headline, sense, reported=one)
    before = "" if one.before == one.after else one.before
    words = _without_own_family(one.headline.removesuffix(arrow), change)
    is_short = one.headline.endswith(arrow)
    return NoteItem(place, words, sense, before, one.after, one, is_short=is_short)


def _item_of_pay(one: ReportedChange) -> NoteItem:
    """Return the entry of a pay range: "Pay in Ireland lowered: 40,000 EUR → 36,000 EUR"."""
    change = one.change
    sides = change.before, change.after
    ranges = [each if isinstance(each, PayRange) else None for each in sides]
    market = next(each.market for each in reversed(ranges) if each)
    way = _PAY_WAYS.get(change.concerns, change.kind)
    words = f"Pay in {market} {way}" if market else f"Pay {way}"
    before, now = (range_text(each) if each else "" for each in ranges)
    is_short = bool(before and now)
    return NoteItem(group_key(change), words, _sense(one), before, now, one, is_short=is_short)


def _sense(one: ReportedChange) -> Sense:
    return sense_of(one.effect, one.change.concerns)


def _without_own_family(words: str, change: LadderChange) -> str:
    """Return the words of a move inside a family without its name, which is above them."""
    source = change.detail.takes[0][0] if change.kind == "moved" and change.detail.takes else None
    if source is None or not change.address.family:
        return words
    if source.address.family != change.address.family or SEPARATOR not in words:
        return words
    head, _, from_words = words.partition(_FROM)
    return f"{head}{_FROM}{from_words.rpartition(SEPARATOR)[2]}" if from_words else words


def _moved_away(one: ReportedChange, old: Ladder, new: Ladder) -> Iterator[NoteItem]:
    """Yield the entry for those from whom something moved to others."""
    change = one.change
    if change.kind != "moved" or change.detail.is_structural or not change.detail.takes:
        return
    source = change.detail.takes[0][0]
    if source.address == change.address or not group_key(change)[1]:
        return
    was = place_of(source.address, new) or place_of(source.was, old)
    where = place_of(change.address, new)
    spec = spec_of(change)
    if not was or not where or spec is None:
        return
    if source.address.family and source.address.family == change.address.family:
        where = where.rpartition(SEPARATOR)[2]
    group = source.address.family or source.address.collection
    sense: Sense = "lowers" if spec.asks == "demand" else "neutral"
    words = f"{singular(spec.title)} moved to {where}"
    yield NoteItem((str(group), source.address.key), words, sense, before=one.before)


# -- one text in another's place ----------------------------------------------------------------


def _exchanged(for_people: Iterable[ReportedChange]) -> dict[ReportedChange, ReportedChange]:
    """Return the pairs of the only line that a list lost and the only one that it gained."""
    lists: dict[tuple[str, str], list[ReportedChange]] = {}
    for one in for_people:
        spec = None if one.change.detail.is_structural else spec_of(one.change)
        if spec is not None and spec.shape == "lines" and one.change.kind in ("added", "removed"):
            key = (str(one.change.address), one.change.field.name)
            lists.setdefault(key, []).append(one)
    pairs = (found for found in lists.values() if len(found) == 2)
    return {
        one: other
        for one, other in pairs
        if {one.change.kind, other.change.kind} == {"added", "removed"}
        and "\n" not in one.before + one.after + other.before + other.after
    }


def _item_of_exchange(removed: ReportedChange, added: ReportedChange) -> NoteItem:
    spec = spec_of(added.change)
    title = singular(spec.title) if spec else ""
    place = group_key(added.change)
    return NoteItem(place, title, _sense(added), removed.before, added.after, added, is_short=True)
