"""Copy the value of one place to another, perhaps of another ladder."""

from collections.abc import Mapping
from typing import Any

from laddereditor.edits.cells.choosing import choose, chosen_at, how_to_change
from laddereditor.edits.cells.filling import fill, place_label
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.edits.places.cell_place import CellPlace, place_path, shape_of
from laddereditor.edits.places.shown import shown_list, text_at
from laddereditor.edits.words import kind_word, share_name
from laddereditor.model.base import Entity
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import LISTS
from laddereditor.model.statement import proficiency_of, skill_of, used_otherwise


@builder
def copy(ladder: Ladder, place: CellPlace, source_ladder: Ladder, source: CellPlace) -> Edit:
    """Copy a value of one ladder to a place of another ladder or the same one.

    A statement is copied with its examples, a skill under the id that it has there.

    Args:
        ladder: The ladder to change.
        place: Where the value goes.
        source_ladder: The ladder that has the value.
        source: Where the value is.

    Raises:
        EditRefused: There is nothing to copy, the place already has the same value, or the
            other ladder lacks an entry that is referred to.
    """
    shape = shape_of(ladder, place)
    if shape in LISTS:
        return _copy_item(ladder, place, source_ladder, source)
    if not (text := text_at(source_ladder, source)):
        raise EditRefused("There is nothing to copy here.")
    if text == text_at(ladder, place):
        raise EditRefused("The other column already says the same.")
    how = how_to_change(ladder, place)
    if how == "form":
        raise EditRefused(
            f"{place_path(ladder, place)} cannot be copied here. Change it in the form."
        )
    if how == "choice":
        return choose(ladder, place, chosen_at(source_ladder, source))
    return fill(ladder, ((place, text),))


def _copy_item(ladder: Ladder, place: CellPlace, source_ladder: Ladder, source: CellPlace) -> Edit:
    items = shown_list(source_ladder, source)
    if source.insert or not 0 <= source.position < len(items):
        raise EditRefused("There is nothing to copy here.")
    item = items[source.position]
    if shape_of(ladder, place) == "skills":
        item = _skill_here(ladder, source_ladder, item)
    items = shown_list(ladder, place)
    path = place.list_path
    if place.insert or not 0 <= place.position < len(items):
        edit = insert_items(ladder, place.address, path, place.position, (item,))
        return Edit(place_label(ladder, place, "", "Add to"), edit.change)
    if items[place.position] == item:
        raise EditRefused("The other column already says the same.")
    edit = set_item(ladder, place.address, path, place.position, item)
    return Edit(place_label(ladder, place, "", "Change"), edit.change)


def _skill_here(ladder: Ladder, source_ladder: Ladder, use: Any) -> Any:
    if ladder is source_ladder:
        return use
    skill = _id_here(ladder, source_ladder, "skill", skill_of(use))
    step = _id_here(ladder, source_ladder, "proficiency", proficiency_of(use))
    return used_otherwise(use, skill=skill, proficiency=step)


def _id_here(ladder: Ladder, source_ladder: Ladder, kind: str, key: str) -> str:
    """Return the id that an entity of one ladder has in another: by id, else by name.

    The same id means the same entity in two states of one ladder; in two ladders it must also have
    the name.
    """
    known = by_id(ladder, kind)
    entity = by_id(source_ladder, kind).get(key)
    if not key or entity is None or (key in known and ladder.id == source_ladder.id):
        return _known(known, kind, key)
    if key in known and share_name(known[key], entity):
        return key
    name = label_of(entity)
    for other, one in known.items():
        if label_of(one).casefold() == name.casefold():
            return other
    if key in known:
        raise EditRefused(
            f"In the other ladder the {kind_word(kind)} with this id is “{label_of(known[key])}”, "
            f"not “{name}”. Add “{name}” there first."
        )
    return _known(known, kind, key, name)


def _known(known: Mapping[str, Entity], kind: str, key: str, name: str = "") -> str:
    if key and key not in known:
        what = f"{kind_word(kind)} “{name or key}”"
        raise EditRefused(f"The other ladder has no {what}. Add it there first.")
    return key
