"""Competencies under the heading of their group, in every view."""

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.adding import add
from laddereditor.edits.fields import set_field
from laddereditor.edits.structure import rename_group
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.grouping import grouped_label, in_groups
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.group_matching import group_names
from laddereditor.presentation.tree.drops import drop_edit
from laddereditor.presentation.tree.nodes import TreeBuilder, TreeNode
from laddereditor.reports.comparison.text import comparison_text
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.reader_page import page_of
from laddereditor.reports.page.text import pages_text
from laddereditor.storage.files.document import new_document, read_text, update
from tests.edits.samples import DATA_P3, family, profile, sample

TALKING, DELIVERY = Address("competencies/communication"), Address("competencies/delivery")
DATA = Address("families/data")
PATH = FieldPath("group")


def grouped() -> Ladder:
    """A ladder whose first competency is in a group, and the second in none."""
    return set_field(sample(), TALKING, PATH, "People").change(sample())


def with_own() -> Ladder:
    """The same with a competency of a family, in the same group."""
    edit = add(grouped(), DATA, "competency", values={"name": "Hosting", "group": "People"})
    return edit.change(grouped())


def shown(ladder: Ladder) -> TreeNode:
    root = TreeBuilder().build(ladder)
    return next(node for node in root.children if node.key == "competencies")


def test_that_it_is_saved_and_read_with_only_its_line_changed() -> None:
    before = new_document(sample())
    after = update(before, grouped())
    assert after.text.replace("    group: People\n", "") == before.text
    assert read_text(after.text).ladder == grouped()


def test_that_what_is_listed_goes_under_its_group_in_order() -> None:
    names = ["Ab", "b", "Ac", "c"]
    found = in_groups(names, lambda name: name[0] if name[0].isupper() else "")
    assert found == {"": ["b", "c"], "A": ["Ab", "Ac"]}


def test_that_the_tree_is_flat_until_one_of_them_names_a_group() -> None:
    assert [node.kind for node in shown(sample()).children] == ["competency", "competency"]
    groups = shown(grouped()).children
    assert [(node.kind, node.label) for node in groups] == [
        ("group", "People"),
        ("group", "No group"),
    ]


def test_that_a_competency_is_dragged_into_a_group() -> None:
    people = shown(grouped()).children[0]
    after = drop_edit(grouped(), [DELIVERY], people, -1).change(grouped())
    assert [one.group for one in after.competencies] == ["People", "People"]


def test_that_one_of_a_familys_own_is_dragged_into_another_group_of_the_ladder() -> None:
    ladder = with_own()
    without = shown(ladder).children[1]
    own = Address("families/data/competencies/hosting")
    after = drop_edit(ladder, [own], without, -1).change(ladder)
    assert [one.id for one in family(after, "data").competencies] == ["stewardship"]
    assert [(one.id, one.group) for one in after.competencies][-1] == ("hosting", "")


def test_that_a_group_is_renamed_on_all_in_it_those_of_families_too() -> None:
    after = rename_group(with_own(), "competency", "People", "Others").change(with_own())
    assert after.competencies[0].group == "Others"
    assert family(after, "data").competencies[-1].group == "Others"


def test_that_a_new_own_competency_has_no_group_until_it_is_given_one() -> None:
    after = add(grouped(), DATA, "competency").change(grouped())
    assert family(after, "data").competencies[-1].group == ""
    beside = add(grouped(), Address(), "competency", after=TALKING).change(grouped())
    assert [one.group for one in beside.competencies] == ["People", "People", ""]


def test_that_known_groups_are_completed_those_of_families_too() -> None:
    ladder = set_field(with_own(), TALKING, PATH, "Work").change(with_own())
    assert group_names(ladder, "competency", PATH) == ("Work", "People")


def test_that_the_matrix_has_a_heading_over_them_behind_those_without_a_group() -> None:
    rows = [row for row in matrix(grouped(), DATA).rows if row.section == "expectations"]
    heads = [(row.kind, row.heading) for row in rows if row.kind in ("heading", "group", "adder")]
    assert heads == [
        ("heading", "What is expected"),
        ("adder", "Delivery"),
        ("adder", "Stewardship"),
        ("group", "People"),
        ("adder", "Communication"),
    ]


def test_that_compare_names_the_group_before_the_competency() -> None:
    ladder = grouped()
    found = compare([Subject(ladder, DATA_P3), Subject(ladder, Address("levels/P3"))])
    section = next(one for one in found.sections if one.field == "expectations")
    headings = [row.heading for row in section.rows]
    assert headings == ["Delivery", "Stewardship", "People › Communication"]
    assert "People › Communication" in comparison_text(found)


def test_that_the_page_has_a_heading_over_them() -> None:
    ladder = grouped()
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    sections = [one for one in page.sections if one.field.name == "expectations"]
    assert [(one.heading, one.group, one.paragraphs) for one in sections if one.items] == [
        ("What is expected", "", ("Delivery",)),
        ("", "", ("Stewardship",)),
        ("", "People", ("Communication",)),
    ]
    assert ">People</h4>" in page_html(page)
    assert "\nPeople:\nCommunication\n" in pages_text(ReaderPages("", (page,)))


def test_that_a_group_with_signs_of_html_is_text() -> None:
    ladder = set_field(sample(), TALKING, PATH, "<b>R&D</b>").change(sample())
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in page_html(page)


def test_that_a_change_of_it_is_reported_and_taken_and_asks_nothing_of_people() -> None:
    (change,) = diff(sample(), grouped())
    assert (change.field, change.effect) == (PATH, "neutral")
    assert apply([change], sample()) == grouped()


def test_that_the_form_names_the_group_before_the_competency() -> None:
    assert [grouped_label(one) for one in grouped().competencies] == [
        "People › Communication",
        "Delivery",
    ]
    assert grouped_label(grouped().skills[0]) == "People › Mentoring"
    assert grouped_label(grouped().levels[0]) == "P1 Entry"
