"""A ladder as nodes, what a filter leaves of them, and which became which."""

from pathlib import Path

from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename
from laddereditor.edits.structure import rename_group, set_group
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.files.file_reading import find_and_read
from laddereditor.presentation.tree.filtering import NOTHING_FITS, TreeFilter
from laddereditor.presentation.tree.following import key_moves
from laddereditor.presentation.tree.node_words import shown
from laddereditor.presentation.tree.nodes import (
    TreeBuilder,
    TreeNode,
    builder_of,
    group_key,
    group_value,
)
from laddereditor.session.jobs import JobProgress
from laddereditor.storage.files.document import read_text
from tests.gui.samples import SMALL

ODD = """\
laddereditor: 1
name: Odd
levels:
  - {id: P1, name: One, track: ghost}
  - {id: X1, name: Two}
skills:
  - {id: a, name: A}
  - {id: b, name: B, category: CI/CD}
  - {id: a, name: Again}
families:
  - id: f
    name: F
    competencies: [{id: own, name: Own}]
    profiles: [{level: X1}, {level: P1, title: First}]
"""


def ladder_of(text: str = SMALL) -> Ladder:
    return read_text(text).ladder


def nodes(root: TreeNode) -> dict[str, TreeNode]:
    found = {root.key: root}
    for child in root.children:
        found |= nodes(child)
    return found


def built(ladder: Ladder) -> TreeNode:
    return TreeBuilder().build(ladder)


def moves(ladder: Ladder, edit: Edit) -> dict[Address, Address]:
    return key_moves(built(ladder), built(edit.change(ladder)), edit.moved)


def test_that_keys_are_addresses_and_groups() -> None:
    found = nodes(built(ladder_of(ODD)))
    assert found["levels@ghost"].label == "ghost"
    assert found["levels@"].label == "No track"
    assert found["skills@"].label == "No category"
    assert found["skills@CI%2FCD"].children[0].address == "skills/b"
    assert found["skills/a~2"].label == "Again"
    assert found["families@"].label == "No job function"
    assert [child.key for child in found["families/f"].children] == [
        "families/f/competencies/own",
        "families/f/X1",
        "families/f/P1",
    ]


def test_that_a_group_of_those_without_one_comes_last() -> None:
    assert [node.key for node in nodes(built(ladder_of(ODD)))["skills"].children] == [
        "skills@CI%2FCD",
        "skills@",
    ]


def test_that_group_keys_go_there_and_back() -> None:
    for value in ("Leadership", "CI/CD", "50 % ~ half", "a@b", ""):
        assert group_value(group_key("skills", value)) == ("skills", value)


def test_that_a_derived_title_is_muted() -> None:
    found = nodes(built(ladder_of()))
    assert shown(found["families/software/P1"]) == "P1 · Junior Engineer"
    assert not found["families/software/P1"].muted
    assert shown(found["families/software/P2"]) == "P2 · Software Engineer II"
    assert found["families/software/P2"].muted


def test_that_what_did_not_change_keeps_its_node() -> None:
    ladder, builder = ladder_of(), TreeBuilder()
    before = nodes(builder.build(ladder))
    edit = set_field(ladder, Address("families/software/P1"), "title", "Engineer")
    after = nodes(builder.build(edit.change(ladder)))
    assert after["families/design"] is before["families/design"]
    assert after["skills/python"] is before["skills/python"]
    assert after["families/software"] is not before["families/software"]


def test_that_a_level_gives_its_profiles_new_titles() -> None:
    ladder, builder = ladder_of(), TreeBuilder()
    before = nodes(builder.build(ladder))
    summary = set_field(ladder, Address("levels/P2"), "summary", "Other").change(ladder)
    assert nodes(builder.build(summary))["families/software"] is before["families/software"]
    pattern = set_field(ladder, Address("levels/P2"), "title_patterns", ["Lead {specialty}"])
    found = nodes(builder.build(pattern.change(ladder)))
    assert found["families/software/P2"].label == "Lead Software Engineer"


def test_that_a_renamed_category_is_the_same_group() -> None:
    ladder = ladder_of()
    found = moves(ladder, rename_group(ladder, "skill", "Languages", "Programming"))
    assert found == {"skills@Languages": "skills@Programming"}


def test_that_a_category_that_joins_another_is_no_renamed_one() -> None:
    ladder = ladder_of()
    assert moves(ladder, rename_group(ladder, "skill", "Languages", "Leadership")) == {}
    assert moves(ladder, set_group(ladder, "skill", [Address("skills/python")], "Leadership")) == {}


def test_that_a_track_with_another_id_keeps_its_group_of_levels() -> None:
    ladder = ladder_of()
    found = moves(ladder, rename(ladder, Address("tracks/professional"), "experts"))
    assert found[Address("levels@professional")] == "levels@experts"


def fits(text: str, ladder: Ladder | None = None) -> list[str]:
    root, _ = TreeFilter(text).applied(built(ladder or ladder_of()))
    return [key for key, node in nodes(root).items() if node.is_entity]


def test_that_a_filter_looks_in_names_ids_titles_and_other_names() -> None:
    assert fits("coaching") == ["skills/mentoring"]
    assert fits("junior") == ["families/software", "families/software/P1"]
    assert fits("intermediate") == ["levels/P2"]
    assert "families/software/P1" in fits("frontend")


def test_that_a_filter_finds_a_profile_by_level_and_family() -> None:
    assert fits("p1 software") == ["families/software", "families/software/P1"]


def test_that_words_of_a_collection_are_not_looked_for() -> None:
    assert fits("families") == []
    assert fits("skills/") == []


def test_that_accents_and_case_do_not_matter() -> None:
    assert fits("MÉNTORÏNG") == ["skills/mentoring"]
    accented = ladder_of(SMALL.replace("name: Mentoring", "name: Müßiggang"))
    assert fits("mussig", accented) == ["skills/mentoring"]


def test_that_what_fits_is_shown_whole_but_closed() -> None:
    root, opened = TreeFilter("frontend").applied(built(ladder_of()))
    assert opened == ["ladder", "families", "families@Engineering"]
    assert "families/software/P2" in nodes(root)


def test_that_a_filter_that_fits_nothing_says_so() -> None:
    root, _ = TreeFilter("zzz").applied(built(ladder_of()))
    assert root.children == (NOTHING_FITS,)
    empty = built(ladder_of())
    assert TreeFilter("  ").applied(empty) == (empty, [])


def test_that_the_rows_of_a_file_are_made_where_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    found = find_and_read(path, [], JobProgress(lambda _share: None))
    assert found.opened is not None
    ladder = found.opened.document.ladder
    built = builder_of(ladder)
    assert set(built._cached) > {"families", "levels"}
    families = built._cached["families"].node
    assert families in builder_of(ladder).build(ladder).children
    assert builder_of(read_text(SMALL).ladder) is not built
