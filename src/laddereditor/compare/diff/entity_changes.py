"""Find the changes of whole entries: renamed, moved, reordered, added, removed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.diff.changes.change import ChangeKind, LadderChange
from laddereditor.compare.diff.changes.list_plan import (
    NEW,
    Detail,
    ListPlan,
    ListPosition,
    RenamedId,
    is_reordering,
    make_plan,
)
from laddereditor.compare.diff.matching.entity_lists import (
    EntityListPair,
    Follow,
    family_lists,
    ladder_lists,
    pair_lists,
    pair_renamed,
    unpair_reused,
    unpaired_lists,
)
from laddereditor.compare.diff.matching.followed_references import (
    counted_references,
    following,
    kept_old_ids,
)
from laddereditor.compare.diff.matching.moved_entities import Relocation, relocated
from laddereditor.compare.diff.matching.moved_names import pair_moved
from laddereditor.compare.diff.matching.shifted_levels import pair_shifted
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
class _EntityContext:
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
        field: FieldPath = FieldPath(),
        origin: Address = Address(),
        was: Address = Address(),
        references: int = 0,
        takes: tuple[ListPosition, ...] = (),
        puts: tuple[ListPosition, ...] = (),
    ) -> LadderChange:
        detail = Detail(was or origin, takes, puts, self.names, is_structural=True)
        return LadderChange(
            kind,
            address,
            field,
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
        list_pairs += unpaired_lists(families)
    list_pairs = [lists for lists in list_pairs if not lists.stays]
    moves = tuple(relocated(list_pairs))
    _reduce_added_families(moves)
    plans = {id(lists): plan_of(lists) for lists in list_pairs}
    count = counted_references(old)
    scenes = [
        _EntityContext(count, lists, plans[id(lists)], moves, tuple(names)) for lists in list_pairs
    ]
    changes = [change for context in scenes for change in _changes(context, plans)]
    return Structure(tuple(changes), tuple(names))


def _reduce_added_families(moves: Sequence[Relocation]) -> None:
    """Reduce an added family to the profiles that do not come from elsewhere."""
    moved_in: dict[int, set[int]] = {}
    for move in moves:
        if move.target.is_new_list:
            moved_in.setdefault(id(move.target), set()).add(move.new)
    for lists in {
        id(move.target): move.target for move in moves if move.target.is_new_list
    }.values():
        own = [place for place in range(len(lists.new_items)) if place not in moved_in[id(lists)]]
        lists.old_items = tuple(lists.new_items[place] for place in own)
        lists.was = lists.address
        lists.pairs = list(enumerate(own))


def _renamed(
    old: Ladder, new: Ladder, lists: EntityListPair, names: list[RenamedId]
) -> dict[str, str]:
    if lists.stays:
        return {}
    moved = pair_moved(lists, kept_old_ids(old, new, lists.kind.name))
    shifted = {} if moved else pair_shifted(lists, old, new)
    if not shifted:
        unpair_reused(lists)
    found = {**moved, **shifted, **pair_renamed(lists, _follows(old, new, lists.kind.name))}
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


def _changes(context: _EntityContext, plans: dict[int, ListPlan]) -> Iterator[LadderChange]:
    reordering = is_reordering(context.plan)
    for pair in context.lists.pairs:
        yield from _changes_of_pair(context, *pair, reordering)
    if reordering:
        yield _reordered(context)
    yield from _removed(context)
    yield from _added(context, plans)


def _changes_of_pair(
    context: _EntityContext, old: int, new: int, reordering: bool
) -> Iterator[LadderChange]:
    lists = context.lists
    was, address = lists.old_places[old], lists.new_places[new]
    one, other = lists.old_keys()[old], lists.new_keys()[new]
    is_moved = new in context.plan.shifted and not reordering
    levels = {name.old: name.new for name in context.names if name.kind == "level"}
    rekeyed = lists.kind.name == "profile" and levels.get(one, one) != other
    if one != other and lists.kind.name != "profile":
        count = context.references(lists.kind.name, one, lists.was)
        yield context.change(
            "renamed",
            address,
            one,
            other,
            field=FieldPath(lists.kind.key),
            origin=was,
            references=count,
        )
    if is_moved or rekeyed:
        takes, puts = (((context.plan, old),), ((context.plan, new),)) if is_moved else ((), ())
        yield context.change(
            "moved",
            address,
            lists.old_items[old],
            lists.new_items[new],
            origin=was,
            takes=takes,
            puts=puts,
        )


def _reordered(context: _EntityContext) -> LadderChange:
    lists, plan = context.lists, context.plan
    common = [(old, new) for new, old in enumerate(plan.source) if old != NEW]
    keys = lists.new_keys()
    return context.change(
        "reordered",
        lists.address,
        tuple(keys[new] for _, new in sorted(common)),
        tuple(keys[new] for _, new in common),
        field=plan.field,
        was=lists.was,
        takes=tuple((plan, plan.source[new]) for new in sorted(plan.shifted)),
        puts=tuple((plan, new) for new in sorted(plan.shifted)),
    )


def _removed(context: _EntityContext) -> Iterator[LadderChange]:
    lists = context.lists
    away = {move.old for move in context.moves if move.source is lists}
    for place in lists.left:
        if place not in away and not lists.is_new_list:
            was = lists.old_places[place]
            yield context.change(
                "removed",
                was,
                lists.old_items[place],
                None,
                was=was,
                takes=((context.plan, place),),
            )


def _added(context: _EntityContext, plans: dict[int, ListPlan]) -> Iterator[LadderChange]:
    lists = context.lists
    from_away = {move.new: move for move in context.moves if move.target is lists}
    for place in lists.right:
        address, puts = lists.new_places[place], ((context.plan, place),)
        move = from_away.get(place)
        if move is None:
            if not lists.is_new_list:
                entity = _without_moved(lists.new_items[place], address, context.moves)
                yield context.change("added", address, None, entity, puts=puts)
            continue
        yield context.change(
            "moved",
            address,
            move.source.old_items[move.old],
            lists.new_items[place],
            origin=move.source.old_places[move.old],
            takes=((plans[id(move.source)], move.old),),
            puts=puts,
        )


def _without_moved(entity: Entity, address: Address, moves: Sequence[Relocation]) -> Entity:
    """Return an added family without the profiles that are reported as moves into it."""
    for move in moves:
        if move.target.is_new_list and move.target.address == address:
            return entity.model_copy(update={"profiles": move.target.old_items})
    return entity
