"""Tells what a column says against what the baseline says in the same row."""

from collections.abc import Sequence

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.compare.sheet.sides import Entry
from laddereditor.compare.sheet.table import Cell, Row, State
from laddereditor.edits.cells.texts import ANY_PROFICIENCY

_STAYED = 0.25  # share of the longer text
OTHER_EXAMPLES = "Other examples"


def row_of(field: str, heading: str, entries: Sequence[Entry | None], baseline: int) -> Row:
    """Return a row with each column's entry told against the baseline's."""
    base = entries[baseline]
    cells = [None if entry is None else _cell(entry, base) for entry in entries]
    return Row(field, heading, tuple(cells))


def _cell(entry: Entry, base: Entry | None) -> Cell:
    state, marks, change = _told(entry, base)
    return Cell(
        text=entry.text,
        state=state,
        source=entry.source,
        field=entry.field,
        marks=marks,
        change=change,
        examples=entry.examples,
        name=entry.name,
        overrides=entry.overrides,
    )


def _told(entry: Entry, base: Entry | None) -> tuple[State, tuple[Mark, ...], str]:
    if base is None:
        return "new", (), ""
    change = _change(base, entry)
    if not change and _plain(entry.text) == _plain(base.text):
        return "same", (), ""
    # Where nothing but the proficiency is another, the change says it in fewer words.
    is_worded = not entry.is_value and _words(base) != _words(entry)
    return "reworded", _marks(base.text, entry.text) if is_worded else (), change


def _marks(before: str, after: str) -> tuple[Mark, ...]:
    """Return the words that changed; none where so little stayed that marks would only confuse."""
    marks = word_marks(before, after)
    stayed = sum(len(mark.text) for mark in marks if mark.kind == "same")
    return marks if stayed >= _STAYED * max(len(before), len(after)) else ()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _words(entry: Entry) -> str:
    return _plain(entry.name or entry.text)


def _change(base: Entry, entry: Entry) -> str:
    if base.step.casefold() != entry.step.casefold():
        return f"{base.step or ANY_PROFICIENCY} → {entry.step or ANY_PROFICIENCY}"
    return OTHER_EXAMPLES if base.examples != entry.examples else ""
