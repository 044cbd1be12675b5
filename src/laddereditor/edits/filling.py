"""Filling cells: many places of profiles and levels get their texts in one step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from laddereditor.edits.accepted import shift_accepted
from laddereditor.edits.cell_texts import (
    ANY_PROFICIENCY,
    choice_text,
    experience_text,
    read_choice,
    read_experience,
    read_statements,
    statement_cell,
)
from laddereditor.edits.edit import Edit, EditRefused, builder, in_turn
from laddereditor.edits.fields import field_label, give_back, remove_entry, set_entry, set_field
from laddereditor.edits.lines import split_lines
from laddereditor.edits.paths import put, spec_at, title_at, value_at
from laddereditor.edits.references import create_skill_use
from laddereditor.edits.words import LABEL_LENGTH, canonical, existing, named, shortened
from laddereditor.model.address import encode_key, join, parent
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.naming import place_words
from laddereditor.model.resolve import find_level, resolved
from laddereditor.model.statement import RatedSkill, make_skill_use, proficiency_of, skill_of

END = -1
LISTS = ("statements", "expectations", "lines")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a profile or level that one cell stands for.

    `key` is the factor, the competency or the skill. `position` is the item of a list; with
    `insert` a new item goes before it, or to the end. A skill that is not used yet has no position.
    """

    address: str
    name: str  # "summary", "factors", "responsibilities", "skills", "pay/status"
    key: str = ""
    position: int = END
    insert: bool = False

    @property
    def path(self) -> str:
        """The field's path inside the entity, with the item where there is one."""
        item = str(self.position) if self.position >= 0 and not self.insert else ""
        return join(self.list_path, item)

    @property
    def list_path(self) -> str:
        """The path of the field or of the list that the spot is in."""
        return join(self.name, "" if self.name == "skills" else encode_key(self.key))


Filling = tuple[Spot, str]


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
    for (address, _), group in _by_list(ladder, known).items():
        after = _filled(after, address, group)
    return Edit(_label(ladder, known, verb), lambda _: after)


def _label(ladder: Ladder, fillings: Sequence[Filling], verb: str) -> str:
    if len(fillings) == 1:
        spot = fillings[0][0]
        verb = "Add to" if spot.insert and verb == "Change" else verb
        return field_label(verb, spot_title(ladder, spot), named(ladder, spot.address))
    owners = {_owner(spot.address) for spot, _ in fillings}
    where = f" of {named(ladder, owners.pop())}" if len(owners) == 1 and "" not in owners else ""
    return shortened(f"{verb} {len(fillings)} cells{where}", LABEL_LENGTH)


def _owner(address: str) -> str:
    return parent(address) if address.startswith("families/") else ""


def spot_title(ladder: Ladder, spot: Spot) -> str:
    """Return what people call a spot's field: the factor's or skill's name where it has one."""
    entity = existing(ladder, spot.address)
    spec = spec_at(entity, spot.name)
    if spot.key and spec and spec.refers_to:
        found = by_id(ladder, spec.refers_to).get(spot.key)
        return label_of(found) if found else spot.key
    return title_at(entity, spot.name)


def spot_words(ladder: Ladder, spot: Spot) -> str:
    """Return where a spot is, in the words of people: `AI/ML Engineer › P3 › Scope`."""
    words = place_words(ladder, spot.address)
    return f"{words} › {spot_title(ladder, spot)}"


def _by_list(ladder: Ladder, fillings: Sequence[Filling]) -> dict[tuple[str, str], list[Filling]]:
    groups: dict[tuple[str, str], list[Filling]] = {}
    for spot, text in fillings:
        full = canonical(ladder, spot.address)
        groups.setdefault((full, spot.list_path), []).append((spot, text))
    return groups


def _filled(ladder: Ladder, address: str, group: Sequence[Filling]) -> Ladder:
    spec = spec_at(existing(ladder, address), group[0][0].name)
    shape = spec.shape if spec else ""
    if shape in LISTS:
        return _filled_list(ladder, address, group, shape)
    if shape == "skills":
        return _filled_skills(ladder, address, group)
    for spot, text in group:
        ladder = _filled_value(ladder, spot, text, spec)
    return ladder


# -- single values ------------------------------------------------------------------------------


def _filled_value(ladder: Ladder, spot: Spot, text: str, spec: FieldSpec | None) -> Ladder:
    plain = text.strip()
    if plain == text_at(ladder, spot).strip():
        return ladder
    shape = spec.shape if spec else ""
    if spot.key:
        return set_entry(ladder, spot.address, spot.name, spot.key, plain).change(ladder)
    if shape == "experience":
        value: Any = _explained(ladder, spot, text, lambda: read_experience(plain))
        own = value_at(existing(ladder, spot.address), spot.name)
        if value is not None and isinstance(own, Experience):
            value = evolve(own, min=value.min, max=value.max)
    elif spec and spec.choices:
        options = [(choice, choice_text(choice)) for choice in spec.choices]
        value = _explained(ladder, spot, text, lambda: read_choice(plain, options))
    elif shape in ("line", "text"):
        value = " ".join(plain.split()) if shape == "line" else plain
    else:
        raise EditRefused(f"{spot_words(ladder, spot)} cannot be changed in a cell.")
    return set_field(ladder, spot.address, spot.name, value).change(ladder)


def _explained(ladder: Ladder, spot: Spot, text: str, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except ValueError as error:
        wrong = shortened(text, 40)
        where = spot_words(ladder, spot)
        raise EditRefused(
            f"{where}: “{wrong}” does not fit; {error}. Nothing was changed."
        ) from None


def text_at(ladder: Ladder, spot: Spot) -> str:
    """Return the text that a spot shows now, inherited or own; "" for nothing."""
    entity = existing(ladder, spot.address)
    spec = spec_at(entity, spot.name)
    shape = spec.shape if spec else ""
    if shape in LISTS or shape == "skills":
        items = shown_list(ladder, spot.address, spot)
        if spot.insert or not 0 <= spot.position < len(items):
            return ""
        item = items[spot.position]
        return skill_text(ladder, item) if shape == "skills" else statement_cell(item)
    value = _shown(ladder, spot, entity)
    if shape == "experience":
        return experience_text(value)
    return choice_text(str(value or "")) if spec and spec.choices else str(value or "")


def _shown(ladder: Ladder, spot: Spot, entity: Entity) -> Any:
    if not isinstance(entity, Profile) or spot.name not in _SOURCED:
        return value_at(entity, spot.list_path)
    family: Any = existing(ladder, parent(canonical(ladder, spot.address)))
    held = getattr(resolved(ladder, family, entity), spot.name)
    if spot.key:
        return held[spot.key].value if spot.key in held else ""
    return held.value


_SOURCED = ("title", "summary", "experience", "factors")


# -- lists --------------------------------------------------------------------------------------


def shown_list(ladder: Ladder, address: str, spot: Spot) -> tuple[Any, ...]:
    """Return the list that a spot is in as it holds: the entity's own, else its level's."""
    entity = existing(ladder, address)
    own = value_at(entity, spot.list_path)
    if own is None and spot.key and isinstance(entity, Profile):
        level = find_level(ladder, entity.level)
        own = value_at(level, spot.list_path) if level else None
    return own if isinstance(own, tuple) else ()


@dataclass
class _Rebuilt:
    """A list being made anew, and where the items of before are in it."""

    items: list[Any] = field(default_factory=list)
    moved: dict[int, int | None] = field(default_factory=dict)

    def keep(self, place: int, new: Sequence[Any]) -> None:
        self.moved[place] = len(self.items) if new else None
        self.items += new


def _filled_list(ladder: Ladder, address: str, group: Sequence[Filling], shape: str) -> Ladder:
    held = shown_list(ladder, address, group[0][0])
    changed = {spot.position: text for spot, text in group if not spot.insert}
    if any(not 0 <= place < len(held) for place in changed):
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
    return _with_list(ladder, address, group[0][0], held, rebuilt)


def _place(spot: Spot, length: int) -> int:
    return spot.position if 0 <= spot.position < length else length


def _items(text: str, old: Any, shape: str) -> tuple[Any, ...]:
    return (
        (split_lines(text) if text != old else (old,))
        if shape == "lines"
        else (read_statements(text, old))
    )


def _with_list(
    ladder: Ladder, address: str, spot: Spot, held: tuple[Any, ...], rebuilt: _Rebuilt
) -> Ladder:
    new = tuple(rebuilt.items)
    if new == held:
        return ladder
    if not new and spot.key:
        after = remove_entry(ladder, address, spot.name, spot.key).change(ladder)
    elif spot.key:
        after = set_entry(ladder, address, spot.name, spot.key, new).change(ladder)
    else:
        after = put(ladder, address, spot.name, new)
    return _shifted(after, address, spot.list_path, rebuilt.moved)


def _shifted(ladder: Ladder, address: str, path: str, moved: Mapping[int, int | None]) -> Ladder:
    changes = {old: new for old, new in moved.items() if old != new}
    return shift_accepted(ladder, join(address, path), changes) if changes else ladder


# -- skills -------------------------------------------------------------------------------------


def skill_text(ladder: Ladder, use: Any) -> str:
    """Return the proficiency that a use of a skill asks for, as a cell shows it."""
    step = proficiency_of(use)
    found = by_id(ladder, "proficiency").get(step)
    return label_of(found) if found else step or ANY_PROFICIENCY


def step_options(ladder: Ladder) -> list[tuple[str, str]]:
    """Return (id, name) of each proficiency, and of no particular one last."""
    steps = [(key, label_of(step)) for key, step in by_id(ladder, "proficiency").items()]
    return [*steps, ("", ANY_PROFICIENCY)]


def _filled_skills(ladder: Ladder, address: str, group: Sequence[Filling]) -> Ladder:
    held: tuple[Any, ...] = value_at(existing(ladder, address), "skills") or ()
    rebuilt = _Rebuilt()
    changed = {spot.position: (spot, text) for spot, text in group if not spot.insert}
    for place, use in enumerate(held):
        spot, text = changed.get(place, (None, ""))
        rebuilt.keep(place, (use,) if spot is None else _use(ladder, spot, text, use))
    for spot, text in group:
        if not spot.insert and spot.position < 0:
            rebuilt.items += _use(ladder, spot, text, None)
    new = tuple(rebuilt.items)
    if new != held:
        ladder = _shifted(put(ladder, address, "skills", new), address, "skills", rebuilt.moved)
    for spot, text in group:
        if spot.insert and text.strip():
            ladder = create_skill_use(ladder, address, text).change(ladder)
    return ladder


def _use(ladder: Ladder, spot: Spot, text: str, old: Any) -> tuple[Any, ...]:
    plain = text.strip()
    if not plain:
        return ()
    if old is not None and plain == skill_text(ladder, old):
        return (old,)
    step = _explained(ladder, spot, text, lambda: read_choice(plain, step_options(ladder)))
    if isinstance(old, RatedSkill) and old.model_extra:
        return (evolve(old, proficiency=step),)
    return (make_skill_use(skill_of(old) if old is not None else spot.key, step),)


# -- giving back --------------------------------------------------------------------------------

_INHERITED = ("title", "summary", "experience", "factors", "expectations")


def is_overriding(ladder: Ladder, spot: Spot) -> bool:
    """Whether a profile has an own value at a spot where it could inherit one."""
    entity = existing(ladder, spot.address)
    if not isinstance(entity, Profile) or spot.name not in _INHERITED:
        return False
    own = value_at(entity, spot.list_path)
    level = find_level(ladder, entity.level)
    if spot.name == "title":
        return bool(own)
    below = value_at(level, spot.list_path) if level else None
    return own not in (None, "") and bool(below)


@builder
def give_back_all(ladder: Ladder, spots: Iterable[Spot]) -> Edit:
    """Drop the own values at spots, so that those of the level hold again; all in one step."""
    wanted = {(spot.address, spot.name, spot.key): spot for spot in spots}
    chosen = [spot for spot in wanted.values() if is_overriding(ladder, spot)]
    if not chosen:
        raise EditRefused("Nothing chosen here is the profile's own in place of its level's.")
    steps = [partial(_given_back, spot) for spot in chosen]
    title = spot_title(ladder, chosen[0])
    label = field_label("Inherit", title, named(ladder, chosen[0].address))
    many = shortened(f"Inherit {len(chosen)} fields", LABEL_LENGTH)
    return in_turn(ladder, label if len(chosen) == 1 else many, tuple(steps))


def _given_back(spot: Spot, ladder: Ladder) -> Edit:
    return give_back(ladder, spot.address, spot.name, spot.key)
