"""Which families the selected ones can be part of; no Qt."""

from collections.abc import Sequence

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.words import existing, named
from laddereditor.model.address import Address
from laddereditor.model.family import Family
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import families_above


def chosen_families(ladder: Ladder, addresses: Sequence[Address]) -> Sequence[Address]:
    """Return the selected families.

    Raises:
        EditRefused: Nothing is selected, or something else than families.
    """
    if not addresses:
        raise EditRefused("Nothing is selected. Select a family first.")
    for address in addresses:
        if not isinstance(existing(ladder, address), Family):
            raise EditRefused(f"{named(ladder, address)} is not a family. Select a family.")
    return addresses


def possible_parents(ladder: Ladder, families: Sequence[Address]) -> list[tuple[str, str]]:
    """Return (id, name) of the families that these can be part of: not themselves nor below them.

    Args:
        ladder: The ladder.
        families: The families that are to have a parent.
    """
    chosen = {address.key for address in families}
    return [
        (one.id, label_of(one))
        for one in ladder.families
        if one.id not in chosen
        and not any(above.id in chosen for above in families_above(ladder, one))
    ]
