"""Move entries: to another place, family or track, and by one with the keyboard."""

from collections.abc import Iterable, Sequence

from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import next_code
from laddereditor.edits.mapping import references, referring
from laddereditor.edits.placement import chosen_nodes, ladder_levels, ladder_tracks, list_for
from laddereditor.edits.references import give_id
from laddereditor.edits.words import called, kind_word, label_for, listed
from laddereditor.model.address import Address
from laddereditor.model.kinds import GROUPED
from laddereditor.model.ladder import Ladder
from laddereditor.model.terms import Competency


@builder
def move(
    ladder: Ladder, addresses: Iterable[Address], parent_address: Address, position: int
) -> Edit:
    """Move entries together, to before what is at `position` of the parent now.

    A level that comes from another track gets the next free code there.

    Args:
        ladder: The ladder.
        addresses: The entries to move.
        parent_address: Where they go: "" for the ladder's own lists, a family for profiles and own
            competencies, a track for levels.
        position: The position there, for levels among those of the track; below 0 or beyond the end
            means the end.

    Raises:
        EditRefused: A level is taken, the kind cannot be there, or references would be broken.
    """
    draft = Draft(ladder)
    nodes = chosen_nodes(draft, addresses)
    kinds = {node.kind for node in nodes}
    if len(kinds) > 1:
        raise EditRefused(
            "Entries of several kinds cannot be moved together. Move them kind by kind."
        )
    kind = kinds.pop()
    node_list = list_for(draft, parent_address, kind)
    track = draft.node(parent_address) if kind == "level" and parent_address else None
    label = label_for("Move", [node.entity for node in nodes])
    before = _anchor(_members(node_list, track), nodes, position)
    from_other_lists = [node for node in nodes if node.node_list is not node_list]
    _check_moved_in(draft, from_other_lists, node_list)
    for node in nodes:
        node.take()
    place = node_list.nodes.index(before) if before else _end(node_list, track)
    for offset, node in enumerate(nodes):
        node_list.insert(place + offset, node)
    if track:
        _join_track(draft, nodes, track.key)
    return draft.edit(label, nodes[0])


def _members(node_list: NodeList, track: DraftNode | None) -> list[DraftNode]:
    if track is None:
        return node_list.nodes
    return [node for node in node_list.nodes if getattr(node.entity, "track", "") == track.key]


def _anchor(
    members: Sequence[DraftNode], nodes: Sequence[DraftNode], position: int
) -> DraftNode | None:
    """Return the first entry from `position` on that is not moved, or None for the end."""
    if position < 0:
        return None
    return next((node for node in members[position:] if node not in nodes), None)


def _end(node_list: NodeList, track: DraftNode | None) -> int:
    members = _members(node_list, track)
    return node_list.nodes.index(members[-1]) + 1 if track and members else len(node_list.nodes)


def _check_moved_in(draft: Draft, nodes: Sequence[DraftNode], node_list: NodeList) -> None:
    if not nodes:
        return
    taken = node_list.keys()
    for node in nodes:
        if node.key in taken:
            where = called(node_list.owner.entity) if node_list.owner else "The ladder"
            what = f"a {kind_word(node.kind)} with the id “{node.key}”"
            if node.kind == "profile":
                what = f"a profile for {node.key}"
            raise EditRefused(f"{where} already has {what}. Change one of the two first.")
        taken.append(node.key)
        if node.kind == "competency":
            _unused_elsewhere(draft, node, node_list)
        elif node.kind == "profile" and node_list.owner:
            _bring_competencies(draft, node, node_list.owner)


def _unused_elsewhere(draft: Draft, node: DraftNode, node_list: NodeList) -> None:
    """Refuse if an entry refers to a competency that it could no longer use."""
    if node_list.owner is None:
        return
    users = list(referring(draft, "competency", [node.key], node.node_list.owner))
    outside = [user for user in users if user.node_list.owner is not node_list.owner]
    if outside:
        places = dict.fromkeys(
            called(user.node_list.owner.entity if user.node_list.owner else user.entity)
            for user in outside
        )
        raise EditRefused(
            f"{called(node.entity)} is used by {listed(places)}, so it cannot belong to "
            f"{called(node_list.owner.entity)} alone."
        )


def _bring_competencies(draft: Draft, profile: DraftNode, family: DraftNode) -> None:
    """Copy the old family's own competencies that the profile refers to into the new family."""
    old = profile.node_list.owner
    if old is None:
        return
    own = {node.key: node for node in draft.node_list("competency", old).nodes}
    target = draft.node_list("competency", family)
    known = set(target.keys()) | set(draft.node_list("competency").keys())
    for _, key in references(profile.entity, "competency"):
        if key in own and key not in known:
            known.add(key)
            target.append(DraftNode(Competency.model_validate(dict(own[key].entity)), target))


def _join_track(draft: Draft, nodes: Sequence[DraftNode], track: str) -> None:
    for node in nodes:
        if getattr(node.entity, "track", "") != track:
            code = next_code(ladder_tracks(draft), ladder_levels(draft), track)
            node.change(track=track)
            give_id(draft, node, code)


@builder
def move_by(ladder: Ladder, addresses: Iterable[Address], delta: int) -> Edit:
    """Move entries up or down among those they are shown with; they stop at the ends.

    Levels move within their track, skills within their category, families within their function,
    competencies within their group.

    Args:
        ladder: The ladder, before the edit.
        addresses: The entries; those next to each other move together.
        delta: By how many places: negative is up, positive is down.
    """
    draft = Draft(ladder)
    nodes = chosen_nodes(draft, addresses)
    direction = "up" if delta < 0 else "down"
    for _ in range(abs(delta)):
        for group in _groups(nodes):
            _step(group, nodes, -1 if delta < 0 else 1)
    label = label_for("Move", [node.entity for node in nodes], f" {direction}")
    return draft.edit(label, nodes[0])


def _groups(nodes: Iterable[DraftNode]) -> list[list[DraftNode]]:
    """Return the groups the nodes are shown in, each as a list of siblings in order."""
    found: dict[tuple[NodeList, str], list[DraftNode]] = {}
    for node in nodes:
        field = GROUPED[node.kind].name if node.kind in GROUPED else ""
        group = str(getattr(node.entity, field)) if field else ""
        found[node.node_list, group] = [
            other
            for other in node.node_list.nodes
            if not field or str(getattr(other.entity, field)) == group
        ]
    return list(found.values())


def _step(group: list[DraftNode], nodes: Sequence[DraftNode], delta: int) -> None:
    """Swap each selected entry with its neighbour in the group; the others keep their places."""
    siblings = group[0].node_list.nodes
    order = group if delta < 0 else group[::-1]
    for place in range(1, len(order)):
        first, second = order[place - 1], order[place]
        if second in nodes and first not in nodes:
            here, there = siblings.index(first), siblings.index(second)
            siblings[here], siblings[there] = second, first
            order[place - 1], order[place] = second, first
