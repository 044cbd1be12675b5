"""Sub-families on pages, in the matrix and Compare, and in the effects of changes."""

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.dependencies import with_dependencies
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.titles.index import TitleIndex
from laddereditor.edits.fields import override, set_field
from laddereditor.edits.lists import insert_items
from laddereditor.edits.sub_families import leave_parent
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.reports.page.reader_page import page_of
from tests.edits.family_tree import ML_P2, VISION_P1, VISION_P2, changed, family_tree, stored

VISION, DUTIES = Address("families/vision"), FieldPath("responsibilities")


def cells(ladder: Ladder, field: str) -> list[tuple[str, str, str]]:
    rows = [row for row in matrix(ladder, VISION).rows if row.section == field and row.cells]
    return [(c.text, c.state, c.note) for c in (row.cells[1] for row in rows) if c.text]


def test_that_the_matrix_says_where_each_item_is_from() -> None:
    assert cells(family_tree(), "responsibilities") == [
        ("Reads images", "own", ""),
        ("Trains models", "inherited", "from Machine Learning P2"),
        ("Writes code", "inherited", "from Engineer P2"),
        ("Reviews code", "inherited", "from Engineer P2"),
    ]
    assert ("Builds software", "inherited", "from Engineer P2") in cells(family_tree(), "summary")
    assert ("Product", "inherited", "from Engineer P2") in cells(family_tree(), "factors")
    skills = [(text, note) for text, _, note in cells(family_tree(), "skills")]
    assert ("Any proficiency", "from Engineer P2") in skills
    assert not cells(family_tree(), "replaces")


def test_that_a_matrix_is_reused_as_it_would_be_made_again() -> None:
    ladder = family_tree()
    before = matrix(ladder, VISION)
    for after in (
        changed(ladder, 0, place=1, responsibilities=("Writes code",)),
        changed(ladder, 1, replaces=("responsibilities",)),
        changed(ladder, 1, title="Other"),
        override(ladder, VISION_P2, DUTIES).change(ladder),
        leave_parent(ladder, VISION).change(ladder),
    ):
        assert matrix(after, VISION, before=before).rows == matrix(after, VISION).rows


def test_that_a_sub_family_is_compared_by_all_that_it_says() -> None:
    ladder = family_tree()
    found = compare((Subject(ladder, ML_P2), Subject(ladder, VISION_P2)))
    rows = [row for section in found.sections for row in section.rows if row.cells]
    states = {row.cells[1].text: row.cells[1].state for row in rows}
    assert states["Writes code"] == "same"
    assert states["Reads images"] == "new"


def test_that_the_page_has_everything_and_the_key() -> None:
    ladder = family_tree()
    family = ladder.families[2]
    page = page_of(ladder, stored(ladder, VISION_P2), family)
    text = repr(page)
    for words in (
        "ENG.ML.VIS.P2",
        "Reads images",
        "Writes code",
        "Model Builder",
        "Keeps it clean",
    ):
        assert words in text
    assert page_of(ladder, stored(ladder, VISION_P1), family).sections
    assert "P2  Model Builder" in repr(page_of(ladder, family))


def effect(old: Ladder, new: Ladder) -> dict[str, LadderChange]:
    return {f"{change.address}/{change.field}": change for change in diff(old, new)}


def test_that_a_change_of_the_parent_says_whom_it_reaches() -> None:
    old = family_tree()
    new = insert_items(old, Address("families/engineer/P2"), DUTIES, -1, ("Tests",)).change(old)
    (change,) = diff(old, new)
    assert change.effect == "raises"
    assert change.reason.endswith("reaches 2 sub-families")
    own = override(old, ML_P2, DUTIES).change(old)
    new = insert_items(own, Address("families/engineer/P2"), DUTIES, -1, ("Tests",)).change(own)
    assert "reaches" not in diff(own, new)[0].reason


def test_that_an_override_asks_the_same_of_people() -> None:
    old = family_tree()
    new = override(old, VISION_P2, DUTIES).change(old)
    found = effect(old, new)
    assert {change.effect for change in found.values()} == {"neutral"}
    assert apply(diff(old, new), old) == new
    assert {change.effect for change in effect(new, old).values()} == {"neutral"}


def test_that_replacing_the_parents_list_lowers_what_is_asked() -> None:
    old = family_tree()
    new = changed(old, 2, place=1, replaces=("responsibilities",))
    (change,) = diff(old, new)
    assert (change.effect, change.reason) == ("lowers", "3 inherited items no longer asked for")
    assert diff(new, old)[0].effect == "raises"


def test_that_another_parent_is_an_unclear_change() -> None:
    old = family_tree()
    new = set_field(old, VISION, "parent", "engineer").change(old)
    (change,) = diff(old, new)
    assert change.effect == "unclear"


def test_that_an_own_text_is_judged_against_the_parents() -> None:
    old = family_tree()
    same = changed(old, 2, place=1, summary="Builds software")
    (change,) = diff(old, same)
    assert (change.effect, change.reason) == ("neutral", "repeats the inherited value")


def test_that_no_title_is_that_of_an_abstract_family() -> None:
    assert list(TitleIndex(family_tree()).families) == ["ml", "vision"]


# -- the ids of parents ---------------------------------------------------------------------------


def with_families(ladder: Ladder, *added: Family, **parents: str) -> Ladder:
    """Return a ladder with other parents, by family, and with added families."""
    families = (evolve(one, parent=parents.get(one.id, one.parent)) for one in ladder.families)
    return evolve(ladder, families=(*families, *added))


def renamed() -> Ladder:
    ladder = with_families(family_tree(), vision="machine")
    families = (evolve(f, id="machine" if f.id == "ml" else f.id) for f in ladder.families)
    return evolve(ladder, families=tuple(families))


def sub_family(**values: object) -> Family:
    return Family.model_validate({"id": "speech", "name": "Speech", **values})


def parents(ladder: Ladder) -> dict[str, str]:
    return {one.id: one.parent for one in ladder.families}


def test_that_another_id_of_a_parent_is_one_change_that_asks_nothing_new() -> None:
    (change,) = diff(family_tree(), renamed())
    assert (change.kind, change.effect, change.bump) == ("renamed", "neutral", "patch")
    assert change.references == 1
    assert apply((change,), family_tree()) == renamed()


def test_that_a_sub_family_that_was_added_meanwhile_follows_the_id_of_its_parent() -> None:
    base = family_tree()
    added = with_families(base, sub_family(parent="ml"))
    for merged in (merge(base, renamed(), added), merge(base, added, renamed())):
        assert not merged.conflicts
        assert parents(merged.ladder)["speech"] == "machine"


def test_that_a_parent_that_was_removed_meanwhile_is_asked_about() -> None:
    base = family_tree()
    added = with_families(base, sub_family(parent="ml"))
    removed = with_families(base, vision="")
    removed = evolve(removed, families=tuple(f for f in removed.families if f.id != "ml"))
    for merged in (merge(base, removed, added), merge(base, added, removed)):
        assert [one.address for one in merged.conflicts] == ["families/ml"]


def test_that_a_new_parent_comes_with_the_change_that_refers_to_it() -> None:
    old, new = family_tree(), with_families(family_tree(), sub_family(), vision="speech")
    changes = diff(old, new)
    chosen = [change for change in changes if change.field == "parent"]
    assert parents(apply(with_dependencies(chosen, changes), old))["vision"] == "speech"
    assert len(with_dependencies(chosen, changes)) == 2
