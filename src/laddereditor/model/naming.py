"""The words for a place: "AI/ML Engineer › P3 › Responsibilities 2"."""

from collections.abc import Sequence
from typing import Any

from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs, inner_class
from laddereditor.model.kinds import by_id, kind_of, label_of
from laddereditor.model.ladder import Ladder

SEPARATOR = " › "


NEW_ITEM = "add"  # the last step of the path of an item that is typed and not in its list yet


def place_words(ladder: Ladder, address: Address, field: FieldPath = FieldPath()) -> str:
    """Return the words for an address and a field path in it; list positions count from 1.

    Args:
        ladder: The ladder, for names.
        address: The entity.
        field: The path inside it.
    """
    try:
        entity_path = address.path(ladder)
    except NoSuchPlace:
        return SEPARATOR.join(part for part in (address, field) if part)
    entity, words = _entities(ladder, entity_path)
    if field:
        words.append(field_words(ladder, entity, field))
    return SEPARATOR.join(words) or ladder.name or "The ladder"


def _entities(ladder: Ladder, path: Sequence[str | int]) -> tuple[Entity, list[str]]:
    """Follow a path of collections and positions down to an entity, naming each on the way."""
    value: Any = ladder
    entity: Entity = ladder
    words: list[str] = []
    for step in path:
        value = getattr(value, step) if isinstance(step, str) else value[step]
        if isinstance(value, Entity):
            entity = value
            words.append(value.level if isinstance(value, Profile) else label_of(value))
    if words and len(words) == 1:
        kind = kind_of(entity)
        words = [words[0]] if kind is None or kind.name == "family" else [kind.plural, words[0]]
    return entity, words


def field_words(ladder: Ladder, entity: Entity, field: FieldPath) -> str:
    """Return the words for a field path: "Expectations › Communication 2".

    Args:
        ladder: The ladder, for the names of what keys in the path refer to.
        entity: The entity that has the field.
        field: The path of the field or of an entry in it.
    """
    path = field
    spec = field_specs(type(entity)).get(path.name)
    if spec is None:
        return SEPARATOR.join(path.parts)
    words = [spec.title]
    inner = inner_class(type(entity), path.name)
    for place, step in enumerate(path.rest.parts):
        if step == NEW_ITEM and not spec.is_keyed:
            continue
        if step.isdigit() and spec.shape != "texts":
            words[-1] += f" {int(step) + 1}"
        elif inner and step in field_specs(inner) and not (spec.is_keyed and place == 0):
            words.append(field_specs(inner)[step].title)
            inner = inner_class(inner, step)
        else:
            words.append(_key_words(ladder, spec, step))
    return SEPARATOR.join(words)


def _key_words(ladder: Ladder, spec: FieldSpec, key: str) -> str:
    if spec.is_keyed and spec.refers_to:
        found = by_id(ladder, spec.refers_to).get(key)
        return label_of(found) if found else key
    return key
