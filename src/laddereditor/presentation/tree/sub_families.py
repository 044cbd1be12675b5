"""Which families the selected ones can be part of; no Qt."""

from collections.abc import Sequence

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.words import existing, named
from laddereditor.model.address import Address, NoSuchPlace
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


def no_part(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return why what is selected cannot be taken out of a parent; "" if it can."""
    if not addresses:
        return "Nothing is selected. Select a sub-family."
    if len(addresses) > 1:
        return "Several entries are selected. Select one sub-family."
    try:
        family = addresses[0].entity(ladder)
    except NoSuchPlace:
        return "What was selected is no longer in this ladder. Select a sub-family."
    words = named(ladder, addresses[0])
    if not isinstance(family, Family):
        return f"{words} is not a family. Select a sub-family."
    if not family.parent:
        return f"{words} is not a sub-family; it has no parent."
    return ""


def no_fold(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return why what is selected cannot be folded into its parent; "" if it can."""
    if reason := no_part(ladder, addresses):
        return reason
    family = addresses[0].entity(ladder)
    if isinstance(family, Family) and next(families_above(ladder, family), None) is None:
        return f"{named(ladder, addresses[0])} has no parent that it could be folded into."
    return ""
