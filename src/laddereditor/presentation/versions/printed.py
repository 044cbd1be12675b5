"""The list of versions as it is exported and printed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from laddereditor.presentation.export.listing_offer import listing_offer
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.versions.version_rows import HEADS, VersionRow
from laddereditor.reports.listing import Listing


def versions_offer(rows: Iterable[VersionRow], name: str, files: Sequence[Path]) -> ExportOffer:
    """Return the list of the published versions of a ladder.

    Args:
        rows: The versions, newest first.
        name: What the ladder is called.
        files: The files that it is made from.
    """
    listing = Listing(f"Versions of {name}", (), HEADS, tuple(row.texts for row in rows))
    return listing_offer("the versions", listing, files)
