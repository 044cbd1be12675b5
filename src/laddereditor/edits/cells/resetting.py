"""Resetting places: what a profile says of its own goes, and what is inherited holds again."""

from collections.abc import Iterable
from functools import partial

from laddereditor.edits.edit import Edit, EditRefused, builder, combined_edit
from laddereditor.edits.fields import field_label, give_back
from laddereditor.edits.places.cell_place import CellPlace, place_title
from laddereditor.edits.places.shown import is_overriding
from laddereditor.edits.words import LABEL_LENGTH, named, shortened
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder


@builder
def reset(ladder: Ladder, places: Iterable[CellPlace]) -> Edit:
    """Drop the own values at places, so that those of the level hold again; all in one step.

    Raises:
        EditRefused: None of them overrides its level's value.
    """
    wanted = {(place.address, place.list_path): place for place in places}
    chosen = [place for place in wanted.values() if is_overriding(ladder, place)]
    if not chosen:
        raise EditRefused("Nothing chosen here is the profile's own in place of its level's.")
    if len(chosen) == 1:
        title = place_title(ladder, chosen[0])
        label = field_label("Inherit", title, named(ladder, chosen[0].address))
    else:
        label = shortened(f"Inherit {plural(len(chosen), 'field')}", LABEL_LENGTH)
    return combined_edit(ladder, label, tuple(partial(_given_back, place) for place in chosen))


def _given_back(place: CellPlace, ladder: Ladder) -> Edit:
    return give_back(ladder, place.address, place.name, place.key)
