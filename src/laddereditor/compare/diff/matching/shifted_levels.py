"""Recognise levels without names of their own whose codes went up or down together.

If a level is put in below “P1” and “P2”, these become “P2” and “P3”. Where the levels have names,
the names say so (`moved_names`). Where they have none, their people do: what every family describes
at P1 is described at P2 now.
"""

from collections.abc import Mapping

from laddereditor.compare.diff.matching.entity_lists import EntityListPair
from laddereditor.compare.diff.matching.entity_similarity import body_similarity, similarity
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import entity_name, key_of
from laddereditor.model.ladder import Ladder

# Similarity of a profile at another code from which it is the same one. Our choice, as for names
# that moved to other ids.
_SAME = 0.8

_Profiles = list[tuple[Mapping[str, Profile], Mapping[str, Profile]]]  # of each family, by level


def pair_shifted(lists: EntityListPair, old: Ladder, new: Ladder) -> dict[str, str]:
    """Pair levels with those that describe the same people; this changes `lists.pairs`.

    Args:
        lists: The levels of both ladders.
        old: The old ladder.
        new: The new ladder.

    Returns:
        Old code -> new code of the levels whose codes changed; empty if none did.
    """
    if lists.kind.name != "level" or len(lists.old_items) == len(lists.new_items):
        return {}
    if any(map(_has_own_name, (*lists.old_items, *lists.new_items))):
        return {}
    pairs = _in_order(lists, _profiles(old, new))
    old_keys, new_keys = lists.old_keys(), lists.new_keys()
    names = {old_keys[one]: new_keys[other] for one, other in pairs}
    moved = {one: other for one, other in names.items() if one != other}
    if not moved or len(names) < min(len(old_keys), len(new_keys)):
        return {}
    lists.pairs = sorted(pairs)
    return moved


def _has_own_name(level: Entity) -> bool:
    """Whether a level has a name that says more than its code."""
    name = entity_name(level)
    return bool(name) and key_of(level) not in name


def _profiles(old: Ladder, new: Ladder) -> _Profiles:
    families = {family.id: family for family in new.families}
    return [
        (_by_level(family), _by_level(families[family.id]))
        for family in old.families
        if family.id in families
    ]


def _by_level(family: Family) -> dict[str, Profile]:
    return {profile.level: profile for profile in family.profiles}


def _in_order(lists: EntityListPair, profiles: _Profiles) -> list[tuple[int, int]]:
    """Return the pairs of levels of the same people; [] if two of them change their order."""
    pairs = []
    last: dict[str, int] = {}
    for old, level in enumerate(lists.old_items):
        track = str(getattr(level, "track", ""))
        fits = [
            new
            for new, other in enumerate(lists.new_items)
            if getattr(other, "track", "") == track and _is_same(level, other, profiles)
        ]
        if len(fits) > 1:  # some levels describe the same: the code decides
            fits = [new for new in fits if key_of(lists.new_items[new]) == key_of(level)]
        if not fits:
            continue
        if fits[0] <= last.get(track, -1) or _stayed(lists, old, fits[0]):
            return []
        last[track] = fits[0]
        pairs.append((old, fits[0]))
    return pairs


def _is_same(old: Entity, new: Entity, profiles: _Profiles) -> bool:
    """Whether all families that have both levels describe the same at them."""
    found = [
        (before[key_of(old)], after[key_of(new)])
        for before, after in profiles
        if key_of(old) in before and key_of(new) in after
    ]
    return bool(found) and all((similarity(*pair) or 0.0) >= _SAME for pair in found)


def _stayed(lists: EntityListPair, old: int, new: int) -> bool:
    """Whether what a level says itself stayed with its code, so that only its people moved."""
    level = lists.old_items[old]
    here = next((one for one in lists.new_items if key_of(one) == key_of(level)), None)
    if here is None or here is lists.new_items[new]:
        return False
    at_code, at_new = (body_similarity(level, each) for each in (here, lists.new_items[new]))
    return (at_code or 0.0) >= _SAME and (at_code or 0.0) > (at_new or 0.0)
