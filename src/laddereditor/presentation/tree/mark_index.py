"""The marks of all nodes of a ladder, kept up to date by looking only at what changed; no Qt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import is_
from typing import cast

from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.tree.marks import (
    NO_MARK,
    NOTHING,
    Counts,
    Entities,
    NodeMark,
    addressed,
    counted,
    family_marks,
    joined,
    plain_mark,
)
from laddereditor.presentation.tree.nodes import GROUPS, LADDER_KEY, TreeNode
from laddereditor.rules.check import CheckReport
from laddereditor.rules.finding import Finding

_NONE_FOUND: Counts = {}
_NO_MARKS: Mapping[str, NodeMark] = {}


@dataclass(frozen=True, slots=True)
class _Part:
    """The marks of a family and of what is in it, with what they came from."""

    node: TreeNode
    found: Counts
    family: Family | None
    before: Family | None
    below: tuple[NodeMark, ...]  # of its sub-families
    marks: Mapping[str, NodeMark]

    def is_made_from(self, *inputs: object) -> bool:
        """Whether the marks would be the same; the inputs are the fields before them."""
        *others, below = inputs
        known = (self.node, self.found, self.family, self.before)
        return self.below == below and all(map(is_, known, others))


@dataclass(frozen=True, slots=True)
class _ListMarks:
    """The marks of one of the ladder's lists and of what is in it, with what they came from."""

    made_from: tuple[object, ...]
    mark: NodeMark
    marks: Mapping[str, NodeMark]


class MarkIndex:
    """Returns the mark of a node by its key."""

    def __init__(self) -> None:
        self._flat: dict[str, NodeMark] = {}  # by key, all but families
        self._parts: dict[str, _Part] = {}  # by family
        self._found: dict[str, tuple[Sequence[Finding], Counts]] = {}  # by block of the report
        self._listed: dict[int, tuple[Sequence[Entity], Entities]] = {}  # by id of the list
        self._lists: dict[str, _ListMarks] = {}  # by key of the list's node, all but families

    def of(self, key: str) -> NodeMark:
        """Return the mark of a node."""
        if family := Address(key).family:
            part = self._parts.get(family)
            return part.marks.get(key, NO_MARK) if part else NO_MARK
        return self._flat.get(key, NO_MARK)

    def update(
        self, root: TreeNode, ladder: Ladder, report: CheckReport | None, saved: Ladder | None
    ) -> set[str]:
        """Update the marks from a ladder's tree, findings and saved state; return the changed keys.

        Args:
            root: The tree of the ladder.
            ladder: The ladder as it is now.
            report: The last findings, None as long as there are none.
            saved: The ladder as it was saved; None marks only the ladder itself as unsaved.
        """
        flat, parts, self._flat = self._flat, dict(self._parts), {}
        self._count(report)
        used: dict[int, tuple[Sequence[Entity], Entities]] = {}
        groups = [self._collection(node, ladder, saved or ladder, used) for node in root.children]
        self._listed = used
        shown = {node.key for node in _families(root)}
        self._parts = {key: part for key, part in self._parts.items() if key in shown}
        unsaved = saved is None or _scalars(ladder) != _scalars(saved)
        own = self._findings("").get(Address(), NOTHING)
        self._flat[LADDER_KEY] = joined(groups)._replace(own=own, unsaved=unsaved)
        return {*_differing(flat, self._flat), *_differing_parts(parts, self._parts)}

    def _count(self, report: CheckReport | None) -> None:
        known, self._found = self._found, {}
        for key, block in (report.cache.blocks if report else {}).items():
            old = known.get(key)
            same = old is not None and old[0] is block.findings
            self._found[key] = (
                old if old is not None and same else (block.findings, counted(block.findings))
            )

    def _findings(self, block: str) -> Counts:
        return self._found[block][1] if block in self._found else _NONE_FOUND

    def _collection(
        self,
        node: TreeNode,
        ladder: Ladder,
        saved: Ladder,
        used: dict[int, tuple[Sequence[Entity], Entities]],
    ) -> NodeMark:
        now, was = (self._entities(getattr(x, node.key), node.key, used) for x in (ladder, saved))
        moved = now is not was and list(now) != list(was)
        if node.key == "families":
            mark = _branch(node, partial(self._family, now, was), self._flat)
            if moved:
                mark = self._flat[node.key] = mark._replace(unsaved=True)
            return mark
        found = self._findings(node.key)
        made_from = (node, found, now, was)
        known = self._lists.get(node.key)
        if known is None or not all(map(is_, known.made_from, made_from)):
            marks: dict[str, NodeMark] = {}
            mark = _branch(node, partial(_plain, marks, found, now, was), marks)
            if moved:
                mark = marks[node.key] = mark._replace(unsaved=True)
            known = self._lists[node.key] = _ListMarks(made_from, mark, marks)
        self._flat |= known.marks
        return known.mark

    def _entities(
        self,
        entities: Sequence[Entity],
        name: str,
        used: dict[int, tuple[Sequence[Entity], Entities]],
    ) -> Entities:
        known = used.get(id(entities)) or self._listed.get(id(entities))
        if known is None or known[0] is not entities:
            known = (entities, addressed(entities, Address(name)))
        used[id(entities)] = known
        return known[1]

    def _family(self, now: Entities, was: Entities, node: TreeNode) -> NodeMark:
        key = node.address
        family, before = (cast("Family | None", each.get(key)) for each in (now, was))
        found = self._findings(key)
        old = self._parts.get(key)
        below = tuple(
            self._family(now, was, child) for child in node.children if child.kind == "family"
        )
        if old is None or not old.is_made_from(node, found, family, before, below):
            marks = family_marks(node, found, family, before, below)
            old = self._parts[key] = _Part(node, found, family, before, below, marks)
        return old.marks.get(key, NO_MARK)


def _branch(
    node: TreeNode, look: Callable[[TreeNode], NodeMark], marks: dict[str, NodeMark]
) -> NodeMark:
    """Note the mark of a group in `marks` and return it: what is in the group, summed up."""
    mark = joined(
        [look(child) if child.address else _branch(child, look, marks) for child in node.children]
    )
    if mark != NO_MARK:
        marks[node.key] = mark
    return mark


def _plain(
    marks: dict[str, NodeMark], found: Counts, now: Entities, was: Entities, node: TreeNode
) -> NodeMark:
    mark = plain_mark(found, now, was, node)
    if mark is not NO_MARK:
        marks[node.key] = mark
    return mark


def _families(root: TreeNode) -> Iterator[TreeNode]:
    for collection in root.children:
        if collection.key == "families":
            for group in collection.children:
                yield from _with_sub_families(group.children)


def _with_sub_families(nodes: Sequence[TreeNode]) -> Iterator[TreeNode]:
    for node in nodes:
        if node.kind == "family":
            yield node
            yield from _with_sub_families(node.children)


def _differing(before: Mapping[str, NodeMark], now: Mapping[str, NodeMark]) -> Iterator[str]:
    return (key for key in before.keys() | now.keys() if before.get(key) != now.get(key))


def _differing_parts(before: Mapping[str, _Part], now: Mapping[str, _Part]) -> Iterator[str]:
    for family in before.keys() | now.keys():
        one, other = before.get(family), now.get(family)
        if one is not other:
            yield from _differing(
                one.marks if one else _NO_MARKS, other.marks if other else _NO_MARKS
            )


def _scalars(ladder: Ladder) -> list[object]:
    return [value for name, value in ladder if name not in GROUPS]
