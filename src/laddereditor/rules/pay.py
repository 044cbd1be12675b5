"""Pay: implausible figures."""

from collections.abc import Iterator
from itertools import pairwise

from laddereditor.model.address import FieldPath
from laddereditor.model.pay import Pay, PayRange
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import FORMAT, OWN

# A figure in between is more likely meant in thousands, as YAML reads 60.000 as 60. Below 10 it is
# more likely in another unit. Both bounds are our own.
_MINIMUM, _MIN_A_YEAR = 10, 1000


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
