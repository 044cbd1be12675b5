"""An exported workbook that comes back: its cells with what was exported into them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote

from laddereditor.edits.ids import slug
from laddereditor.edits.parts.marks import NO_MARK, CellMark, read_mark
from laddereditor.edits.parts.returned import (
    NEW,
    RemovedEntry,
    ReturnedCell,
    ReturnedComment,
    ReturnedTable,
)
from laddereditor.edits.parts.workbook_marks import CHOICES, FORMAT, HEADS, KEYS, SHEET, read_line
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.book import BookSheet, returned_sheets
from laddereditor.exchange.tables.places import column_name
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.keys import encode_key
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.level import Level
from laddereditor.model.shapes import PLAIN_LISTS

_HEAD_ROW = 2  # from 0: the words above the columns
_SECTION, _ENTRY = 1, 2  # the columns of a matrix before its cells
_OWN_COMMENTS = "Ladder Editor"  # their author


@dataclass
class _Exported:
    """What was exported into one sheet."""

    columns: list[str] = field(default_factory=list)
    rows: dict[str, list[CellMark]] = field(default_factory=dict)  # in the order of the sheet


def read_workbook_export(data: bytes, source: str) -> ReturnedTable | None:
    """Return what comes back in a workbook, None if it is not one of our exports.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is one of a newer program, or damaged.
    """
    sheets = returned_sheets(data, source)
    marks = next((one for one in sheets or () if one.name == SHEET), None)
    if sheets is None or marks is None:
        return None
    about, exported = _marks(marks)
    if about.get("format") != FORMAT:
        raise ImportRefused(f"{source} was exported by a newer version of Ladder Editor.")
    found = ReturnedSheets(about)
    for sheet in sheets:
        if sheet.name not in (SHEET, CHOICES):
            found.add(sheet, exported)
    found.report_missing(exported)
    return ReturnedTable(
        about,
        tuple(found.cells),
        tuple(found.comments),
        tuple(found.notes),
        tuple(dict.fromkeys(found.entities)),
        tuple(found.removed),
    )


def _marks(sheet: BookSheet) -> tuple[dict[str, str], dict[str, _Exported]]:
    rows = [(*row, "", "")[:2] for row in sheet.rows]
    about = {head: words for head, words in rows[: len(HEADS)] if head in HEADS}
    exported: dict[str, _Exported] = {}
    for key, block in rows[len(HEADS) :]:
        for line in filter(None, block.split("\n")):
            row, words = read_line(line)
            known = exported.setdefault(key, _Exported())
            if row == KEYS and not known.columns:
                known.columns = [unquote(word) for word in words]
            else:
                known.rows[row] = [read_mark(word) for word in words]
    return about, exported


@dataclass
class ReturnedSheets:
    """Gathers the cells of the sheets of one workbook."""

    about: Mapping[str, str]
    cells: list[ReturnedCell] = field(default_factory=list)
    comments: list[ReturnedComment] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    entities: list[Address] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    removed: list[RemovedEntry] = field(default_factory=list)

    def add(self, sheet: BookSheet, exported: Mapping[str, _Exported]) -> None:
        """Add the cells of a sheet; one that was not exported is named in a note."""
        key = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else ""
        if key not in exported:
            said = any(any(row) for row in sheet.rows)
            if said and not self._is_about(sheet):
                self.notes.append(f"The sheet “{sheet.name}” was not exported; it is left out.")
            return
        if key in self.seen:
            self.notes.append(f"The sheet “{sheet.name}” is a second copy; it is left out.")
            return
        self.seen.add(key)
        is_list = key in COLLECTIONS and key != "levels"
        reader = _ListSheet if is_list else _MatrixSheet
        reader(self, sheet, Address(key), exported[key]).read()

    def report_missing(self, exported: Mapping[str, _Exported]) -> None:
        """Name the sheets that were deleted; nothing is deleted for that."""
        for key in exported:
            if key not in self.seen:
                self.notes.append(f"The sheet of “{key}” was removed; the ladder keeps it.")

    @staticmethod
    def _is_about(sheet: BookSheet) -> bool:
        return sheet.name == "About"


class _ReturnedSheet:
    """Reads one sheet."""

    def __init__(
        self, into: ReturnedSheets, sheet: BookSheet, key: Address, exported: _Exported
    ) -> None:
        self._into, self._sheet, self._key, self._exported = into, sheet, key, exported
        heads = sheet.rows[1] if len(sheet.rows) > 1 else ()
        self._columns = {number: text for number, text in enumerate(heads) if text and number}
        self._place = {key: number for number, key in enumerate(exported.columns)}

    def read(self) -> None:
        """Add the cells of the sheet, and its comments."""
        present = set()
        for number, row in enumerate(self._sheet.rows[_HEAD_ROW + 1 :], _HEAD_ROW + 1):
            key = row[0] if row else ""
            if key in present:  # a copied row
                key = ""
            present.add(key)
            self._row(number, row, key)
        for key, marks in self._exported.rows.items():
            if key not in present:
                self._deleted(key, marks)
        for key in self._place:
            if key not in self._columns.values():
                self._deleted_column(key)

    def _row(self, number: int, row: Sequence[str], key: str) -> None:
        raise NotImplementedError

    def _deleted(self, key: str, marks: Sequence[CellMark]) -> None:
        raise NotImplementedError

    def _deleted_column(self, key: str) -> None:
        raise NotImplementedError

    def _add(
        self, at: tuple[int, int], address: Address, path: FieldPath, text: str, mark: CellMark
    ) -> None:
        self._into.entities.append(address)
        if text or mark.mark:
            self._into.cells.append(ReturnedCell(address, path, text, mark, self._where(*at)))
        comment = self._sheet.comments.get(at)
        if comment is not None and comment.text and comment.author != _OWN_COMMENTS:
            said = comment.text, comment.author, comment.day, self._where(*at)
            self._into.comments.append(ReturnedComment(address, path, *said))

    def _where(self, row: int, column: int) -> str:
        return f"{self._sheet.name}!{_letters(column)}{row + 1}"

    def _mark(self, row: str, column: str) -> CellMark:
        marks, place = self._exported.rows.get(row), self._place.get(column)
        return marks[place] if marks and place is not None and place < len(marks) else NO_MARK


class _MatrixSheet(_ReturnedSheet):
    """A sheet with levels across; the key of a row is a path, that of a column an address."""

    _last = FieldPath()

    def __init__(
        self, into: ReturnedSheets, sheet: BookSheet, key: Address, exported: _Exported
    ) -> None:
        super().__init__(into, sheet, key, exported)
        self._known: dict[tuple[str, str], FieldPath] = {}  # by the words of section and entry
        self._entity = Level if key == "levels" else Profile

    def read(self) -> None:
        """Add the cells of the sheet; a column with the code of a level adds its profile."""
        heads = self._sheet.rows[_HEAD_ROW] if len(self._sheet.rows) > _HEAD_ROW else ()
        for number, head in enumerate(heads):
            if number > 2 and number not in self._columns and head.strip():
                level = head.split()[0]
                self._columns[number] = str(self._key.entry(level))
        super().read()

    def _row(self, number: int, row: Sequence[str], key: str) -> None:
        if key:
            self._last = FieldPath(key)
            self._known.setdefault(_heads(row), self._last)
        path = self._last if key else self._added(row)
        if not path:
            self._refuse(number, row)
            return
        for column, address in self._columns.items():
            text = row[column].strip() if column < len(row) else ""
            mark = self._mark(key, address)
            self._add((number, column), Address(address), path, text, mark)

    def _added(self, row: Sequence[str]) -> FieldPath:
        """Return the path of an added row: an item of the list that it names or is below."""
        section, entry = _heads(row)
        last = self._known.get((section, entry)) or self._field(section) or self._last
        if last.name == "skills":
            return FieldPath("skills").entry(row[_ENTRY].strip()) if entry else FieldPath()
        is_item = last.last.isdigit() or last.last == NEW
        return FieldPath(last.above).at(NEW) if is_item else FieldPath()

    def _field(self, section: str) -> FieldPath | None:
        """Return the path of an item in the field with a title, None if it is not a list."""
        specs = field_specs(self._entity).values()
        spec = next((one for one in specs if one.title.casefold() == section), None)
        return FieldPath(spec.name).at(NEW) if spec and spec.shape in PLAIN_LISTS else None

    def _refuse(self, number: int, row: Sequence[str]) -> None:
        if any(row):
            self._into.notes.append(
                f"{self._sheet.name}, row {number + 1}, is not below a list; it is left out."
            )

    def _deleted(self, key: str, marks: Sequence[CellMark]) -> None:
        for address, mark in zip(self._exported.columns, marks, strict=False):
            if mark.mark and not mark.inherited:
                where = f"{self._sheet.name}, a deleted row"
                cell = ReturnedCell(Address(address), FieldPath(key), "", mark, where)
                self._into.cells.append(cell)

    def _deleted_column(self, key: str) -> None:
        place = self._place[key]
        marks = tuple(
            (FieldPath(path), found[place])
            for path, found in self._exported.rows.items()
            if place < len(found)
        )
        self._into.removed.append(RemovedEntry(Address(key), "column", self._sheet.name, marks))


@cache
def _letters(column: int) -> str:
    return column_name(column)


def _heads(row: Sequence[str]) -> tuple[str, str]:
    """Return the words of a row's section and entry, in lower case."""
    words = [text.strip().casefold() for text in row[_SECTION : _ENTRY + 1]]
    section, entry = (*words, "", "")[:2]
    return section, entry


class _ListSheet(_ReturnedSheet):
    """A sheet with a row for each entity; the key of a column is a path."""

    def _row(self, number: int, row: Sequence[str], key: str) -> None:
        address = Address(key) if key else self._added(row)
        if not address:
            return
        for column, path in self._columns.items():
            text = row[column].strip() if column < len(row) else ""
            is_id = path == COLLECTIONS[self._key].key
            if not (is_id and not key):
                self._add((number, column), address, FieldPath(path), text, self._mark(key, path))

    def _added(self, row: Sequence[str]) -> Address:
        """Return the address of an entity that a row adds, by its id or its name."""
        known = {path: row[column] for column, path in self._columns.items() if column < len(row)}
        wanted = known.get("id", "").strip() or slug(known.get("name", "").strip(), "")
        return self._key.at(encode_key(wanted)) if wanted else Address()

    def _deleted(self, key: str, marks: Sequence[CellMark]) -> None:
        paths = map(FieldPath, self._exported.columns)
        found = tuple(zip(paths, marks, strict=False))
        self._into.removed.append(RemovedEntry(Address(key), "row", self._sheet.name, found))

    def _deleted_column(self, key: str) -> None:
        self._into.notes.append(
            f"The column “{key}” of the sheet “{self._sheet.name}” was removed; the ladder keeps "
            "what it has."
        )
