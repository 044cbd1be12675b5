"""The edit that copies what a cell shows into another column; no Qt."""

from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_entry
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.edits.paths import value_at
from laddereditor.edits.words import kind_word
from laddereditor.model.kinds import by_id
from laddereditor.model.statement import (
    Statement,
    make_skill_use,
    make_statement,
    proficiency_of,
    skill_of,
)
from laddereditor.presentation.compare.cell_target import CellTarget
from laddereditor.presentation.compare.choosing import choice_now, choose_edit
from laddereditor.presentation.compare.writing import BY_TEXT, entry_of, inherited_list, text_edit


def copy_edit(source: CellTarget, target: CellTarget) -> Edit:
    """Return the edit that brings what a cell shows into another column, at the matching place.

    Raises EditRefused with words for people.
    """
    cell = source.cell
    if cell is None:
        raise EditRefused("There is nothing to copy here.")
    if target.cell and (target.cell.text, target.cell.change) == (cell.text, cell.change):
        raise EditRefused("The other column already says the same.")
    shape = target.spec.shape
    if shape == "skills":
        return _copy_skill(source, target)
    if shape in ("choice", "reference"):
        return choose_edit(target, choice_now(source))
    if shape not in BY_TEXT:
        raise EditRefused(f"{target.spec.title} cannot be copied here. Change it in the form.")
    if target.list_path and target.cell is None and cell.examples:
        return _insert(target, make_statement(cell.text, cell.examples))
    return text_edit(target, cell.text)


def _insert(target: CellTarget, item: Statement) -> Edit:
    subject = target.subject
    held = inherited_list(target)
    if held is None:
        return insert_items(
            subject.ladder, subject.address, target.list_path, target.place, (item,)
        )
    place = target.place if 0 <= target.place <= len(held) else len(held)
    new = (*held[:place], item, *held[place:])
    return set_entry(subject.ladder, subject.address, *entry_of(target.list_path), new)


def _copy_skill(source: CellTarget, target: CellTarget) -> Edit:
    use = value_at(source.subject.entity, source.field)
    there = target.subject
    skill = _same(source.subject, there, "skill", skill_of(use))
    step = _same(source.subject, there, "proficiency", proficiency_of(use))
    new = make_skill_use(skill, step)
    if target.cell:
        return set_item(there.ladder, there.address, target.list_path, target.index, new)
    return insert_items(there.ladder, there.address, target.list_path, target.place, (new,))


def _same(here: Subject, there: Subject, kind: str, key: str) -> str:
    """Return the id that an entity of one ladder has in another: by id, else by name."""
    known = by_id(there.ladder, kind)
    if not key or key in known or here.ladder is there.ladder:
        return key
    entity = by_id(here.ladder, kind).get(key)
    name = getattr(entity, "name", "") or key
    for other, one in known.items():
        if getattr(one, "name", "").casefold() == name.casefold():
            return other
    raise EditRefused(f"The other ladder has no {kind_word(kind)} “{name}”. Add it there first.")
