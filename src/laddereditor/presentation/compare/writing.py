"""What an edit in a cell means, as one edit of the column's own ladder; no Qt."""

from collections.abc import Sequence
from typing import Any, Literal

from laddereditor.edits.cell_texts import read_experience
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import give_back as give_back_field
from laddereditor.edits.fields import remove_entry, set_entry, set_field
from laddereditor.edits.lists import insert_items, remove_items, set_item
from laddereditor.edits.paths import value_at
from laddereditor.model.address import decode_key, parts
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.resolve import Source, find_level
from laddereditor.model.statement import (
    Statement,
    Statements,
    make_statement,
    statement_text,
)
from laddereditor.presentation.compare.cell_target import CellTarget

How = Literal["text", "choice", "form"]
BY_TEXT = ("line", "text", "texts", "statements", "lines", "expectations", "experience")


def how_to_edit(target: CellTarget) -> How:
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
    return "text" if spec.shape in BY_TEXT else "form"


def text_edit(target: CellTarget, text: str) -> Edit:
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


def _list_edit(target: CellTarget, text: str) -> Edit:
    """Return the edit that writes an entry of a list, wherever in it that stands by now."""
    subject, path = target.subject, target.list_path
    ladder, address = subject.ladder, subject.address
    held = inherited_list(target)
    if held is not None:
        return set_entry(ladder, address, *entry_of(path), _with(held, target, text))
    if target.cell is None:
        return insert_items(ladder, address, path, target.place, (text,))
    place = _now_at(value_at(subject.entity, path) or (), target)
    if place < 0:  # it is gone by now: what was typed is kept beside it
        return insert_items(ladder, address, path, target.index, (text,))
    return set_item(ladder, address, path, place, text)


def _now_at(items: Sequence[Statement], target: CellTarget) -> int:
    """Return where the statement of a cell is in its list now, -1 if it is gone."""
    texts = [statement_text(item) for item in items]
    cell, index = target.cell, target.index
    assert cell is not None
    if 0 <= index < len(texts) and texts[index] == cell.text:
        return index
    return texts.index(cell.text) if cell.text in texts else -1


def entry_of(path: str) -> tuple[str, str]:
    """Return field and key of a competency's list: `expectations`, `communication`."""
    name, _, key = path.partition("/")
    return name, decode_key(key)


def inherited_list(target: CellTarget) -> Statements | None:
    """Return the level's list that a profile shows here, None if the profile has its own."""
    entity, path = target.subject.entity, target.list_path
    if not isinstance(entity, Profile) or target.spec.shape != "expectations":
        return None
    name, key = entry_of(path)
    if key in getattr(entity, name):
        return None
    level = find_level(target.subject.ladder, entity.level)
    return level.expectations.get(key, ()) if level else ()


def _with(held: Statements, target: CellTarget, text: str) -> Statements:
    """Return a list with an entry replaced, or a new one put in."""
    if target.cell is None:
        place = target.place if 0 <= target.place <= len(held) else len(held)
        return (*held[:place], text, *held[place:])
    place = _now_at(held, target)
    if place < 0:
        return (*held, text)
    new = make_statement(text, target.cell.examples)
    return (*held[:place], new, *held[place + 1 :])


def remove_edit(target: CellTarget) -> Edit:
    """Return the edit that takes away what a cell shows.

    Raises EditRefused for what is inherited as a whole, or follows from patterns.
    """
    subject, cell, field = target.subject, target.cell, target.field
    if cell is None:
        raise EditRefused("There is nothing to delete here.")
    ladder, address = subject.ladder, subject.address
    if target.list_path:
        how_to_edit(target)
        held = inherited_list(target)
        if held is None:
            return remove_items(ladder, address, target.list_path, [target.index])
        place = _now_at(held, target)
        left = tuple(one for at, one in enumerate(held) if at != place)
        return set_entry(ladder, address, *entry_of(target.list_path), left)
    if cell.source is not Source.OWN:
        raise EditRefused("This text comes from the level. Edit it to say something else here.")
    if target.spec.shape == "texts":
        return remove_entry(ladder, address, target.spec.name, decode_key(parts(field)[1]))
    return set_field(ladder, address, field, _nothing(target.spec))


def _nothing(spec: FieldSpec) -> Any:
    return None if spec.shape in ("experience", "date", "number", "pay", "ranges") else ""


def give_back_edit(target: CellTarget) -> Edit:
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


def can_give_back(target: CellTarget) -> bool:
    """Whether a cell holds a text of the profile's own where the level's could hold."""
    try:
        give_back_edit(target)
    except EditRefused:
        return False
    return True
