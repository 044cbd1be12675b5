"""Exporting a ladder or a part of it from the window: choices, preview, progress, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTextBrowser, QTreeWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.export.dialog import ExportChoice
from laddereditor.gui.export.progress import ExportProgress
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.presentation.export.ladder_choice import counts, file_name, preview_html
from laddereditor.presentation.export.subjects import (
    ExportRequest,
    LadderExportAnswer,
    export_subjects,
    groups_of,
)
from laddereditor.reports.exporter import ExportScope
from laddereditor.reports.exporters import EXPORTERS, exporter_named
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import trigger
from tests.reports.exporting.test_export_scope import ladder

PAGE = Address("families/baker/P2")


@pytest.fixture
def choice(qtbot: QtBot) -> ExportChoice:
    widget = ExportChoice(ExportRequest(ladder(), PAGE))
    qtbot.addWidget(widget)
    return widget


def box(choice: ExportChoice, name: str) -> QComboBox:
    found = choice.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def test_that_the_page_is_offered_first_as_word_for_everybody(choice: ExportChoice) -> None:
    answer = choice.answer()
    assert isinstance(answer, LadderExportAnswer)
    assert answer.exporter.name == "docx" and answer.title == "baker P2"
    assert answer.scope == ExportScope("everybody", at=(PAGE,))


def test_that_the_whole_ladder_is_one_choice_away(choice: ExportChoice) -> None:
    words = [one.words for one in export_subjects(ExportRequest(ladder(), PAGE))]
    box(choice, "export.what").setCurrentIndex(words.index("The whole ladder: t"))
    answer = choice.answer()
    assert isinstance(answer, LadderExportAnswer) and answer.scope == ExportScope()


def test_that_every_exporter_of_the_registry_is_offered(choice: ExportChoice) -> None:
    groups, formats = box(choice, "export.as"), box(choice, "export.format")
    found = []
    for group in range(groups.count()):
        groups.setCurrentIndex(group)
        for file in range(formats.count()):
            formats.setCurrentIndex(file)
            answer = choice.answer()
            assert isinstance(answer, LadderExportAnswer)
            found.append(answer.exporter)
    assert found == [
        one for group in groups_of(EXPORTERS) for one in EXPORTERS if one.group == group
    ]
    assert len(found) == len(EXPORTERS)


def test_that_what_is_selected_is_offered_before_what_is_shown() -> None:
    selected = (Address("families/baker/P1"), PAGE)
    first, second, *_ = export_subjects(ExportRequest(ladder(), PAGE, selected))
    assert (first.words, first.at) == ("The 2 selected: baker P1, baker P2", selected)
    assert second.at == (PAGE,)


def test_that_a_sheet_is_seen_before_it_is_exported_and_refused_in_words(
    choice: ExportChoice, qtbot: QtBot
) -> None:
    groups, preview = box(choice, "export.as"), choice.findChild(QTextBrowser, "export.preview")
    summary = choice.findChild(QLabel, "export.summary")
    assert isinstance(preview, QTextBrowser) and isinstance(summary, QLabel)
    groups.setCurrentText("Goal sheet")
    assert "By when" in preview.toPlainText()
    with qtbot.waitSignal(choice.usable) as usable:
        groups.setCurrentText("Comparison")
    assert usable.args == [False] and "1 profile or level would be shown" in summary.text()


def test_that_ticked_parts_are_the_scope(choice: ExportChoice) -> None:
    what = box(choice, "export.what")
    what.setCurrentIndex(what.count() - 1)
    tree = choice.findChild(QTreeWidget, "export.parts")
    assert isinstance(tree, QTreeWidget) and tree.isEnabled()
    assert choice.scope() == ExportScope()
    families = tree.topLevelItem(0)
    assert families is not None
    families.child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert choice.scope().families == ("pastry", "waiter")


def test_that_a_list_without_a_tick_exports_nothing(choice: ExportChoice, qtbot: QtBot) -> None:
    what = box(choice, "export.what")
    what.setCurrentIndex(what.count() - 1)
    tree = choice.findChild(QTreeWidget, "export.parts")
    assert isinstance(tree, QTreeWidget)
    families = tree.topLevelItem(0)
    assert families is not None
    with qtbot.waitSignal(choice.usable) as usable:
        families.setCheckState(0, Qt.CheckState.Unchecked)
    assert usable.args == [False]
    summary = choice.findChild(QLabel, "export.summary")
    assert isinstance(summary, QLabel) and "Nothing is ticked below Families" in summary.text()


def test_that_the_preview_shows_pay_only_to_those_who_may_see_it(
    choice: ExportChoice,
) -> None:
    what, audience = box(choice, "export.what"), box(choice, "export.audience")
    what.setCurrentIndex(2)
    preview = choice.findChild(QTextBrowser, "export.preview")
    assert isinstance(preview, QTextBrowser)
    assert "Elbonian" not in preview.toPlainText()
    audience.setCurrentIndex(2)
    assert "Elbonian" in preview.toPlainText()


def test_that_it_says_how_much_goes_out_or_why_nothing_does() -> None:
    assert counts(ladder(), ExportScope(families=("waiter",))) == (
        "1 family with 1 profile, 1 level, 0 skills"
    )
    nothing = ExportScope(families=("waiter",), levels=("P1",))
    assert "nothing of what was chosen" in counts(ladder(), nothing)


def test_that_a_preview_has_a_few_pages_and_one_without_families() -> None:
    assert "Bakes" in preview_html(ladder(), ExportScope())
    assert "P1" in preview_html(ladder(), ExportScope(at=(Address("levels/P1"),)))


def test_that_names_of_files_are_ones_that_systems_accept() -> None:
    answer = LadderExportAnswer(exporter_named("xlsx"), ExportScope(), "AI/ML: <x>")
    assert file_name(answer) == "AI ML x.xlsx"


def test_that_progress_is_shown_and_cancelled(qtbot: QtBot) -> None:
    progress = ExportProgress("x.docx")
    qtbot.addWidget(progress)
    cancelled: list[bool] = []
    progress.watch(lambda: cancelled.append(True))
    progress.report(0.5)
    qtbot.waitUntil(progress.isVisible)
    progress.reject()
    assert cancelled == [True]


@pytest.mark.parametrize("name", ["xlsx", "docx", "json", "html"])
def test_that_the_window_writes_a_ladder_by_keys(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path, name: str
) -> None:
    exporter = exporter_named(name)
    target = tmp_path / f"out{exporter.suffix}"
    answer = LadderExportAnswer(exporter, ExportScope(), "Ladder")
    dialogs.answers |= {"export": answer, "export_to_save": target}
    qtbot.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(target.exists, timeout=20_000)
    proposal, kind = dialogs.asked[-1][1]
    assert (proposal.name, kind) == (f"Ladder{exporter.suffix}", exporter.title)


def test_that_an_export_that_fails_says_why_and_leaves_the_old_file(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    answer = LadderExportAnswer(exporter_named("html"), ExportScope(), "Ladder")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("mine")
    dialogs.answers |= {"export": answer, "export_to_save": tmp_path / "site"}
    trigger(window, "file.export")
    qtbot.waitUntil(lambda: dialogs.asked[-1][0] == "show_message", timeout=20_000)
    assert "index.html in it is not from an export" in dialogs.asked[-1][1][1]
    assert (tmp_path / "site" / "index.html").read_text() == "mine"
