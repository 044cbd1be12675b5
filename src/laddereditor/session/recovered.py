"""Describe how a recovery differs from the ladder's file, in plain words."""

from dataclasses import dataclass

from laddereditor.model.address import Address, walk
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import COLLECTIONS, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.regular_files import read_regular
from laddereditor.session.recovery import Recovery
from laddereditor.storage.files.document import read_bytes
from laddereditor.storage.files.folder.document import copy_to_keep
from laddereditor.storage.files.ladder_files import digest_at, digest_of, open_ladder
from laddereditor.storage.reading.encoding import MAX_BYTES
from laddereditor.storage.reading.faults import UnreadableLadder

_OF_A_FAMILY = tuple(name for name, spec in field_specs(Family).items() if spec.shape == "records")
_SHOWN = 3  # names that a sentence lists


@dataclass(frozen=True, slots=True)
class DifferingEntity:
    """One entity that differs."""

    kind: str  # "profile"; "" is the ladder itself
    address: Address
    name: str


@dataclass(frozen=True, slots=True)
class RecoverySummary:
    """How a recovery differs from the file as it is now."""

    same: bool = False  # equal bytes: nothing to recover
    saved_since: bool = False  # the file has changed since the work began
    unreadable: str = ""  # why the two cannot be compared
    added: tuple[DifferingEntity, ...] = ()
    removed: tuple[DifferingEntity, ...] = ()
    changed: tuple[DifferingEntity, ...] = ()

    def __str__(self) -> str:
        """Return the summary in plain words."""
        if self.same:
            return "Nothing that is not in the file"
        if self.unreadable:
            return self.unreadable
        parts = [
            f"{what}: {_names(records)}"
            for what, records in (
                ("Added", self.added),
                ("Removed", self.removed),
                ("Changed", self.changed),
            )
            if records
        ]
        return "; ".join(parts) or "Only order, layout or comments differ"


def _names(records: tuple[DifferingEntity, ...]) -> str:
    names = ", ".join(record.name for record in records[:_SHOWN])
    more = len(records) - _SHOWN
    return f"{names} and {more} more" if more > 0 else names


def file_now(recovery: Recovery) -> bytes | None:
    """Return the bytes of the file that a recovery belongs to, or None if unreadable.

    Of a folder, these are the bytes that its recovery would hold.
    """
    path = recovery.path
    try:
        if path is not None and path.is_dir():
            return copy_to_keep(open_ladder(path).document)
        return read_regular(path, MAX_BYTES) if path else None
    except (OSError, ValueError, UnreadableLadder):
        return None


def what_changed(recovery: Recovery, file: bytes | None) -> RecoverySummary:
    """Compare a recovery with the bytes of its file (None if there is none). Never raises."""
    if file is None:
        why = "It was never saved" if recovery.path is None else "Its file cannot be read any more"
        return RecoverySummary(unreadable=why)
    if file == recovery.data:
        return RecoverySummary(same=True)
    since = _digest_now(recovery, file) != recovery.digest
    try:
        before, after = read_bytes(file).ladder, read_bytes(recovery.data).ladder
    except UnreadableLadder as error:
        return RecoverySummary(saved_since=since, unreadable=f"The two cannot be compared: {error}")
    return compared(before, after, saved_since=since)


def _digest_now(recovery: Recovery, file: bytes) -> str:
    """Return the digest of the file or folder that a recovery belongs to."""
    path = recovery.path
    if path is None or not path.is_dir():
        return digest_of(file)
    try:
        return digest_at(path)
    except OSError:
        return ""


def compared(before: Ladder, after: Ladder, *, saved_since: bool = False) -> RecoverySummary:
    """Return which entities were added, removed or changed between two ladders.

    Args:
        before: The ladder as it is in the file.
        after: The ladder as it was recovered.
        saved_since: Whether the file was saved after the recovery was written.
    """
    old, new = dict(walk(before)), dict(walk(after))
    return RecoverySummary(
        saved_since=saved_since,
        added=_records(new, [address for address in new if address not in old]),
        removed=_records(old, [address for address in old if address not in new]),
        changed=_records(
            new, [at for at in new if at in old and not _same_of_itself(old[at], new[at])]
        ),
    )


def _same_of_itself(old: Entity, new: Entity) -> bool:
    """Whether two entities are equal, apart from the entities inside them."""
    if old is new:
        return True
    inside = _inside(new)
    return type(old) is type(new) and (
        {name: value for name, value in old if name not in inside}
        == {name: value for name, value in new if name not in inside}
    )


def _inside(entity: Entity) -> tuple[str, ...]:
    if isinstance(entity, Ladder):
        return tuple(COLLECTIONS)
    return _OF_A_FAMILY if isinstance(entity, Family) else ()


def _records(
    entities: dict[Address, Entity], addresses: list[Address]
) -> tuple[DifferingEntity, ...]:
    return tuple(_record(entities, address) for address in addresses)


def _record(entities: dict[Address, Entity], address: Address) -> DifferingEntity:
    entity = entities[address]
    kind = kind_of(entity)
    name = label_of(entity) or "The ladder itself"
    family = entities.get(address.parent)
    if isinstance(family, Family):
        name = f"{label_of(family)} {name}"
    return DifferingEntity(kind.name if kind else "", address, name)
