"""Changes in words, grouped by place, as every report needs them."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.compare.diff.changes.change import Effect, LadderChange
from laddereditor.compare.diff.changes.change_words import (
    after_text,
    arrow_text,
    before_text,
    headline,
    place_words,
    spec_of,
)
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import SEPARATOR
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.statement import RatedSkill


@dataclass(frozen=True, slots=True, eq=False)
class ChangesReport:
    """The changes between two ladders, as the input of reports."""

    changes: tuple[LadderChange, ...]
    old: Ladder
    new: Ladder

    @property
    def title(self) -> str:
        """A title for the whole."""
        return f"Changes in {self.new.name or self.old.name or 'the ladder'}"

    @property
    def sides(self) -> tuple[tuple[LadderChange, ...], Ladder, Ladder]:
        """The changes, the old ladder and the new one."""
        return self.changes, self.old, self.new


@dataclass(frozen=True, slots=True, eq=False)
class ReportedChange:
    """One change in words."""

    change: LadderChange
    headline: str
    place: str  # "AI/ML Engineer › P3"
    before: str
    after: str
    phrases: Phrases = ENGLISH  # of the headline

    @property
    def effect(self) -> Effect:
        """The effect on people."""
        return self.change.effect

    @property
    def is_in_headline(self) -> bool:
        """Whether the headline says everything that the texts would."""
        change = self.change
        if change.detail.is_structural or change.kind in ("renamed", "reordered"):
            return True
        spec = spec_of(change)
        if spec is not None and spec.shape == "skills":
            return all(isinstance(use, str | RatedSkill) for use in (change.before, change.after))
        return self.headline.endswith(f" {self.arrow}")

    @property
    def arrow(self) -> str:
        """The texts before and after in one line."""
        return arrow_text(self.before, self.after, self.phrases)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The words that stayed, were removed and were added."""
        if self.change.kind in ("changed", "renamed"):
            return word_marks(self.before, self.after)
        if self.before == self.after:
            return (Mark("same", self.after),) if self.after else ()
        removed = (Mark("gone", self.before),) if self.before else ()
        return (*removed, *((Mark("new", self.after),) if self.after else ()))


@dataclass(frozen=True, slots=True, eq=False)
class ReportedGroup:
    """The changes of one place."""

    place: str
    changes: tuple[ReportedChange, ...]


def reported_changes(
    changes: Iterable[LadderChange],
    old: Ladder,
    new: Ladder,
    phrases: Phrases = ENGLISH,
    *,
    names_family: bool = True,
) -> Iterator[ReportedChange]:
    """Yield changes in words, in their order.

    Args:
        changes: The changes between the two ladders, in the order wanted.
        old: The ladder before.
        new: The ladder after.
        phrases: The words of a language.
        names_family: Whether a move inside a family names it.
    """
    for change in changes:
        yield ReportedChange(
            change,
            headline(change, old, new, phrases, names_family=names_family),
            place_words(change, old, new, phrases),
            before_text(change, old, phrases),
            after_text(change, new, phrases),
            phrases,
        )


def reported_groups(
    changes: Iterable[LadderChange], old: Ladder, new: Ladder
) -> tuple[ReportedGroup, ...]:
    """Return changes in words, those of one place together, in their order.

    Args:
        changes: The changes between the two ladders, in the order wanted.
        old: The ladder before.
        new: The ladder after.
    """
    reported = reported_changes(changes, old, new)
    found = groupby(reported, key=lambda one: one.place)
    return tuple(ReportedGroup(place, tuple(inside)) for place, inside in found)


def groups_of_levels(
    changes: Iterable[LadderChange], old: Ladder, new: Ladder
) -> tuple[ReportedGroup, ...]:
    """Return the same as `reported_groups`, with the same edit of several levels reported once.

    It stands where the first of them is, and its place names them all: "Baker › P2, P3, P4".

    Args:
        changes: The changes between the two ladders, in the order wanted.
        old: The ladder before.
        new: The ladder after.
    """
    first: dict[object, ReportedChange] = {}
    levels: dict[object, list[str]] = {}
    for one in reported_changes(changes, old, new):
        key = _same_edit(one)
        first.setdefault(key, one)
        levels.setdefault(key, []).append(one.place.rpartition(SEPARATOR)[2])
    merged = [
        replace(one, place=SEPARATOR.join((*one.place.split(SEPARATOR)[:-1], names)))
        if len(levels[key]) > 1
        else one
        for key, one in first.items()
        for names in (", ".join(dict.fromkeys(levels[key])),)
    ]
    found = groupby(merged, key=lambda one: one.place)
    return tuple(ReportedGroup(place, tuple(inside)) for place, inside in found)


def _same_edit(one: ReportedChange) -> object:
    return same_edit(one.change, one.headline, one.before, one.after) or id(one)


def same_edit(change: LadderChange, headline: str, before: str, after: str) -> Hashable:
    """Return what the same edits of several levels have in common; None for another change.

    Args:
        change: The change.
        headline: What it is called.
        before: The text before.
        after: The text after.
    """
    listed = change.kind in ("added", "removed", "changed") and not change.detail.is_structural
    if not listed or not change.address.parent or change.field.name == "pay":
        return None
    texts = (headline, before, after, change.effect, change.reason)
    return (change.kind, change.address.family, change.field.list_path, *texts)
