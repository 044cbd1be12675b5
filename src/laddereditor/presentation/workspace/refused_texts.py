"""Texts that were typed but refused: what is stored about each, and its words; no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from laddereditor.edits.edit import follow
from laddereditor.edits.paths import value_at
from laddereditor.edits.places.cell_place import CellPlace, shape_of
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words
from laddereditor.rules.finding import Finding, Severity
from laddereditor.session.change import SessionChange

RULE = "not-in-file"
RULE_TITLE = "Typed, but not in the file"


@dataclass(frozen=True, slots=True)
class RefusedText:
    """What was typed into a field of an entity, and why it cannot be taken."""

    address: Address
    field: FieldPath
    text: str
    reason: str
    also: tuple[Address, ...] = ()  # further entries that it was typed for, all at once

    @property
    def place(self) -> tuple[Address, FieldPath]:
        """Where the text was typed."""
        return self.address, self.field

    @property
    def words(self) -> str:
        """The message about the text."""
        return f"“{self.text}” is not in the file. {self.reason}"


RefusedByCell = Mapping[tuple[Address, FieldPath], RefusedText]


def field_of_cell(ladder: Ladder, place: CellPlace) -> FieldPath | None:
    """Return the field whose editor in the form shows what a cell refused; None if none does.

    Years have two fields there: the first one shows the whole text. Other shapes take any
    text, or are chosen.
    """
    shape = shape_of(ladder, place)
    if shape == "experience":
        return place.path.at("min")
    return place.path if shape in ("number", "date") else None


def by_cell(texts: Iterable[RefusedText]) -> RefusedByCell:
    """Return texts by the cells that show them: that of the field, else of what it is a part of."""
    found: dict[tuple[Address, FieldPath], RefusedText] = {}
    for one in texts:
        found.setdefault((one.address, one.field.above), one)
    return found | {(one.address, one.field): one for one in texts}


def followed(text: RefusedText, change: SessionChange) -> RefusedText | None:
    """Return a text where its entity and list item are after a change; None if they are gone."""
    address = follow(text.address, change.moved)
    try:
        address.entity(change.after)
    except NoSuchPlace:
        return None
    field = _followed_field(text, address, change)
    also = tuple(follow(one, change.moved) for one in text.also)
    also = tuple(one for one in also if one.has_entry(change.after))
    return replace(text, address=address, field=field, also=also) if field else None


def _followed_field(text: RefusedText, address: Address, change: SessionChange) -> FieldPath:
    """Return the path of a field whose list item may have another place now, "" if it is gone."""
    path = text.field
    place = next((at for at, piece in enumerate(path.parts) if piece.isdigit()), -1)
    if place < 0:
        return path
    items = path.first(place)
    before = _items(change.before, text.address, items)
    after = _items(change.after, address, items)
    now = _followed_place(int(path.parts[place]), before, after)
    return items.at(str(now), *path.parts[place + 1 :]) if now >= 0 else FieldPath()


def _followed_place(number: int, before: Sequence[object], after: Sequence[object]) -> int:
    """Return the current index of a list's item; -1 if it is gone."""
    if number >= len(before):
        return min(number, len(after))
    same = next((at for at, item in enumerate(after) if item is before[number]), -1)
    return number if same < 0 and len(before) == len(after) else same


def _items(ladder: Ladder, address: Address, path: FieldPath) -> tuple[object, ...]:
    try:
        items = value_at(address.entity(ladder), path)
    except NoSuchPlace:
        return ()
    return items if isinstance(items, tuple) else ()


def as_findings(texts: Iterable[RefusedText]) -> tuple[Finding, ...]:
    """Return the texts as findings for the Problems view."""
    return tuple(
        Finding(
            RULE,
            Severity.ERROR,
            one.address,
            one.field,
            one.words,
        )
        for one in texts
    )


def as_lines(ladder: Ladder, texts: Iterable[RefusedText]) -> str:
    """Return a line for each text: where it was typed, what, and why it cannot be taken."""
    return "\n".join(f"{_place_words(ladder, one)}: “{one.text}”. {one.reason}" for one in texts)


def _place_words(ladder: Ladder, text: RefusedText) -> str:
    more = f" (and {plural(len(text.also), 'other')})" if text.also else ""
    return f"{place_words(ladder, text.address, text.field)}{more}"
