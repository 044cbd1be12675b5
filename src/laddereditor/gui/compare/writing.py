"""What an edit in a cell means, as one edit of the column's own ladder; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from laddereditor.compare.subject import Subject
from laddereditor.compare.table import Cell, Row
from laddereditor.edits.cell_texts import read_experience
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import give_back as give_back_field
from laddereditor.edits.fields import remove_entry, set_entry, set_field
from laddereditor.edits.lists import insert_items, remove_items, set_item
from laddereditor.edits.paths import value_at
from laddereditor.edits.words import kind_word
from laddereditor.model.address import decode_key, parts
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import by_id, kind_of
from laddereditor.model.resolve import Source, find_level
from laddereditor.model.statement import (
    Statement,
    Statements,
    make_skill_use,
    make_statement,
    proficiency_of,
    skill_of,
    statement_text,
)

How = Literal["text", "choice", "form"]
_LISTS = ("statements", "lines", "skills")
_BY_TEXT = ("line", "text", "texts", "statements", "lines", "expectations", "experience")


@dataclass(frozen=True, slots=True)
class Target:
    """A cell, or the empty place of one: what is to be written to."""

    subject: Subject
    row: Row
    cell: Cell | None
    place: int = -1  # where in the list a new entry goes, -1 for the end

    @property
    def field(self) -> str:
        """The field's path inside the entity; for an empty place, of the list or value."""
        return self.cell.field if self.cell else self.row.field

    @property
    def spec(self) -> FieldSpec:
        """What is known of the field. Raises EditRefused if the entity has no such field."""
        entity = self.subject.entity
        found = field_specs(type(entity)).get(parts(self.field)[0])
        if found is None:
            kind = kind_of(entity)
            name = kind_word(kind.name).capitalize() if kind else "This"
            raise EditRefused(f"{name} {self.subject.short} has no such field.")
        return found

    @property
    def list_path(self) -> str:
        """The path of the list that the cell is an entry of, "" if it is none."""
        pieces = parts(self.field)
        if self.spec.shape == "expectations":
            return "/".join(pieces[:2])
        return pieces[0] if self.spec.shape in _LISTS else ""

    @property
    def index(self) -> int:
        """The cell's place in its list, -1 for an empty place."""
        last = parts(self.field)[-1]
        return int(last) if self.cell and self.list_path and last.isdigit() else -1


def target_of(subject: Subject, rows: Sequence[Row], number: int, column: int) -> Target:
    """Return what is written to where a column meets row `number` of a section."""
    row = rows[number]
    return Target(subject, row, row.cells[column], _place(rows, number, column))


def _place(rows: Sequence[Row], number: int, column: int) -> int:
    """Return where in its list an entry of this row goes: beside its nearest neighbour."""
    field = rows[number].field
    for step, behind in ((-1, 1), (1, 0)):
        at = number + step
        while 0 <= at < len(rows):
            cell = rows[at].cells[column]
            last = parts(cell.field)[-1] if cell and rows[at].field == field else ""
            if last.isdigit():
                return int(last) + behind
            at += step
    return -1


def how_to_edit(target: Target) -> How:
    """Return how a cell is edited: as text, by a choice, or in the form only.

    Raises EditRefused with words for people if it cannot be edited.
    """
    spec = target.spec
    if target.cell and target.cell.source is Source.PATTERN and spec.shape == "lines":
        raise EditRefused("This title follows from the level's patterns. Change them in the level.")
    if spec.shape == "skills":
        return "choice" if target.cell else "form"
    if spec.shape in ("choice", "reference") and len(parts(target.field)) == 1:
        return "choice"
    return "text" if spec.shape in _BY_TEXT else "form"


def choices_for(target: Target) -> list[tuple[str, str]]:
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


def choice_now(target: Target) -> str:
    """Return what is chosen in a cell now."""
    value = value_at(target.subject.entity, target.field)
    if target.spec.shape == "skills":
        return proficiency_of(value) if value is not None else ""
    return str(value or "")


def choose_edit(target: Target, value: str) -> Edit:
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


def text_edit(target: Target, text: str) -> Edit:
    """Return the edit that writes a text into a cell; an inherited one becomes the column's own.

    Raises EditRefused with words for people.
    """
    subject, spec, field = target.subject, target.spec, target.field
    ladder, address = subject.ladder, subject.address
    if target.list_path:
        return _list_edit(target, text)
    if spec.shape == "texts":
        return set_entry(ladder, address, spec.name, decode_key(parts(field)[1]), text)
    if spec.shape == "experience":
        try:
            return set_field(ladder, address, field, read_experience(text))
        except ValueError as error:
            raise EditRefused(f"{spec.title}: {error}.") from error
    return set_field(ladder, address, field, text)


def _list_edit(target: Target, text: str) -> Edit:
    """Return the edit that writes an entry of a list, wherever in it that stands by now."""
    subject, path = target.subject, target.list_path
    ladder, address = subject.ladder, subject.address
    held = _inherited_list(target)
    if held is not None:
        return set_entry(ladder, address, *_entry(path), _with(held, target, text))
    if target.cell is None:
        return insert_items(ladder, address, path, target.place, (text,))
    place = _now_at(value_at(subject.entity, path) or (), target)
    if place < 0:  # it is gone by now: what was typed is kept beside it
        return insert_items(ladder, address, path, target.index, (text,))
    return set_item(ladder, address, path, place, text)


def _now_at(items: Sequence[Statement], target: Target) -> int:
    """Return where the statement of a cell is in its list now, -1 if it is gone."""
    texts = [statement_text(item) for item in items]
    cell, index = target.cell, target.index
    assert cell is not None
    if 0 <= index < len(texts) and texts[index] == cell.text:
        return index
    return texts.index(cell.text) if cell.text in texts else -1


def _entry(path: str) -> tuple[str, str]:
    name, _, key = path.partition("/")
    return name, decode_key(key)


def _inherited_list(target: Target) -> Statements | None:
    """Return the level's list that a profile shows here, None if the profile has its own."""
    entity, path = target.subject.entity, target.list_path
    if not isinstance(entity, Profile) or target.spec.shape != "expectations":
        return None
    name, key = _entry(path)
    if key in getattr(entity, name):
        return None
    level = find_level(target.subject.ladder, entity.level)
    return level.expectations.get(key, ()) if level else ()


def _with(held: Statements, target: Target, text: str) -> Statements:
    """Return a list with an entry replaced, or a new one put in."""
    if target.cell is None:
        place = target.place if 0 <= target.place <= len(held) else len(held)
        return (*held[:place], text, *held[place:])
    place = _now_at(held, target)
    if place < 0:
        return (*held, text)
    new = make_statement(text, target.cell.examples)
    return (*held[:place], new, *held[place + 1 :])


def remove_edit(target: Target) -> Edit:
    """Return the edit that takes away what a cell shows.

    Raises EditRefused for what is inherited as a whole, or follows from patterns.
    """
    subject, cell, field = target.subject, target.cell, target.field
    if cell is None:
        raise EditRefused("There is nothing to delete here.")
    ladder, address = subject.ladder, subject.address
    if target.list_path:
        how_to_edit(target)
        held = _inherited_list(target)
        if held is None:
            return remove_items(ladder, address, target.list_path, [target.index])
        place = _now_at(held, target)
        left = tuple(one for at, one in enumerate(held) if at != place)
        return set_entry(ladder, address, *_entry(target.list_path), left)
    if cell.source is not Source.OWN:
        raise EditRefused("This text comes from the level. Edit it to say something else here.")
    if target.spec.shape == "texts":
        return remove_entry(ladder, address, target.spec.name, decode_key(parts(field)[1]))
    return set_field(ladder, address, field, _nothing(target.spec))


def _nothing(spec: FieldSpec) -> Any:
    return None if spec.shape in ("experience", "date", "number", "pay", "ranges") else ""


def give_back_edit(target: Target) -> Edit:
    """Return the edit after which the level's text holds again in a cell.

    Raises EditRefused where nothing of the profile's own stands, or nothing is inherited.
    """
    subject = target.subject
    if not isinstance(subject.entity, Profile):
        raise EditRefused("Only a profile can be the same as its level.")
    pieces = parts(target.field)
    keyed = target.spec.shape in ("texts", "expectations") and len(pieces) > 1
    key = decode_key(pieces[1]) if keyed else ""
    edit = give_back_field(subject.ladder, subject.address, target.spec.name, key)
    if edit.change(subject.ladder) is subject.ladder:
        raise EditRefused(f"{target.spec.title} already comes from the level.")
    return edit


def can_give_back(target: Target) -> bool:
    """Whether a cell holds a text of the profile's own where the level's could hold."""
    try:
        give_back_edit(target)
    except EditRefused:
        return False
    return True


def copy_edit(source: Target, target: Target) -> Edit:
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
    if shape not in _BY_TEXT:
        raise EditRefused(f"{target.spec.title} cannot be copied here. Change it in the form.")
    if target.list_path and target.cell is None and cell.examples:
        return _insert(target, make_statement(cell.text, cell.examples))
    return text_edit(target, cell.text)


def _insert(target: Target, item: Statement) -> Edit:
    subject = target.subject
    held = _inherited_list(target)
    if held is None:
        return insert_items(
            subject.ladder, subject.address, target.list_path, target.place, (item,)
        )
    place = target.place if 0 <= target.place <= len(held) else len(held)
    new = (*held[:place], item, *held[place:])
    return set_entry(subject.ladder, subject.address, *_entry(target.list_path), new)


def _copy_skill(source: Target, target: Target) -> Edit:
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
