"""Change a place by a text, by a choice, or only in the form; and list the choices."""

from typing import Literal

from laddereditor.edits.cells.filling import place_label
from laddereditor.edits.cells.filling_skills import with_step
from laddereditor.edits.cells.reading import choices_of
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import set_item
from laddereditor.edits.paths import value_at
from laddereditor.edits.places.cell_place import CellPlace, shape_of, spec_of
from laddereditor.edits.places.inherited import effective_at
from laddereditor.edits.places.shown import entity_options, step_options
from laddereditor.edits.words import existing
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import proficiency_of

NOT_USED = "Not asked for"  # of a skill
How = Literal["text", "choice", "form"]
_IN_FORM = (
    "pay",
    "ranges",
    "occupations",
    "equivalents",
    "links",
    "records",
    "raw",
    "base",
    "comments",
    "checks",
    "history",
    "id",
)


def how_to_change(ladder: Ladder, place: CellPlace) -> How:
    """Return how a place is changed: by text, by a choice, or in the form only.

    Raises:
        EditRefused: The entity has no such field.
    """
    spec = spec_of(ladder, place)
    if spec is None:
        raise EditRefused("There is no such field here.")
    if spec.shape == "skills":
        return "form" if place.insert or not place.key else "choice"
    if spec.choices or spec.shape == "reference":
        return "choice"
    return "form" if spec.shape in _IN_FORM else "text"


def choices_at(ladder: Ladder, place: CellPlace) -> tuple[tuple[str, str], ...]:
    """Return (value, words) of what can be chosen at a place, the value "" for none of them."""
    spec = spec_of(ladder, place)
    if spec is None:
        return ()
    if spec.shape == "skills":
        return tuple(step_options(ladder))
    if spec.shape == "reference":
        return entity_options(ladder, spec.refers_to)
    return (("", spec.unset), *choices_of(spec)) if spec.choices else ()


def chosen_at(ladder: Ladder, place: CellPlace) -> str:
    """Return the value that is chosen at a place now, "" for none."""
    if shape_of(ladder, place) == "skills":
        uses = effective_at(ladder, place.address, place.list_path) or ()
        return proficiency_of(uses[place.position]) if 0 <= place.position < len(uses) else ""
    value = value_at(existing(ladder, place.address), place.path)
    return str(value or "")


def options_at(ladder: Ladder, place: CellPlace) -> tuple[tuple[str, str], ...] | None:
    """Return (text, words) of what can be chosen in a cell; None where a text is typed.

    The texts are those that `fill` takes; the empty one leaves the cell without a value.
    """
    spec = spec_of(ladder, place)
    if spec is None:
        return None
    if spec.shape == "skills":
        if place.insert or not place.key:
            return None
        return (("", NOT_USED), *((words, words) for _, words in step_options(ladder)))
    if spec.shape == "reference":
        names = tuple((words, words) for _, words in choices_at(ladder, place))
        return names if spec.required or spec.names_group else (("", spec.unset), *names)
    texts = [spec.choice_words(choice) for choice in spec.choices]
    return (("", spec.unset), *((text, text) for text in texts)) if texts else None


@builder
def choose(ladder: Ladder, place: CellPlace, value: str) -> Edit:
    """Make a choice at a place: one of the values of `choices_at`.

    Args:
        ladder: The ladder, before the edit.
        place: The cell.
        value: The value that is stored, "" for none; of a skill, its proficiency.

    Raises:
        EditRefused: The skill no longer exists.
    """
    if shape_of(ladder, place) != "skills":
        return set_field(ladder, place.address, place.path, value)
    uses = effective_at(ladder, place.address, place.list_path) or ()
    use = uses[place.position] if 0 <= place.position < len(uses) else None
    if use is None:
        raise EditRefused("The list of skills has changed; this skill no longer exists.")
    edit = set_item(ladder, place.address, place.list_path, place.position, with_step(use, value))
    return Edit(place_label(ladder, place, value, "Change"), edit.change)
