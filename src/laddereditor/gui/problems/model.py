"""The item model of the Problems view: at most two levels, updated by few row signals."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import icon
from laddereditor.gui.tree.titled_columns import TitledColumns
from laddereditor.model.address import FieldPath
from laddereditor.presentation.problems.finding_rows import FindingRow
from laddereditor.presentation.problems.row_steps import runs
from laddereditor.rules.finding import Finding

COLUMNS = ("Problem", "Where", "Rule")
_NONE = QModelIndex()
_Role = Qt.ItemDataRole


class ProblemsModel(TitledColumns, QAbstractItemModel):
    """Rows of findings. A child's internal id is its group's number; a top row's is 0."""

    titles = COLUMNS

    def __init__(
        self,
        where: Callable[[Finding], str],
        rule_title: Callable[[Finding], str],
        parent: QObject | None = None,
    ) -> None:
        """Start without rows.

        Args:
            where: Returns the place of a finding in words.
            rule_title: Returns the title of its rule.
            parent: The parent object.
        """
        super().__init__(parent)
        self._where, self._rule_title = where, rule_title
        self._rows: list[FindingRow] = []
        self._places: dict[str, int] | None = None  # key -> row, made when asked
        self._numbers: dict[str, int] = {}  # group key -> number, never reused
        self._keys: dict[int, str] = {}

    # -- what Qt asks -------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: ItemIndex = _NONE) -> QModelIndex:
        """Return the index of a row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return (
            self.createIndex(row, column, self._number(self._rows[parent.row()]))
            if (parent.isValid())
            else self.createIndex(row, column, 0)
        )

    def parent(self, index: ItemIndex = _NONE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the group a finding is in, invalid for top rows."""
        number = index.internalId() if index.isValid() else 0
        if not number:
            return QModelIndex()
        place = self._place(self._keys[number])
        return self.createIndex(place, 0, 0) if place >= 0 else QModelIndex()

    def rowCount(self, parent: ItemIndex = _NONE) -> int:
        """Return how many rows are below `parent`."""
        if not parent.isValid():
            return len(self._rows)
        if parent.internalId() or parent.column() > 0:
            return 0
        return len(self._rows[parent.row()].children)

    def data(self, index: ItemIndex, role: int = 0) -> Any:
        """Return text, icon and accessible text of a cell."""
        row = self.row_at(index)
        if row is None or row.finding is None:
            return self._of_more(row, index.column(), role) if row else None
        if role == _Role.DisplayRole:
            return self._text(row, index.column())
        if role == _Role.ToolTipRole:
            return tip(self._text(row, index.column()))
        if role == _Role.DecorationRole and index.column() == 0 and not row.children:
            severity = row.finding.severity.value
            return icon(severity, severity)
        if role == _Role.AccessibleTextRole:
            words = f"{row.finding.severity.value}: {row.finding.message}"
            return words if index.column() == 0 and not row.children else None
        return None

    def _of_more(self, row: FindingRow, column: int, role: int) -> str | None:
        """Return what the row shows that says how many more findings there are."""
        words = role in (_Role.DisplayRole, _Role.AccessibleTextRole) and column == 0
        return row.text if words else None

    def _text(self, row: FindingRow, column: int) -> str:
        assert row.finding is not None
        if row.children:
            return f"{self._group_text(row)} ({row.count})" if column == 0 else ""
        texts = (lambda f: f.message, self._where, self._rule_title)
        return texts[column](row.finding)

    def _group_text(self, row: FindingRow) -> str:
        finding = row.children[0].finding
        assert finding is not None
        if row.text == finding.rule:
            return self._rule_title(finding)
        return self._where(
            Finding(finding.rule, finding.severity, finding.address, FieldPath(), "")
        )

    # -- rows ---------------------------------------------------------------------------------

    def row_at(self, index: ItemIndex) -> FindingRow | None:
        """Return the row of an index."""
        if not index.isValid():
            return None
        parent = self.parent(index)
        rows = self._rows[parent.row()].children if parent.isValid() else self._rows
        return rows[index.row()] if index.row() < len(rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of the row with this key, invalid if it is not shown."""
        for place, row in enumerate(self._rows):
            if row.key == key:
                return self.index(place, 0)
            for inner, child in enumerate(row.children):
                if child.key == key:
                    return self.index(inner, 0, self.index(place, 0))
        return QModelIndex()

    def findings_in_order(self) -> list[tuple[str, Finding]]:
        """Return key and finding of every row that is one, from top to bottom."""
        rows = [child for row in self._rows for child in (row.children or (row,))]
        return [(row.key, row.finding) for row in rows if row.finding is not None]

    def has_more(self) -> bool:
        """Whether a row says that more findings could be listed."""
        return any(row.is_more for top in self._rows for row in (top, *top.children))

    def show_rows(self, rows: tuple[FindingRow, ...]) -> None:
        """Show other rows; those that stay keep their selection, and groups stay open."""
        removed, added = runs([row.key for row in self._rows], [row.key for row in rows])
        for run in removed:
            self.beginRemoveRows(_NONE, run.start, run.stop - 1)
            del self._rows[run.start : run.stop]
            self._places = None
            self.endRemoveRows()
        for run in added:
            self.beginInsertRows(_NONE, run.start, run.stop - 1)
            self._rows[run.start : run.start] = rows[run.start : run.stop]
            self._places = None
            self.endInsertRows()
        for place, row in enumerate(rows):
            self._show_row(place, row)
        self._redraw(_NONE, len(rows))

    def _show_row(self, place: int, row: FindingRow) -> None:
        """Replace a row by one with the same key, with row signals for its children."""
        children = self._rows[place].children
        if row.children is children:
            self._rows[place] = row
            return
        parent = self.index(place, 0)
        removed, added = runs(
            [child.key for child in children], [child.key for child in row.children]
        )
        for run in removed:
            self.beginRemoveRows(parent, run.start, run.stop - 1)
            children = (*children[: run.start], *children[run.stop :])
            self._rows[place] = replace(self._rows[place], children=children)
            self.endRemoveRows()
        for run in added:
            self.beginInsertRows(parent, run.start, run.stop - 1)
            children = (
                *children[: run.start],
                *row.children[run.start : run.stop],
                *children[run.start :],
            )
            self._rows[place] = replace(self._rows[place], children=children)
            self.endInsertRows()
        self._rows[place] = row
        self._redraw(parent, len(row.children))

    def _redraw(self, parent: QModelIndex, count: int) -> None:
        """Notify views that rows may look different: their texts are not in their keys."""
        if count:
            last = self.index(count - 1, len(COLUMNS) - 1, parent)
            self.dataChanged.emit(self.index(0, 0, parent), last)

    def _place(self, key: str) -> int:
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self._rows)}
        return self._places.get(key, -1)

    def _number(self, group: FindingRow) -> int:
        if group.key not in self._numbers:
            self._numbers[group.key] = len(self._numbers) + 1
            self._keys[self._numbers[group.key]] = group.key
        return self._numbers[group.key]
