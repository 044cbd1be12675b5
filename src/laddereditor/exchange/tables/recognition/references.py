"""Sheets and files that refer to each other by ids, as exports of databases do.

`skills.csv` has the columns id and name, and `expectations.csv` the column skill_id: its ids are
read as the names that they stand for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.exchange.tables.grid import Grid, GridCell
from laddereditor.exchange.tables.terms.words import head_role, word_key, words_of

_LEAST = 2  # ids in a list


@dataclass(frozen=True, slots=True)
class NamedIds:
    """The ids of a sheet with the names that they stand for."""

    sheet: int
    role: str  # what its entries are: skill, level …
    names: dict[str, str]
    id_column: int
    name_column: int


def with_names(grids: Sequence[Grid]) -> tuple[tuple[Grid, ...], tuple[NamedIds, ...]]:
    """Return sheets in which ids of other sheets are names, and the lists of ids."""
    lists = [found for at, grid in enumerate(grids) if (found := _ids_of(at, grid))]
    if not lists or len(grids) < 2:
        return tuple(grids), ()
    made = []
    used: set[int] = set()
    for at, grid in enumerate(grids):
        others = [one for one in lists if one.sheet != at]
        new, replaced = _replaced(grid, others)
        made.append(new)
        used |= replaced
    kept = tuple(one for one in lists if one.sheet in used)
    for one in kept:
        made[one.sheet] = _with_head(made[one.sheet], one)
    return (tuple(made), kept) if used else (tuple(grids), ())


def _ids_of(at: int, grid: Grid) -> NamedIds | None:
    if len(grid.rows) < _LEAST + 1:
        return None
    heads = [cell.text for cell in grid.rows[0]]
    keys = [word_key(head) for head in heads]
    ids = next((c for c, key in enumerate(keys) if key == "id" or key.endswith(" id")), None)
    own = next((c for c, key in enumerate(keys) if key in ("name", "title", "label")), None)
    if own is None:
        own = next((c for c, key in enumerate(keys) if key.endswith(" name")), None)
    if ids is None or own is None:
        return None
    pairs = {
        row[ids].text: row[own].text for row in grid.rows[1:] if row[ids].text and row[own].text
    }
    distinct = sum(bool(row[ids].text) for row in grid.rows[1:])
    if len(pairs) < _LEAST or len(pairs) != distinct:
        return None
    return NamedIds(at, _role_of(grid.name, keys[ids]), pairs, ids, own)


def _role_of(sheet: str, key: str) -> str:
    """Return what the entries of a list are, by the head of its ids or by its name."""
    said = head_role(key.removesuffix("id").strip()) if key != "id" else ""
    words = words_of(sheet.replace("_", " "))
    return said or next((role for word in reversed(words) if (role := _singular(word))), "")


def _singular(word: str) -> str:
    return head_role(word) or head_role(word.removesuffix("s")) or head_role(word[:-3] + "y")


def _replaced(grid: Grid, lists: Sequence[NamedIds]) -> tuple[Grid, set[int]]:
    used: set[int] = set()
    columns: dict[int, NamedIds] = {}
    for column in range(grid.width):
        texts = [row[column].text for row in grid.rows[1:] if row[column].text]
        key = word_key(grid.rows[0][column].text)
        fitting = [one for one in lists if texts and all(text in one.names for text in texts)]
        said = [
            one for one in fitting if one.role and one.role == head_role(key.removesuffix(" id"))
        ]
        if key != "id" and (said or fitting):
            columns[column] = (said or fitting)[0]
            used.add(columns[column].sheet)
    if not columns:
        return grid, used
    rows = [tuple(_head(cell, columns.get(c)) for c, cell in enumerate(grid.rows[0]))]
    rows += [
        tuple(_named(cell, columns.get(c)) for c, cell in enumerate(row)) for row in grid.rows[1:]
    ]
    return replace(grid, rows=tuple(rows)), used


def _head(cell: GridCell, found: NamedIds | None) -> GridCell:
    if found is None or not found.role or head_role(cell.text) == found.role:
        return cell
    return replace(cell, text=found.role)


def _named(cell: GridCell, found: NamedIds | None) -> GridCell:
    return replace(cell, text=found.names[cell.text]) if found and cell.text else cell


def _with_head(grid: Grid, one: NamedIds) -> Grid:
    """Return a list of ids whose column of names says what they are names of."""
    if not one.role:
        return grid
    head = tuple(
        replace(cell, text=one.role) if c == one.name_column else cell
        for c, cell in enumerate(grid.rows[0])
    )
    return replace(grid, rows=(head, *grid.rows[1:]))
