"""A comparison as it leaves the window: with the ladders' names, and as a table to paste."""

from collections.abc import Sequence
from dataclasses import replace

from laddereditor.compare.reports.comparison_table import to_html_table, to_tsv
from laddereditor.compare.sheet.counting import differences_only
from laddereditor.compare.sheet.table import Comparison
from laddereditor.gui.clipboard.clipboard import put, text_data


def to_take(comparison: Comparison, names: Sequence[str], *, differences: bool) -> Comparison:
    """Return what leaves the window: what is shown, with the ladders' names if they are several."""
    if len(set(names)) > 1:
        columns = tuple(
            replace(subject, origin=name)
            for subject, name in zip(comparison.columns, names, strict=True)
        )
        comparison = replace(comparison, columns=columns)
    return differences_only(comparison) if differences else comparison


def copy_table(comparison: Comparison) -> None:
    """Put the comparison on the clipboard as a table, for Word and for Excel."""
    written, marked = to_tsv(comparison, marked=False), to_tsv(comparison)
    put(text_data(written, marked, to_html_table(comparison)))
