"""The marks of a node of the tree: findings at and below it, and unsaved changes; no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from laddereditor.model.address import Address, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.presentation.tree.nodes import TreeNode
from laddereditor.rules.finding import Finding, Severity


class SeverityCounts(NamedTuple):
    """How many findings of each severity."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0

    @property
    def most_severe(self) -> Severity | None:
        """The most severe severity that occurs."""
        if self.errors:
            return Severity.ERROR
        if self.warnings:
            return Severity.WARNING
        return Severity.INFO if self.hints else None

    def plus(self, other: "SeverityCounts") -> "SeverityCounts":
        """Return the sum of two counts."""
        return SeverityCounts(
            self.errors + other.errors, self.warnings + other.warnings, self.hints + other.hints
        )


NOTHING = SeverityCounts()
_ONE = {
    Severity.ERROR: SeverityCounts(1, 0, 0),
    Severity.WARNING: SeverityCounts(0, 1, 0),
    Severity.INFO: SeverityCounts(0, 0, 1),
}


class NodeMark(NamedTuple):
    """The marks of one node."""

    own: SeverityCounts = NOTHING  # findings at the node itself
    below: SeverityCounts = NOTHING  # findings further down
    unsaved: bool = False  # the node itself is not as it was saved
    unsaved_below: bool = False  # something further down is not
    comments: int = 0  # open comments at the node itself


NO_MARK = NodeMark()
Counts = Mapping[Address, SeverityCounts]  # by address
Entities = Mapping[Address, Entity]  # by address


def counted(findings: Iterable[Finding]) -> Counts:
    """Count findings by the address of their entity."""
    found: dict[Address, SeverityCounts] = {}
    for finding in findings:
        one = _ONE[finding.severity]
        before = found.get(finding.address)
        found[finding.address] = before.plus(one) if before else one
    return found


def addressed(entities: Sequence[Entity], entity_list: Address) -> dict[Address, Entity]:
    """Return entities of one list by address."""
    return dict(listed_at(entity_list, entities))


def joined(marks: Iterable[NodeMark]) -> NodeMark:
    """Return the mark of a parent of nodes with these marks."""
    below, unsaved = NOTHING, False
    for mark in marks:
        if mark is not NO_MARK:
            below = below.plus(mark.own).plus(mark.below)
            unsaved = unsaved or mark.unsaved or mark.unsaved_below
    return NodeMark(NOTHING, below, False, unsaved)


def plain_mark(found: Counts, now: Entities, was: Entities, node: TreeNode) -> NodeMark:
    """Return the mark of an entity that has nothing inside.

    Args:
        found: The findings by address.
        now: The entities by address.
        was: The entities that were saved, by address.
        node: The row of the entity.
    """
    own = found.get(node.address, NOTHING)
    unsaved = _differs(now.get(node.address), was.get(node.address))
    return NodeMark(own, unsaved=unsaved) if unsaved or own is not NOTHING else NO_MARK


def family_marks(
    node: TreeNode,
    found: Counts,
    now: Family | None,
    was: Family | None,
    below: Sequence[NodeMark] = (),
) -> dict[str, NodeMark]:
    """Return the marks of a family and of what is in it, by address.

    Args:
        node: The row of the family.
        found: The findings by address.
        now: The family as it is; None if it was removed.
        was: The family as it was saved; None if it is new.
        below: The marks of its sub-families, which are not among those returned.
    """
    inside = [child for child in node.children if child.kind != "family"]
    current: Entities = {}
    saved: Entities = {}
    if now is was:  # most families: only what was found in them is to be marked
        inside = [child for child in inside if child.address in found]
    else:
        current, saved = _inside(node.address, now), _inside(node.address, was)
    look = partial(plain_mark, found, current, saved)
    marks = {child.address: look(child) for child in inside}
    total = joined((*marks.values(), *below))
    unsaved = _differs(now, was) and (_own(now) != _own(was) or list(current) != list(saved))
    marks[node.address] = total._replace(own=found.get(node.address, NOTHING), unsaved=unsaved)
    return {key: mark for key, mark in marks.items() if mark != NO_MARK}


def _differs(now: object, was: object) -> bool:
    return now is not was and now != was


def _own(family: Family | None) -> dict[str, object]:
    """Return the fields of a family without what has a row of its own."""
    inside = {name for name, spec in field_specs(Family).items() if spec.shape == "records"}
    return {name: value for name, value in family or () if name not in inside}


def _inside(address: Address, family: Family | None) -> Entities:
    if family is None:
        return {}
    own = addressed(family.competencies, address.list_of("competencies"))
    return own | addressed(family.profiles, address)
