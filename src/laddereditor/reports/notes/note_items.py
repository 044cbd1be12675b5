"""The single entries of a change note: which changes it has, for whom, and in which words.

A note reports everything that readers of the ladder can see: what is asked of them, and also
titles, pay, grades, names and the codes of levels, which ask for nothing. It leaves out what only
editors see, the order, ids that nobody reads, and corrected spelling of names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_places import place_of
from laddereditor.compare.diff.changes.change_words import group_key, singular, spec_of
from laddereditor.compare.diff.changes.value_texts import value_text
from laddereditor.compare.diff.wording.rewording import reworded
from laddereditor.edits.cell_texts import range_text
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.naming import SEPARATOR
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.reports.changes.grouped_changes import ReportedChange
from laddereditor.reports.notes.senses import (
    MEANINGS,
    SELF_EVIDENT,
    SENSES,
    Sense,
    sense_of,
)

# By the concern of a change, else by its kind; with the market and without one.
_PAY_WAYS: Mapping[str, tuple[str, str]] = {
    "pay raised": ("Pay in {market} raised", "Pay raised"),
    "pay lowered": ("Pay in {market} lowered", "Pay lowered"),
    "added": ("Pay in {market} added", "Pay added"),
    "removed": ("Pay in {market} removed", "Pay removed"),
}
_OTHER_PAY = ("Pay in {market} changed", "Pay changed")
_NEW_OR_GONE: Mapping[tuple[type, str], str] = {
    (Level, "added"): "This level is new",
    (Level, "removed"): "This level was removed",
    (Profile, "added"): "This profile is new",
    (Profile, "removed"): "This profile was removed",
}


@dataclass(frozen=True, slots=True)
class NoteText:
    """What is below the line of an entry: the text before or now, or a field of what is new."""

    label: str
    text: str = ""
    marks: tuple[Mark, ...] = ()  # of its words, if there is one before and one now
    is_old: bool = False
    items: tuple[str, ...] = ()  # of a list, instead of the text


@dataclass(frozen=True, slots=True, eq=False)
class NoteItem:
    """One entry of a note."""

    place: tuple[str, str]  # the group and the level, as `change_places.group_key` gives them
    words: str  # "Responsibility reworded"
    sense: Sense
    before: str = ""  # "" where there was nothing, or where the words say it
    now: str = ""
    reported: ReportedChange | None = None  # of an entry about one change
    contents: tuple[NoteText, ...] = ()  # of what is new, field by field
    is_short: bool = False  # before and now need no lines of their own
    phrases: Phrases = ENGLISH

    @property
    def meaning(self) -> str:
        """What it means for people, "" if that is unknown."""
        words = MEANINGS[self.sense]
        return self.phrases.say(words) if words else ""

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
        if not self.is_short:
            return self.words
        return self.phrases.labelled(self.words, f"{self.before} → {self.now}")

    @property
    def full_line(self) -> str:
        """The entry in one line, with what it means."""
        return self.phrases.labelled(self.lead_in, self.line) if self.lead_in else self.line

    @property
    def below(self) -> tuple[NoteText, ...]:
        """The texts below the line: before and now, or the contents, as far as there are any."""
        if self.is_short:
            return ()
        before = NoteText(self.phrases.say("Before"), self.before, self.marks, is_old=True)
        now = NoteText(self.phrases.say("Now"), self.now, self.marks)
        return (*(side for side in (before, now) if side.text), *self.contents)

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
        yield _item(one, new)
        yield from _new_profiles(one, new)
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


def _item(one: ReportedChange, new: Ladder) -> NoteItem:
    change = one.change
    if change.detail.is_structural:
        return _item_of_entry(one, new)
    if isinstance(change.after or change.before, PayRange):
        return _item_of_pay(one)
    arrow = one.phrases.labelled("", f"{one.before} → {one.after}")
    if one.headline.endswith(arrow):
        words = one.headline.removesuffix(arrow)
        return _made(one, words, one.before, one.after, is_short=True)
    if one.is_in_headline:
        return _made(one, one.headline)
    return _made(one, one.headline, "" if one.before == one.after else one.before, one.after)


def _item_of_entry(one: ReportedChange, new: Ladder) -> NoteItem:
    change = one.change
    if change.kind == "renamed" and change.address.entity_class is Level:
        texts = (str(change.before), str(change.after))
        return _made(one, one.phrases.say("Level code"), *texts, is_short=True)
    entity = change.after if change.kind == "added" else change.before
    words = _NEW_OR_GONE.get((type(entity), change.kind), "") if group_key(change)[1] else ""
    made = _made(one, one.phrases.say(words) if words else one.headline)
    if change.kind != "added" or not isinstance(entity, Level | Profile):
        return made
    return replace(made, contents=tuple(_contents(entity, new, one.phrases)))


def _new_profiles(one: ReportedChange, new: Ladder) -> Iterator[NoteItem]:
    """Yield an entry for each profile of a new family."""
    family = one.change.after
    if one.change.kind != "added" or not isinstance(family, Family):
        return
    for profile in family.profiles:
        place = (str(one.change.address), profile.level)
        words = one.phrases.say(_NEW_OR_GONE[Profile, "added"])
        contents = tuple(_contents(profile, new, one.phrases))
        yield NoteItem(place, words, "neutral", contents=contents, phrases=one.phrases)


def _contents(entity: Level | Profile, new: Ladder, phrases: Phrases) -> Iterator[NoteText]:
    """Yield what a new level or profile says itself: what it asks for, and what it pays."""
    for name, spec in field_specs(type(entity)).items():
        value = getattr(entity, name)
        value = value.ranges if isinstance(value, Pay) else value
        if not value or (spec.asks != "demand" and spec.shape != "pay"):
            continue
        title = phrases.say(spec.title)
        if isinstance(value, Mapping):
            texts = (value_text({key: one}, spec, new, phrases) for key, one in value.items())
            yield NoteText(title, items=tuple(text.replace("\n", "; ") for text in texts))
        elif isinstance(value, tuple):
            texts = (value_text(one, spec, new, phrases) for one in value)
            yield NoteText(title, items=tuple(texts))
        else:
            yield NoteText(title, value_text(value, spec, new, phrases))


def _item_of_pay(one: ReportedChange) -> NoteItem:
    """Return the entry of a pay range: "Pay in Ireland lowered: 40,000 EUR → 36,000 EUR"."""
    change = one.change
    sides = change.before, change.after
    ranges = [each if isinstance(each, PayRange) else None for each in sides]
    market = next(each.market for each in reversed(ranges) if each)
    ways = _PAY_WAYS.get(change.concerns) or _PAY_WAYS.get(change.kind, _OTHER_PAY)
    words = one.phrases.say(ways[0 if market else 1], market=market)
    before, now = (range_text(each, one.phrases) if each else "" for each in ranges)
    return _made(one, words, before, now, is_short=bool(before and now))


def _made(
    one: ReportedChange, words: str, before: str = "", now: str = "", *, is_short: bool = False
) -> NoteItem:
    change = one.change
    sense = sense_of(change.effect, change.concerns)
    place = group_key(change)
    return NoteItem(place, words, sense, before, now, one, is_short=is_short, phrases=one.phrases)


def _moved_away(one: ReportedChange, old: Ladder, new: Ladder) -> Iterator[NoteItem]:
    """Yield the entry for those from whom something moved to others."""
    change = one.change
    if change.kind != "moved" or change.detail.is_structural or not change.detail.takes:
        return
    source, phrases = change.detail.takes[0][0], one.phrases
    if source.address == change.address or not group_key(change)[1]:
        return
    was = place_of(source.address, new) or place_of(source.was, old)
    where = place_of(change.address, new, phrases)
    spec = spec_of(change)
    if not was or not where or spec is None:
        return
    if source.address.family and source.address.family == change.address.family:
        where = where.rpartition(SEPARATOR)[2]
    group = source.address.family or source.address.collection
    sense: Sense = "lowers" if spec.asks == "demand" else "neutral"
    what = phrases.say(singular(spec.title))
    words = phrases.say("{what} moved to {where}", what=what, where=where)
    place = (str(group), source.address.key)
    yield NoteItem(place, words, sense, before=one.before, phrases=phrases)


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
    title = added.phrases.say(singular(spec.title)) if spec else ""
    return _made(added, title, removed.before, added.after, is_short=True)
