"""Say in words why two statements of a comparison were put beside each other."""

from laddereditor.align.pair_reasons import PairReason, pair_reasons
from laddereditor.compare.sheet.naming import are_versions
from laddereditor.compare.sheet.table import Comparison, Row

_BESIDE = 2  # reasons beside that of the same competency; our choice
_LINKED = "linked through the levels between them"


def similarity_reasons(comparison: Comparison, row: Row, column: int) -> tuple[str, ...]:
    """Return the reasons for the pair of a cell and the one it is compared with.

    Args:
        comparison: The comparison.
        row: One of its rows.
        column: The index of the cell's column.

    Returns:
        The reasons, the most weighty first: "rare words in common: debt, audit"; none if the two
        were not paired by similarity: they are equal, or a person put them together, or what they
        are about decides, such as a factor.
    """
    cell, base = row.cells[column], comparison.base_of(column)
    is_alike = cell.state == "reworded" and not cell.is_by_hand and row.is_match
    if row.kind != "item" or base is None or not is_alike:
        return ()
    left, right = (_texts(comparison, row, n) for n in (base, column))
    before = row.cells[base].text
    if before not in left or cell.text not in right:
        return ()
    found = pair_reasons(left, right, left.index(before), right.index(cell.text))
    if are_versions(comparison.columns):
        found = tuple(reason for reason in found if reason.kind in ("rare words", "words"))
        return tuple(map(_words_of, found)) or ("alike letter by letter",)
    if row.key and row.section == "expectations":
        return (*map(_words_of, found[:_BESIDE]), "same competency")
    return tuple(map(_words_of, found)) or (_LINKED,)


def _words_of(reason: PairReason) -> str:
    if reason.kind == "place":
        return "about the same place in the list"
    listed = ", ".join(reason.about)
    if reason.kind == "topics":
        return f"words for the same thing: {listed}"
    return f"{reason.kind} in common: {listed}"


def _texts(comparison: Comparison, row: Row, column: int) -> tuple[str, ...]:
    """Return the texts of a column in the list of a row, in their order."""
    cells = [
        one.cells[column]
        for section in comparison.sections
        if section.field == row.section
        for one in section.rows
        if one.kind == "item" and one.field == row.field and not one.cells[column].is_empty
    ]
    return tuple(cell.text for cell in sorted(cells, key=lambda cell: cell.field.number or 0))
