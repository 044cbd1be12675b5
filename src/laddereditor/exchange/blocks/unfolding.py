"""Tables inside of documents that say what headings and lists say elsewhere.

A table of levels under a heading becomes headings and entries, so that it is read with the text
around it. All other tables are sheets of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from laddereditor.exchange.blocks.block import Block, Heading, Item, Run, Table
from laddereditor.exchange.tables.outline.sections import section_of
from laddereditor.exchange.tables.terms.level_heads import are_all_levels, series_strength
from laddereditor.exchange.tables.terms.words import head_role
from laddereditor.model.spacing import single_spaced

_ABOUT_LEVELS = ("title", "titles", "experience", "pay")  # columns that are no statements
_SERIES = 0.6  # strength from which on texts are taken for the levels of a series


def with_unfolded_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks in which tables of levels are headings and entries."""
    depth = 0
    for block in blocks:
        if isinstance(block, Heading):
            depth = block.depth
        if isinstance(block, Table) and _has_levels_down(block):
            yield from _by_rows(block, depth + 1)
        elif isinstance(block, Table) and _has_levels_across(block):
            yield from _by_columns(block, depth + 1)
        else:
            yield block


def _has_levels_down(table: Table) -> bool:
    """Whether a table has levels in its first column, and texts in its second and last one."""
    body = table.rows[table.heads :]
    if len(table.rows[0]) != 2 or len(body) < 2:
        return False
    if table.heads == 1 and section_of(table.rows[0][1]) in _ABOUT_LEVELS:
        return False
    is_named = table.heads == 1 and head_role(table.rows[0][0]) == "level"
    return is_named or series_strength([row[0] for row in body]) >= _SERIES


def _by_rows(table: Table, depth: int) -> Iterator[Block]:
    for name, text in table.rows[table.heads :]:
        yield _heading(depth, name, table)
        yield from _entries(text, table)


def _has_levels_across(table: Table) -> bool:
    """Whether each column of a table is a level, so that none names what the rows are about."""
    return (
        table.heads == 1
        and len(table.rows) > 1
        and len(table.rows[0]) > 1
        and all(cell.strip() for cell in table.rows[0])
        and series_strength(table.rows[0]) >= _SERIES
        and are_all_levels(table.rows[0])
    )


def _by_columns(table: Table, depth: int) -> Iterator[Block]:
    """Yield the columns as headings; a row with one text is a heading above those."""
    levels, *body = table.rows
    below = depth + any(_is_section(row) for row in body)
    for row in body:
        if _is_section(row):
            yield _heading(depth, next(filter(None, row)), table)
            continue
        for name, text in zip(levels, row, strict=True):
            if text.strip():
                yield _heading(below, name, table)
                yield from _entries(text, table)


def _is_section(row: Sequence[str]) -> bool:
    """Whether a row has a text in its first cell only."""
    return bool(row[0].strip()) and not any(cell.strip() for cell in row[1:])


def _heading(depth: int, text: str, table: Table) -> Heading:
    return Heading(depth, single_spaced(text), table.line, file=table.file)


def _entries(text: str, table: Table) -> Iterator[Item]:
    for part in text.split("\n"):
        if part.strip():
            yield Item((Run(part.strip().removeprefix("• ")),), line=table.line, file=table.file)


def with_labels_beside(table: Table) -> Table:
    """Return a table whose rows have their label beside them, and not in a row above them."""
    body = table.rows[table.heads :]
    sections = [row for row in body if _is_section(row)]
    others = [row for row in body if not _is_section(row)]
    if not sections or not others or any(row[0].strip() for row in others):
        return table
    rows, label = [], ""
    for row in body:
        if _is_section(row):
            label = row[0]
        else:
            rows.append((label, *row[1:]))
    return replace(table, rows=(*table.rows[: table.heads], *rows), merged=())
