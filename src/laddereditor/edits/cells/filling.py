"""Fill places with texts: one field, a cell, or many cells in one step."""

from collections.abc import Iterable, Sequence
from typing import Any

from laddereditor.edits.cell_texts import read_choice
from laddereditor.edits.cells.filling_equivalents import filled_equivalents
from laddereditor.edits.cells.filling_lists import Filling, explained, filled_list
from laddereditor.edits.cells.filling_skills import filled_skills
from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.fields import field_label, set_entry, set_field
from laddereditor.edits.paths import value_at
from laddereditor.edits.places.cell_place import (
    CellPlace,
    place_path,
    place_title,
    shape_of,
    spec_of,
)
from laddereditor.edits.places.inherited import source_below
from laddereditor.edits.places.shown import entity_options, is_inherited, text_at
from laddereditor.edits.reading.conventions import NO_LOCALE, Conventions, PersonLocale
from laddereditor.edits.words import LABEL_LENGTH, canonical, existing, named, shortened
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.counting import plural
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import Source
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.shapes import KEYED, LISTS, TEXT_LISTS

__all__ = ["Filling", "fill"]
_SOURCES = {
    Source.LEVEL: "the level",
    Source.PARENT: "the family",
    Source.PARENT_PROFILE: "the parent family",
    Source.PATTERN: "the title patterns",
}


@builder
def fill(
    ladder: Ladder, fillings: Iterable[Filling], verb: str = "", *, locale: PersonLocale = NO_LOCALE
) -> Edit:
    """Set the text of each place, all in one step.

    An empty text empties the place: an item or a skill goes, and a value or a list of which
    nothing is left is inherited again. Several lines for a statement are several statements.

    Args:
        ladder: The ladder, which the positions of the places refer to.
        fillings: The places with their texts.
        verb: Begins the step's label; by default the texts decide.
        locale: The person's habits; numbers and days are read by them and the ladder's language.

    Raises:
        EditRefused: A text makes no value (the message names the cell), or all that would be
            emptied is inherited; then nothing is filled.
    """
    known = tuple(fillings)
    after, conventions = ladder, Conventions(ladder.language, locale)
    for group in _by_list(ladder, known):
        after = _filled(after, group, conventions)
    if after is ladder:
        _refuse_inherited(ladder, known)
    return Edit(_label(ladder, known, verb), lambda _: after)


def _refuse_inherited(ladder: Ladder, fillings: Sequence[Filling]) -> None:
    emptied = [place for place, text in fillings if not text.strip() and text_at(ladder, place)]
    first = next((place for place in emptied if is_inherited(ladder, place)), None)
    if first is not None:
        source = _SOURCES.get(source_below(ladder, first.address, first.list_path), "elsewhere")
        raise EditRefused(
            f"{place_title(ladder, first)} of {named(ladder, first.address)} comes from {source}. "
            "Edit it to say something else here."
        )


def _label(ladder: Ladder, fillings: Sequence[Filling], verb: str) -> str:
    if len(fillings) == 1:
        return place_label(ladder, *fillings[0], verb)
    families = {canonical(ladder, place.address).parent for place, _ in fillings}
    family = families.pop() if len(families) == 1 else Address()
    where = f" of {named(ladder, family)}" if family else ""
    verb = verb or ("Change" if any(text.strip() for _, text in fillings) else "Clear")
    return shortened(f"{verb} {plural(len(fillings), 'cell')}{where}", LABEL_LENGTH)


def place_label(ladder: Ladder, place: CellPlace, text: str, verb: str = "") -> str:
    """Return the label of a step that writes a text to a place: `Change Scope of P3 …`.

    Args:
        ladder: The ladder, before the edit.
        place: The place that is written to.
        text: The text; an empty one removes or empties.
        verb: The word that the label begins with, "" for the usual one.
    """
    if not verb:
        in_list = shape_of(ladder, place) in LISTS
        verb = "Add to" if place.insert else "Change"
        if not text.strip():
            verb = "Remove from" if in_list else "Clear"
    return field_label(verb, place_title(ladder, place), named(ladder, place.address))


def _by_list(ladder: Ladder, fillings: Sequence[Filling]) -> list[list[Filling]]:
    """Group the fillings by list or field, because positions shift with the first one."""
    groups: dict[tuple[str, str], list[Filling]] = {}
    for place, text in fillings:
        where = canonical(ladder, place.address), place.list_path
        groups.setdefault(where, []).append((place, text))
    return list(groups.values())


def _filled(ladder: Ladder, group: Sequence[Filling], conventions: Conventions) -> Ladder:
    if group[0][0].part:
        return filled_equivalents(ladder, group)
    shape = shape_of(ladder, group[0][0])
    if shape in TEXT_LISTS:
        return filled_list(ladder, group, shape)
    if shape == "skills":
        return filled_skills(ladder, group)
    for place, text in group:
        ladder = _filled_value(ladder, place, text, conventions)
    return ladder


def _filled_value(ladder: Ladder, place: CellPlace, text: str, conventions: Conventions) -> Ladder:
    if text.strip() == text_at(ladder, place).strip():
        return ladder
    spec = spec_of(ladder, place)
    if spec is None or (spec.shape in KEYED and not place.key):
        raise _refusal_here(ladder, place)
    value = explained(ladder, place, text, lambda: _read(ladder, place, spec, text, conventions))
    if place.key:
        return set_entry(ladder, place.address, place.name, place.key, value).change(ladder)
    return set_field(ladder, place.address, place.name, value).change(ladder)


def _read(
    ladder: Ladder, place: CellPlace, spec: FieldSpec, text: str, conventions: Conventions
) -> Any:
    if spec.shape == "reference":
        return read_choice(text, entity_options(ladder, spec.refers_to))
    try:
        value = read_field(spec, text, conventions)
    except KeyError:
        raise _refusal_here(ladder, place) from None
    own = value_at(existing(ladder, place.address), FieldPath(place.name))
    if isinstance(value, Experience) and isinstance(own, Experience):
        return evolve(own, min=value.min, max=value.max)  # keeps unknown keys of the file
    return value


def _refusal_here(ladder: Ladder, place: CellPlace) -> EditRefused:
    return EditRefused(f"{place_path(ladder, place)} cannot be changed in a cell.")
