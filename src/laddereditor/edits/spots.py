"""Spots: the places in profiles and levels that the cells of a table stand for."""

from dataclasses import dataclass
from typing import Any

from laddereditor.edits.cell_texts import (
    ANY_PROFICIENCY,
    choice_text,
    experience_text,
    statement_cell,
)
from laddereditor.edits.paths import spec_at, title_at, value_at
from laddereditor.edits.words import canonical, existing
from laddereditor.model.address import encode_key, join, parent
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.naming import SEPARATOR, place_words
from laddereditor.model.resolve import find_level, resolved
from laddereditor.model.statement import SkillUse, proficiency_of

END = -1
LISTS = ("statements", "expectations", "lines")
INHERITED = ("title", "summary", "experience", "factors", "expectations")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a profile or level that one cell stands for.

    `key` is the factor, the competency or the skill. `position` is the item of a list; with
    `insert` a new item goes before it, or to the end. A skill that is not used yet has no position.
    """

    address: str
    name: str  # "summary", "factors", "responsibilities", "skills", "pay/status"
    key: str = ""
    position: int = END
    insert: bool = False

    @property
    def path(self) -> str:
        """The field's path inside the entity, with the item where there is one."""
        item = str(self.position) if self.position >= 0 and not self.insert else ""
        return join(self.list_path, item)

    @property
    def list_path(self) -> str:
        """The path of the field, or of the list that the spot is in."""
        keyed = self.key and self.name != "skills"
        return join(self.name, encode_key(self.key) if keyed else "")


def spec_of(ladder: Ladder, spot: Spot) -> FieldSpec | None:
    """Return the field that a spot is in."""
    return spec_at(existing(ladder, spot.address), spot.name)


def shape_of(ladder: Ladder, spot: Spot) -> str:
    """Return the shape of the field that a spot is in, "" for one that nobody knows."""
    spec = spec_of(ladder, spot)
    return spec.shape if spec else ""


def spot_title(ladder: Ladder, spot: Spot) -> str:
    """Return what people call a spot's field: the factor's or skill's name where it has one."""
    spec = spec_of(ladder, spot)
    if spot.key and spec and spec.refers_to:
        found = by_id(ladder, spec.refers_to).get(spot.key)
        if found is None and spec.refers_to == "competency":
            found = {own.id: own for own in _own_competencies(ladder, spot)}.get(spot.key)
        return label_of(found) if found else spot.key
    return title_at(existing(ladder, spot.address), spot.name)


def _own_competencies(ladder: Ladder, spot: Spot) -> tuple[Any, ...]:
    family = existing(ladder, parent(canonical(ladder, spot.address)))
    return family.competencies if isinstance(family, Family) else ()


def spot_words(ladder: Ladder, spot: Spot) -> str:
    """Return where a spot is, in the words of people: `AI/ML Engineer › P3 › Scope`."""
    return SEPARATOR.join((place_words(ladder, spot.address), spot_title(ladder, spot)))


# -- what stands at a spot ----------------------------------------------------------------------


def text_at(ladder: Ladder, spot: Spot) -> str:
    """Return the text that a spot shows now, inherited or own; "" for nothing."""
    spec, shape = spec_of(ladder, spot), shape_of(ladder, spot)
    if shape in LISTS or shape == "skills":
        items = shown_list(ladder, spot)
        if spot.insert or not 0 <= spot.position < len(items):
            return ""
        item = items[spot.position]
        return skill_text(ladder, item) if shape == "skills" else statement_cell(item)
    value = _shown(ladder, spot, existing(ladder, spot.address))
    if shape == "experience":
        return experience_text(value)
    return choice_text(str(value or "")) if spec and spec.choices else str(value or "")


def _shown(ladder: Ladder, spot: Spot, entity: Entity) -> Any:
    if not isinstance(entity, Profile) or spot.name not in INHERITED:
        return value_at(entity, spot.list_path)
    family = existing(ladder, parent(canonical(ladder, spot.address)))
    assert isinstance(family, Family)
    held = getattr(resolved(ladder, family, entity), spot.name)
    if spot.key:
        return held[spot.key].value if spot.key in held else ""
    return held.value


def shown_list(ladder: Ladder, spot: Spot) -> tuple[Any, ...]:
    """Return the list that a spot is in as it holds: the entity's own, else its level's."""
    own = value_at(existing(ladder, spot.address), spot.list_path)
    if own is None and spot.key:
        own = value_below(ladder, spot)
    return own if isinstance(own, tuple) else ()


def value_below(ladder: Ladder, spot: Spot) -> Any:
    """Return what the level says where a profile could say something else; None for nothing."""
    entity = existing(ladder, spot.address)
    level = find_level(ladder, entity.level) if isinstance(entity, Profile) else None
    inherits = isinstance(level, Level) and spot.name in INHERITED
    return value_at(level, spot.list_path) if inherits else None


def is_overriding(ladder: Ladder, spot: Spot) -> bool:
    """Whether a profile has an own value at a spot where it could inherit one."""
    entity = existing(ladder, spot.address)
    if not isinstance(entity, Profile) or spot.name not in INHERITED:
        return False
    if value_at(entity, spot.list_path) in (None, ""):
        return False
    return spot.name == "title" or bool(value_below(ladder, spot))


# -- skills -------------------------------------------------------------------------------------


def skill_text(ladder: Ladder, use: SkillUse) -> str:
    """Return the proficiency that a use of a skill asks for, as a cell shows it."""
    step = proficiency_of(use)
    found = by_id(ladder, "proficiency").get(step)
    return label_of(found) if found else step or ANY_PROFICIENCY


def step_options(ladder: Ladder) -> list[tuple[str, str]]:
    """Return (id, name) of each proficiency, and of no particular one last."""
    steps = [(key, label_of(step)) for key, step in by_id(ladder, "proficiency").items()]
    return [*steps, ("", ANY_PROFICIENCY)]
