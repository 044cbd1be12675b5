"""Read tables of pay: a row for each market, with columns such as low, median and high."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.levelpage.amounts import amounts_of, currency_of
from laddereditor.exchange.levelpage.headings import heading_key
from laddereditor.exchange.levelpage.lines import PageLine, has_words
from laddereditor.model.pay import PayRange

# What the heads of columns mean, by one of their first two words.
_COLUMNS = {
    "market": ("market", "region", "country", "location", "geography", "area", "place"),
    "currency": ("currency",),
    "min": ("low", "min", "minimum", "lowest", "from", "25th", "p25", "10th", "p10", "bottom"),
    "mid": ("median", "mid", "midpoint", "middle", "50th", "p50", "average", "target"),
    "max": ("high", "max", "maximum", "highest", "to", "75th", "p75", "90th", "p90", "top"),
}
_NAMES = {word: name for name, words in _COLUMNS.items() for word in words}


@dataclass(frozen=True, slots=True)
class PayTable:
    """A table: the line or lines of its head, and of each row with the range that it gives."""

    head: tuple[PageLine, ...]
    rows: tuple[tuple[tuple[PageLine, ...], PayRange], ...]


def column_of(text: str) -> str:
    """Return what the head of a column means: a field of a pay range, "" if it is unknown."""
    words = heading_key(text).split()
    return next((_NAMES[word] for word in words[:2] if word in _NAMES), "")


def find_table(lines: Sequence[PageLine], at: int, conventions: Conventions) -> PayTable | None:
    """Return the table that begins at a line, or None if none does.

    The cells of a row are on one line, or each on a line of its own.

    Args:
        lines: The lines about pay.
        at: The position of the line, from 0.
        conventions: How numbers are written.

    Raises:
        ValueError: An amount can mean two numbers.
    """
    names = [column_of(cell) for cell in lines[at].cells]
    if _is_head(names):
        head: tuple[PageLine, ...] = (lines[at],)
        rows = list(_rows(lines[at + 1 :]))
    else:
        count = next(
            (n for n, line in enumerate(lines[at:]) if line.cells or not column_of(line.text)),
            len(lines) - at,
        )
        names = [column_of(line.text) for line in lines[at : at + count]]
        if not _is_head(names):
            return None
        head = tuple(lines[at : at + count])
        rows = list(_chunks(lines[at + count :], count))
    found = []
    for row in rows:
        one = _range(names, row, conventions)
        if one is None:
            break
        found.append((tuple(dict.fromkeys(row)), one))
    return PayTable(head, tuple(found)) if found else None


def _is_head(names: Sequence[str]) -> bool:
    amounts = [name for name in names if name in ("min", "mid", "max")]
    return len(amounts) > 1 and all(names[1:]) and len(set(amounts)) == len(amounts)


def _rows(lines: Sequence[PageLine]) -> Iterator[tuple[PageLine, ...]]:
    """Yield rows as one line a cell: the line of the row with the text of the cell."""
    for line in lines:
        if line.cells:
            yield tuple(replace(line, text=cell, cells=()) for cell in line.cells)
        elif has_words(line.text):
            return


def _chunks(lines: Sequence[PageLine], count: int) -> Iterator[tuple[PageLine, ...]]:
    for at in range(0, len(lines) - count + 1, count):
        yield tuple(lines[at : at + count])


def _range(
    names: Sequence[str], row: Sequence[PageLine], conventions: Conventions
) -> PayRange | None:
    cells = dict(zip(names, (line.text for line in row), strict=False))
    names = [name for name in ("min", "mid", "max") if has_words(cells.get(name, ""))]
    market = cells.get("market", cells.get("", ""))
    text = " ".join([cells.get("currency", ""), *(cells[name] for name in names)])
    currency = currency_of(text, market)
    if currency is None or not names:
        return None
    amounts = {name: amounts_of(cells[name], currency, conventions) for name in names}
    if any(len(found) != 1 for found in amounts.values()):
        return None
    values = {name: found[0] for name, found in amounts.items()}
    return PayRange(market=market, currency=currency, **values)
