"""The cells of a workbook by whether they were taken, as lists that lead to the cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables.building.result import Outcome
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.model.spacing import single_spaced
from laddereditor.session.mapped_workbook import MappedWorkbook

OUTCOMES: dict[Outcome, str] = {"taken": "taken", "left": "left out", "unknown": "unknown"}
_MOST_LETTERS = 90


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of a list: the words, and the cell that it is about."""

    words: str
    position: CellPosition


def account_lines(work: MappedWorkbook, outcome: Outcome) -> Sequence[AccountLine]:
    """Return the cells with an outcome, in the order of the file."""
    grids = work.workbook.grids
    has_several = len(grids) > 1
    lines = []
    for one in work.result.cells:
        if one.outcome == outcome:
            sheet = f"{grids[one.position.sheet].name} " if has_several else ""
            text = single_spaced(one.text)
            shown = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
            why = one.address or one.reason
            lines.append(AccountLine(f"{sheet}{one.cell}: {shown}  ({why})", one.position))
    return lines


def count_words(work: MappedWorkbook) -> dict[Outcome, str]:
    """Return the words of the three counts: “151 taken”, “24 left out”, “0 unknown”."""
    counts = dict.fromkeys(OUTCOMES, 0)
    for one in work.result.cells:
        counts[one.outcome] += 1
    return {outcome: f"{count} {OUTCOMES[outcome]}" for outcome, count in counts.items()}
