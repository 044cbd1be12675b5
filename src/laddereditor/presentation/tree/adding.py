"""What can be added at a row of the tree; no Qt."""

from dataclasses import dataclass, field

from laddereditor.model.address import Address
from laddereditor.model.kinds import COLLECTIONS, GROUPED, KINDS
from laddereditor.presentation.tree.nodes import GROUPS, TreeNode, group_value


@dataclass(frozen=True, slots=True)
class Addable:
    """Something that can be added: its words, its kind, and where it goes."""

    words: str
    kind: str
    parent: Address = Address()
    after: Address = Address()
    values: dict[str, str] = field(default_factory=dict)


def addable(node: TreeNode | None) -> list[Addable]:
    """Return what can be added at a row, most likely first."""
    found = _in_family(node) if node is not None else []
    first = _collection_of(node) if node is not None else ""
    names = [first, *(name for name in GROUPS if name != first)] if first else [*GROUPS]
    return found + [_to_ladder(COLLECTIONS[name].name, node) for name in names]


def _in_family(node: TreeNode) -> list[Addable]:
    """Return what goes into the family that a row is or is in."""
    family = node.address.family
    if not family:
        return []
    words = {"profile": "Profile", "competency": "Own competency"}
    kinds = sorted(words, key=lambda kind: kind != node.kind)
    if node.kind == "family":
        kinds = ["profile", "competency"]
    inside = [
        Addable(words[kind], kind, family, node.address if kind == node.kind else Address())
        for kind in kinds
    ]
    return [*inside, Addable("Sub-family", "family", after=family, values={"parent": family.key})]


def _collection_of(node: TreeNode) -> str:
    if node.kind == "ladder":
        return ""
    name = Address(group_value(node.key)[0]).first(1).removesuffix("?")
    return name if name in COLLECTIONS else ""


def _to_ladder(kind: str, node: TreeNode | None) -> Addable:
    title = KINDS[kind].title
    if node is not None and node.kind == "group":
        collection, value = group_value(node.key)
        if COLLECTIONS[collection].name == kind and value:
            return Addable(title, kind, values={GROUPED[kind].name: value})
    beside = node is not None and node.kind == kind and not node.address.parent
    return Addable(title, kind, after=node.address if node is not None and beside else Address())
