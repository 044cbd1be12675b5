"""Pay: figures that cannot be."""

from collections.abc import Iterator
from itertools import pairwise

from laddereditor.model.family import PayRange, Profile
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Found, rule
from laddereditor.rules.scope import ENTITY, Alone


@rule(
    ENTITY,
    "pay-order",
    "Pay range out of order",
    "A range whose minimum, midpoint and maximum do not rise is a slip of the pen.",
    severity=Severity.ERROR,
    group="Pay",
)
def pay_order(one: Alone) -> Iterator[Found]:
    """Minimum, midpoint and maximum rise; any of them may be left out."""
    if not isinstance(one.entity, Profile) or one.entity.pay is None:
        return
    for place, pay in enumerate(one.entity.pay.ranges):
        given = [(name, value) for name, value in _figures(pay) if value is not None]
        for (low_name, low), (high_name, high) in pairwise(given):
            if low >= high:
                yield Found(
                    f"pay/ranges/{place}",
                    f"The {low_name} ({low:,}) should be less than the {high_name} ({high:,}).",
                )


def _figures(pay: PayRange) -> tuple[tuple[str, int | float | None], ...]:
    return (("minimum", pay.min), ("midpoint", pay.mid), ("maximum", pay.max))
