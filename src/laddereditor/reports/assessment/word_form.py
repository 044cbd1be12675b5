"""The self-assessment form of profiles as a Word file: a page with tables for each.

Proficiencies are chosen from lists (content controls, ECMA-376 part 1, 17.5.2); names, evidence
and remarks are written into cells. A hidden bookmark at the heading of a profile says which it is.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count, groupby
from typing import Any
from xml.sax.saxutils import quoteattr

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from laddereditor.edits.parts.form_marks import (
    CHOOSE,
    FORMAT,
    SKILL_COLUMNS,
    SKILL_HEADS,
    STATEMENT_COLUMNS,
    STATEMENT_HEADS,
    WHO,
    WHO_COLUMNS,
    WORD_MARK,
)
from laddereditor.edits.parts.names import PartNames
from laddereditor.edits.parts.part import plain_cell
from laddereditor.exchange.blocks.block import BlockDocument, Run
from laddereditor.exchange.blocks.bookmarks import bookmarks_of
from laddereditor.exchange.blocks.forms import BYLINE
from laddereditor.model.family import Family, Profile
from laddereditor.model.phrases import phrases_of
from laddereditor.reports.assessment.asked import AskedLine, asked_lines
from laddereditor.reports.assessment.chosen import chosen_profiles, form_title
from laddereditor.reports.common.origin import dated_parts
from laddereditor.reports.comparison.words import dated_words
from laddereditor.reports.documents.word import docx_of
from laddereditor.reports.documents.word_xml import (
    CELL_ROOM,
    TABLE_LINES,
    WIDTH_TURNED,
    paragraph_xml,
)
from laddereditor.reports.exporter import FORM, ExportedFile, Exporter, ExportSource, Progress

_HOW = (
    "Choose a proficiency for each skill, and write evidence for each statement. "
    "Ladder Editor lists the gaps of filled forms; nothing of them enters the ladder."
)
_ROOM = 400  # of a row at least, so that there is room to write by hand
_GREY = "8A9199"
_OWN, _MANAGERS = 2, 3  # the columns with lists, from 0


def write_word_forms(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: a Word file with a form for each profile that was chosen.

    Raises:
        ExportRefused: No profile was chosen, or far too many.
    """
    chosen = chosen_profiles(source)
    made: Any = docx.Document(BytesIO(docx_of(_frame(source), turned=True)))
    body = made.element.body
    for old in list(body)[:-1]:
        body.remove(old)
    forms = _Writer(source)
    parts: list[str] = []
    for done, (family, profile) in enumerate(chosen):
        progress(done, len(chosen))
        parts += forms.form(family, profile, starts=bool(done))
    for child in list(parse_xml(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>")):
        body.sectPr.addprevious(child)
    out = BytesIO()
    made.save(out)
    progress(1, 1)
    yield ExportedFile("", out.getvalue())


def _frame(source: ExportSource) -> BlockDocument:
    """Return a document without texts, whose pages say at their ends what they are of."""
    ladder = source.ladder
    dated = dated_parts(ladder, phrases_of(ladder.language), source.today)
    line = " · ".join(filter(None, (ladder.organization, *dated)))
    return BlockDocument((), ladder.name or ladder.id, properties={BYLINE: line} if line else {})


@dataclass
class _Writer:
    """Writes forms, and numbers what Word wants to have a number."""

    source: ExportSource
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def steps(self) -> list[str]:
        return list(PartNames(self.source.ladder).of("proficiency").values())

    def form(self, family: Family, profile: Profile, *, starts: bool) -> Iterator[str]:
        """Yield a heading, the table with names, and those of the sections."""
        ladder = self.source.ladder
        title = plain_cell(form_title(ladder, family, profile))
        more = "<w:pageBreakBefore/>" if starts else ""
        yield paragraph_xml((Run(title),), "Heading1", self._marks(family, profile), more)
        origin = dated_words([ladder], "exported", self.source.today)
        yield paragraph_xml((Run(f"{origin}. {_HOW}"),))
        yield _table([(words, "") for words in WHO], WHO_COLUMNS, is_headed=False)
        lines = asked_lines(ladder, family, profile, self.source.scope)
        for (section, is_skill), found in groupby(lines, lambda one: (one.section, one.is_skill)):
            yield paragraph_xml((Run(""),), "TableText")
            yield self._section(plain_cell(section), list(found), is_skill=is_skill)

    def _marks(self, family: Family, profile: Profile) -> str:
        """Return bookmarks that say which profile it is, and what can be chosen."""
        about = {
            "format": FORMAT,
            "profile": f"{family.id}/{profile.level}",
            "steps": self.steps,
        }
        mark = WORD_MARK + json.dumps(about, ensure_ascii=False)
        return "".join(
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
            for name, number in zip(
                bookmarks_of(mark, next(self.numbers)), self.numbers, strict=False
            )
        )

    def _section(self, title: str, lines: Sequence[AskedLine], *, is_skill: bool) -> str:
        if not is_skill:
            head = (title, *STATEMENT_HEADS)
            return _table([head, *((one.text, "", "") for one in lines)], STATEMENT_COLUMNS)
        rows = [(one.text, one.step, "", "", "", "") for one in lines]
        chosen = {_OWN, _MANAGERS} if self.steps else set()
        lists = {
            (row, column): self._choice(f"{SKILL_HEADS[column - 1]}: {line.text}")
            for row, line in enumerate(lines, 1)
            for column in chosen
        }
        return _table([(title, *SKILL_HEADS), *rows], SKILL_COLUMNS, lists)

    def _choice(self, title: str) -> str:
        """Return a list from which a proficiency is chosen, as a content control."""
        entries = "".join(
            f"<w:listItem w:displayText={quoteattr(step)} w:value={quoteattr(step)}/>"
            for step in self.steps
        )
        shown = f'<w:r><w:rPr><w:color w:val="{_GREY}"/></w:rPr><w:t>{CHOOSE}</w:t></w:r>'
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title[:64])}/>"
            f'<w:id w:val="{next(self.numbers)}"/><w:showingPlcHdr/>'
            f"<w:dropDownList>{entries}</w:dropDownList></w:sdtPr>"
            f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
        )


def _table(
    rows: Sequence[Sequence[str]],
    shares: Sequence[int],
    inside: dict[tuple[int, int], str] | None = None,
    *,
    is_headed: bool = True,
) -> str:
    """Return a table; `inside` has what is in place of the text of cells."""
    widths = [WIDTH_TURNED * share // 100 for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{TABLE_LINES}<w:tblLayout w:type="fixed"/>{CELL_ROOM}</w:tblPr>'
    )
    made = (
        _row(cells, widths, [(inside or {}).get((row, n), "") for n in range(len(widths))],
             is_head=is_headed and not row)
        for row, cells in enumerate(rows)
    )  # fmt: skip
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"


def _row(
    cells: Sequence[str], widths: Sequence[int], inside: Sequence[str], *, is_head: bool
) -> str:
    more = "<w:tblHeader/>" if is_head else f'<w:trHeight w:val="{_ROOM}"/>'
    properties = f"<w:trPr><w:cantSplit/>{more}</w:trPr>"
    made = ""
    for text, width, control in zip(cells, widths, inside, strict=True):
        fill = "E8EDF3" if is_head else "F5F7F9" if text else "auto"
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        shown = (
            f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{control}</w:p>'
            if control
            else paragraph_xml((Run(text, "bold" if is_head else ""),), "TableText")
        )
        made += f"<w:tc>{look}{shown}</w:tc>"
    return f"<w:tr>{properties}{made}</w:tr>"


WORD_FORM_EXPORT = Exporter(
    "assessment-docx",
    "Self-assessment form (Word)",
    ".docx",
    write_word_forms,
    FORM,
    "Word document",
)
