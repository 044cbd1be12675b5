"""The rows after any edit and any filter are those of the changes, whatever came before."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.gui.changes.model import ChangesModel
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.change_rows import ChangeFilter, arranged, rows_of
from laddereditor.presentation.tree.nodes import TreeNode
from tests.edits.random_edits import random_edit
from tests.examples import examples
from tests.strategies import ladders

_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal
_wanted = st.builds(
    ChangeFilter,
    st.sampled_from([None, "added", "removed", "changed"]),
    st.frozensets(
        st.sampled_from(["raises", "lowers", "clarifies", "neutral", "unclear"]), min_size=3
    ),
    st.just(""),
    st.sampled_from(["", "skill", "summary changed"]),
)


def _held(model: ChangesModel, parent: QModelIndex | None = None) -> list[Any]:
    above = parent or QModelIndex()
    rows = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    return [(model.key(index), index.data(), _held(model, index)) for index in rows]


def _expected(node: TreeNode) -> list[Any]:
    return [(child.key, child.label, _expected(child)) for child in node.children]


@given(st.data())
@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
def test_that_rows_are_those_of_any_changes_after_any_others(qapp: object, data: Any) -> None:
    old = now = data.draw(ladders())
    model = ChangesModel()
    tester = QAbstractItemModelTester(model, _MODE)
    for _ in range(data.draw(st.integers(1, 8))):
        now = _edited(data.draw, now)
        shown = arranged(rows_of(diff(old, now), old, now), data.draw(_wanted))
        kept = {key: QPersistentModelIndex(model.index_of(key)) for key in model.leaf_keys()}
        model.update_to(shown)
        assert _held(model) == _expected(shown.root)
        for key, index in kept.items():
            assert not index.isValid() or model.key(index) == key
        assert list(model.leaf_keys()) == list(shown.rows)
    assert tester.model() is model


def _edited(draw: Any, ladder: Ladder) -> Ladder:
    try:
        edit: Edit = draw(random_edit(ladder))
        return edit.change(ladder)
    except EditRefused:
        return ladder


@given(st.data())
@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
def test_that_every_change_has_one_row_with_a_key_of_its_own(data: Any) -> None:
    old = data.draw(ladders())
    now = _edited(data.draw, _edited(data.draw, old))
    changes = diff(old, now)
    rows = rows_of(changes, old, now)
    assert [row.change for row in rows] == list(changes)
    assert len({row.key for row in rows}) == len(rows)
    assert _leaves(arranged(rows, ChangeFilter()).root) == {row.key for row in rows}
    assert all(row.headline and row.group.words for row in rows)


def _leaves(node: TreeNode) -> set[str]:
    found = {child.key for child in node.children if child.kind == "change"}
    return found.union(*map(_leaves, node.children)) if node.children else found
