"""The matrix: one family or the generic levels, its levels across and its fields down."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.compare.sheet.alignment import AlignmentKind
from laddereditor.compare.sheet.basis import basis_of
from laddereditor.compare.sheet.columns import GENERIC, family_columns, level_columns
from laddereditor.compare.sheet.rows import RowLister, spec_of_row
from laddereditor.compare.sheet.shown_fields import matrix_fields
from laddereditor.compare.sheet.table import (
    Cell,
    Matrix,
    Row,
    Section,
    SheetColumn,
    TypedCell,
)
from laddereditor.edits.cell_texts import ANY_PROFICIENCY
from laddereditor.edits.words import existing
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

_NAMED = 3  # levels that are named; more are counted


def matrix(  # noqa: PLR0913 - a family, and each choice of how it is shown
    ladder: Ladder,
    address: Address,
    *,
    all_tracks: bool = False,
    compact: bool = True,
    before: Matrix | None = None,
    corrections: PairCorrections = NO_CORRECTIONS,
    typed: TypedCell | None = None,
    shows: Callable[[Profile], bool] | None = None,
) -> Matrix:
    """Return the matrix of a family, or of the generic levels.

    Statements that belong together share a row.

    Args:
        ladder: The ladder.
        address: The address of the family, or "levels".
        all_tracks: Whether to show all tracks, rather than those the family has profiles in.
        compact: Whether single statements share rows, each list in its order; otherwise each has a
            row of its own.
        before: The matrix before an edit; its rows that are made from the same values are reused,
            as the same objects, and a list that changed by one text keeps its rows.
        corrections: What a person said of pairs of statements.
        typed: The cell that was typed into since `before`.
        shows: Whether a profile of the family has a column; None for each, and for the gaps.

    Raises:
        EditRefused: There is no such family.
    """
    if address == GENERIC:
        found, title = level_columns(ladder), KINDS["level"].plural
    else:
        family = existing(ladder, address)
        assert isinstance(family, Family)
        found = family_columns(ladder, family, address, all_tracks=all_tracks, shows=shows)
        title = label_of(family)
    question = AlignmentKind(corrections=corrections)
    keeps = before is not None and _places(before.columns) == _places(found.columns)
    lister = RowLister(
        found.sources, compact=compact, to_fill=True, question=question, keeps=keeps, typed=typed
    )
    specs = matrix_fields(Level if address == GENERIC else Profile) if found.columns else []
    known = {section.field: section for section in before.sections} if before else {}
    sections = tuple(_section(found.columns, lister, spec, known.get(spec.name)) for spec in specs)
    rows = tuple(row for section in sections for row in section.rows)
    return Matrix(
        title, address, found.columns, rows, found.left_out, ladder, corrections, sections
    )


def _section(
    columns: tuple[SheetColumn, ...], lister: RowLister, spec: FieldSpec, known: Section | None
) -> Section:
    tracks = (column.track for column in columns)
    looks = (lister.compact, lister.question.corrections)
    basis = basis_of(lister.sources, spec, looks, *tracks)
    if known is not None and known.basis == basis:
        return known
    is_shown_alike = known is not None and looks in known.basis
    lister = lister.following(known if is_shown_alike else None)
    marker = _GapMarker(columns, spec, lister.question.corrections)
    rows = tuple(marker.marked(lister.rows(spec)))
    return Section(spec.name, spec.words, rows, (), basis, lister.laid)


def _places(columns: Sequence[SheetColumn]) -> list[tuple[str, Address]]:
    return [(column.level, column.address) for column in columns]


@dataclass(frozen=True)
class _GapMarker:
    """Marks values that are missing but that others have, and values that several levels share."""

    columns: tuple[SheetColumn, ...]
    spec: FieldSpec
    corrections: PairCorrections

    def marked(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Yield the rows of a field with their gaps."""
        for (kind, _), same in groupby(rows, lambda row: (row.kind, row.field)):
            if kind == "item":
                yield from self._items(list(same))
            else:
                yield from map(self._one, same)

    def _one(self, row: Row) -> Row:
        if row.kind == "skill":
            return replace(row, cells=self._skill(row.cells))
        if row.kind not in ("value", "fact") or not spec_of_row(self.spec, row).is_missed:
            return row
        return replace(row, cells=self._value(row.cells))

    def _value(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """Return the cells of a row; empty ones are marked if others are not empty."""
        filled = _filled(cells)
        verb = "says" if len(filled) == 1 else "say"
        note = f"{self._levels(filled)} {verb} something here"
        return tuple(
            cell._replace(state="gap", note=note) if filled and cell.state == "empty" else cell
            for cell in cells
        )

    # -- skills -------------------------------------------------------------------------------

    def _skill(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """Return the cells of a skill: its proficiency, or a gap if others require it."""
        using = _filled(cells)
        return tuple(
            self._unused(cells, n, using) if cell.is_empty else cell._replace(text=_step(cell))
            for n, cell in enumerate(cells)
        )

    def _unused(self, cells: Sequence[Cell], here: int, using: Sequence[int]) -> Cell:
        track = self.columns[here].track
        using = [n for n in using if self.columns[n].track == track]
        below, above = [n for n in using if n < here][-1:], [n for n in using if n > here][:1]
        if cells[here].place is None or not below or not above:
            return cells[here]
        note = f"{self._levels([*below, *above])} ask for it"
        return cells[here]._replace(state="gap", note=note)

    # -- lists --------------------------------------------------------------------------------

    def _items(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Yield the rows of a list; the first row of an empty list says why it is a gap."""
        having = [n for n in range(len(self.columns)) if any(row.cells[n].field for row in rows)]
        verb = "has" if len(having) == 1 else "have"
        note = f"{self._levels(having)} {verb} a list here"
        for number, row in enumerate(rows):
            cells = self._alike(row.cells) if row.is_match else row.cells
            yield replace(
                row,
                cells=tuple(
                    cell._replace(state="gap", note="" if number else note)
                    if cell.state == "empty" and n not in having
                    else cell
                    for n, cell in enumerate(cells)
                ),
            )

    def _alike(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """Return the cells of a row with the levels that say the same in other words."""
        filled = _filled(cells)
        return tuple(
            cell._replace(
                also=self._levels([n for n in filled if cells[n].text != cell.text]),
                is_by_hand=any(
                    self.corrections.are_together(cell.text, cells[n].text) for n in filled
                ),
            )
            if cell.text
            else cell
            for cell in cells
        )

    def _levels(self, places: Sequence[int]) -> str:
        """Return the levels of some columns in words: `P2 and P4`, `5 other levels`."""
        names = [self.columns[place].level for place in places]
        if len(names) > _NAMED:
            return plural(len(names), "other level")
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _filled(cells: Sequence[Cell]) -> list[int]:
    return [number for number, cell in enumerate(cells) if cell.text]


def _step(cell: Cell) -> str:
    return cell.step or ANY_PROFICIENCY
