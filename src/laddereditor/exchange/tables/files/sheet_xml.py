"""What is seen in the XML of Excel's sheets before it is read: their size, and their formulas."""

import re
from html import unescape

from laddereditor.exchange.tables.places import column_number

_EMPTY_ROW = re.compile(rb"<(?:x:)?row\b[^>]*?(?:/>|>(?:\s*<c\b[^>]*/>)*\s*</row>)")
_CELL = re.compile(rb"<(?:x:)?c\b(?:[^>]*[^/>])?>")
_FORMULA = re.compile(rb'<c\b[^>]*\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<f\b[^>]*(?:/>|>)')
_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"[^>]*/>'
)
MAX_MERGED = 200_000  # merged cells of a sheet
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


def without_empty_rows(sheet: bytes) -> bytes:
    """Return the XML of a sheet without the rows that hold nothing, perhaps a million of them."""
    return _EMPTY_ROW.sub(b"", sheet)


def without_large_merges(sheet: bytes) -> tuple[bytes, int]:
    """Return the XML of a sheet without merged cells of an absurd size, and how many those were.

    A reader makes a cell for each one that is merged: billions, if a whole sheet is.
    """
    room = MAX_MERGED
    left_out = 0

    def kept(match: re.Match[bytes]) -> bytes:
        nonlocal room, left_out
        area = _area(match)
        if area <= room:
            room -= area
            return match[0]
        left_out += 1
        return b""

    return _MERGE.sub(kept, sheet), left_out


def _area(match: re.Match[bytes]) -> int:
    columns = [column_number(match[at].decode()) for at in (1, 3)]
    rows = [int(match[at]) for at in (2, 4)]
    return (abs(columns[1] - columns[0]) + 1) * (abs(rows[1] - rows[0]) + 1)


def cell_count(sheet: bytes) -> int:
    """Return how many cells of a sheet hold something."""
    return sum(1 for _ in _CELL.finditer(sheet))


def formula_cells(sheet: bytes) -> frozenset[str]:
    """Return the places of the cells with a formula, such as “B7”."""
    if b"<f" not in sheet:
        return frozenset()
    return frozenset(match[1].decode() for match in _FORMULA.finditer(sheet))


def sheet_paths(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Return the parts of a file that its sheets are in, by the names of the sheets.

    Args:
        workbook: The XML of the workbook.
        relations: The XML of its relations.
    """
    targets = {}
    for match in _RELATION.finditer(relations):
        found = dict(_ATTRIBUTE.findall(match[0]))
        if b"Id" in found and b"Target" in found:
            path = found[b"Target"].decode("utf-8", "replace").lstrip("/")
            targets[found[b"Id"]] = path if path.startswith("xl/") else f"xl/{path}"
    paths = {}
    for match in _SHEET_TAG.finditer(workbook):
        found = dict(_ATTRIBUTE.findall(match[0]))
        name = unescape(found.get(b"name", b"").decode("utf-8", "replace"))
        paths[name] = targets.get(found.get(b"r:id", b""), "")
    return paths
