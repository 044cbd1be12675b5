"""Find what profiles inherit: whom a level's change reaches, and what an override replaces."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import base_of, find_level, is_nothing


@dataclass(eq=False)
class EffectContext:
    """Two ladders, with lookups that are needed to judge changes."""

    old: Ladder
    new: Ladder
    _inheriting: dict[tuple[str, str], int] = field(default_factory=dict)

    @cached_property
    def proficiency_ranks(self) -> dict[str, int]:
        """The ranks of the new scale's steps, with removed steps in their old places."""
        old_items = [step.id for step in self.old.proficiencies]
        new_items = [step.id for step in self.new.proficiencies]
        ranks = {key: 2 * place for place, key in enumerate(new_items)}
        last = -1
        for key in old_items:
            last = ranks.setdefault(key, last + 1) if key not in ranks else ranks[key]
        return ranks

    @cached_property
    def profiles_at(self) -> Counter[str]:
        """How many families have a profile at a level."""
        return Counter(profile.level for _, profile in all_profiles(self.new))

    def entity(self, change: LadderChange) -> Entity | None:
        """Return the entry that a change affects, in the new ladder, else in the old one."""
        for ladder, address in ((self.new, change.address), (self.old, change.detail.was)):
            try:
                return address.entity(ladder)
            except NoSuchPlace:
                continue
        return None

    def level(self, change: LadderChange, *, old: bool) -> Level | None:
        """Return the level of the profile that a change affects, in one of the ladders."""
        ladder, address = (
            (self.old, change.detail.was or change.address) if old else (self.new, change.address)
        )
        return find_level(ladder, address.key) if address.parent else None

    def base(self, change: LadderChange, spec: FieldSpec, *, old: bool) -> Entity | None:
        """Return the level or family that a changed profile inherits a field from, if any.

        Args:
            change: The change of a profile.
            spec: The field that it is about.
            old: Whether the level or family of the old ladder is meant.
        """
        address = change.detail.was or change.address if old else change.address
        if spec.inherits == "own" or not address.parent:
            return None
        ladder = self.old if old else self.new
        try:
            family = address.parent.entity(ladder) if spec.inherits == "parent" else None
        except NoSuchPlace:
            return None
        parent = family if isinstance(family, Family) else None
        return base_of(spec, parent, self.level(change, old=old))

    def inheriting(self, level: str, path: FieldPath) -> int:
        """Return how many families inherit a field of a level: "experience", "factors/scope"."""
        known = self._inheriting.get((level, path))
        if known is None:
            known = sum(
                not _overrides(profile, path)
                for _, profile in all_profiles(self.new)
                if profile.level == level
            )
            self._inheriting[level, path] = known
        return known

    def inheriting_family(self, address: Address, path: FieldPath) -> int | None:
        """Return how many profiles inherit a field of their family; None if it has none."""
        try:
            family = address.entity(self.new)
        except NoSuchPlace:
            return None
        profiles = family.profiles if isinstance(family, Family) else ()
        return sum(not _overrides(one, path) for one in profiles) if profiles else None


def _overrides(profile: Profile, path: FieldPath) -> bool:
    own = getattr(profile, path.name, None)
    return path.key in own if isinstance(own, dict) else not is_nothing(own)
