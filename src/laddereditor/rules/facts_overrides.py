"""Which profiles say in place of their level what the level says too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from laddereditor.model.address import FieldPath
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.rules.statement_lists import said

Override = tuple[str, FieldPath, str]  # level, field, what it says
Overrides = frozenset[Override]
NO_OVERRIDES: Overrides = frozenset()


@dataclass(frozen=True, slots=True)
class LadderOverrides:
    """The values of profiles in place of those of their levels, and which of them are the same."""

    families: Mapping[int, tuple[Family, Overrides]]  # by the object of the family
    inherited: Overrides  # what the levels say
    same: Mapping[int, Overrides]  # by the object of the family, if there are any

    @classmethod
    def of(cls, ladder: Ladder, before: "LadderOverrides | None") -> "LadderOverrides":
        """Return the overrides of a ladder; only what may have changed is compared again."""
        known = before.families if before else {}
        families = {
            id(family): known.get(id(family)) or (family, _of_family(family))
            for family in ladder.families
            if not family.parent  # which inherits from its parent first
        }
        inherited = frozenset(one for level in ladder.levels for one in _overrides(level, level.id))
        if before and before.inherited == inherited:
            inherited = before.inherited
        same = dict(_same(families, inherited, before))
        return cls(families, inherited, same)


def _of_family(family: Family) -> Overrides:
    return frozenset(
        one for profile in family.profiles for one in _overrides(profile, profile.level)
    )


def _overrides(entity: Profile | Level, level: str) -> Iterator[Override]:
    if entity.summary.strip():
        yield level, FieldPath("summary"), said(entity.summary)
    for factor, text in entity.factors.items():
        if text.strip():
            yield level, FieldPath("factors").entry(factor), said(text)
    if entity.experience is not None:
        years = entity.experience
        yield level, FieldPath("experience"), f"{years.min}-{years.max}"


def _same(
    families: Mapping[int, tuple[Family, Overrides]],
    inherited: Overrides,
    before: LadderOverrides | None,
) -> Iterator[tuple[int, Overrides]]:
    changed = inherited ^ before.inherited if before else inherited
    for key, (_, own) in families.items():
        if before and key in before.families and own.isdisjoint(changed):
            same = before.same.get(key)
        else:
            same = inherited & own
        if same:
            yield key, same
