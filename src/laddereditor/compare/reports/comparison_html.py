"""A comparison as a web page of its own: for the screen, for print and for a phone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from laddereditor.align.marks import Mark
from laddereditor.compare.reports.comparison_style import style_sheet
from laddereditor.compare.reports.report_words import (
    BASELINE,
    NO_DIFFERENCE,
    SIGNS,
    ColumnHead,
    StateSign,
    counts_words,
    head_of,
    lines_of,
    remark,
    short_text,
    sign_of,
    title_words,
)
from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section

_TAGS = {"same": "", "gone": "del", "new": "ins"}
# Nothing from outside is loaded, whatever a text may contain.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(comparison: Comparison) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    title = _text(title_words(comparison))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style_sheet(len(comparison.columns))}</style>\n"
        f"</head>\n<body>\n<main>\n<h1>{title}</h1>\n{_legend()}{_Page(comparison).table()}"
        "</main>\n</body>\n</html>\n"
    )


def _legend() -> str:
    items = [
        f'<li class="{sign.role}">{_sign(sign)} {_text(sign.meaning)}</li>'
        for sign in SIGNS.values()
    ]
    items.append("<li><del>words that went</del> <ins>words that came</ins></li>")
    return f'<ul class="legend" aria-label="Signs">{"".join(items)}</ul>\n'


def _sign(sign: StateSign) -> str:
    return f'<b class="sign"><span aria-hidden="true">{sign.mark} </span>{sign.word}</b>'


class _Page:
    """The table of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison, self._base = comparison, comparison.baseline
        self._heads = [head_of(subject) for subject in comparison.columns]
        self._languages = [subject.ladder.language for subject in comparison.columns]

    def table(self) -> str:
        """Return the table, or a sentence where there is nothing to show."""
        if not self._comparison.sections:
            return f"<p>{NO_DIFFERENCE}</p>\n"
        heads = "".join(self._head(n, head) for n, head in enumerate(self._heads))
        bodies = "".join(f"<tbody>\n{body}</tbody>\n" for body in self._bodies())
        corner = '<th scope="col" class="corner"><span class="hidden">Field</span></th>'
        return f"<table>\n<thead><tr>{corner}{heads}</tr></thead>\n{bodies}</table>\n"

    def _head(self, column: int, head: ColumnHead) -> str:
        below = [_text(head.title), _text(head.origin)]
        below += [f'<span class="pin">{BASELINE}</span>'] if column == self._base else []
        lines = "".join(f"<br><small>{line}</small>" for line in below if line)
        return f'<th scope="col"{self._language(column)}>{_text(head.name)}{lines}</th>'

    def _language(self, column: int) -> str:
        language = self._languages[column]
        return f' lang="{_text(language)}"' if language else ""

    def _bodies(self) -> Iterator[str]:
        """Yield the rows of each section, so that they stay together."""
        for _, lines in groupby(lines_of(self._comparison), key=lambda line: line[0].field):
            yield "".join(
                self._section(section) if row is None else self._row(row, heading, section.heading)
                for section, heading, row in lines
            )

    def _section(self, section: Section) -> str:
        counts = "".join(
            f'<td data-column="{self._label(n)}">{counts_words(section, n, self._base)}</td>'
            for n in range(len(section.counts))
        )
        return (
            f'<tr class="section"><th scope="rowgroup">{_text(section.heading)}</th>{counts}</tr>\n'
        )

    def _row(self, row: Row, heading: str, section: str) -> str:
        cells = "".join(self._cell(row, n) for n in range(len(row.cells)))
        kind = "" if heading else ' class="none"'
        if heading == section:
            kind = ' class="single"'
        return f'<tr><th scope="row"{kind}>{_text(heading)}</th>{cells}</tr>\n'

    def _label(self, column: int) -> str:
        head = replace(self._heads[column], title="")
        return _text(head.in_one_line(baseline=column == self._base))

    def _cell(self, row: Row, column: int) -> str:
        cell, sign = row.cells[column], sign_of(row, column, self._base)
        if cell.is_empty and sign is None:
            return '<td class="none"></td>'
        kind = f' class="{sign.role}"' if sign else ""
        told_by = _sign(sign) if sign else ""
        words = f"<span{self._language(column)}>{_words(cell)}</span>" if not cell.is_empty else ""
        return (
            f'<td{kind} data-column="{self._label(column)}">'
            f"{' '.join(part for part in (told_by, words) if part)}</td>"
        )


def _words(cell: Cell) -> str:
    noted = f' <small class="remark">({_text(remark(cell))})</small>' if remark(cell) else ""
    items = "".join(f"<li>{_text(example)}</li>" for example in cell.examples)
    below = f"<ul>{items}</ul>" if items else ""
    return f"{_marked(cell.marks) or _text(short_text(cell))}{noted}{below}"


def _marked(marks: Sequence[Mark]) -> str:
    """Return the words of a text, those that went and those that came in tags of their own."""
    parts = []
    for place, mark in enumerate(marks):
        tag, replaces = _TAGS[mark.kind], place and marks[place - 1].kind == "gone"
        opening = f'{tag} class="instead"' if tag == "ins" and replaces else tag
        parts.append(f"<{opening}>{_text(mark.text)}</{tag}>" if tag else _text(mark.text))
    return "".join(parts)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
