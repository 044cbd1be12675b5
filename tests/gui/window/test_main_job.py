"""The main job in the real window: open, edit, see what is wrong, undo, save, close."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTabBar, QTreeView
from pytestqt.qtbot import QtBot

from laddereditor.assets import sample_ladders
from laddereditor.edits.adding import add
from laddereditor.edits.deleting import delete
from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.commands.palette import CommandPalette
from laddereditor.gui.commands.shortcut_sheet import shortcut_rows
from laddereditor.gui.forms.page import FormPage
from laddereditor.gui.program.remembering import (
    remember,
    restore_files,
    restore_geometry,
    restore_layout,
)
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.commands import COMMANDS
from laddereditor.presentation.dialogs.protocol import (
    ImportAnswer,
    ImportDecision,
    ImportReview,
    NewLadder,
    PageChoice,
)
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from laddereditor.storage.reading.faults import UnreadableLadder
from tests.finding import find
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView

P2 = Address("families/software/P2")
PAGE = """\
P2 — Intermediate
Bridge Keeper
Keeps one bridge safe and open.
What this level means
Works alone on known bridges
- Scope
- One bridge
- Typical experience
- 2–4 yrs
What you'd do
- Inspects joints and bearings twice a year
- Plans closures with the harbour
Skills, knowledge & tools
- Steel inspection
- Tide tables
What good looks like
- No unplanned closure in a year
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    with qtbot.waitExposed(window):
        window.show()
    yield window


def summary_of(window: MainWindow) -> QPlainTextEdit:
    window.workspace.go_to("levels/P2", FieldPath("summary"))
    field = window.form.findChild(QPlainTextEdit, "field.summary")
    assert field is not None
    return field


def session_of(window: MainWindow) -> Session:
    assert window.workspace.session is not None
    return window.workspace.session


def trigger(window: MainWindow, command: str) -> None:
    window.actions_by_id[command].trigger()


def test_that_a_typed_text_is_saved_in_one_line_of_the_file(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    field = summary_of(window)
    field.selectAll()
    qtbot.keyClicks(field, "Works alone.")
    assert window.isWindowModified()
    trigger(window, "file.save")
    assert not window.isWindowModified()
    changed = [
        (old, new)
        for old, new in zip(SMALL.splitlines(), path.read_text("utf-8").splitlines(), strict=True)
        if old != new
    ]
    assert changed == [("    summary: Works alone on known things.", "    summary: Works alone.")]


def test_that_saving_without_a_change_keeps_every_byte(window: MainWindow, path: Path) -> None:
    trigger(window, "file.save")
    assert path.read_text("utf-8") == SMALL


def test_that_undo_by_keyboard_takes_back_typing_while_the_field_has_the_focus(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    field = summary_of(window)
    field.setFocus()
    qtbot.keyClicks(field, " More")
    assert window.actions_by_id["edit.undo"].text().startswith("&Undo ")
    trigger(window, "edit.undo")
    assert session_of(window).ladder.levels[1].summary == "Works alone on known things."
    assert field.toPlainText() == "Works alone on known things."
    trigger(window, "edit.redo")
    assert "More" in field.toPlainText()


def test_that_a_problem_appears_while_typing_and_leads_to_its_field(
    qtbot: QtBot, window: MainWindow
) -> None:
    field = summary_of(window)
    field.selectAll()
    qtbot.keyClicks(field, "TBD")
    window.workspace.go_to("skills/python")
    view = window.problems.findChild(QTreeView, "problemsView")
    assert view is not None
    texts = {view.model().index(row, 0).data(): row for row in range(view.model().rowCount())}
    row = next(row for text, row in texts.items() if "TBD" in text)
    view.setCurrentIndex(view.model().index(row, 0))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.workspace.address == "levels/P2"


def test_that_closing_asks_and_cancel_stays(window: MainWindow, dialogs: FakeDialogs) -> None:
    window.workspace.go_to("levels/P2")
    trigger(window, "edit.duplicate")
    dialogs.answers["save_changes"] = "cancel"
    assert not window.close()
    dialogs.answers["save_changes"] = "discard"
    assert window.close()


def test_that_save_on_close_writes_the_file(
    window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    window.workspace.go_to("levels/P2")
    trigger(window, "edit.duplicate")
    dialogs.answers["save_changes"] = "save"
    assert window.close()
    assert len(read_text(path.read_text("utf-8")).ladder.levels) == 4


def test_that_two_ladders_are_tabs_and_keep_their_places(
    window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(SMALL.replace("Small ladder", "Other ladder"), "utf-8")
    window.workspace.go_to(P2)
    window.opening.open_files([other])
    tabs = window.findChild(QTabBar, "ladderTabs")
    assert tabs is not None
    assert [tabs.tabText(i) for i in range(tabs.count())] == ["small.yaml", "other.yaml"]
    assert window.workspace.address == ""
    trigger(window, "go.previous_ladder")
    assert window.workspace.address == P2
    assert window.windowTitle().startswith("small.yaml")
    trigger(window, "file.close")
    assert len(window.workspace.sessions) == 1


def test_that_opening_a_file_twice_shows_it(window: MainWindow, path: Path) -> None:
    window.opening.open_files([path])
    assert len(window.workspace.sessions) == 1


def test_that_a_broken_file_says_what_to_correct_and_can_be_tried_again(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("laddereditor: 1\nfamilies: none\n", "utf-8")

    def mend(_path: Path, faults: tuple[object, ...]) -> str:
        assert "should be a list" in str(faults[0])
        broken.write_text("laddereditor: 1\nname: Mended\n", "utf-8")
        return "again"

    dialogs.answers["unreadable"] = mend
    window.opening.open_files([broken])
    assert session_of(window).ladder.name == "Mended"


def test_that_open_window_raises_for_a_file_it_cannot_read(
    qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    with pytest.raises(UnreadableLadder):
        open_window([tmp_path / "nowhere.yaml"], dialogs=dialogs)
    QApplication.processEvents()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow):
            widget.shut_down()
            widget.deleteLater()


def test_that_a_newer_format_opens_read_only(window: MainWindow, tmp_path: Path) -> None:
    newer = tmp_path / "newer.yaml"
    newer.write_text(SMALL.replace("laddereditor: 1", "laddereditor: 2"), "utf-8")
    window.opening.open_files([newer])
    assert session_of(window).read_only
    assert "read-only" in window.windowTitle()
    assert not window.actions_by_id["edit.add"].isEnabled()


def test_that_a_sample_opens_as_a_copy_without_a_file(window: MainWindow) -> None:
    window.opening.open_sample("technology.yaml")
    assert session_of(window).path is None
    assert not window.isWindowModified()


@pytest.mark.parametrize("template", ["professional-and-management", "four-tracks", "empty"])
def test_that_a_new_ladder_starts_from_each_template(
    window: MainWindow, dialogs: FakeDialogs, template: str
) -> None:
    dialogs.answers["new_ladder"] = NewLadder(template, "Harbour works")
    trigger(window, "file.new")
    ladder = session_of(window).ladder
    assert (ladder.name, ladder.id) == ("Harbour works", "harbour-works")
    report = session_of(window).report
    assert report is not None
    assert not [found for found in report.findings if found.severity == "error"]


def test_that_a_copied_page_goes_into_the_open_ladder_as_one_step(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    reviews: list[ImportReview] = []

    def into(review: ImportReview) -> ImportDecision:
        reviews.append(review)
        return ImportDecision("into")

    dialogs.answers["paragraph"] = lambda _title, _label, text: text
    dialogs.answers["review_import"] = into
    trigger(window, "file.paste_page")
    ladder = session_of(window).ladder
    assert [family.name for family in ladder.families][-1] == "Bridge Keeper"
    assert len(ladder.levels) == 3
    assert reviews[0].into == "small.yaml"
    trigger(window, "edit.undo")
    assert len(session_of(window).ladder.families) == 2


def test_that_a_page_file_becomes_a_new_ladder(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    dialogs.answers["pages_to_import"] = [page]
    dialogs.answers["review_import"] = ImportDecision("new")
    trigger(window, "file.import_page")
    assert len(window.workspace.sessions) == 2
    assert session_of(window).is_modified
    assert window.workspace.address == "families/bridge-keeper/P2"
    form = window.form.findChild(FormPage)
    assert form is not None
    assert form.verticalScrollBar().value() == 0


def test_that_several_pages_are_imported_and_the_refused_ones_named(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page, odd = tmp_path / "page.txt", tmp_path / "odd.txt"
    page.write_text(PAGE, "utf-8")
    odd.write_text("A letter to a friend.", "utf-8")
    dialogs.answers["pages_to_import"] = [odd, page]
    dialogs.answers["show_message"] = None
    dialogs.answers["review_import"] = ImportDecision("into", (PageChoice("Ferry Pilot", "P2"),))
    trigger(window, "file.import_page")
    assert [family.name for family in session_of(window).ladder.families][-1] == "Ferry Pilot"
    assert window.workspace.address == "families/ferry-pilot/P2"
    title, text = next(what for name, what in dialogs.asked if name == "show_message")[:2]
    assert title == "Not all pages were imported"
    assert text.startswith("odd.txt:")


def test_that_a_page_leads_to_its_profile_and_takes_what_was_ticked(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    QGuiApplication.clipboard().setText(PAGE.replace("Plans closures", "Opens the bridge"))
    code = session_of(window).ladder.levels[0].id
    dialogs.answers["paragraph"] = lambda _title, _label, text: text

    def decide(review: ImportReview) -> ImportDecision:
        choices = tuple(PageChoice("Keeper", code) for _ in review.pages)
        differing = review.judge(choices, False).differing
        assert any("› Name:" in one for one in differing)
        names = [at for at, one in enumerate(differing) if "› Name:" in one]
        return ImportDecision("into", choices, tuple(names))

    dialogs.answers["review_import"] = decide
    trigger(window, "file.paste_page")
    assert window.workspace.address == f"families/keeper/{code}"
    first = session_of(window).ladder.levels[0]
    assert f" — {first.name}" in PAGE
    trigger(window, "edit.undo")
    assert session_of(window).ladder.levels[0].name != first.name


def _import_as_new(window: MainWindow, dialogs: FakeDialogs) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    dialogs.answers["paragraph"] = lambda _title, _label, text: text
    dialogs.answers["review_import"] = ImportDecision("new")
    trigger(window, "file.paste_page")


def _create(window: MainWindow, dialogs: FakeDialogs) -> None:
    dialogs.answers["new_ladder"] = NewLadder("four-tracks", "Night shift")
    trigger(window, "file.new")


@pytest.mark.parametrize(
    "begin",
    [_import_as_new, _create, lambda window, _: window.opening.open_sample("people.yaml")],
    ids=["import", "template", "sample"],
)
@pytest.mark.parametrize("page", ["changes", "compare", "matrix"])
def test_that_a_new_ladder_begins_in_its_form_whatever_was_active(
    window: MainWindow,
    dialogs: FakeDialogs,
    page: str,
    begin: Callable[[MainWindow, FakeDialogs], None],
) -> None:
    trigger(window, f"view.{page}")
    begin(window, dialogs)
    assert len(window.workspace.sessions) == 2
    assert window.centre.current == "form"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.tree.isAncestorOf(focus)


@pytest.fixture
def faultless(qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    dialogs.answers["save_changes"] = "discard"
    path = tmp_path / "technology.yaml"
    path.write_bytes(sample_ladders()["technology.yaml"].read_bytes())
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    with qtbot.waitExposed(window):
        window.show()
    assert not window.problems.has_findings
    yield window


def test_that_the_keyboard_stays_in_problems_when_a_dialog_deals_with_the_last_one(
    qtbot: QtBot, faultless: MainWindow
) -> None:
    window = faultless
    window.activateWindow()
    window.workspace.attempt(add, Address(), "skill", values={"name": "Juggling"})
    trigger(window, "view.problems")
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    window.workspace.attempt(delete, [Address("skills/juggling")])
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.problems.has_findings
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert window.problems.isAncestorOf(focus)


def set_track(window: MainWindow, *, broken: bool) -> None:
    """Let a level be on a track that is not there, or again on one that is."""
    track = "nowhere" if broken else "professional"
    window.workspace.attempt(set_field, Address("levels/P1"), "track", track)
    session_of(window).start_check()
    assert window.problems.has_findings is broken


def test_that_problems_fold_while_there_are_none_and_come_back_without_the_focus(
    faultless: MainWindow,
) -> None:
    dock = faultless.docks["problems"]
    assert not dock.isVisible()
    faultless.form.setFocus()
    before = QApplication.focusWidget()
    for broken in (True, False, True):
        set_track(faultless, broken=broken)
        assert dock.isVisible() is broken
        assert QApplication.focusWidget() is before


def test_that_problems_stay_as_the_person_wants_them(faultless: MainWindow) -> None:
    dock = faultless.docks["problems"]
    trigger(faultless, "panel.problems")  # opened though there are none
    faultless.tree.setFocus()
    faultless.workspace.attempt(set_field, Address(), "organization", "Ours")
    assert dock.isVisible()
    trigger(faultless, "panel.problems")  # closed for good
    assert not dock.isVisible()
    set_track(faultless, broken=True)
    assert not dock.isVisible()


def test_that_a_folded_view_is_open_again_in_the_next_run(faultless: MainWindow) -> None:
    remember(faultless)
    assert not faultless.docks["problems"].isHidden()


def test_that_the_page_gets_the_width_that_the_form_has_no_use_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.docks["page"]
    window.resize(1920, 1000)
    qtbot.waitUntil(lambda: page.width() > 600)
    assert window.centre.width() < 960
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: page.width() == 360)
    window.resizeDocks([page], [450], Qt.Orientation.Horizontal)  # as a person drags
    qtbot.waitUntil(lambda: page.width() == 450)
    window.resize(1900, 720)
    qtbot.waitUntil(lambda: window.centre.width() > 1000)
    assert page.width() == 450


def test_that_tab_goes_through_the_filters_of_tree_and_problems(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.docks.show("problems")
    start = QApplication.focusWidget()
    assert start is not None
    seen: list[str] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    for name in ("error", "warning", "info", "Grouping", "Filter"):
        assert f"problems.{name}" in seen or f"problems{name}" in seen
    assert "treeFilter" in seen


def test_that_the_first_tabs_on_the_welcome_page_are_its_links(
    qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    window = open_window([], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    with qtbot.waitExposed(window):
        window.show()
    window.enable_welcome()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.property("look") == "tile"


def import_again(
    window: MainWindow, dialogs: FakeDialogs, text: str, answer: ImportAnswer | None
) -> Session:
    """Import PAGE, then another text of the same family and level."""
    dialogs.answers["paragraph"] = lambda _title, _label, copied: copied
    answers: list[tuple[str, ImportAnswer | None]] = [(PAGE, "into"), (text, answer)]
    for page, chosen in answers:
        QGuiApplication.clipboard().setText(page)
        dialogs.answers["review_import"] = ImportDecision(chosen) if chosen else None
        trigger(window, "file.paste_page")
    return session_of(window)


OTHER_PAGE = PAGE.replace("Plans closures with the harbour", "Trains the two deputies")


def test_that_a_page_whose_profile_is_there_is_looked_through_as_changes(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    session = import_again(window, dialogs, OTHER_PAGE, "join")
    (before,) = session.ladder.families[-1].profiles
    assert window.centre.current == "changes"
    view = cast("ChangesView", window.centre.page("changes"))
    view.take_all()
    (after,) = session.ladder.families[-1].profiles
    assert after.responsibilities == (*before.responsibilities, "Trains the two deputies")
    assert [one.name for one in session.ladder.families][-2:] != ["Bridge Keeper"] * 2
    trigger(window, "edit.undo")
    assert session.ladder.families[-1].profiles == (before,)


def test_that_what_one_writes_while_a_page_is_looked_through_is_no_change_of_the_page(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    import_again(window, dialogs, OTHER_PAGE, "join")
    view = cast("ChangesView", window.centre.page("changes"))
    window.workspace.attempt(set_field, P2, "summary", "Mine")
    view.take_all()
    assert find(session_of(window).ladder, P2).summary == "Mine"


def test_that_the_review_tells_of_a_profile_that_is_there_and_leaves_it_out_if_asked(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    session = import_again(window, dialogs, OTHER_PAGE, None)
    review = dialogs.asked[-1][1][0]
    choices = tuple(page.choice for page in review.pages)
    assert review.judge(choices, False).here == ("Bridge Keeper P2",)
    assert len(session.ladder.families) == 3


def test_that_a_profile_comes_in_beside_only_when_that_was_asked(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    session = import_again(window, dialogs, OTHER_PAGE, "into")
    assert [one.name for one in session.ladder.families][-2:] == [
        "Bridge Keeper",
        "Bridge Keeper 2",
    ]


def test_that_a_page_that_brings_nothing_says_so(window: MainWindow, dialogs: FakeDialogs) -> None:
    reported: list[str] = []
    window.workspace.notice.connect(reported.append)
    session = import_again(window, dialogs, PAGE, "into")
    assert len(session.ladder.families) == 3
    assert reported == [
        "All that the pasted text says is in the ladder already. Nothing was changed."
    ]


def test_that_every_command_has_words_and_a_tip_and_no_key_twice(window: MainWindow) -> None:
    keys: dict[str, str] = {}
    for command in COMMANDS:
        action = window.actions_by_id[command.id]
        assert action.objectName() == f"action.{command.id}"
        assert action.text()
        assert command.tip
        in_sheet = command.scope in ("compare", "matrix")  # whose keys go before the window's
        for key in filter(None, command.shortcut.split("; ")):
            place = f"{key} in {command.scope}" if in_sheet else key
            assert place not in keys, f"{place}: {command.id} and {keys[place]}"
            keys[place] = command.id
    assert len(shortcut_rows()) >= len(keys) / 2


def test_that_the_palette_finds_and_runs_a_command(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.go_to("levels/P2")
    trigger(window, "help.palette")
    palette = window.findChild(CommandPalette)
    assert palette is not None
    field = palette.findChild(QLineEdit, "commandPaletteField")
    assert field is not None
    qtbot.keyClicks(field, "duplicate")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(session_of(window).ladder.levels) == 4


def test_that_going_back_and_forward_follows_the_way_one_came(window: MainWindow) -> None:
    for place in ("levels/P1", "skills/python", P2):
        window.workspace.go_to(place)
    trigger(window, "go.back")
    assert window.workspace.address == "skills/python"
    trigger(window, "go.forward")
    assert window.workspace.address == P2


def test_that_colours_and_text_size_change_at_once(window: MainWindow) -> None:
    light = QApplication.palette().window().color()
    size = QApplication.font().pointSizeF()
    trigger(window, "view.dark")
    assert QApplication.palette().window().color() != light
    trigger(window, "view.zoom_in")
    assert QApplication.font().pointSizeF() > size
    trigger(window, "view.zoom_reset")
    trigger(window, "view.light")


def test_that_the_source_follows_the_selection_with_the_lines_of_the_file(
    window: MainWindow,
) -> None:
    window.pages.show_dock("source")
    window.workspace.go_to("skills/mentoring")
    window.source.draw()
    text = window.source.editor.toPlainText()
    assert text.lstrip().startswith("- id: mentoring")


def test_that_the_page_shows_markup_of_a_file_as_text(window: MainWindow, tmp_path: Path) -> None:
    sly = tmp_path / "sly.yaml"
    sly.write_text("laddereditor: 1\nname: <b>Bold</b> & co\n", "utf-8")
    window.opening.open_files([sly])
    window.pages.show_dock("page")
    window.page.draw()
    assert "<b>Bold</b> & co" in window.page.toPlainText()


def test_that_layout_and_open_files_are_there_at_the_next_start(
    qtbot: QtBot, path: Path, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    first = open_window([path], settings=settings, dialogs=dialogs)
    qtbot.addWidget(first)
    first.show()
    first.resize(1000, 700)
    first.docks["problems"].hide()
    assert first.close()
    settings.wait()
    second = MainWindow(Settings(tmp_path / "settings.ini"), dialogs=dialogs)
    qtbot.addWidget(second, before_close_func=lambda w: w.shut_down())
    restore_geometry(second)
    second.show()
    second.finish_startup()
    restore_layout(second)
    restore_files(second)
    qtbot.waitUntil(lambda: second.workspace.session is not None)
    assert second.workspace.session is not None
    assert second.workspace.session.path == path
    assert second.docks["problems"].isHidden()
    qtbot.waitUntil(lambda: second.workspace.session.report is not None)


def test_that_the_ladder_in_front_and_its_open_branches_are_there_at_the_next_start(
    qtbot: QtBot, path: Path, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("laddereditor: 1\nname: Other\n", "utf-8")
    settings = Settings(tmp_path / "settings.ini")
    first = open_window([path, other], settings=settings, dialogs=dialogs)
    qtbot.addWidget(first)
    first.show()
    first.workspace.show_session(first.workspace.sessions[0])
    first.tree.collapse_all()
    first.workspace.go_to("families/software/P1")
    expected = first.tree.state()
    assert first.close()
    settings.wait()
    second = open_window([], settings=Settings(tmp_path / "settings.ini"), dialogs=dialogs)
    qtbot.addWidget(second, before_close_func=lambda w: w.shut_down())
    second.show()
    restore_files(second)
    assert [s.path for s in second.workspace.sessions] == [path, other]
    assert second.workspace.session is second.workspace.sessions[0]
    assert second.workspace.address == "families/software/P1"
    assert second.tree.state()["expanded"] == expected["expanded"]


def test_that_reading_in_a_thread_can_be_cancelled(
    qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    large = tmp_path / "large.yaml"
    skills = "".join(f"  - id: s{n}\n    name: Skill {n}\n" for n in range(60000))
    large.write_text(f"laddereditor: 1\nname: Large\nskills:\n{skills}", "utf-8")
    window = MainWindow(Settings.forgetful(), dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.finish_startup()
    window.show()
    window.opening.open_files([large])
    assert window.opening.is_busy
    window.opening.cancel()
    assert not window.opening.is_busy
    qtbot.wait(100)
    assert window.workspace.session is None


def test_that_the_welcome_page_offers_the_ways_to_start(qtbot: QtBot, dialogs: FakeDialogs) -> None:
    window = open_window([], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.show()
    assert window.welcoming.page.isVisible()
    assert not window.docks["tree"].isVisible()
    window.opening.open_sample("people.yaml")
    assert not window.welcoming.page.isVisible()
    assert window.docks["tree"].isVisible()
