"""Texts in full: as high as their lines, marked, never taken for markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.align.marks import Mark
from laddereditor.edits.deleting import delete
from laddereditor.edits.lists import remove_items
from laddereditor.edits.moving import move
from laddereditor.edits.references import rename
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.text.marked import MarkedText
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from tests.gui.changes.helpers import (
    P1,
    P2,
    button,
    headlines,
    label,
    ladder_of,
    renewed,
    select,
    set_summary,
    text,
    texts,
)


def test_that_a_text_is_as_high_as_its_lines_at_any_size(qtbot: QtBot, qapp: QApplication) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    shown = MarkedText(holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(shown)
    layout.addStretch(1)
    holder.resize(300, 900)
    shown.show_marks((Mark("same", "Datenschutzfolgenabschätzungsverantwortung " * 12),))
    holder.show()
    before = QFont(qapp.font())
    for points in (9, 18, 7):
        larger = QFont(before)
        larger.setPointSizeF(points)
        shown.setFont(larger)
        qtbot.waitUntil(lambda: _room(shown) in range(-1, 2))
        assert shown.verticalScrollBar().maximum() <= 1


def _room(shown: MarkedText) -> int:
    """Return by how much a text is higher than its lines."""
    lines = shown.content_height(float("inf")) + 2 * shown.document().documentMargin()
    return round(shown.viewport().height() - lines)


def test_that_words_of_a_file_are_never_taken_for_markup(
    view: ChangesView, workspace: Workspace
) -> None:
    set_summary(workspace, "<b>Works</b> & more")
    renewed(view)
    assert text(view, "changeAfter") == "<b>Works</b> & more"
    assert label(view, "changeTitle") == "Summary reworded"
    index = view.tree.currentIndex()
    assert "&lt;b&gt;Works" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_a_row_is_announced_with_its_effect_and_the_reason(
    view: ChangesView, workspace: Workspace
) -> None:
    workspace.attempt(remove_items, P2, "qualifications", [0])
    renewed(view)
    spoken = view.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    row = view.tree.chosen()[0]
    assert spoken == f"{row.label}. Asks for less: {row.change.reason}"
    group = view.tree.changes.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert group == "Software Engineer: 1 ask for less"


def test_that_an_entry_that_is_gone_is_shown_in_full(
    view: ChangesView, workspace: Workspace
) -> None:
    workspace.attempt(delete, [P1])
    renewed(view)
    assert "Fixes defects in a known service" in text(view, "changeBefore")
    assert text(view, "changeAfter") == "Not there any more"


def test_that_a_renamed_level_is_one_change_and_is_undone_with_all_that_followed(
    view: ChangesView, workspace: Workspace
) -> None:
    old = ladder_of(workspace)
    workspace.attempt(rename, Address("levels/P2"), "P4")
    renewed(view)
    assert texts(view) == {"Levels": {"Level P2 renamed to P4 (1 place follows)": {}}}
    view.undo_chosen()
    assert ladder_of(workspace) == old


def test_that_a_profile_that_moved_is_navigated_to_where_it_is(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    workspace.attempt(move, [P2], Address("families/design"), 0)
    renewed(view)
    select(view, "moved")
    with qtbot.waitSignal(view.go_wanted) as asked:
        view.go_to_change()
    assert asked.args == ["families/design/P2", ""]
    view.undo_chosen()
    assert not headlines(view)


def test_that_what_is_gone_is_navigated_to_in_its_list(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    workspace.attempt(remove_items, P1, "responsibilities", [1])
    renewed(view)
    with qtbot.waitSignal(view.go_wanted) as asked:
        button(view, "changesGo").click()
    assert asked.args == [P1, "responsibilities"]
    workspace.attempt(delete, [P1])
    renewed(view)
    with qtbot.waitSignal(view.go_wanted) as asked:
        view.go_to_change()
    assert asked.args == ["families/software", ""]


def test_that_delete_undoes_and_insert_takes(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    old = ladder_of(workspace)
    set_summary(workspace, "Works alone on new things.")
    mine = ladder_of(workspace)
    renewed(view)
    qtbot.keyClick(view.tree, Qt.Key.Key_Insert)
    assert ladder_of(workspace) is mine
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert ladder_of(workspace) == old
    view.review(mine, "anna.yaml")
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert ladder_of(workspace) == old
    qtbot.keyClick(view.tree, Qt.Key.Key_Insert)
    assert ladder_of(workspace) == mine


def test_that_what_is_taken_with_it_is_said(view: ChangesView, workspace: Workspace) -> None:
    old = ladder_of(workspace)
    workspace.attempt(delete, [Address("skills/mentoring")], uses="remove")
    view.review(old, "anna.yaml")
    rows = view.tree.changes.shown.rows.values()
    view.tree.go_to_key(next(row.key for row in rows if row.entity is not None))
    assert "1 other change is taken along" in label(view, "changeMore")
    button(view, "changesTake").click()
    assert ladder_of(workspace) == old
