"""The list of problems as it is exported and printed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from laddereditor.presentation.export.listing_offer import listing_offer
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.reports.listing import Listing


def problems_offer(
    rows: Iterable[tuple[str, str, str, str]], name: str, files: Sequence[Path]
) -> ExportOffer:
    """Return the list of problems as it is filtered.

    Args:
        rows: Severity, message, place and rule of each.
        name: What the ladder is called.
        files: The files that it is made from.
    """
    heads = ("Severity", "Problem", "Where", "Rule")
    return listing_offer(
        "the problems", Listing(f"Problems of {name}", (), heads, tuple(rows)), files
    )
