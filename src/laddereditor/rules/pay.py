"""Pay: implausible figures, and steps between levels."""

from collections.abc import Iterator
from itertools import pairwise

from laddereditor.model.address import FieldPath
from laddereditor.model.pay import Pay, PayRange
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, Limit, rule
from laddereditor.rules.scope import (
    ENTITY,
    LEVEL,
    PROFILE,
    EntitySubject,
    LevelInTrack,
    ProfileInFamily,
)
from laddereditor.rules.sources import FORMAT, OWN

# A figure in between is more likely meant in thousands, as YAML reads 60.000 as 60. Below 10 it is
# more likely in another unit. Both bounds are our own.
_MINIMUM, _MIN_A_YEAR = 10, 1000
_NO_LIMIT = float("inf")


@rule(
    ENTITY,
    "pay-order",
    "Pay range out of order",
    "A range whose minimum, midpoint and maximum do not rise is a typing mistake.",
    source=OWN,
    remedy="Correct the figures: minimum, midpoint and maximum rise.",
    fires="""
levels: [{id: P1, pay: {ranges: [{market: DE, currency: EUR, min: 60000, max: 50000}]}}]
""",
    silent="""
levels: [{id: P1, pay: {ranges: [{market: DE, currency: EUR, min: 50000, max: 60000}]}}]
""",
    severity=Severity.ERROR,
    group="Pay",
)
def pay_order(one: EntitySubject) -> Iterator[Issue]:
    """Minimum, midpoint and maximum rise; any of them may be left out."""
    held = getattr(one.entity, "pay", None)
    for place, pay in enumerate(held.ranges if isinstance(held, Pay) else ()):
        given = [(name, value) for name, value in _figures(pay) if value is not None]
        for (low_name, low), (high_name, high) in pairwise(given):
            if low >= high:
                yield Issue(
                    FieldPath(f"pay/ranges/{place}"),
                    f"The {low_name} ({low:,}) should be less than the {high_name} ({high:,}).",
                )


@rule(
    ENTITY,
    "pay-thousands",
    "Pay that may be meant in thousands",
    "Pay is a yearly amount; 60.000 in a file is the number 60, whatever it looks like.",
    source=FORMAT,
    remedy="Write the whole figure without marks: 60000.",
    fires="levels: [{id: P1, pay: {ranges: [{market: DE, currency: EUR, min: 60.000}]}}]",
    silent="levels: [{id: P1, pay: {ranges: [{market: DE, currency: EUR, min: 60000}]}}]",
    severity=Severity.WARNING,
    group="Pay",
)
def pay_thousands(one: EntitySubject) -> Iterator[Issue]:
    """A figure from 10 to less than 1000 a year was more likely meant in thousands."""
    pay = getattr(one.entity, "pay", None)
    for place, shown in enumerate(pay.ranges if isinstance(pay, Pay) else ()):
        for name, value in (("min", shown.min), ("mid", shown.mid), ("max", shown.max)):
            if value is not None and _MINIMUM <= value < _MIN_A_YEAR:
                yield Issue(
                    FieldPath(f"pay/ranges/{place}/{name}"),
                    f"{value:g} a year is little. If thousands are meant, "
                    f"write {round(value * 1000)} without a mark.",
                )


def _figures(pay: PayRange) -> tuple[tuple[str, int | float | None], ...]:
    return (("minimum", pay.min), ("midpoint", pay.mid), ("maximum", pay.max))


# -- steps between levels --------------------------------------------------------------------------


def _pay_steps(
    code: str, below: Pay | None, pay: Pay | None
) -> Iterator[tuple[FieldPath, str, PayRange, PayRange]]:
    """Yield the ranges of one market and currency at two neighbouring levels."""
    known = {(one.market, one.currency): one for one in below.ranges} if below else {}
    for place, one in enumerate(pay.ranges if pay else ()):
        if other := known.get((one.market, one.currency)):
            yield FieldPath(f"pay/ranges/{place}"), code, other, one


def _steps_of_profile(one: ProfileInFamily) -> Iterator[tuple[FieldPath, str, PayRange, PayRange]]:
    if one.below:
        yield from _pay_steps(one.below.level, one.below.pay, one.profile.pay)


def _steps_of_level(one: LevelInTrack) -> Iterator[tuple[FieldPath, str, PayRange, PayRange]]:
    if one.before and one.before.id != one.level.id:
        yield from _pay_steps(one.before.id, one.before.pay, one.level.pay)


def _middle(pay: PayRange) -> float | None:
    if pay.mid is not None:
        return pay.mid
    return (pay.min + pay.max) / 2 if pay.min is not None and pay.max is not None else None


def _amount(value: float) -> str:
    return f"{value:,.0f}"


_PayStep = tuple[FieldPath, str, PayRange, PayRange]


def _not_rising(steps: Iterator[_PayStep]) -> Iterator[Issue]:
    for field, code, below, pay in steps:
        low, high = _middle(below), _middle(pay)
        if low is not None and high is not None and high <= low:
            message = f"The middle, {_amount(high)}, is not above {_amount(low)} at {code}."
            yield Issue(field, message)


@rule(
    PROFILE,
    "pay-rises",
    "Pay that does not rise with the level",
    "Nobody takes a step that pays no more.",
    source=OWN,
    remedy="Correct the figures, or accept it with the reason.",
    fires="""
levels:
- {id: P1, track: p, pay: {ranges: [{market: DE, min: 50000, max: 60000}]}}
- {id: P2, track: p, pay: {ranges: [{market: DE, min: 48000, max: 58000}]}}
""",
    silent="""
levels:
- {id: P1, track: p, pay: {ranges: [{market: DE, min: 50000, max: 60000}]}}
- {id: P2, track: p, pay: {ranges: [{market: DE, min: 58000, max: 70000}]}}
""",
    severity=Severity.WARNING,
    group="Pay",
    wider=((LEVEL, lambda one: _not_rising(_steps_of_level(one))),),
)
def pay_rises(one: ProfileInFamily) -> Iterator[Issue]:
    """The middle of a range is above that of the level below, in the same market and currency."""
    yield from _not_rising(_steps_of_profile(one))


def _apart(steps: Iterator[_PayStep]) -> Iterator[Issue]:
    for field, code, below, pay in steps:
        if below.max is not None and pay.min is not None and pay.min > below.max:
            message = f"It begins at {_amount(pay.min)}, but {code} ends at {_amount(below.max)}."
            yield Issue(field, message)


@rule(
    PROFILE,
    "pay-gap",
    "Gap between the pay of neighbouring levels",
    "Pay in the gap belongs to no level, so nobody can be paid it.",
    source=OWN,
    remedy="Let the range begin below the end of the one before.",
    fires="""
levels:
- {id: P1, track: p, pay: {ranges: [{market: DE, min: 50000, max: 60000}]}}
- {id: P2, track: p, pay: {ranges: [{market: DE, min: 70000, max: 80000}]}}
""",
    silent="""
levels:
- {id: P1, track: p, pay: {ranges: [{market: DE, min: 50000, max: 60000}]}}
- {id: P2, track: p, pay: {ranges: [{market: US, min: 70000, max: 80000}]}}
""",
    severity=Severity.INFO,
    group="Pay",
    wider=((LEVEL, lambda one: _apart(_steps_of_level(one))),),
)
def pay_gap(one: ProfileInFamily) -> Iterator[Issue]:
    """A range begins where the one of the level below has not ended yet."""
    yield from _apart(_steps_of_profile(one))


@rule(
    ENTITY,
    "pay-spread",
    "Pay range wider than the ladder allows",
    "A range that is too wide says little about what the level pays.",
    source=OWN,
    remedy="Narrow the range, or change the limit of the ladder.",
    fires="""
checks: {limits: {pay-spread: 50}}
levels: [{id: P1, pay: {ranges: [{market: DE, min: 50000, max: 90000}]}}]
""",
    silent="""
levels: [{id: P1, pay: {ranges: [{market: DE, min: 50000, max: 90000}]}}]
""",
    severity=Severity.INFO,
    group="Pay",
    limit=Limit(_NO_LIMIT, "per cent by which a maximum is above its minimum"),
)
def pay_spread(one: EntitySubject) -> Iterator[Issue]:
    """If the ladder sets a limit, no maximum is further above its minimum."""
    most = one.options.limit("pay-spread", _NO_LIMIT)
    pay = getattr(one.entity, "pay", None)
    for place, shown in enumerate(pay.ranges if isinstance(pay, Pay) and most < _NO_LIMIT else ()):
        if shown.min and shown.max and (spread := 100 * (shown.max / shown.min - 1)) > most:
            message = f"The maximum is {spread:.0f} % above the minimum; the limit is {most:g} %."
            yield Issue(FieldPath(f"pay/ranges/{place}"), message)


def _wide_steps(steps: Iterator[_PayStep], most: float) -> Iterator[Issue]:
    for field, code, below, pay in steps if most < _NO_LIMIT else ():
        low, high = _middle(below), _middle(pay)
        if low and high and (step := 100 * (high / low - 1)) > most:
            message = f"The middle is {step:.0f} % above that of {code}; the limit is {most:g} %."
            yield Issue(field, message)


def _wide_step_of_level(one: LevelInTrack) -> Iterator[Issue]:
    yield from _wide_steps(_steps_of_level(one), one.options.limit("pay-step", _NO_LIMIT))


@rule(
    PROFILE,
    "pay-step",
    "Step of pay larger than the ladder allows",
    "A step that is too large is two steps, and people wait between them.",
    source=OWN,
    remedy="Bring the ranges nearer to each other, or change the limit of the ladder.",
    fires="""
checks: {limits: {pay-step: 20}}
levels:
- {id: P1, track: p, pay: {ranges: [{market: DE, min: 50000, max: 60000}]}}
- {id: P2, track: p, pay: {ranges: [{market: DE, min: 60000, max: 90000}]}}
""",
    silent="""
checks: {limits: {pay-step: 20}}
levels:
- {id: P1, track: p, pay: {ranges: [{market: DE, min: 50000, max: 60000}]}}
- {id: P2, track: p, pay: {ranges: [{market: DE, min: 57000, max: 70000}]}}
""",
    severity=Severity.INFO,
    group="Pay",
    limit=Limit(_NO_LIMIT, "per cent by which a middle is above that of the level below"),
    wider=((LEVEL, _wide_step_of_level),),
)
def pay_step(one: ProfileInFamily) -> Iterator[Issue]:
    """If the ladder sets a limit, no middle of a range is further above the level below."""
    yield from _wide_steps(_steps_of_profile(one), one.options.limit("pay-step", _NO_LIMIT))
