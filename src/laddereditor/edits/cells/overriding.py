"""Which values an edit made a profile's own, in place of what it inherited: for telling it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from laddereditor.edits.edit import follow
from laddereditor.edits.places.cell_place import CellPlace, place_title
from laddereditor.edits.places.shown import value_below
from laddereditor.edits.words import named
from laddereditor.model.address import Address, listed_at
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.inheritance import is_nothing
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import PLAIN_LISTS


def overridden_places(
    before: Ladder, after: Ladder, moved: Mapping[Address, Address] | None = None
) -> tuple[CellPlace, ...]:
    """Return the places where profiles inherited before and say something else of their own after.

    A value that was only copied from the level, as by Override, is not among them: nothing else
    holds by it. Families and profiles that are the same objects are skipped, and so are families
    with another parent than before: that edit says itself what it does.

    Args:
        before: The ladder before an edit.
        after: The ladder after it.
        moved: Old address -> new address of entities that the edit renamed or moved.
    """
    if before.families is after.families:
        return ()
    were = _by_address(before, unless=after)
    if moved:
        were = {follow(address, moved): profile for address, profile in were.items()}
    parents = {family.id: family.parent for family in before.families}
    found = []
    for address, profile in _by_address(after, unless=before).items():
        old = were.get(address)
        family = address.parent.value(after)
        has_other_parent = parents.get(family.id, family.parent) != family.parent
        if old is not None and old is not profile and not has_other_parent:
            found += [place for place in _new(address, old, profile) if _differs(after, place)]
    return tuple(found)


def _by_address(ladder: Ladder, unless: Ladder | None = None) -> dict[Address, Profile]:
    """Return the profiles by address, without those of families that `unless` has as well."""
    known = {id(family) for family in unless.families} if unless else set()
    found: dict[Address, Profile] = {}
    for address, family in listed_at(Address("families"), ladder.families):
        if id(family) not in known:
            found |= dict(listed_at(address, family.profiles))
    return found


def _new(address: Address, old: Profile, now: Profile) -> Iterator[CellPlace]:
    """Yield the places at which a profile says something of its own that said nothing before."""
    for name, spec in field_specs(Profile).items():
        one, other = getattr(old, name), getattr(now, name)
        if name in now.replaces and name not in old.replaces:  # in place of an inherited list
            yield CellPlace(address, name)
        is_added_to = spec.shape in PLAIN_LISTS and not spec.is_overriding
        if is_added_to or not (spec.is_overriding or spec.passes_on) or one is other:
            continue
        if not isinstance(other, Mapping):
            if is_nothing(one) and not is_nothing(other):
                yield CellPlace(address, name)
            continue
        for key, value in other.items():
            if one.get(key) in (None, "") and value not in (None, ""):
                yield CellPlace(address, name, key)


def _differs(ladder: Ladder, place: CellPlace) -> bool:
    """Whether the own value at a place overrides an inherited one."""
    below = value_below(ladder, place)
    return bool(below) and below != _own(place.address.value(ladder), place)


def _own(profile: Profile, place: CellPlace) -> Any:
    value = getattr(profile, place.name)
    return value[place.key] if place.key else value


def overridden_words(ladder: Ladder, places: Sequence[CellPlace]) -> str:
    """Return the sentence about what an edit made the profile's own, "" for nothing."""
    if not places:
        return ""
    if len(places) > 1:
        return (
            f"{plural(len(places), 'value')} are the profiles' own now, in place of inherited ones."
        )
    place = places[0]
    title, who = place_title(ladder, place), named(ladder, place.address)
    if _own(place.address.value(ladder), place) == ():
        return f"{title} of {who} is empty now, in place of the inherited list."
    return f"{title} of {who} is the profile's own now, in place of what it inherited."
