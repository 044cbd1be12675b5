"""Text from a file is shown as text: no label, tooltip, header or message reads marks in it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as QtOfGui
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

import laddereditor.gui
from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.dialogs.file_dialogs import (
    NewLadderDialog,
    UnreadableDialog,
)
from laddereditor.gui.dialogs.import_dialog import ImportReviewDialog
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.tips import is_plain
from laddereditor.gui.sharing.backups_dialog import BackupsDialog
from laddereditor.gui.sharing.notice import Notice
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.window.window_dialogs import WindowDialogs
from laddereditor.model.address import Address
from laddereditor.presentation.dialogs.protocol import (
    EarlierSave,
    ImportJudgement,
    ImportReview,
    PageChoice,
    PageReview,
    PublishAdvice,
    PublishOffer,
    Template,
)
from laddereditor.storage.reading.faults import Fault
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MARKS = '<img src="never"><b>bold</b>'
TEXTS = {
    *("name", "description", "summary", "function", "category", "title", "notes"),
    *("responsibilities", "qualifications", "communication", "specialties", "aliases"),
    *("factors", "organization"),
}
P2 = Address("families/software/P2")
PAGES = {
    "form": ("", "levels/P1", "families/software", P2),
    "matrix": (P2,),
    "compare": (P2,),
    "changes": (P2,),
}
ROLES = Qt.ItemDataRole


def marked(value: Any, key: str = "") -> Any:
    """A ladder in which every text that a person may write holds marks."""
    if isinstance(value, dict):
        return {k: marked(v, key if key == "factors" else str(k)) for k, v in value.items()}
    if isinstance(value, list):
        return [marked(one, key) for one in value]
    return f"{value} {MARKS}" if isinstance(value, str) and key in TEXTS else value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    raw = marked(yaml.safe_load(SMALL))
    raw["history"] = [{"version": "1.0.0", "date": "2026-01-02", "author": MARKS, "summary": MARKS}]
    path = tmp_path / "small <b>bold.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False), "utf-8")
    copies = tmp_path / "small <b>bold.versions"
    copies.mkdir()
    raw["version"] = MARKS  # a copy that nobody sealed may say anything
    (copies / "0.9.0.yaml").write_text(yaml.safe_dump(raw, sort_keys=False), "utf-8")
    raw["version"] = "1.0.0"
    (copies / "1.0.0.yaml").write_text(yaml.safe_dump(raw, sort_keys=False), "utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    window.resize(1280, 800)
    window.show()
    yield window


def widgets(top: QWidget) -> list[QWidget]:
    return [top, *top.findChildren(QWidget)]


def below(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    if isinstance(model, QAbstractListModel) and parent is not None:
        return
    parent = parent or QModelIndex()
    for row in range(min(model.rowCount(parent), 60)):
        for column in range(_columns(model, parent)):
            yield model.index(row, column, parent)
        yield from below(model, model.index(row, 0, parent))


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def tips_of(top: QWidget) -> Iterator[tuple[object, str]]:
    """Every tooltip below a window, and what it is of."""
    for widget in widgets(top):
        yield widget, widget.toolTip()
        yield widget, widget.whatsThis()
        if isinstance(widget, QTabBar):
            for tab in range(widget.count()):
                yield widget, widget.tabToolTip(tab)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in below(widget.model()):
                for role in (ROLES.ToolTipRole, ROLES.WhatsThisRole):
                    yield widget, str(index.data(role) or "")
        if isinstance(widget, QHeaderView) and widget.model() is not None:
            for section in range(widget.count()):
                text = widget.model().headerData(section, widget.orientation(), ROLES.ToolTipRole)
                yield widget, str(text or "")
    for action in top.findChildren(QAction):
        parent = action.parent()
        if not isinstance(parent, QMenu) or parent.toolTipsVisible():
            yield action, action.toolTip()


def assert_plain(top: QWidget) -> None:
    for label in [one for one in widgets(top) if isinstance(one, QLabel) and one.text()]:
        reported = f"{label.objectName()} {label.text()}"
        assert label.textFormat() == Qt.TextFormat.PlainText, reported
    for owner, text in tips_of(top):
        assert is_plain(text) or isinstance(owner, QAction), f"{owner}: {text}"
    for editor in [one for one in widgets(top) if isinstance(one, QTextEdit)]:
        assert "<img" not in editor.toHtml().replace("&lt;", "")


def test_that_every_view_shows_marks_as_text(window: MainWindow) -> None:
    session = window.workspace.session
    assert session is not None
    for dock in ("tree", "page", "source", "problems", "versions"):
        window.pages.show_dock(dock)
    window.workspace.apply(set_field(session.ladder, Address(), "description", f"New {MARKS}"))
    window.sharing.notices.post(Notice("told", MARKS))
    window.workspace.notice.emit(MARKS)
    seen = 0
    for page, places in PAGES.items():
        window.pages.show_page(page)
        for place in places:
            window.workspace.go_to(place)
            QApplication.processEvents()
            assert_plain(window)
            seen += sum(MARKS in label.text() for label in window.findChildren(QLabel))
    window.pages.show_welcome()
    assert_plain(window)
    assert seen  # or the texts were not there to be read


def test_that_the_versions_show_what_a_copy_says_of_itself_as_text(window: MainWindow) -> None:
    window.pages.show_dock("versions")
    view = window.versions.findChild(QTreeWidget)
    shown = [view.topLevelItem(row) for row in range(view.topLevelItemCount())]
    assert any(MARKS in item.text(column) for item in shown for column in range(6))
    for item in shown:
        assert is_plain(item.toolTip(5))
        assert "<img" not in item.toolTip(5)


FAULTS = (Fault(MARKS),)
_MARKED = PageReview(MARKS, PageChoice(MARKS, MARKS), *((MARKS,),) * 5)
REVIEW = ImportReview(
    MARKS, (_MARKED,), MARKS, lambda _, __: ImportJudgement((MARKS,), (MARKS,), (MARKS,))
)
OFFER = PublishOffer(MARKS, MARKS, (("major", "2.0.0"),), MARKS)
SAVES = [EarlierSave(MARKS, MARKS)]


def dialogs() -> Iterator[QDialog]:
    yield NewLadderDialog([Template(MARKS, MARKS, MARKS)])
    yield ImportReviewDialog(REVIEW)
    yield UnreadableDialog(Path(f"{MARKS}.yaml"), FAULTS)
    yield BackupsDialog(MARKS, SAVES, lambda row, reported: reported(MARKS))
    yield PublishDialog(
        OFFER, lambda reported: reported(PublishAdvice("2.0.0", MARKS, (MARKS,))), print
    )


@pytest.mark.parametrize("number", range(5))
def test_that_every_dialog_shows_marks_as_text(qtbot: QtBot, number: int) -> None:
    dialog = list(dialogs())[number]
    qtbot.addWidget(dialog)
    dialog.show()
    assert_plain(dialog)


@pytest.mark.parametrize(
    "way",
    ["show_message", "confirm", "save_changes", "choose", "choose among many", "line", "paragraph"],
)
def test_that_every_question_shows_marks_as_text(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    shown: list[QDialog] = []

    def looked_at(dialog: QDialog) -> int:
        assert_plain(dialog)
        shown.append(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", looked_at)
    host = QWidget()
    qtbot.addWidget(host)
    asked = {
        "show_message": (MARKS, MARKS, MARKS),
        "confirm": (MARKS, MARKS, MARKS),
        "save_changes": ([MARKS, MARKS],),
        "choose": (MARKS, MARKS, [(MARKS, MARKS)], MARKS),
        "choose among many": (MARKS, MARKS, [(MARKS, MARKS)] * 20, MARKS),
        "line": (MARKS, MARKS, MARKS, MARKS),
        "paragraph": (MARKS, MARKS, MARKS, MARKS),
    }
    getattr(WindowDialogs(host), way.split(maxsplit=1)[0])(*asked[way])
    assert len(shown) == 1


# -- what is shown, wherever the text comes from --------------------------------------------------


def hover(widget: QWidget, at: QPoint) -> str:
    """Rest the mouse somewhere; returns what the tooltip is made of."""
    QToolTip.hideText()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QCoreApplication.sendEvent(widget, event)
    return QToolTip.text()


def raw_list(parent: QWidget) -> tuple[QWidget, QPoint]:
    view = QListWidget(parent)
    item = QListWidgetItem("one", view)
    item.setToolTip(MARKS)
    return view.viewport(), view.visualItemRect(item).center()


def raw_header(parent: QWidget) -> tuple[QWidget, QPoint]:
    view = QTreeWidget(parent)
    head = QTreeWidgetItem(["one"])
    head.setToolTip(0, MARKS)
    view.setHeaderItem(head)
    return view.header().viewport(), QPoint(3, 3)


def raw_button(parent: QWidget) -> tuple[QWidget, QPoint]:
    button = QPushButton("one", parent)
    button.setToolTip(MARKS)
    return button, QPoint(3, 3)


def raw_tab(parent: QWidget) -> tuple[QWidget, QPoint]:
    bar = QTabBar(parent)
    bar.addTab("one")
    bar.setTabToolTip(0, MARKS)
    return bar, bar.tabRect(0).center()


def raw_box(parent: QWidget) -> tuple[QWidget, QPoint]:
    box = QComboBox(parent)
    box.addItem("one")
    box.setItemData(0, MARKS, ROLES.ToolTipRole)
    box.setToolTip(f"{tip('good')}{MARKS}")
    return box, QPoint(3, 3)


@pytest.mark.parametrize("make", [raw_list, raw_header, raw_button, raw_tab, raw_box])
def test_that_a_tooltip_nobody_escaped_is_shown_as_text(window: MainWindow, make: Any) -> None:
    widget, at = make(window)
    top = widget.parentWidget() if widget.parentWidget() is not window else widget
    top.resize(200, 100)
    top.show()
    QApplication.processEvents()
    text = hover(widget, at)
    assert "&lt;img" in text
    assert "<img" not in text
    QToolTip.hideText()


def test_that_a_menus_tooltip_nobody_escaped_is_shown_as_text(window: MainWindow) -> None:
    menu = QMenu(window)
    menu.setToolTipsVisible(True)
    action = menu.addAction(MARKS)
    menu.resize(menu.sizeHint())
    text = hover(menu, menu.actionGeometry(action).center())
    assert "<img" not in text
    assert "&lt;img" in text
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a plain text", True),
        ("a < b & c", True),
        (tip(MARKS), True),
        (tip("lines\nand 'quotes' & \"signs\""), True),
        (MARKS, False),
        (tip("good") + MARKS, False),
        (f"<p style='white-space: pre-wrap'>{MARKS}</p>", False),
        (f"{tip('good')}{tip('good')}", False),
    ],
)
def test_that_only_what_escaping_makes_counts_as_plain(text: str, plain: bool) -> None:
    assert is_plain(text) is plain
    assert plain or QtOfGui.mightBeRichText(text)


def test_that_labels_are_made_in_one_place_only() -> None:
    """A label that guesses whether its text is HTML reads the files that the text names."""
    found = []
    root = Path(next(iter(laddereditor.gui.__path__)))
    for file in root.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "QLabel" and file.name != "labels.py":
                found.append(f"{file.relative_to(root)}:{node.lineno}")
    assert not found, "use labels.plain_label"
