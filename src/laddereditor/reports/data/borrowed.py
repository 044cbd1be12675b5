"""What profiles inherit from families that do not go out themselves.

A list or package has the texts of each entity once, where it is stored. Texts that are stored in
an abstract family, or in a family that was not chosen, would be missing from it: they are written
at the profiles that inherit them, with the mark of an inherited text.
"""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from laddereditor.edits.parts.listing import PartLister, carried_fields
from laddereditor.edits.parts.part import PlacedText
from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import Sourced
from laddereditor.model.resolve import ResolvedProfile, resolved
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import ExportSource

Borrowed = Mapping[Address, tuple[PlacedText, ...]]  # by the profile that inherits the texts


def borrowed_texts(source: ExportSource, lister: PartLister) -> Borrowed:
    """Return what the chosen profiles inherit from profiles that do not go out."""
    if not source.needed:
        return {}
    listed = [
        (address, family, profile)
        for above, family in listed_at(Address("families"), source.ladder.families)
        for address, profile in listed_at(above, family.profiles)
    ]
    absent = {(id(family), one.level) for at, family, one in listed if at in source.needed}
    specs = [spec for spec in carried_fields(Profile) if goes_out(source.scope, spec)]
    found: dict[Address, tuple[PlacedText, ...]] = {}
    for address, family, profile in listed:
        if family.parent and address not in source.needed:
            filled = resolved(source.ladder, family, profile)
            found[address] = tuple(
                part for spec in specs for part in _of_field(lister, address, spec, filled, absent)
            )
    return found


def _of_field(
    lister: PartLister,
    address: Address,
    spec: FieldSpec,
    filled: ResolvedProfile,
    absent: Set[tuple[int, str]],
) -> Iterator[PlacedText]:
    """Yield the texts of a field that are from a profile that does not go out."""

    def is_borrowed(one: Sourced[Any]) -> bool:
        return one.giver is not None and (id(one.giver), filled.profile.level) in absent

    if spec.is_keyed:
        entries: dict[str, Sourced[Any]] = filled.entries(spec.name)
        value = {key: one.value for key, one in entries.items() if is_borrowed(one)}
        yield from lister.of_field(address, spec, value)
    elif spec.shape == "skills":
        uses = tuple(one.value for one in filled.items(spec.name) if is_borrowed(one))
        yield from lister.of_field(address, spec, uses)
    elif spec.shape in PLAIN_LISTS:
        items = filled.items(spec.name)
        for part in lister.of_field(address, spec, tuple(one.value for one in items)):
            if is_borrowed(items[int(part.path.last)]):
                yield part
    elif is_borrowed(single := filled.value(spec.name)):
        yield from lister.of_field(address, spec, single.value)
