"""The place in a ladder of a cell, a field or a list item, and what it shows."""

from dataclasses import dataclass, replace
from typing import Any

from laddereditor.edits.cells.texts import (
    ANY_PROFICIENCY,
    YES,
    choice_text,
    experience_text,
    statement_cell,
)
from laddereditor.edits.paths import spec_at, title_at, value_at
from laddereditor.edits.words import canonical, existing
from laddereditor.model.address import (
    Address,
    FieldPath,
)
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.naming import SEPARATOR, place_words
from laddereditor.model.number_text import number_text
from laddereditor.model.resolve import base_of, find_level, is_nothing
from laddereditor.model.shapes import KEYED, LISTS, TEXT_LISTS
from laddereditor.model.statement import SkillUse, proficiency_of, skill_of, statement_text
from laddereditor.model.titles import derived_title

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
    """A place in a profile or level that a cell shows.

    `key` is the factor, the competency or the skill. `position` is the item of a list; with
    `insert` a new item goes before it, or to the end. A skill that is not used yet has no position.
    """

    address: Address
    name: str  # "summary", "factors", "responsibilities", "skills", "pay/status"
    key: str = ""
    position: int = END
    insert: bool = False

    @property
    def path(self) -> FieldPath:
        """The field's path inside the entity, with the item where there is one."""
        item = str(self.position) if self.position >= 0 and not self.insert else ""
        return self.list_path.at(item)

    @property
    def list_path(self) -> FieldPath:
        """The path of the field, or of the list that the place is in."""
        keyed = self.key and self.name not in _SKILL_LISTS
        return FieldPath(self.name).entry(self.key) if keyed else FieldPath(self.name)


def place_at(
    ladder: Ladder, address: Address, field: str, *, position: int = END, insert: bool = False
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
    path = FieldPath(field)
    name, rest = path.name, path.rest
    spec = spec_at(entity, name)
    shape = spec.shape if spec else ""
    key = path.key if shape in KEYED else ""
    if shape not in LISTS | KEYED:
        return CellPlace(address, field)
    item = rest.rest.name if shape in KEYED else rest.name
    if item.isdigit():
        position = int(item)
    uses = held_at(ladder, address, name) if shape == "skills" else ()
    if not insert and uses and 0 <= position < len(uses):
        key = skill_of(uses[position])
    return CellPlace(address, name, key, position, insert)


def spec_of(ladder: Ladder, place: CellPlace) -> FieldSpec | None:
    """Return the field that a place is in."""
    return spec_at(existing(ladder, place.address), place.name)


def shape_of(ladder: Ladder, place: CellPlace) -> str:
    """Return the shape of the field that a place is in, or "" if it is unknown."""
    spec = spec_of(ladder, place)
    return spec.shape if spec else ""


def place_title(ladder: Ladder, place: CellPlace) -> str:
    """Return what people call a place's field: the factor's or skill's name where it has one."""
    spec = spec_of(ladder, place)
    if place.key and spec and spec.refers_to:
        found = by_id(ladder, spec.refers_to).get(place.key)
        if found is None and spec.refers_to == "competency":
            found = {own.id: own for own in _own_competencies(ladder, place)}.get(place.key)
        return label_of(found) if found else place.key
    return title_at(existing(ladder, place.address), place.name)


def _own_competencies(ladder: Ladder, place: CellPlace) -> tuple[Any, ...]:
    family = existing(ladder, canonical(ladder, place.address).parent)
    return family.competencies if isinstance(family, Family) else ()


def place_path(ladder: Ladder, place: CellPlace) -> str:
    """Return where a place is, in the words of people: `AI/ML Engineer › P3 › Scope`."""
    return SEPARATOR.join((place_words(ladder, place.address), place_title(ladder, place)))


# -- the value at a place ------------------------------------------------------------------------


def text_at(ladder: Ladder, place: CellPlace) -> str:
    """Return the text that a place shows now, inherited or own; "" for nothing."""
    spec, shape = spec_of(ladder, place), shape_of(ladder, place)
    if shape in LISTS:
        items = shown_list(ladder, place)
        if place.insert or not 0 <= place.position < len(items):
            return ""
        item = items[place.position]
        return skill_text(ladder, item) if shape == "skills" else statement_cell(item)
    value = _shown(ladder, place, existing(ladder, place.address))
    return value_text(ladder, spec, value)


def value_text(ladder: Ladder, spec: FieldSpec | None, value: Any) -> str:
    """Return a single value as a cell shows it; "" for nothing."""
    shape = spec.shape if spec else ""
    if shape == "experience":
        return experience_text(value)
    if shape == "number":
        return number_text(value)
    if shape == "flag":
        return YES if value else ""
    if spec and shape == "reference":
        found = by_id(ladder, spec.refers_to).get(value)
        return label_of(found) if found else str(value or "")
    return choice_text(str(value or "")) if spec and spec.choices else str(value or "")


def _shown(ladder: Ladder, place: CellPlace, entity: Entity) -> Any:
    own = value_at(entity, place.list_path)
    return below_at(ladder, place.address, place.list_path) if is_nothing(own) else own


def shown_list(ladder: Ladder, place: CellPlace) -> tuple[Any, ...]:
    """Return the list that a place is in as it holds: the entity's own, else the inherited one."""
    held = held_at(ladder, place.address, place.list_path)
    return held if isinstance(held, tuple) else ()


def held_at(ladder: Ladder, address: Address, path: str) -> Any:
    """Return the value at a field's path as it holds: the entity's own, else the inherited one.

    An empty list under a key is one: nothing is expected here.
    """
    entity = existing(ladder, address)
    own = value_at(entity, path)
    below = below_at(ladder, address, path) if _says_nothing(entity, path) else None
    return own if below is None else below


def _says_nothing(entity: Entity, path: str) -> bool:
    own = value_at(entity, path)
    return own in (None, "") or (not FieldPath(path).rest and is_nothing(own))


def value_below(ladder: Ladder, place: CellPlace) -> Any:
    """Return what is inherited where a profile could say something else; None for nothing."""
    return below_at(ladder, place.address, place.list_path)


def below_at(ladder: Ladder, address: Address, path: str) -> Any:
    """Return what is inherited at a path where a profile could say something else."""
    entity = existing(ladder, address)
    spec = _overridable(entity, FieldPath(path).name)
    if spec is None or not isinstance(entity, Profile):
        return None
    family = existing(ladder, canonical(ladder, address).parent)
    assert isinstance(family, Family)
    level = find_level(ladder, entity.level)
    if spec.inherits == "pattern":
        return derived_title(family, level)
    return value_at(base_of(spec, family, level), path)


def _overridable(entity: Entity, name: str) -> FieldSpec | None:
    """Return the field of a name if an entity may inherit its value."""
    spec = field_specs(type(entity)).get(name)
    return spec if spec and spec.is_overriding else None


def is_inherited(ladder: Ladder, place: CellPlace) -> bool:
    """Whether a place shows what is inherited, as the profile says nothing of its own there."""
    if not _says_nothing(existing(ladder, place.address), place.list_path):
        return False
    return bool(shown_list(ladder, place)) if place.position >= 0 else bool(text_at(ladder, place))


def followed(ladder: Ladder, place: CellPlace, seen: str) -> CellPlace:
    """Return the present place of the item that showed the text `seen`, as lists may change.

    Where it is gone, a new item goes to its place, so that nothing that was typed is lost.
    """
    if place.insert or shape_of(ladder, place) not in TEXT_LISTS:
        return place
    items = shown_list(ladder, place)
    places = [
        at for at, item in enumerate(items) if seen in (statement_text(item), statement_cell(item))
    ]
    if place.position in places:
        return place
    if places:
        return replace(place, position=places[0])
    return replace(place, insert=True)


def is_overriding(ladder: Ladder, place: CellPlace) -> bool:
    """Whether a profile has an own value at a place where it could inherit one."""
    entity = existing(ladder, place.address)
    spec = _overridable(entity, place.name)
    if spec is None or _says_nothing(entity, place.list_path):
        return False
    return spec.inherits == "pattern" or bool(value_below(ladder, place))


# -- skills -------------------------------------------------------------------------------------


def skill_text(ladder: Ladder, use: SkillUse) -> str:
    """Return the proficiency that a use of a skill asks for, as a cell shows it."""
    step = proficiency_of(use)
    found = by_id(ladder, "proficiency").get(step)
    return label_of(found) if found else step or ANY_PROFICIENCY


def entity_options(ladder: Ladder, kind: str) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of each entity of a kind."""
    return tuple((key, label_of(one)) for key, one in by_id(ladder, kind).items())


def step_options(ladder: Ladder) -> list[tuple[str, str]]:
    """Return (id, name) of each proficiency, and of no particular one last."""
    return [*entity_options(ladder, "proficiency"), ("", ANY_PROFICIENCY)]
