"""Find what profiles inherit: whom a level's change reaches, and what an override replaces."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.inheritance import (
    Holders,
    below,
    find_level,
    is_nothing,
    may_inherit,
    same_item,
)
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.parents import parent_profiles, sub_families
from laddereditor.model.resolve import resolved


@dataclass(eq=False)
class EffectContext:
    """Two ladders, with lookups that are needed to judge changes."""

    old: Ladder
    new: Ladder
    _inheriting: dict[tuple[str, str, str], int] = field(default_factory=dict)

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

    def below(self, change: LadderChange, spec: FieldSpec, key: str, *, old: bool) -> Any:
        """Return what a changed profile would hold in a field without a value of its own.

        Args:
            change: The change of a profile.
            spec: The field that it is about.
            key: The key of an entry of a mapping, else "".
            old: Whether the old ladder is meant.

        Returns:
            The value of a parent's profile, the level or the family; None for nothing.
        """
        address = change.detail.was or change.address if old else change.address
        family = self._family(address, old=old)
        if family is None or spec.inherits == "pattern":
            return None
        ladder = self.old if old else self.new
        parents = parent_profiles(ladder, family, address.key)
        if not may_inherit(spec, parents):
            return None
        return below(spec, key, Holders(family, self.level(change, old=old), parents)).value

    def _family(self, address: Address, *, old: bool) -> Family | None:
        try:
            family = address.parent.entity(self.old if old else self.new)
        except NoSuchPlace:
            return None
        return family if isinstance(family, Family) else None

    def items(self, change: LadderChange, name: str, *, old: bool) -> tuple[Any, ...] | None:
        """Return a list of a changed profile as it is shown; None if it inherits no items.

        Args:
            change: The change of a profile.
            name: The list.
            old: Whether the old ladder is meant.
        """
        ladder = self.old if old else self.new
        address = change.detail.was or change.address if old else change.address
        family = self._family(address, old=old)
        spec = field_specs(Profile).get(name)
        may_inherit_items = spec is not None and spec.adds_to_level
        if family is None or not (family.parent or may_inherit_items):
            return None
        profile = next((one for one in family.profiles if one.level == address.key), None)
        if profile is None:
            return None
        return tuple(item.value for item in resolved(ladder, family, profile).items(name))

    @cached_property
    def has_sub_families(self) -> bool:
        """Whether any family of the new ladder has a parent."""
        return any(family.parent for family in self.new.families)

    def inheriting_sub_families(self, address: Address, path: FieldPath) -> int:
        """Return how many families below a profile's family inherit a field of the profile.

        Args:
            address: The profile.
            path: The field.
        """
        family = self._family(address, old=False)
        if family is None or not self.has_sub_families:
            return 0
        count, waiting, seen = 0, [family.id], {family.id}
        for parent in waiting:
            for one in sub_families(self.new, parent):
                if one.id in seen:
                    continue
                seen.add(one.id)
                profile = next((each for each in one.profiles if each.level == address.key), None)
                if profile is not None and _stands_alone(profile, path):
                    continue
                waiting.append(one.id)
                count += profile is not None
        return count

    def inheriting(self, level: str, path: FieldPath, item: Any = None) -> int:
        """Return how many families inherit a field of a level: "experience", "factors/scope".

        Args:
            level: The id of the level.
            path: The field.
            item: The item of a list that profiles add to; None for any other field.
        """
        same = "" if item is None else same_item(item)
        known = self._inheriting.get((level, path, same))
        if known is None:
            known = sum(
                not (_lists_itself(profile, path, same) if same else _overrides(profile, path))
                for _, profile in all_profiles(self.new)
                if profile.level == level
            )
            self._inheriting[level, path, same] = known
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


def _lists_itself(profile: Profile, path: FieldPath, same: str) -> bool:
    """Whether a profile has an item of the level's list itself, or none of that list."""
    if path.name in profile.replaces:
        return True
    return any(same_item(item) == same for item in getattr(profile, path.name, ()))


def _stands_alone(profile: Profile, path: FieldPath) -> bool:
    """Whether a sub-family's profile inherits nothing in a field; lists add to inherited ones."""
    own = getattr(profile, path.name, None)
    return path.name in profile.replaces if isinstance(own, tuple) else _overrides(profile, path)
