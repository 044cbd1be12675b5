"""Records as a sheet: a column for each pattern of keys, rows in the order of the file.

So YAML and JSON are shown and corrected on the page that shows tables, by the same roles.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from laddereditor.exchange.records.field_words import NAMES, field_word
from laddereditor.exchange.records.record import ReadRecord, RecordText
from laddereditor.exchange.tables.grid import EMPTY, Grid, GridCell

EXAMPLES = "examples"
EACH = "each"  # of a list or a mapping that is under no key


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """What a column holds.

    Attributes:
        pattern: The keys from the root to the records, without names and numbers.
        key: The key in a record; "" for what the records are called.
    """

    pattern: str
    key: str

    @property
    def head(self) -> str:
        """The pattern of keys in words, such as “families › levels › summary”."""
        keys = self.pattern.removeprefix("/").split("/") if self.pattern else []
        return " › ".join((*(key or EACH for key in keys), *filter(None, (self.key,))))


@dataclass(frozen=True)
class RecordsLayout:
    """The cells of records.

    Attributes:
        grid: The sheet, without a row of heads.
        columns: What each column holds.
        places: The row and column of each value, by its path.
        names: The row of each record that has a name, by its path.
        kept: The paths of the records and texts that begin in each row.
    """

    grid: Grid
    columns: tuple[RecordColumn, ...]
    places: Mapping[str, tuple[int, int]]
    names: Mapping[str, int]
    kept: Mapping[int, tuple[str, ...]]


def column_key(key: str) -> str:
    """Return a key as columns have it: those of a mapping inside a record are parted by “/”."""
    return "/".join(field_word(one) for one in key.split("/"))


def layout_of(root: ReadRecord, name: str) -> RecordsLayout:
    """Return records as a sheet.

    Args:
        root: The record with everything.
        name: The name of the sheet.
    """
    columns = tuple(_columns(root))
    made = _LayoutRows({column: at for at, column in enumerate(columns)})
    made.add_record(root, "", is_root=True)
    grid = Grid(name, tuple(map(tuple, made.rows)))
    kept = {row: tuple(paths) for row, paths in made.kept.items()}
    return RecordsLayout(grid, columns, made.places, made.names, kept)


# -- columns ------------------------------------------------------------------------------------


def _columns(root: ReadRecord) -> Iterator[RecordColumn]:
    """Yield the columns, those of a pattern beside each other and before the ones inside it."""
    keys: dict[str, dict[str, None]] = {}
    _gather(root, "", keys, is_root=True)
    for pattern, found in keys.items():
        yield from (RecordColumn(pattern, key) for key in found)


def _gather(
    record: ReadRecord, pattern: str, keys: dict[str, dict[str, None]], *, is_root: bool
) -> None:
    found = keys.setdefault(pattern, {})
    if not is_root:
        found.setdefault("")
    for key, value in record.fields.items():
        if is_root or not _is_name(record, key, value):
            found.setdefault(column_key(key))
    for key, texts in record.texts.items():
        found.setdefault(column_key(key) or "text")
        for text in texts:
            found.update(dict.fromkeys(_text_keys(key, text)))
    if record.examples:
        found.setdefault(EXAMPLES)
    for collection in record.collections:
        for one in collection.records:
            _gather(one, collection.pattern, keys, is_root=False)


def _text_keys(key: str, text: RecordText) -> Iterator[str]:
    start = column_key(key) or "text"
    yield from (f"{start}/{column_key(one)}" for one in text.fields)
    if text.examples:
        yield f"{start}/{EXAMPLES}"


def _is_name(record: ReadRecord, key: str, value: str) -> bool:
    """Whether a field is what its record is called, so that it needs no column of its own."""
    return value == record.name and field_word(key) in NAMES


# -- rows ---------------------------------------------------------------------------------------


@dataclass
class _LayoutRows:
    """The rows while they are made."""

    at: Mapping[RecordColumn, int]
    rows: list[list[GridCell]] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    kept: dict[int, list[str]] = field(default_factory=dict)

    def add_record(self, record: ReadRecord, pattern: str, *, is_root: bool = False) -> None:
        row = len(self.rows)
        if not is_root:
            self._put(row, RecordColumn(pattern, ""), record.name or record.key, bold=True)
            self.names[record.path] = row
            self.kept.setdefault(row, []).append(record.path)
        for key, value in record.fields.items():
            is_name = not is_root and _is_name(record, key, value)
            column = RecordColumn(pattern, "" if is_name else column_key(key))
            path = f"{record.path}/{key}" if record.path else key
            self._put(row, column, "" if is_name else value, path)
        for key, texts in record.texts.items():
            self._add_texts(row, pattern, key, texts)
        for number, one in enumerate(record.examples):
            self._put(row + number, RecordColumn(pattern, EXAMPLES), one.text, one.path)
        for collection in record.collections:
            for inner in collection.records:
                self.add_record(inner, collection.pattern)

    def _add_texts(self, row: int, pattern: str, key: str, texts: list[RecordText]) -> None:
        start = column_key(key) or "text"
        for number, text in enumerate(texts):
            at = row + number
            self._put(at, RecordColumn(pattern, start), text.text, text.path)
            self.kept.setdefault(at, []).append(text.path)
            above = text.path.rpartition("/")[0]
            for inner, value in text.fields.items():
                column = RecordColumn(pattern, f"{start}/{column_key(inner)}")
                self._put(at, column, value, f"{above}/{inner}")
            if text.examples:
                examples = "\n".join(text.examples)
                column = RecordColumn(pattern, f"{start}/{EXAMPLES}")
                self._put(at, column, examples, f"{text.path}#{EXAMPLES}")

    def _put(
        self, row: int, column: RecordColumn, text: str, path: str = "", *, bold: bool = False
    ) -> None:
        at = self.at[column]
        while len(self.rows) <= row or (text and self.rows[row][at].text):
            if len(self.rows) <= row:
                self.rows.append([EMPTY] * len(self.at))
            else:
                row += 1  # another key of the record is spelt almost the same
        if text:
            self.rows[row][at] = GridCell(text, bold=bold)
        if path:
            self.places[path] = (row, at)
