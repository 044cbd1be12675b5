"""A sheet of a workbook as the page of a sheet: its cells, tinted by what they are."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.exchange.tables import CellAccount, GridCell, LineRole
from laddereditor.exchange.tables.places import cell_name, column_name
from laddereditor.presentation.mapping.role_menu import role_on_head, role_title, tint_of
from laddereditor.presentation.sheet.content import NOTHING, CellContent, Tag
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.text.runs import TextRun
from laddereditor.session.mapped_workbook import MappedWorkbook

_MOST_LETTERS = 600  # of a cell that are shown; the tooltip has all of it
_NARROW_HEAD = 8  # letters of the longest word on the head of such a column
_NARROW = 12  # letters up to which a column gets little room
_SET_BY_YOU = "set by you"
_PLAIN_ROWS = frozenset({"body", "unknown"})
_OUTCOMES = {"taken": "taken", "left": "left out", "unknown": "not understood"}


@dataclass(frozen=True)
class MappedSheet:
    """One sheet with the roles of its rows and columns, and the account of its cells."""

    work: MappedWorkbook | None = None
    number: int = 0  # of the sheet, from 0

    @cached_property
    def _rows(self) -> Sequence[Sequence[GridCell]]:
        return self.work.workbook.grids[self.number].rows if self.work else ()

    @cached_property
    def columns(self) -> Sequence[LineRole]:
        """What each column is."""
        return self.work.mapping.grids[self.number].columns if self.work else ()

    @cached_property
    def lines(self) -> Sequence[LineRole]:
        """What each row is."""
        return self.work.mapping.grids[self.number].rows if self.work else ()

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return self.work.workbook.grids[self.number].name if self.work else ""

    @cached_property
    def last_row(self) -> int:
        """The last row of the table, from 0; -1 without a table."""
        if self.work is None:
            return -1
        one = self.work.mapping.grids[self.number]
        last = one.edges.bottom if one.taken and self._rows else -1
        for pin in self.work.pins:
            if pin.part == "bottom" and pin.sheet == one.sheet and last >= 0:
                return pin.at
        return max((row for row in range(last + 1) if self._has_text(row)), default=-1)

    def _has_text(self, row: int) -> bool:
        return any(cell.text for cell in self._rows[row])

    @cached_property
    def accounts(self) -> Map[int, tuple[CellAccount, ...]]:
        """The accounts of the cells of each row that has any."""
        found: dict[int, list[CellAccount]] = {}
        for one in self.work.result.cells if self.work else ():
            if one.position.sheet == self.number:
                found.setdefault(one.position.row, []).append(one)
        return {row: tuple(cells) for row, cells in found.items()}

    def account(self, row: int, column: int) -> CellAccount | None:
        """Return the account of a cell, None for one without a text."""
        cells = self.accounts.get(row, ())
        return next((one for one in cells if one.position.column == column), None)

    # -- heads --------------------------------------------------------------------------------

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the columns: their letters and roles."""
        return [self._head(at, one) for at, one in enumerate(self.columns)]

    def _head(self, at: int, one: LineRole) -> SheetHead:
        title = role_on_head(one.role)
        mark = "✓ " if one.pinned else ""
        said = " · ".join(filter(None, (column_name(at), one.value)))
        content = CellContent((TextRun(said, "strong"),), (Tag(f"{mark}{title} ▾", "text"),))
        words = _line_words(f"Column {column_name(at)}", one)
        return SheetHead(content, words, one.pinned, self._is_narrow(at), f"{words}\n{_why(one)}")

    def _is_narrow(self, at: int) -> bool:
        if len(self.columns) < 4:
            return False
        words = (*self.columns[at].value.split(), role_on_head(self.columns[at].role))
        is_head_short = max(map(len, words)) <= _NARROW_HEAD
        return is_head_short and all(len(row[at].text) <= _NARROW for row in self._rows)

    @cached_property
    def keys(self) -> Sequence[str]:
        """The number of each row."""
        return [str(at) for at in range(len(self._rows))]

    def source(self, row: int) -> object:
        """Return what a row is made from."""
        return self._rows[row], self.lines[row], self.columns, self.accounts.get(row), self.last_row

    def side(self, row: int) -> SheetSide:
        """Return the head of a row: its number, and its role unless it is a row of the table."""
        one = self.lines[row]
        tags: tuple[Tag, ...] = ()
        if one.role not in _PLAIN_ROWS or one.pinned:
            tags = (Tag(f"{'✓ ' if one.pinned else ''}{role_on_head(one.role)} ▾", "text"),)
        content = CellContent((TextRun(str(row + 1), "muted"),), tags, "panel")
        return SheetSide(content, _line_words(f"Row {row + 1}", one), is_repeated=True)

    # -- cells --------------------------------------------------------------------------------

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        cell, account = self._rows[row][column], self.account(row, column)
        if account is None or not cell.text:
            return NOTHING
        text = cell.text if len(cell.text) <= _MOST_LETTERS else f"{cell.text[:_MOST_LETTERS]}…"
        if account.outcome == "left":
            return CellContent((TextRun(text, "muted"),), ground="alternate")
        if account.outcome == "unknown":
            return CellContent((TextRun(text),), ground="warning_bg", sign="warning")
        look = TextRun(text, "strong" if self.lines[row].role == "head" else "text")
        return CellContent((look,), ground=self._tint(row, column))

    def _tint(self, row: int, column: int) -> str:
        line, one = self.lines[row], self.columns[column]
        if line.role == "head":
            is_level = one.role.endswith(("-at-level", "at-level", "at-step"))
            return "level_tint" if is_level else "panel"
        return tint_of(one.role if line.role in _PLAIN_ROWS else line.role)

    def role_at(self, row: int, column: int) -> LineRole:
        """Return the role that decides what a cell is: that of its row, or else of its column."""
        line = self.lines[row]
        return self.columns[column] if line.role in _PLAIN_ROWS else line

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, as it is copied."""
        return self._rows[row][column].text

    def typed_text(self, row: int, column: int) -> str | None:
        """Nothing is typed."""
        return self.text(row, column)

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell: what it is in place of its colour."""
        account = self.account(row, column)
        name = cell_name(row, column)
        if account is None:
            return f"{name}: empty; {_named(self.columns[column])}"
        return f"{name}: {account.text}; {self._said(row, column, account)}"

    def _said(self, row: int, column: int, account: CellAccount) -> str:
        outcome = _OUTCOMES[account.outcome]
        why = f": {account.reason}" if account.reason else ""
        return f"{_named(self.role_at(row, column))}; {outcome}{why}"

    def tip(self, row: int, column: int) -> str:
        """Return the tooltip of a cell: its text, what it is, and where it goes."""
        account, cell = self.account(row, column), self._rows[row][column]
        if account is None:
            return f"{cell_name(row, column)}: empty"
        place = f"\nIn the ladder at {account.address}" if account.address else ""
        remark = f"\nComment: {cell.comment}" if cell.comment else ""
        said = self._said(row, column, account)
        return f"{cell_name(row, column)}: {cell.text}\n{said}{place}{remark}"

    def is_typed(self, row: int, column: int) -> bool:
        """Nothing is typed into the cells."""
        return False

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a row has, and how many lines."""
        longest = max((cell.text for cell in self._rows[row]), key=len, default="")
        return min(len(longest), _MOST_LETTERS), longest.count("\n")


def _named(one: LineRole) -> str:
    return f"{role_title(one.role)}, {one.value}" if one.value else role_title(one.role)


def _line_words(name: str, one: LineRole) -> str:
    pinned = f", {_SET_BY_YOU}" if one.pinned else ""
    return f"{name}: {_named(one)}{pinned}"


def _why(one: LineRole) -> str:
    return (
        f"Why: {one.reason}. Click to choose another role."
        if one.reason
        else ("Click to choose another role.")
    )
