"""Publishing from the window, and the view of what was published."""

import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.export.paper import PrintPreview
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.gui.versions.publishing import advice_of
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import PublishAdvice, PublishAnswer, PublishOffer
from laddereditor.presentation.export.offers import ExportOffer, note_offer
from laddereditor.presentation.workspace.refused_texts import RefusedText
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.session.session import Session
from laddereditor.session.suggesting import BumpSuggestion
from laddereditor.storage.files.ladder_files import open_ladder
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

OFFER = PublishOffer(
    "Small ladder", "1.0.0", (("major", "2.0.0"), ("minor", "1.1.0"), ("patch", "1.0.1")), "Anna"
)
DRAFT = "More is asked for."
Tell = Callable[[PublishAdvice], None]


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
    dialogs.answers["publish"] = PublishAnswer("1.0.0", "The first one", "Anna")
    window.show()
    window.pages.show_dock("versions")
    yield window


def _session(window: MainWindow) -> Session:
    session = window.workspace.session
    assert session is not None
    return session


def _publish(window: MainWindow) -> None:
    window.actions_by_id["file.publish"].trigger()


def _rows(window: MainWindow) -> list[tuple[str, ...]]:
    view = window.versions._view
    items = [view.topLevelItem(n) for n in range(view.topLevelItemCount())]
    return [tuple(item.text(n) for n in range(6)) for item in items if item]


def _press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, f"versions.{name}")
    assert button is not None
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# -- the dialog ---------------------------------------------------------------------------------


def _dialog(qtbot: QtBot) -> tuple[PublishDialog, Tell]:
    reported: list[Tell] = []
    dialog = PublishDialog(OFFER, reported.append, print)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, reported[0]


def _ok(dialog: PublishDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    return box.button(QDialogButtonBox.StandardButton.Ok)


def test_that_nothing_is_published_without_saying_what_is_new(qtbot: QtBot) -> None:
    dialog, _ = _dialog(qtbot)
    assert not _ok(dialog).isEnabled()
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "publish.summary"), "More mentoring")
    assert not _ok(dialog).isEnabled(), "no number was chosen yet"
    cast("QRadioButton", dialog.findChild(QRadioButton, "publish.major")).click()
    assert _ok(dialog).isEnabled()
    assert dialog.answer() == PublishAnswer("2.0.0", "More mentoring", "Anna")


def test_that_no_number_is_chosen_when_nothing_changed(qtbot: QtBot) -> None:
    dialog, tell = _dialog(qtbot)
    tell(advice_of(BumpSuggestion("", "none", ("Nothing changed since version 1.0.0",))))
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "publish.summary"), "The same again")
    assert not any(button.isChecked() for button in dialog.findChildren(QRadioButton))
    assert not _ok(dialog).isEnabled()
    assert "Nothing changed since version 1.0.0" in dialog._advice.text()


def test_that_the_number_advised_is_chosen(qtbot: QtBot) -> None:
    dialog, tell = _dialog(qtbot)
    tell(PublishAdvice("1.1.0", "A minor version is suggested:", ("one example was added",)))
    assert dialog.answer().version == "1.1.0"


def test_that_advice_leaves_alone_what_a_person_chose(qtbot: QtBot) -> None:
    dialog, tell = _dialog(qtbot)
    patch = cast("QRadioButton", dialog.findChild(QRadioButton, "publish.patch"))
    qtbot.mouseClick(patch, Qt.MouseButton.LeftButton, pos=patch.rect().topLeft())
    patch.click()
    tell(PublishAdvice("1.1.0", "A minor version is suggested:", ()))
    assert dialog.answer().version == "1.0.1"


def test_that_a_number_the_ladder_has_already_is_offered_too(qtbot: QtBot) -> None:
    dialog, tell = _dialog(qtbot)
    tell(PublishAdvice("3.0.0", "A major version is suggested:", ()))
    assert dialog.answer().version == "3.0.0"


def noted(qtbot: QtBot, shown: list[ExportOffer]) -> PublishDialog:
    """Return a dialog whose advice came with a draft and a change note."""
    reported: list[Tell] = []
    dialog = PublishDialog(OFFER, reported.append, shown.append)
    qtbot.addWidget(dialog)
    dialog.show()
    old, new = (Ladder(laddereditor=1, name="Small", description=text) for text in ("", "For all"))
    report = ChangesReport(tuple(diff(old, new)), old, new)
    reported[0](PublishAdvice("1.1.0", "", (), DRAFT, partial(note_offer, report, ())))
    return dialog


def test_that_the_summary_is_drafted_and_typed_over(qtbot: QtBot) -> None:
    dialog = noted(qtbot, [])
    assert dialog.answer().summary == DRAFT
    assert _ok(dialog).isEnabled()
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "publish.summary"), "Mine")
    assert dialog.answer().summary == "Mine"


def test_that_no_draft_replaces_what_was_typed(qtbot: QtBot) -> None:
    dialog, tell = _dialog(qtbot)
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "publish.summary"), "Mine")
    tell(PublishAdvice("1.1.0", "", (), "A draft"))
    assert dialog.answer().summary == "Mine"


def test_that_the_note_can_be_made_while_publishing_with_the_number_chosen(qtbot: QtBot) -> None:
    shown: list[ExportOffer] = []
    dialog = noted(qtbot, shown)
    button = dialog.findChild(QPushButton, "publish.note")
    assert button
    cast("QRadioButton", dialog.findChild(QRadioButton, "publish.major")).click()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown[0].report(False).lead[0].startswith("Version 2.0.0")
    assert dialog.isVisible()


def test_that_there_is_no_note_before_the_changes_are_known(qtbot: QtBot) -> None:
    dialog, _ = _dialog(qtbot)
    button = dialog.findChild(QPushButton, "publish.note")
    assert button and not button.isEnabled()


# -- publishing ---------------------------------------------------------------------------------


def test_that_publishing_saves_a_stamped_ladder_and_a_copy_that_stays(
    window: MainWindow, path: Path
) -> None:
    session = _session(window)
    window.workspace.apply(
        set_field(session.ladder, Address(), "description", "Typed, not yet saved")
    )
    _publish(window)
    copy = path.with_name("small.versions") / "1.0.0.yaml"
    assert copy.read_bytes() == path.read_bytes()
    assert not copy.stat().st_mode & stat.S_IWUSR
    ladder = open_ladder(path).document.ladder
    assert (ladder.version, ladder.status, ladder.history[0].summary) == (
        "1.0.0",
        "published",
        "The first one",
    )
    assert ladder.description == "Typed, not yet saved"
    assert not session.is_modified
    assert _rows(window)[0][0] == "1.0.0"
    assert _rows(window)[0][3] == "The first one"
    assert _rows(window)[0][5] == "as published"
    families = ladder.families
    count = sum(len(family.profiles) for family in families)
    assert _rows(window)[0][4] == f"{len(families)} families, {count} profiles".replace(
        "1 families", "1 family"
    )


@pytest.mark.parametrize(("answer", "is_out"), [("stay", False), ("publish", True)])
def test_that_a_version_goes_out_without_a_refused_text_only_when_a_person_says_so(
    window: MainWindow, path: Path, dialogs: FakeDialogs, answer: str, *, is_out: bool
) -> None:
    session = _session(window)
    window.workspace.refused_texts.keep(
        session, RefusedText(Address(), FieldPath("effective"), "soon", "Not a date yet.")
    )
    dialogs.answers |= {"choose": answer, "show_message": None}
    _publish(window)
    asked = next(what for name, what in dialogs.asked if name == "choose")
    assert "soon" in asked[1]
    assert (path.with_name("small.versions") / "1.0.0.yaml").exists() == is_out
    dialogs.answers["choose"] = "close"


def test_that_the_second_version_is_advised_by_what_changed(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    _publish(window)
    heard: list[PublishAdvice] = []

    def answer(offer: PublishOffer, advise: Callable[[Tell], None]) -> None:
        assert offer.last == "1.0.0"
        assert dict(offer.numbers)["minor"] == "1.1.0"
        advise(heard.append)

    ladder = _session(window).ladder
    family = ladder.families[0]
    edit = set_field(
        ladder, Address(f"families/{family.id}/{family.profiles[0].level}"), "responsibilities", ()
    )
    window.workspace.apply(edit)
    dialogs.answers["publish"] = answer
    _publish(window)
    assert heard[0].version == "1.1.0"
    assert heard[0].reasons
    assert _session(window).is_modified  # the dialog was cancelled


def test_that_errors_keep_a_ladder_from_being_published(
    window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    before = path.read_bytes()
    ladder = _session(window).ladder
    window.workspace.apply(set_field(ladder, Address("levels/P1"), "track", "nowhere"))
    _publish(window)
    name, what = dialogs.asked[-1]
    assert name == "show_message"
    assert "nowhere" in what[1]
    assert path.read_bytes() == before
    assert not path.with_name("small.versions").exists()


# -- the view -----------------------------------------------------------------------------------


def test_that_a_version_opens_beside_the_ladder_and_cannot_be_changed(
    qtbot: QtBot, window: MainWindow
) -> None:
    _publish(window)
    _press(qtbot, window, "open")
    assert len(window.workspace.sessions) == 2
    opened = _session(window)
    assert opened.name == "small.yaml (version 1.0.0)"
    assert opened.read_only
    edit = set_field(opened.ladder, Address(), "description", "No")
    assert not window.workspace.apply(edit)
    window.workspace.show_session(window.workspace.sessions[0])
    _press(qtbot, window, "open")
    assert len(window.workspace.sessions) == 2


def test_that_a_version_is_restored_as_a_draft_in_one_step(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    _publish(window)
    session = _session(window)
    published = session.ladder
    window.workspace.apply(set_field(session.ladder, Address(), "description", "Later"))
    later = session.ladder
    dialogs.answers["confirm"] = True
    _press(qtbot, window, "restore")
    assert session.ladder.description == published.description
    assert session.ladder.status == "draft"
    assert session.ladder.history == published.history
    assert session.is_modified
    session.undo()
    assert session.ladder is later


def test_that_a_frozen_copy_opened_as_a_file_cannot_be_changed(
    window: MainWindow, path: Path
) -> None:
    _publish(window)
    window.opening.open_files([path.with_name("small.versions") / "1.0.0.yaml"])
    assert _session(window).name == "Small ladder 1.0.0 (1.0.0.yaml)"
    assert "version 1.0.0" in _session(window).read_only


def test_that_a_copy_that_was_tampered_with_is_reported(window: MainWindow, path: Path) -> None:
    _publish(window)
    copy = path.with_name("small.versions") / "1.0.0.yaml"
    copy.chmod(0o644)
    copy.write_text(copy.read_text("utf-8").replace("Small ladder", "Bent ladder"), "utf-8")
    window.versions.refresh()
    assert _rows(window)[0][5] == "changed since"


def test_that_empty_views_say_what_to_do(window: MainWindow) -> None:
    assert "No version was published yet" in window.versions._empty.text()
    assert window.versions._empty.isVisible()


def test_that_a_level_is_put_beside_what_it_was_in_a_version(
    qtbot: QtBot, window: MainWindow
) -> None:
    _publish(window)
    ladder = _session(window).ladder
    window.workspace.apply(set_field(ladder, Address("levels/P1"), "summary", "Another summary"))
    window.workspace.go_to("levels/P1")
    _press(qtbot, window, "levels")
    view = window.centre.page("compare")
    assert window.centre.current == "compare"
    assert isinstance(view, CompareView)
    assert [head.code for head in view.model.page.labels] == ["P1", "P1"]
    assert view.model.comparison is not None
    texts = [[cell and cell.text for cell in row.cells] for row in view.model.comparison.rows]
    assert [ladder.levels[0].summary or None, "Another summary"] in texts


def test_that_side_by_side_asks_for_a_level_first(qtbot: QtBot, window: MainWindow) -> None:
    _publish(window)
    window.workspace.go_to("")
    heard: list[str] = []
    window.workspace.notice.connect(heard.append)
    _press(qtbot, window, "levels")
    assert "Select a profile or level" in heard[-1]
    assert window.centre.current == "form"


def test_that_a_level_of_a_published_version_can_be_chosen_as_a_column(
    qtbot: QtBot, window: MainWindow
) -> None:
    _publish(window)
    view = window.pages.show_page("compare")
    assert isinstance(view, CompareView)
    view.levels.compare_addresses([Address("levels/P1")])
    picker = view.pick()
    where = picker.findChild(QComboBox, "comparePickerWhere")
    assert where is not None
    assert where.isVisible()
    where.setCurrentIndex(1)
    field = picker.findChild(QLineEdit, "comparePickerField")
    assert field is not None
    qtbot.keyClicks(field, "P2 level")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [head.code for head in view.model.page.labels] == ["P1", "P2"]
    subject = view.compare_columns.subjects[1]
    assert subject.origin == "version 1.0.0"
    assert subject.ladder.version == "1.0.0"


def test_that_a_damaged_version_says_why_it_cannot_be_a_column(
    window: MainWindow, path: Path
) -> None:
    _publish(window)
    copy = path.with_name("small.versions") / "1.0.0.yaml"
    copy.chmod(0o644)
    copy.write_text("laddereditor: [", "utf-8")
    view = window.pages.show_page("compare")
    assert isinstance(view, CompareView)
    picker = view.pick()
    where = picker.findChild(QComboBox, "comparePickerWhere")
    assert where is not None
    where.setCurrentIndex(1)
    shown = [label.text() for label in picker.findChildren(QLabel) if label.isVisible()]
    assert any("1.0.0" in text or "line" in text for text in shown)
    assert picker.close()


def test_that_two_versions_that_are_selected_are_compared_with_each_other(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    _publish(window)
    session = _session(window)
    window.workspace.apply(
        set_field(session.ladder, Address("levels/P1"), "summary", "Another summary")
    )
    dialogs.answers["publish"] = PublishAnswer("1.1.0", "A clearer level", "Anna")
    _publish(window)
    window.workspace.apply(set_field(session.ladder, Address(), "description", "Not published"))
    window.versions._view.selectAll()
    _press(qtbot, window, "changes")
    view = window.centre.page("changes")
    assert isinstance(view, ChangesView)
    qtbot.waitUntil(lambda: "From version 1.0.0 to version 1.1.0" in _words(view))
    assert any("Another summary" in words for words in _words(view))
    assert not any("Not published" in words for words in _words(view))


def _words(view: QWidget) -> list[str]:
    tree = view.findChild(QTreeView, "changesTree")
    assert tree is not None
    model = tree.model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    inner = [model.index(row, 0, one) for one in groups for row in range(model.rowCount(one))]
    last = [model.index(row, 0, one) for one in inner for row in range(model.rowCount(one))]
    reported = [str(index.data()) for index in (*groups, *inner, *last)]
    return [*reported, *(label.text() for label in view.findChildren(QLabel))]


def test_that_a_copy_is_merged_with_the_last_common_version_as_the_base(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    _publish(window)
    session = _session(window)
    copy = path.with_name("from Ada.yaml")
    copy.write_text(
        path.read_text("utf-8").replace("name: Software Engineer", "name: Developer"), "utf-8"
    )
    window.workspace.apply(set_field(session.ladder, Address(), "description", "Mine"))
    mine = session.ladder
    dialogs.answers["ladder_to_choose"] = copy
    window.actions_by_id["changes.merge"].trigger()
    assert session.ladder is mine
    finish = window.centre.page("changes").findChild(QPushButton, "mergeFinish")
    assert finish is not None
    assert finish.isEnabled()  # with the version as the base, nobody has to be asked
    qtbot.mouseClick(finish, Qt.MouseButton.LeftButton)
    assert session.ladder.description == "Mine"
    assert session.ladder.families[0].name == "Developer"
    assert session.undo_label == "Merge with from Ada.yaml"
    session.undo()
    assert session.ladder is mine


def _merge_with(window: MainWindow, dialogs: FakeDialogs, *files: Path) -> ChangesView:
    waiting = list(files)
    dialogs.answers["ladder_to_choose"] = lambda *_: waiting.pop(0)
    window.actions_by_id["changes.merge"].trigger()
    view = window.centre.page("changes")
    assert isinstance(view, ChangesView)
    return view


@pytest.mark.parametrize("named", [True, False])
def test_that_a_copy_without_a_common_version_asks_for_what_both_come_from(
    window: MainWindow, dialogs: FakeDialogs, path: Path, named: bool
) -> None:
    session = _session(window)
    older = path.with_name("older.yaml")
    older.write_text(path.read_text("utf-8"), "utf-8")
    copy = path.with_name("from Ada.yaml")
    copy.write_text(
        path.read_text("utf-8").replace("name: Software Engineer", "name: Developer"), "utf-8"
    )
    window.workspace.apply(set_field(session.ladder, Address(), "description", "Mine"))
    dialogs.answers["choose"] = "base" if named else "all"
    view = _merge_with(window, dialogs, copy, older)
    asked = next(words for kind, words in dialogs.asked if kind == "choose")
    assert "have no published version in common" in asked[1]
    state = view.comparisons.state
    assert state is not None
    assert state.open == (0 if named else 2)
    assert state.ladder.families[0].name == ("Developer" if named else "Software Engineer")
    assert state.ladder.description == "Mine"


def test_that_no_merge_begins_when_the_question_for_the_base_is_cancelled(
    window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    copy = path.with_name("from Ada.yaml")
    copy.write_text(path.read_text("utf-8"), "utf-8")
    dialogs.answers["choose"] = None
    assert _merge_with(window, dialogs, copy).comparisons.state is None


def test_that_a_copy_of_a_newer_format_is_not_merged(
    window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    copy = path.with_name("from Ada.yaml")
    newer = path.read_text("utf-8").replace("laddereditor: 1", "laddereditor: 99")
    copy.write_text(newer, "utf-8")
    assert _merge_with(window, dialogs, copy).comparisons.state is None
    assert any(
        "cannot be merged" in str(words) for kind, words in dialogs.asked if kind == "show_message"
    )


# -- a ladder whose file was renamed --------------------------------------------------------------


@pytest.fixture
def renamed(window: MainWindow, path: Path) -> Path:
    """A published ladder that was given another name, open in the window."""
    _publish(window)
    window.actions_by_id["file.close"].trigger()
    other = path.rename(path.with_name("larger.yaml"))
    window.opening.open_files([other])
    return other


def test_that_a_renamed_ladder_takes_its_versions_over(
    qtbot: QtBot, window: MainWindow, renamed: Path
) -> None:
    assert _rows(window)[0][5] == "no copy"
    assert "small.versions" in window.versions._note.text()
    _press(qtbot, window, "takeOver")
    assert _rows(window)[0][5] == "as published"
    assert renamed.with_name("larger.versions").is_dir()
    button = window.findChild(QPushButton, "versions.takeOver")
    assert button is not None and not button.isVisible()


@pytest.mark.parametrize("sure", [True, False])
def test_that_publishing_asks_to_take_versions_over_first(
    window: MainWindow, dialogs: FakeDialogs, renamed: Path, sure: bool
) -> None:
    dialogs.answers["confirm"] = sure
    dialogs.answers["publish"] = PublishAnswer("1.1.0", "The second one", "Anna")
    _publish(window)
    published = sorted(copy.name for copy in renamed.parent.rglob("*.versions/*.yaml"))
    assert published == (["1.0.0.yaml", "1.1.0.yaml"] if sure else ["1.0.0.yaml"])
    assert renamed.with_name("larger.versions").is_dir() is sure


def test_that_the_versions_are_printed_while_the_keyboard_is_in_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.pages.show_dock("versions")
    assert window.versions.offers() == ()
    _publish(window)
    qtbot.waitUntil(lambda: len(_rows(window)) == 1)
    window.versions.focus()
    printing = window.actions_by_id["file.print"]
    qtbot.waitUntil(lambda: "the versions" in printing.text())
    (offer,) = window.versions.offers()
    assert [row[0] for row in offer.report(False).rows] == ["1.0.0"]
    printing.trigger()
    [preview] = [one for one in window.findChildren(PrintPreview) if one.isVisible()]
    assert preview.windowTitle().startswith("Print the versions: Versions of ")
    assert "1.0.0" in preview._document.toPlainText()
    preview.reject()
    window.tree.focus_tree()
    qtbot.waitUntil(lambda: "the page" in printing.text())
