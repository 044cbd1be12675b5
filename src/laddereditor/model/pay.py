"""What a profile or a level pays."""

from laddereditor.model.base import Day, Entity, Number
from laddereditor.model.fields import FormPlace, described, inferred_field

PAY_STATUSES = ("published", "recalibrating", "withheld")


class PayRange(Entity):
    """A pay range in one market."""

    market: str = described("Market", "Country or region the range holds for.", default="")
    currency: str = described("Currency", "Three-letter code, such as USD.", default="")
    min: Number | None = described(
        "Minimum", "Lowest pay a year.", "number", default=None, unit="a year"
    )
    mid: Number | None = described(
        "Midpoint", "Middle of the range.", "number", default=None, unit="a year"
    )
    max: Number | None = described(
        "Maximum", "Highest pay a year.", "number", default=None, unit="a year"
    )
    source: str = described(
        "Source", "Survey or study the figures come from.", default="", form=FormPlace(width=3)
    )
    as_of: Day | None = described("As of", "Day the figures hold for.", "date", default=None)
    inferred: bool = inferred_field()


class Pay(Entity):
    """What a profile pays, or why that is not said."""

    status: str = described(
        "Status",
        "Whether the ranges are published, being recalibrated, or withheld.",
        "choice",
        default="",
        choices=PAY_STATUSES,
    )
    note: str = described("Note", "What readers see about the pay.", "text", default="")
    ranges: tuple[PayRange, ...] = described(
        "Ranges", "One range for each market.", "ranges", default=()
    )
