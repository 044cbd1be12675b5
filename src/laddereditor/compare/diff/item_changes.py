"""Turn matched lists into changes of their items."""

from collections.abc import Iterator, Sequence
from typing import Any

from laddereditor.compare.diff.changes.change import ChangeKind, LadderChange
from laddereditor.compare.diff.changes.list_plan import NEW, Detail, ListPosition, is_reordering
from laddereditor.compare.diff.list_changes import ListMatch, crossings
from laddereditor.model.address import Address

Crossing = tuple[ListMatch, int, ListMatch, int]


def item_changes(matches: Sequence[ListMatch]) -> Iterator[LadderChange]:
    """Yield the changes of lists, without effects."""
    moved_out: dict[int, set[int]] = {}
    moved_in: dict[int, set[int]] = {}
    crossed = list(crossings(matches))
    for source, old, target, new in crossed:
        moved_out.setdefault(id(source), set()).add(old)
        moved_in.setdefault(id(target), set()).add(new)
        yield from _moved_to_list(source, old, target, new)
    for found in matches:
        yield from _inside(found)
        left = [old for old in found.left if old not in moved_out.get(id(found), ())]
        right = [new for new in found.right if new not in moved_in.get(id(found), ())]
        yield from _apart(found)
        yield from _removed(found, left)
        yield from _added(found, right)


def _change(  # noqa: PLR0913 - what a change says
    found: ListMatch,
    kind: ChangeKind,
    place: int | None,
    before: Any,
    after: Any,
    *,
    origin: Address = Address(),
    division: str = "",
    takes: tuple[ListPosition, ...] = (),
    puts: tuple[ListPosition, ...] = (),
) -> LadderChange:
    at = found.pair.place
    field = found.pair.path if place is None else found.pair.path.at(str(place))
    return LadderChange(
        kind,
        at.address,
        field,
        before,
        after,
        "unclear",
        "",
        origin=origin,
        division=division,  # type: ignore[arg-type]
        detail=Detail(at.was, takes, puts, at.names),
    )


def _origin(found: ListMatch, old: int) -> Address:
    return found.pair.place.was.at(found.pair.path, str(old))


def _moved_to_list(
    source: ListMatch, old: int, target: ListMatch, new: int
) -> Iterator[LadderChange]:
    takes, puts = ((source.plan, old),), ((target.plan, new),)
    before, after = source.pair.before[old], target.pair.after[new]
    yield _change(
        target, "moved", new, before, before, origin=_origin(source, old), takes=takes, puts=puts
    )
    if before != after:
        yield _change(target, "changed", new, before, after, takes=takes, puts=puts)


def _inside(found: ListMatch) -> Iterator[LadderChange]:
    """Yield the changes of items that stayed in the list."""
    plan = found.plan
    reordering = is_reordering(plan)
    for old, new in found.pairs:
        before, after = found.pair.before[old], found.pair.after[new]
        takes, puts = ((plan, old),), ((plan, new),)
        if new in plan.shifted and not reordering:
            yield _change(
                found,
                "moved",
                new,
                before,
                before,
                origin=_origin(found, old),
                takes=takes,
                puts=puts,
            )
        if before != after:
            yield _change(found, "changed", new, before, after, takes=takes, puts=puts)
    if reordering:
        common = [(old, new) for new, old in enumerate(plan.source) if old != NEW]
        yield _change(
            found,
            "reordered",
            None,
            tuple(plan.before[old] for old, _ in sorted(common)),
            tuple(plan.before[old] for old, _ in common),
            takes=tuple((plan, plan.source[new]) for new in sorted(plan.shifted)),
            puts=tuple((plan, new) for new in sorted(plan.shifted)),
        )


def _apart(found: ListMatch) -> Iterator[LadderChange]:
    plan = found.plan
    for part in found.find_splits:
        old_items = tuple(plan.before[old] for old in part.before)
        new_items = tuple(plan.after[new] for new in part.after)
        split = len(old_items) == 1
        yield _change(
            found,
            "changed",
            part.after[0],
            old_items[0] if split else old_items,
            new_items if split else new_items[0],
            division="split" if split else "joined",
            takes=tuple((plan, old) for old in part.before),
            puts=tuple((plan, new) for new in part.after),
        )


def _removed(found: ListMatch, left: Sequence[int]) -> Iterator[LadderChange]:
    plan = found.plan
    if found.pair.removed and left:
        takes = tuple((plan, old) for old in left)
        items = tuple(plan.before[old] for old in left)
        yield _change(found, "removed", None, items, None, takes=takes)
        return
    for old in left:
        yield _change(found, "removed", old, plan.before[old], None, takes=((plan, old),))


def _added(found: ListMatch, right: Sequence[int]) -> Iterator[LadderChange]:
    plan = found.plan
    if found.pair.added and right:
        puts = tuple((plan, new) for new in right)
        items = tuple(plan.after[new] for new in right)
        yield _change(found, "added", None, None, items, puts=puts)
        return
    for new in right:
        yield _change(found, "added", new, None, plan.after[new], puts=((plan, new),))
