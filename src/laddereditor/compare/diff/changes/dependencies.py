"""Find the changes that a change depends on, so that references stay valid."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.reference_changes import (
    KindAndId,
    added_ids,
    is_family_move,
    reference_changes,
    removed_ids,
)
from laddereditor.model.address import Address

_Lookup = dict[KindAndId, list[tuple[LadderChange, Address]]]


def _lookup() -> _Lookup:
    return defaultdict(list)


@dataclass(slots=True)
class _ChangeIndex:
    """For all changes of one diff: which add an id, drop it, or free an address."""

    brings: _Lookup = field(default_factory=_lookup)  # with the family it holds for
    drops: _Lookup = field(default_factory=_lookup)  # with the family it is in
    frees: dict[Address, list[LadderChange]] = field(default_factory=lambda: defaultdict(list))
    families: dict[Address, LadderChange] = field(default_factory=dict)  # added ones, by address
    renamed: dict[Address, LadderChange] = field(default_factory=dict)  # by the new address
    leaves: dict[Address, list[LadderChange]] = field(default_factory=lambda: defaultdict(list))
    gains: dict[int, set[KindAndId]] = field(default_factory=dict)
    loses: dict[int, set[KindAndId]] = field(default_factory=dict)
    crossed: dict[Address, LadderChange] = field(default_factory=dict)  # by the new address
    inside: dict[Address, list[LadderChange]] = field(default_factory=lambda: defaultdict(list))


def dependencies_of(
    change: LadderChange, changes: Sequence[LadderChange]
) -> tuple[LadderChange, ...]:
    """Return the other changes of a diff that must be taken with a change, in reading order.

    What it newly refers to must exist; references to what it removes must go; and the place that
    it takes must be free. A rename is never required only for its new id: without it, changes use
    the old id.
    """
    return tuple(found for found in with_dependencies((change,), changes) if found is not change)


def with_dependencies(
    chosen: Iterable[LadderChange], changes: Sequence[LadderChange]
) -> tuple[LadderChange, ...]:
    """Return selected changes of a diff with those that they depend on, in reading order."""
    book = _indexed(changes)
    waiting = list(chosen)
    taken = {id(change) for change in waiting}
    while waiting:
        for needed in _direct(waiting.pop(), book):
            if id(needed) not in taken:
                taken.add(id(needed))
                waiting.append(needed)
    return tuple(change for change in changes if id(change) in taken)


def with_dependents(
    chosen: Iterable[LadderChange], changes: Sequence[LadderChange]
) -> tuple[LadderChange, ...]:
    """Return selected changes of a diff with those that depend on them, in reading order."""
    book = _indexed(changes)
    needing: dict[int, list[LadderChange]] = defaultdict(list)
    for change in changes:
        for needed in _direct(change, book):
            needing[id(needed)].append(change)
    waiting = list(chosen)
    dropped = {id(change) for change in waiting}
    while waiting:
        for dependent in needing[id(waiting.pop())]:
            if id(dependent) not in dropped:
                dropped.add(id(dependent))
                waiting.append(dependent)
    return tuple(change for change in changes if id(change) in dropped)


def _indexed(changes: Sequence[LadderChange]) -> _ChangeIndex:
    book = _ChangeIndex()
    for change in changes:
        lost, book.gains[id(change)] = reference_changes(change)
        book.loses[id(change)] = lost
        if is_family_move(change):
            book.crossed[change.address] = change
        elif not change.detail.is_structural:
            book.inside[change.address].append(change)
        family = change.detail.was.family
        for key in lost:
            book.drops[key].append((change, family))
        for key, scope in added_ids(change):
            book.brings[key].append((change, scope))
        if change.detail.is_structural:
            _note_place(book, change)
    return book


def _note_place(book: _ChangeIndex, change: LadderChange) -> None:
    was = change.detail.was
    if change.kind == "removed" or (change.kind != "added" and was != change.address):
        book.frees[was].append(change)
    if change.kind == "added":
        book.families[change.address] = change
    if change.kind == "renamed":
        book.renamed[change.address] = change
    if change.kind == "moved":
        book.leaves[was.entity_list].append(change)


def _direct(change: LadderChange, book: _ChangeIndex) -> Iterator[LadderChange]:
    here = change.address.family
    yield from _needed_by_family_move(change, book)
    for key in book.gains[id(change)]:
        yield from (found for found, scope in book.brings[key] if scope in ("", here))
    for key, scope in removed_ids(change):
        yield from _dropping(change, key, scope, book)
    if not change.detail.is_structural or change.kind == "reordered":
        return
    if change.kind == "removed":
        yield from book.leaves[change.address]
        # A remaining reference to an id that another entry takes needs that entry.
        if renamed_change := book.renamed.get(change.detail.was):
            yield renamed_change
        return
    yield from (found for found in book.frees[change.address] if found is not change)
    if owner := book.families.get(change.address.entity_list):
        yield owner


def _needed_by_family_move(change: LadderChange, book: _ChangeIndex) -> Iterator[LadderChange]:
    """Yield the changes that belong to a profile's move to another family with own competencies."""
    if is_family_move(change):
        for inner in book.inside[change.address]:
            if _has_theme(book.loses[id(inner)]):
                yield inner
    elif change.address in book.crossed and _has_theme(book.gains[id(change)]):
        yield book.crossed[change.address]


def _has_theme(keys: set[KindAndId]) -> bool:
    return any(kind == "competency" for kind, _ in keys)


def _dropping(
    change: LadderChange, key: KindAndId, scope: Address, book: _ChangeIndex
) -> Iterator[LadderChange]:
    """Yield the changes that drop references to an id before it is removed or out of scope."""
    goes_to = change.address.family if change.kind == "moved" else None
    if goes_to == "":  # to the ladder, where all see it
        return
    for found, family in book.drops[key]:
        if scope in ("", family) and family != goes_to:
            yield found
