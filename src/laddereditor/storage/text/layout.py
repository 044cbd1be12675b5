"""Describe how a file is laid out: indentation, quotes, and what is written on one line."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.storage.text.shapes import ValueShape, shapes_of

_SKILL_USE = "skill uses[]"


def layout_name(key: str, names: Container[str]) -> str:
    """Return the name of a collection in a layout; profiles and the library both have `skills`."""
    return _SKILL_USE if key.endswith("[]") and "skill" in names else key


def _record_classes(entity: type[Entity], found: dict[type[Entity], None]) -> None:
    """Add a class of records, and those of the records inside it, to `found`."""
    if entity in found:
        return
    found[entity] = None
    for shape in shapes_of(entity).values():
        inner = shape
        while inner.item is not None:
            inner = inner.item
        if inner.entity is not None:
            _record_classes(inner.entity, found)


def _fields() -> Iterator[tuple[FieldSpec, ValueShape]]:
    """Yield every field of a file."""
    classes: dict[type[Entity], None] = {}
    _record_classes(Ladder, classes)
    for entity in classes:
        shapes = shapes_of(entity)
        yield from ((spec, shapes[name]) for name, spec in field_specs(entity).items())


def _canonical_flow() -> dict[str, bool]:
    """Return what is on one line where it fits: `{min: 3, max: 5}`, `[a, b]`."""
    return {
        _flow_name(spec.name, shape): True
        for spec, shape in _fields()
        if spec.one_line and spec.shape != "text"
    }


def _flow_name(name: str, shape: ValueShape) -> str:
    if shape.item is None or shape.item.entity is None:
        return name
    return layout_name(f"{name}[]", shapes_of(shape.item.entity))


def _canonical_text() -> dict[str, str]:
    """Return the style of the long texts."""
    return {spec.name: ">-" for spec, _ in _fields() if spec.shape == "text" and not spec.one_line}


_CANONICAL_FLOW = _canonical_flow()
_CANONICAL_TEXT = _canonical_text()


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of new text. Keys are field names; `name[]` is an item of the list `name`."""

    step: int = 2  # indentation of a mapping below its key
    offset: int = 2  # indentation of a dash below the key of its list
    dash: int = 2  # from a dash to its content
    width: int = 96
    quote: str = ""  # quotes around values, "" for none
    sentences: bool = False  # each sentence of a folded text has its own line
    flow: Mapping[str, bool] = field(default_factory=lambda: _CANONICAL_FLOW)
    text: Mapping[str, str] = field(default_factory=lambda: _CANONICAL_TEXT)
    spaced: bool = False  # `{ a: 1 }` rather than `{a: 1}`


CANONICAL = Layout()
