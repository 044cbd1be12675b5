"""The hidden sheet of an exported workbook: what was exported, and a mark of each cell.

Its first rows say what was exported (`HEADS`). Each row after them has the key of a sheet, and a
text of lines: first the keys of the sheet's columns, then the key of each row with its marks.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

SHEET = "laddereditor"  # the name of the sheet
CHOICES = "choices"  # the name of the sheet with the lists that cells are chosen from
FORMAT = "1"
KEYS = "key"  # the first cell of the hidden row with the keys of the columns
# The first cells of the rows before the marks.
HEADS = ("format", "ladder", "name", "version", "date", "audience", "sections")
_MOST = 30_000  # characters in a cell


def write_line(key: str, words: Iterable[str]) -> str:
    """Return a line: the key of a row, then words without spaces."""
    return " ".join((quote(key), *words))


def read_line(line: str) -> tuple[str, list[str]]:
    """Return the key and the words of a line."""
    key, *words = line.split(" ")
    return unquote(key), words


def blocks_of(lines: Iterable[str]) -> Iterator[str]:
    """Yield texts that together hold the lines, none longer than a cell may be."""
    block: list[str] = []
    size = 0
    for line in lines:
        if block and size + len(line) > _MOST:
            yield "\n".join(block)
            block, size = [], 0
        block.append(line)
        size += len(line) + 1
    yield "\n".join(block)
