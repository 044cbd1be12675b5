"""What the mapping page shows, without a window."""

import pytest

from laddereditor.exchange.mappable import WorkbookSource
from laddereditor.exchange.tables import Pin, workbook_of
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.recognition.forced import possible_readings
from laddereditor.exchange.tables.roles import COLUMN_ROLES, ROLES, ROW_ROLES
from laddereditor.presentation.mapping.account_list import account_lines, count_words
from laddereditor.presentation.mapping.decisions import (
    lines_words,
    step_words,
    with_pins,
    without_pin,
)
from laddereditor.presentation.mapping.outline import (
    OutlineNode,
    key_of_cell,
    line_of_cell,
    outline,
)
from laddereditor.presentation.mapping.role_menu import role_groups
from laddereditor.presentation.mapping.sheet_list import reading_choices, sheet_entries
from laddereditor.presentation.mapping.sheet_page import MappedSheet
from laddereditor.presentation.mapping.work import MappingWork
from laddereditor.session.mapped_workbook import mapped
from tests.gui.mapping.books import book_bytes, work, workbook


def node(nodes: tuple[OutlineNode, ...], *labels: str) -> OutlineNode:
    """Return the line of a tree that labels lead to, by their starts."""
    found = next(one for one in nodes if one.label.startswith(labels[0]))
    return node(found.children, *labels[1:]) if labels[1:] else found


# -- pins ---------------------------------------------------------------------------------------


def test_that_a_decision_takes_the_place_of_an_earlier_one_about_the_same_thing() -> None:
    first = Pin("column", "skill", "Backend", 1)
    again = Pin("column", "left", "Backend", 1)
    other = Pin("column", "skill", "Backend", 2)
    assert with_pins((first, other), [again]) == (other, again)
    ends = with_pins((Pin("bottom", "", "Backend", 3),), [Pin("bottom", "", "Backend", 5)])
    assert ends == (Pin("bottom", "", "Backend", 5),)
    order = Pin("answer", "lowest-first", value="order")
    assert len(with_pins((Pin("answer", "sheet", value="family"),), [order])) == 2


def test_that_a_decision_is_taken_back_alone() -> None:
    pins = (Pin("column", "skill", "Backend", 1), Pin("bottom", "", "Backend", 3))
    assert without_pin(pins, "bottom", "Backend") == pins[:1]
    assert without_pin(pins, "column", "Frontend", 1) == pins


def test_that_lines_are_named_as_spreadsheets_name_them() -> None:
    assert lines_words("column", (1,)) == "column B"
    assert lines_words("column", (1, 2, 3)) == "columns B to D"
    assert lines_words("row", (1, 4)) == "rows 2, 5"


def test_that_undo_says_what_it_takes_back() -> None:
    before = (Pin("column", "skill", "Backend", 1),)
    assert step_words((), before) == "column B: Skill"
    assert step_words(before, ()) == "starting again"
    levels = [Pin("column", "at-level", "Backend", at) for at in (1, 2, 3)]
    assert step_words(before, with_pins(before, levels)) == "columns B to D: Texts at a level"
    both = (*before, Pin("take", "no", "Backend"))
    assert step_words(before, both) == "Backend: left out"
    assert step_words(both, before) == "letting the program decide about Backend"


def test_that_undo_and_redo_lead_through_the_decisions() -> None:
    start = MappingWork.begun(work())
    pinned = start.decided(work(Pin("take", "no", "Frontend")))
    assert pinned.undo_words == "Frontend: left out"
    back = pinned.undone(work(*pinned.past[-1]))
    assert (back.now.pins, back.undo_words, back.redo_words) == ((), "", "Frontend: left out")
    assert back.redone(work(*back.coming[-1])).now.pins == pinned.now.pins


# -- the sheets -----------------------------------------------------------------------------------


def test_that_each_sheet_says_how_it_is_read_and_why() -> None:
    backend, frontend = sheet_entries(work(Pin("take", "no", "Frontend")).mapping)
    assert backend.taken
    assert backend.words.startswith("Levels across: row 1 has the heads")
    assert not frontend.taken
    assert frontend.pinned
    assert frontend.words == "Left out: you left it out"


def test_that_readings_are_ranked_with_their_evidence() -> None:
    made = work()
    choices = reading_choices(made.mapping.grids[0], possible_readings(made.workbook.grids[0]))
    assert choices[0].words == "Levels across"
    assert choices[0].is_chosen
    assert "which are words or codes of levels" in choices[0].evidence
    assert {one.name for one in choices} >= {"levels-down", "profile-rows", "list", "none"}


# -- the cells ------------------------------------------------------------------------------------


def test_that_heads_have_a_chip_with_the_role_and_a_mark_of_the_person() -> None:
    page = MappedSheet(work(Pin("column", "skill", "Backend", 0)), 0)
    chips = [head.content.tags[0].words for head in page.heads]
    assert chips == ["✓ Skill ▾", *["Texts ▾"] * 3]
    assert page.heads[0].is_pinned
    assert page.heads[0].words == "Column A: Skill, set by you"
    assert page.heads[1].words == "Column B: Texts at a level, Junior Engineer"


def test_that_rows_outside_the_usual_have_a_chip() -> None:
    page = MappedSheet(work(), 0)
    words = [page.side(row).words for row in range(7)]
    assert words[0] == "Row 1: Heads"
    assert words[1] == "Row 2: Row of the table"
    assert words[6] == "Row 7: Note outside the table"
    assert [bool(page.side(row).content.tags) for row in range(7)][:2] == [True, False]
    assert page.last_row == 3


def test_that_cells_are_tinted_by_role_and_say_it_without_colour() -> None:
    page = MappedSheet(work(), 0)
    assert page.content(1, 0).ground == "competency_tint"
    assert page.content(1, 1).ground == "text_tint"
    assert page.content(0, 1).ground == "level_tint"
    assert page.content(5, 0).ground == "alternate"
    said = page.accessible_text(1, 1)
    assert said.startswith("B2: Runs the tests that are there; Texts at a level, Junior Engineer")
    assert said.endswith("; taken")
    assert "left out: it is a note above or below the table" in page.accessible_text(5, 0)
    assert page.accessible_text(2, 2).startswith("C3: empty")
    assert "In the ladder at families/backend/" in page.tip(1, 1)


def test_that_rows_that_look_the_same_have_the_same_source() -> None:
    book = workbook()
    before = MappedSheet(work(), 0)
    again = MappedSheet(work(), 0)
    assert before.work is not None
    assert [before.source(row) for row in range(7)] == [again.source(row) for row in range(7)]
    ended = MappedSheet(work(Pin("bottom", "", "Backend", 2)), 0)
    assert before.source(3) != ended.source(3)
    assert len(before.keys) == len(book.grids[0].rows)


@pytest.mark.parametrize(("part", "names"), [("column", COLUMN_ROLES), ("row", ROW_ROLES)])
def test_that_the_menu_offers_every_role_once(part: str, names: tuple[str, ...]) -> None:
    groups = role_groups("column" if part == "column" else "row")
    offered = [role.name for group in groups for role in group.roles]
    assert sorted(offered) == sorted(name for name in names if name != "unknown")
    assert all(name in ROLES for name in offered)


# -- the tree -------------------------------------------------------------------------------------


def test_that_the_tree_counts_and_samples_the_texts() -> None:
    nodes = outline(work())
    assert [one.label for one in nodes] == ["Backend", "Frontend"]
    testing = node(nodes, "Backend", "P1", "Testing")
    assert (testing.count, testing.sample) == (1, "Runs the tests that are there")
    assert testing.cells == (CellPosition(0, 1, 1),)
    assert nodes[0].count == 8


def test_that_an_empty_cell_is_marked_and_leads_to_its_place() -> None:
    empty = node(outline(work()), "Backend", "P2", "Design")
    assert (empty.mark, empty.count) == ("empty", 0)
    assert empty.cells == (CellPosition(0, 2, 2),)


SCALE = (
    ("Skill", "Beginner", "Advanced", "Expert"),
    ("Python", "Reads scripts", "Designs packages", "Shapes the language"),
    ("SQL", "Writes selects", "", "Designs schemas"),
)


def test_that_an_empty_cell_of_a_skill_is_marked_too() -> None:
    book = workbook_of(book_bytes({"Skills": SCALE}), "skills.xlsx")
    nodes = outline(mapped(WorkbookSource(book)))
    assert node(nodes, "Skills", "SQL", "Advanced").cells == (CellPosition(0, 2, 2),)
    assert node(nodes, "Skills", "SQL").mark == "1 to look at"
    assert node(nodes, "Skills", "Python").mark == ""


def test_that_a_text_of_more_than_three_times_the_median_is_marked() -> None:
    nodes = outline(work())
    design = node(nodes, "Backend", "P3", "Design")
    assert design.mark.startswith("as long as ")
    assert node(nodes, "Backend", "P3", "Testing").mark == ""
    assert node(nodes, "Backend").mark == "2 to look at"


def test_that_a_cell_leads_to_its_line_of_the_tree() -> None:
    nodes = outline(work())
    assert key_of_cell(nodes, CellPosition(0, 1, 1)) == node(nodes, "Backend", "P1", "Testing").key
    assert key_of_cell(nodes, CellPosition(0, 6, 0)) == ""


def test_that_a_cell_that_names_others_leads_to_the_nearest_of_them() -> None:
    whole = work()
    nodes = outline(whole)
    design = node(nodes, "Backend", "P1", "Testing").key
    assert line_of_cell(whole, nodes, CellPosition(0, 1, 1)) == design
    assert line_of_cell(whole, nodes, CellPosition(0, 1, 0)) == design
    assert line_of_cell(whole, nodes, CellPosition(0, 6, 0)) == ""


# -- the account ----------------------------------------------------------------------------------


def test_that_every_cell_is_in_one_of_the_three_lists() -> None:
    one = work()
    lists = {outcome: account_lines(one, outcome) for outcome in count_words(one)}
    texts = sum(bool(c.text) for grid in workbook().grids for row in grid.rows for c in row)
    assert sum(map(len, lists.values())) == texts
    assert count_words(one)["left"] == "2 left out"
    assert lists["left"][0].words.startswith("Backend A6: This sheet is reviewed in March  (it is")
    assert lists["left"][0].position == CellPosition(0, 5, 0)
