"""Take what pages say otherwise than a ladder, instead of keeping the ladder's words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from laddereditor.edits.importing.differing import DifferingValue, take_values
from laddereditor.edits.importing.pages import JoinedPages, NamedPage
from laddereditor.edits.paths import value_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder


def with_words_of_pages(joined: JoinedPages, pages: Sequence[NamedPage]) -> JoinedPages:
    """Return a ladder that takes what its pages say otherwise; of several, what most of them say.

    Args:
        joined: The ladder with the pages, and what differs.
        pages: The pages.
    """
    places = dict.fromkeys((one.entity, one.path) for one in joined.differing)
    values = {place: _of_most(place, joined.differing, pages) for place in places}
    taken = tuple(one for one in values.values() if one is not None)
    if not taken:
        return joined
    ladder = take_values(joined.ladder, taken).change(joined.ladder)
    differing = [
        replace(one, here=value.there) if value else one
        for one in joined.differing
        if (value := values[one.entity, one.path]) is None or value.value != one.value
    ]
    return replace(joined, ladder=ladder, differing=tuple(differing))


def _of_most(
    place: tuple[Address, str], differing: Sequence[DifferingValue], pages: Sequence[NamedPage]
) -> DifferingValue | None:
    """Return the value that most pages have at a place, None if that is the ladder's."""
    others = [one for one in differing if (one.entity, one.path) == place]
    counted = Counter(repr(one.value) for one in others)
    best = max(others, key=lambda one: counted[repr(one.value)])
    all_pages = sum(_says_something(page.ladder, *place) for page in pages)
    return best if counted[repr(best.value)] > all_pages - len(others) else None


def _says_something(page: Ladder, entity: Address, path: str) -> bool:
    if not entity.has_entry(page):
        return False
    return value_at(entity.entity(page), FieldPath(path)) not in (None, "", (), {})
