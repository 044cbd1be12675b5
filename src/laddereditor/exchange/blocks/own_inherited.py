"""Take from a ladder what its profiles inherit anyway.

The pages of an exported document show inherited values as if they were a profile's own.
"""

from collections.abc import Mapping, Set
from typing import Any

from laddereditor.model.address import Address, listed_at
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import (
    Holders,
    below,
    holders_of,
    inheriting_fields,
    same_item,
)
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.model.titles import derived_titles


def without_inherited(ladder: Ladder, shown: Mapping[str, Set[str]]) -> Ladder:
    """Return a ladder whose profiles have only what differs from what they inherit.

    Args:
        ladder: The ladder.
        shown: The skills that the page of a profile says are asked for at its level, by address.
    """
    families = []
    for address, family in listed_at(Address("families"), ladder.families):
        profiles = [
            _profile(ladder, family, profile, shown.get(at, frozenset()))
            for at, profile in listed_at(address, family.profiles)
        ]
        families.append(evolve(family, profiles=tuple(profiles)))
    return evolve(ladder, families=tuple(families))


def _profile(ladder: Ladder, family: Family, profile: Profile, shown: Set[str]) -> Profile:
    holders = holders_of(ladder, family, profile)
    changes: dict[str, Any] = {}
    for spec in inheriting_fields(Profile):
        value = getattr(profile, spec.name)
        kept = _kept(spec, value, holders, shown) if value else value
        if kept != value:
            changes[spec.name] = kept
    if profile.titles:
        derived = derived_titles(family, holders.level)
        titles = changes.get("titles", profile.titles)
        changes["titles"] = tuple(one for one in titles if one not in derived)
    return evolve(profile, **changes) if changes else profile


def _kept(spec: FieldSpec, value: Any, holders: Holders, shown: Set[str]) -> Any:
    """Return what of a value is not inherited."""
    if spec.is_keyed:
        return {key: one for key, one in value.items() if below(spec, key, holders).value != one}
    inherited = below(spec, "", holders)
    if spec.shape in PLAIN_LISTS:
        return _own_items(value, inherited.value or (), holders, shown)
    # Opening paragraphs are on a page only if they are its own, or those of a family above.
    is_shown = spec.page.role != "head" or spec.shape != "text" or inherited.giver is not None
    return _default(spec.name) if is_shown and inherited.value == value else value


def _own_items(
    value: tuple[Any, ...], inherited: tuple[Any, ...], holders: Holders, shown: Set[str]
) -> tuple[Any, ...]:
    """Return the items of a list without those that are there because they are inherited."""
    given = {same_item(one): one for one in inherited}
    return tuple(
        one
        for one in value
        if given.get(same_item(one)) != one or not (holders.parents or same_item(one) in shown)
    )


def _default(name: str) -> Any:
    return Profile.model_fields[name].get_default()
