"""What a field of an entity holds: its own value, or what it inherits."""

from typing import Any

from laddereditor.edits.paths import put, value_at
from laddereditor.edits.words import canonical, existing
from laddereditor.model.address import (
    Address,
    FieldPath,
)
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.inheritance import (
    Source,
    Sourced,
    added_items,
    adds,
    below,
    holders_of,
    is_nothing,
    same_item,
)
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import ParentProfile, parent_profiles


def effective_at(ladder: Ladder, address: Address, path: FieldPath) -> Any:
    """Return the value at a field's path as it holds: the entity's own, else the inherited one.

    An empty list under a key is one: nothing is expected here.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path of the field, or of an entry of a mapping.
    """
    entity = existing(ladder, address)
    own = value_at(entity, path)
    if added := added_at(ladder, address, path):
        return (*own, *added)
    inherited = below_at(ladder, address, path) if is_blank_cell(entity, path) else None
    return own if inherited is None else inherited


def added_at(ladder: Ladder, address: Address, path: FieldPath) -> tuple[Any, ...]:
    """Return the inherited items that follow a profile's own ones in a list that adds to others.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path of the list.
    """
    entity = existing(ladder, address)
    if path.rest or not isinstance(entity, Profile):
        return ()
    spec = field_specs(Profile).get(path)
    if spec is None:
        return ()
    holders = holders_of(ladder, family_at(ladder, address), entity)
    if not adds(spec, entity, holders.parents):
        return ()
    return tuple(item.value for item in added_items(spec, getattr(entity, spec.name), holders))


def parents_at(ladder: Ladder, address: Address, profile: Profile) -> tuple[ParentProfile, ...]:
    """Return the profiles that a sub-family's profile inherits from, the nearest first.

    Args:
        ladder: The ladder.
        address: The address of the profile.
        profile: The profile.
    """
    return parent_profiles(ladder, family_at(ladder, address), profile.level)


def family_at(ladder: Ladder, address: Address) -> Family:
    """Return the family of the profile at an address."""
    family = existing(ladder, canonical(ladder, address).parent)
    assert isinstance(family, Family)
    return family


def is_blank_cell(entity: Entity, path: FieldPath) -> bool:
    """Whether an entity has no own value at a path.

    An empty list is one under a key, or where it replaces an inherited one.
    """
    own = value_at(entity, path)
    if isinstance(entity, Profile) and path in entity.replaces:
        return False
    return own in (None, "") or (not path.rest and is_nothing(own))


def below_at(ladder: Ladder, address: Address, path: FieldPath) -> Any:
    """Return what is inherited at a path where a profile could say something else.

    Args:
        ladder: The ladder.
        address: The profile; other entities inherit nothing.
        path: The path of the field, or of an entry of a mapping.

    Returns:
        The value of the level or family, None if there is none.
    """
    found = _below(ladder, address, path)
    if found is None:
        return None
    spec = field_specs(Profile)[path.name]
    rest = path.rest.rest if spec.is_keyed else path.rest
    return value_at(found.value, rest) if rest else found.value


def source_below(ladder: Ladder, address: Address, path: FieldPath) -> Source:
    """Return where the value comes from that is inherited at a path.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path of the field, or of an entry of a mapping.
    """
    found = _below(ladder, address, path)
    return found.source if found else Source.NONE


def _below(ladder: Ladder, address: Address, path: FieldPath) -> Sourced[Any] | None:
    entity, spec = existing(ladder, address), overridable(ladder, address, path.name)
    if spec is None or not isinstance(entity, Profile):
        return None
    holders = holders_of(ladder, family_at(ladder, address), entity)
    return below(spec, path.key if spec.is_keyed else "", holders)


def with_inherited(ladder: Ladder, address: Address, path: FieldPath) -> Ladder:
    """Return the ladder with an inherited value made the profile's own, if a path goes into it.

    Whoever changes the note of an inherited pay keeps its ranges. Mappings are inherited entry by
    entry, so that their entries stay inherited.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path of the value that is about to be set.
    """
    entity, name = existing(ladder, address), FieldPath(path.name)
    spec = overridable(ladder, address, path.name)
    if not path.rest or spec is None or spec.is_keyed:
        return ladder
    if added := added_at(ladder, address, name):
        own: tuple[Any, ...] = value_at(entity, name)
        is_own = path.key.isdigit() and int(path.key) < len(own)
        return ladder if is_own else with_whole_list(ladder, address, name, (*own, *added))
    if not is_blank_cell(entity, name):
        return ladder
    inherited = below_at(ladder, address, name)
    return ladder if is_nothing(inherited) else put(ladder, address, name, inherited)


def with_whole_list(
    ladder: Ladder, address: Address, name: FieldPath, items: tuple[Any, ...]
) -> Ladder:
    """Return the ladder with a profile's list in place of what it would add to.

    Args:
        ladder: The ladder.
        address: The profile.
        name: The list.
        items: All its items.
    """
    profile = existing(ladder, address)
    assert isinstance(profile, Profile)
    if name not in profile.replaces:
        ladder = put(ladder, address, FieldPath("replaces"), (*profile.replaces, str(name)))
    return put(ladder, address, name, items)


def with_list(
    ladder: Ladder, address: Address, name: FieldPath, items: tuple[Any, ...]
) -> Ladder | None:
    """Return the ladder with the items that a list that adds to inherited ones is to show.

    While all inherited items are among them in their order, the others are the profile's own;
    otherwise the list takes the place of what is inherited.

    Args:
        ladder: The ladder.
        address: The entity.
        name: The list.
        items: All items that it is to show.

    Returns:
        The ladder, or None if the list adds to no inherited one.
    """
    added = added_at(ladder, address, name)
    if not added:
        return None
    own = _without(items, added)
    if own is None:
        return with_whole_list(ladder, address, name, items)
    return put(ladder, address, name, own)


def _without(items: tuple[Any, ...], added: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return the items without the inherited ones, None unless those are all there in order.

    An item with the same text or skill as an inherited one, but otherwise different, stands for it.
    """
    own: list[Any] = []
    standing = {same_item(item) for item in items if item not in added}
    waiting = [item for item in added if same_item(item) not in standing]
    for item in reversed(items):
        if waiting and type(waiting[-1]) is type(item) and waiting[-1] == item:
            waiting.pop()
        else:
            own.append(item)
    return None if waiting else tuple(reversed(own))


def overridable(ladder: Ladder, address: Address, name: str) -> FieldSpec | None:
    """Return the field of a name if the entity at an address may inherit its value.

    Args:
        ladder: The ladder.
        address: The entity.
        name: The name of the field.
    """
    entity = existing(ladder, address)
    spec = field_specs(type(entity)).get(name)
    if spec is None or not isinstance(entity, Profile):
        return None
    always = spec.is_overriding or spec.adds_to_level
    if always or not spec.passes_on:
        return spec if always else None
    return spec if parents_at(ladder, address, entity) else None
