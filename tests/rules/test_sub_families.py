"""Findings about sub-families."""

from typing import Any

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding
from tests.edits.family_tree import changed, changed_family
from tests.rules.good import raw

BAD = ("unknown-parent", "parent-circle", "parent-level", "replaced-list")


def ladder() -> Ladder:
    """The good ladder, with a sub-family that has only profiles with a level."""
    made = raw()
    (family,) = made["families"][:1]
    levels = [{"level": one["level"]} for one in family["profiles"]]
    sub: dict[str, Any] = {"id": "sub", "name": "Sub", "summary": "Focus", "parent": family["id"]}
    made["families"] = [family, {**sub, "profiles": levels}]
    return Ladder.model_validate(made)


def found(ladder: Ladder) -> list[Finding]:
    return [one for one in check(ladder).findings if one.rule in BAD]


def test_that_a_profile_that_inherits_everything_misses_nothing() -> None:
    assert not check(ladder()).findings


def test_that_what_a_profile_replaces_is_missed() -> None:
    bare = changed(ladder(), 1, replaces=("skills", "responsibilities"))
    rules = {(one.rule, one.address) for one in check(bare).findings}
    place = f"families/sub/{bare.families[1].profiles[0].level}"
    assert ("empty-skills", place) in rules
    bare = changed(bare, 1, replaces=("responsibilities", "expectations"))
    rules = {(one.rule, one.address) for one in check(bare).findings}
    assert ("empty-responsibilities", place) in rules


def test_that_an_edit_of_the_parent_is_seen_in_the_sub_family() -> None:
    before = check(ladder())
    emptied = changed(ladder(), 0, skills=())
    rules = [(one.rule, one.address) for one in check(emptied, before).findings]
    assert [rule for rule, address in rules if address.startswith("families/sub/")] == [
        "empty-skills"
    ]


def test_that_a_parent_that_is_gone_is_a_finding_with_ways_out() -> None:
    good = ladder()
    bad = changed_family(good, 1, parent=good.families[0].id + "s")
    (one,) = found(bad)
    assert (one.rule, one.field) == ("unknown-parent", "parent")
    assert "Did you mean" in one.message or "did you mean" in one.message
    assert [fix.label for fix in one.fixes][-1] == "Take it out of the parent"
    assert one.fixes[0].edit(bad).change(bad).families[1].parent == good.families[0].id


def test_that_every_family_of_a_circle_has_a_finding() -> None:
    bad = changed_family(ladder(), 0, parent="sub")
    circle = [one for one in found(bad) if one.rule == "parent-circle"]
    assert [one.address for one in circle] == [f"families/{one.id}" for one in bad.families]
    assert circle[0].fixes[0].edit(bad).change(bad).families[0].parent == ""
    itself = changed_family(ladder(), 0, parent=ladder().families[0].id)
    assert "its own parent" in next(one.message for one in found(itself))


def test_that_a_level_that_the_parent_lacks_is_said() -> None:
    good = ladder()
    fewer = changed_family(good, 0, profiles=good.families[0].profiles[1:])
    (one,) = [one for one in found(fewer) if one.rule == "parent-level"]
    assert one.address == f"families/sub/{good.families[1].profiles[0].level}"


def test_that_only_lists_are_replaced() -> None:
    (one,) = found(changed(ladder(), 1, replaces=("skill",)))
    assert one.field == "replaces/0"
    assert [fix.label for fix in one.fixes] == ["Change to skills", "Remove it"]
    (alone,) = found(changed(ladder(), 0, replaces=("skills",)))
    assert "no parent" in alone.message


def test_that_competencies_of_a_parent_are_known() -> None:
    good = ladder()
    (own,) = good.families[0].competencies[:1]
    known = changed(good, 1, expectations={own.id: ("Keeps it clean here",)})
    assert "unknown-competency" not in {one.rule for one in check(known).findings}
