"""What tests of the Changes view do again and again."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QPushButton

from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, remove_items, set_item
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.text.marked import MarkedText
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

P1 = Address("families/software/P1")
P2 = Address("families/software/P2")


def ladder_of(workspace: Workspace) -> Ladder:
    assert workspace.session is not None
    return workspace.session.ladder


def set_summary(workspace: Workspace, text: str, address: str = "levels/P2") -> None:
    assert workspace.attempt(set_field, Address(address), "summary", text)


def change_much(workspace: Workspace) -> None:
    """Change texts and lists of a level, a profile, a family and a skill."""
    set_summary(workspace, "Works alone on new things.")
    assert workspace.attempt(set_field, Address("skills/python"), "description", "A language.")
    assert workspace.attempt(insert_items, P1, "responsibilities", 0, ("Answers the phone",))
    assert workspace.attempt(set_item, P1, "responsibilities", 1, "Fixes defects in any service")
    assert workspace.attempt(remove_items, P2, "qualifications", [0])
    assert workspace.attempt(
        set_field, Address("families/design"), "summary", "Shapes what people see."
    )


def renewed(view: ChangesView) -> None:
    """Let the view compare what it would compare a moment later."""
    view.drawing.now()


def texts(view: ChangesView, parent: QModelIndex | None = None) -> dict[str, object]:
    """Return the rows as a dict of dicts, by their words."""
    model, found = view.tree.changes, dict[str, object]()
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found[str(index.data())] = texts(view, index)
    return found


def headlines(view: ChangesView) -> list[str]:
    return [row.label for row in view.tree.changes.shown.rows.values()]


def select(view: ChangesView, words: str) -> None:
    """Select the change whose headline has these words."""
    key = next(k for k, row in view.tree.changes.shown.rows.items() if words in row.label)
    view.tree.go_to_key(key)


def button(view: ChangesView, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert found is not None
    return found


def label(view: ChangesView, name: str) -> str:
    found = view.findChild(QLabel, name)
    assert found is not None
    return found.text()


def text(view: ChangesView, name: str) -> str:
    found = view.findChild(MarkedText, name)
    assert found is not None
    return found.text()
