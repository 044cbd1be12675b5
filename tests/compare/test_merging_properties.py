"""What holds for the merge of any two ladders with the one they come from."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from laddereditor.compare.merge.merging import merge, resolve
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.model.address import walk
from laddereditor.model.family import Profile
from laddereditor.model.kinds import COLLECTIONS, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import statement_text
from laddereditor.storage.files.document import new_document, read_text, update
from tests.edits.random_edits import random_edit
from tests.examples import examples
from tests.strategies import filled_lines, ladders


@st.composite
def sides(draw: st.DrawFn) -> tuple[Ladder, Ladder, Ladder]:
    """A ladder, and what two people made of it by random edits."""
    base = draw(ladders())
    return base, _edited(draw, base), _edited(draw, base)


def _edited(draw: Callable[..., Any], ladder: Ladder) -> Ladder:
    for _ in range(draw(st.integers(0, 4))):
        try:
            ladder = draw(random_edit(ladder)).change(ladder)
        except EditRefused:
            continue
    return ladder


def _statements(value: object) -> Iterator[str]:
    """Yield the text of every statement anywhere in a ladder or an entry."""
    if isinstance(value, Ladder):
        for _, entity in walk(value):
            yield from _statements_of(entity)
    elif value is not None:
        yield from _statements_of(value)


def _statements_of(entity: object) -> Iterator[str]:
    if isinstance(entity, Profile):
        for one in (*entity.responsibilities, *entity.qualifications):
            yield statement_text(one)
    if isinstance(entity, Profile | Level):
        for each in entity.expectations.values():
            yield from map(statement_text, each)


@given(ladders(), st.data())
@settings(max_examples=examples(60))
def test_that_what_one_side_did_is_taken_whole(base: Ladder, data: st.DataObject) -> None:
    side = _edited(data.draw, base)
    for result in (merge(base, base, side), merge(base, side, base), merge(base, side, side)):
        assert result.ladder == side
        assert not result.conflicts


@given(sides())
@settings(max_examples=examples(200))
def test_that_no_statement_is_lost(three: tuple[Ladder, Ladder, Ladder]) -> None:
    base, ours, theirs = three
    merged = merge(base, ours, theirs)
    known = set(_statements(base))
    there = list(_statements(merged.ladder))
    asked = " ".join(repr(value) for c in merged.conflicts for value in (c.base, c.ours, c.theirs))
    for side in (ours, theirs):
        for text in set(_statements(side)) - known:
            assert text in there or repr(text)[1:-1] in asked or _is_part_of_one(text, there)


def _is_part_of_one(text: str, there: list[str]) -> bool:
    """Whether all words of a statement are in one that the other side reworded too."""
    words = Counter(text.split())
    return any(not words - Counter(one.split()) for one in there)


@given(sides())
@settings(max_examples=examples(100))
def test_that_every_conflict_can_be_resolved_for_either_side(
    three: tuple[Ladder, Ladder, Ladder],
) -> None:
    base, ours, theirs = three
    for side in ("ours", "theirs"):
        merged = merge(base, ours, theirs)
        count = len(merged.conflicts) * 3 + 3
        while merged.conflicts and count:
            conflict = merged.conflicts[-1]
            merged = resolve(merged, conflict, getattr(conflict, side))
            count -= 1
        assert not merged.conflicts


@given(sides())
@settings(max_examples=examples(100))
def test_that_the_sides_swapped_bring_the_same_statements(
    three: tuple[Ladder, Ladder, Ladder],
) -> None:
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    # How many depends on what stands at the open ones meanwhile, which is ours.
    assert bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert Counter(_statements(one.ladder)) == Counter(_statements(other.ladder))


@given(ladders(), st.data())
@settings(max_examples=examples(150))
def test_that_edits_of_different_entries_are_both_done_in_either_order(
    base: Ladder, data: st.DataObject
) -> None:
    places = [address for address, entity in walk(base) if kind_of(entity)]
    assume(len(places) > 1)
    one, other = data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True))
    words = data.draw(st.tuples(filled_lines, filled_lines))
    mine = set_field(base, one, "notes", words[0])
    theirs = set_field(base, other, "notes", words[1])
    ours = mine.change(base)
    both = set_field(ours, other, "notes", words[1]).change(ours)
    for merged in (
        merge(base, ours, theirs.change(base)),
        merge(base, theirs.change(base), ours),
    ):
        assert merged.ladder == both
        assert not merged.conflicts


@given(sides())
@settings(max_examples=examples(100))
def test_that_ids_stay_unique_and_the_written_text_holds_the_merge(
    three: tuple[Ladder, Ladder, Ladder],
) -> None:
    merged = merge(*three).ladder
    for name, kind in COLLECTIONS.items():
        keys = [getattr(entity, kind.key) for entity in getattr(merged, name)]
        assert len(keys) == len(set(keys))
    assert read_text(update(new_document(three[1]), merged).text).ladder == merged
