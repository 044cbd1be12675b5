"""What a diff tells: the kind of each change, its place, what it folds into one."""

from typing import Any

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_words import (
    after_text,
    before_text,
    group_key,
    headline,
    place_words,
    totals,
)
from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.lists import move_items
from laddereditor.edits.references import rename, rename_name
from laddereditor.edits.structure import move
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from tests.edits.samples import DATA_P3, RAW, sample


def changes_of(new: Ladder, old: Ladder | None = None) -> tuple[LadderChange, ...]:
    """The changes from the sample; all of them taken give the new ladder."""
    before = old or sample()
    found = diff(before, new)
    assert apply(found, before) == new
    return found


def reported(new: Ladder, old: Ladder | None = None) -> list[tuple[str, str, str]]:
    return [(c.kind, c.address, c.field) for c in changes_of(new, old)]


def headlines(new: Ladder, old: Ladder | None = None) -> list[str]:
    before = old or sample()
    return [headline(change, before, new) for change in changes_of(new, before)]


def with_p3(**fields: Any) -> Ladder:
    data, *others = RAW["families"]
    p2, p3 = data["profiles"]
    return Ladder.model_validate(
        {**RAW, "families": [{**data, "profiles": [p2, {**p3, **fields}]}, *others]}
    )


def p3_with(statements: list[Any]) -> Ladder:
    return with_p3(responsibilities=statements)


_BUILDS, _REVIEWS, _MENDS = RAW["families"][0]["profiles"][1]["responsibilities"]


def test_that_an_added_statement_is_at_its_new_place() -> None:
    new = p3_with([_BUILDS, "Plans the quarter", _REVIEWS, _MENDS])
    assert reported(new) == [("added", DATA_P3, "responsibilities/1")]
    assert headlines(new) == ["Responsibility added"]


def test_that_a_removed_statement_is_at_its_old_place() -> None:
    assert reported(p3_with([_BUILDS, _REVIEWS])) == [("removed", DATA_P3, "responsibilities/2")]


def test_that_a_reworded_statement_has_both_texts() -> None:
    new = p3_with(["Builds large pipelines", _REVIEWS, _MENDS])
    (change,) = changes_of(new)
    assert (change.kind, change.field) == ("changed", "responsibilities/0")
    assert (before_text(change), after_text(change)) == (_BUILDS, "Builds large pipelines")


def test_that_one_item_that_moved_is_not_a_new_order() -> None:
    (change,) = changes_of(p3_with([_MENDS, _BUILDS, _REVIEWS]))
    assert (change.kind, change.field) == ("moved", "responsibilities/0")
    assert change.origin == f"{DATA_P3}/responsibilities/2"


def test_that_a_moved_and_reworded_statement_is_both() -> None:
    new = p3_with(["Mends what breaks at night", _BUILDS, _REVIEWS])
    assert [kind for kind, _, _ in reported(new)] == ["moved", "changed"]


def test_that_a_sorted_list_is_one_new_order() -> None:
    titles = ["E", "D", "C", "B", "A"]
    old = with_p3(titles=titles)
    assert reported(with_p3(titles=sorted(titles)), old) == [("reordered", DATA_P3, "titles")]


def test_that_a_statement_that_moved_to_another_list_is_a_move() -> None:
    new = with_p3(responsibilities=[_BUILDS, _REVIEWS], qualifications=[_MENDS])
    (change,) = changes_of(new)
    assert (change.kind, change.field) == ("moved", "qualifications/0")
    assert change.origin == f"{DATA_P3}/responsibilities/2"


def test_that_a_statement_that_moved_to_another_family_is_a_move() -> None:
    raw = to_raw(with_p3(responsibilities=[_BUILDS, _REVIEWS]))
    raw["families"][1]["profiles"][0]["responsibilities"] = [_MENDS]
    new = Ladder.model_validate(raw)
    (change,) = changes_of(new)
    assert (change.kind, change.address) == ("moved", "families/web/P1")
    assert headline(change, sample(), new) == "Responsibility moved here from Data Engineer › P3"


def test_that_a_competency_taken_up_by_a_moved_statement_needs_no_change_of_its_own() -> None:
    expected = {"stewardship": ["Keeps it clean"], "communication": [_MENDS]}
    new = with_p3(
        responsibilities=[_BUILDS, _REVIEWS], expectations={**expected, "delivery": ["Ships data"]}
    )
    assert reported(new) == [("moved", DATA_P3, "expectations/communication/0")]


def test_that_a_split_statement_holds_both_halves() -> None:
    whole = "Plans the migration of customer data and trains regional support staff"
    halves = ["Plans the migration of customer data", "Trains regional support staff"]
    (change,) = changes_of(p3_with([*halves, _MENDS]), p3_with([whole, _MENDS]))
    assert (change.kind, change.division) == ("changed", "split")
    assert (change.before, change.after) == (whole, tuple(halves))
    (back,) = changes_of(p3_with([whole, _MENDS]), p3_with([*halves, _MENDS]))
    assert (back.division, back.before) == ("joined", tuple(halves))


def test_that_a_level_rename_is_one_change_with_its_references() -> None:
    new = rename(sample(), Address("levels/P3"), "P4").change(sample())
    (change,) = changes_of(new)
    assert (change.kind, change.address, change.field) == ("renamed", "levels/P4", "id")
    assert (change.before, change.after, change.origin) == ("P3", "P4", "levels/P3")
    assert change.references == 1
    assert headline(change, sample(), new) == "Level P3 renamed to P4 (1 place follows)"


def test_that_a_rename_is_found_where_the_content_changed_too() -> None:
    raw = to_raw(rename(sample(), Address("skills/mentoring"), "coaching").change(sample()))
    raw["skills"][0]["description"] = "Helps others grow"
    new = Ladder.model_validate(raw)
    assert reported(new) == [
        ("renamed", "skills/coaching", "id"),
        ("added", "skills/coaching", "description"),
    ]


def test_that_another_skill_in_its_place_is_no_rename() -> None:
    raw = to_raw(sample())
    raw["skills"][3] = {"id": "welding", "name": "Welding", "category": "Crafts"}
    raw["families"][1]["profiles"][0]["skills"] = ["welding"]
    kinds = sorted(kind for kind, _, _ in reported(Ladder.model_validate(raw)))
    assert kinds == ["added", "added", "removed", "removed"]


def test_that_a_name_is_renamed_and_a_title_changed() -> None:
    new = rename_name(sample(), Address("skills/sql"), "Queries").change(sample())
    assert reported(new) == [("renamed", "skills/sql", "name")]
    assert headlines(new) == ["Skill renamed: SQL → Queries"]
    assert reported(with_p3(title="Mender")) == [("changed", DATA_P3, "title")]


def test_that_a_profile_goes_to_another_family_with_one_change() -> None:
    new = move(sample(), [DATA_P3], Address("families/hr"), 0).change(sample())
    # The competency that it is expected under comes along.
    found = [(c.kind, c.address, c.origin) for c in changes_of(new)]
    assert found == [
        ("added", "families/hr/competencies/stewardship", ""),
        ("moved", "families/hr/P3", DATA_P3),
    ]


def test_that_a_profile_goes_to_another_level_with_one_change() -> None:
    new = rename(sample(), DATA_P3, "M1").change(sample())
    assert reported(new) == [("moved", "families/data/M1", "")]
    assert headlines(new) == ["Profile P3 Senior Data Engineer moved to M1"]


def test_that_a_competency_goes_from_a_family_to_the_ladder() -> None:
    raw = to_raw(sample())
    raw["competencies"].append(raw["families"][0]["competencies"].pop())
    assert reported(Ladder.model_validate(raw)) == [("moved", "competencies/stewardship", "")]


def test_that_a_moved_family_is_a_move_of_one() -> None:
    new = move(sample(), [Address("families/hr")], Address(), 0).change(sample())
    assert reported(new) == [("moved", "families/hr", "")]


def test_that_reversed_levels_are_one_new_order() -> None:
    raw = to_raw(sample())
    raw["levels"].reverse()
    new = Ladder.model_validate(raw)
    assert reported(new) == [("reordered", "", "levels")]
    assert headlines(new) == ["Levels put in another order"]


def test_that_a_skill_is_reported_by_its_name_and_steps() -> None:
    skills = [{"skill": "mentoring", "proficiency": "expert"}, "sql"]
    new = with_p3(skills=[*skills, {"skill": "mentorship", "proficiency": "expert"}])
    assert headlines(new) == ["Skill Mentoring: Working → Expert"]


def test_that_the_rest_of_the_file_counts_too() -> None:
    raw = to_raw(sample())
    raw["checks"]["rules"] = {"skill-count": "off"}
    raw["history"] = [{"version": "1.0.0"}]
    raw["notes"] = "Ask the works council"
    raw["x-house"] = [1, 2]
    assert reported(Ladder.model_validate(raw)) == [
        ("added", "", "notes"),
        ("added", "", "checks/rules/skill-count"),
        ("added", "", "history/0"),
        ("added", "", "x-house"),
    ]


def test_that_the_order_of_keys_is_no_change() -> None:
    raw = to_raw(sample())
    raw["levels"][2]["factors"] = dict(reversed(raw["levels"][2]["factors"].items()))
    assert diff(sample(), Ladder.model_validate(raw)) == ()


def test_that_what_is_shared_is_not_looked_at() -> None:
    class Guard(tuple[Any, ...]):
        def __eq__(self, other: object) -> bool:
            raise AssertionError("compared")

        __hash__ = None  # type: ignore[assignment]

    ladder = sample()
    families = Guard(ladder.families)
    old = ladder.model_copy(update={"families": families})
    new = ladder.model_copy(update={"families": families, "name": "Other"})
    assert [change.field for change in diff(old, new)] == ["name"]


def test_that_changes_come_in_reading_order() -> None:
    raw = to_raw(with_p3(title="T", summary="S", responsibilities=["New", _BUILDS, _REVIEWS]))
    raw["levels"][0]["name"] = "First"
    raw["description"] = "D"
    raw["families"].pop()
    assert reported(Ladder.model_validate(raw)) == [
        ("added", "", "description"),
        ("renamed", "levels/P1", "name"),
        ("changed", DATA_P3, "title"),
        ("added", DATA_P3, "summary"),
        ("added", DATA_P3, "responsibilities/0"),
        ("removed", DATA_P3, "responsibilities/2"),
        ("removed", "families/hr", ""),
    ]


def test_that_places_and_groups_are_named() -> None:
    new = p3_with([_BUILDS, _REVIEWS, _MENDS, "Leads"])
    (change,) = changes_of(new)
    assert place_words(change, sample(), new) == "Data Engineer › P3"
    assert group_key(change) == ("families/data", "P3")
    assert totals([change]) == "1 raises the bar in 1 family"


def test_that_moved_items_follow_one_another() -> None:
    new = move_items(sample(), DATA_P3, "responsibilities", [1, 2], 0).change(sample())
    # A finding that was accepted at one of them follows it.
    assert reported(new) == [
        ("changed", "", "checks/accepted/1"),
        ("moved", DATA_P3, "responsibilities/2"),
    ]


def test_that_a_family_that_is_split_gives_profiles_to_the_new_one() -> None:
    raw = to_raw(p3_with([_BUILDS, _REVIEWS, _MENDS]))
    moved = raw["families"][0]["profiles"].pop()
    moved["expectations"].pop("stewardship")
    raw["families"].append(
        {"id": "ops", "name": "Operations", "profiles": [{"level": "P1"}, moved]}
    )
    found = [(c.kind, c.address, c.origin) for c in changes_of(Ladder.model_validate(raw))]
    assert ("added", "families/ops", "") in found
    assert ("moved", "families/ops/P3", DATA_P3) in found
    assert ("added", "families/ops/P3", "") not in found


def test_that_a_family_that_is_dissolved_gives_its_profiles_away() -> None:
    raw = to_raw(sample())
    data = raw["families"].pop(0)
    raw["families"][1]["competencies"] = data["competencies"]
    raw["families"][1]["profiles"] = data["profiles"]
    found = [(c.kind, c.address, c.origin) for c in changes_of(Ladder.model_validate(raw))]
    assert ("moved", "families/hr/P3", DATA_P3) in found
    assert ("removed", "families/data", "") in found


def test_that_a_comment_names_its_place_in_words() -> None:
    comment = {"at": f"{DATA_P3}/responsibilities/1", "author": "Ines", "text": "Of whom?"}
    new = Ladder.model_validate(RAW | {"comments": [comment]})
    (change,) = changes_of(new)
    assert "Where: Data Engineer › P3 › Responsibilities 2\n" in after_text(change, new)
