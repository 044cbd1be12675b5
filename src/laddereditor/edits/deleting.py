"""Delete entries, and references to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.mapping import references, referring, remap
from laddereditor.edits.paths import title_at
from laddereditor.edits.placement import chosen_nodes, neighbour
from laddereditor.edits.sub_families import leave_removed_parents, parent_that_stays
from laddereditor.edits.words import called, kind_word, label_for
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.kinds import REFERRED_KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import families_above, family_of_id

KEEP = "keep"
REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Use:
    """A place that refers to an entity."""

    address: Address  # of the entity that refers to it
    field: FieldPath  # path inside that entity: "skills/2", "factors/scope"
    text: str  # for people: "AI/ML Engineer › P3: Skills"


def uses_of(ladder: Ladder, address: Address) -> tuple[Use, ...]:
    """Return every reference to the entity at an address, in file order.

    The result is empty if an earlier sibling has the same id.

    Raises:
        EditRefused: There is no such entity.
    """
    draft = Draft(ladder)
    node = draft.node(address)
    if node.kind not in REFERRED_KINDS or node.is_repeat:
        return ()
    found = []
    for user in referring(draft, node.kind, [node.key], node.node_list.owner):
        for field, used in references(user.entity, node.kind):
            if used == node.key:
                found.append(Use(user.old, field, _words(user, field)))
    return tuple(found)


def _words(user: DraftNode, field: FieldPath) -> str:
    title = title_at(user.entity, field)
    owner = user.node_list.owner
    place = f"{called(owner.entity)} › {user.key}" if owner else label_of(user.entity)
    return f"{place}: {title}"


@builder
def delete(ladder: Ladder, addresses: Iterable[Address], *, uses: str = KEEP) -> Edit:
    """Delete entries.

    Args:
        ladder: The ladder.
        addresses: The entries to delete.
        uses: What to do with the references to them. "keep" leaves them dangling; "remove" removes
            them too (profiles of a level, uses of a skill, texts of a factor …; a level of a
            deleted track stays, without a track, and a sub-family keeps what it inherits); the id
            of another entity of the kind replaces them.

    Raises:
        EditRefused: The other entity cannot replace them.
    """
    draft = Draft(ladder)
    nodes = chosen_nodes(draft, addresses)
    show = neighbour(nodes)
    for node in nodes:
        node.take()
    removed = _removed_ids(draft, nodes)
    if uses == REMOVE:
        for node_list, ids in removed.items():
            _remove_uses(draft, node_list, ids)
    elif uses != KEEP:
        _replace_uses(draft, removed, uses)
    return draft.edit(label_for("Delete", [node.entity for node in nodes]), show)


def _removed_ids(draft: Draft, nodes: Iterable[DraftNode]) -> dict[NodeList, list[str]]:
    """Return the ids that no entry has any more, by their lists."""
    removed: dict[NodeList, list[str]] = {}
    for node in nodes:
        if node.kind not in REFERRED_KINDS:
            continue
        left = node.node_list.keys() + (
            draft.node_list(node.kind).keys() if node.node_list.owner else []
        )
        if node.key not in left:
            removed.setdefault(node.node_list, []).append(node.key)
    return removed


def _remove_uses(draft: Draft, node_list: NodeList, ids: list[str]) -> None:
    kind = node_list.kind.name
    if kind == "family":
        leave_removed_parents(draft, ids)
        return
    for node in list(referring(draft, kind, ids, None)) if kind == "level" else ():
        if node.kind == "profile" and node.key in ids:  # others only mention the level
            node.take()
    remap(draft, kind, dict.fromkeys(ids), node_list.owner)


def _replace_uses(draft: Draft, removed: dict[NodeList, list[str]], wanted: str) -> None:
    target = Address(wanted).key or wanted
    if len(removed) > 1:
        raise EditRefused(
            "One entry cannot replace entries of several kinds. Delete them kind by kind."
        )
    for node_list, ids in removed.items():
        kind = node_list.kind.name
        own = node_list.keys()
        shared = draft.node_list(kind).keys() if node_list.owner else []
        if target not in own and target not in shared:
            raise EditRefused(
                f"There is no other {kind_word(kind)} “{target}” that could replace it."
            )
        if kind == "level":
            _levels_free(draft, ids, target)
        if kind == "family":
            _parent_fits(draft, ids, target)
        remap(draft, kind, dict.fromkeys(ids, target), node_list.owner)


def _parent_fits(draft: Draft, ids: list[str], target: str) -> None:
    """Take the new parent out of the removed ones; one further below them cannot be above."""
    node = next(one for one in draft.node_list("family").nodes if one.key == target)
    parent = getattr(node.entity, "parent", "")
    if parent in ids:
        node.change(parent=parent_that_stays(draft.ladder, parent, ids))
        return
    family = family_of_id(draft.ladder, target)
    if family and any(one.id in ids for one in families_above(draft.ladder, family)):
        raise EditRefused(
            f"{called(node.entity)} is itself part of a sub-family of it. Choose another family."
        )


def _levels_free(draft: Draft, ids: list[str], target: str) -> None:
    for family in draft.node_list("family").nodes:
        levels = draft.node_list("profile", family).keys()
        wanted = [level for level in levels if level in ids]
        if len(wanted) + (target in levels) > 1:
            raise EditRefused(
                f"{called(family.entity)} would have two profiles for {target}. "
                f"Delete or move its profile for {wanted[0]} first."
            )
