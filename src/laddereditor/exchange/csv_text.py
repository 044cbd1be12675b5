"""Read and write tables of cells as text files (CSV), so that what was there stays as it was.

A `TextTable` keeps the text of each record with its quotes, spaces and line ends. What is added to
a record is written behind it; nothing else is written again. Python's csv module reads the cells.
"""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.edits.cell_block import as_text
from laddereditor.exchange.decoding import DecodedText, decoded, is_binary
from laddereditor.exchange.importer import ImportRefused
from laddereditor.model.counting import plural
from laddereditor.regular_files import NotRegular, TooLarge, read_regular

MAX_BYTES = 100_000_000  # of a list; 100,000 rows have about 20 MB: our choice
MAX_ROWS = 1_000_000  # about what a spreadsheet holds
_DELIMITERS = ",;\t|"
_SAMPLE = 200  # records by which the delimiter is recognised
_SEP = "sep="  # first line by which Excel names the delimiter
_LARGEST_CELL = 1_000_000  # characters
_LARGEST_SAMPLE = 1_000_000  # characters by which the content is recognised


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a table."""

    cells: tuple[str, ...]
    text: str  # as it is in the file, without the line end
    line_end: str  # "" for a last line without one
    line: int  # of the file, from 1

    @property
    def is_blank(self) -> bool:
        """Whether it is a line without anything."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table and how it is written."""

    records: tuple[Record, ...]
    delimiter: str
    preamble: str  # the line `sep=;`, with its line end
    encoding: DecodedText  # without its text
    width: int  # cells of the longest record


def read_file(path: Path) -> TextTable:
    """Return the table of a file.

    Raises:
        ImportRefused: The file cannot be read, or is not such a table.
    """
    try:
        data = read_regular(path, MAX_BYTES)
    except (NotRegular, TooLarge) as error:
        words = (error.strerror or "").replace("it is", f"{path.name} is", 1)
        raise ImportRefused(f"{words}. Choose a list of titles as a text file (CSV).") from error
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise ImportRefused(f"{path.name} cannot be read: {why}.") from error
    return read_table(data, path.name)


def read_table(
    data: bytes, name: str, called: str = "list of titles", *, has_title: bool = False
) -> TextTable:
    """Return the table of a text file.

    Args:
        data: The content of the file.
        name: Its name, for messages.
        called: What it is expected to be, for messages.
        has_title: Whether lines without a delimiter, such as a title, may be above the table, and
            rows without a text, of which some programs write a million, below it.

    Raises:
        ImportRefused: The file is not such a table.
    """
    encoding = decoded(data, name)
    text = encoding.text
    _refuse_other_files(data, text, name, called)
    preamble, delimiter = _named_delimiter(text)
    rest = text[len(preamble) :]
    recognised = _consistent_delimiter if has_title else _recognised_delimiter
    delimiter = delimiter or recognised(rest) or _unused_delimiter(rest)
    if has_title:
        rest = _without_empty_end(rest, delimiter)
    records = tuple(_records(rest, delimiter, name, first=2 if preamble else 1))
    if not any(not record.is_blank for record in records):
        raise ImportRefused(f"{name} is empty; there is nothing to read.")
    width = max(len(record.cells) for record in records)
    return TextTable(records, delimiter, preamble, replace(encoding, text=""), width)


def with_cells(
    table: TextTable, added: Iterable[Sequence[str]], without: Sequence[int] = ()
) -> tuple[bytes, bool]:
    """Return the file with cells behind those of each record, and whether its encoding was kept.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it. The encoding
    stays as it is if it has all characters of what is added; otherwise the file is in UTF-8 with a
    byte order mark, which spreadsheets recognise.

    Args:
        table: The table as it was read.
        added: The cells for each record that is not blank, in the order of the file.
        without: Numbers of columns to leave out, from 0.
    """
    parts = [table.preamble]
    cells = iter(added)
    for record in table.records:
        if record.is_blank:
            parts.append(record.text + record.line_end)
            continue
        kept = _without(record, table.delimiter, without)
        missing = table.width - len(without) - _count(record, without)
        filler = table.delimiter * missing
        new = "".join(table.delimiter + _quoted(cell, table.delimiter) for cell in next(cells))
        parts.append(kept + filler + new + record.line_end)
    text = "".join(parts)
    try:
        return table.encoding.mark + text.encode(table.encoding.codec), True
    except UnicodeEncodeError:
        return codecs.BOM_UTF8 + text.encode("utf-8", "replace"), False


# -- reading ------------------------------------------------------------------------------------


def _records(text: str, delimiter: str, name: str, first: int) -> Iterator[Record]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(lines(), delimiter=delimiter)
    line = first
    count = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ImportRefused(f"{name}, line {line}: {_reason(error)}.") from error
        source = "".join(taken)
        taken.clear()
        body = source.rstrip("\r\n") if not cells else _without_line_end(source)
        if _is_unclosed(body, delimiter):
            raise ImportRefused(
                f"{name}, line {line}: a quotation mark opens a cell there and is never closed. "
                "Close it, or remove it."
            )
        yield Record(tuple(cells), body, source[len(body) :], line)
        line += max(1, source.count("\n") or source.count("\r"))
        count += 1
        if count > MAX_ROWS:
            raise ImportRefused(f"{name} has more than {plural(MAX_ROWS, 'row')}; split it.")


def _without_empty_end(text: str, delimiter: str) -> str:
    """Return a text without the rows at its end that have only delimiters."""
    said = len(text.rstrip(f"{delimiter} \t\r\n"))
    end = text.find("\n", said)
    return text if end < 0 else text[: end + 1]


def _without_line_end(source: str) -> str:
    for end in ("\r\n", "\n", "\r"):
        if source.endswith(end):
            return source[: -len(end)]
    return source


def _is_unclosed(body: str, delimiter: str) -> bool:
    return body.count('"') % 2 == 1 and spans(body, delimiter)[-1].is_open


def _reason(error: csv.Error) -> str:
    if "field limit" in str(error):
        return "a cell there is longer than a million characters"
    return "this line cannot be read as cells"


def _named_delimiter(text: str) -> tuple[str, str]:
    """Return the line `sep=;` at the start and its delimiter, "" for both without one."""
    line = next(iter(io.StringIO(text[:20], newline="")), "")
    bare = line.rstrip("\r\n").strip('"')
    if bare.casefold().startswith(_SEP) and len(bare) == len(_SEP) + 1:
        return line, bare[-1]
    return "", ""


def _recognised_delimiter(text: str) -> str:
    """Return the delimiter that the first record and most others have, "" for none.

    A list of one column may have commas in its titles, but hardly in its heading.
    """
    best, most = "", 0.0
    for delimiter in _DELIMITERS:
        counts = _cell_counts(text, delimiter)
        if not counts or counts[0] < 2:
            continue
        share = sum(count > 1 for count in counts) / len(counts)
        if share * counts[0] > most and share >= 0.5:
            best, most = delimiter, share * counts[0]
    return best


def _consistent_delimiter(text: str) -> str:
    """Return the delimiter that gives most records the same number of cells, "" for none."""
    best, most = "", 0.0
    for delimiter in _DELIMITERS:
        counts = Counter(_cell_counts(text, delimiter))
        width, times = max(counts.items(), key=lambda one: one[0] * one[1], default=(0, 0))
        score = width * times / max(1, counts.total())
        if width > 1 and score > most:
            best, most = delimiter, score
    return best


def _cell_counts(text: str, delimiter: str) -> list[int]:
    reader = csv.reader(io.StringIO(text[:_LARGEST_SAMPLE], newline=""), delimiter=delimiter)
    counts: list[int] = []
    try:
        for cells in reader:
            if cells:
                counts.append(len(cells))
            if len(counts) == _SAMPLE:
                break
    except csv.Error:
        return []
    return counts


def _unused_delimiter(text: str) -> str:
    """Return a delimiter that a list of one column does not have in it."""
    return next((sign for sign in _DELIMITERS if sign not in text), "\t")


def _refuse_other_files(data: bytes, text: str, name: str, called: str) -> None:
    """Refuse what is not a table as text.

    Args:
        data: The content of the file.
        text: Its text.
        name: Its name, for messages.
        called: What it is expected to be, for messages.

    Raises:
        ImportRefused: It is a workbook, a PDF file, a page, a ladder or another binary file.
    """
    as_csv = f"save the {called} there as CSV, and use that file"
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ImportRefused(f"{name} is a workbook or a document of an office program; {as_csv}.")
    if data.startswith(b"%PDF-"):
        raise ImportRefused(
            f"{name} is a PDF file; open it in the program that made it, and {as_csv}."
        )
    if not text.strip("\ufeff\u200b \t\r\n\xa0"):
        raise ImportRefused(f"{name} is empty; there is nothing to read.")
    if is_binary(text[:_LARGEST_SAMPLE]):
        raise ImportRefused(f"{name} is not a text file; {as_csv}.")
    start = text[:2_000].lstrip().casefold()
    if start.startswith(("<!doctype", "<html", "<?xml")):
        raise ImportRefused(f"{name} is a web page or XML; {as_csv}.")
    if start.startswith("laddereditor:"):
        raise ImportRefused(f"{name} is a ladder, not a {called}.")


# -- writing ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CellSpan:
    """Where a cell is in the text of a record."""

    start: int
    end: int
    is_open: bool = False  # a quotation mark in it is not closed


def spans(body: str, delimiter: str) -> list[CellSpan]:
    """Return where the cells of a record are, by the rules of Python's csv module."""
    found: list[CellSpan] = []
    start = 0
    while True:
        end, is_open = _cell_end(body, start, delimiter)
        found.append(CellSpan(start, end, is_open))
        if end >= len(body):
            return found
        start = end + 1


def _cell_end(body: str, start: int, delimiter: str) -> tuple[int, bool]:
    at = start
    if body.startswith('"', start):
        at += 1
        while True:
            at = body.find('"', at)
            if at < 0:
                return len(body), True
            if body.startswith('""', at):
                at += 2
                continue
            break
    end = body.find(delimiter, at)
    return (len(body) if end < 0 else end), False


def _without(record: Record, delimiter: str, columns: Sequence[int]) -> str:
    """Return the text of a record without some cells and the delimiters before them."""
    if not columns:
        return record.text
    cells = spans(record.text, delimiter)
    kept = [
        record.text[cell.start : cell.end] for at, cell in enumerate(cells) if at not in columns
    ]
    return delimiter.join(kept)


def _count(record: Record, columns: Sequence[int]) -> int:
    return len(record.cells) - sum(at < len(record.cells) for at in columns)


def _quoted(cell: str, delimiter: str) -> str:
    plain = as_text(cell)
    if any(sign in plain for sign in (delimiter, '"', "\n", "\r")):
        return '"' + plain.replace('"', '""') + '"'
    return plain
