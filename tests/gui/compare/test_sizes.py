"""The size of a step: one set of counts in the strip, in heads and in tooltips."""

from html import unescape

from PySide6.QtCore import Qt

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.table import DifferenceCounts
from laddereditor.compare.sheet.track import StepSize, TrackStep, steps_of
from laddereditor.gui.compare.strip import StepButton, TrackStrip, bar_parts
from laddereditor.model.address import Address
from laddereditor.presentation.compare.step_words import HOW_COUNTED, sizes_shown, step_words
from tests.gui.compare.conftest import CompareRobot

PAIR = ("families/logistics/P1", "families/logistics/P2")


def _step(share: float, code: int = 1) -> TrackStep:
    """Return a step of ten statements, of which a share is new."""
    new = round(10 * share)
    counts = DifferenceCounts(new=new, same=10 - new)
    ends = Address(f"levels/P{code}"), Address(f"levels/P{code + 1}")
    return TrackStep(*ends, (f"P{code}", f"P{code + 1}"), StepSize(counts, 0.0))


def _head_tip(robot: CompareRobot, column: int) -> str:
    role = Qt.ItemDataRole.ToolTipRole
    return unescape(str(robot.view.model.headerData(column, Qt.Orientation.Horizontal, role)))


def test_that_strip_head_and_tooltips_give_the_same_counts(robot: CompareRobot) -> None:
    robot.show(*PAIR)
    robot.view.steps.refresh()
    button = next(one for one in robot.view.steps.strip.buttons if one.isChecked())
    counts = step_words(button.step).partition(": ")[2]
    assert "differs; " in counts
    assert counts in button.accessibleName()
    assert counts in unescape(button.toolTip())
    assert HOW_COUNTED in unescape(button.toolTip())
    head = "".join(run.text for run in robot.view.model.page.heads[1].content.runs)
    assert counts in head
    assert counts in _head_tip(robot, 1)
    assert HOW_COUNTED in _head_tip(robot, 1)


def test_that_the_baseline_has_no_counts(robot: CompareRobot) -> None:
    robot.show(*PAIR)
    assert "differs" not in _head_tip(robot, 0)


def test_that_factors_without_a_sign_are_not_counted_as_reworded(robot: CompareRobot) -> None:
    subjects = [robot.subject(one) for one in ("levels/P1", "levels/P2")]
    (step,) = steps_of(compare(subjects))
    assert step.counts.reworded == 0
    assert step.counts.changed > 0


def test_that_the_bar_has_no_colour_of_versions() -> None:
    counts = DifferenceCounts(new=2, gone=1, reworded=3, same=4)
    step = TrackStep(Address(), Address(), ("P1", "P2"), StepSize(counts, 1.5))
    parts = bar_parts(step)
    assert [share for share, _ in parts] == [0.2, 0.15, 0.1]
    assert not {role for _, role in parts} & {"added", "removed", "changed"}


def test_that_an_unusual_step_says_so_in_words_and_where_it_is_drawn(robot: CompareRobot) -> None:
    strip = TrackStrip(robot.window)
    strip.show_steps([_step(0.4, 1), _step(0.1, 2), _step(0.5, 3)])
    names = [button.accessibleName() for button in strip.buttons]
    assert "at most half as large" in names[1]
    assert not any("as large" in name for name in (names[0], names[2]))
    assert sizes_shown(_step(0.1), "small")[0] == "10% differs, small step"


def test_that_a_step_that_is_not_worked_out_yet_shows_no_size(robot: CompareRobot) -> None:
    step = TrackStep(Address(), Address(), ("P1", "P2"), None)
    button = StepButton(step, robot.window)
    assert button.accessibleName() == "P1 to P2"
    assert sizes_shown(step, "") == ("",)


def test_that_many_columns_have_the_size_in_their_heads_and_the_counts_in_the_tooltip(
    robot: CompareRobot,
) -> None:
    robot.show(*PAIR, "levels/P1", "levels/P2")
    head = "".join(run.text for run in robot.view.model.page.heads[1].content.runs)
    assert "differs from" in head
    assert "reworded" not in head
    assert "reworded" in _head_tip(robot, 1)
