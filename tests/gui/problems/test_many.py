"""Very many findings are listed in portions; nothing of them is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from laddereditor.gui.problems.panel import ProblemsPanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.problems.finding_rows import (
    LISTED,
    FindingFilter,
    arrange,
    wanted_rows,
)
from laddereditor.presentation.problems.row_steps import runs
from laddereditor.rules.finding import Finding, Severity
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.gui.fakes import FakeDialogs
from tests.session.test_wide_edits import wide_ladder

MANY = 2 * LISTED + 5
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def findings(count: int, rule: str = "placeholder") -> list[Finding]:
    return [
        Finding(rule, Severity.INFO, Address("families/f1"), FieldPath(f"aliases/{n}"), f"No {n}")
        for n in range(count)
    ]


@pytest.fixture
def panel(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProblemsPanel]:
    workspace = Workspace()
    panel = ProblemsPanel(workspace, FakeDialogs())
    qtbot.addWidget(panel)
    workspace.open(Session(new_document(wide_ladder())))
    monkeypatch.setattr(panel, "_findings", lambda: tuple(findings(MANY)))
    view = view_of(panel)
    QAbstractItemModelTester(view.model(), FATAL, panel)
    panel.resize(700, 300)
    panel.show()
    panel.refresh()
    yield panel


def view_of(panel: ProblemsPanel) -> QTreeView:
    view = panel.findChild(QTreeView, "problemsView")
    assert view is not None
    return view


def last_text(panel: ProblemsPanel) -> str:
    model = view_of(panel).model()
    return str(model.index(model.rowCount() - 1, 0).data())


def test_that_the_list_says_how_many_more_there_are_and_lists_them(
    panel: ProblemsPanel, qtbot: QtBot
) -> None:
    view = view_of(panel)
    assert view.model().rowCount() == LISTED + 1
    assert last_text(panel).startswith(f"{MANY - LISTED:,} more problems are not listed")
    for left in (5, 0):
        view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert last_text(panel).startswith(f"{left} more" if left else f"No {MANY - 1}")
    assert view.model().rowCount() == MANY


def test_that_the_next_problem_goes_on_behind_the_last_that_is_listed(
    panel: ProblemsPanel,
) -> None:
    view = view_of(panel)
    view.setCurrentIndex(view.model().index(LISTED - 1, 0))
    panel.step(+1)
    QApplication.processEvents()
    assert view.currentIndex().data() == f"No {LISTED}"


def test_that_all_problems_are_printed(panel: ProblemsPanel) -> None:
    (offer,) = panel.offers()
    report = offer.report(False)
    assert f"No {MANY - 1}" in str(report)
    assert sum(1 for _ in wanted_rows(findings(MANY), FindingFilter())) == MANY


@pytest.mark.parametrize("grouping", ["rule", "place"])
def test_that_a_group_names_all_that_is_in_it(grouping: str) -> None:
    (group,) = arrange(findings(MANY), FindingFilter(grouping=grouping))  # type: ignore[arg-type]
    assert group.count == MANY
    assert len(group.children) == LISTED // 10 + 1
    assert group.children[-1].is_more


def test_that_a_filter_counts_what_it_leaves() -> None:
    mixed = [*findings(LISTED + 3), *findings(7, "vague-words")]
    rows = arrange(mixed, FindingFilter(query="placeholder"))
    assert rows[-1].text.startswith("3 more")


def test_that_rows_in_many_places_go_and_come_at_once() -> None:
    old = [f"{n}" for n in range(1000)]
    new = [f"{n}" if n % 3 else f"x{n}" for n in range(1000)]
    assert runs(old, new) == ([range(1000)], [range(1000)])
    assert runs(old, [*old[:500], "y", *old[500:]]) == ([], [range(500, 501)])
