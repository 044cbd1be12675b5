"""Edits of one field: set it, set one entry of it, override an inherited value and give it back."""

from collections.abc import Mapping
from typing import Any

from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.path_values import without_key
from laddereditor.edits.paths import order_for, put, replaced, spec_at, title_at, value_at
from laddereditor.edits.places.cell_place import CellPlace, place_title
from laddereditor.edits.places.inherited import (
    below_at,
    overridable,
    parents_at,
    with_inherited,
    with_whole_list,
)
from laddereditor.edits.references import rename
from laddereditor.edits.sub_families import refuse_circle
from laddereditor.edits.words import LABEL_LENGTH, canonical, existing, named, shortened
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import adds, may_add
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import ResolvedProfile, resolved

_EMPTY_IS_NONE = ("date", "number", "experience", "pay")  # shapes that no text can stand for


@builder
def set_field(
    ladder: Ladder, address: Address, name: str, value: Any, *, typing: bool = False
) -> Edit:
    """Set a field of an entity.

    An empty text empties a date, a number or a range. An id goes through `rename`.

    Args:
        ladder: The ladder.
        address: The entity, "" for the ladder itself.
        name: The field, or a path in the entity such as `factors/scope`.
        value: The new value.
        typing: Whether a person is typing it: then it continues the step of the same typing.

    Raises:
        EditRefused: The value is of the wrong type, or the id is not available.
    """
    entity, path = existing(ladder, address), FieldPath(name)
    kind = kind_of(entity)
    if name == (kind.key if kind else "id"):
        if not isinstance(value, str):
            raise EditRefused(f"{title_at(entity, path)} of {named(ladder, address)} is a text.")
        return rename(ladder, address, value)
    spec = spec_at(entity, path)
    if spec and spec.shape == "records" and name == spec.name:
        raise EditRefused(f"{spec.title}: add, move and delete the entries one by one.")
    if isinstance(entity, Family) and spec and spec.refers_to == "family":
        refuse_circle(ladder, entity, str(value or ""))
    if spec and spec.shape in _EMPTY_IS_NONE and value == "":
        value = None
    after = put(with_inherited(ladder, address, path), address, path, value)
    return _edit(
        ladder, address, after, ("Change", title_at(entity, path)), _typed(address, path, typing)
    )


def set_at(
    ladder: Ladder, address: Address, path: str, value: Any, *, typing: bool = False
) -> Edit:
    """Set a field, or an entry of a mapping field such as `factors/scope`.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path inside the entity.
        value: The new value.
        typing: Whether a person is typing it: then it continues the step of the same typing.
    """
    place = FieldPath(path)
    if place.rest and isinstance(getattr(existing(ladder, address), place.name, None), Mapping):
        return set_entry(ladder, address, place.name, place.key, value, typing=typing)
    return set_field(ladder, address, path, value, typing=typing)


def _typed(address: Address, path: FieldPath, typing: bool) -> str:
    return f"type:{address}/{path}" if typing else ""


def _edit(
    ladder: Ladder, address: Address, after: Ladder, words: tuple[str, str], merge: str = ""
) -> Edit:
    return Edit(field_label(*words, named(ladder, address)), lambda _: after, merge=merge)


def field_label(verb: str, title: str, who: str) -> str:
    """Return the name of an edit in the undo menu: `Change Summary of P3 Data Engineer`.

    Long titles and names are shortened to `LABEL_LENGTH` characters in all.

    Args:
        verb: What is done, as an imperative.
        title: The title of the field.
        who: The name of the entity.
    """
    start = shortened(f"{verb} {title} of ", LABEL_LENGTH - 15)
    return f"{start} {shortened(who, LABEL_LENGTH - len(start) - 1)}"


@builder
def set_entry(  # noqa: PLR0913 - a place has four parts
    ladder: Ladder, address: Address, name: str, key: str, value: Any, *, typing: bool = False
) -> Edit:
    """Set one entry of a mapping field: a factor's text, a competency's expectations.

    A new entry takes its place in the ladder's order. An empty text removes the entry.

    Args:
        ladder: The ladder, before the edit.
        address: The entity.
        name: The mapping field: `factors`, `expectations`.
        key: The id that the entry is about.
        value: The new value, a text or a tuple of statements.
        typing: Whether a person is typing it: then it continues the step of the same typing.

    Raises:
        EditRefused: The ladder does not know the key.
    """
    entity = existing(ladder, address)
    field = FieldPath(name)
    path, spec, entries = field.entry(key), spec_at(entity, field), value_at(entity, field) or {}
    if (
        spec
        and spec.refers_to
        and key not in entries
        and key not in order_for(ladder, address, spec)
    ):
        raise EditRefused(f"There is no “{key}” for {spec.title} of {named(ladder, address)}.")
    if value == "" or (value == () and not isinstance(entity, Profile)):
        after = _without(ladder, address, name, key)
    else:
        after = put(ladder, address, path, value)
    return _edit(
        ladder,
        address,
        after,
        ("Change", _entry_title(ladder, address, name, key)),
        _typed(address, path, typing),
    )


def _entry_title(ladder: Ladder, address: Address, name: str, key: str) -> str:
    """Return the words for an entry: the factor's name rather than `Leveling factors`."""
    return place_title(ladder, CellPlace(address, name, key))


def _without(ladder: Ladder, address: Address, name: str, key: str) -> Ladder:
    field = FieldPath(name)
    entries = value_at(existing(ladder, address), field) or {}
    if key not in entries:
        return ladder
    return put(ladder, address, field, without_key(entries, key))


@builder
def remove_entry(ladder: Ladder, address: Address, name: str, key: str) -> Edit:
    """Remove one entry of a mapping field; nothing changes if it is not there.

    Args:
        ladder: The ladder.
        address: The entity.
        name: The mapping field.
        key: The key of the entry.
    """
    words = ("Remove", _entry_title(ladder, address, name, key))
    return _edit(ladder, address, _without(ladder, address, name, key), words)


def profile_at(ladder: Ladder, address: Address) -> tuple[Family, Profile]:
    """Return a profile with its family.

    Raises:
        EditRefused: The address is not that of a profile.
    """
    entity = existing(ladder, address)
    if not isinstance(entity, Profile):
        raise EditRefused(f"{named(ladder, address)} is not a profile.")
    return canonical(ladder, address).parent.value(ladder), entity


@builder
def override(ladder: Ladder, address: Address, name: str, key: str = "") -> Edit:
    """Copy what a profile inherits in a field into the profile, to be changed there.

    Args:
        ladder: The ladder.
        address: The profile.
        name: The field.
        key: One entry of a mapping field; without it all inherited entries are copied.

    Raises:
        EditRefused: There is nothing to inherit.
    """
    family, profile = profile_at(ladder, address)
    spec = _overridable(ladder, address, name)
    whole = resolved(ladder, family, profile)
    values = _inherited(whole, spec, key)
    is_list = adds(spec, profile, whole.parents)
    if not values:
        raise EditRefused(f"{named(ladder, address)} inherits no {spec.title} to override.")
    after = ladder
    if is_list:
        items = tuple(item.value for item in whole.items(name))
        after = with_whole_list(ladder, address, FieldPath(name), items)
        return _edit(ladder, address, after, ("Override", spec.title))
    for path, value in values.items():
        after = put(after, address, path, value)
    return _edit(ladder, address, after, ("Override", _entry_title(ladder, address, name, key)))


def _overridable(ladder: Ladder, address: Address, name: str) -> FieldSpec:
    """Return a field that a profile may inherit; raises EditRefused for another one."""
    spec = overridable(ladder, address, name)
    if spec is None:
        title = title_at(existing(ladder, address), FieldPath(name))
        raise EditRefused(f"{title} is not inherited.")
    return spec


def _inherited(known: ResolvedProfile, spec: FieldSpec, key: str) -> dict[FieldPath, Any]:
    if may_add(spec, known.parents):
        has_inherited = any(item.is_inherited for item in known.items(spec.name))
        return {FieldPath(spec.name): ()} if has_inherited else {}
    if spec.is_keyed:
        entries = {
            FieldPath(spec.name).entry(one): held
            for one, held in known.entries(spec.name).items()
            if key in ("", one)
        }
    else:
        entries = {FieldPath(spec.name): known.value(spec.name)}
    return {path: held.value for path, held in entries.items() if held.is_inherited}


@builder
def give_back(ladder: Ladder, address: Address, name: str, key: str = "") -> Edit:
    """Drop a profile's own value of a field or entry, so that it inherits again.

    A list that replaces an inherited one adds to it again; items of its own stay.

    Args:
        ladder: The ladder, before the edit.
        address: The profile.
        name: The field.
        key: One entry of a mapping field; without it the whole field is given back.

    Raises:
        EditRefused: The address is not that of a profile, or the field is not inherited.
    """
    _, profile = profile_at(ladder, address)
    spec = _overridable(ladder, address, name)
    if key:
        after = _without(ladder, address, name, key)
    elif name in profile.replaces:
        after = _added_again(ladder, address, spec)
    elif may_add(spec, parents_at(ladder, address, profile)):
        after = ladder  # its own items take the place of nothing
    else:
        default = type(profile).model_fields[name].default
        after = replaced(ladder, address, evolve(profile, **{name: default}))
        after = ladder if getattr(profile, name) == default else after
    return _edit(ladder, address, after, ("Inherit", _entry_title(ladder, address, name, key)))


def _added_again(ladder: Ladder, address: Address, spec: FieldSpec) -> Ladder:
    """Return the ladder with a list that adds to the inherited one again, without its items."""
    profile = existing(ladder, address)
    assert isinstance(profile, Profile)
    inherited = below_at(ladder, address, spec.name) or ()
    own = tuple(item for item in getattr(profile, spec.name) if item not in inherited)
    left = tuple(one for one in profile.replaces if one != spec.name)
    return replaced(ladder, address, evolve(profile, **{spec.name: own, "replaces": left}))
