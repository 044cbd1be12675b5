"""All equivalents of a ladder, and the schemes that they are in."""

from collections.abc import Iterator

from laddereditor.model.address import Address, listed_at
from laddereditor.model.equivalent import Equivalents
from laddereditor.model.ladder import Ladder


def with_equivalents(ladder: Ladder) -> Iterator[tuple[Address, Equivalents]]:
    """Yield each level and each family with its equivalents, none as an empty tuple."""
    for address, level in listed_at(Address("levels"), ladder.levels):
        yield address, level.equivalents
    for address, family in listed_at(Address("families"), ladder.families):
        yield address, family.equivalents


def schemes_of(ladder: Ladder) -> list[str]:
    """Return the schemes of a ladder as they are first written, in alphabetical order."""
    found: dict[str, str] = {}
    for _, equivalents in with_equivalents(ladder):
        for one in equivalents:
            if name := one.scheme.strip():
                found.setdefault(name.casefold(), name)
    return [found[key] for key in sorted(found)]
