"""Pages whose profile is in the ladder already: what `import --existing` does with them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from laddereditor.cli.result_file import ResultRefused
from laddereditor.edits.inserting import Taken
from laddereditor.edits.paste import insert_ladder_parts, profiles_here
from laddereditor.model.ladder import Ladder

# The choices of `--existing`, and what they are to an insertion; None leaves the page out.
EXISTING: Mapping[str, Taken | None] = MappingProxyType(
    {"bring-in": "join", "beside": "beside", "skip": None}
)


def joined_ladder(
    ladder: Ladder, pages: Sequence[tuple[str, Ladder]], existing: str | None
) -> tuple[Ladder, tuple[str, ...]]:
    """Return a ladder with the contents of pages, and the names of the pages left out.

    Args:
        ladder: The ladder to add to.
        pages: The name and the contents of each page; a later page meets what earlier ones added.
        existing: One of `EXISTING`, or None to refuse a page whose profile is there already.

    Raises:
        ResultRefused: A profile is there already, and it is not specified what to do with it.
        EditRefused: A page cannot be added.
    """
    left_out = []
    for name, page in pages:
        here = profiles_here(ladder, page)
        taken: Taken | None = EXISTING[existing] if existing else "beside"
        if here and existing is None:
            profiles = " and ".join(f"{one.family} {one.level}" for one in here)
            raise ResultRefused(
                f"{name}: nothing was imported, because the ladder already has {profiles} with "
                "other words; choose with --existing whether to add to it (bring-in), to make a "
                "family of its own (beside) or to leave the page out (skip)"
            )
        if here and taken is None:
            left_out.append(name)
        else:
            ladder = insert_ladder_parts(ladder, page, taken=taken or "beside").change(ladder)
    return ladder, tuple(left_out)
