"""What rules need to know of the families above a sub-family."""

from collections.abc import Mapping
from dataclasses import dataclass

from laddereditor.model.family import Family, Profile
from laddereditor.model.inheritance import inheriting_fields, is_nothing
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import families_above, is_in_circle, parent_profiles
from laddereditor.rules.facts import reuse_if_equal
from laddereditor.rules.suggest import nearest

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FamiliesAbove:
    """The families above one that has a parent."""

    names: tuple[str, ...]  # of the families above, the nearest first; none if the parent is gone
    is_circle: bool
    meant: str  # the id that was perhaps meant if the parent is gone, "" for none
    meant_name: str
    levels: frozenset[str]  # at which they have profiles
    competencies: frozenset[str]  # their own ones
    inherited: Mapping[str, frozenset[str]]  # level -> fields of their profiles that say something

    def gives(self, level: str, field: str) -> bool:
        """Whether a profile at a level inherits something in a field."""
        return field in self.inherited.get(level, _NOTHING)


Above = Mapping[str, FamiliesAbove]  # by id of the family; only of those with a parent


def above_of(ladder: Ladder, before: Above | None) -> Above:
    """Return the facts for each family with a parent; what has not changed is the same object.

    Args:
        ladder: The ladder.
        before: The facts of the previous check, None for none.
    """
    known = before or {}
    found = {
        family.id: reuse_if_equal(known.get(family.id), _facts(ladder, family))
        for family in ladder.families
        if family.parent
    }
    return reuse_if_equal(before, found)


def _facts(ladder: Ladder, family: Family) -> FamiliesAbove:
    above = tuple(families_above(ladder, family))
    names = {one.id: label_of(one) for one in ladder.families if one is not family}
    is_gone = not above and family.parent != family.id
    meant = nearest(family.parent, frozenset(names)) if is_gone else ""
    return FamiliesAbove(
        tuple(map(label_of, above)),
        is_in_circle(ladder, family),
        meant or "",
        names.get(meant or "", ""),
        frozenset(profile.level for one in above for profile in one.profiles),
        frozenset(own.id for one in above for own in one.competencies),
        {profile.level: _given(ladder, family, profile.level) for profile in family.profiles},
    )


def _given(ladder: Ladder, family: Family, level: str) -> frozenset[str]:
    parents = parent_profiles(ladder, family, level)
    fields = inheriting_fields(Profile)
    return frozenset(
        spec.name
        for spec in fields
        if any(not is_nothing(getattr(one.profile, spec.name)) for one in parents)
    )
