"""Pages whose profile is in the ladder already: what `import --existing` does with them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from laddereditor.cli.result_file import ResultRefused
from laddereditor.edits.importing.pages import (
    JoinedPages,
    NamedPage,
    ProfilesThere,
    join_pages,
)
from laddereditor.edits.inserting import Taken
from laddereditor.model.ladder import Ladder

# The choices of `--existing`, and what they are to an insertion; None leaves the page out.
EXISTING: Mapping[str, Taken | None] = MappingProxyType(
    {"bring-in": "join", "beside": "beside", "skip": None}
)


def joined_ladder(
    ladder: Ladder | None, pages: Sequence[NamedPage], existing: str | None
) -> JoinedPages:
    """Return a ladder with the contents of pages.

    Args:
        ladder: The ladder to add to, None for a new one.
        pages: The pages.
        existing: One of `EXISTING`, or None to refuse a page whose profile is there already.

    Raises:
        ResultRefused: A profile is there already, and it is not specified what to do with it.
        EditRefused: A page cannot be added.
    """
    taken = EXISTING[existing] if existing else None
    try:
        return join_pages(ladder, pages, taken=taken, skip=existing == "skip")
    except ProfilesThere as there:
        profiles = " and ".join(f"{one.family} {one.level}" for one in there.here)
        raise ResultRefused(
            f"{there.page}: nothing was imported, because the ladder already has {profiles} with "
            "other words; choose with --existing whether to add to it (bring-in), to make a "
            "family of its own (beside) or to leave the page out (skip)"
        ) from there
