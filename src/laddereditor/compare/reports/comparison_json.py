"""A comparison as plain values for JSON."""

from typing import Any

from laddereditor.compare.sheet.table import Cell, Comparison


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return `{"columns": [address, …], "rows": [{"field", "heading", "cells"}, …]}`.

    The baseline is the first column, the others follow in their order. A cell is
    `{"text", "state"}`, or None where a column has nothing in a row.
    """
    base = comparison.baseline
    order = [base, *(n for n in range(len(comparison.columns)) if n != base)]
    return {
        "columns": [comparison.columns[n].short for n in order],
        "rows": [
            {
                "field": row.field,
                "heading": row.heading or section.heading,
                "cells": [_cell(row.cells[n]) for n in order],
            }
            for section in comparison.sections
            for row in section.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, str] | None:
    return None if cell.is_empty else {"text": cell.text, "state": cell.state}
