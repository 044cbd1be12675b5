"""A document as a workbook: its text as one sheet, and each table as another one.

So documents are recognised, mapped and read by the same code as tables (`exchange/tables`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Table,
)
from laddereditor.exchange.blocks.forms import term_of
from laddereditor.exchange.blocks.list_headings import with_level_entries, with_list_headings
from laddereditor.exchange.blocks.unfolding import with_labels_beside, with_unfolded_tables
from laddereditor.exchange.tables.grid import EMPTY, Grid, GridCell, Workbook
from laddereditor.exchange.tables.outline.columns import TITLE, OutlineColumns
from laddereditor.exchange.tables.recognition.outline import roles_of
from laddereditor.exchange.tables.terms.level_heads import level_head


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """Where a row is from: the line, and the file if several were read as one."""

    number: int
    file: str = ""


@dataclass(frozen=True)
class DocumentWorkbook:
    """A workbook made of a document, and the line of the document for each of its rows."""

    workbook: Workbook
    lines: tuple[tuple[DocumentLine, ...], ...]  # for each sheet


def workbook_of_document(document: BlockDocument, source: str) -> DocumentWorkbook:
    """Return a document as a workbook.

    Args:
        document: The document.
        source: The name of its file.
    """
    unfolded = list(with_unfolded_tables(document.blocks))
    named = list(with_level_entries(list(without_numbers(unfolded))))
    blocks = list(with_list_headings(named))
    text, text_lines = _text_grid(document, blocks)
    grids, lines = [text] if text.rows else [], [text_lines] if text.rows else []
    names = {text.name} if text.rows else set()
    about_title = bool(document.title) and len(level_names(text)) > 1
    for name, table in _tables(blocks):
        # Beside a text about levels, a table is about the same family as the text.
        unique = document.title if about_title else name
        while unique in names:
            unique += " ′"
        names.add(unique)
        shown = with_labels_beside(table)
        grids.append(grid_of(shown, unique))
        lines.append((_line_of(table),) * len(shown.rows))
    properties = dict(document.properties)
    if document.title:
        properties["title"] = document.title
    return DocumentWorkbook(
        Workbook(source, tuple(grids), document.notes, properties), tuple(lines)
    )


def level_names(text: Grid) -> set[str]:
    """Return the names of levels that the headings of a text have."""
    if not text.rows:
        return set()
    roles = roles_of(text, {})
    columns = [at for at, (role, _) in roles.items() if role == "level"]
    return {row[at].text for row in text.rows for at in columns if level_head(row[at].text).sure}


# -- tables -------------------------------------------------------------------------------------


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[str, Table]]:
    """Yield the tables with the headings that they are under."""
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            yield heading or "Table", block


def grid_of(table: Table, name: str) -> Grid:
    """Return a table as a sheet."""
    rows = tuple(
        tuple(_cell(text, is_head=place < table.heads) for text in row)
        for place, row in enumerate(table.rows)
    )
    return Grid(name, rows, table.merged)


def _line_of(block: Block) -> DocumentLine:
    return DocumentLine(block.line, block.file)


def _cell(text: str, *, is_head: bool) -> GridCell:
    return GridCell(text.strip(), bold=is_head) if text.strip() else EMPTY


# -- text ---------------------------------------------------------------------------------------


@dataclass
class _Rows:
    """The rows of a text while they are made."""

    columns: OutlineColumns
    rows: list[tuple[GridCell, ...]] = field(default_factory=list)
    lines: list[DocumentLine] = field(default_factory=list)

    def add(self, line: DocumentLine) -> None:
        """Add an empty row."""
        self.rows.append((EMPTY,) * self.columns.width)
        self.lines.append(line)

    def put(self, column: int, cell: GridCell) -> None:
        """Put a cell into the last row."""
        row = list(self.rows[-1])
        row[column] = cell
        self.rows[-1] = tuple(row)


_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\S)|[IVX]{1,5}[.)]\s+(?=\S)")


def without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks whose headings have no numbers, where all headings of a depth have such."""
    numbered: dict[int, bool] = {}
    for one in blocks:
        if isinstance(one, Heading):
            has_number = bool(_NUMBER.match(one.text))
            numbered[one.depth] = has_number and numbered.get(one.depth, True)
    for one in blocks:
        if isinstance(one, Heading) and numbered[one.depth]:
            yield replace(one, text=_NUMBER.sub("", one.text, count=1))
        else:
            yield one


def _text_grid(
    document: BlockDocument, blocks: Sequence[Block]
) -> tuple[Grid, tuple[DocumentLine, ...]]:
    deepest = max((one.depth for one in blocks if isinstance(one, Heading)), default=0)
    made = _Rows(OutlineColumns.for_depth(deepest))
    has_text = any(isinstance(one, Item | Paragraph) for one in blocks)
    if document.title and has_text:
        made.add(DocumentLine(1))
        made.put(TITLE, GridCell(document.title, bold=True))
    for block in blocks if has_text else ():
        _add(made, block)
    name = document.title or "Sheet"
    return Grid(name, tuple(made.rows), outline=True), tuple(made.lines)


def _add(made: _Rows, block: Block) -> None:
    columns = made.columns
    if isinstance(block, Heading):
        made.add(_line_of(block))
        made.put(columns.headings[block.depth - 1], GridCell(block.text, bold=True))
    elif isinstance(block, Paragraph):
        made.add(_line_of(block))
        text = block.text.strip()
        made.put(columns.paragraphs, GridCell(text, indent=int(block.quoted)))
    elif isinstance(block, Item):
        made.add(_line_of(block))
        term, text = term_of(block) or ("", block.text)
        if term.strip():
            made.put(columns.terms, GridCell(term.strip(), bold=True))
        if text.strip():
            made.put(columns.entries, GridCell(text.strip(), indent=block.depth))
