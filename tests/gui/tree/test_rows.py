"""From one tree to the next by few steps."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from laddereditor.model.address import Address
from laddereditor.presentation.tree.nodes import TreeNode
from laddereditor.presentation.tree.tree_rows import (
    TOP,
    Insert,
    Move,
    Redraw,
    Remove,
    RowChange,
    TreeRows,
)
from tests.examples import examples

Shape = tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]


def leaf(key: str, *children: TreeNode, label: str = "") -> TreeNode:
    return TreeNode(key, label or key, "thing", children=children)


def carried_out(rows: TreeRows, root: TreeNode) -> list[RowChange]:
    done = []
    for step in rows.steps(root):
        check(rows, step)
        rows.do(step)
        done.append(step)
    return done


def check(rows: TreeRows, step: RowChange) -> None:
    """What Qt demands of a row signal before it is sent."""
    match step:
        case Insert(parent, row, nodes):
            assert nodes
            assert 0 <= row <= len(rows.below(parent))
        case Remove(parent, first, last):
            assert 0 <= first <= last < len(rows.below(parent))
        case Move(source, row, parent, before):
            assert 0 <= row < len(rows.below(source))
            assert 0 <= before <= len(rows.below(parent))
            assert source != parent or before not in (row, row + 1)
        case Redraw(number):
            assert rows.node(number) is not None


def held(rows: TreeRows, number: int = TOP) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for row, below in enumerate(rows.below(number)):
        node = rows.node(below)
        assert node is not None
        assert rows.row(below) == row
        assert rows.above(below) == number
        assert rows.number(node.key) == below
        found.append((node.key, held(rows, below)))
    return found


def wanted(node: TreeNode) -> tuple[str, object]:
    return node.key, [wanted(child) for child in node.children]


def names(prefix: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([f"{prefix}{n}" for n in range(6)]), unique=True)


@st.composite
def trees(draw: st.DrawFn) -> TreeNode:
    """Trees of three floors; what is on a floor can stand under any row of the floor above."""
    groups, things, leaves = draw(names("g")), draw(names("t")), draw(names("l"))
    labels = st.sampled_from("ab")
    thing_nodes: dict[str, list[TreeNode]] = {name: [] for name in things}
    for name in leaves if things else []:
        thing_nodes[draw(st.sampled_from(things))].append(leaf(name, label=draw(labels)))
    group_nodes: dict[str, list[TreeNode]] = {name: [] for name in groups}
    for name in things if groups else []:
        group_nodes[draw(st.sampled_from(groups))].append(leaf(name, *thing_nodes[name]))
    return leaf("root", *(leaf(name, *found) for name, found in group_nodes.items()))


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(trees(), min_size=2, max_size=4))
def test_that_any_tree_becomes_any_other_by_allowed_steps(found: list[TreeNode]) -> None:
    rows = TreeRows()
    rows.show(found[0])
    for root in found[1:]:
        numbers = {key: rows.number(key) for key in ["g0", "t0", "t1", "l0", "l1", "l2"]}
        carried_out(rows, root)
        assert held(rows) == [wanted(root)]
        for key, before in numbers.items():
            now = rows.number(key)
            assert TOP in (before, now) or now == before
        assert carried_out(rows, root) == []


def shown(*keys: str) -> TreeRows:
    rows = TreeRows()
    rows.show(leaf("root", *map(leaf, keys)))
    return rows


def test_that_nothing_happens_when_nothing_changed() -> None:
    rows = shown("a", "b")
    assert carried_out(rows, leaf("root", leaf("a"), leaf("b"))) == []


def test_that_one_row_that_moved_is_one_move() -> None:
    rows = shown(*"abcdef")
    assert carried_out(rows, leaf("root", *map(leaf, "bcdeaf"))) == [Move(1, 0, 1, 5)]


def test_that_rows_next_to_each_other_come_and_go_at_once() -> None:
    rows = shown(*"abcdef")
    steps = carried_out(rows, leaf("root", *map(leaf, "axyzf")))
    assert [type(step) for step in steps] == [Insert, Remove]


def test_that_a_row_that_goes_to_another_parent_keeps_its_number() -> None:
    rows = TreeRows()
    rows.show(leaf("root", leaf("one", leaf("a"), leaf("b")), leaf("two")))
    number = rows.number("a")
    steps = carried_out(rows, leaf("root", leaf("two", leaf("a")), leaf("new", leaf("b"))))
    assert rows.number("a") == number
    assert [type(step) for step in steps] == [Insert, Move, Move, Remove]


def test_that_only_the_row_whose_words_changed_looks_different() -> None:
    rows = shown("a", "b")
    steps = carried_out(rows, leaf("root", leaf("a"), leaf("b", label="other")))
    assert steps == [Redraw(rows.number("b"))]


def test_that_numbers_are_never_used_again() -> None:
    rows = shown("a")
    gone = rows.number("a")
    carried_out(rows, leaf("root"))
    carried_out(rows, leaf("root", leaf("a")))
    assert rows.number("a") > gone


def test_that_a_renamed_row_keeps_its_number_with_all_below_it() -> None:
    rows = TreeRows()
    rows.show(leaf("root", leaf("f/a", leaf("f/a/P1")), leaf("f/b")))
    numbers = rows.number("f/a"), rows.number("f/a/P1")
    rows.rekey({Address("f/a"): Address("f/c")})
    assert (rows.number("f/c"), rows.number("f/c/P1")) == numbers
    assert rows.number("f/a") == TOP


def test_that_two_rows_can_change_names_with_each_other() -> None:
    rows = shown("f/a", "f/b")
    one, other = rows.number("f/a"), rows.number("f/b")
    rows.rekey({Address("f/a"): Address("f/b"), Address("f/b"): Address("f/a")})
    assert (rows.number("f/b"), rows.number("f/a")) == (one, other)


def test_that_a_row_may_take_the_name_of_one_that_goes() -> None:
    rows = shown("f/a", "f/b")
    number = rows.number("f/b")
    rows.rekey({Address("f/b"): Address("f/a")})
    carried_out(rows, leaf("root", leaf("f/a")))
    assert rows.number("f/a") == number
    assert held(rows) == [("root", [("f/a", [])])]


def test_that_a_node_with_the_same_words_looks_the_same() -> None:
    node = leaf("a")
    assert node.looks_like(replace(node, children=(leaf("b"),)))
    assert not node.looks_like(replace(node, muted=True))
