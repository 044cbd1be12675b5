"""The place in a ladder of a cell, a field or a list item."""

from dataclasses import dataclass
from typing import Any

from laddereditor.edits.paths import spec_at, title_at
from laddereditor.edits.places.inherited import effective_at
from laddereditor.edits.words import canonical, existing
from laddereditor.model.address import (
    Address,
    FieldPath,
)
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.naming import SEPARATOR, place_words
from laddereditor.model.parents import own_competencies
from laddereditor.model.shapes import KEYED, LISTS
from laddereditor.model.statement import skill_of

END = -1
# Lists in which the key of a place, a skill, is not a part of its path.
_SKILL_LISTS = frozenset(
    name
    for entity in (Profile, Level, Family)
    for name, spec in field_specs(entity).items()
    if spec.shape == "skills"
)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A place in an entity that a cell shows.

    `key` is the factor, the competency, the skill or the scheme of an equivalent. `position` is the
    item of a list; with `insert` a new item goes before it, or to the end. A skill that is not used
    yet has no position. `part` is the field of an equivalent; cells of one new equivalent have the
    same key and position.
    """

    address: Address
    name: str  # "summary", "factors", "responsibilities", "skills", "pay/status"
    key: str = ""
    position: int = END
    insert: bool = False
    part: str = ""  # "code"

    @property
    def path(self) -> FieldPath:
        """The field's path inside the entity, with the item where there is one."""
        item = str(self.position) if self.position >= 0 and not self.insert else ""
        return self.list_path.at(item, self.part) if item else self.list_path

    @property
    def list_path(self) -> FieldPath:
        """The path of the field, or of the list that the place is in."""
        keyed = self.key and not self.part and self.name not in _SKILL_LISTS
        return FieldPath(self.name).entry(self.key) if keyed else FieldPath(self.name)


def place_at(
    ladder: Ladder, address: Address, field: FieldPath, *, position: int = END, insert: bool = False
) -> CellPlace:
    """Return the place that a field's path inside an entity names.

    Args:
        ladder: The ladder.
        address: The entity.
        field: The path: `factors/scope`, `responsibilities/2`, `expectations/communication/0`.
        position: The position of the item if the path names the list alone.
        insert: Whether a new item goes there.

    Raises:
        EditRefused: There is no such entity.
    """
    entity = existing(ladder, address)
    path = field
    name, rest = path.name, path.rest
    spec = spec_at(entity, FieldPath(name))
    shape = spec.shape if spec else ""
    key = path.key if shape in KEYED else ""
    if shape not in LISTS | KEYED:
        return CellPlace(address, field)
    item = rest.rest.name if shape in KEYED else rest.name
    if item.isdigit():
        position = int(item)
    uses = effective_at(ladder, address, FieldPath(name)) if shape == "skills" else ()
    if not insert and uses and 0 <= position < len(uses):
        key = skill_of(uses[position])
    return CellPlace(address, name, key, position, insert)


def spec_of(ladder: Ladder, place: CellPlace) -> FieldSpec | None:
    """Return the field that a place is in; of an equivalent, the field of it."""
    path = FieldPath(place.name)
    path = path.at("0", place.part) if place.part else path
    return spec_at(existing(ladder, place.address), path)


def shape_of(ladder: Ladder, place: CellPlace) -> str:
    """Return the shape of the field that a place is in, or "" if it is unknown."""
    spec = spec_of(ladder, place)
    return spec.shape if spec else ""


def place_title(ladder: Ladder, place: CellPlace) -> str:
    """Return what people call a place's field: the factor's or skill's name where it has one."""
    spec = spec_of(ladder, place)
    if place.part and spec:
        return f"{place.key} {spec.title.lower()}"
    if place.key and spec and spec.refers_to:
        found = by_id(ladder, spec.refers_to).get(place.key)
        if found is None and spec.refers_to == "competency":
            found = {own.id: own for own in _own_competencies(ladder, place)}.get(place.key)
        return label_of(found) if found else place.key
    return title_at(existing(ladder, place.address), FieldPath(place.name))


def _own_competencies(ladder: Ladder, place: CellPlace) -> tuple[Any, ...]:
    family = existing(ladder, canonical(ladder, place.address).parent)
    return own_competencies(ladder, family) if isinstance(family, Family) else ()


def place_path(ladder: Ladder, place: CellPlace) -> str:
    """Return where a place is, in the words of people: `AI/ML Engineer › P3 › Scope`."""
    return SEPARATOR.join((place_words(ladder, place.address), place_title(ladder, place)))
