"""The subject of a column: a profile or a generic level of some ladder."""

from dataclasses import dataclass

from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level


@dataclass(frozen=True, slots=True)
class Subject:
    """One column: the entity at `address` of `ladder`, which is a profile or a level."""

    ladder: Ladder
    address: Address  # "families/ai-ml-engineer/P3" or "levels/P3"
    origin: str = ""  # file or version it is from, "" for the active ladder

    @property
    def entity(self) -> Profile | Level:
        """The profile or the level itself."""
        found = self.address.entity(self.ladder)
        assert isinstance(found, Profile | Level)
        return found

    @property
    def family(self) -> Family | None:
        """The profile's family; None for a level."""
        found = self.address.parent.entity(self.ladder)
        return found if isinstance(found, Family) else None

    @property
    def short(self) -> str:
        """The address as people write it: `ai-ml-engineer/P3`, `levels/P3`, with its origin."""
        bare = self.address.removeprefix("families/")
        return f"{self.origin}#{bare}" if self.origin else bare


def subject_at(ladder: Ladder, address: Address, origin: str = "") -> Subject:
    """Return the column for the address of a profile or level.

    Args:
        ladder: The ladder.
        address: The address, also in short: `x/P3`.
        origin: What people call the ladder or its version, "" if all columns are of one.

    Raises:
        NoSuchPlace: The address is not that of a profile or level.
    """
    full, field = address.long_form.split_field(ladder)
    if field and not field.rest and full.kind is KINDS["family"]:  # a level called like a field
        full, field = full.entry(field), FieldPath()
    if field or not isinstance(full.entity(ladder), Profile | Level):
        raise NoSuchPlace(address)
    return Subject(ladder, full, origin)
