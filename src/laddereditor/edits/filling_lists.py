"""Filling the items of one list: statements, titles, uses of skills."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.accepted import shift_accepted
from laddereditor.edits.cell_texts import read_choice, read_statements
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import remove_entry, set_entry
from laddereditor.edits.lines import split_lines
from laddereditor.edits.paths import put, value_at
from laddereditor.edits.references import create_skill_use
from laddereditor.edits.spots import Spot, shown_list, skill_text, spot_words, step_options
from laddereditor.edits.words import canonical, existing, shortened
from laddereditor.model.address import join
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill, SkillUse, make_skill_use, skill_of

Filling = tuple[Spot, str]


@dataclass
class _Rebuilt:
    """A list being made anew, and where the items of before are in it."""

    items: list[Any] = field(default_factory=list)
    moved: dict[int, int | None] = field(default_factory=dict)

    def keep(self, place: int, new: Sequence[Any]) -> None:
        self.moved[place] = len(self.items) if new else None
        self.items += new


def filled_list(ladder: Ladder, group: Sequence[Filling], shape: str) -> Ladder:
    """Return the ladder with the texts of one list filled in; an inherited list becomes own.

    Raises EditRefused when an item is not there any more.
    """
    held = shown_list(ladder, group[0][0])
    changed = {spot.position: text for spot, text in group if not spot.insert}
    if not all(0 <= place < len(held) for place in changed):
        raise EditRefused(f"{spot_words(ladder, group[0][0])} has changed; look at it again.")
    rebuilt = _Rebuilt()
    for place in range(len(held) + 1):
        for spot, text in group:
            if spot.insert and _place(spot, len(held)) == place:
                rebuilt.items += _items(text, None, shape)
        if place < len(held):
            old = held[place]
            new = _items(changed[place], old, shape) if place in changed else (old,)
            rebuilt.keep(place, new)
    return _with_list(ladder, group[0][0], held, rebuilt)


def _place(spot: Spot, length: int) -> int:
    return spot.position if 0 <= spot.position < length else length


def _items(text: str, old: Any, shape: str) -> tuple[Any, ...]:
    if shape != "lines":
        return read_statements(text, old)
    plain = text.strip()
    if "\n" not in plain:
        return (plain,) if plain else ()
    return (old,) if text == old else split_lines(text)


def _with_list(ladder: Ladder, spot: Spot, held: tuple[Any, ...], rebuilt: _Rebuilt) -> Ladder:
    new = tuple(rebuilt.items)
    if new == held:
        return ladder
    if not spot.key:
        after = put(ladder, spot.address, spot.name, new)
    elif new:
        after = set_entry(ladder, spot.address, spot.name, spot.key, new).change(ladder)
    else:
        after = remove_entry(ladder, spot.address, spot.name, spot.key).change(ladder)
    return _shifted(after, spot, rebuilt.moved)


def _shifted(ladder: Ladder, spot: Spot, moved: Mapping[int, int | None]) -> Ladder:
    changes = {old: new for old, new in moved.items() if old != new}
    place = join(canonical(ladder, spot.address), spot.list_path)
    return shift_accepted(ladder, place, changes) if changes else ladder


# -- skills -------------------------------------------------------------------------------------


def filled_skills(ladder: Ladder, group: Sequence[Filling]) -> Ladder:
    """Return the ladder with proficiencies filled in, skills taken off and added.

    Raises EditRefused for a text that is no proficiency, or a skill that is listed already.
    """
    first = group[0][0]
    held: tuple[SkillUse, ...] = value_at(existing(ladder, first.address), "skills") or ()
    rebuilt = _Rebuilt()
    changed = {spot.position: (spot, text) for spot, text in group if not spot.insert}
    for place, use in enumerate(held):
        spot, text = changed.get(place, (None, ""))
        rebuilt.keep(place, (use,) if spot is None else _use(ladder, spot, text, use))
    for spot, text in group:
        if not spot.insert and spot.position < 0:
            _refuse_second(ladder, spot, held)
            rebuilt.items += _use(ladder, spot, text, None)
    new = tuple(rebuilt.items)
    if new != held:
        ladder = _shifted(put(ladder, first.address, "skills", new), first, rebuilt.moved)
    for spot, text in group:
        if spot.insert and text.strip():
            ladder = create_skill_use(ladder, spot.address, text).change(ladder)
    return ladder


def _refuse_second(ladder: Ladder, spot: Spot, held: Sequence[SkillUse]) -> None:
    if spot.key in map(skill_of, held):
        raise EditRefused(f"{spot_words(ladder, spot)} is listed already; look at it again.")


def _use(ladder: Ladder, spot: Spot, text: str, old: SkillUse | None) -> tuple[SkillUse, ...]:
    plain = text.strip()
    if not plain:
        return ()
    if old is not None and plain == skill_text(ladder, old):
        return (old,)
    step = explained(ladder, spot, text, lambda: read_choice(plain, step_options(ladder)))
    if isinstance(old, RatedSkill) and old.model_extra:
        return (evolve(old, proficiency=step),)
    return (make_skill_use(skill_of(old) if old is not None else spot.key, step),)


def explained(ladder: Ladder, spot: Spot, text: str, read: Callable[[], Any]) -> Any:
    """Return what is read from a text; a ValueError becomes a refusal that names the cell."""
    try:
        return read()
    except ValueError as error:
        where, wrong = spot_words(ladder, spot), shortened(text, 40)
        raise EditRefused(
            f"{where}: “{wrong}” does not fit; {error}. Nothing was changed."
        ) from error
