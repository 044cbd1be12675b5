"""Match the items of lists inside entries: statements, uses of skills, pay ranges."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rapidfuzz.distance.Indel import normalized_similarity as ratio

from laddereditor.align.matching import match
from laddereditor.align.pairs import Pair, Split
from laddereditor.align.similarity import LETTERS_COMPARED
from laddereditor.align.splits import find_splits
from laddereditor.compare.diff.changes.list_plan import ListPlan, make_plan
from laddereditor.compare.diff.field_changes import ListPair
from laddereditor.model.address import Address
from laddereditor.model.comment import Comment
from laddereditor.model.family import Occupation
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import AcceptedFinding, PublishedVersion
from laddereditor.model.pay import PayRange
from laddereditor.model.shapes import STATEMENTS, TEXT_LISTS
from laddereditor.model.statement import skill_of, statement_text

_KEYS: Mapping[type[Any], Callable[[Any], Hashable]] = {
    Occupation: lambda item: (item.scheme, item.code),
    PayRange: lambda item: (item.market, item.currency),
    AcceptedFinding: lambda item: (item.rule, item.at),
    Comment: lambda item: (item.author, str(item.date), item.text),
    PublishedVersion: lambda item: item.version,
}
# What identifies an item if its key has changed.
_LOOSE_KEYS: Mapping[type[Any], Callable[[Any], Hashable]] = {
    Occupation: lambda item: item.title or item.code,
    PayRange: lambda item: item.market,
    AcceptedFinding: lambda item: (item.rule, item.reason),
    Comment: lambda item: (item.author, str(item.date), item.at),
}


# Share of letters kept in order. Our choice: with 0.6 the labelled ladders (142 changes) have one
# wrong change and two missed ones; with 0.75 and 0.9 none.
_SURELY = 0.75


@dataclass(frozen=True, eq=False)
class ListMatch:
    """The matched items of a list and of its new state."""

    pair: ListPair
    plan: ListPlan
    pairs: tuple[tuple[int, int], ...]
    find_splits: tuple[Split, ...]
    left: tuple[int, ...]  # old items without a partner
    right: tuple[int, ...]  # new items without a partner

    @cached_property
    def is_statements(self) -> bool:
        """Whether the items are statements, which may go to other lists."""
        return shape_of(self.pair) in STATEMENTS

    @cached_property
    def unequal(self) -> tuple[tuple[int, int], ...]:
        """The pairs of statements whose texts differ."""
        if not self.is_statements:
            return ()
        before, after = self.pair.before, self.pair.after
        return tuple(
            (old, new)
            for old, new in self.pairs
            # Nearly all are equal as they are, and their texts need not be taken out.
            if before[old] != after[new]
            and statement_text(before[old]) != statement_text(after[new])
        )


def shape_of(pair: ListPair) -> str:
    """Return the shape of the field that holds a list."""
    spec = field_specs(pair.place.owner).get(pair.path.name)
    return spec.shape if spec else "raw"


def matched(pair: ListPair, old_items: tuple[Any, ...] = ()) -> ListMatch:
    """Return the matched items of a list: by text, by skill, or by another key.

    `old_items` are the former items as in the old ladder, if they differ.
    """
    shape = shape_of(pair)
    apart: tuple[Split, ...] = ()
    if shape in TEXT_LISTS:
        pairs, apart = _by_text(pair.before, pair.after, shape != "lines")
    elif shape == "skills":
        pairs = _by_key(pair.before, pair.after, skill_of)
    else:
        pairs = _by_keys(pair.before, pair.after)
    left = {old for old, _ in pairs} | {old for found in apart for old in found.before}
    right = {new for _, new in pairs} | {new for found in apart for new in found.after}
    return ListMatch(
        pair,
        _plan(pair, pairs, old_items),
        tuple(pairs),
        apart,
        tuple(old for old in range(len(pair.before)) if old not in left),
        tuple(new for new in range(len(pair.after)) if new not in right),
    )


def _plan(pair: ListPair, pairs: Sequence[tuple[int, int]], old_items: tuple[Any, ...]) -> ListPlan:
    place = pair.place
    plan = make_plan(
        place.address,
        place.was,
        pair.path,
        pair.before,
        pair.after,
        pairs,
        added=pair.added,
        removed=pair.removed,
    )
    return replace(plan, old_items=old_items) if old_items else plan


def _by_text(
    before: Sequence[Any], after: Sequence[Any], is_sentence: bool
) -> tuple[list[tuple[int, int]], tuple[Split, ...]]:
    old_items = [statement_text(item) for item in before]
    new_items = [statement_text(item) for item in after]
    if not old_items or not new_items:
        return [], ()
    found = _matched(old_items, new_items)
    apart: tuple[Split, ...] = ()
    if not is_sentence:  # a title is not a sentence: another one may share half of its words
        found = tuple(pair for pair in found if pair.similarity >= _SURELY)
    elif len(found) < max(len(old_items), len(new_items)):
        apart = find_splits(old_items, new_items, found)
    halves = {(old, new) for part in apart for old in part.before for new in part.after}
    return [
        (pair.before, pair.after) for pair in found if (pair.before, pair.after) not in halves
    ], apart


def _matched(old_items: list[str], new_items: list[str]) -> tuple[Pair, ...]:
    """Return the same as `match`, more quickly if only runs between equal texts differ."""
    head = 0
    for one, other in zip(old_items, new_items, strict=False):
        if one != other:
            break
        head += 1
    tail = 0
    most = min(len(old_items), len(new_items)) - head
    while tail < most and old_items[-1 - tail] == new_items[-1 - tail]:
        tail += 1
    left, right = old_items[head : len(old_items) - tail], new_items[head : len(new_items) - tail]
    # Of equal copies, those in the same place are matched.
    copies = len(set(old_items)) < len(old_items) or len(set(new_items)) < len(new_items)
    settled = not left or not right or copies or sorted(left) == sorted(right)
    if not settled and not _is_reworded(left, right):
        return match(old_items, new_items)
    end, shift = len(old_items) - tail, len(new_items) - len(old_items)
    if _is_reworded(left, right):
        inner = [Pair(head, head, 0.9)]
    else:
        inner = [Pair(head + p.before, head + p.after, p.similarity) for p in match(left, right)]
    return (
        *(Pair(place, place, 1.0) for place in range(head)),
        *inner,
        *(Pair(place, place + shift, 1.0) for place in range(end, len(old_items))),
    )


def _is_reworded(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one text became another that is so similar that no other could be meant.

    Of long texts, whose letters take too long to compare, the matching is asked.
    """
    if len(left) != 1 or len(right) != 1 or len(left[0]) + len(right[0]) > 2 * LETTERS_COMPARED:
        return False
    return ratio(*left, *right) >= _SURELY


def _by_key(
    before: Sequence[Any], after: Sequence[Any], key: Callable[[Any], Hashable]
) -> list[tuple[int, int]]:
    places: dict[Hashable, list[int]] = {}
    for new, item in enumerate(after):
        places.setdefault(key(item), []).append(new)
    pairs = []
    for old, item in enumerate(before):
        if found := places.get(key(item)):
            pairs.append((old, found.pop(0)))
    return pairs


def _by_keys(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[int, int]]:
    """Pair items by their keys, and the remaining ones by their loose keys."""
    kind = type((before or after)[0])
    pairs = _by_key(before, after, _KEYS.get(kind, repr))
    loose = _LOOSE_KEYS.get(kind)
    if loose is None:
        return pairs
    old_items, new_items = {old for old, _ in pairs}, {new for _, new in pairs}
    left = [old for old in range(len(before)) if old not in old_items]
    right = [new for new in range(len(after)) if new not in new_items]
    found = _by_key([before[old] for old in left], [after[new] for new in right], loose)
    if kind is PayRange and not found and len(left) == len(right) == 1:
        found = [(0, 0)]  # the one range that is left is the one that was there, for another market
    return sorted([*pairs, *((left[old], right[new]) for old, new in found)])


def without_moved_texts(matches: Sequence[ListMatch]) -> list[ListMatch]:
    """Return matches without those pairs of a text that is unchanged in another list.

    An equal text elsewhere in the family is better evidence than a similar one here: the
    statement moved, and the similar one is another.
    """
    old_texts, new_texts = (_free(matches, old=old) for old in (True, False))
    found = []
    for one in matches:
        dropped = {
            (old, new)
            for old, new in one.unequal
            if _is_elsewhere(one, one.pair.before[old], new_texts)
            or _is_elsewhere(one, one.pair.after[new], old_texts)
        }
        kept = [pair for pair in one.pairs if pair not in dropped]
        found.append(with_pairs(one, kept) if dropped else one)
    return found


_Free = dict[tuple[Address, str], set[int]]  # family and text -> the lists that have it


def _free(matches: Sequence[ListMatch], *, old: bool) -> _Free:
    """Return the texts of one side that have no equal partner in their list."""
    free: _Free = {}
    for found in matches:
        if found.is_statements:
            items, places = (
                (found.pair.before, found.left) if old else (found.pair.after, found.right)
            )
            others = [pair[0] if old else pair[1] for pair in found.unequal]
            for place in (*places, *others):
                key = (_group(found), statement_text(items[place]))
                free.setdefault(key, set()).add(id(found))
    return free


def _is_elsewhere(found: ListMatch, item: Any, free: _Free) -> bool:
    return bool(free.get((_group(found), statement_text(item)), set()) - {id(found)})


def with_pairs(found: ListMatch, pairs: Sequence[tuple[int, int]]) -> ListMatch:
    """Return a match with other pairs; its splits stay.

    Args:
        found: The match.
        pairs: The items that belong together, as indexes into the old list and the new one.
    """
    left = {old for old, _ in pairs} | {old for part in found.find_splits for old in part.before}
    right = {new for _, new in pairs} | {new for part in found.find_splits for new in part.after}
    return replace(
        found,
        plan=_plan(found.pair, pairs, found.plan.old_items),
        pairs=tuple(pairs),
        left=tuple(old for old in range(len(found.pair.before)) if old not in left),
        right=tuple(new for new in range(len(found.pair.after)) if new not in right),
    )


def texts_elsewhere(matches: Sequence[ListMatch]) -> Callable[[ListMatch, int, bool], bool]:
    """Return what says of an item without a partner whether it is unchanged in another list.

    It takes the match of a list, the index of the item, and whether that is in the old list.
    """
    old_texts, new_texts = (_free(matches, old=old) for old in (True, False))

    def is_elsewhere(found: ListMatch, place: int, is_old: bool) -> bool:
        item = found.pair.before[place] if is_old else found.pair.after[place]
        return _is_elsewhere(found, item, new_texts if is_old else old_texts)

    return is_elsewhere


def crossings(matches: Sequence[ListMatch]) -> Iterator[tuple[ListMatch, int, ListMatch, int]]:
    """Yield statements that moved to another list: equal texts first, then similar ones.

    Of several places with the same text the nearest is chosen: the same entry, the same family.
    """
    lists = [found for found in matches if found.is_statements]
    lefts = [(found, old) for found in lists for old in found.left]
    rights = [(found, new) for found in lists for new in found.right]
    if not lefts or not rights:
        return
    free: dict[str, list[tuple[ListMatch, int]]] = {}
    for found, new in rights:
        free.setdefault(statement_text(found.pair.after[new]), []).append((found, new))
    unpaired: list[tuple[ListMatch, int]] = []
    for found, old in lefts:
        targets = free.get(statement_text(found.pair.before[old]), [])
        if not targets:
            unpaired.append((found, old))
            continue
        target = min(targets, key=lambda position: _distance(found, position[0]))
        targets.remove(target)
        yield found, old, *target
    yield from _similar(
        unpaired, [position for positions in free.values() for position in positions]
    )


def _distance(one: ListMatch, other: ListMatch) -> int:
    if one is other:
        return 0
    mine, theirs = one.pair.place.address, other.pair.place.address
    if mine == theirs:
        return 1
    return 2 if _group(one) == _group(other) else 3


def _group(found: ListMatch) -> Address:
    """Return the address of the family, or of the level, that a list belongs to."""
    place = found.pair.place.address
    return place.family or place


# Similarity of a statement that moved to another list and was reworded. Our choice: with 0.9 the
# labelled ladders have two wrong changes and two missed ones; with 0.6 and 0.75 none.
_NEARLY = 0.75


def _similar(
    lefts: Sequence[tuple[ListMatch, int]], rights: Sequence[tuple[ListMatch, int]]
) -> Iterator[tuple[ListMatch, int, ListMatch, int]]:
    groups: dict[Address, tuple[list[tuple[ListMatch, int]], list[tuple[ListMatch, int]]]] = {}
    for side, positions in enumerate((lefts, rights)):
        for position in positions:
            groups.setdefault(_group(position[0]), ([], []))[side].append(position)
    for old_items, new_items in groups.values():
        if not old_items or not new_items:
            continue
        before = [statement_text(found.pair.before[old]) for found, old in old_items]
        after = [statement_text(found.pair.after[new]) for found, new in new_items]
        for pair in match(before, after):
            one, other = old_items[pair.before], new_items[pair.after]
            if pair.similarity >= _NEARLY and one[0] is not other[0]:
                yield *one, *other
