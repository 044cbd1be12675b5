"""Align the statements of levels step by step, and carry chains of pairs through.

Equal texts share a row first, whatever lies between them. Then neighbouring columns are paired by
the model for levels; what has no partner there is paired with the next column but one, and so on.
So the pairs of two neighbours are the same whether they are looked at alone or among others, unless
equal texts in a third column forbid it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from laddereditor.align.columns import AlignedStatements, Position, Positions, join, rows_in_order
from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.level_model import LevelModel, PairingQuestion

Groups = dict[Position, AlignedStatements]


def align_steps(
    columns: Sequence[Sequence[str]],
    baseline: int = 0,
    corrections: PairCorrections = NO_CORRECTIONS,
    question: PairingQuestion = "levels",
) -> tuple[Positions, ...]:
    """Align the texts of several levels in rows, as a reader puts them side by side.

    Args:
        columns: The texts of each column, in the order of the levels.
        baseline: The index of the column whose order the rows follow.
        corrections: What a person said of pairs; it comes before everything else.
        question: What the columns are.

    Returns:
        The rows; each holds, for every column, the index of its text there, or None.
    """
    if not columns:
        return ()
    groups = _grouped(tuple(map(tuple, columns)), corrections, question)
    return rows_in_order(columns, baseline, groups)


@lru_cache(maxsize=128)
def _grouped(
    columns: tuple[tuple[str, ...], ...], corrections: PairCorrections, question: PairingQuestion
) -> Groups:
    """Return the row of every text, which does not depend on the order in which rows are shown.

    A track is often asked for in several ways: two of its levels, all of them, its steps.
    """
    groups: Groups = {
        (column, place): AlignedStatements({column: place})
        for column, texts in enumerate(columns)
        for place in range(len(texts))
    }
    for pairs in (corrections.said, _equal):
        for left, right in _by_distance(len(columns)):
            free = _free(groups, columns, left, right)
            found = pairs(columns[left], columns[right], *free)
            _join_all(groups, (left, right), found, columns, corrections)
    model = LevelModel(columns, corrections=corrections, question=question)
    for left, right in _by_distance(len(columns)):
        ones, others = _free(groups, columns, left, right)
        if ones and others:
            likely = ((one, other) for one, other, _ in model.pairs(left, right, ones, others))
            _join_all(groups, (left, right), likely, columns, corrections)
    return groups


def _by_distance(count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of columns, neighbours first."""
    for distance in range(1, count):
        for left in range(count - distance):
            yield left, left + distance


def _free(
    groups: Groups, columns: Sequence[Sequence[str]], left: int, right: int
) -> tuple[list[int], list[int]]:
    """Return the places of two columns whose rows have nothing in the other column yet."""
    ones = [at for at in range(len(columns[left])) if right not in groups[left, at].places]
    others = [at for at in range(len(columns[right])) if left not in groups[right, at].places]
    return ones, others


def _join_all(
    groups: Groups,
    sides: tuple[int, int],
    pairs: Iterable[tuple[int, int]],
    columns: Sequence[Sequence[str]],
    corrections: PairCorrections,
) -> None:
    """Join the rows of pairs, unless two texts in them were parted by a person."""
    left, right = sides
    for one, other in pairs:
        first, second = groups[left, one], groups[right, other]
        if corrections.apart and not _may_join(first, second, columns, corrections):
            continue
        if join(first, second):
            groups.update(dict.fromkeys(second.places.items(), first))


def _may_join(
    one: AlignedStatements,
    other: AlignedStatements,
    columns: Sequence[Sequence[str]],
    corrections: PairCorrections,
) -> bool:
    here, there = (
        [columns[column][place] for column, place in row.places.items()] for row in (one, other)
    )
    return not any(corrections.are_apart(text, beside) for text in here for beside in there)


def _equal(
    left: Sequence[str], right: Sequence[str], ones: list[int], others: list[int]
) -> list[tuple[int, int]]:
    """Return the places of equal texts, the first copy with the first."""
    there: dict[str, list[int]] = {}
    for place in reversed(others):
        there.setdefault(right[place], []).append(place)
    return [(one, there[left[one]].pop()) for one in ones if there.get(left[one])]
