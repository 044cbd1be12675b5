"""Recognise which column of a list has the titles, and which say more about a row."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from laddereditor.assets import word_list
from laddereditor.exchange.csv_text import Record, TextTable
from laddereditor.model.spacing import single_spaced

Purpose = Literal["title", "department", "level", "years", "key"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
# The columns that an output has in addition, in this order; the last one only if somebody confirmed
# an answer.
ANSWERS = ("answer", "profile", "candidates", "evidence")
CONFIRMED = "confirmed"
_SAMPLE = 200  # rows by which a column is recognised by its content
_MINIMUM, _FAR = 0.3, 2.0  # share of titles in the column with most, and how far before the next
_MIN_CODES = 0.8  # share of cells that are level codes

IsKnown = Callable[[str], bool]


class UnknownColumns(Exception):
    """It is not clear which column has the titles; `columns` are those to choose from."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        """Keep the columns.

        Args:
            columns: The headings, or the numbers of the columns with an example.
        """
        super().__init__("it is not clear which column has the titles")
        self.columns = columns


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The columns of a list by number, from 0."""

    has_heading: bool
    purposes: Mapping[Purpose, int]  # the title always
    people: tuple[int, ...]  # columns with names of people
    answers: Mapping[str, int]  # of an earlier output, by heading

    def cell(self, record: Record, purpose: Purpose) -> str:
        """Return what a record has in a column, "" if it has none."""
        at = self.purposes.get(purpose, -1)
        return record.cells[at].strip() if 0 <= at < len(record.cells) else ""


@dataclass(frozen=True, slots=True)
class ColumnWishes:
    """What a person said of the columns: a heading or a number from 1 for each purpose."""

    chosen: Mapping[Purpose, str]
    has_heading: bool | None = None  # None to recognise it


@dataclass(frozen=True, slots=True)
class KnownTexts:
    """How columns are recognised by their content: what the ladder knows."""

    is_title: IsKnown  # a title that the ladder has something for
    is_code: IsKnown  # a level code
    is_key: IsKnown = lambda _: False  # the key of a profile
    schemes: Sequence[str] = ()  # names of other schemes of levels, which are headings too


def recognise(table: TextTable, wishes: ColumnWishes, known_texts: KnownTexts) -> ListColumns:
    """Return the columns of a list, by what the person said, its headings and its content.

    Args:
        table: The list.
        wishes: What the person said.
        known_texts: What the ladder knows.

    Raises:
        UnknownColumns: It is not clear which column has the titles.
        LookupError: There is no column that the person named; the message names it.
    """
    records = [record for record in table.records if not record.is_blank]
    first = records[0]
    known = {**_by_scheme(first.cells, known_texts.schemes), **dict(_by_heading(first.cells))}
    answers = _answers(first.cells)
    chosen: dict[Purpose, int] = {}
    is_named = False
    for purpose, text in wishes.chosen.items():
        chosen[purpose], by_name = _column(text, first, table.width)
        is_named |= by_name
    titles = chosen.get("title", known.get("title", -1))
    if titles < 0:
        titles = _most(records, table.width, known_texts.is_title, _MINIMUM)
    if titles < 0:
        raise UnknownColumns(_column_texts(first, table.width, has_heading=bool(known)))
    has_heading = wishes.has_heading
    if has_heading is None:
        title = first.cells[titles] if titles < len(first.cells) else ""
        has_heading = bool(known or is_named or answers) or not known_texts.is_title(title)
    if not has_heading:
        known, answers = {}, {}
    purposes: dict[Purpose, int] = {**known, **chosen, "title": titles}
    below = records[1:] if has_heading else records
    by_content: tuple[tuple[Purpose, IsKnown], ...] = (
        ("key", known_texts.is_key),
        ("level", known_texts.is_code),
    )
    for purpose, is_known in by_content:
        taken = {*purposes.values(), *answers.values()}
        at = _most(below, table.width, is_known, _MIN_CODES, without=taken)
        if at >= 0:
            purposes.setdefault(purpose, at)
    people = tuple(_people(first.cells)) if has_heading else ()
    taken = set(purposes.values())
    return ListColumns(has_heading, purposes, tuple(set(people) - taken), answers)


def _by_heading(cells: Sequence[str]) -> Iterator[tuple[Purpose, int]]:
    headings = [heading_key(cell) for cell in cells]
    for purpose in PURPOSES:
        for word in _words()[purpose]:
            if word in headings:
                yield purpose, headings.index(word)
                break


def _by_scheme(cells: Sequence[str], schemes: Sequence[str]) -> dict[Purpose, int]:
    """Return the column that a scheme names: `Radford`, `Radford level`."""
    words = {"", "code", *_words()["level"]}
    for at, heading in enumerate(map(heading_key, cells)):
        for scheme in map(heading_key, schemes):
            if heading.startswith(scheme) and heading.removeprefix(scheme).strip() in words:
                return {"level": at}
    return {}


def _people(cells: Sequence[str]) -> Iterator[int]:
    words = set(_words()["person"])
    return (at for at, cell in enumerate(cells) if heading_key(cell) in words)


def _answers(cells: Sequence[str]) -> dict[str, int]:
    """Return the columns of an earlier output, {} unless all are there."""
    headings = [cell.strip().casefold() for cell in cells]
    found = {
        name: len(headings) - 1 - headings[::-1].index(name)
        for name in (*ANSWERS, CONFIRMED)
        if name in headings
    }
    return found if all(name in found for name in ANSWERS) else {}


def _column(text: str, first: Record, width: int) -> tuple[int, bool]:
    """Return the number of a column that a person named, and whether by its heading."""
    wanted = heading_key(text)
    for at, cell in enumerate(first.cells):
        if heading_key(cell) == wanted:
            return at, True
    if text.strip().isdecimal() and 1 <= int(text) <= width:
        return int(text) - 1, False
    raise LookupError(text)


def _most(
    records: Sequence[Record],
    width: int,
    is_known: IsKnown,
    least: float,
    without: set[int] | frozenset[int] = frozenset(),
) -> int:
    """Return the column with the largest share of known cells, -1 if that is not clear."""
    shares: list[tuple[float, int]] = []
    for at in range(width):
        cells = [one.cells[at].strip() for one in records[:_SAMPLE] if at < len(one.cells)]
        filled = [cell for cell in cells if cell]
        if at in without or not filled:
            continue
        shares.append((sum(map(is_known, filled)) / len(filled), at))
    shares.sort(key=lambda pair: (-pair[0], pair[1]))
    if not shares or shares[0][0] < least:
        return -1
    if len(shares) > 1 and shares[0][0] < _FAR * shares[1][0]:
        return -1
    return shares[0][1]


def _column_texts(first: Record, width: int, *, has_heading: bool) -> tuple[str, ...]:
    cells = [*first.cells, *[""] * (width - len(first.cells))]
    if has_heading:
        return tuple(cell.strip() or str(at) for at, cell in enumerate(cells, 1))
    return tuple(f"{at} ({cell.strip()})" for at, cell in enumerate(cells, 1))


def heading_key(text: str) -> str:
    """Return a heading as it is compared: no case, accents or signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = ("" if unicodedata.combining(one) else one for one in plain)
    return single_spaced("".join(one if one.isalnum() else " " for one in letters))


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    lists: Mapping[str, Sequence[str]] = word_list("list_headings")
    return {purpose: tuple(map(heading_key, words)) for purpose, words in lists.items()}
