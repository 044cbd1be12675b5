"""Documents to fill in, in Word and in Markdown: headings, lists and tables with samples."""

import io
from dataclasses import dataclass
from typing import Any

import docx
from docx.shared import Pt

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
    Table,
)
from laddereditor.reports.documents.markdown import markdown_of
from laddereditor.reports.documents.word import docx_of
from laddereditor.reports.fill_in import tables
from laddereditor.reports.fill_in.tables import SampleBook

_HOW = "How to fill in"
_HOW_SIZE = 8.5  # points


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A document to fill in, and how that is done, in sentences."""

    blocks: tuple[Block, ...]
    advice: tuple[str, ...]


def _text(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item((Run(text),)) for text in texts)


HEADINGS = SampleDocument(
    (
        Heading(1, "Stonemason"),
        _text("Cuts and sets stone for new buildings and old ones."),
        Heading(2, "P1 — Beginner"),
        Heading(3, "Stone"),
        *_items("Saws slabs to the size on the drawing", "Names the six stones of the yard"),
        Heading(3, "Sites"),
        *_items("Unloads so that no edge breaks"),
        Heading(2, "P2 — Experienced"),
        Heading(3, "Stone"),
        *_items("Carves profiles by a template", "Finds cracks before a block is cut"),
        Heading(3, "Sites"),
        *_items("Sets a staircase with one helper"),
        Heading(1, "Restorer"),
        _text("Repairs what others built long ago."),
        Heading(2, "P1 — Beginner"),
        Heading(3, "Surveys"),
        *_items("Measures and photographs damage"),
        Heading(2, "P2 — Experienced"),
        Heading(3, "Surveys"),
        *_items("Explains to owners what has to be done first"),
    ),
    (
        "The highest headings are families, those below them levels, and those below these "
        "competencies. Each entry of a list is a statement.",
        "The paragraph below a family says what it is about; it may go.",
        tables.LEVELS,
        "The texts are samples: write yours over them, and delete what you do not need.",
    ),
)


def _tables(book: SampleBook, *advice: str) -> SampleDocument:
    """Return the tables of a workbook as those of a document, each below its name."""
    blocks: list[Block] = []
    for sheet in book.sheets:
        blocks += [Heading(1, sheet.name), Table(sheet.rows, sheet.heads)]
    return SampleDocument(tuple(blocks), (*advice, tables.REPLACE))


TABLE = _tables(
    tables.ACROSS,
    "The heading is the family. Each column of the table is a level, each row a competency.",
    tables.LEVELS,
    "The rows Title and Years of experience may stay empty or go.",
    "In a cell, each statement is a line of its own (in Markdown after <br>).",
    "For the next family, copy the heading and the table.",
)
STEPS = _tables(
    tables.SKILLS,
    "Each row is a skill, each column a step of the scale, from the lowest to the highest.",
    "You may give the steps other names.",
)


def word_bytes(sample: SampleDocument) -> bytes:
    """Return a document as a Word file; its header, which is not imported, says how to fill in."""
    made: Any = docx.Document(io.BytesIO(docx_of(BlockDocument(sample.blocks))))
    header = made.sections[0].header
    for number, text in enumerate((_HOW, *sample.advice)):
        paragraph = header.paragraphs[0] if not number else header.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.font.size = not number, Pt(_HOW_SIZE)
        paragraph.paragraph_format.space_after = Pt(1)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def markdown_bytes(sample: SampleDocument) -> bytes:
    """Return a document as Markdown; a comment, which is not imported, says how to fill in."""
    advice = "\n".join(f"- {line}" for line in sample.advice)
    text = markdown_of(BlockDocument(sample.blocks))
    return f"<!--\n{_HOW}\n\n{advice}\n-->\n\n{text}".encode()
