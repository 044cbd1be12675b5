"""What the view shows: sections, states, sources, folding, differences only."""

from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.compare.column_places import found_in, matching
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P1, P2, P3


def test_that_nothing_chosen_offers_the_next_level_and_the_whole_track(robot: CompareRobot) -> None:
    robot.workspace.go_to(P2)
    robot.settle()
    offered = [b.accessibleName() for b in robot.view.start.buttons()]
    assert "P2 and P3 of Logistics Planner" in offered
    assert "The whole track of Logistics Planner: P1 to P3" in offered


def test_that_a_pick_is_taken_by_a_click(robot: CompareRobot) -> None:
    robot.workspace.go_to(P2)
    robot.settle()
    button = next(b for b in robot.view.start.buttons() if b.accessibleName().startswith("P2 and"))
    button.click()
    robot.settle()
    assert [subject.address for subject in robot.view.compare_columns.subjects] == [P2, P3]
    assert robot.heads()[0].startswith("Logistics Planner P2")
    assert robot.heads()[0].endswith("baseline")


def test_that_a_cell_says_column_field_state_and_text(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    said = robot.accessible_text(robot.index("Plans routes beyond one region", 1))
    assert said.startswith("Logistics Planner P3")
    assert "What you'd do, raised: Plans routes beyond one region" in said
    inherited = robot.accessible_text(robot.index("Sets own goals", 1))
    assert "Autonomy, from level: Sets own goals" in inherited
    only = robot.index("Chooses carriers for the coming year", 1)
    assert "only at P3" in robot.accessible_text(only)


def test_that_what_only_one_level_has_is_beside_what_only_the_other_has(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    index = robot.index("Reports delays to the people who wait", 0)
    assert ", only at P2: Reports delays" in robot.accessible_text(index)
    beside = robot.accessible_text(index.siblingAtColumn(1))
    assert ", only at P3: Chooses carriers" in beside
    side = robot.view.model.side(index.row())
    assert side.words == "Only here"


def test_that_a_rising_proficiency_shows_from_and_to(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    row = robot.view.model.find(1, FieldPath("skills/0"))
    shown = robot.view.model.shown(row, 1)
    assert "Working → Advanced" in "".join(run.text for run in shown.runs)
    assert shown.gutter == "↑"


def test_that_a_section_folds_by_enter_and_by_space(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    heading = next(n for n, line in enumerate(robot.view.model.lines) if line.is_heading)
    before = robot.view.model.rowCount()
    robot.view.table.setFocus()
    robot.view.table.choose(robot.view.model.index(heading, 0))
    robot.key(KEY.Key_Return)
    assert robot.view.model.rowCount() < before
    assert robot.view.model.lines[heading].folded
    robot.key(KEY.Key_Space)
    assert robot.view.model.rowCount() == before


def test_that_differences_only_leaves_out_what_is_the_same(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    assert "Agrees delivery times with carriers" in robot.texts(0)
    robot.view.table.setFocus()
    robot.key(KEY.Key_D, CTRL | SHIFT)
    assert "Agrees delivery times with carriers" not in robot.texts(0)
    assert "Plans routes within one region" in robot.texts(0)
    robot.key(KEY.Key_D, CTRL | SHIFT)
    assert "Agrees delivery times with carriers" in robot.texts(0)


def test_that_all_sections_fold_and_unfold_by_keys(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.table.setFocus()
    robot.key(KEY.Key_Up, CTRL | SHIFT)
    assert all(line.is_heading or line.alone for line in robot.view.model.lines)
    robot.key(KEY.Key_Down, CTRL | SHIFT)
    assert "Agrees delivery times with carriers" in robot.texts(0)


def test_that_f7_walks_from_difference_to_difference(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("Plans routes within one region", 0)
    robot.key(KEY.Key_F7)
    row = robot.view.table.currentIndex().row()
    same = robot.index("Agrees delivery times with carriers", 0).row()
    assert row > same  # what is the same is passed over
    line = robot.view.model.line(row)
    assert line is not None and line.row is not None and line.row.differs
    robot.key(KEY.Key_F7, SHIFT)
    assert robot.current() == "Plans routes within one region"


def test_that_every_row_is_as_high_as_its_longest_text(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    table, model = robot.view.table, robot.view.model
    robot.bot.waitUntil(lambda: table.sizes.is_measured)
    for row in range(model.rowCount()):
        need = max(
            table.pen.height(model.shown(row, column), table.columnWidth(column))
            for column in range(3)
        )
        assert table.rowHeight(row) >= need


def test_that_the_heading_stays_in_sight_while_its_rows_scroll_by(robot: CompareRobot) -> None:
    robot.window.resize(1000, 300)
    robot.show(P2, P3)
    robot.bot.waitUntil(lambda: robot.view.table.sizes.is_measured)
    row = robot.index("Agrees delivery times with carriers", 0).row()
    table = robot.view.table
    table.verticalScrollBar().setValue(table.row_heads.sectionPosition(row))
    robot.settle()
    sticky = robot.view.sticky
    assert sticky.row >= 0
    assert robot.view.model.lines[sticky.row].section.field == "responsibilities"


def test_that_the_current_cell_is_never_under_the_heading(robot: CompareRobot) -> None:
    robot.window.resize(1000, 300)
    robot.show(P2, P3)
    robot.bot.waitUntil(lambda: robot.view.table.sizes.is_measured)
    table = robot.view.table
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    index = robot.go("Agrees delivery times with carriers", 0)
    robot.settle()
    height = robot.view.sticky.height() if robot.view.sticky.row >= 0 else 0
    assert table.visualRect(index).top() >= height


def test_that_typing_parts_of_family_and_level_finds_the_profile(robot: CompareRobot) -> None:
    places = found_in(robot.session.ladder)
    assert matching(places, "log p3")[0].place.address == P3
    assert matching(places, "p3 plan")[0].place.address == P3
    assert matching(places, "p2")[0].place.code == "P2"
    assert matching(places, "nobody") == []


def test_that_a_column_is_added_by_typing(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.pick()
    robot.settle()
    robot.bot.keyClicks(robot.focus(), "buy p2")
    robot.key(KEY.Key_Return)
    assert [s.address for s in robot.view.compare_columns.subjects] == [
        P2,
        P3,
        "families/purchasing/P2",
    ]


def test_that_the_strip_shows_the_steps_and_opens_a_pair(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    robot.view.steps.refresh()
    strip = robot.view.steps.strip
    assert [button.step.codes for button in strip.buttons] == [("P1", "P2"), ("P2", "P3")]
    strip.buttons[1].setFocus()
    robot.key(KEY.Key_Return)
    assert [s.address for s in robot.view.compare_columns.subjects] == [P2, P3]
    robot.view.steps.refresh()
    assert [button.isChecked() for button in strip.buttons] == [False, True]


def test_that_text_from_a_file_is_never_taken_for_markup(robot: CompareRobot) -> None:
    from laddereditor.edits.lists import set_item

    robot.show(P2, P3)
    robot.workspace.attempt(
        set_item, Address(P2), "responsibilities", 0, "<b>bold</b> & <i>more</i>"
    )
    robot.settle()
    row = robot.index("<b>bold</b> & <i>more</i>", 0).row()
    assert "<b>bold</b>" in "".join(run.text for run in robot.view.model.shown(row, 0).runs)
