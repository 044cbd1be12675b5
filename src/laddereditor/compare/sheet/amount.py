"""How much two cells of a row differ: 0 for nothing, 1 for everything."""

from functools import lru_cache

from laddereditor.compare.sheet.direction import least_years, scale_of
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell, Row, marks_between


def amount_of(row: Row, before: tuple[Subject, Cell], after: tuple[Subject, Cell]) -> float:
    """Return how much a column differs from another one in a row in which both have something.

    Of a skill, the steps between the two proficiencies as a share of the scale; of years of
    experience, the difference of the least years as a share of the greater number; of all other
    texts, the share of letters in words that did not stay. The measures are our choice, named in
    docs/compare.md.

    Args:
        row: The row.
        before: The column that is compared with, and its cell.
        after: The other column, and its cell.
    """
    (old, base), (new, cell) = before, after
    if cell.state in ("same", "spelling"):
        return 0.0
    if row.kind == "skill":
        scale = scale_of(new.ladder)
        if base.step in scale and cell.step in scale and len(scale) > 1:
            return abs(scale.index(cell.step) - scale.index(base.step)) / (len(scale) - 1)
    if row.section == "experience":
        years = least_years(old), least_years(new)
        if years[0] != years[1]:
            return 1 - min(years) / max(years)
    if base.examples == cell.examples:
        return _share_of_other_words(base.text, cell.text)
    return _share_of_other_words(base.full_text, cell.full_text)


@lru_cache(maxsize=4096)  # heads and the strip ask for the same pairs after each edit
def _share_of_other_words(before: str, after: str) -> float:
    stayed = sum([len(mark.text) for mark in marks_between(before, after) if mark.kind == "same"])
    return 1 - stayed / max(len(before), len(after), 1)
