"""A comparison as a separate web page: for the screen, for print and for a phone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section
from laddereditor.reports.common.html_parts import (
    IN_COLUMNS,
    document_html,
    element,
    html_text,
    marked_html,
    row_html,
    table_html,
)
from laddereditor.reports.comparison.state_signs import StateSign, legend_of, sign_of
from laddereditor.reports.comparison.style import comparison_style
from laddereditor.reports.comparison.words import (
    BASELINE,
    NO_DIFFERENCE,
    ColumnHead,
    counts_words,
    head_of,
    is_baseline,
    lines_of,
    origin_words,
    remark,
    short_text,
    title_words,
)


def comparison_html(comparison: Comparison) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    style = comparison_style(len(comparison.columns))
    source = element("p", html_text(origin_words(comparison.columns))) + "\n"
    body = f"{source}{_legend(comparison)}{_Page(comparison).table()}"
    return document_html(title_words(comparison), style, body)


def _legend(comparison: Comparison) -> str:
    items = [
        f'<li class="{sign.role}">{_sign(sign)} {html_text(sign.meaning)}</li>'
        for sign in legend_of(comparison)
    ]
    items.append("<li><del>removed words</del> <ins>added words</ins></li>")
    return f'<ul class="legend" aria-label="Signs">{"".join(items)}</ul>\n'


def _sign(sign: StateSign) -> str:
    return f'<b class="sign"><span aria-hidden="true">{sign.mark} </span>{html_text(sign.word)}</b>'


class _Page:
    """The table of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._heads = [head_of(subject) for subject in comparison.columns]
        self._languages = [subject.ladder.language for subject in comparison.columns]

    def table(self) -> str:
        """Return the table, or a sentence if there is nothing to show."""
        if not self._comparison.sections:
            return f"<p>{NO_DIFFERENCE}</p>\n"
        corner = '<th scope="col" class="corner"><span class="hidden">Field</span></th>'
        heads = [corner, *(self._head(n, head) for n, head in enumerate(self._heads))]
        return table_html(heads, self._bodies())

    def _head(self, column: int, head: ColumnHead) -> str:
        below = [html_text(head.title), html_text(head.origin)]
        below += [f'<span class="pin">{BASELINE}</span>'] if self._is_baseline(column) else []
        lines = "".join(f"<br><small>{line}</small>" for line in below if line)
        about = {"scope": "col", "lang": self._languages[column]}
        return element("th", f"{html_text(head.name)}{lines}", about)

    def _is_baseline(self, column: int) -> bool:
        return is_baseline(self._comparison, column)

    def _bodies(self) -> Iterator[Iterator[str]]:
        """Yield the rows of each section, so that they stay together."""
        for _, lines in groupby(lines_of(self._comparison), key=lambda line: line[0].field):
            yield (
                self._section(section) if row is None else self._row(row, heading, section.heading)
                for section, heading, row in lines
            )

    def _section(self, section: Section) -> str:
        counts = [
            element("td", html_text(words), {"data-column": self._label(n)})
            for n, found in enumerate(section.counts)
            for words in [counts_words(self._comparison, n, found)]
        ]
        head = element("th", html_text(section.heading), {"scope": "rowgroup"})
        return row_html([head, *counts], {"class": "section"})

    def _row(self, row: Row, heading: str, section: str) -> str:
        kind = "single" if heading == section else "" if heading else "none"
        head = element("th", html_text(heading), {"scope": "row", "class": kind})
        return row_html([head, *(self._cell(row, n) for n in range(len(row.cells)))])

    def _label(self, column: int) -> str:
        head = replace(self._heads[column], title="")
        return head.in_one_line(baseline=self._is_baseline(column))

    def _cell(self, row: Row, column: int) -> str:
        cell, sign = row.cells[column], sign_of(self._comparison, row, column)
        if cell.is_empty and sign is None:
            return element("td", "", {"class": "none"})
        parts = [_sign(sign)] if sign else []
        if not cell.is_empty:
            parts.append(element("span", _words(cell), {"lang": self._languages[column]}))
        about = {"class": sign.role if sign else "", "data-column": self._label(column)}
        return element("td", " ".join(parts), about)


def _words(cell: Cell) -> str:
    noted = f' <small class="remark">({html_text(remark(cell))})</small>' if remark(cell) else ""
    items = "".join(element("li", html_text(example)) for example in cell.examples)
    below = element("ul", items) if items else ""
    words = marked_html(cell.marks, IN_COLUMNS) or html_text(short_text(cell))
    return f"{words}{noted}{below}"
