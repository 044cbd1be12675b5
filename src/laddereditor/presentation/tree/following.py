"""How an edit changes the keys of the tree; no Qt."""

from collections.abc import Iterable, Mapping

from laddereditor.edits.edit import follow
from laddereditor.model.address import Address
from laddereditor.model.kinds import GROUPED, KINDS
from laddereditor.presentation.tree.nodes import TreeNode, group_key


def key_moves(
    old: TreeNode, new: TreeNode, moved: Mapping[Address, Address]
) -> dict[Address, Address]:
    """Return the new keys of rows by the old ones.

    A category that is renamed is another group with the same skills in it.

    Args:
        old: The tree before the edit.
        new: The tree after it.
        moved: The new addresses of entities by the old ones; groups are found by their track or
            contents.
    """
    found = dict(moved)
    for before, after in moved.items():
        for collection in _grouped_by(before) if before.collection == after.collection else ():
            found[_group_of(before, collection)] = _group_of(after, collection)
    for collection in (KINDS[kind].collection for kind in GROUPED):
        found |= _renamed_groups(_groups(old, collection), _groups(new, collection), moved)
    return found


def _grouped_by(address: Address) -> list[str]:
    """Return the collections whose groups are entities of this kind, such as tracks."""
    kind = address.kind
    return [
        KINDS[name].collection
        for name, spec in GROUPED.items()
        if kind is not None and spec.refers_to == kind.name
    ]


def _group_of(address: Address, collection: str) -> Address:
    return Address(group_key(collection, address.key))


def _groups(root: TreeNode, collection: str) -> dict[str, TreeNode]:
    nodes = next((node.children for node in root.children if node.key == collection), ())
    return {node.key: node for node in nodes if node.kind == "group"}


def _renamed_groups(
    old: Mapping[str, TreeNode], new: Mapping[str, TreeNode], moved: Mapping[Address, Address]
) -> dict[Address, Address]:
    added = {_keys_below(node.children, {}): key for key, node in new.items() if key not in old}
    found: dict[Address, Address] = {}
    for key, node in old.items() if added else ():
        if key not in new and node.children:
            after = added.get(_keys_below(node.children, moved))
            if after:
                found[Address(key)] = Address(after)
    return found


def _keys_below(nodes: Iterable[TreeNode], moved: Mapping[Address, Address]) -> tuple[str, ...]:
    return tuple(follow(Address(node.key), moved) for node in nodes)
