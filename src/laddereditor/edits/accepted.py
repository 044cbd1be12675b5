"""Accepted findings stay with their places when addresses change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder


@dataclass(frozen=True, slots=True)
class KeyRename:
    """A renamed key of a mapping, such as `expectations/delivery` below `under`."""

    under: Address  # the family it applies to, "" for everywhere
    kind: str
    old: str
    new: str

    def applied(self, address: Address) -> Address:
        """Return an address with the key renamed, if it contains it."""
        path = address.field
        if path.key != self.old or not address.is_in(self.under):
            return address
        spec = field_specs(address.entity_class).get(path.name)
        if spec is None or not spec.is_keyed or spec.refers_to != self.kind:
            return address
        return address.owner.at(path.name).entry(self.new).at(path.rest.rest)


def follow_accepted(
    ladder: Ladder,
    found: Mapping[Address, Address],
    removed: Collection[Address],
    renames: Sequence[KeyRename] = (),
) -> Ladder:
    """Return the ladder with accepted findings at their new addresses.

    Args:
        ladder: The ladder after the edit.
        found: Old address -> new address of entities.
        removed: Addresses of removed entities, whose accepted findings are dropped.
        renames: Keys of mappings that changed.
    """
    checks = ladder.checks
    if checks is None or not checks.accepted:
        return ladder
    accepted = []
    for finding in checks.accepted:
        place = followed_address(Address(finding.at), found, removed, renames)
        if place is not None:
            accepted.append(finding if place == finding.at else evolve(finding, at=place))
    return _with_accepted(ladder, checks, accepted)


def _with_accepted(ladder: Ladder, checks: Checks, accepted: list[AcceptedFinding]) -> Ladder:
    if len(accepted) == len(checks.accepted) and all(
        now is before for now, before in zip(accepted, checks.accepted, strict=True)
    ):
        return ladder
    return evolve(ladder, checks=evolve(checks, accepted=tuple(accepted)))


def followed_address(
    address: Address,
    found: Mapping[Address, Address],
    removed: Collection[Address],
    renames: Sequence[KeyRename],
) -> str | None:
    """Return an address after an edit, None if what it names was removed.

    Args:
        address: The address before, also in the short form.
        found: Old address -> new address of entities.
        removed: Addresses of removed entities.
        renames: Keys of mappings that changed.
    """
    full = address.long_form
    is_short = full != address
    for rename in renames:
        full = rename.applied(full)
    for head, tail in full.upwards():
        if head in found:
            full = found[head].at(tail)
            break
        if head in removed:
            return None
    return full.removeprefix("families/") if is_short else full


def shift_accepted(ladder: Ladder, place: Address, positions: Mapping[int, int | None]) -> Ladder:
    """Return the ladder with accepted findings of the items of a list at new positions.

    Args:
        ladder: The ladder after the edit.
        place: The address of the list.
        positions: Old position -> new position; None drops the findings of a removed item.
    """
    found = {
        place.at(str(old)): place.at(str(new)) for old, new in positions.items() if new is not None
    }
    removed = {place.at(str(old)) for old, new in positions.items() if new is None}
    return follow_accepted(ladder, found, removed)
