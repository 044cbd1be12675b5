"""Say whether a level asks for more than another one in a row of a comparison, or for less."""

from collections.abc import Mapping
from typing import Literal

from laddereditor.compare.diff.wording.rewording import reworded
from laddereditor.compare.diff.wording.spelling import differ_only_in_spelling
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.resolve import resolved

# alike: the same demand in other words · unknown: nothing says which of the two asks for more
Direction = Literal["raised", "lowered", "alike", "unknown"]
_BY_EFFECT: Mapping[str, Direction] = {
    "raises": "raised",
    "lowers": "lowered",
    "clarifies": "alike",
    "neutral": "alike",
}


def direction_of(
    row: Row, spec: FieldSpec, before: tuple[Subject, Cell], after: tuple[Subject, Cell]
) -> Direction:
    """Return how a column's demand in a row compares with another column's.

    Args:
        row: A row in which both columns have something.
        spec: The field of the row.
        before: The column that is compared with, and its cell.
        after: The other column, and its cell.

    Returns:
        By the order of proficiencies, by the least years, by both ends of a range of pay, and of
        texts that ask for something by the word lists that judge changes between versions
        (`diff.rewording`).
    """
    (old, base), (new, cell) = before, after
    if row.kind == "skill":
        return _direction_of_steps(new, base.step, cell.step)
    if spec.shape == "experience":
        return _direction_of_numbers(least_years(old), least_years(new))
    if spec.shape == "ranges":
        return _direction_of_ranges(_range_at(old, base), _range_at(new, cell))
    if spec.asks != "demand":
        return "unknown"
    language = new.ladder.language
    if base.text == cell.text or differ_only_in_spelling(base.text, cell.text, language):
        return "alike"
    return _BY_EFFECT.get(reworded(base.text, cell.text, language).effect, "unknown")


def _direction_of_steps(subject: Subject, before: str, after: str) -> Direction:
    names = scale_of(subject.ladder)
    if before == after:
        return "alike"
    if before not in names or after not in names:
        return "unknown"
    return _direction_of_numbers(names.index(before), names.index(after))


def _direction_of_numbers(before: float, after: float) -> Direction:
    if before == after:
        return "alike"
    return "raised" if after > before else "lowered"


def _direction_of_ranges(before: PayRange | None, after: PayRange | None) -> Direction:
    """Return how two ranges compare; one that only became wider or narrower is unknown."""
    if before is None or after is None or _unit(before) != _unit(after):
        return "unknown"
    ends = ((before.min, after.min), (before.max, after.max))
    ways = {_direction_of_numbers(old or 0, new or 0) for old, new in ends} - {"alike"}
    return ways.pop() if len(ways) == 1 else "unknown" if ways else "alike"


def _unit(one: PayRange) -> tuple[object, ...]:
    """Return what else a range says: its currency, its period."""
    return tuple(value for name, value in one if name not in ("min", "max"))


def _range_at(subject: Subject, cell: Cell) -> PayRange | None:
    pay, number = _pay_of(subject), cell.field.number
    return pay.ranges[number] if pay is not None and number is not None else None


def _pay_of(subject: Subject) -> Pay | None:
    """Return what a profile or level pays; a profile without its own has that of its level."""
    entity, family = subject.entity, subject.family
    found: object = getattr(entity, "pay", None)
    if isinstance(entity, Profile) and family is not None:
        found = resolved(subject.ladder, family, entity).value("pay").value
    return found if isinstance(found, Pay) else None


def scale_of(ladder: Ladder) -> list[str]:
    """Return the proficiencies of a ladder, lowest first, as cells show them."""
    return [one.name or one.id for one in ladder.proficiencies]


def least_years(subject: Subject) -> float:
    """Return the least years of experience that a profile or level asks for, 0 if it does not."""
    entity, family = subject.entity, subject.family
    found: object = entity.experience
    if isinstance(entity, Profile) and family is not None:
        found = resolved(subject.ladder, family, entity).experience.value
    return (found.min or 0) if isinstance(found, Experience) else 0
