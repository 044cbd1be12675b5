"""A ladder through edits, undo, redo, filters, saving and loading: tree, file and ladder agree."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from laddereditor.edits.edit import EditRefused, follow
from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename, rename_name
from laddereditor.edits.structure import add, delete, duplicate, move_by, rename_group
from laddereditor.gui.tree.model import LadderTreeModel
from laddereditor.model.address import Address, walk
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.tree.filtering import TreeFilter
from laddereditor.presentation.tree.following import key_moves
from laddereditor.presentation.tree.nodes import TreeBuilder, TreeNode
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document, read_text
from laddereditor.storage.files.ladder_files import open_ladder
from tests.examples import examples
from tests.strategies import filled_lines, ladders

_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal
_ADDED = (
    ("", "family"),
    ("", "skill"),
    ("", "level"),
    ("", "track"),
    ("", "factor"),
    ("", "proficiency"),
    ("", "competency"),
)


def _plain(index: QPersistentModelIndex) -> QModelIndex:
    plain: QModelIndex = QModelIndex(index)  # type: ignore[call-overload]  # not in Qt's stubs
    return plain


def _held(model: LadderTreeModel, parent: QModelIndex | None = None) -> list[Any]:
    above = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        node = model.node_at(index)
        assert node is not None
        assert model.parent(index) == above
        found.append((node.key, node.badge, node.label, node.muted, _held(model, index)))
    return found


def _wanted(node: TreeNode) -> tuple[Any, ...]:
    return node.key, node.badge, node.label, node.muted, [_wanted(child) for child in node.children]


def _indexes(model: LadderTreeModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    above = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [index, *_indexes(model, index)]
    return found


class LadderMachine(RuleBasedStateMachine):
    """A session and the tree's model alone: what a view would show, without one."""

    @initialize(ladder=ladders())
    def open(self, ladder: Ladder) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "ladder.yaml"
        self.model = LadderTreeModel()
        self.tester = QAbstractItemModelTester(self.model, _MODE)
        self.filter = TreeFilter()
        self._show(Session(new_document(ladder)))
        self.session.save(self.path)

    def _show(self, session: Session) -> None:
        self.session, self.builder = session, TreeBuilder()
        self.root = self.builder.build(session.ladder)
        session.subscribe(self._on_change)
        self._reset()

    def _reset(self) -> None:
        self.model.reset_to(self.filter.applied(self.root)[0])
        self._remember({})

    def _remember(self, known: dict[str, QPersistentModelIndex]) -> None:
        """Hold on to every row as views do; rows that are there already keep their hold."""
        self.persistent = {
            key: known.get(key) or QPersistentModelIndex(index)
            for index in _indexes(self.model)
            if (key := self.model.key(index))
        }

    def _on_change(self, change: SessionChange) -> None:
        if change.before is change.after:
            return
        old, self.root = self.root, self.builder.build(change.after)
        moves = key_moves(old, self.root, change.moved)
        before = self.persistent
        self.model.update_to(self.filter.applied(self.root)[0], moves)
        for key, index in before.items():
            place = follow(Address(key), moves)
            if (place == key or place not in before) and self.model.index_of(place).isValid():
                assert index.isValid(), (key, place)
                assert self.model.key(_plain(index)) == place
                assert _plain(index) == self.model.index_of(place)
        known = {self.model.key(_plain(i)): i for i in before.values() if i.isValid()}
        self._remember(known)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    # -- what people do -----------------------------------------------------------------------

    def _address(self, data: st.DataObject, start: str = "") -> Address:
        found = [a for a, _ in walk(self.session.ladder) if a.startswith(start)]
        return data.draw(st.sampled_from(found)) if found else Address()

    def _try(self, builder: Any, *arguments: Any, **options: Any) -> None:
        before = self.session.ladder, self.session.document.text
        try:
            self.session.apply(builder(self.session.ladder, *arguments, **options))
        except EditRefused:
            assert (self.session.ladder, self.session.document.text) == before

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        held = self.session.ladder.families
        families = [(Address("families").entry(f.id), "profile") for f in held]
        parent, kind = data.draw(st.sampled_from([*_ADDED, *families]))
        self._try(add, parent, kind)

    @rule(data=st.data(), uses=st.sampled_from(["keep", "remove"]))
    def delete(self, data: st.DataObject, uses: str) -> None:
        self._try(delete, [self._address(data)], uses=uses)

    @rule(data=st.data(), by=st.sampled_from([-1, 1]))
    def move(self, data: st.DataObject, by: int) -> None:
        self._try(move_by, [self._address(data)], by)

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        self._try(duplicate, [self._address(data)])

    @rule(data=st.data(), new=st.sampled_from(["python", "P1", "P7", "renamed", "x-1"]))
    def rename(self, data: st.DataObject, new: str) -> None:
        self._try(rename, self._address(data), new)

    @rule(data=st.data(), name=filled_lines)
    def give_a_name(self, data: st.DataObject, name: str) -> None:
        self._try(rename_name, self._address(data), name)

    @rule(data=st.data(), text=filled_lines)
    def set_field(self, data: st.DataObject, text: str) -> None:
        self._try(set_field, self._address(data, "levels/"), "summary", text)

    @rule(data=st.data(), category=st.sampled_from(["", "Craft", "People", "New"]))
    def set_category(self, data: st.DataObject, category: str) -> None:
        if self.session.ladder.skills:
            self._try(set_field, self._address(data, "skills/"), "category", category)

    @rule(new=st.sampled_from(["Craft", "People", "Other"]))
    def rename_category(self, new: str) -> None:
        self._try(rename_group, "skill", "Craft", new)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(text=st.sampled_from(["", "", "p1", "e", "craft", "zzz"]))
    def look_for(self, text: str) -> None:
        self.filter = TreeFilter(text)
        self._reset()

    @rule()
    def save_and_load(self) -> None:
        self.session.save(self.path)
        assert not self.session.is_modified
        opened = open_ladder(self.path)
        assert opened.document.ladder == self.session.ladder
        assert opened.document.text == self.session.document.text
        self._show(Session.from_file(opened))

    # -- what always holds --------------------------------------------------------------------

    @invariant()
    def rows_are_those_of_a_tree_built_anew(self) -> None:
        if hasattr(self, "model"):
            root = TreeBuilder().build(self.session.ladder)
            assert _held(self.model) == [_wanted(self.filter.applied(root)[0])]

    @invariant()
    def keys_and_numbers_are_unique(self) -> None:
        if hasattr(self, "model"):
            found = _indexes(self.model)
            assert len({self.model.key(index) for index in found}) == len(found)
            assert len({index.internalId() for index in found}) == len(found)

    @invariant()
    def what_would_be_saved_reads_as_the_ladder(self) -> None:
        if hasattr(self, "session"):
            assert read_text(self.session.document.text).ladder == self.session.ladder


LadderMachine.TestCase.settings = settings(
    max_examples=examples(40),
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.usefixtures("qapp")
class TestLadder(LadderMachine.TestCase):  # type: ignore[valid-type,misc]
    pass
