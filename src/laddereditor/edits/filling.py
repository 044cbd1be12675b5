"""Filling cells: many places of profiles and levels get their texts in one step."""

from collections.abc import Iterable, Sequence
from functools import partial

from laddereditor.edits.cell_texts import choice_text, read_choice, read_experience
from laddereditor.edits.edit import Edit, EditRefused, builder, in_turn
from laddereditor.edits.fields import field_label, give_back, set_entry, set_field
from laddereditor.edits.filling_lists import Filling, explained, filled_list, filled_skills
from laddereditor.edits.paths import value_at
from laddereditor.edits.spots import (
    LISTS,
    Spot,
    is_overriding,
    shape_of,
    spec_of,
    spot_title,
    spot_words,
    text_at,
)
from laddereditor.edits.words import LABEL_LENGTH, canonical, existing, named, shortened
from laddereditor.model.address import parent
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience

__all__ = ["Filling", "fill", "give_back_all"]


@builder
def fill(ladder: Ladder, fillings: Iterable[Filling], verb: str = "Change") -> Edit:
    """Give each spot its text, all in one step.

    An empty text empties the spot: an item or a skill goes, and a value or a list of which nothing
    is left is inherited again. Several lines for a statement are several statements. Positions are
    those of the ladder as it is before. Raises EditRefused, naming the cell, when one text makes no
    value; then nothing is filled.
    """
    known = tuple(fillings)
    after = ladder
    for group in _by_list(ladder, known):
        after = _filled(after, group)
    return Edit(_label(ladder, known, verb), lambda _: after)


def _label(ladder: Ladder, fillings: Sequence[Filling], verb: str) -> str:
    if len(fillings) == 1:
        spot = fillings[0][0]
        verb = "Add to" if spot.insert and verb == "Change" else verb
        return field_label(verb, spot_title(ladder, spot), named(ladder, spot.address))
    owners = {parent(canonical(ladder, spot.address)) for spot, _ in fillings}
    family = owners.pop() if len(owners) == 1 else ""
    where = f" of {named(ladder, family)}" if family.startswith("families/") else ""
    return shortened(f"{verb} {len(fillings)} cells{where}", LABEL_LENGTH)


def _by_list(ladder: Ladder, fillings: Sequence[Filling]) -> list[list[Filling]]:
    """Return the fillings of each list or field together, as positions shift with the first."""
    groups: dict[tuple[str, str], list[Filling]] = {}
    for spot, text in fillings:
        place = canonical(ladder, spot.address), spot.list_path
        groups.setdefault(place, []).append((spot, text))
    return list(groups.values())


def _filled(ladder: Ladder, group: Sequence[Filling]) -> Ladder:
    shape = shape_of(ladder, group[0][0])
    if shape in LISTS:
        return filled_list(ladder, group, shape)
    if shape == "skills":
        return filled_skills(ladder, group)
    for spot, text in group:
        ladder = _filled_value(ladder, spot, text)
    return ladder


def _filled_value(ladder: Ladder, spot: Spot, text: str) -> Ladder:
    plain = text.strip()
    if plain == text_at(ladder, spot).strip():
        return ladder
    spec = spec_of(ladder, spot)
    shape = spec.shape if spec else ""
    if spot.key:
        return set_entry(ladder, spot.address, spot.name, spot.key, plain).change(ladder)
    value: object = plain
    if shape == "experience":
        value = _years(ladder, spot, plain)
    elif spec and spec.choices:
        options = [(choice, choice_text(choice)) for choice in spec.choices]
        value = explained(ladder, spot, text, lambda: read_choice(plain, options))
    elif shape == "line":
        value = " ".join(plain.split())
    elif shape != "text":
        raise EditRefused(f"{spot_words(ladder, spot)} cannot be changed in a cell.")
    return set_field(ladder, spot.address, spot.name, value).change(ladder)


def _years(ladder: Ladder, spot: Spot, text: str) -> Experience | None:
    years: Experience | None = explained(ladder, spot, text, lambda: read_experience(text))
    own = value_at(existing(ladder, spot.address), spot.name)
    if years is not None and isinstance(own, Experience):
        return evolve(own, min=years.min, max=years.max)  # keeps what else a file says of it
    return years


# -- giving back --------------------------------------------------------------------------------


@builder
def give_back_all(ladder: Ladder, spots: Iterable[Spot]) -> Edit:
    """Drop the own values at spots, so that those of the level hold again; all in one step.

    Raises EditRefused when none of them stands in place of its level's.
    """
    wanted = {(spot.address, spot.list_path): spot for spot in spots}
    chosen = [spot for spot in wanted.values() if is_overriding(ladder, spot)]
    if not chosen:
        raise EditRefused("Nothing chosen here is the profile's own in place of its level's.")
    if len(chosen) == 1:
        label = field_label(
            "Inherit", spot_title(ladder, chosen[0]), named(ladder, chosen[0].address)
        )
    else:
        label = shortened(f"Inherit {len(chosen)} fields", LABEL_LENGTH)
    return in_turn(ladder, label, tuple(partial(_given_back, spot) for spot in chosen))


def _given_back(spot: Spot, ladder: Ladder) -> Edit:
    return give_back(ladder, spot.address, spot.name, spot.key)
