"""Makes the matrix of a family or of the generic levels: which rows there are, and their cells."""

from collections.abc import Iterator

from laddereditor.compare.sheet.matrix import Matrix, MatrixCell, MatrixRow
from laddereditor.compare.sheet.matrix_columns import (
    GENERIC,
    MatrixSource,
    family_sides,
    level_sides,
)
from laddereditor.compare.sheet.matrix_frame import MatrixFrame, frame_of
from laddereditor.compare.sheet.matrix_lists import list_rows
from laddereditor.compare.sheet.matrix_skills import skill_rows
from laddereditor.edits.cells.texts import choice_text, range_text
from laddereditor.edits.words import existing
from laddereditor.model.family import Family, Pay, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import Source

__all__ = ["matrix", "range_text"]

Rows = Iterator[MatrixRow]
_NOBODY_MISSES = ("notes",)  # what is for the editors of the ladder alone
_IN_THE_HEADS = ("level", "id", "track")


def matrix(
    ladder: Ladder, address: str, *, all_tracks: bool = False, compact: bool = True
) -> Matrix:
    """Return the matrix of the family at `address`, or of the generic levels for "levels".

    Statements that belong together stand in one row. With `compact`, those that stand alone share
    rows, each list in its order; otherwise each has a row of its own. Raises EditRefused when there
    is no such family.
    """
    if address == GENERIC:
        (sides, left_out), title = level_sides(ladder), KINDS["level"].plural
    else:
        family = existing(ladder, address)
        assert isinstance(family, Family)
        (sides, left_out), title = (
            family_sides(ladder, family, address, all_tracks=all_tracks),
            label_of(family),
        )
    frame = frame_of(ladder, address, sides, compact=compact)
    specs = field_specs(Level if address == GENERIC else Profile)
    rows = tuple(row for spec in specs.values() for row in _rows(frame, spec))
    return Matrix(title, address, tuple(side.column for side in sides), rows, left_out)


def _rows(frame: MatrixFrame, spec: FieldSpec) -> Rows:
    """Yield the rows of a field."""
    if spec.name in _IN_THE_HEADS:
        return
    if spec.shape in ("texts", "expectations", "statements", "lines", "skills", "pay"):
        words = spec.heading or spec.title
        yield MatrixRow("heading", spec.name, "", words, words)
    if spec.shape == "texts":
        for key in frame.keys(spec):
            yield _value_row(frame, spec, key, frame.label(spec.refers_to, key))
    elif spec.shape in ("statements", "lines"):
        yield from list_rows(frame, spec)
    elif spec.shape == "expectations":
        for key in frame.keys(spec):
            yield from list_rows(frame, spec, key)
    elif spec.shape == "skills":
        yield from skill_rows(frame, spec)
    elif spec.shape == "pay":
        yield from _pay_rows(frame, spec)
    else:
        yield _value_row(frame, spec, "", spec.title)


def _value_row(frame: MatrixFrame, spec: FieldSpec, key: str, heading: str) -> MatrixRow:
    cells = frame.cells(lambda side: _value_cell(side, spec, key))
    if spec.name not in _NOBODY_MISSES:
        cells = frame.with_gaps(cells)
    return MatrixRow("value", spec.name, key, heading, spec.heading or spec.title, tuple(cells))


def _value_cell(side: MatrixSource, spec: FieldSpec, key: str) -> MatrixCell:
    text, source = side.text(spec.name, key)
    spot = side.spot(spec.name, key)
    if source is Source.OWN:
        words = choice_text(text) if spec.choices else text
        return MatrixCell(words, "own", spot, field=spot.path, below=side.below(spot))
    if source is Source.NONE:
        return MatrixCell("", "empty", spot, field=spot.path)
    return MatrixCell(text, "inherited", spot, (), source, side.origin(source), spot.path)


# -- pay ----------------------------------------------------------------------------------------


def _pay_rows(frame: MatrixFrame, spec: FieldSpec) -> Rows:
    specs = field_specs(Pay)
    for name in ("status", "note"):
        title = specs[name].title
        cells = frame.cells(lambda side, name=name: _pay_cell(side, spec, name))  # type: ignore[misc]
        cells = frame.with_gaps(cells) if name == "status" else cells
        yield MatrixRow("value", f"{spec.name}/{name}", "", title, title, tuple(cells))
    yield from _range_rows(frame, f"{spec.name}/ranges", specs["ranges"].title)


def _pay_cell(side: MatrixSource, spec: FieldSpec, name: str) -> MatrixCell:
    spot = side.spot(f"{spec.name}/{name}")
    text = side.pay(name)
    return MatrixCell(text, "own" if text else "empty", spot, field=spot.path)


def _range_rows(frame: MatrixFrame, path: str, title: str) -> Rows:
    """Yield a row for each market; ranges are told here and changed in the form."""
    held: dict[tuple[str, int], dict[int, MatrixCell]] = {}
    for number, side in enumerate(frame.sides):
        seen: dict[str, int] = {}
        pay = side.whole.pay if side.whole else None
        for place, one in enumerate(pay.ranges if pay else ()):
            seen[one.market] = seen.get(one.market, 0) + 1
            cell = MatrixCell(range_text(one), "own", field=f"{path}/{place}")
            held.setdefault((one.market, seen[one.market]), {})[number] = cell
    for (market, _), known in held.items():
        cells = frame.with_gaps(frame.cells(lambda _: MatrixCell("", "empty", field=path), known))
        heading = f"{title}: {market}" if market else title
        yield MatrixRow("fact", path, market, heading, title, tuple(cells))
