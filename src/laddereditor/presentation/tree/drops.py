"""What a drop in the tree means, as one edit; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from laddereditor.edits.clipboard import paste_nodes
from laddereditor.edits.edit import Edit, EditRefused, combined_edit, follow
from laddereditor.edits.structure import move, set_group
from laddereditor.edits.sub_families import move_under
from laddereditor.edits.words import existing, label_for
from laddereditor.model.address import Address
from laddereditor.model.kinds import COLLECTIONS, GROUPED, KINDS, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.tree.nodes import TreeNode, group_value

_REFUSED = "These entries have no place there."


def drop_edit(ladder: Ladder, addresses: Sequence[Address], target: TreeNode, row: int) -> Edit:
    """Return the edit for moving dragged entries to where they are dropped.

    Args:
        ladder: The ladder.
        addresses: The entries that are dragged, of one kind.
        target: The node that they are dropped on or in.
        row: The child of `target` before which they are dropped; -1 for onto the node itself.

    Raises:
        EditRefused: The entries cannot be there.
    """
    kind = _the_kind(ladder, addresses)
    before = target.children[row].address if 0 <= row < len(target.children) else Address()
    if target.kind == "family":
        if kind == "family":
            return move_under(ladder, addresses, target.address)
        if kind not in ("profile", "competency"):
            raise EditRefused(_REFUSED)
        if before and _kind_at(ladder, before) != kind:
            before = Address()
        return move(ladder, addresses, target.address, _place(ladder, before))
    collection, group = group_value(target.key)
    if collection not in COLLECTIONS or COLLECTIONS[collection].name != kind:
        raise EditRefused(_REFUSED)
    if target.kind == "group":
        return _into_group(ladder, addresses, collection, group, before)
    if any(child.kind == "group" for child in target.children):  # which one would be a guess
        raise EditRefused("Drop it on one of the groups below.")
    return move(ladder, addresses, Address(), _place(ladder, before))


def copy_edit(ladder: Ladder, packed: Mapping[str, Any], target: TreeNode, row: int) -> Edit:
    """Return the edit for copying dragged entries to where they are dropped.

    Args:
        ladder: The ladder that gets the copies.
        packed: The entries, as `copy_nodes` returns them.
        target: The node that they are dropped on or in.
        row: The child of `target` before which they are dropped; -1 for onto the node itself.

    Raises:
        EditRefused: The entries cannot be there.
    """
    kinds = {entry.get("kind") for entry in packed.get("nodes", ())}
    collection, group = group_value(target.key)
    wanted = {"profile", "competency"} if target.kind == "family" else _kinds_in(collection)
    if not kinds or not kinds <= wanted:
        raise EditRefused(_REFUSED)
    if target.kind == "group":
        packed = {**packed, "nodes": [_grouped(entry, group) for entry in packed["nodes"]]}
    behind = target.address
    if 0 < row <= len(target.children):
        behind = target.children[row - 1].address or behind
    elif row < 0 and target.children:
        behind = behind or target.children[-1].address
    return paste_nodes(ladder, behind, packed)


def _kinds_in(collection: str) -> set[str]:
    return {COLLECTIONS[collection].name} if collection in COLLECTIONS else set()


def _grouped(entry: Mapping[str, Any], group: str) -> dict[str, Any]:
    field = GROUPED[entry["kind"]].name
    value = {name: value for name, value in entry["value"].items() if name != field}
    return {**entry, "value": {**value, field: group} if group else value}


def _the_kind(ladder: Ladder, addresses: Sequence[Address]) -> str:
    kinds = {_kind_at(ladder, address) for address in addresses}
    if len(kinds) != 1:
        raise EditRefused(_REFUSED)
    return kinds.pop()


def _kind_at(ladder: Ladder, address: Address) -> str:
    kind = kind_of(existing(ladder, address))
    return kind.name if kind else ""


def _place(ladder: Ladder, address: Address) -> int:
    """Return the position of an entity in its whole list, -1 for the end if there is none."""
    if not address:
        return -1
    existing(ladder, address)
    return int(address.path(ladder)[-1])


def _into_group(
    ladder: Ladder, addresses: Sequence[Address], collection: str, group: str, before: Address
) -> Edit:
    kind = COLLECTIONS[collection].name
    if nested := [a for a in addresses if getattr(existing(ladder, a), "parent", "")]:
        return _out_of_parents(ladder, addresses, nested, collection, group)
    field, siblings = GROUPED[kind], getattr(ladder, collection)
    to_regroup = [a for a in addresses if str(getattr(existing(ladder, a), field.name)) != group]
    place = _place(ladder, before)
    members = [position for position, e in enumerate(siblings) if getattr(e, field.name) == group]
    if not to_regroup:
        return move(ladder, addresses, Address(), place if place >= 0 else members[-1] + 1)
    if field.refers_to:
        if not group:
            raise EditRefused("Every level belongs to a track. Drop it on one of the tracks.")
        track = Address(KINDS[field.refers_to].collection).entry(group)
        return move(ladder, addresses, track, members.index(place) if place >= 0 else -1)
    steps: list[Callable[[Ladder], Edit]] = []
    if place >= 0 or any(address.parent for address in addresses):  # such as a family's own
        moving = partial(move, addresses=addresses, parent_address=Address(), position=place)
        steps.append(moving)
        to_regroup = [follow(address, moving(ladder).moved) for address in to_regroup]
    steps.append(lambda now: set_group(now, kind, to_regroup, group))
    label = label_for("Move", [existing(ladder, address) for address in addresses])
    return combined_edit(ladder, label, tuple(steps))


def _out_of_parents(
    ladder: Ladder,
    addresses: Sequence[Address],
    nested: Sequence[Address],
    collection: str,
    group: str,
) -> Edit:
    """Take sub-families out of their parents, into a group."""
    kind = COLLECTIONS[collection].name
    steps: list[Callable[[Ladder], Edit]] = [
        lambda now: move_under(now, nested, Address()),
        lambda now: set_group(now, kind, addresses, group),
    ]
    label = label_for("Move", [existing(ladder, address) for address in addresses])
    return combined_edit(ladder, label, tuple(steps))
