"""What tests of the tree ask of its widgets."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView

from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

P2 = Address("families/software/P2")


def view_of(panel: TreePanel) -> QTreeView:
    view = panel.findChild(QTreeView, "ladderTree")
    assert view is not None
    return view


def ladder_of(workspace: Workspace) -> Ladder:
    assert workspace.session is not None
    return workspace.session.ladder


def rows(view: QTreeView, parent: QModelIndex | None = None) -> list[str]:
    """Return the labels of all rows, indented by depth."""
    above = parent or QModelIndex()
    found = []
    for row in range(view.model().rowCount(above)):
        index = view.model().index(row, 0, above)
        found.append(index.data())
        found += [f"  {label}" for label in rows(view, index)]
    return found


def find(view: QTreeView, label: str, parent: QModelIndex | None = None) -> QModelIndex:
    above = parent or QModelIndex()
    for row in range(view.model().rowCount(above)):
        index = view.model().index(row, 0, above)
        if index.data() == label:
            return index
        inner = find(view, label, index)
        if inner.isValid():
            return inner
    return QModelIndex()


def current(view: QTreeView) -> str:
    return str(view.currentIndex().data())


def filter_of(panel: TreePanel) -> QLineEdit:
    field = panel.findChild(QLineEdit, "treeFilter")
    assert field is not None
    return field


def editor_of(view: QTreeView) -> QLineEdit:
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    return editor


def select(view: QTreeView, *labels: str) -> None:
    """Select rows by their labels, the last one current."""
    flags = QItemSelectionModel.SelectionFlag
    for place, label in enumerate(labels):
        index = find(view, label)
        assert index.isValid(), label
        view.selectionModel().setCurrentIndex(
            index, flags.Select if place else flags.ClearAndSelect
        )


def drag(
    view: QTreeView,
    labels: list[str],
    target: str,
    where: str = "on",
    *,
    copy: bool = False,
) -> bool:
    """Drag rows over a row ("on", "above", "below"), and drop them there if they may be.

    Returns whether they might; if not, the pointer showed the no-drop cursor.
    """
    data = view.model().mimeData([find(view, label) for label in labels])
    index = find(view, target)
    view.scrollTo(index)
    box = view.visualRect(index)
    height = {"on": box.center().y(), "above": box.top() + 1, "below": box.bottom()}[where]
    place = QPointF(box.center().x(), height)
    move, both = Qt.DropAction.MoveAction, Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    keys = Qt.KeyboardModifier.ControlModifier if copy else Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    viewport = view.viewport()
    enter = QDragEnterEvent(place.toPoint(), both, data, button, keys)
    over = QDragMoveEvent(place.toPoint(), both, data, button, keys)
    drop = QDropEvent(place, both, data, button, keys)
    for event in (enter, over):
        event.setDropAction(Qt.DropAction.CopyAction if copy else move)
    QApplication.sendEvent(viewport, enter)
    QApplication.sendEvent(viewport, over)
    accepted = over.isAccepted()
    if accepted:
        drop.setDropAction(Qt.DropAction.CopyAction if copy else move)
        QApplication.sendEvent(viewport, drop)
        QApplication.processEvents()
    else:
        QApplication.sendEvent(viewport, QDragLeaveEvent())
    return bool(accepted)
