"""Keep accepted findings and comments at their entries when these are renamed or moved."""

from collections.abc import Mapping, Sequence

from laddereditor.compare.diff.changes.list_plan import ListPlan
from laddereditor.edits.edit import follow
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import AcceptedFinding, Ladder

ACCEPTED, COMMENTS = "checks/accepted", "comments"
HasAddress = AcceptedFinding | Comment  # what names its place by an address
AddressedLists = Mapping[str, tuple[HasAddress, ...]]  # by the path of the list


def numbered(ladder: Ladder) -> tuple[Ladder, AddressedLists]:
    """Return the ladder with its accepted findings and comments numbered, and the original ones.

    Several may differ only in their address, and only a number identifies each of them.
    """
    found: dict[str, tuple[HasAddress, ...]] = {}
    checks = ladder.checks
    if checks is not None and checks.accepted:
        found[ACCEPTED] = checks.accepted
        tagged = tuple(
            evolve(finding, reason=str(place)) for place, finding in enumerate(checks.accepted)
        )
        ladder = evolve(ladder, checks=evolve(checks, accepted=tagged))
    if ladder.comments:
        found[COMMENTS] = ladder.comments
        comments = tuple(evolve(one, text=str(place)) for place, one in enumerate(ladder.comments))
        ladder = evolve(ladder, comments=comments)
    return ladder, found


def unnumbered(ladder: Ladder, originals: AddressedLists) -> tuple[Ladder, AddressedLists]:
    """Return the ladder with its original findings and comments, and what each was before."""
    found: dict[str, tuple[HasAddress, ...]] = {}
    checks = ladder.checks
    if checks is not None and ACCEPTED in originals:
        found[ACCEPTED] = tuple(originals[ACCEPTED][int(one.reason)] for one in checks.accepted)
        now = _at_new_places(found[ACCEPTED], checks.accepted)
        ladder = evolve(ladder, checks=evolve(checks, accepted=now))
    if COMMENTS in originals:
        found[COMMENTS] = tuple(originals[COMMENTS][int(one.text)] for one in ladder.comments)
        ladder = evolve(ladder, comments=_at_new_places(found[COMMENTS], ladder.comments))
    return ladder, found


def _at_new_places(
    old_items: Sequence[HasAddress], moved: Sequence[HasAddress]
) -> tuple[HasAddress, ...]:
    return tuple(
        old if old.at == one.at else evolve(old, at=one.at)
        for old, one in zip(old_items, moved, strict=True)
    )


def found_accepted(
    plan: ListPlan, current: Sequence[HasAddress], moved: Mapping[Address, Address]
) -> list[int | None]:
    """Return where a plan's accepted findings, or comments, are now, after entries have moved.

    Args:
        plan: How the list changed.
        current: The list of the ladder as it is now.
        moved: Old address -> present address of entries.

    Returns:
        For each item of `plan.before`, its index in `current`, or None if it is gone.
    """
    free = list(range(len(current)))
    places: list[int | None] = []
    for before, old in zip(plan.before, plan.old_items, strict=True):
        forms = (before, evolve(old, at=_followed(Address(old.at), moved)), old)
        found = next((place for form in forms for place in free if current[place] == form), None)
        if found is not None:
            free.remove(found)
        places.append(found)
    return places


def _followed(address: Address, moved: Mapping[Address, Address]) -> str:
    full = address.long_form
    place = follow(full, moved)
    return place if full == address else place.removeprefix("families/")
