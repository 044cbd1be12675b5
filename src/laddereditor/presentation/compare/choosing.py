"""What can be chosen in a cell, and the edit that a choice means; no Qt."""

from typing import Any

from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import set_item
from laddereditor.edits.paths import value_at
from laddereditor.model.kinds import by_id
from laddereditor.model.statement import (
    make_skill_use,
    proficiency_of,
)
from laddereditor.presentation.compare.cell_target import CellTarget


def choices_for(target: CellTarget) -> list[tuple[str, str]]:
    """Return what can be chosen in a cell, as (value, words)."""
    ladder, spec = target.subject.ladder, target.spec
    if spec.shape == "skills":
        steps = [(key, getattr(one, "name", "") or key) for key, one in _steps(target.subject)]
        return [("", "No proficiency"), *steps]
    if spec.shape == "reference":
        known = by_id(ladder, spec.refers_to)
        return [(key, getattr(one, "name", "") or key) for key, one in known.items()]
    return [("", "Not set"), *((value, value.capitalize()) for value in spec.choices)]


def _steps(subject: Subject) -> list[tuple[str, Any]]:
    return list(by_id(subject.ladder, "proficiency").items())


def choice_now(target: CellTarget) -> str:
    """Return what is chosen in a cell now."""
    value = value_at(target.subject.entity, target.field)
    if target.spec.shape == "skills":
        return proficiency_of(value) if value is not None else ""
    return str(value or "")


def choose_edit(target: CellTarget, value: str) -> Edit:
    """Return the edit that makes a choice in a cell."""
    subject = target.subject
    if target.spec.shape != "skills":
        return set_field(subject.ladder, subject.address, target.field, value)
    use = value_at(subject.entity, target.field)
    if use is None:
        raise EditRefused("The list of skills has changed; this skill is not there any more.")
    field = f"{target.field}/proficiency"
    if value and isinstance(use, str):
        new = make_skill_use(use, value)
        return set_item(subject.ladder, subject.address, target.list_path, target.index, new)
    return set_field(subject.ladder, subject.address, field, value)
