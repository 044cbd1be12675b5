"""What holds for every edit, in any order, on any ladder."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from laddereditor.edits.draft import Draft
from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.edits.mapping import references
from laddereditor.model.address import Address, walk
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.kinds import KINDS, all_profiles, kind_of
from laddereditor.model.ladder import AcceptedFinding, Ladder
from laddereditor.model.raw import to_raw
from tests.edits.random_edits import BUILDERS, Builder
from tests.edits.samples import sample
from tests.examples import examples
from tests.finding import entity_at
from tests.strategies import ladders

EXAMPLES = 10  # for each builder


def tagged(ladder: Ladder) -> Ladder:
    """The ladder with a note in every entity that tells it from all others."""
    draft = Draft(ladder)
    node_lists = [draft.node_list(kind) for kind in KINDS if kind != "profile"]
    node_lists += [
        draft.node_list(kind, family)
        for family in draft.node_list("family").nodes
        for kind in ("profile", "competency")
    ]
    for number, node in enumerate(node for node_list in node_lists for node in node_list.nodes):
        node.change(notes=f"#{number}")
    return draft.edit("Tag").change(ladder)


def notes_of(entity: Entity) -> str:
    return str(getattr(entity, "notes", ""))


def dangling(ladder: Ladder) -> list[tuple[str, str]]:
    ids = {
        kind: {getattr(entity, "id", "") for entity in getattr(ladder, KINDS[kind].collection)}
        for kind in KINDS
        if kind != "profile"
    }
    own = {
        id(profile): {competency.id for competency in family.competencies}
        for family, profile in all_profiles(ladder)
    }
    return [
        (address, key)
        for address, entity in walk(ladder)
        for kind in ids
        for _, key in references(entity, kind)
        if key not in ids[kind] and not (kind == "competency" and key in own.get(id(entity), ()))
    ]


def check_moved(before: Ladder, after: Ladder, edit: Edit) -> None:
    now = dict(walk(after))
    survivors = {notes_of(entity) for entity in now.values()}
    back = {new: old for old, new in edit.moved.items()}
    assert len(back) == len(edit.moved)
    for address, entity in walk(before):
        if address and notes_of(entity) in survivors:
            place = follow(address, edit.moved)
            assert notes_of(now[place]) == notes_of(entity), (address, place, edit.moved)
            assert follow(place, back) == address
    assert set(edit.moved.values()) <= set(now)
    assert set(edit.moved) <= {address for address, _ in walk(before)}


def check_untouched(before: Ladder, after: Ladder, edit: Edit) -> None:
    now = dict(walk(after))
    for address, entity in walk(before):
        place = follow(address, edit.moved)
        if kind_of(entity) and place in now and now[place] == entity:
            assert now[place] is entity, address


def check_unique(ladder: Ladder) -> None:
    repeated = [address for address, _ in walk(ladder) if "~" in address]
    assert not repeated


def _accepted(ladder: Ladder) -> tuple[AcceptedFinding, ...]:
    return ladder.checks.accepted if ladder.checks else ()


def check_accepted(before: Ladder, after: Ladder, edit: Edit) -> None:
    """Accepted findings stay with their entity, or go with it."""
    there, here = dict(walk(before)), dict(walk(after))
    accepted = [at for finding in _accepted(before) if (at := Address(finding.at)) in there]
    notes = Counter(notes_of(there[at]) for at in accepted)
    now = [at for finding in _accepted(after) if (at := Address(finding.at)) in here]
    kept = Counter(notes_of(here[at]) for at in now)
    assert kept <= notes
    for at in accepted:
        place = follow(at, edit.moved)
        if place in here and notes_of(here[place]) == notes_of(there[at]):
            assert kept[notes_of(there[at])]


def check_step(ladder: Ladder, edit: Edit) -> Ladder:
    """Everything that holds for one edit of a tagged ladder; returns the ladder after it."""
    after = edit.change(ladder)
    assert 0 < len(edit.label) <= 60, edit.label
    assert Ladder.model_validate(to_raw(after)) == after
    assert dangling(after) == []
    check_unique(after)
    check_moved(ladder, after, edit)
    check_untouched(ladder, after, edit)
    check_accepted(ladder, after, edit)
    assert isinstance(entity_at(after, edit.select), Entity)
    return after


@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__.strip("_"))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=ladders() | st.just(sample()), data=st.data())
def test_that_an_edit_after_another_keeps_a_ladder_whole(
    build: Builder, start: Ladder, data: st.DataObject
) -> None:
    ladder = start
    for each in (data.draw(st.sampled_from(BUILDERS)), build, build):
        ladder = tagged(ladder)
        was = to_raw(ladder)
        try:
            edit = data.draw(st.composite(lambda draw, one=ladder, by=each: by(draw, one))())
        except EditRefused as refused:
            event(f"{each.__name__} refused")
            assert str(refused).endswith((".", "?"))
            continue
        event(each.__name__)
        ladder_after = check_step(ladder, edit)
        assert to_raw(ladder) == was
        ladder = ladder_after


@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(ladder=ladders())
def test_that_random_ladders_are_valid_and_whole(ladder: Ladder) -> None:
    assert dangling(ladder) == []
    check_unique(ladder)
    assert Ladder.model_validate(to_raw(ladder)) == ladder
    assert all(isinstance(family, Family) for family in ladder.families)


@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(ladder=ladders())
def test_that_an_edit_without_effect_gives_the_same_ladder(ladder: Ladder) -> None:
    assert Draft(ladder).edit("Nothing").change(ladder) is ladder
    draft = Draft(ladder)
    for kind in KINDS:
        list(draft.all_node_lists(kind))
    assert draft.edit("Nothing").change(ladder) is ladder
    assert evolve(ladder) is not ladder
