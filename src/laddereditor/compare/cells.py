"""Tells what a column says against what the baseline says in the same row."""

from collections.abc import Sequence

from laddereditor.align.words import word_marks
from laddereditor.compare.sides import Entry
from laddereditor.compare.table import Cell, Row
from laddereditor.edits.cell_texts import ANY_PROFICIENCY

OTHER_EXAMPLES = "Other examples"


def row_of(field: str, heading: str, entries: Sequence[Entry | None], baseline: int) -> Row:
    """Return a row with each column's entry told against the baseline's."""
    base = entries[baseline]
    cells = [None if entry is None else _cell(entry, base) for entry in entries]
    return Row(field, heading, tuple(cells))


def _cell(entry: Entry, base: Entry | None) -> Cell:
    where = (entry.source, entry.field)
    rest = (entry.examples, entry.overrides)
    if base is None:
        return Cell(entry.text, "new", *where, (), "", *rest)
    change = _change(base, entry)
    if entry is base or (not change and _plain(entry.text) == _plain(base.text)):
        return Cell(entry.text, "same", *where, (), "", *rest)
    # Where nothing but the proficiency is another, the change says it in fewer words.
    marks = word_marks(base.text, entry.text) if _name(base) != _name(entry) else ()
    return Cell(entry.text, "reworded", *where, marks, change, *rest)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _name(entry: Entry) -> str:
    return _plain(entry.text.removesuffix(f" ({entry.step})") if entry.step else entry.text)


def _change(base: Entry, entry: Entry) -> str:
    before, after = base.step or "", entry.step or ""
    if before.casefold() != after.casefold():
        return f"{before or ANY_PROFICIENCY} → {after or ANY_PROFICIENCY}"
    return OTHER_EXAMPLES if base.examples != entry.examples else ""
