"""The layout of an entity's form, from the position that each field describes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from laddereditor.model.field_order import placed
from laddereditor.model.fields import FieldSpec

FieldRow = tuple[str, ...]  # names of fields side by side


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of a form under a heading; "" for none."""

    title: str
    rows: tuple[FieldRow, ...]


def sections_for(specs: Mapping[str, FieldSpec]) -> tuple[FormSection, ...]:
    """Return the sections of a form in order; fields without a place in forms are left out."""
    shown = {name: spec for name, spec in specs.items() if _is_shown(spec)}
    order = placed(shown, {name: spec.form.below for name, spec in shown.items()})
    found: list[tuple[str, list[FieldRow]]] = []
    was_last = False
    for row in _rows(order, shown):
        place = shown[row[0]].form
        if not found or (place.last and not was_last) or place.section is not None:
            found.append((place.section or "", []))
        found[-1][1].append(row)
        was_last = place.last
    return tuple(FormSection(title, tuple(rows)) for title, rows in found)


def _is_shown(spec: FieldSpec) -> bool:
    return spec.form.shown and spec.shape != "raw"


def _rows(order: Iterable[str], specs: Mapping[str, FieldSpec]) -> list[FieldRow]:
    """Return the rows of a form: each field that starts a row, with those beside it."""
    order = list(order)
    leading = [name for name in order if specs[name].form.beside not in specs]
    leading.sort(key=lambda name: specs[name].form.last)
    return [_row(name, order, specs) for name in leading]


def _row(name: str, order: Iterable[str], specs: Mapping[str, FieldSpec]) -> FieldRow:
    right = [other for other in order if specs[other].form.beside == name]
    return (name, *(each for other in right for each in _row(other, order, specs)))
