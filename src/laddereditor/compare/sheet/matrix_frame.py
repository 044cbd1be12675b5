"""The frame that rows of the matrix are made in: its columns, the ladder's words, its gaps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from laddereditor.compare.sheet.matrix import MatrixCell
from laddereditor.compare.sheet.matrix_columns import GENERIC, MatrixSource
from laddereditor.edits.paths import order_for
from laddereditor.edits.words import existing
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder

_NAMED = 3  # levels that are named; more are counted
_NAMING = ("factor", "competency", "skill")
ABSENT = MatrixCell("", "absent")


@dataclass(frozen=True)
class MatrixFrame:
    """Everything that the rows of one matrix have in common."""

    ladder: Ladder
    address: str  # of the family, "levels" for the generic levels
    sides: tuple[MatrixSource, ...]
    compact: bool
    named: Mapping[str, Mapping[str, Entity]]  # what rows are named after: kind -> id -> entity

    def cells(
        self,
        make: Callable[[MatrixSource], MatrixCell],
        known: Mapping[int, MatrixCell] | None = None,
    ) -> list[MatrixCell]:
        """Return a cell for each column: the one known, else one that is made for it."""
        return [
            (known or {}).get(number) or (ABSENT if side.entity is None else make(side))
            for number, side in enumerate(self.sides)
        ]

    # -- words --------------------------------------------------------------------------------

    def keys(self, spec: FieldSpec) -> list[str]:
        """Return the factors or competencies in the ladder's order, unknown ones last."""
        order = dict.fromkeys(order_for(self.ladder, self.address, spec))
        for side in self.sides:
            for entity in (side.level, side.entity):
                order |= dict.fromkeys(getattr(entity, spec.name, {}))
        return list(order)

    def label(self, kind: str, key: str) -> str:
        """Return what people call a factor, a competency or a skill."""
        found = self.named[kind].get(key)
        if found is None and kind == "competency" and self.address != GENERIC:
            family = existing(self.ladder, self.address)
            own = family.competencies if isinstance(family, Family) else ()
            found = {one.id: one for one in own}.get(key)
        return label_of(found) if found else key

    def levels(self, places: Sequence[int]) -> str:
        """Return the levels of some columns in words: `P2 and P4`, `5 other levels`."""
        names = [self.sides[place].column.level for place in places]
        if len(names) > _NAMED:
            return f"{len(names)} other levels"
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    # -- gaps ---------------------------------------------------------------------------------

    def with_gaps(self, cells: Sequence[MatrixCell]) -> list[MatrixCell]:
        """Return the cells of a row with those marked that are empty where others are not."""
        filled = [number for number, cell in enumerate(cells) if cell.text]
        if not filled:
            return list(cells)
        verb = "says" if len(filled) == 1 else "say"
        note = f"{self.levels(filled)} {verb} something here"
        return [
            replace(cell, state="gap", note=note) if cell.state == "empty" else cell
            for cell in cells
        ]


def frame_of(
    ladder: Ladder, address: str, sides: Sequence[MatrixSource], *, compact: bool
) -> MatrixFrame:
    """Return the frame for some columns of a ladder."""
    named = {kind: by_id(ladder, kind) for kind in _NAMING}
    return MatrixFrame(ladder, address, tuple(sides), compact, named)
