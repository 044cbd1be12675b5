"""Find the changes of whole entries: renamed, moved, reordered, added, removed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.diff.change import ChangeKind, LadderChange
from laddereditor.compare.diff.entity_lists import (
    EntityListPair,
    Follow,
    family_lists,
    ladder_lists,
    lone_lists,
    pair_lists,
    pair_renamed,
    unpair_reused,
)
from laddereditor.compare.diff.followed_references import counted_references, following, stayed
from laddereditor.compare.diff.list_plan import (
    NEW,
    Detail,
    ListPlan,
    ListPosition,
    RenamedId,
    is_reordering,
    make_plan,
)
from laddereditor.compare.diff.moved_entities import Relocation, relocated
from laddereditor.compare.diff.moved_names import pair_moved
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """Changes of whole entries, and the changed ids."""

    changes: tuple[LadderChange, ...]
    names: tuple[RenamedId, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """The context of the changes of one list."""

    references: Callable[[str, str, Address], int]  # in the old ladder
    lists: EntityListPair
    plan: ListPlan
    moves: tuple[Relocation, ...]
    names: tuple[RenamedId, ...]

    def change(  # noqa: PLR0913 - the parts of a change
        self,
        kind: ChangeKind,
        address: Address,
        before: Any,
        after: Any,
        *,
        field: str = "",
        origin: Address = Address(),
        was: Address = Address(),
        references: int = 0,
        takes: tuple[ListPosition, ...] = (),
        puts: tuple[ListPosition, ...] = (),
    ) -> LadderChange:
        detail = Detail(was or origin, takes, puts, self.names, whole=True)
        return LadderChange(
            kind,
            address,
            FieldPath(field),
            before,
            after,
            "unclear",
            "",
            origin=origin,
            references=references,
            detail=detail,
        )


def structure(old: Ladder, new: Ladder) -> Structure:
    """Return the changes of whole entries between two ladders, without their effects."""
    list_pairs = ladder_lists(old, new)
    names: list[RenamedId] = []
    renames = {lists.kind.name: _renamed(old, new, lists, names) for lists in list_pairs}
    if old.families is not new.families:
        families = pair_lists(KINDS["family"], Address(), Address(), old.families, new.families)
        _renamed(old, new, families, names)
        inner = family_lists(families, renames.get("level", {}))
        for lists in inner:
            _renamed(old, new, lists, names)
        list_pairs += [families, *inner]
        list_pairs += lone_lists(families)
    list_pairs = [lists for lists in list_pairs if not lists.stays]
    moves = tuple(relocated(list_pairs))
    _settle_moved(moves)
    plans = {id(lists): plan_of(lists) for lists in list_pairs}
    count = counted_references(old)
    scenes = [_Scene(count, lists, plans[id(lists)], moves, tuple(names)) for lists in list_pairs]
    changes = [change for scene in scenes for change in _changes(scene, plans)]
    return Structure(tuple(changes), tuple(names))


def _settle_moved(moves: Sequence[Relocation]) -> None:
    """Reduce an added family to the profiles that do not come from elsewhere."""
    moved_in: dict[int, set[int]] = {}
    for move in moves:
        if move.target.alone:
            moved_in.setdefault(id(move.target), set()).add(move.new)
    for lists in {id(move.target): move.target for move in moves if move.target.alone}.values():
        own = [place for place in range(len(lists.news)) if place not in moved_in[id(lists)]]
        lists.olds = tuple(lists.news[place] for place in own)
        lists.was = lists.address
        lists.pairs = list(enumerate(own))


def _renamed(
    old: Ladder, new: Ladder, lists: EntityListPair, names: list[RenamedId]
) -> dict[str, str]:
    if lists.stays:
        return {}
    moved = pair_moved(lists, stayed(old, new, lists.kind.name))
    unpair_reused(lists)
    found = {**moved, **pair_renamed(lists, _follows(old, new, lists.kind.name))}
    if lists.kind.name != "profile":
        names += [
            RenamedId(lists.kind.name, one, other, lists.address) for one, other in found.items()
        ]
    return found


def _follows(old: Ladder, new: Ladder, kind: str) -> Follow:
    """Return the share of references that follow an id; for a level, only evidence in favour.

    A profile is matched by its level, so if all codes went up by one its level seems the same.
    """
    share = following(old, new, kind)
    if kind not in ("level", "track"):
        return share
    return lambda one, other: share(one, other) or None


def plan_of(lists: EntityListPair) -> ListPlan:
    """Return the plan of a list of entries, identified by their addresses."""
    return make_plan(
        lists.address,
        lists.was,
        FieldPath(lists.kind.collection),
        lists.old_places,
        lists.new_places,
        lists.pairs,
    )


def _changes(scene: _Scene, plans: dict[int, ListPlan]) -> Iterator[LadderChange]:
    reordering = is_reordering(scene.plan)
    for pair in scene.lists.pairs:
        yield from _of_pair(scene, *pair, reordering)
    if reordering:
        yield _reordered(scene)
    yield from _removed(scene)
    yield from _added(scene, plans)


def _of_pair(scene: _Scene, old: int, new: int, reordering: bool) -> Iterator[LadderChange]:
    lists = scene.lists
    was, address = lists.old_places[old], lists.new_places[new]
    one, other = lists.old_keys()[old], lists.new_keys()[new]
    is_moved = new in scene.plan.shifted and not reordering
    levels = {name.old: name.new for name in scene.names if name.kind == "level"}
    rekeyed = lists.kind.name == "profile" and levels.get(one, one) != other
    if one != other and lists.kind.name != "profile":
        count = scene.references(lists.kind.name, one, lists.was)
        yield scene.change(
            "renamed", address, one, other, field=lists.kind.key, origin=was, references=count
        )
    if is_moved or rekeyed:
        takes, puts = (((scene.plan, old),), ((scene.plan, new),)) if is_moved else ((), ())
        yield scene.change(
            "moved",
            address,
            lists.olds[old],
            lists.news[new],
            origin=was,
            takes=takes,
            puts=puts,
        )


def _reordered(scene: _Scene) -> LadderChange:
    lists, plan = scene.lists, scene.plan
    kept = [(old, new) for new, old in enumerate(plan.source) if old != NEW]
    keys = lists.new_keys()
    return scene.change(
        "reordered",
        lists.address,
        tuple(keys[new] for _, new in sorted(kept)),
        tuple(keys[new] for _, new in kept),
        field=plan.field,
        was=lists.was,
        takes=tuple((plan, plan.source[new]) for new in sorted(plan.shifted)),
        puts=tuple((plan, new) for new in sorted(plan.shifted)),
    )


def _removed(scene: _Scene) -> Iterator[LadderChange]:
    lists = scene.lists
    away = {move.old for move in scene.moves if move.source is lists}
    for place in lists.left:
        if place not in away and not lists.alone:
            was = lists.old_places[place]
            yield scene.change(
                "removed", was, lists.olds[place], None, was=was, takes=((scene.plan, place),)
            )


def _added(scene: _Scene, plans: dict[int, ListPlan]) -> Iterator[LadderChange]:
    lists = scene.lists
    from_away = {move.new: move for move in scene.moves if move.target is lists}
    for place in lists.right:
        address, puts = lists.new_places[place], ((scene.plan, place),)
        move = from_away.get(place)
        if move is None:
            if not lists.alone:
                entity = _without_moved(lists.news[place], address, scene.moves)
                yield scene.change("added", address, None, entity, puts=puts)
            continue
        yield scene.change(
            "moved",
            address,
            move.source.olds[move.old],
            lists.news[place],
            origin=move.source.old_places[move.old],
            takes=((plans[id(move.source)], move.old),),
            puts=puts,
        )


def _without_moved(entity: Entity, address: Address, moves: Sequence[Relocation]) -> Entity:
    """Return an added family without the profiles that are reported as moves into it."""
    for move in moves:
        if move.target.alone and move.target.address == address:
            return entity.model_copy(update={"profiles": move.target.olds})
    return entity
