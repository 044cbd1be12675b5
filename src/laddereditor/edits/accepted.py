"""Accepted findings stay with their places when addresses change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from laddereditor.model.address import encode_key
from laddereditor.model.base import evolve
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder

KEYED = {"factor": "factors", "competency": "expectations", "proficiency": "proficiencies"}


@dataclass(frozen=True, slots=True)
class KeyRename:
    """A key of a mapping got another name: `expectations/delivery` below `under`."""

    under: str  # address of the family it holds for, "" for everywhere
    kind: str
    old: str
    new: str

    def applied(self, address: str) -> str:
        """Return an address with the key renamed, if it is in it."""
        pieces = address.split("/")
        field, old = KEYED[self.kind], encode_key(self.old)
        if self.under and not address.startswith(self.under + "/"):
            return address
        for place in range(2, len(pieces) - 1):
            if pieces[place] == field and pieces[place + 1] == old:
                pieces[place + 1] = encode_key(self.new)
                return "/".join(pieces)
        return address


def follow_accepted(
    ladder: Ladder,
    found: Mapping[str, str],
    gone: Collection[str],
    renames: Sequence[KeyRename] = (),
) -> Ladder:
    """Return the ladder with accepted findings at their new addresses.

    `found` maps old addresses to new ones; those of entities in `gone` are dropped.
    """
    checks = ladder.checks
    if checks is None or not checks.accepted:
        return ladder
    accepted = []
    for finding in checks.accepted:
        place = _followed(finding.at, found, gone, renames)
        if place is not None:
            accepted.append(finding if place == finding.at else evolve(finding, at=place))
    return _with_accepted(ladder, checks, accepted)


def _with_accepted(ladder: Ladder, checks: Checks, accepted: list[AcceptedFinding]) -> Ladder:
    if len(accepted) == len(checks.accepted) and all(
        now is before for now, before in zip(accepted, checks.accepted, strict=True)
    ):
        return ladder
    return evolve(ladder, checks=evolve(checks, accepted=tuple(accepted)))


def _followed(
    address: str,
    found: Mapping[str, str],
    gone: Collection[str],
    renames: Sequence[KeyRename],
) -> str | None:
    if not address:
        return address
    short = address.partition("/")[0] not in Ladder.model_fields
    full = f"families/{address}" if short else address
    for rename in renames:
        full = rename.applied(full)
    head, tail = full, ""
    while head:
        if head in found:
            full = found[head] + tail
            break
        if head in gone:
            return None
        head, slash, last = head.rpartition("/")
        tail = slash + last + tail
    return full.removeprefix("families/") if short else full


def shift_accepted(ladder: Ladder, place: str, positions: Mapping[int, int | None]) -> Ladder:
    """Return the ladder with accepted findings at items of the list `place` at new positions.

    None drops the findings of an item that is gone.
    """
    found = {
        f"{place}/{old}": f"{place}/{new}" for old, new in positions.items() if new is not None
    }
    gone = {f"{place}/{old}" for old, new in positions.items() if new is None}
    return follow_accepted(ladder, found, gone)
