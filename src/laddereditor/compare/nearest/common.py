"""What two profiles or levels have in common, in counts.

Statements are matched strictly, as between two versions: the same statement, or one that was
reworded. What both inherit counts on neither side, because a level asks it of everyone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from laddereditor.align.matching import match_by
from laddereditor.align.similarity import Measure
from laddereditor.compare.nearest.demands import Demand, Demands, FieldDemands, is_skills
from laddereditor.model.fields import FieldSpec

WeightOf = Callable[[FieldSpec, str], float]  # how much an item says about the one it belongs to

_OTHER_DETAIL = 0.75  # how alike the same skill is at another proficiency: our choice


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """How much of one field two entries have in common."""

    spec: FieldSpec
    of: int  # how many items the one has
    same: int
    reworded: int
    other_detail: int  # the same skill at another proficiency
    more: int  # how many items only the other one has

    @property
    def common(self) -> int:
        """How many items both have."""
        return self.same + self.reworded + self.other_detail


@dataclass(frozen=True, slots=True)
class Common:
    """What two entries have in common."""

    fields: tuple[FieldCounts, ...]  # in reading order
    similarity: float  # from 0, nothing in common, to 1, the same

    @property
    def is_equal(self) -> bool:
        """Whether both ask for the same in the same words."""
        return all(one.same == one.of and not one.more for one in self.fields)


class _Pair(NamedTuple):
    one: int
    other: int
    alike: float


class _Matched(NamedTuple):
    """The items of one field of two entries, matched."""

    spec: FieldSpec
    left: Sequence[Demand]
    right: Sequence[Demand]
    pairs: Sequence[_Pair]  # those of which at least one item is not inherited
    alone: Sequence[int]  # places of own items that only the one has
    more: Sequence[int]  # of those that only the other has


def common(one: Demands, other: Demands, weight_of: WeightOf) -> Common:
    """Return what two entries have in common.

    Args:
        one: What the first one asks for.
        other: What the other one asks for.
        weight_of: How much an item of either counts; a matched one counts as in the first.
    """
    specs = {name: held.spec for name, held in (*one.items(), *other.items())}
    left, right = _texts(one), _texts(other)
    measure = Measure((tuple(left - right), tuple(right - left)))  # equal texts need none
    fields = [
        _matched(spec, one.get(name), other.get(name), measure) for name, spec in specs.items()
    ]
    found = [field for field in fields if field.pairs or field.alone or field.more]
    shared = total = 0.0
    for field in found:
        in_both, in_all = _weights(field, weight_of)
        shared += in_both
        total += in_all
    return Common(tuple(map(_counts, found)), shared / total if total else 0.0)


def _texts(demands: Demands) -> set[str]:
    held = demands.values()
    return {item.text for spec, items in held if not is_skills(spec) for item in items}


def _matched(
    spec: FieldSpec, one: FieldDemands | None, other: FieldDemands | None, measure: Measure
) -> _Matched:
    left, right = one.items if one else (), other.items if other else ()
    pairs = _same_skills(left, right) if is_skills(spec) else _alike(measure, left, right)
    return _Matched(
        spec,
        left,
        right,
        [pair for pair in pairs if left[pair.one].is_own or right[pair.other].is_own],
        _alone(left, {pair.one for pair in pairs}),
        _alone(right, {pair.other for pair in pairs}),
    )


def _alone(items: Sequence[Demand], paired: set[int]) -> list[int]:
    return [at for at, item in enumerate(items) if item.is_own and at not in paired]


def _weights(field: _Matched, weight_of: WeightOf) -> tuple[float, float]:
    """Return the weight of what both have, and of all that either has, on both sides."""

    def weight(item: Demand) -> float:
        return weight_of(field.spec, item.text)

    pairs = [(2 * weight(field.left[pair.one]), pair.alike) for pair in field.pairs]
    rest = [field.left[at] for at in field.alone] + [field.right[at] for at in field.more]
    in_all = sum(value for value, _ in pairs) + sum(map(weight, rest))
    return sum(value * alike for value, alike in pairs), in_all


def _counts(field: _Matched) -> FieldCounts:
    same = sum(field.left[pair.one][:2] == field.right[pair.other][:2] for pair in field.pairs)
    rest, is_skill = len(field.pairs) - same, is_skills(field.spec)
    return FieldCounts(
        field.spec,
        len(field.pairs) + len(field.alone),
        same,
        0 if is_skill else rest,
        rest if is_skill else 0,
        len(field.more),
    )


def _alike(measure: Measure, left: Sequence[Demand], right: Sequence[Demand]) -> list[_Pair]:
    found = match_by(measure, [item.text for item in left], [item.text for item in right])
    return [_Pair(pair.before, pair.after, pair.similarity) for pair in found]


def _same_skills(left: Sequence[Demand], right: Sequence[Demand]) -> list[_Pair]:
    there: dict[str, list[int]] = {}
    for at in range(len(right) - 1, -1, -1):
        there.setdefault(right[at].text, []).append(at)
    pairs = []
    for at, item in enumerate(left):
        if there.get(item.text):
            other = there[item.text].pop()
            alike = 1.0 if item.detail == right[other].detail else _OTHER_DETAIL
            pairs.append(_Pair(at, other, alike))
    return pairs
