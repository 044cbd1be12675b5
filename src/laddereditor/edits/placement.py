"""Find where entries go: the list for a kind below a place, free levels, copies with new ids."""

from collections.abc import Iterable, Sequence
from typing import cast

from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import code_parts, next_code, slug, unique
from laddereditor.edits.words import called, counted, kind_word
from laddereditor.model.address import Address
from laddereditor.model.base import Entity, evolve
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.kinds import KINDS, entity_name
from laddereditor.model.level import Level
from laddereditor.model.terms import Track


def chosen_nodes(draft: Draft, addresses: Iterable[Address]) -> list[DraftNode]:
    """Return the nodes at addresses, each once, without those inside another selected one.

    They are in the order of the ladder.

    Raises:
        EditRefused: No entry is selected.
    """
    nodes = list(dict.fromkeys(draft.node(address) for address in addresses))
    if not nodes:
        raise EditRefused("Nothing is selected. Select an entry first.")
    inner = set(nodes)
    outer = [node for node in nodes if node.node_list.owner not in inner]
    return sorted(outer, key=_order)


def _order(node: DraftNode) -> tuple[int, ...]:
    place = node.node_list.nodes.index(node)
    rank = list(KINDS).index(node.kind)
    return (*_order(node.node_list.owner), rank, place) if node.node_list.owner else (rank, place)


def list_for(draft: Draft, parent_address: Address, kind: str) -> NodeList:
    """Return the list that holds entries of a kind below a place.

    Args:
        draft: The draft.
        parent_address: The place: "" for the ladder, a family for profiles and own competencies, a
            track for levels.
        kind: The kind of entry.

    Raises:
        EditRefused: The kind cannot be there.
    """
    if kind not in KINDS:
        raise EditRefused(f"A ladder has no entries of the kind “{kind}”.")
    parent = draft.node(parent_address) if parent_address else None
    if parent is None and kind != "profile":
        return draft.node_list(kind)
    if parent and parent.kind == "family" and kind in ("profile", "competency"):
        return draft.node_list(kind, parent)
    if parent and parent.kind == "track" and kind == "level":
        return draft.node_list(kind)
    where = (
        f"{kind_word(parent.kind)} {called(parent.entity)}" if parent else "the ladder's own lists"
    )
    hint = " Choose a family." if kind == "profile" else ""
    raise EditRefused(f"A {kind_word(kind)} cannot be in {where}.{hint}")


def ladder_levels(draft: Draft) -> list[Level]:
    """Return the present levels of a draft."""
    return [cast("Level", node.entity) for node in draft.node_list("level").nodes]


def ladder_tracks(draft: Draft) -> list[Track]:
    """Return the present tracks of a draft."""
    return [cast("Track", node.entity) for node in draft.node_list("track").nodes]


def track_end(draft: Draft, track: str) -> int:
    """Return the position after the last level of a track, or after all levels."""
    levels = ladder_levels(draft)
    last = [place for place, level in enumerate(levels) if level.track == track]
    return last[-1] + 1 if last else len(levels)


def free_level(
    draft: Draft, profiles: NodeList, after: str = "", *, same_track: bool = False
) -> str:
    """Return the next level that a family has no profile for.

    Args:
        draft: The draft.
        profiles: The family's profiles.
        after: The level to start from; "" or an unknown one starts at the first.
        same_track: Whether the level has to be of the same track.

    Returns:
        The code of the level.

    Raises:
        EditRefused: No level is free.
    """
    levels = ladder_levels(draft)
    start = next((level for level in levels if level.id == after), None)
    used = set(profiles.keys())
    free = [level for level in levels if level.id not in used]
    if start:
        here = levels.index(start)
        own = [level for level in free if level.track == start.track]
        later = [level for level in own if levels.index(level) > here]
        free = later + own if same_track else later + own + free
    if not free:
        family = called(profiles.owner.entity) if profiles.owner else "The family"
        where = " of this track" if start and same_track else ""
        raise EditRefused(
            f"{family} already has a profile for every level{where}. Add a level first."
        )
    return free[0].id


def profile_place(draft: Draft, profiles: NodeList, level: str) -> int:
    """Return the position of a profile so that profiles follow the order of levels.

    Args:
        draft: The draft, which gives the order of the levels.
        profiles: The profiles of the family.
        level: The id of the new profile's level; one that is unknown goes last.

    Returns:
        The index in the list, from 0.
    """
    order = {entry.id: rank for rank, entry in enumerate(ladder_levels(draft))}
    rank = order.get(level, len(order))
    later = (place for place, key in enumerate(profiles.keys()) if order.get(key, -1) > rank)
    return next(later, len(profiles.nodes))


def with_free_key(draft: Draft, node_list: NodeList, entity: Entity, name: str = "") -> Entity:
    """Return the entity with a key that is free in a list.

    A profile takes the next level of its track that is free.

    Args:
        draft: The draft that has the list.
        node_list: The list.
        entity: The entity.
        name: Another name for it, if one is given.

    Raises:
        EditRefused: No level is free.
    """
    kind = node_list.kind.name
    named = evolve(entity, name=name) if name else entity
    if kind == "profile":
        return evolve(
            entity,
            level=free_level(draft, node_list, cast("Profile", entity).level, same_track=True),
        )
    if kind == "level":
        track = cast("Level", entity).track
        code = next_code(ladder_tracks(draft), ladder_levels(draft), track)
        return evolve(named, id=unique(code, node_list.keys()))
    wanted = slug(entity_name(named), kind)
    return evolve(named, id=unique(wanted, unavailable_ids(draft, node_list)))


def unavailable_ids(draft: Draft, node_list: NodeList) -> set[str]:
    """Return the ids that a new entity in a list cannot have."""
    if node_list.kind.name != "competency":
        return set(node_list.keys())
    return {key for each in draft.all_node_lists("competency") for key in each.keys()}  # noqa: SIM118


def copy_name(name: str, siblings: NodeList) -> str:
    """Return `Mentoring copy`, `Mentoring copy 2` …, free among the siblings."""
    taken = {entity_name(node.entity) for node in siblings.nodes}
    return unique(f"{name} copy".strip(), taken, " ")


def level_place(draft: Draft, level: Level) -> int:
    """Return the position of a new level in its track, by its number."""
    levels = ladder_levels(draft)
    parts = code_parts(level.id)
    for place, other in enumerate(levels):
        number = code_parts(other.id)
        if other.track == level.track and parts and number and number[1] > parts[1]:
            return place
    return track_end(draft, level.track)


def place_by_order(here: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Return the position in a list of an id from another list.

    The id is put after its nearest predecessor in the other list that is here too, else before the
    nearest one after it, else at the end.

    Args:
        here: The ids of the list that gets it.
        key: The id.
        order: The ids of the other list.
    """
    at = order.index(key) if key in order else len(order)
    for before in reversed(order[:at]):
        if before in here:
            return here.index(before) + 1
    return next((here.index(after) for after in order[at + 1 :] if after in here), len(here))


def neighbour(nodes: Sequence[DraftNode]) -> DraftNode | None:
    """Return what to select after nodes are removed: the next sibling, previous one or parent."""
    last = nodes[-1]
    siblings = last.node_list.nodes
    at = siblings.index(last)
    rest = [*siblings[at + 1 :], *reversed(siblings[:at])]
    return next((node for node in rest if node not in nodes), last.node_list.owner)


def words_for(nodes: Sequence[DraftNode]) -> str:
    """Return `skill Mentoring` or `3 skills` for refusals."""
    if len(nodes) == 1:
        return f"{kind_word(nodes[0].kind)} {called(nodes[0].entity)}"
    kinds = {node.kind for node in nodes}
    if len(kinds) == 1:
        return counted(kinds.pop(), len(nodes))
    return plural(len(nodes), "entry", "entries")
