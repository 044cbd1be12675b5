"""Filled self-assessment forms in Word: a heading for each profile, with its tables below."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.parts.form_marks import (
    CHOOSE,
    FORMAT,
    SKILL_COLUMNS,
    STATEMENT_COLUMNS,
    WHO_COLUMNS,
    WORD_MARK,
)
from laddereditor.exchange.blocks.bookmarks import address_in
from laddereditor.exchange.blocks.word_package import word_parts
from laddereditor.exchange.blocks.word_runs import WordCounts, paragraph_texts
from laddereditor.exchange.blocks.word_styles import W, WordStyles, styles_of
from laddereditor.exchange.blocks.word_tables import table_of
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.filled_form import FilledForm, FilledLine

_HOLDERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))


def read_word_forms(data: bytes, source: str) -> tuple[FilledForm, ...]:
    """Return the filled forms of a Word file; none if it is not one with forms.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is damaged, protected or too large, or from a newer program.
    """
    parts = word_parts(data, source)
    body = parts.document.find(W + "body")
    walk = _Forms(styles_of(parts.styles, parts.numbering), source)
    for element in _elements(body) if body is not None else ():
        walk.take(element)
    return tuple(one.made(source) for one in walk.found)


def _elements(parent: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of a document in their order."""
    for child in parent:
        if child.tag in _HOLDERS:
            yield from _elements(child)
        elif child.tag in (W + "p", W + "tbl"):
            yield child


@dataclass
class _Draft:
    """A form that is being read."""

    profile: str
    title: str
    steps: tuple[str, ...]
    who: list[str] = field(default_factory=list)
    lines: list[FilledLine] = field(default_factory=list)

    def made(self, source: str) -> FilledForm:
        person, manager, day = (*self.who, "", "", "")[:3]
        return FilledForm(
            self.profile, self.title, person, manager, day, self.steps, tuple(self.lines), source
        )


@dataclass
class _Forms:
    """Takes the paragraphs and tables of a document."""

    styles: WordStyles
    source: str
    counts: WordCounts = field(default_factory=WordCounts)
    found: list[_Draft] = field(default_factory=list)

    def take(self, element: Any) -> None:
        if element.tag == W + "p":
            texts = paragraph_texts(element, self.styles, self.counts)
            mark = address_in(texts.bookmarks)
            if mark.startswith(WORD_MARK):
                title = "".join(run.text for run in texts.runs).strip()
                self.found.append(self._draft(mark.removeprefix(WORD_MARK), title))
            return
        table = table_of(element, self.styles, self.counts)
        if self.found and table is not None:
            self._rows([tuple(map(_plain, row)) for row in table.rows])

    def _draft(self, mark: str, title: str) -> _Draft:
        try:
            about = json.loads(mark)
            known, profile, steps = about["format"], str(about["profile"]), about["steps"]
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise ImportRefused(f"{self.source} is damaged: its marks cannot be read.") from error
        if known != FORMAT:
            raise ImportRefused(f"{self.source} was exported by a newer version of Ladder Editor.")
        return _Draft(profile, title, tuple(map(str, steps)) if isinstance(steps, list) else ())

    def _rows(self, rows: list[tuple[str, ...]]) -> None:
        """Take the rows of a table; the number of its columns says what it is about."""
        form, width, section = self.found[-1], len(rows[0]), rows[0][0]
        asking = [row for row in rows[1:] if row[0]]
        if width == len(WHO_COLUMNS):
            form.who = [row[1] for row in rows]
        elif width == len(SKILL_COLUMNS):
            form.lines += [_skill(section, row) for row in asking]
        elif width == len(STATEMENT_COLUMNS):
            form.lines += [_statement(section, row) for row in asking]


def _skill(section: str, row: Sequence[str]) -> FilledLine:
    text, asked, own, managers, evidence, remarks = row
    return FilledLine(section, text, asked, own, managers, evidence, remarks, is_skill=True)


def _statement(section: str, row: Sequence[str]) -> FilledLine:
    text, evidence, remarks = row
    return FilledLine(section, text, "", "", "", evidence, remarks, is_skill=False)


def _plain(cell: str) -> str:
    """Return what somebody wrote into a cell, "" where nothing was chosen."""
    text = cell.strip()
    return "" if text == CHOOSE else text
