"""What a place shows: its own value or the inherited one, as a cell writes it."""

from dataclasses import replace
from typing import Any

from laddereditor.edits.cell_texts import (
    ANY_PROFICIENCY,
    YES,
    experience_text,
    statement_cell,
)
from laddereditor.edits.paths import value_at
from laddereditor.edits.places.cell_place import CellPlace, shape_of, spec_of
from laddereditor.edits.places.inherited import (
    added_at,
    below_at,
    effective_at,
    is_blank_cell,
    overridable,
)
from laddereditor.edits.words import existing
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import is_nothing
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.number_text import number_text
from laddereditor.model.shapes import LISTS, TEXT_LISTS
from laddereditor.model.statement import SkillUse, importance_words, proficiency_of, statement_text


def text_at(ladder: Ladder, place: CellPlace) -> str:
    """Return the text that a place shows now, inherited or own; "" for nothing."""
    spec, shape = spec_of(ladder, place), shape_of(ladder, place)
    if shape in LISTS:
        items = shown_list(ladder, place)
        if place.insert or not 0 <= place.position < len(items):
            return ""
        item = items[place.position]
        return skill_text(ladder, item) if shape == "skills" else statement_cell(item)
    entity = existing(ladder, place.address)
    value = value_at(entity, place.path) if place.part else _shown(ladder, place, entity)
    return value_text(ladder, spec, value)


def value_text(ladder: Ladder, spec: FieldSpec | None, value: Any) -> str:
    """Return a single value as a cell shows it; "" for nothing.

    Args:
        ladder: The ladder, for the names of what is referred to.
        spec: The field, None if it is unknown.
        value: The value.
    """
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
    return spec.choice_words(str(value or "")) if spec and spec.choices else str(value or "")


def _shown(ladder: Ladder, place: CellPlace, entity: Entity) -> Any:
    own = value_at(entity, place.list_path)
    return below_at(ladder, place.address, place.list_path) if is_nothing(own) else own


def shown_list(ladder: Ladder, place: CellPlace) -> tuple[Any, ...]:
    """Return the list that a place is in as it holds: the entity's own, else the inherited one."""
    items = effective_at(ladder, place.address, place.list_path)
    return items if isinstance(items, tuple) else ()


def value_below(ladder: Ladder, place: CellPlace) -> Any:
    """Return what is inherited where a profile could say something else; None for nothing."""
    return below_at(ladder, place.address, place.list_path)


def is_inherited(ladder: Ladder, place: CellPlace) -> bool:
    """Whether a place shows what is inherited, as the profile says nothing of its own there."""
    entity = existing(ladder, place.address)
    if place.part:
        return False
    if place.position >= 0 and added_at(ladder, place.address, place.list_path):
        return not place.insert and place.position >= len(value_at(entity, place.list_path))
    if not is_blank_cell(entity, place.list_path):
        return False
    return bool(shown_list(ladder, place)) if place.position >= 0 else bool(text_at(ladder, place))


def followed(ladder: Ladder, place: CellPlace, seen: str) -> CellPlace:
    """Return the present place of an item, as its list may have changed.

    Where it is gone, a new item goes to its place, so that nothing that was typed is lost.

    Args:
        ladder: The ladder as it is now.
        place: The place that the item had.
        seen: The text that it showed then.
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
    spec = overridable(ladder, place.address, place.name)
    if spec is None or added_at(ladder, place.address, place.list_path):
        return False
    if spec.name in getattr(entity, "replaces", ()):
        return True
    if is_blank_cell(entity, place.list_path):
        return False
    return spec.inherits == "pattern" or bool(value_below(ladder, place))


def skill_text(ladder: Ladder, use: SkillUse) -> str:
    """Return the proficiency that a use of a skill asks for, and its importance, as in a cell."""
    step = proficiency_of(use)
    found = by_id(ladder, "proficiency").get(step)
    words = label_of(found) if found else step or ANY_PROFICIENCY
    return ", ".join(filter(None, (words, importance_words(use))))


def entity_options(ladder: Ladder, kind: str) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of each entity of a kind."""
    return tuple((key, label_of(one)) for key, one in by_id(ladder, kind).items())


def step_options(ladder: Ladder) -> list[tuple[str, str]]:
    """Return (id, name) of each proficiency, and of no particular one last."""
    return [*entity_options(ladder, "proficiency"), ("", ANY_PROFICIENCY)]
