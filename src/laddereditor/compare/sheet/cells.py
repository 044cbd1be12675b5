"""Compare the cells of a row with those of the columns that they are compared with."""

from collections.abc import Sequence

from laddereditor.compare.diff.wording.spelling import (
    differ_only_in_spelling,
    differ_only_in_typography,
)
from laddereditor.compare.sheet.sources import NOTHING
from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.edits.cell_texts import ANY_PROFICIENCY
from laddereditor.model.fields import FieldSpec
from laddereditor.model.shapes import PHRASED, PROSE, WORDED
from laddereditor.model.spacing import single_spaced

_GONE = Cell(state="gone")
OTHER_EXAMPLES = "Other examples"


def compared_row(
    row: Row,
    heading: str,
    spec: FieldSpec,
    bases: Sequence[int | None],
    languages: Sequence[str],
) -> Row:
    """Return a row with each cell compared with that of another column.

    Args:
        row: The row.
        heading: The words at its left.
        spec: The field of its values.
        bases: For each column, the index of the one it is compared with, None for none.
        languages: The language of each column's ladder.
    """
    cells = []
    for column, (cell, at) in enumerate(zip(row.cells, bases, strict=True)):
        base = cell if at is None else row.cells[at] if row.is_match else None
        before = None if base is None or is_blank_cell(base) else base
        used = {languages[column], languages[column if at is None else at]}
        cells.append(_compared(cell, before, spec, used))
    return row.filled(tuple(cells), heading, is_match=row.is_match)


def is_blank_cell(cell: Cell) -> bool:
    """Whether a column has nothing here that could be compared."""
    return cell is NOTHING or not (cell.examples or cell.text.strip()) or cell.is_empty


def _compared(cell: Cell, base: Cell | None, spec: FieldSpec, languages: set[str]) -> Cell:
    if is_blank_cell(cell):
        return _GONE if base else NOTHING
    text = f"{cell.text} {spec.unit}" if spec.unit else cell.text
    if base is None:
        return cell.compared("new", text)
    if cell is base:
        return cell.compared("same", text)
    change = _change(base, cell)
    if not change and (
        cell.text == base.text or single_spaced(cell.text) == single_spaced(base.text)
    ):
        return cell.compared("same", text)
    is_worded = spec.shape in WORDED
    # If only the proficiency differs, the change says it in fewer words.
    differs = _words(base) != _words(cell)
    marked = base.text if differs and is_worded else ""
    if not change and is_worded and _is_spelling(base.text, text, spec, languages):
        return cell.compared("spelling", text, marked)
    is_reworded = spec.shape in PHRASED and (differs or base.step == cell.step)
    return cell.compared("reworded" if is_reworded else "changed", text, marked, change)


def _is_spelling(before: str, after: str, spec: FieldSpec, languages: set[str]) -> bool:
    """Whether two texts are only written otherwise; in names and codes every letter counts."""
    if spec.shape not in PROSE or len(languages) > 1:
        return differ_only_in_typography(before, after)
    return differ_only_in_spelling(before, after, *languages)


def _words(cell: Cell) -> str:
    return single_spaced(cell.name or cell.text)


def _change(base: Cell, cell: Cell) -> str:
    if base.step.casefold() != cell.step.casefold():
        return f"{base.step or ANY_PROFICIENCY} → {cell.step or ANY_PROFICIENCY}"
    return OTHER_EXAMPLES if base.examples != cell.examples else ""
