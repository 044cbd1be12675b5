"""Makes the matrix of a family or of the generic levels: which rows there are, and their cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from laddereditor.align.columns import align
from laddereditor.compare.matrix import Matrix, MatrixCell, MatrixRow
from laddereditor.compare.matrix_columns import GENERIC, Side, family_sides, level_sides
from laddereditor.edits.cell_texts import choice_text
from laddereditor.edits.paths import order_for
from laddereditor.edits.words import existing
from laddereditor.model.family import Family, Pay, PayRange, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import Source
from laddereditor.model.terms import Skill

Rows = Iterator[MatrixRow]
_Places = tuple[int | None, ...]
_NO_GAP = ("notes",)  # nobody misses what is for the editors alone
_SHOWN_ELSEWHERE = ("level", "id", "track")  # in the heads of the columns


def matrix(
    ladder: Ladder, address: str, *, all_tracks: bool = False, compact: bool = True
) -> Matrix:
    """Return the matrix of the family at `address`, or of the generic levels for "levels".

    Statements that belong together stand in one row. With `compact`, those that stand alone share
    rows, each list in its order; otherwise each has a row of its own. Raises EditRefused when there
    is no such family.
    """
    if address == GENERIC:
        sides, title = level_sides(ladder), KINDS["level"].plural
    else:
        family = existing(ladder, address)
        assert isinstance(family, Family)
        sides, title = (
            family_sides(ladder, family, address, all_tracks=all_tracks),
            label_of(family),
        )
    maker = _Maker(ladder, address, sides, compact=compact)
    specs = field_specs(Level if address == GENERIC else Profile)
    rows = tuple(row for spec in specs.values() for row in maker.rows(spec))
    return Matrix(title, address, tuple(side.column for side in sides), rows)


class _Maker:
    """Makes the rows of one field after the other."""

    def __init__(self, ladder: Ladder, address: str, sides: list[Side], *, compact: bool) -> None:
        self._ladder, self._address, self._sides, self._compact = ladder, address, sides, compact

    def rows(self, spec: FieldSpec) -> Rows:
        """Yield the rows of a field."""
        if spec.name in _SHOWN_ELSEWHERE:
            return
        if spec.shape == "texts":
            yield self._heading(spec)
            for key in self._keys(spec):
                yield self._value(spec, key, self._label(spec.refers_to, key))
        elif spec.shape in ("statements", "lines"):
            yield self._heading(spec)
            yield from self._list(spec, "", "")
        elif spec.shape == "expectations":
            yield self._heading(spec)
            for key in self._keys(spec):
                yield from self._list(spec, key, self._label(spec.refers_to, key))
        elif spec.shape == "skills":
            yield self._heading(spec)
            yield from self._skills(spec)
        elif spec.shape == "pay":
            yield self._heading(spec)
            yield from self._pay(spec)
        else:
            yield self._value(spec, "", spec.title)

    def _heading(self, spec: FieldSpec) -> MatrixRow:
        words = spec.heading or spec.title
        return MatrixRow("heading", spec.name, "", words, words)

    def _keys(self, spec: FieldSpec) -> list[str]:
        """Return the factors or competencies in the ladder's order, unknown ones last."""
        order = dict.fromkeys(
            order_for(self._ladder, "" if self._address == GENERIC else self._address, spec)
        )
        for side in self._sides:
            for entity in (side.level, side.entity):
                order |= dict.fromkeys(getattr(entity, spec.name, {}))
        return list(order)

    def _label(self, kind: str, key: str) -> str:
        found = by_id(self._ladder, kind).get(key)
        if found is None and kind == "competency" and self._address != GENERIC:
            family = existing(self._ladder, self._address)
            own = {one.id: one for one in getattr(family, "competencies", ())}
            found = own.get(key)
        return label_of(found) if found else key

    # -- values -------------------------------------------------------------------------------

    def _value(self, spec: FieldSpec, key: str, heading: str) -> MatrixRow:
        cells = [self._value_cell(side, spec, key) for side in self._sides]
        about = spec.heading or spec.title
        found = cells if spec.name in _NO_GAP else self._with_gaps(cells)
        return MatrixRow("value", spec.name, key, heading, about, tuple(found))

    def _value_cell(self, side: Side, spec: FieldSpec, key: str) -> MatrixCell:
        if side.entity is None:
            return MatrixCell("", "absent")
        text, source = side.text(spec.name, key)
        if spec.choices:
            text = choice_text(text)
        spot = side.spot(spec.name, key)
        if source is Source.OWN:
            below = Source.LEVEL if side.has_below(spec.name, key) else Source.OWN
            return MatrixCell(text, "own", spot, (), below, "", spot.path)
        if source is Source.NONE:
            return MatrixCell("", "empty", spot, field=spot.path)
        return MatrixCell(text, "inherited", spot, (), source, side.origin(source), spot.path)

    def _with_gaps(self, cells: Sequence[MatrixCell]) -> list[MatrixCell]:
        filled = [n for n, cell in enumerate(cells) if cell.text]
        if not filled:
            return list(cells)
        note = f"{self._levels(filled)} {'says' if len(filled) == 1 else 'say'} something here"
        return [
            replace(cell, state="gap", note=note) if cell.state == "empty" else cell
            for cell in cells
        ]

    def _levels(self, places: Sequence[int]) -> str:
        names = [self._sides[place].column.level for place in places]
        if len(names) > 3:
            return f"{len(names)} other levels"
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    # -- lists --------------------------------------------------------------------------------

    def _list(self, spec: FieldSpec, key: str, heading: str) -> Rows:
        columns = [side.items(spec.name, key) for side in self._sides]
        places = _places(tuple(tuple(c.text for c in cells) for cells in columns), self._compact)
        about = heading or spec.heading or spec.title
        lacking = self._lacking(columns)
        for number, (row, shared) in enumerate(places):
            cells = [
                columns[n][place]
                if place is not None
                else self._hole(spec.name, key, n, [above for above, _ in places[:number]])
                for n, place in enumerate(row)
            ]
            if shared:
                cells = self._related(cells)
            cells = [self._gapped(cell, n, lacking, number) for n, cell in enumerate(cells)]
            yield MatrixRow(
                "item", spec.name, key, heading if number == 0 else "", about, tuple(cells)
            )
        yield self._adder(spec, key, "" if places else heading, about)

    def _related(self, cells: Sequence[MatrixCell]) -> list[MatrixCell]:
        """Return the cells of a row with the levels that say something alike in it."""
        filled = [n for n, cell in enumerate(cells) if cell.text]
        return [
            replace(cell, also=self._levels([other for other in filled if other != n]))
            if cell.text
            else cell
            for n, cell in enumerate(cells)
        ]

    def _hole(
        self, name: str, key: str, column: int, above: Sequence[tuple[int | None, ...]]
    ) -> MatrixCell:
        """Return the cell where a list has nothing; a text typed here goes behind what is above."""
        side = self._sides[column]
        if side.entity is None:
            return MatrixCell("", "absent")
        before = [place for row in above if (place := row[column]) is not None]
        position = max(before) + 1 if before else 0
        return MatrixCell("", "empty", side.spot(name, key, position, insert=True))

    def _lacking(self, columns: Sequence[Sequence[MatrixCell]]) -> dict[int, str]:
        """Return the columns whose list is empty while others have one, with words for it."""
        filled = [n for n, cells in enumerate(columns) if cells]
        if not filled:
            return {}
        words = f"{self._levels(filled)} {'has' if len(filled) == 1 else 'have'} a list here"
        return {n: words for n in range(len(columns)) if n not in filled}

    def _gapped(
        self, cell: MatrixCell, column: int, lacking: dict[int, str], number: int
    ) -> MatrixCell:
        if cell.state != "empty" or column not in lacking:
            return cell
        return replace(cell, state="gap", note=lacking[column] if number == 0 else "")

    def _adder(self, spec: FieldSpec, key: str, heading: str, about: str) -> MatrixRow:
        cells = [
            MatrixCell("", "adder", spot := side.spot(spec.name, key, insert=True), field=spot.path)
            if side.entity
            else MatrixCell("", "absent")
            for side in self._sides
        ]
        return MatrixRow("adder", spec.name, key, heading, about, tuple(cells))

    # -- skills -------------------------------------------------------------------------------

    def _skills(self, spec: FieldSpec) -> Rows:
        rows: dict[tuple[str, int], dict[int, MatrixCell]] = {}
        for n, side in enumerate(self._sides):
            seen: dict[str, int] = {}
            for cell in side.items(spec.name):
                assert cell.spot is not None
                skill = cell.spot.key
                seen[skill] = seen.get(skill, 0) + 1
                rows.setdefault((skill, seen[skill]), {})[n] = cell
        library = by_id(self._ladder, "skill")
        groups: dict[str, list[tuple[str, int]]] = {
            getattr(skill, "category", ""): [] for skill in library.values()
        }
        for skill, repeat in rows:
            category = getattr(library.get(skill), "category", "")
            groups.setdefault(category, []).append((skill, repeat))
        about = spec.heading or spec.title
        for category, found in groups.items():
            if found and (category or len(list(filter(None, groups.values()))) > 1):
                title = category or field_specs(Skill)["category"].title + " not set"
                yield MatrixRow("group", spec.name, "", title, about)
            for skill, repeat in found:
                yield self._skill(spec, skill, rows[skill, repeat])
        yield self._adder(spec, "", "", about)

    def _skill(self, spec: FieldSpec, skill: str, held: dict[int, MatrixCell]) -> MatrixRow:
        cells = [
            held.get(n) or self._unused(spec, skill, n, sorted(held))
            for n in range(len(self._sides))
        ]
        heading = self._label("skill", skill)
        return MatrixRow("skill", spec.name, skill, heading, heading, tuple(cells))

    def _unused(self, spec: FieldSpec, skill: str, column: int, used: list[int]) -> MatrixCell:
        """Return the cell of a level that does not use a skill; a gap if those around it do."""
        side = self._sides[column]
        if side.entity is None:
            return MatrixCell("", "absent")
        spot = side.spot(spec.name, skill)
        track = side.column.track
        below = [n for n in used if n < column and self._sides[n].column.track == track]
        above = [n for n in used if n > column and self._sides[n].column.track == track]
        if not below or not above:
            return MatrixCell("", "empty", spot)
        note = f"{self._levels([below[-1], above[0]])} ask for it"
        return MatrixCell("", "gap", spot, note=note)

    # -- pay ----------------------------------------------------------------------------------

    def _pay(self, spec: FieldSpec) -> Rows:
        specs = field_specs(Pay)
        for name in ("status", "note"):
            path = f"{spec.name}/{name}"
            cells = [
                MatrixCell(text, "own" if text else "empty", side.spot(path), field=path)
                if side.entity
                else MatrixCell("", "absent")
                for side in self._sides
                for text in [side.pay(name)]
            ]
            found = tuple(self._with_gaps(cells)) if name == "status" else tuple(cells)
            yield MatrixRow("value", path, "", specs[name].title, specs[name].title, found)
        yield from self._ranges(spec, specs["ranges"])

    def _ranges(self, spec: FieldSpec, ranges: FieldSpec) -> Rows:
        """Yield a row for each market; ranges are told here and changed in the form."""
        held: dict[tuple[str, int], dict[int, MatrixCell]] = {}
        for n, side in enumerate(self._sides):
            seen: dict[str, int] = {}
            pay = side.whole.pay if side.whole else None
            for place, one in enumerate(pay.ranges if pay else ()):
                seen[one.market] = seen.get(one.market, 0) + 1
                cell = MatrixCell(range_text(one), "own", field=f"{spec.name}/ranges/{place}")
                held.setdefault((one.market, seen[one.market]), {})[n] = cell
        for (market, _), cells in held.items():
            row = [
                cells.get(n)
                or MatrixCell("", "empty" if side.entity else "absent", field=f"{spec.name}/ranges")
                for n, side in enumerate(self._sides)
            ]
            heading = f"{ranges.title}: {market}" if market else ranges.title
            yield MatrixRow(
                "fact",
                f"{spec.name}/ranges",
                market,
                heading,
                ranges.title,
                tuple(self._with_gaps(row)),
            )


def range_text(pay: PayRange) -> str:
    """Return a pay range in one line: `78,000 – 92,000 – 106,000 USD`, with source and day."""
    ends = [f"{value:,.10g}" for value in (pay.min, pay.mid, pay.max) if value is not None]
    money = " ".join(part for part in (" – ".join(ends), pay.currency) if part)
    day = f"as of {pay.as_of.isoformat()}" if pay.as_of else ""
    return ", ".join(part for part in (money, pay.source, day) if part)


@lru_cache(maxsize=256)
def _places(
    columns: tuple[tuple[str, ...], ...], compact: bool
) -> tuple[tuple[_Places, bool], ...]:
    """Return rows of places, and whether what is in a row belongs together.

    In compact rows, runs of statements that stand alone share rows.
    """
    packed: list[tuple[_Places, bool]] = []
    lone: list[list[int]] = [[] for _ in columns]
    for row in align(columns, 0):
        here = [n for n, place in enumerate(row) if place is not None]
        if len(here) > 1 or not compact:
            packed += _together(lone)
            packed.append((row, len(here) > 1))
        else:
            lone[here[0]] += [place for place in row if place is not None]
    return (*packed, *_together(lone))


def _together(lone: list[list[int]]) -> list[tuple[_Places, bool]]:
    """Return statements that stand alone in shared rows, and start anew."""
    rows = [(row, False) for row in zip_longest(*lone)]
    for column in lone:
        column.clear()
    return rows
