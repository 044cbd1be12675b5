"""Accepted findings are taken back and severities changed in the window; its rows show focus."""

from PySide6.QtWidgets import QMenu, QTreeView

from laddereditor.edits.adding import add
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.rules.finding import Finding
from laddereditor.rules.registry import RULES
from tests.gui.fakes import FakeDialogs
from tests.gui.problems.test_panel import placeholders, view_of, window
from tests.gui.window.helpers import session_of, trigger

__all__ = ["window"]


def entry(menu: QMenu, words: str) -> None:
    (found,) = [action for action in menu.actions() if action.text().startswith(words)]
    found.trigger()


def severities(window: MainWindow) -> set[str]:
    return {finding.severity.value for finding in placeholders(window)}


def menu_of(window: MainWindow, finding: Finding) -> QMenu:
    return window.problems.menu_for(finding)


def test_that_an_accepted_finding_can_be_taken_back(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    before = placeholders(window)
    dialogs.answers["line"] = "Not public yet"
    entry(menu_of(window, before[0]), "Accept")
    assert len(placeholders(window)) == len(before) - 1
    dialogs.answers["choose"] = lambda _title, _text, choices: choices[0][0]
    entry(menu_of(window, before[1]), "Take an accepted finding back")
    assert placeholders(window) == before
    assert "Not public yet" in dialogs.asked[-1][1][2][0][1]
    session_of(window).undo()
    assert len(placeholders(window)) == len(before) - 1
    trigger(window, "edit.take_back")
    assert placeholders(window) == before


def test_that_nothing_is_asked_where_nothing_was_accepted(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    trigger(window, "edit.take_back")
    assert not dialogs.asked


def test_that_a_rule_gets_another_severity_and_its_own_again(window: MainWindow) -> None:
    finding = placeholders(window)[0]
    (own,) = severities(window)
    for words, value in (
        ("Error", "error"),
        ("Hint", "info"),
        ("As the program", own),
    ):
        menu = menu_of(window, finding)
        (chooser,) = [
            each for each in menu.findChildren(QMenu) if each.title().startswith("Change the sev")
        ]
        entry(chooser, words)
        assert severities(window) == {value}
    checks = session_of(window).ladder.checks
    assert checks is not None
    assert finding.rule not in checks.rules


def test_that_a_rule_is_switched_off_from_the_menu(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    rule = placeholders(window)[0].rule
    answers = iter([rule, "off"])
    dialogs.answers["choose"] = lambda *_: next(answers)
    trigger(window, "edit.severity")
    assert not placeholders(window)


def test_that_fixing_all_says_how_many_of_which_kind(window: MainWindow) -> None:
    session = session_of(window)
    assert session.report is not None
    for finding in session.report.findings:
        if finding.fixes:
            texts = [action.text() for action in menu_of(window, finding).actions()]
            found = [text for text in texts if text.startswith("Fix all")]
            same = [f for f in session.report.findings if f.rule == finding.rule and f.fixes]
            assert len(found) == (len(same) > 1)  # one is fixed by the entry above
            if found:
                assert f"Fix all {len(same)} of this kind: " in found[0]


def test_that_fixing_all_says_what_it_does_to_each(window: MainWindow) -> None:
    for name in ("Kite flying", "Juggling"):
        window.workspace.attempt(add, Address(), "skill", values={"name": name})
    report = session_of(window).report
    assert report is not None
    unused = [one for one in report.findings if one.rule == "unused-skill"]
    texts = [action.text() for action in menu_of(window, unused[0]).actions()]
    (words,) = [text for text in texts if text.startswith("Fix all")]
    kind = "Skill that no profile or level uses"
    assert words.endswith(f"of this kind: {kind} ({unused[0].fixes[0].label})…")


def colours_in(view: QTreeView) -> set[str]:
    row = view.visualRect(view.currentIndex())
    image = view.viewport().grab().toImage()
    return {image.pixelColor(x, row.top()).name() for x in range(image.width())}


def test_that_the_row_with_the_keyboard_is_framed(window: MainWindow) -> None:
    ring = current_theme().color("focus_ring").name()
    for view in (view_of(window), window.tree.findChild(QTreeView, "ladderTree")):
        assert view is not None
        window.problems.setFocus()
        view.setCurrentIndex(view.model().index(0, 0))
        view.setFocus()
        assert ring in colours_in(view)
        view.clearFocus()
        assert ring not in colours_in(view)


def test_that_the_menu_of_a_finding_explains_its_rule(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    finding = placeholders(window)[0]
    entry(menu_of(window, finding), "About this rule")
    name, (title, text, details) = dialogs.asked[-1]
    rule = RULES[finding.rule]
    assert (name, title) == ("show_message", rule.title)
    assert rule.reason in text and rule.remedy in text and "levels:" in details
