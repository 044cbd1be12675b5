"""Match the factors, competencies or skills of several columns: by id, then by name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any, Generic, TypeVar

from laddereditor.align.chain import Chain
from laddereditor.model.spacing import single_spaced

K = TypeVar("K", str, tuple[str, int])
TermNames = tuple[str, ...]  # the name, then other names


class _AlignedKeys(Generic[K]):
    """The contents of one row: a key of each column that has it."""

    def __init__(self) -> None:
        self.keys: dict[int, K] = {}
        self.ladders: set[int] = set()


def match_keys(
    columns: Sequence[Mapping[K, TermNames]], ladders: Sequence[int], baseline: int
) -> list[tuple[K | None, ...]]:
    """Return rows that hold, for each column, its key there or None.

    Equal keys belong together. Across ladders, a key without a partner joins one with an
    equal name, then one that has it among its other names; two keys of one ladder never do. Rows
    follow the baseline; what it lacks follows what is before it in its own column, or before
    what is after it, or at the end.

    Args:
        columns: For each column, its keys in order, with their names.
        ladders: For each column, the number of its ladder.
        baseline: The index of the column whose order the rows follow.
    """
    groups: dict[K, _AlignedKeys[K]] = {}
    for column, named in enumerate(columns):
        for key in named:
            group = groups.setdefault(key, _AlignedKeys())
            group.keys[column] = key
            group.ladders.add(ladders[column])
    if len(set(ladders)) > 1:
        for one, other in _namesakes(columns, groups):
            _join(groups, one, other)
    ordered = _ordered(columns, baseline, groups)
    return [tuple(group.keys.get(n) for n in range(len(columns))) for group in ordered]


def _namesakes(
    columns: Sequence[Mapping[K, TermNames]], groups: Mapping[K, _AlignedKeys[K]]
) -> Iterator[tuple[K, K]]:
    """Yield keys of different ladders that share a name, most certain first."""
    having: dict[str, dict[K, int]] = {}  # name -> key -> 0 if it is the main name, else 1
    for named in columns:
        for key, names in named.items():
            for rank, name in enumerate(names):
                known = having.setdefault(single_spaced(name.casefold()), {})
                known[key] = min(known.get(key, 1), rank, 1)
    found: dict[tuple[K, K], int] = {}
    for name, known in having.items():
        for one, other in combinations(sorted(known), 2) if name else ():
            if not groups[one].ladders & groups[other].ladders:
                sure = known[one] + known[other]
                found[one, other] = min(found.get((one, other), sure), sure)
    return (pair for _, pair in sorted((sure, pair) for pair, sure in found.items()))


def _join(groups: dict[K, _AlignedKeys[K]], one: K, other: K) -> None:
    first, second = groups[one], groups[other]
    if first is second or first.ladders & second.ladders:
        return
    first.keys |= second.keys
    first.ladders |= second.ladders
    for key in set(second.keys.values()):
        groups[key] = first


def _ordered(
    columns: Sequence[Iterable[K]], baseline: int, groups: Mapping[K, _AlignedKeys[K]]
) -> list[_AlignedKeys[K]]:
    """Return the rows; one that the baseline lacks follows its predecessor in its own column."""
    rows = Chain(dict.fromkeys(groups[key] for key in columns[baseline]))
    for column, keys in enumerate(columns):
        last: _AlignedKeys[K] | None = None
        for key in keys:
            group = groups[key]
            if group not in rows:
                # The first rows of a column go before its next row, else at the end.
                start = rows.first_where(partial(_has, column)) if last is None else None
                rows.insert(group, start if last is None else rows.below(last))
            last = group
    return list(rows)


def _has(column: int, row: _AlignedKeys[Any]) -> bool:
    return column in row.keys
