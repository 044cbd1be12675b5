"""An entity as its texts, one for each value, item of a list and use of a skill."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from laddereditor.edits.cell_texts import ANY_PROFICIENCY, statement_cell
from laddereditor.edits.parts.names import PartNames
from laddereditor.edits.parts.part import PlacedText
from laddereditor.edits.parts.record_texts import BETWEEN, record_text
from laddereditor.edits.places.shown import value_text
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs, inner_class
from laddereditor.model.kinds import COLLECTION_KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import KEYED
from laddereditor.model.statement import ExampledStatement, RatedSkill, SkillUse, skill_of

NOTHING = "—"  # an own list without items, which overrides an inherited one
SINGLE = frozenset(
    {"id", "line", "text", "choice", "reference", "experience", "date", "number", "flag"}
)
_NEVER = frozenset({"raw", "comments", "checks", "history", "base"})
_NO_LADDER = Ladder(laddereditor=1)


@cache
def carried_fields(holder: type[Entity]) -> tuple[FieldSpec, ...]:
    """Return the fields of an entity that its texts carry, in reading order."""
    specs = field_specs(holder).values()
    return tuple(one for one in specs if one.shape not in _NEVER and not _is_listed(one))


def _is_listed(spec: FieldSpec) -> bool:
    return spec.shape == "records" and str(spec.name) in COLLECTION_KINDS


@cache
def use_fields() -> tuple[FieldSpec, ...]:
    """Return what a use of a skill says beside the skill: the proficiency first."""
    specs = field_specs(RatedSkill).values()
    return tuple(one for one in specs if one.refers_to != "skill" and one.shape in SINGLE)


class PartLister:
    """Lists the texts of entities of one ladder."""

    def __init__(self, ladder: Ladder) -> None:
        self.names = PartNames(ladder)

    def of_entity(self, address: Address, entity: Entity) -> Iterator[PlacedText]:
        """Yield the texts of an entity, without those of the entities that it lists."""
        for spec in carried_fields(type(entity)):
            yield from self.of_field(address, spec, getattr(entity, spec.name))

    def of_field(self, address: Address, spec: FieldSpec, value: Any) -> Iterator[PlacedText]:
        """Yield the texts of a field.

        Args:
            address: The entity that has the field.
            spec: The field.
            value: Its value, or another one that is listed as if it was its value.
        """
        for path, text in self._texts(spec, FieldPath(spec.name), value):
            yield PlacedText(address, path, text, spec)

    def _texts(
        self, spec: FieldSpec, path: FieldPath, value: Any
    ) -> Iterator[tuple[FieldPath, str]]:
        if spec.shape in SINGLE:
            if text := self.value(spec, value):
                yield path, text
        elif spec.shape in KEYED:
            for key, entry in value.items():
                yield from self._entry(path.entry(key), entry)
        elif spec.shape == "skills":
            yield from self._uses(path, value)
        elif isinstance(value, Entity):
            for inner in field_specs(type(value)).values():
                yield from self._texts(inner, path.at(inner.name), getattr(value, inner.name))
        elif isinstance(value, tuple):
            yield from self._items(path, value)

    def _entry(self, path: FieldPath, entry: Any) -> Iterator[tuple[FieldPath, str]]:
        if isinstance(entry, str):
            if entry:
                yield path, entry
        elif entry:
            yield from self._items(path, entry)
        else:
            yield path.at("0"), NOTHING

    @staticmethod
    def _items(path: FieldPath, items: tuple[Any, ...]) -> Iterator[tuple[FieldPath, str]]:
        for place, item in enumerate(items):
            if text := item_text(item):
                yield path.at(str(place)), text

    def _uses(self, path: FieldPath, uses: tuple[SkillUse, ...]) -> Iterator[tuple[FieldPath, str]]:
        seen = set()
        for use in uses:
            if skill_of(use) not in seen:
                seen.add(skill_of(use))
                yield path.entry(skill_of(use)), self.use(use)

    def use(self, use: SkillUse) -> str:
        """Return what a use of a skill asks for: `Working`, with more where it says more."""
        if isinstance(use, str):
            return ANY_PROFICIENCY
        first, *rest = (self.value(one, getattr(use, one.name)) for one in use_fields())
        return BETWEEN.join([first or ANY_PROFICIENCY, *filter(None, rest)])

    def value(self, spec: FieldSpec, value: Any) -> str:
        """Return a single value as a cell shows it."""
        if spec.shape == "reference":
            return self.names.name(spec.refers_to, value or "")
        return value_text(_NO_LADDER, spec, value)


def item_text(item: Any) -> str:
    """Return an item of a list: a text, a statement with its examples, a record."""
    if isinstance(item, Entity) and not isinstance(item, ExampledStatement):
        return record_text(item)
    return statement_cell(item)


def record_class(holder: type[Entity], path: FieldPath) -> type[Entity] | None:
    """Return the class of the records in a list, None for a list of texts or statements."""
    inner: type[Any] | None = holder
    for piece in path.parts:
        if inner is not None and not piece.isdigit():
            inner = inner_class(inner, piece) if piece in inner.model_fields else None
    return inner if inner is not None and inner is not ExampledStatement else None
