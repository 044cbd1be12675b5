"""Fill the cells of equivalents: code, name and confidence of a scheme; new ones, none left."""

from collections.abc import Sequence

from laddereditor.edits.cells.filling_lists import Filling, RebuiltList, explained
from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.places.cell_place import CellPlace, place_path, spec_of
from laddereditor.edits.places.shown import text_at
from laddereditor.edits.words import existing
from laddereditor.model.base import evolve
from laddereditor.model.equivalent import Equivalent, Equivalents, equivalent_text
from laddereditor.model.ladder import Ladder

_Cells = list[Filling]


def filled_equivalents(ladder: Ladder, group: Sequence[Filling]) -> Ladder:
    """Return the ladder with cells of one entity's equivalents filled in.

    An equivalent of which neither code, name nor note is left goes.

    Args:
        ladder: The ladder, before the edit.
        group: The places with their texts, all of one entity.

    Raises:
        EditRefused: A text is no confidence, or an equivalent would have nothing but that.
    """
    first = group[0][0]
    held: Equivalents = getattr(existing(ladder, first.address), first.name)
    known, new = _by_equivalent(ladder, group, held)
    rebuilt = RebuiltList()
    for position, one in enumerate(held):
        cells = known.get(position, [])
        rebuilt.keep(position, _filled(ladder, one, cells) if cells else (one,))
    for (scheme, _), cells in sorted(new.items(), key=lambda item: item[0][1]):
        rebuilt.items += _filled(ladder, Equivalent(scheme=scheme), cells)
    if tuple(rebuilt.items) == held:
        return ladder
    return rebuilt.put(ladder, first)


def _by_equivalent(
    ladder: Ladder, group: Sequence[Filling], held: Equivalents
) -> tuple[dict[int, _Cells], dict[tuple[str, int], _Cells]]:
    """Return the changed cells of each equivalent, and those of new ones by scheme and place."""
    known: dict[int, _Cells] = {}
    new: dict[tuple[str, int], _Cells] = {}
    for place, text in group:
        if place.insert:
            new.setdefault((place.key, place.position), []).append((place, text))
        elif _is_there(place, held):
            if text.strip() != text_at(ladder, place).strip():
                known.setdefault(place.position, []).append((place, text))
        else:
            raise EditRefused(f"{place_path(ladder, place)} has changed; look at it again.")
    return known, new


def _is_there(place: CellPlace, held: Equivalents) -> bool:
    if not 0 <= place.position < len(held):
        return False
    return held[place.position].scheme.strip().casefold() == place.key.strip().casefold()


def _filled(ladder: Ladder, before: Equivalent, cells: _Cells) -> Equivalents:
    after = evolve(before, **{place.part: _read(ladder, place, text) for place, text in cells})
    if equivalent_text(after):
        return (after,)
    if any(text.strip() for _, text in cells):
        where = place_path(ladder, cells[0][0])
        raise EditRefused(f"{where}: write the code or the name of the equivalent first.")
    return ()


def _read(ladder: Ladder, place: CellPlace, text: str) -> str:
    spec = spec_of(ladder, place)
    if spec is None:
        raise EditRefused(f"{place_path(ladder, place)} cannot be changed in a cell.")
    value: str = explained(ladder, place, text, lambda: read_field(spec, text))
    return value
