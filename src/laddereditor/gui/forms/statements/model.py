"""The rows of a statement list: statements, their examples, and a last row to add one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from laddereditor.model.statement import Statements, statement_examples, statement_text
from laddereditor.presentation.forms.statement_edits import StatementPosition

Index = QModelIndex | QPersistentModelIndex
RowKind = Literal["statement", "example", "adder"]


class StatementRow(NamedTuple):
    """A row with its text and position. A draft is only on the screen until something is typed."""

    kind: RowKind
    text: str
    position: StatementPosition
    draft: bool = False


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words of one list."""

    one: str  # "Responsibility"
    add: str = "Add a statement"
    empty: str = ""  # what the last row says while there are none
    bullets: bool = True
    examples: bool = True


def rows_of(
    items: Statements, draft: StatementPosition | None, *, adder: bool
) -> list[StatementRow]:
    """Return the rows of a list; `draft` is the place of an empty row in it."""
    rows: list[StatementRow] = []
    drafted = draft.index if draft else -1
    for index, statement in enumerate(items):
        position = StatementPosition(index)
        if draft == position:
            rows.append(StatementRow("statement", "", position, draft=True))
        rows.append(StatementRow("statement", statement_text(statement), position))
        examples = statement_examples(statement)
        if not examples and index != drafted:
            continue
        for place, example in enumerate((*examples, None)):
            if draft == StatementPosition(index, place):
                rows.append(
                    StatementRow("example", "", StatementPosition(index, place), draft=True)
                )
            if example is not None:
                rows.append(StatementRow("example", example, StatementPosition(index, place)))
    if adder:
        rows.append(StatementRow("adder", "", StatementPosition(len(items)), draft=True))
    return rows


class StatementModel(QAbstractListModel):
    """Rows for a view; `show` turns an old and a new list into few row signals."""

    def __init__(self, words: ListWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.items: Statements = ()
        self.inherited = False
        self.marks: dict[StatementPosition, str] = {}  # severity of what is wrong with a row
        self._rows: list[StatementRow] = []
        self._made_of: tuple[Statements, StatementPosition | None, bool] | None = None

    # -- showing ------------------------------------------------------------------------------

    def show(
        self,
        items: Statements,
        *,
        inherited: bool,
        draft: StatementPosition | None = None,
        adder: bool = True,
    ) -> bool:
        """Show a list in place of the one before; returns False if it has the same rows."""
        self.items = items
        if inherited != self.inherited:
            self.inherited = inherited
            self._emit_changed(0, len(self._rows) - 1)
        made_of, before = (items, draft, adder), self._made_of
        if before is not None and items is before[0] and made_of[1:] == before[1:]:
            return False
        self._made_of = made_of
        self._move_to(rows_of(items, draft, adder=adder))
        return True

    def mark(self, marks: dict[StatementPosition, str]) -> None:
        """Mark the rows that something is wrong with."""
        if marks != self.marks:
            self.marks = marks
            self._emit_changed(0, len(self._rows) - 1)

    def _move_to(self, new: list[StatementRow]) -> None:
        old = self._rows
        if old == new:
            return
        top = _common(old, new)
        bottom = _common(old[top:][::-1], new[top:][::-1])
        removed, added = len(old) - top - bottom, len(new) - top - bottom
        if removed > added:
            self.beginRemoveRows(QModelIndex(), top + added, top + removed - 1)
            self._rows = [*old[: top + added], *old[top + removed :]]
            self.endRemoveRows()
        elif added > removed:
            self.beginInsertRows(QModelIndex(), top + removed, top + added - 1)
            self._rows = [
                *old[: top + removed],
                *new[top + removed : top + added],
                *old[top + removed :],
            ]
            self.endInsertRows()
        self._rows = new
        # Rows further down are the same words, but "3 of 9" has become "4 of 10".
        self._emit_changed(0 if removed != added else top, len(new) - 1)

    def _emit_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    # -- asking -------------------------------------------------------------------------------

    def row(self, row: int) -> StatementRow:
        """Return a row."""
        return self._rows[row]

    def all_rows(self) -> Sequence[StatementRow]:
        """Return all rows."""
        return self._rows

    def find(self, position: StatementPosition, *, draft: bool = False) -> int:
        """Return the index of the row at a position, -1 if there is none."""
        for number, row in enumerate(self._rows):
            if row.position == position and row.draft == draft and row.kind != "adder":
                return number
        is_adder = draft and position == StatementPosition(len(self.items)) and self._rows
        return len(self._rows) - 1 if is_adder and self._rows[-1].kind == "adder" else -1

    def name_of(self, row: StatementRow) -> str:
        """Return what a screen reader calls a row: “Responsibility 3 of 9”."""
        if row.kind == "adder":
            return self.words.add
        statement = f"{self.words.one} {row.position.index + 1}"
        if row.kind == "example":
            return f"Example {row.position.example + 1} of {statement}"
        return f"{statement} of {max(len(self.items), 1)}"

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a row, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.name_of(row)
            return f"{name}: {row.text}" if row.text else name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of a row."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        # An editable row lets input methods begin; the view opens the editor itself.
        usual = flag.ItemIsEnabled | flag.ItemIsEditable | flag.ItemNeverHasChildren
        if self._rows[index.row()].kind == "adder":
            return usual
        return usual | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows can be moved."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the rows as Qt's own data and as lines of text."""
        data = super().mimeData(indexes)
        data.setText("\n".join(self._rows[index.row()].text for index in indexes))
        return data


def _common(first: list[StatementRow], second: list[StatementRow]) -> int:
    """Return how many rows at the start are the same."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if (one.kind, one.text, one.draft) != (other.kind, other.text, other.draft):
            break
        count += 1
    return count
