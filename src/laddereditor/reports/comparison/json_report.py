"""A comparison as plain values for JSON."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from laddereditor.compare.sheet.similarity_reasons import similarity_reasons
from laddereditor.compare.sheet.sources import NOTHING
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.model.ladder import Ladder


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return `{"columns": [address, …], "rows": [{"field", "heading", "cells"}, …]}`.

    Beside these are the `ladders` of the columns and the `date` of the comparison. The baseline is
    the first column, the others follow in their order. A cell is
    `{"text", "state"}`, or None where a column has nothing in a row.
    """
    base = comparison.baseline
    order = [base, *(n for n in range(len(comparison.columns)) if n != base)]
    return {
        "columns": [comparison.columns[n].short for n in order],
        "ladders": [_ladder(comparison.columns[n].ladder) for n in order],
        "date": dt.date.today().isoformat(),
        "rows": [
            {
                "field": row.field,
                "heading": row.heading or section.heading,
                "cells": [_cell(comparison, row, n) for n in order],
            }
            for section in comparison.sections
            for shared in section.rows
            for row in _apart(shared)
        ],
    }


def _ladder(ladder: Ladder) -> dict[str, str | None]:
    day = ladder.effective.isoformat() if ladder.effective else None
    return {"name": ladder.name, "version": ladder.version or None, "effective": day}


def _apart(row: Row) -> Iterator[Row]:
    """Yield a row, or one for each of its cells if they only share it."""
    if row.is_match:
        yield row
        return
    for column, cell in enumerate(row.cells):
        if not cell.is_empty:
            cells = [NOTHING] * len(row.cells)
            cells[column] = cell
            yield row.filled(tuple(cells), row.heading)


def _cell(comparison: Comparison, row: Row, column: int) -> dict[str, Any] | None:
    cell = row.cells[column]
    if cell.is_empty:
        return None
    # The format has one word for all that differs inside a row.
    state = "reworded" if cell.state == "changed" else cell.state
    found: dict[str, Any] = {"text": cell.text, "state": state}
    if cell.is_by_hand:
        found["paired"] = "by hand"
    elif reasons := similarity_reasons(comparison, row, column):
        found |= {"paired": "by similarity", "reasons": list(reasons)}
    return found
