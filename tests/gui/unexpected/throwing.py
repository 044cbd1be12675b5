"""Makes every override of a Qt method throw while Qt itself calls it; run as a process of its own.

For each class of the window and each method of Qt's that it overrides there is a probe: a subclass
whose method throws, whose other overrides do what Qt does, and that is no more than its Qt base.
Prints as JSON which overrides are not guarded, threw, and were never called by Qt.
"""

import gc
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QMouseEvent,
    QStandardItem,
    QStandardItemModel,
    QSyntaxHighlighter,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

import laddereditor.gui
from laddereditor.gui.unexpected.guard import is_guarded, overrides

Key = tuple[str, str]
KINDS = QEvent.Type
NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction
MIME = "application/x-probe"


class Thrown(Exception):
    """What an override throws."""


def classes() -> Iterator[type]:
    """Every class of the window that is made from one of Qt's."""
    found = set()
    for module in pkgutil.walk_packages(laddereditor.gui.__path__, "laddereditor.gui."):
        for value in vars(importlib.import_module(module.name)).values():
            own = isinstance(value, type) and value.__module__.startswith("laddereditor.gui")
            if own and any(base.__module__.startswith("PySide6") for base in value.__mro__):
                found.add(value)
    return iter(sorted(found, key=lambda cls: (cls.__module__, cls.__name__)))


# -- probes -------------------------------------------------------------------------------------


def _index(self: Any, row: int, column: int, parent: Any = None) -> QModelIndex:
    inside = 0 <= row < 3 and 0 <= column < 2 and not (parent and parent.isValid())
    return self.createIndex(row, column) if inside else QModelIndex()


ALL_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
MODEL = {
    "index": _index,
    "parent": lambda self, *_: QModelIndex(),
    "rowCount": lambda self, parent=None: 0 if parent and parent.isValid() else 3,
    "columnCount": lambda self, parent=None: 2,
    "data": lambda self, index, role=0: "text" if role in (0, 2) else None,
    "flags": lambda self, index: ALL_FLAGS,
    "mimeTypes": lambda self: [MIME],
    "supportedDropActions": lambda self: COPY,
}
TAKES_DRAGS = ("dragEnterEvent", "dragMoveEvent")


def qt_base(cls: type) -> Any:
    return next(base for base in cls.__mro__ if base.__module__.startswith("PySide6"))


def probe_of(cls: type, name: str, thrown: set[Key]) -> type:
    """A class like `cls` in which one override throws and the others do what Qt does."""
    base = qt_base(cls)

    def throw(self: Any, *_: Any) -> Any:
        thrown.add((f"{cls.__module__}.{cls.__qualname__}", name))
        raise Thrown

    def as_qt(other: str) -> Any:
        if issubclass(base, QAbstractItemModel) and other in MODEL:
            return MODEL[other]
        if other in TAKES_DRAGS:
            return lambda self, event: event.acceptProposedAction()
        return lambda self, *args: getattr(base, other)(self, *args)  # noqa: PLW0108 - Python's

    def init(self: Any, *args: Any) -> None:
        base.__init__(self, *args)

    own = [k for k in cls.__mro__ if k.__module__.startswith("laddereditor.gui")]
    body = {other: as_qt(other) for one in own for other in overrides(one)}
    body |= {name: throw, "__init__": init, "__module__": "laddereditor.gui.probe"}
    return type(cls)("Probe", (cls,), body)


def throws(probe: Any, name: str) -> bool:
    """Whether it is this method of a probe that throws."""
    method = getattr(type(probe), name, None)
    return getattr(getattr(method, "__wrapped__", None), "__name__", "") == "throw"


# -- what makes Qt call an override ---------------------------------------------------------------


def settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def send(target: QObject, *events: QEvent) -> None:
    for event in events:
        QCoreApplication.sendEvent(target, event)


def mime() -> QMimeData:
    data = QMimeData()
    data.setText("pasted")
    data.setData(MIME, b"x")
    data.setData("application/x-qabstractitemmodeldatalist", b"")
    return data


def key(code: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(KINDS.KeyPress, code, NO_KEYS, text)


def mouse(kind: QEvent.Type, x: int = 5, y: int = 5) -> QMouseEvent:
    held = LEFT if kind != KINDS.MouseButtonRelease else Qt.MouseButton.NoButton
    button = Qt.MouseButton.NoButton if kind == KINDS.MouseMove else LEFT
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, held, NO_KEYS)


def wheel() -> QWheelEvent:
    at, phase = QPointF(5, 5), Qt.ScrollPhase.NoScrollPhase
    none = Qt.MouseButton.NoButton
    return QWheelEvent(at, at, QPoint(), QPoint(0, 120), none, NO_KEYS, phase, False)


def drags(data: QMimeData) -> list[QEvent]:
    return [
        QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS),
        QDragMoveEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS),
        QDragLeaveEvent(),
        QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS),
        QDragMoveEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS),
        QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEYS),
    ]


def standard_model() -> QStandardItemModel:
    model = QStandardItemModel()
    for _ in range(30):
        model.appendRow([QStandardItem("one"), QStandardItem("two")])
    return model


def drive_widget(widget: Any) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    kept: list[Any] = [host]
    if isinstance(widget, QHeaderView):
        table = QTableView(host)
        table.setModel(standard_model())
        kept.append(table.model())
        vertical = widget.orientation() == Qt.Orientation.Vertical
        (table.setVerticalHeader if vertical else table.setHorizontalHeader)(widget)
        column.addWidget(table)
    elif widget.isWindow() and widget.metaObject().inherits(QWidget.staticMetaObject):  # type: ignore[attr-defined]
        column.addWidget(widget) if not _is_top(widget) else widget.show()
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model = standard_model()
        kept.append(model)
        widget.setModel(model)
        widget.setDragEnabled(True)
        widget.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    widget.setAcceptDrops(True)
    if throws(widget, "heightForWidth"):
        policy = widget.sizePolicy()
        policy.setHeightForWidth(True)  # layouts ask for it only then
        widget.setSizePolicy(policy)
    if not widget.minimumSize().isValid() or widget.minimumSize().isEmpty():
        widget.setMinimumSize(40, 30)
    if throws(widget, "heightForWidth"):  # layouts ask only those whose policy says so
        policy = widget.sizePolicy()
        policy.setHeightForWidth(True)
        widget.setSizePolicy(policy)
    host.resize(200, 150)
    host.show()
    settle()
    area = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    widget.repaint()
    area.repaint()
    act_on_widget(widget, area)
    host.close()
    settle()


def _is_top(widget: QWidget) -> bool:
    return any(widget.inherits(name) for name in ("QDialog", "QMainWindow"))


def act_on_widget(widget: Any, area: QWidget) -> None:  # noqa: PLR0915 - one act a line
    data = mime()
    send(widget, QEvent(KINDS.User), key(Qt.Key.Key_A, "a"), key(Qt.Key.Key_Tab))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        index = widget.model().index(20, 0)
        widget.setCurrentIndex(index)
        widget.scrollTo(index)
        widget.edit(index)
        editor = area.findChild(QLineEdit)
        if editor is not None:
            widget.itemDelegate().closeEditor.emit(editor)
        widget.doItemsLayout()
        widget.verticalScrollBar().setValue(0)
        widget.verticalScrollBar().setValue(3)
        send(area, mouse(KINDS.MouseButtonPress), mouse(KINDS.MouseMove, 5, 40))
        if throws(widget, "startDrag"):
            send(area, mouse(KINDS.MouseMove, 5, 80), mouse(KINDS.MouseMove, 5, 90))
        else:
            send(area, mouse(KINDS.MouseButtonRelease))
    for kind in (
        KINDS.MouseButtonPress,
        KINDS.MouseMove,
        KINDS.MouseButtonRelease,
        KINDS.MouseButtonDblClick,
        KINDS.MouseButtonRelease,
    ):
        send(area, mouse(kind))
    send(
        area, wheel(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    )
    send(area, *drags(data))
    send(widget, QFocusEvent(KINDS.FocusIn), QFocusEvent(KINDS.FocusOut), QEvent(KINDS.Leave))
    send(area, QEvent(KINDS.Leave))
    QGuiApplication.clipboard().setMimeData(mime())
    if hasattr(qt_base(type(widget)), "paste"):
        qt_base(type(widget)).paste(widget)
    compose_and_copy(widget)
    other = QLineEdit()
    other.installEventFilter(widget)
    send(other, QEvent(KINDS.User))
    font = widget.font()
    font.setBold(True)
    widget.setFont(font)
    if hasattr(widget, "showPopup") and widget.inherits("QComboBox"):
        send(widget, mouse(KINDS.MouseButtonPress))
        widget.hidePopup()
    if isinstance(widget, QTextEdit):
        widget.setHtml("<img src='x.png'>")
        widget.grab()
    if isinstance(widget, QAbstractScrollArea):
        widget.horizontalScrollBar().setRange(0, 100)
        widget.horizontalScrollBar().setValue(50)
    widget.resize(widget.width() + 30, widget.height() + 30)
    widget.updateGeometry()
    widget.hide()
    widget.show()
    settle()
    if widget.inherits("QDialog"):
        qt_base(type(widget)).reject(widget)
    widget.close()
    settle()


def compose_and_copy(widget: Any) -> None:
    send(widget, QInputMethodEvent("o", []))
    send(widget, QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled))
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText("copied")
        QPlainTextEdit.selectAll(widget)
        QPlainTextEdit.copy(widget)
    if isinstance(widget, QTextEdit):
        widget.setPlainText("copied")
        QTextEdit.selectAll(widget)
        QTextEdit.copy(widget)


def drive_model(model: Any) -> None:
    for view in (QTreeView(), QTableView()):
        view.setModel(model)
        view.setAcceptDrops(True)
        view.setDragEnabled(True)
        view.setDropIndicatorShown(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.show()
        settle()
        view.viewport().repaint()
        view.selectAll()
        data = mime()
        send(view.viewport(), *drags(data))
        if throws(model, "mimeData"):  # or a drag would begin, and wait for its end
            view.startDrag(COPY)
        index = model.index(0, 0)
        view.setCurrentIndex(index)
        view.edit(index)
        editor = view.viewport().findChild(QLineEdit)
        if editor is not None:
            editor.setText("other")
            view.itemDelegate().commitData.emit(editor)
        settle()
        view.close()
        view.setModel(None)


def drive_delegate(delegate: Any) -> None:
    view, model = QTableView(), standard_model()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.show()
    settle()
    view.viewport().repaint()
    view.resizeRowsToContents()
    view.edit(model.index(0, 0))
    settle()
    editor = view.viewport().findChild(QLineEdit)
    if editor is not None:
        send(editor, key(Qt.Key.Key_A, "a"))
        delegate.commitData.emit(editor)
    send(view.viewport(), mouse(KINDS.MouseButtonPress))
    settle()
    view.close()


def drive_object(watcher: QObject) -> None:
    other = QLineEdit()
    other.installEventFilter(watcher)
    send(other, QEvent(KINDS.User))


def drive(cls: type, name: str, thrown: set[Key]) -> None:
    probe: Any = probe_of(cls, name, thrown)
    if issubclass(cls, QHeaderView):
        for way in Qt.Orientation:
            drive_widget(probe(way))
    elif issubclass(cls, QWidget):
        drive_widget(probe())
    elif issubclass(cls, QAbstractItemModel):
        drive_model(probe())
    elif issubclass(cls, QAbstractItemDelegate):
        drive_delegate(probe())
    elif issubclass(cls, QSyntaxHighlighter):
        document = QTextDocument("text")
        probe(document).rehighlight()
    else:
        drive_object(probe())
    settle()


def main() -> None:
    gc.disable()  # collected in the middle of an event, a widget of before would end the process
    app = QApplication([])
    reported: list[str] = []
    sys.excepthook = lambda kind, error, trace: reported.append(kind.__name__)
    thrown: set[Key] = set()
    wanted, bare, silent = set(), [], []
    for cls in classes():
        for name, method in overrides(cls).items():
            this = (f"{cls.__module__}.{cls.__qualname__}", name)
            wanted.add(this)
            if not is_guarded(method):
                bare.append(this)
            sys.stderr.write(f"{this}\n")  # the last line of a process that ended here
            sys.stderr.flush()
            before = reported.count("Thrown")
            drive(cls, name, thrown)
            if this in thrown and reported.count("Thrown") == before:
                silent.append(this)
    app.processEvents()
    found = {
        "wanted": len(wanted),
        "bare": bare,
        "not called": sorted(wanted - thrown),
        "not told": silent,
    }
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # in which order hundreds of hollow widgets go is not a matter here


if __name__ == "__main__":
    main()
