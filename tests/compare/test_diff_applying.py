"""Taking changes: all of them, one alone, all but one."""

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from laddereditor.compare.diff.applying.applying import (
    apply,
    dependencies_of,
    with_dependencies,
    without,
)
from laddereditor.compare.diff.applying.taking import take
from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_entry, set_field
from laddereditor.edits.references import rename, rename_name
from laddereditor.edits.structure import delete
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.rules.check import check
from tests.edits.random_edits import places, random_edit
from tests.edits.samples import DATA_P3, RAW, profile, sample
from tests.examples import examples
from tests.strategies import ladders

random_ladders = settings(
    max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck)
)


@st.composite
def edited(draw: Any) -> tuple[Ladder, Ladder]:
    """A ladder, and what a few edits made of it."""
    before = after = draw(ladders())
    for _ in range(draw(st.integers(0, 4))):
        try:
            after = draw(random_edit(after)).change(after)
        except EditRefused:
            continue
    return before, after


def broken_references(ladder: Ladder) -> set[tuple[str, str]]:
    return {
        (finding.rule, finding.message)
        for finding in check(ladder).findings
        if finding.rule.startswith(("unknown-", "duplicate-id"))
    }


@random_ladders
@given(edited())
def test_that_all_changes_make_the_new_ladder_of_the_old(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    assert apply(diff(old, new), old) == new


@random_ladders
@given(ladders(), ladders())
def test_that_it_holds_for_ladders_that_have_nothing_to_do_with_each_other(
    old: Ladder, new: Ladder
) -> None:
    assert apply(diff(old, new), old) == new


@random_ladders
@given(ladders())
def test_that_a_ladder_read_again_is_the_same(ladder: Ladder) -> None:
    assert diff(ladder, Ladder.model_validate(ladder.model_dump())) == ()


@random_ladders
@given(edited())
def test_that_any_change_can_be_taken_with_what_it_needs(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    changes = diff(old, new)
    known = broken_references(old) | broken_references(new)
    for change in changes:
        taken = apply(with_dependencies([change], changes), old)
        assert broken_references(taken) <= known


@random_ladders
@given(edited())
def test_that_any_change_can_be_undone(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    changes = diff(old, new)
    known = broken_references(old) | broken_references(new)
    for change in changes:
        assert broken_references(without(changes, [change], old)) <= known


any_two = edited() | st.tuples(ladders(), ladders())


@random_ladders
@given(any_two)
def test_that_a_change_taken_alone_is_never_refused(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    changes = diff(old, new)
    for change in changes:
        into = change.address.rpartition("/")[0]
        # What moves into a family that is new cannot come without it, and what takes an id that
        # another entry has cannot come before that one gives it away.
        if not any(
            (one.kind == "added" and one.address == into)
            or (one.kind == "renamed" and one is not change and one.origin == change.address)
            for one in changes
        ):
            apply([change], old)


@random_ladders
@given(any_two, st.data())
def test_that_some_changes_leave_no_reference_broken(
    pair: tuple[Ladder, Ladder], data: st.DataObject
) -> None:
    old, new = pair
    changes = diff(old, new)
    some = [change for change in changes if data.draw(st.booleans())]
    known = broken_references(old) | broken_references(new)
    assert broken_references(apply(with_dependencies(some, changes), old)) <= known
    assert broken_references(without(changes, some, old)) <= known


@random_ladders
@given(any_two)
def test_that_taking_change_by_change_ends_at_the_new_ladder(pair: tuple[Ladder, Ladder]) -> None:
    now, new = pair
    most = 3 * len(diff(now, new)) + 10
    for _ in range(most):
        changes = diff(now, new)
        if not changes:
            break
        # The checks as a whole can go only after the entries that they are about.
        next_one = changes[-1] if changes[0].field == "checks" else changes[0]
        now = apply(with_dependencies([next_one], changes), now)
    assert now == new


@random_ladders
@given(ladders(), st.data())
def test_that_a_rename_is_one_change(ladder: Ladder, data: st.DataObject) -> None:
    found = places(ladder, "level", "skill", "factor", "proficiency", "competency", "track")
    assume(found)
    address = data.draw(st.sampled_from(found))
    new_id = "P9" if address.startswith("levels/") else "quite-new"
    changes = diff(ladder, rename(ladder, Address(address), new_id).change(ladder))
    assert [(change.kind, change.field, change.origin) for change in changes] == [
        ("renamed", "id", address)
    ]


# -- by hand --------------------------------------------------------------------------------------


def changed(**raw: Any) -> tuple[Ladder, Ladder]:
    """The sample, and the sample with some of its lists replaced."""
    return sample(), Ladder.model_validate({**RAW, **raw})


def with_p3(**fields: Any) -> tuple[Ladder, Ladder]:
    """The sample, and the sample with fields of one profile replaced."""
    data, *others = RAW["families"]
    p2, p3 = data["profiles"]
    return changed(families=[{**data, "profiles": [p2, {**p3, **fields}]}, *others])


def test_that_a_change_speaks_of_the_old_id_where_the_rename_is_left_out() -> None:
    old = sample()
    new = rename(old, Address("levels/P3"), "P4").change(old)
    new = set_entry(new, Address("levels/P4"), "factors", "scope", "Programs").change(new)
    new = set_field(new, Address("families/data/P4"), "summary", "Mends").change(new)
    changes = diff(old, new)
    kept = [change for change in changes if change.kind != "renamed"]
    taken = apply(kept, old)
    assert profile(taken).summary == "Mends"
    assert taken.levels[2].factors["scope"] == "Programs"
    assert taken == without(changes, [c for c in changes if c.kind == "renamed"], old)


def test_that_ids_can_change_places() -> None:
    old = sample()
    raw = to_raw(old)
    for skill in raw["skills"]:
        skill["id"] = {"sql": "python", "python": "sql"}.get(skill["id"], skill["id"])
    new = Ladder.model_validate(raw)
    assert apply(diff(old, new), old) == new


def test_that_a_use_of_a_new_skill_brings_the_skill_along() -> None:
    old, new = changed(
        skills=[*RAW["skills"], {"id": "etl", "name": "ETL"}],
        families=[
            {**RAW["families"][0], "profiles": [{"level": "P2", "skills": ["sql", "etl"]}]},
            *RAW["families"][1:],
        ],
    )
    changes = diff(old, new)
    use = next(change for change in changes if change.field == "skills/1")
    assert [change.address for change in dependencies_of(use, changes)] == ["skills/etl"]


def test_that_a_skill_goes_only_with_its_uses() -> None:
    old = sample()
    new = delete(old, [Address("skills/sql")], uses="remove").change(old)
    changes = diff(old, new)
    gone = next(change for change in changes if change.address == "skills/sql")
    assert {change.address for change in dependencies_of(gone, changes)} == {
        "families/data/P2",
        "families/data/P3",
    }


def test_that_a_statement_that_was_edited_since_is_not_overwritten() -> None:
    old, new = with_p3(responsibilities=["Builds pipelines", "Reviews code", "Mends what breaks"])
    changes = diff(old, new)
    mine = with_p3(responsibilities=["Builds pipelines", "Gives away", "Mends what breaks"])[1]
    with pytest.raises(EditRefused, match="Data Engineer › P3 › Responsibilities"):
        apply(changes, mine)


def test_that_a_field_that_was_edited_since_is_not_overwritten() -> None:
    old, new = with_p3(title="Data Engineer III")
    mine = with_p3(title="Mine")[1]
    with pytest.raises(EditRefused, match="has been changed since"):
        apply(diff(old, new), mine)


def test_that_an_entry_that_was_edited_since_is_not_removed() -> None:
    old, new = changed(skills=RAW["skills"][:3])
    mine = rename_name(old, Address("skills/python"), "Python 3").change(old)
    with pytest.raises(EditRefused, match="has changed since the comparison"):
        apply(diff(old, new), mine)


def test_that_an_addition_is_beside_its_neighbour_in_a_list_that_changed() -> None:
    old, new = with_p3(
        responsibilities=["Builds pipelines", "New", "Reviews work", "Mends what breaks"]
    )
    added = [change for change in diff(old, new) if change.kind == "added"]
    mine = with_p3(responsibilities=["First of mine", "Builds pipelines", "Last of mine"])[1]
    assert profile(apply(added, mine)).responsibilities == (
        "First of mine",
        "Builds pipelines",
        "New",
        "Last of mine",
    )


def test_that_taking_says_which_addresses_moved() -> None:
    old = sample()
    new = rename(old, Address("levels/P3"), "P4").change(old)
    edit = take(diff(old, new), "Take a rename")
    assert edit.change(old) == new
    assert edit.moved == {"levels/P3": "levels/P4", DATA_P3: "families/data/P4"}
    assert edit.label == "Take a rename"


def test_that_two_of_one_id_are_not_mixed_up() -> None:
    twice = [*RAW["skills"], {"id": "sql", "name": "Another SQL"}]
    old, new = changed(skills=twice)
    assert apply(diff(old, new), old) == new
    assert apply(diff(new, old), new) == old


def test_that_unknown_keys_come_and_go() -> None:
    old, new = with_p3(**{"x-team": {"lead": "A"}, "pay": {"status": "published", "x-y": 1}})
    assert apply(diff(old, new), old) == new
    assert apply(diff(new, old), new) == old


def test_that_an_id_is_removed_only_with_the_entry_that_takes_it() -> None:
    def ladder(*skills: dict[str, str]) -> Ladder:
        family = {"id": "f", "name": "F", "profiles": [{"level": "P1", "skills": ["delivery"]}]}
        head = {"laddereditor": 1, "id": "x", "name": "X", "levels": [{"id": "P1"}]}
        return Ladder.model_validate({**head, "skills": skills, "families": [family]})

    craft = {"name": "Craft", "description": "Knows the material and the tools by heart"}
    old = ladder({"id": "delivery", "name": "Delivery"}, {"id": "craft", **craft})
    new = ladder({"id": "delivery", **craft})
    changes = diff(old, new)
    (gone,) = [change for change in changes if change.kind == "removed"]
    assert "renamed" in {change.kind for change in with_dependencies([gone], changes)}
    known = broken_references(old) | broken_references(new)
    assert broken_references(apply(with_dependencies([gone], changes), old)) <= known
