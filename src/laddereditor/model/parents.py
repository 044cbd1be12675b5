"""Sub-families: the families above one, and the profiles that its profiles inherit from."""

from collections.abc import Iterator
from typing import NamedTuple

from laddereditor.model.family import Family, Profile
from laddereditor.model.keys import encode_key
from laddereditor.model.ladder import Ladder
from laddereditor.model.lookup import NoSuchPlace, found_at
from laddereditor.model.terms import Competency


class ParentProfile(NamedTuple):
    """The profile of a family above, at the same level."""

    family: Family
    profile: Profile


def family_of_id(ladder: Ladder, family_id: str) -> Family | None:
    """Return the family with this id, None for none; of several with the id, the first."""
    try:
        found = found_at(ladder, f"families/{encode_key(family_id)}").entity
    except NoSuchPlace:
        return None
    return found if isinstance(found, Family) else None


def families_above(ladder: Ladder, family: Family) -> Iterator[Family]:
    """Yield the parent of a family, the parent of that one, and so on, the nearest first.

    A circle of parents ends before a family comes a second time; a parent that is gone ends it too.
    """
    seen = {family.id}
    while family.parent and family.parent not in seen:
        seen.add(family.parent)
        above = family_of_id(ladder, family.parent)
        if above is None:
            return
        yield above
        family = above


def is_in_circle(ladder: Ladder, family: Family) -> bool:
    """Whether a family is above itself."""
    last = family
    for above in families_above(ladder, family):
        last = above
    return bool(last.parent) and last.parent == family.id


def parent_profiles(ladder: Ladder, family: Family, level: str) -> tuple[ParentProfile, ...]:
    """Return the profiles that one of a family inherits from, the nearest first.

    A family above that has no profile at the level is passed over.

    Args:
        ladder: The ladder.
        family: The family of the profile that inherits.
        level: The level of that profile.
    """
    if not family.parent:
        return ()
    found = []
    for above in families_above(ladder, family):
        profile = next((one for one in above.profiles if one.level == level), None)
        if profile is not None:
            found.append(ParentProfile(above, profile))
    return tuple(found)


def own_competencies(ladder: Ladder, family: Family) -> tuple[Competency, ...]:
    """Return the competencies of a family that the ladder lacks: its own, and of those above it."""
    if not family.parent:
        return family.competencies
    found = {one.id: one for one in family.competencies}
    for above in families_above(ladder, family):
        for one in above.competencies:
            found.setdefault(one.id, one)
    return tuple(found.values())


def sub_families(ladder: Ladder, family_id: str) -> tuple[Family, ...]:
    """Return the families whose parent has this id, in file order."""
    return tuple(one for one in ladder.families if family_id and one.parent == family_id)
