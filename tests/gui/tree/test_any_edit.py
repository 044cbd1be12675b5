"""The tree after any edit, undo, redo, filter and fold: the rows are those of the ladder."""

from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTreeView

from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.gui.tree.model import NODE_ROLE, LadderTreeModel
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, walk
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.tree.filtering import NOTHING_FITS, TreeFilter
from laddereditor.presentation.tree.nodes import TreeBuilder, TreeNode
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.random_edits import random_edit
from tests.examples import examples
from tests.gui.fakes import FakeDialogs
from tests.gui.tree.helpers import filter_of, view_of
from tests.strategies import ladders

_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal


def held(view: QTreeView, parent: QModelIndex | None = None) -> list[tuple[Any, ...]]:
    """What the model says is there: key, looks, and what is below."""
    above, model = parent or QModelIndex(), view.model()
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        node = index.data(NODE_ROLE)
        found.append((node.key, index.data(), node.muted, held(view, index)))
    return found


def expected(node: TreeNode) -> tuple[Any, ...]:
    words = " · ".join(part for part in (node.badge, node.label) if part)
    return node.key, words, node.muted, [expected(child) for child in node.children]


def indexes(view: QTreeView, parent: QModelIndex | None = None) -> list[QModelIndex]:
    above, model = parent or QModelIndex(), view.model()
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [index, *indexes(view, index)]
    return found


class TreeMachine(RuleBasedStateMachine):
    """A person at the tree, and somebody else who edits the same ladder."""

    @initialize(ladder=ladders())
    def open(self, ladder: Ladder) -> None:
        self.workspace = Workspace()
        self.panel = TreePanel(self.workspace, FakeDialogs())
        self.view = view_of(self.panel)
        model = self.view.model()
        assert isinstance(model, LadderTreeModel)
        self.model = model
        self.tester = QAbstractItemModelTester(model, _MODE)
        self.session = Session(new_document(ladder))
        self.session.start_check()
        self.workspace.open(self.session)
        self.panel.resize(300, 500)
        self.panel.show()
        self.highest = 0

    def teardown(self) -> None:
        if hasattr(self, "panel"):
            self.panel.close()
            self.panel.deleteLater()
            QApplication.sendPostedEvents(None, 0)
            QApplication.processEvents()

    # -- what people do -----------------------------------------------------------------------

    @precondition(lambda self: len(list(walk(self.session.ladder))) > 1)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        try:
            edit = data.draw(random_edit(self.session.ladder))
        except EditRefused:
            return
        self._keeping(edit)

    def _keeping(self, edit: Edit) -> None:
        """Apply an edit; rows of what survives keep their numbers and stay open."""
        before = {address for address, _ in walk(self.session.ladder) if address}
        numbers = {a: self.model.index_of(a).internalId() for a in self._shown(before)}
        opened = {a for a in numbers if self.view.isExpanded(self.model.index_of(a))}
        filtered = bool(filter_of(self.panel).text())
        try:
            self.session.apply(edit)
        except EditRefused:
            return
        after = {address for address, _ in walk(self.session.ladder)}
        if filtered:
            return  # other rows fit now, or all of them are shown again
        for address, number in numbers.items():
            place = follow(Address(address), edit.moved)
            if place in after and (place == address or place not in before):
                index = self.model.index_of(place)
                assert index.internalId() == number, (address, place)
                if address in opened and self.model.rowCount(index):
                    assert self.view.isExpanded(index)

    def _shown(self, addresses: Collection[str]) -> list[str]:
        return [address for address in addresses if self.model.index_of(address).isValid()]

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        found = indexes(self.view)
        self.view.setCurrentIndex(data.draw(st.sampled_from(found)))

    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        addresses = [address for address, _ in walk(self.session.ladder)]
        self.workspace.go_to(data.draw(st.sampled_from(addresses)))

    @rule(data=st.data(), opened=st.booleans())
    def fold(self, data: st.DataObject, opened: bool) -> None:
        self.view.setExpanded(data.draw(st.sampled_from(indexes(self.view))), opened)

    @rule(text=st.sampled_from(["", "", "p1", "e", "craft p", "zzz"]))
    def look_for(self, text: str) -> None:
        state = self.panel.state()
        field = filter_of(self.panel)
        field.setText(text)
        assert self.panel.state()["expanded"] == state["expanded"]

    @rule()
    def paint(self) -> None:
        QApplication.processEvents()

    @rule(up=st.booleans())
    def move(self, up: bool) -> None:
        (self.panel.move_up if up else self.panel.move_down)()

    # -- what always holds --------------------------------------------------------------------

    @invariant()
    def rows_are_those_of_the_ladder(self) -> None:
        if not hasattr(self, "panel"):
            return
        text = filter_of(self.panel).text()
        root, _ = TreeFilter(text).applied(TreeBuilder().build(self.session.ladder))
        assert held(self.view) == [expected(root)]

    @invariant()
    def numbers_are_unique_and_never_used_again(self) -> None:
        if hasattr(self, "panel"):
            numbers = [index.internalId() for index in indexes(self.view)]
            assert len(set(numbers)) == len(numbers)
            self.highest = max([self.highest, *numbers])

    @invariant()
    def the_selected_row_is_what_is_shown_everywhere(self) -> None:
        if not hasattr(self, "panel"):
            return
        node = self.view.currentIndex().data(NODE_ROLE)
        if node == NOTHING_FITS:
            assert held(self.view)[0][3] == [expected(node)]
        elif node is not None:
            assert node.address == self.workspace.address
            assert self.view.currentIndex().flags() & Qt.ItemFlag.ItemIsSelectable
        else:
            assert filter_of(self.panel).text()


TreeMachine.TestCase.settings = settings(
    max_examples=examples(30),
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.usefixtures("qapp")
class TestTree(TreeMachine.TestCase):  # type: ignore[valid-type,misc]
    pass
