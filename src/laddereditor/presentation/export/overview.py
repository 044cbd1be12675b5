"""The overview of a ladder, to be seen, copied, saved and printed."""

from collections.abc import Sequence
from pathlib import Path

from laddereditor.presentation.export.offers import ExportOffer, PreviewRequest
from laddereditor.reports.overview.overview import LadderOverview


def overview_request(overview: LadderOverview, files: Sequence[Path]) -> PreviewRequest:
    """Return the request to show the overview of a ladder.

    Args:
        overview: The overview.
        files: The files that it is from; what is written is open to no more people.
    """

    def made(_pay: bool) -> LadderOverview:
        return overview  # which has nothing about pay

    title = f"Overview of {overview.title}"
    offer = ExportOffer("the overview", title, LadderOverview, made, False, tuple(files))
    return PreviewRequest(
        "Overview of the ladder",
        "This is what the ladder has, what stands out in it, and the progress since the last "
        "published version.",
        "&Ladder",
        ((overview.title, offer),),
        "The overview was copied. Paste it into a text or a mail.",
    )
