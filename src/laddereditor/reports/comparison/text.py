"""A comparison for the terminal: columns side by side, or below each other if it is narrow."""

from collections.abc import Iterator, Sequence

from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section
from laddereditor.edits.cell_texts import EXAMPLE
from laddereditor.model.terminal import ColoredText
from laddereditor.reports.common.text_layout import (
    Line,
    Style,
    StyledRun,
    marked_run,
    painted,
    side_by_side,
    text_width,
    wrap,
)
from laddereditor.reports.comparison.state_signs import legend_of, sign_of
from laddereditor.reports.comparison.words import (
    BASELINE,
    NO_DIFFERENCE,
    counts_words,
    head_of,
    headings_once,
    is_baseline,
    origin_words,
    remark,
    short_text,
)

_NARROW = 18  # below this a column is hard to read
_BETWEEN = " │ "
_STYLES: dict[str, Style] = {"added": "new", "changed": "changed", "removed": "gone"}


def comparison_text(comparison: Comparison, width: int = 100, *, colour: bool = False) -> str:
    """Return the comparison as lines for the terminal.

    Each state has a sign; colour only adds to it. Control characters in texts are left out.

    Args:
        comparison: The comparison.
        width: The most characters of a line; at least 20 are used.
        colour: Whether to add the colours of the terminal.
    """
    report = _Report(comparison, max(width, 20))
    return ColoredText("\n".join(painted(line, colour=colour) for line in report.lines()))


class _Report:
    """The columns of one comparison and their widths."""

    def __init__(self, comparison: Comparison, width: int) -> None:
        self._comparison, self._width = comparison, width
        count = len(comparison.columns)
        room = width - len(_BETWEEN) * (count - 1)
        self._stacked = room // count < _NARROW
        wider = room % count
        self._widths = [room // count + (n < wider) for n in range(count)]
        self._labels = comparison.names

    def lines(self) -> Iterator[Line]:
        """Yield all lines of the report."""
        yield from self._beside([self._head(n) for n in range(len(self._labels))])
        for section in self._comparison.sections:
            yield []
            yield from self._section(section)
        if not self._comparison.sections:
            yield []
            yield [StyledRun(NO_DIFFERENCE)]
        yield []
        yield from self._legend()
        source = origin_words(self._comparison.columns)
        yield from wrap([StyledRun(source, "muted")], self._width)

    def _head(self, column: int) -> list[StyledRun]:
        head = head_of(self._comparison.columns[column])
        runs = [StyledRun(head.name, "bold")]
        runs += [StyledRun(f"\n{head.title}")] if head.title else []
        runs += [StyledRun(f"\n{head.origin}", "muted")] if head.origin else []
        if is_baseline(self._comparison, column):
            runs.append(StyledRun(f"\n({BASELINE})", "muted"))
        return runs

    def _section(self, section: Section) -> Iterator[Line]:
        room = self._width - text_width(section.heading) - 4
        rule = [StyledRun(" "), StyledRun("─" * room, "muted")] if room > 0 else []
        yield from wrap(
            [StyledRun("──", "muted"), StyledRun(" "), StyledRun(section.heading, "bold"), *rule],
            self._width,
        )
        if len(self._labels) > 1 and len(section.rows) > 1:
            yield from self._beside([self._counts(section, n) for n in range(len(self._labels))])
        for row, heading in zip(section.rows, headings_once(section.rows), strict=True):
            if heading:
                yield from wrap([StyledRun(heading, "bold")], self._width)
            yield from self._beside([self._cell(row, n) for n in range(len(self._labels))])

    def _counts(self, section: Section, column: int) -> list[StyledRun]:
        words = counts_words(self._comparison, column, section.counts[column])
        return [StyledRun(words, "muted")] if words else []

    def _cell(self, row: Row, column: int) -> list[StyledRun]:
        cell, sign = row.cells[column], sign_of(self._comparison, row, column)
        if sign is None:
            return [] if cell.is_empty else _words(cell, "")
        style = _STYLES.get(sign.role, "muted")
        if cell.is_empty:
            return [StyledRun(sign.mark, "muted"), StyledRun(f" {sign.words}", "muted")]
        if cell.state == "same" and row.is_match:
            return [StyledRun(sign.mark, "muted")]
        return [StyledRun(sign.mark, style), StyledRun(" "), *_words(cell, style)]

    def _beside(self, cells: Sequence[list[StyledRun]]) -> Iterator[Line]:
        if not self._stacked:
            wrapped = [wrap(runs, width) for runs, width in zip(cells, self._widths, strict=True)]
            yield from side_by_side(wrapped, self._widths, _BETWEEN)
            return
        room = min(max(map(text_width, self._labels)), self._width // 3)
        widths = [room, self._width - room - 2]
        for label, runs in zip(self._labels, cells, strict=True):
            if runs:
                parts = [wrap([StyledRun(label, "muted")], widths[0]), wrap(runs, widths[1])]
                yield from side_by_side(parts, widths, "  ")

    def _legend(self) -> Iterator[Line]:
        signs = [f"{sign.mark} {sign.meaning}" for sign in legend_of(self._comparison)]
        if not all(row.is_match for row in self._comparison.rows):
            signs.append("• only in this column")
        words = "[-removed words-] {+added words+}"
        yield from wrap([StyledRun("; ".join([*signs, words]), "muted")], self._width)


def _words(cell: Cell, style: Style) -> list[StyledRun]:
    runs = [marked_run(mark) for mark in cell.marks]
    runs = runs or [StyledRun(short_text(cell), "" if style == "changed" else style)]
    runs += [StyledRun(f" ({remark(cell)})", "muted")] if remark(cell) else []
    runs += [StyledRun(f"\n{EXAMPLE}{example}", "muted") for example in cell.examples]
    return runs
