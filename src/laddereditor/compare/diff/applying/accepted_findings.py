"""Keep accepted findings attached to their entries when these are renamed or moved."""

from collections.abc import Mapping, Sequence

from laddereditor.compare.diff.changes.list_plan import ListPlan
from laddereditor.edits.edit import follow
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import AcceptedFinding, Ladder

ACCEPTED = "checks/accepted"


def numbered(ladder: Ladder) -> tuple[Ladder, tuple[AcceptedFinding, ...]]:
    """Return the ladder with its accepted findings numbered, and the original findings.

    Several may differ only in their address, and only a number identifies each of them.
    """
    checks = ladder.checks
    if checks is None or not checks.accepted:
        return ladder, ()
    tagged = tuple(
        evolve(finding, reason=str(place)) for place, finding in enumerate(checks.accepted)
    )
    return evolve(ladder, checks=evolve(checks, accepted=tagged)), checks.accepted


def unnumbered(
    ladder: Ladder, accepted: Sequence[AcceptedFinding]
) -> tuple[Ladder, tuple[AcceptedFinding, ...]]:
    """Return the ladder with its original accepted findings, and what each was before."""
    checks = ladder.checks
    if checks is None or not accepted:
        return ladder, ()
    old_items = tuple(accepted[int(finding.reason)] for finding in checks.accepted)
    now = tuple(
        old if old.at == finding.at else evolve(old, at=finding.at)
        for old, finding in zip(old_items, checks.accepted, strict=True)
    )
    return evolve(ladder, checks=evolve(checks, accepted=now)), old_items


def found_accepted(
    plan: ListPlan, current: Sequence[AcceptedFinding], moved: Mapping[Address, Address]
) -> list[int | None]:
    """Return where a plan's accepted findings are now, after entries have moved.

    Args:
        plan: How the list of accepted findings changed.
        current: The accepted findings of the ladder as it is now.
        moved: Old address -> present address of entries.

    Returns:
        For each finding in `plan.before`, its index in `current`, or None if it is gone.
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
