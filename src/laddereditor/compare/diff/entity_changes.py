"""Find what became of whole entries: renamed, moved, reordered, added, removed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.diff.change import ChangeKind, LadderChange
from laddereditor.compare.diff.entity_lists import (
    Follow,
    HomePair,
    family_homes,
    home_pair,
    ladder_homes,
    lone_homes,
    pair_renamed,
    unpair_reused,
)
from laddereditor.compare.diff.followed_references import counted_references, following, stayed
from laddereditor.compare.diff.list_plan import (
    NEW,
    Detail,
    ListPlan,
    RenamedId,
    Spot,
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
    home: HomePair
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
        takes: tuple[Spot, ...] = (),
        puts: tuple[Spot, ...] = (),
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
    homes = ladder_homes(old, new)
    names: list[RenamedId] = []
    renames = {home.kind.name: _renamed(old, new, home, names) for home in homes}
    if old.families is not new.families:
        families = home_pair(KINDS["family"], Address(), Address(), old.families, new.families)
        _renamed(old, new, families, names)
        inner = family_homes(families, renames.get("level", {}))
        for home in inner:
            _renamed(old, new, home, names)
        homes += [families, *inner]
        homes += lone_homes(families)
    homes = [home for home in homes if not home.stays]
    moves = tuple(relocated(homes))
    _settle_moved(moves)
    plans = {id(home): plan_of(home) for home in homes}
    count = counted_references(old)
    scenes = [_Scene(count, home, plans[id(home)], moves, tuple(names)) for home in homes]
    changes = [change for scene in scenes for change in _changes(scene, plans)]
    return Structure(tuple(changes), tuple(names))


def _settle_moved(moves: Sequence[Relocation]) -> None:
    """Reduce an added family to the profiles that do not come from elsewhere."""
    come: dict[int, set[int]] = {}
    for move in moves:
        if move.target.alone:
            come.setdefault(id(move.target), set()).add(move.new)
    for home in {id(move.target): move.target for move in moves if move.target.alone}.values():
        own = [place for place in range(len(home.news)) if place not in come[id(home)]]
        home.olds = tuple(home.news[place] for place in own)
        home.was = home.address
        home.pairs = list(enumerate(own))


def _renamed(old: Ladder, new: Ladder, home: HomePair, names: list[RenamedId]) -> dict[str, str]:
    if home.stays:
        return {}
    moved = pair_moved(home, stayed(old, new, home.kind.name))
    unpair_reused(home)
    found = {**moved, **pair_renamed(home, _follows(old, new, home.kind.name))}
    if home.kind.name != "profile":
        names += [
            RenamedId(home.kind.name, one, other, home.address) for one, other in found.items()
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


def plan_of(home: HomePair) -> ListPlan:
    """Return the plan of a list of entries, identified by their addresses."""
    return make_plan(
        home.address,
        home.was,
        FieldPath(home.kind.collection),
        home.old_places,
        home.new_places,
        home.pairs,
    )


def _changes(scene: _Scene, plans: dict[int, ListPlan]) -> Iterator[LadderChange]:
    reordering = is_reordering(scene.plan)
    for pair in scene.home.pairs:
        yield from _of_pair(scene, *pair, reordering)
    if reordering:
        yield _reordered(scene)
    yield from _gone(scene)
    yield from _come(scene, plans)


def _of_pair(scene: _Scene, old: int, new: int, reordering: bool) -> Iterator[LadderChange]:
    home = scene.home
    was, address = home.old_places[old], home.new_places[new]
    one, other = home.old_keys()[old], home.new_keys()[new]
    went = new in scene.plan.shifted and not reordering
    levels = {name.old: name.new for name in scene.names if name.kind == "level"}
    rekeyed = home.kind.name == "profile" and levels.get(one, one) != other
    if one != other and home.kind.name != "profile":
        count = scene.references(home.kind.name, one, home.was)
        yield scene.change(
            "renamed", address, one, other, field=home.kind.key, origin=was, references=count
        )
    if went or rekeyed:
        takes, puts = (((scene.plan, old),), ((scene.plan, new),)) if went else ((), ())
        yield scene.change(
            "moved",
            address,
            home.olds[old],
            home.news[new],
            origin=was,
            takes=takes,
            puts=puts,
        )


def _reordered(scene: _Scene) -> LadderChange:
    home, plan = scene.home, scene.plan
    kept = [(old, new) for new, old in enumerate(plan.source) if old != NEW]
    keys = home.new_keys()
    return scene.change(
        "reordered",
        home.address,
        tuple(keys[new] for _, new in sorted(kept)),
        tuple(keys[new] for _, new in kept),
        field=plan.field,
        was=home.was,
        takes=tuple((plan, plan.source[new]) for new in sorted(plan.shifted)),
        puts=tuple((plan, new) for new in sorted(plan.shifted)),
    )


def _gone(scene: _Scene) -> Iterator[LadderChange]:
    home = scene.home
    away = {move.old for move in scene.moves if move.source is home}
    for place in home.left:
        if place not in away and not home.alone:
            was = home.old_places[place]
            yield scene.change(
                "removed", was, home.olds[place], None, was=was, takes=((scene.plan, place),)
            )


def _come(scene: _Scene, plans: dict[int, ListPlan]) -> Iterator[LadderChange]:
    home = scene.home
    from_away = {move.new: move for move in scene.moves if move.target is home}
    for place in home.right:
        address, puts = home.new_places[place], ((scene.plan, place),)
        move = from_away.get(place)
        if move is None:
            if not home.alone:
                entity = _without_moved(home.news[place], address, scene.moves)
                yield scene.change("added", address, None, entity, puts=puts)
            continue
        yield scene.change(
            "moved",
            address,
            move.source.olds[move.old],
            home.news[place],
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
