"""What is drawn in a cell: a sign, then runs of text, each with its role; no Qt."""

from collections.abc import Mapping
from functools import cache

from laddereditor.align.marks import Mark
from laddereditor.compare.sheet.table import Cell, Comparison, Row
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.level import Level
from laddereditor.model.shapes import SHORT
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.text.runs import TextRole, TextRun
from laddereditor.reports.comparison.state_signs import StateSign, sign_of
from laddereditor.reports.comparison.words import hand_words, short_text, source_words

_FIGURES = SHORT | {"experience", "pay"}
_ALIKE = 0.35  # share of letters that stayed, below which marked words are only noise; our choice
_SHORT = 12  # letters of a removal up to which a line through it would hide it; our choice
Looks = Mapping[str, TextRole]
_OF_VERSIONS: Looks = {"same": "text", "gone": "went", "new": "came"}
_OF_LEVELS: Looks = {"same": "text", "gone": "left", "new": "joined"}


def shown_cell(comparison: Comparison, row: Row, column: int) -> CellContent:
    """Return the content of the cell of a column in a row.

    The sign of its state is in the gutter. Between levels, colours are neutral: red and green are
    for versions.

    Args:
        comparison: The comparison.
        row: One of its rows.
        column: The index of the column, from 0.
    """
    cell, sign = row.cells[column], sign_of(comparison, row, column)
    if cell.is_empty:
        words = (TextRun(sign.word, "small"),) if sign else ()
        ground = "removed_bg" if sign and sign.role == "removed" else ""
        return CellContent(words, gutter="", ground=ground)
    looks = _OF_VERSIONS if comparison.is_about_versions else _OF_LEVELS
    runs = (*_runs(cell, row.section, looks, sign), *_notes(cell), *_examples(cell))
    return CellContent(
        runs,
        ground=_ground(comparison, sign),
        gutter=sign.mark if sign else "",
        gutter_role=sign.role if sign else "text_muted",
    )


def _ground(comparison: Comparison, sign: StateSign | None) -> str:
    if sign is None or sign.role == "text_muted":
        return ""
    return f"{sign.role}_bg" if comparison.is_about_versions else ""


def _notes(cell: Cell) -> list[TextRun]:
    """Return what is said behind a text: how its proficiency moved, where it is from."""
    change = [TextRun(f"  {cell.change}")] if cell.change else []
    parts = (source_words(cell), hand_words(cell))
    more = ", ".join(part.replace(" ", "\u00a0") for part in parts if part)  # each in one line
    return [*change, *([TextRun(f"  ({more})", "small")] if more else [])]


@cache
def _is_prose(field: str) -> bool:
    """Whether a field holds words, of which single ones are worth marking."""
    spec = field_specs(Profile).get(field) or field_specs(Level).get(field)
    return spec is not None and spec.shape not in _FIGURES


def _runs(cell: Cell, field: str, looks: Looks, sign: StateSign | None) -> list[TextRun]:
    if sign and cell.marks and _is_prose(field) and _is_alike(cell.marks):
        return _split([run for mark in cell.marks for run in _marked(mark, looks)])
    if source_words(cell):
        return [TextRun(cell.text, "inherited")]
    is_quiet = sign is not None and sign.role == "text_muted"
    return [TextRun(short_text(cell), "muted" if is_quiet else "text")]


def _is_alike(marks: tuple[Mark, ...]) -> bool:
    """Whether enough of a text stayed the same for marked words to be useful."""
    letters = {kind: sum(len(m.text) for m in marks if m.kind == kind) for kind in _OF_LEVELS}
    longest = letters["same"] + max(letters["gone"], letters["new"])
    return bool(marks) and letters["same"] >= _ALIKE * longest


def _marked(mark: Mark, looks: Looks) -> list[TextRun]:
    """Return a marked run, the space around it unmarked."""
    look, words = looks[mark.kind], mark.text.strip()
    if look == "went" and len(words) <= _SHORT:
        look = "left"
    if look == "text" or not words:
        return [TextRun(mark.text)]
    before, after = mark.text.split(words, 1)
    pieces = (TextRun(before), TextRun(words, look), TextRun(after))
    return [piece for piece in pieces if piece.text]


def _split(runs: list[TextRun]) -> list[TextRun]:
    """Return runs with a thin space where removed and added words would touch."""
    found: list[TextRun] = []
    for run in runs:
        last = found[-1] if found else TextRun(" ")
        touching = "text" not in (last.look, run.look) and last.look != run.look
        if touching and last.text.strip() and run.text.strip():
            found.append(TextRun("\u2009"))
        found.append(run)
    return found


def _examples(cell: Cell) -> list[TextRun]:
    return [TextRun(f"\n– {example}", "example") for example in cell.examples]
