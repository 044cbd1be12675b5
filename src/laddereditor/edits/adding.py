"""Edits that add entries: new ones, and copies of existing ones."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from laddereditor.edits.comments.travelling import comments_inside
from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import next_code, slug, unique, well_formed
from laddereditor.edits.placement import (
    chosen_nodes,
    copy_name,
    free_level,
    ladder_levels,
    ladder_tracks,
    list_for,
    profile_place,
    track_end,
    unavailable_ids,
    with_free_key,
)
from laddereditor.edits.words import called, kind_word, label_for
from laddereditor.model.address import Address
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.kinds import GROUPED, entity_name, label_of
from laddereditor.model.ladder import Ladder


@builder
def add(
    ladder: Ladder,
    parent_address: Address,
    kind: str,
    *,
    after: Address = Address(),
    values: Mapping[str, Any] | None = None,
) -> Edit:
    """Add an entry of a kind.

    Args:
        ladder: The ladder.
        parent_address: Where to add it: "" for the ladder's own lists, a family for a profile or an
            own competency, a track for a level.
        kind: The name of the kind, such as "skill".
        after: The sibling that it follows; without one it goes to the end. A new entry has the
            track, category or function of its sibling.
        values: Fields of the new entry; a missing id and name are made up.

    Raises:
        EditRefused: The kind cannot be added there, an id in `values` is taken, or the family has
            a profile for every level.
    """
    draft = Draft(ladder)
    node_list = list_for(draft, parent_address, kind)
    sibling = draft.node(after) if after else None
    if sibling and sibling.node_list is not node_list:
        sibling = None
    given = _grouped(draft, kind, parent_address, sibling, dict(values or {}))
    if kind == "profile":
        node = _new_profile(draft, node_list, sibling, given)
    else:
        node = _new_entry(draft, node_list, sibling, given)
    return draft.edit(label_for("Add", [node.entity]), node)


def _grouped(
    draft: Draft,
    kind: str,
    parent_address: Address,
    sibling: DraftNode | None,
    given: dict[str, Any],
) -> dict[str, Any]:
    """Return the values with the group of the sibling, or the track that it is added to."""
    field = GROUPED[kind].name if kind in GROUPED else ""
    if field and field not in given:
        if parent_address and GROUPED[kind].refers_to:
            given[field] = draft.node(parent_address).key
        elif sibling:
            given[field] = getattr(sibling.entity, field)
        elif kind == "level" and (tracks := ladder_tracks(draft)):
            given[field] = tracks[0].id
    return given


def _new_profile(
    draft: Draft, node_list: NodeList, sibling: DraftNode | None, given: dict[str, Any]
) -> DraftNode:
    level = given.get("level") or free_level(draft, node_list, sibling.key if sibling else "")
    if level in node_list.keys():  # noqa: SIM118 - a list of keys, not a mapping
        family = called(node_list.owner.entity) if node_list.owner else "The family"
        raise EditRefused(f"{family} already has a profile for {level}.")
    if level not in [entry.id for entry in ladder_levels(draft)]:
        raise EditRefused(f"There is no level “{level}”. Add the level first.")
    node = DraftNode(_made(node_list, {**given, "level": level}), node_list)
    node_list.insert(profile_place(draft, node_list, str(level)), node)
    return node


def _new_entry(
    draft: Draft, node_list: NodeList, sibling: DraftNode | None, given: dict[str, Any]
) -> DraftNode:
    kind = node_list.kind.name
    names = {entity_name(node.entity) for node in node_list.nodes}
    given["name"] = given.get("name") or unique(f"New {kind_word(kind)}", names, " ")
    taken = unavailable_ids(draft, node_list)
    if given.get("id"):
        _check_id(kind, str(given["id"]), taken)
    elif kind == "level":
        code = next_code(ladder_tracks(draft), ladder_levels(draft), str(given.get("track", "")))
        given["id"] = code
    else:
        given["id"] = unique(slug(str(given["name"]), kind), taken)
    node = DraftNode(_made(node_list, given), node_list)
    end = track_end(draft, given.get("track", "")) if kind == "level" else len(node_list.nodes)
    node_list.insert(node_list.nodes.index(sibling) + 1 if sibling else end, node)
    return node


def _check_id(kind: str, wanted: str, taken: set[str]) -> None:
    if wanted in taken:
        raise EditRefused(f"There is already a {kind_word(kind)} “{wanted}”. Choose another id.")
    if not well_formed(kind, wanted):
        raise EditRefused(f"“{wanted}” cannot be the id of a {kind_word(kind)}.")


def _made(node_list: NodeList, values: Mapping[str, Any]) -> Entity:
    try:
        return node_list.kind.entity.model_validate(dict(values))
    except ValidationError as error:
        field = error.errors()[0]["loc"][0]
        raise EditRefused(
            f"A new {kind_word(node_list.kind.name)} cannot have this value for “{field}”."
        ) from error


@builder
def duplicate(ladder: Ladder, addresses: Iterable[Address]) -> Edit:
    """Copy entries, each directly after the original, with new ids and `… copy` as name.

    A profile's copy takes the next free level of its track.

    Raises:
        EditRefused: No level is free.
    """
    draft = Draft(ladder)
    nodes = chosen_nodes(draft, addresses)
    copies = [_copied(draft, node) for node in nodes]
    return draft.edit(label_for("Duplicate", [node.entity for node in nodes]), copies[0])


def _copied(draft: Draft, node: DraftNode) -> DraftNode:
    node_list = node.node_list
    entity = without_external_ids(node.entity.model_copy(deep=True))
    name = "" if node.kind == "profile" else copy_name(_plain_name(entity), node_list)
    copy = DraftNode(
        with_free_key(draft, node_list, entity, name),
        node_list,
        comments=comments_inside(draft.ladder, node.old),
    )
    node_list.insert(node_list.nodes.index(node) + 1, copy)
    return copy


def without_external_ids(entity: Entity) -> Entity:
    """Return a copy of an entity, and of those in it, that is nothing elsewhere yet."""
    changes: dict[str, Any] = {"external_id": ""} if getattr(entity, "external_id", "") else {}
    if isinstance(entity, Family):
        changes["profiles"] = tuple(map(without_external_ids, entity.profiles))
        changes["competencies"] = tuple(map(without_external_ids, entity.competencies))
    return evolve(entity, **changes) if changes else entity


def _plain_name(entity: Entity) -> str:
    return entity_name(entity) or label_of(entity)
