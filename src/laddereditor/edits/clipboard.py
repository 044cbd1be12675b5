"""Entries on the clipboard: plain values with their kinds, and what they refer to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from pydantic import ValidationError

from laddereditor.edits.comments.travelling import as_data, comments_inside
from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.mapping import refers
from laddereditor.edits.needed import needed
from laddereditor.edits.placement import (
    chosen_nodes,
    copy_name,
    ladder_levels,
    level_place,
    list_for,
    place_by_order,
    profile_place,
    with_free_key,
)
from laddereditor.edits.reading.controls import cleaned, left_out, texts_in
from laddereditor.edits.words import called, counted, kind_word, label_for, listed, share_name
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.comment import Comment
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import (
    KINDS,
    REFERRED_KINDS,
    SHARED_KINDS,
    entities,
    entity_name,
    key_of,
    kind_of,
)
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.raw import to_raw
from laddereditor.model.terms import Competency

_NO_PARTS = "The clipboard holds no parts of a ladder."


def copy_nodes(ladder: Ladder, addresses: Iterable[Address]) -> dict[str, Any]:
    """Return entries as plain values: `{"nodes": [{"kind", "value"}], "needs": […], "orders": …}`.

    `needs` are the levels, skills and terms that the entries refer to, for another ladder that may
    not have them, and `orders` the ids of all terms of a kind in their order, so that they are put
    there in the same order as here.

    Raises:
        EditRefused: Nothing is selected.
    """
    nodes = chosen_nodes(Draft(ladder), addresses)
    needs = needed(ladder, [(node.entity, _family_of(node)) for node in nodes])
    return {
        "nodes": [_with_comments(ladder, node) for node in nodes],
        "needs": [_to_data(one.entity, one.is_own) for one in needs],
        "orders": {
            kind: [key_of(one) for one in entities(ladder, kind)]
            for kind in SHARED_KINDS
            if KINDS[kind].is_ordered
        },
    }


def _with_comments(ladder: Ladder, node: DraftNode) -> dict[str, Any]:
    inside = as_data(comments_inside(ladder, node.old))
    return {**_to_data(node.entity), **({"comments": inside} if inside else {})}


def _to_data(entity: Entity, own: bool = False) -> dict[str, Any]:
    kind = kind_of(entity)
    data = {"kind": kind.name if kind else "", "value": to_raw(entity)}
    return {**data, "own": True} if own else data


def _family_of(node: DraftNode) -> Family | None:
    owner = node.node_list.owner
    return cast("Family", owner.entity) if owner else None


@builder
def paste_nodes(ladder: Ladder, target_address: Address, clipboard: Mapping[str, Any]) -> Edit:
    """Paste entries from `copy_nodes`: after the target, or into it if they belong there.

    Ids are made unique; a profile whose level is taken gets the next free one of its track; what
    the entries refer to is pasted too if this ladder does not have it.

    Args:
        ladder: The ladder, before the edit.
        target_address: The entry that is selected, "" for the ladder.
        clipboard: What `copy_nodes` returned, or the same from another program.

    Raises:
        EditRefused: The clipboard holds no entries, or one cannot be at the target.
    """
    draft = Draft(ladder)
    entities = _from_data(clipboard.get("nodes"))
    if not entities:
        raise EditRefused(_NO_PARTS)
    target = draft.node(target_address) if target_address else None
    needs = clipboard.get("needs", [])
    shared = _from_data(needs, own=False)
    orders = _orders(clipboard)
    for entity in shared:
        _add_referenced(draft, entity, orders)
    inside = _inside_family(entities, shared)
    pasted: list[DraftNode] = []
    for entity, comments in zip(entities, _comments(clipboard["nodes"]), strict=True):
        node_list = _list_at(draft, target, entity, inside)
        node = _pasted(draft, node_list, entity, [target, *pasted[-1:]])
        node.comments = comments
        pasted.append(node)
    for entity in _from_data(needs, own=True):
        for family in dict.fromkeys(
            node.node_list.owner for node in pasted if node.node_list.owner
        ):
            _add_referenced(draft, entity, orders, family)
    return draft.edit(label_for("Paste", entities), pasted[0])


def _from_data(data: Any, *, own: bool | None = None) -> list[Entity]:
    if not isinstance(data, list):
        raise EditRefused(_NO_PARTS)
    try:
        return [
            KINDS[entry["kind"]].entity.model_validate(cleaned(entry["value"]))
            for entry in data
            if own is None or bool(entry.get("own")) == own
        ]
    except (ValidationError, LookupError, TypeError, AttributeError) as error:
        raise EditRefused(_NO_PARTS) from error


def _comments(nodes: Sequence[Mapping[str, Any]]) -> list[tuple[Comment, ...]]:
    """Return the comments that each entry of the clipboard brings along."""
    try:
        return [
            tuple(map(Comment.model_validate, cleaned(entry.get("comments", ()))))
            for entry in nodes
        ]
    except (ValidationError, TypeError) as error:
        raise EditRefused(_NO_PARTS) from error


def _orders(clipboard: Mapping[str, Any]) -> dict[str, list[str]]:
    found = clipboard.get("orders")
    if not isinstance(found, dict):
        return {}
    return {
        kind: [str(key) for key in keys] for kind, keys in found.items() if isinstance(keys, list)
    }


def _add_referenced(
    draft: Draft, entity: Entity, orders: Mapping[str, list[str]], family: DraftNode | None = None
) -> None:
    """Add the entries that pasted ones refer to, unless an entry has that id."""
    kind = kind_of(entity)
    if kind is None or kind.name == "profile":
        return
    node_list = draft.node_list(kind.name, family)
    if key_of(entity) in node_list.keys() + draft.node_list(kind.name).keys():
        return
    place = place_by_order(node_list.keys(), key_of(entity), orders.get(kind.name, ()))
    if isinstance(entity, Level):
        place = level_place(draft, entity)
    node_list.insert(place, DraftNode(entity, node_list))


def pasted_left_out(clipboard: Mapping[str, Any]) -> str:
    """Return a sentence that names the control characters that a paste leaves out, or ""."""
    values = [clipboard.get("nodes"), clipboard.get("needs")]
    return left_out("".join(texts_in(values)))


def pasted_dependencies(ladder: Ladder, clipboard: Mapping[str, Any]) -> str:
    """Return in words what a paste adds in addition to the entries: `skill SQL`, or "".

    Raises:
        EditRefused: The clipboard holds no parts of a ladder.
    """
    needs = [one for one in _from_data(clipboard.get("needs", [])) if kind_of(one)]
    known = {(name, key_of(one)) for name in REFERRED_KINDS for one in entities(ladder, name)}
    new: dict[str, list[str]] = {}
    for entity in needs:
        kind = kind_of(entity)
        if kind is not None and (kind.name, key_of(entity)) not in known:
            new.setdefault(kind.name, []).append(called(entity))
    return listed((_several(kind, names) for kind, names in new.items()), len(KINDS))


def pasted_namesakes(ladder: Ladder, clipboard: Mapping[str, Any]) -> str:
    """Return a sentence about what pasted entries refer to that has another name here, or "".

    A reference is an id. The same id may stand for something else in this ladder.

    Raises:
        EditRefused: The clipboard holds no parts of a ladder.
    """
    here = {(name, key_of(one)): one for name in SHARED_KINDS for one in entities(ladder, name)}
    found = []
    for entity in _from_data(clipboard.get("needs", []), own=False):
        kind = kind_of(entity)
        other = here.get((kind.name, key_of(entity))) if kind else None
        if kind and other and not share_name(entity, other):
            found.append(f"{kind.word} {called(entity)} is {called(other)}")
    return f"In this ladder, {listed(found)}: check what refers to it." if found else ""


def _several(kind: str, names: Sequence[str]) -> str:
    what = kind_word(kind) if len(names) == 1 else counted(kind, len(names))
    return f"{what} {listed(names, 5)}"


def _inside_family(entities: Iterable[Entity], needs: Iterable[Entity]) -> Collection[str]:
    """Return the kinds that a family at the target accepts.

    A competency that was copied with levels or families goes to the ladder, where they can use it.
    """
    chosen = [entity.id for entity in entities if isinstance(entity, Competency)]
    only_parts = all(isinstance(entity, Profile | Competency) for entity in entities)
    if only_parts and not any(refers(entity, "competency", chosen) for entity in needs):
        return ("profile", "competency")
    return ("profile",)


def _pasted(
    draft: Draft, node_list: NodeList, entity: Entity, anchors: Iterable[DraftNode | None]
) -> DraftNode:
    """Insert an entity after the last of the anchors that is in its list, or where it fits."""
    node = DraftNode(_free(draft, node_list, entity), node_list)
    behind = [node_list.nodes.index(anchor) + 1 for anchor in anchors if anchor in node_list.nodes]
    if behind:
        place = behind[-1]
    else:
        is_profile = node_list.kind.name == "profile"
        place = profile_place(draft, node_list, node.key) if is_profile else len(node_list.nodes)
    node_list.insert(place, node)
    return node


def _list_at(
    draft: Draft, target: DraftNode | None, entity: Entity, inside: Collection[str]
) -> NodeList:
    """Return the list an entity goes to: of the target's family for the kinds in `inside`."""
    known = kind_of(entity)
    kind = known.name if known else ""
    if kind in inside and target:
        family = target if target.kind == "family" else target.node_list.owner
        if family:
            return draft.node_list(kind, family)
    if kind == "profile":
        raise EditRefused(f"Select the family that the {kind_word(kind)} should go to.")
    return list_for(draft, Address(), kind)


def _free(draft: Draft, node_list: NodeList, entity: Entity) -> Entity:
    """Return the entity so that it fits into a list: unchanged, or with a new id and name."""
    key, kind = key_of(entity), node_list.kind.name
    if kind == "profile":
        known = [level.id for level in ladder_levels(draft)]
        is_free = key not in set(node_list.keys())
        return entity if is_free and key in known else with_free_key(draft, node_list, entity)
    shared = draft.node_list(kind).keys() if node_list.owner else []
    if key not in node_list.keys() + shared:
        return entity
    names = [entity_name(node.entity) for node in node_list.nodes]
    name = entity_name(entity)
    return with_free_key(
        draft, node_list, entity, copy_name(name, node_list) if name in names else ""
    )
