"""What is drawn in a cell: tags, then runs of text, each with its role; no Qt."""

from functools import cache

from laddereditor.align.marks import Mark
from laddereditor.compare.reports.report_words import SIGNS, source_words
from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.model.address import FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.level import Level
from laddereditor.model.shapes import SHORT
from laddereditor.presentation.compare.cell_labels import state_of
from laddereditor.presentation.sheet.content import NOTHING, CellContent, Tag
from laddereditor.presentation.text.runs import TextRole, TextRun

_FIGURES = SHORT | {"experience", "pay"}
_ALIKE = 0.35  # share of letters that stayed, below which marked words are only noise; our choice
_LOOKS: dict[str, TextRole] = {"same": "text", "gone": "went", "new": "came"}


def shown_cell(field: FieldPath, row: Row, column: int, baseline: int) -> CellContent:
    """Return the content of the cell of a column in a row.

    Args:
        field: The field of the section.
        row: The row.
        column: The index of the column, from 0.
        baseline: The index of the column that the others are compared with.
    """
    cell, state = row.cells[column], state_of(row, column, baseline)
    if cell.is_empty:
        return CellContent(tags=(_state_tag(state),), ground="removed_bg") if state else NOTHING
    tags = [_state_tag(state)] if state else []
    if cell.change:
        tags.append(Tag(cell.change, "changed"))
    if source := source_words(cell):
        tags.append(Tag(source, "text_inherited"))
    ground = {"new": "added_bg", "reworded": "changed_bg"}.get(state, "")
    return CellContent((*_runs(cell, state, field), *_examples(cell)), tuple(tags), ground)


@cache
def _is_prose(field: FieldPath) -> bool:
    """Whether a field holds words, of which single ones are worth marking."""
    spec = field_specs(Profile).get(field) or field_specs(Level).get(field)
    return spec is not None and spec.shape not in _FIGURES


def _state_tag(state: str) -> Tag:
    sign = SIGNS[state]
    return Tag(f"{sign.mark} {sign.word}", sign.role, quiet=state == "same")


def _runs(cell: Cell, state: str, field: FieldPath) -> list[TextRun]:
    if state == "reworded" and _is_prose(field) and _is_alike(cell.marks):
        return _split([run for mark in cell.marks for run in _marked(mark)])
    if source_words(cell):
        return [TextRun(cell.text, "inherited")]
    return [TextRun(cell.text, "muted" if state == "same" else "text")]


def _is_alike(marks: tuple[Mark, ...]) -> bool:
    """Whether enough of a text stayed the same for marked words to be useful."""
    letters = {kind: sum(len(m.text) for m in marks if m.kind == kind) for kind in _LOOKS}
    longest = letters["same"] + max(letters["gone"], letters["new"])
    return bool(marks) and letters["same"] >= _ALIKE * longest


def _marked(mark: Mark) -> list[TextRun]:
    """Return a marked run, the space around it unmarked."""
    look, words = _LOOKS[mark.kind], mark.text.strip()
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
