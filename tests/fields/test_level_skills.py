"""Skills that a level asks of every family, in every view."""

from typing import Any

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.nearest.demands import all_demands
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell
from laddereditor.edits.adding import add
from laddereditor.edits.cells.choosing import choose
from laddereditor.edits.fields import give_back, override, set_field
from laddereditor.edits.inheriting import keep_inherited_values
from laddereditor.edits.lists import insert_items, remove_items
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.shown import is_inherited, text_at
from laddereditor.edits.references import rename
from laddereditor.edits.skills import merge_skills
from laddereditor.edits.structure import delete
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import resolved
from laddereditor.model.statement import SkillUses
from laddereditor.presentation.forms.form_values import place_at, shown_at
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import new_document, read_text, update
from tests.edits.samples import DATA_P3, family, profile, sample

LEVEL, DATA, P2 = Address("levels/P3"), Address("families/data"), Address("families/data/P2")
PATH = FieldPath("skills")
PYTHON: Any = {"skill": "python", "proficiency": "working"}


def asking(*uses: Any, ladder: Ladder | None = None, at: Address = LEVEL) -> Ladder:
    """A ladder whose level P3 asks for skills."""
    ladder = ladder or sample()
    return set_field(ladder, at, PATH, uses).change(ladder)


def uses(ladder: Ladder, address: Address = DATA_P3) -> SkillUses:
    found: SkillUses = getattr(address.entity(ladder), PATH)
    return found


def shown(ladder: Ladder, key: str = "data") -> list[tuple[str, str]]:
    """The skills of a family's profile at P3, each with where it is from."""
    one = family(ladder, key)
    found = next(each for each in one.profiles if each.level == "P3")
    return [
        (str(getattr(item.value, "skill", item.value)), item.source.value)
        for item in resolved(ladder, one, found).items(PATH)
    ]


def changes(old: Ladder, new: Ladder) -> list[LadderChange]:
    return list(diff(old, new))


OWN = [(str(getattr(use, "skill", use)), "own") for use in uses(sample())]


def test_that_they_are_saved_and_read_with_only_their_lines_changed() -> None:
    before, after = new_document(sample()), update(new_document(sample()), asking(PYTHON))
    lines = "    skills:\n      - {skill: python, proficiency: working}\n"
    assert lines in after.text
    assert after.text.replace(lines, "") == before.text
    assert read_text(after.text).ladder == asking(PYTHON)


def test_that_every_profile_at_the_level_has_them_behind_its_own() -> None:
    assert shown(asking(PYTHON)) == [*OWN, ("python", "level")]
    assert ("python", "level") not in shown(sample())


def test_that_an_own_use_of_the_same_skill_is_in_place_of_the_levels() -> None:
    ladder = asking({"skill": OWN[0][0], "proficiency": "expert"})
    assert shown(ladder) == OWN


def test_that_a_sub_family_has_its_own_those_of_its_parent_and_those_of_the_level() -> None:
    ladder = asking(PYTHON)
    values = {"parent": "data", "name": "Sub", "id": "sub"}
    ladder = add(ladder, Address(), "family", values=values).change(ladder)
    sub = Address("families/sub")
    ladder = add(ladder, sub, "profile", values={"level": "P3"}).change(ladder)
    above = [(skill, "parent-profile") for skill, _ in OWN]
    assert shown(ladder, "sub") == [*above, ("python", "level")]
    alone = set_field(ladder, sub.at("P3"), FieldPath("replaces"), ("skills",)).change(ladder)
    assert shown(alone, "sub") == []


def test_that_the_form_counts_those_that_are_the_levels() -> None:
    found = shown_at(place_at(asking(PYTHON), DATA_P3), PATH)
    assert (len(found.value), found.added, found.origin) == (len(OWN) + 1, 1, "level P3")
    assert not shown_at(place_at(sample(), DATA_P3), PATH).origin


def test_that_an_added_skill_is_the_profiles_own_and_one_removed_of_the_level_replaces_it() -> None:
    ladder = asking(PYTHON)
    more = insert_items(ladder, DATA_P3, PATH, 0, ("mentorship",)).change(ladder)
    assert uses(more) == ("mentorship", *uses(ladder))
    fewer = remove_items(ladder, DATA_P3, PATH, [len(OWN)]).change(ladder)
    assert (shown(fewer), profile(fewer).replaces) == (OWN, ("skills",))
    assert give_back(fewer, DATA_P3, PATH).change(fewer) == ladder


def test_that_overriding_makes_all_of_them_own_and_giving_back_takes_it_back() -> None:
    ladder = asking(PYTHON)
    own = override(ladder, DATA_P3, PATH).change(ladder)
    assert (shown(own), profile(own).replaces) == ([*OWN, ("python", "own")], ("skills",))
    assert give_back(own, DATA_P3, PATH).change(own) == ladder


def test_that_a_proficiency_chosen_for_one_of_the_level_is_the_profiles_own() -> None:
    ladder = asking(PYTHON)
    place = CellPlace(DATA_P3, PATH, "python", len(OWN))
    assert (text_at(ladder, place), is_inherited(ladder, place)) == ("Working", True)
    after = choose(ladder, place, "expert").change(ladder)
    assert shown(after) == [*OWN, ("python", "own")]
    assert uses(after, LEVEL) == uses(ladder, LEVEL)


def cell(ladder: Ladder, skill: str) -> Cell:
    columns = [Subject(ladder, DATA_P3), Subject(ladder, P2)]
    section = next(one for one in compare(columns).sections if one.field == PATH)
    return next(row.cells[0] for row in section.rows if row.cells[0].name == skill)


def test_that_compare_says_where_they_are_from() -> None:
    assert cell(asking(PYTHON), "Python").note == "from level P3"


def test_that_they_are_in_the_matrix_and_count_for_its_gaps() -> None:
    ladder = asking("python")
    rows = {row.key: row for row in matrix(ladder, DATA).rows if row.kind == "skill"}
    at = [column.level for column in matrix(ladder, DATA).columns].index("P3")
    cell = rows["python"].cells[at]
    assert (cell.state, cell.text) == ("inherited", "Any proficiency")
    of_levels = {row.key for row in matrix(ladder, Address("levels")).rows if row.kind == "skill"}
    assert of_levels == {"python"}


def test_that_the_page_marks_them() -> None:
    ladder = asking(PYTHON)
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    section = next(one for one in page.sections if one.field == PATH)
    assert [item.inherited for item in section.items] == [False] * len(OWN) + [True]
    assert "Python<span" in page_html(page)
    assert "(Working) — as for every family" in page_html(page)
    of_level = page_of(ladder, ladder.levels[2])
    assert any(item.text == "Python" for one in of_level.sections for item in one.items)


def test_that_a_new_one_raises_the_bar_for_those_families_that_do_not_list_it() -> None:
    (change,) = changes(sample(), asking(PYTHON))
    assert (change.address, change.effect, change.bump) == (LEVEL, "raises", "major")
    assert change.reason == "new demand; reaches 1 family"
    (known,) = changes(sample(), asking(OWN[0][0]))
    assert known.reason == "new demand; every family says this itself"
    assert apply([change], sample()) == asking(PYTHON)


def test_that_a_profile_that_lists_what_its_level_asks_for_asks_for_nothing_new() -> None:
    ladder = asking(PYTHON)
    more = asking(*uses(ladder), PYTHON, ladder=ladder, at=DATA_P3)
    assert [one.effect for one in changes(ladder, more)] == ["neutral"]
    expert = {"skill": "python", "proficiency": "expert"}
    higher = asking(*uses(ladder), expert, ladder=ladder, at=DATA_P3)
    assert [(one.effect, one.reason) for one in changes(ladder, higher)] == [
        ("raises", "a higher step")
    ]
    aware = {"skill": "python", "proficiency": "aware"}
    lower = asking(*uses(ladder), aware, ladder=ladder, at=DATA_P3)
    assert [one.effect for one in changes(ladder, lower)] == ["lowers"]


def test_that_both_sides_are_merged() -> None:
    base = asking("sql")
    merged = merge(base, asking("sql", "python"), asking("mentoring", "sql"))
    assert not merged.conflicts
    assert uses(merged.ladder, LEVEL) == ("mentoring", "sql", "python")


def test_that_they_count_as_demands_that_are_inherited() -> None:
    ladder = asking(PYTHON)
    found = all_demands(ladder, family(ladder, "data"), profile(ladder))["skills"].items
    assert [(one.text, one.is_own) for one in found][-1] == ("python", False)
    assert all(one.is_own for one in found[:-1])


def test_that_references_follow_and_a_deleted_skill_leaves_the_level() -> None:
    ladder = asking(PYTHON)
    renamed = rename(ladder, Address("skills/python"), "snake").change(ladder)
    assert [one.skill for one in uses(renamed, LEVEL) if not isinstance(one, str)] == ["snake"]
    joined = merge_skills(ladder, "skills/sql", ["skills/python"]).change(ladder)
    assert [one.skill for one in uses(joined, LEVEL) if not isinstance(one, str)] == ["sql"]
    gone = delete(ladder, [Address("skills/python")], uses="remove").change(ladder)
    assert uses(gone, LEVEL) == ()


def test_that_a_profile_that_goes_elsewhere_keeps_them() -> None:
    ladder, elsewhere = asking(PYTHON), sample()
    before = resolved(ladder, family(ladder, "data"), profile(ladder))
    now = resolved(elsewhere, family(elsewhere, "web"), profile(ladder))
    known: dict[str, dict[str, str]] = {"factor": {}, "competency": {}, "skill": {}}
    kept = keep_inherited_values(profile(ladder), before, now, known)
    assert [str(getattr(use, "skill", use)) for use in kept.skills][-1] == "python"


def rules(ladder: Ladder) -> set[tuple[str, str, str]]:
    return {(one.rule, one.address, one.field) for one in check(ladder).findings}


def test_that_rules_count_them() -> None:
    new = add(sample(), Address(), "skill", values={"id": "new"}).change(sample())
    unused = ("unused-skill", Address("skills/new"), "")
    assert unused in rules(new)
    assert unused not in rules(asking("new", ladder=new))
    empty = asking(ladder=sample(), at=DATA_P3)
    assert ("empty-skills", DATA_P3, "skills") in rules(empty)
    assert ("empty-skills", DATA_P3, "skills") not in rules(asking(PYTHON, ladder=empty))


def test_that_rules_find_what_is_not_in_the_library_or_on_the_scale() -> None:
    found = rules(asking("cobol", {"skill": "python", "proficiency": "guru"}))
    assert ("unknown-skill", LEVEL, "skills/0") in found
    assert ("unknown-proficiency", LEVEL, "skills/1/proficiency") in found


def test_that_a_list_may_replace_the_levels_where_that_has_one() -> None:
    ladder = set_field(sample(), DATA_P3, FieldPath("replaces"), ("skills",)).change(sample())
    place = ("replaced-list", DATA_P3, "replaces/0")
    assert place in rules(ladder)
    assert place not in rules(asking(PYTHON, ladder=ladder))
