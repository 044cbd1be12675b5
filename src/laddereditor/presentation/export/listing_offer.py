"""Lists of views as offers that can be exported and printed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.reports.listing import Listing

_WIDE = 3  # columns that a page in portrait has room for


def listing_offer(kind: str, listing: Listing, files: Sequence[Path]) -> ExportOffer:
    """Return the offer of a list, which has nothing about pay.

    Args:
        kind: What it is, such as "the titles".
        listing: The list.
        files: The files that it is made from; what is written is open to no more people.
    """
    is_wide = len(listing.heads) > _WIDE
    make = partial(_same, listing)
    return ExportOffer(kind, listing.title, Listing, make, False, tuple(files), is_wide)


def _same(listing: Listing, _pay: bool) -> Listing:
    return listing
