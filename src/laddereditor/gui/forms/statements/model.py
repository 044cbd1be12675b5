"""The rows of a statement list: statements, their examples, and a last row to add one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
)

from laddereditor.gui.forms.list_rows import replace_rows
from laddereditor.gui.item_index import ItemIndex
from laddereditor.model.statement import Statements
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.presentation.forms.statement_rows import (
    ListRows,
    StatementRow,
    alike_at_start,
    list_rows,
    row_at,
    with_draft,
)


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words of one list."""

    one: str  # "Responsibility"
    add: str = "Add a statement"
    empty: str = ""  # what the last row says while there are none
    bullets: bool = True
    examples: bool = True


class StatementModel(QAbstractListModel):
    """Rows for a view; `show` turns an old and a new list into few row signals."""

    def __init__(self, words: ListWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.items: Statements = ()
        self.inherited = False
        self.end = 0  # of the entity's own statements; inherited ones follow
        self.marks: dict[StatementPosition, str] = {}  # severity of what is wrong with a row
        self._rows: list[StatementRow] = []
        self._shown: ListRows | None = None
        self._draft: StatementPosition | None = None

    # -- showing ------------------------------------------------------------------------------

    def show(
        self,
        items: Statements,
        *,
        inherited: bool,
        end: int = -1,
        draft: StatementPosition | None = None,
        adder: bool = True,
    ) -> bool:
        """Show a list in place of the one before.

        Args:
            items: The statements.
            inherited: Whether the list is inherited, and shown in grey.
            end: How many statements are the entity's own, before inherited ones; -1 for all.
            draft: The position of a row that is shown but not in the list yet; None if there is
                none.
            adder: Whether a row offers to add a statement.

        Returns:
            False if the list has the same rows as before.
        """
        self.items = items
        if inherited != self.inherited:
            self.inherited = inherited
            self._emit_changed(0, len(self._rows) - 1)
        before = self._shown
        self.end = end if 0 <= end < len(items) else len(items)
        state = (adder, self.end, draft)
        if before and items is before.items and state == (before.adder, before.end, self._draft):
            return False
        self._shown = list_rows(items, adder=adder, end=end, before=before)
        self._draft = draft
        self._move_to(with_draft(self._shown, draft))
        return True

    def mark(self, marks: dict[StatementPosition, str]) -> None:
        """Mark the rows that something is wrong with."""
        if marks != self.marks:
            self.marks = marks
            self._emit_changed(0, len(self._rows) - 1)

    def _move_to(self, new: list[StatementRow]) -> None:
        old = self._rows
        if old != new:
            # Rows further down are the same words, but "3 of 9" has become "4 of 10".
            first = replace_rows(self, old, new, self._put, alike_at_start)
            self._emit_changed(first, len(new) - 1)

    def _put(self, rows: list[StatementRow]) -> None:
        self._rows = rows

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

    def is_inherited(self, row: StatementRow) -> bool:
        """Whether a row is inherited, which is drawn in grey."""
        return self.inherited or (row.kind != "adder" and row.position.index >= self.end)

    def find(self, position: StatementPosition, *, draft: bool = False) -> int:
        """Return the index of the row at a position, -1 if there is none."""
        first = row_at(self._rows, position)
        for number, row in enumerate(self._rows[first : first + 2], first):  # a draft is above
            if row.position == position and row.draft == draft:
                return number
        return -1

    def name_of(self, row: StatementRow) -> str:
        """Return what a screen reader calls a row: “Responsibility 3 of 9”."""
        if row.kind == "adder":
            return self.words.add
        statement = f"{self.words.one} {row.position.index + 1}"
        if row.kind == "example":
            return f"Example {row.position.example + 1} of {statement}"
        return f"{statement} of {max(len(self.items), 1)}"

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: ItemIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ItemIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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

    def flags(self, index: ItemIndex) -> Qt.ItemFlag:
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
