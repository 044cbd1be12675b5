"""The rows of a profile's skills."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
)

from laddereditor.gui.forms.labels import tip
from laddereditor.gui.forms.list_rows import replace_rows
from laddereditor.gui.item_index import ItemIndex
from laddereditor.model.base import Entity
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import (
    SkillUses,
    importance_of,
    importance_words,
    proficiency_of,
    skill_of,
)
from laddereditor.model.terms import Skill


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill that is used, in the words of the library."""

    skill: str  # id
    name: str
    kind: str
    category: str
    proficiency: str  # id
    step: str  # its name, with the importance behind it; "" for none
    importance: str = ""
    is_known: bool = True
    is_step_known: bool = True
    is_inherited: bool = False


def skill_rows(ladder: Ladder, uses: SkillUses) -> list[SkillRow]:
    """Return the rows for uses of skills; what the ladder does not know is shown as written."""
    return rows_from(by_id(ladder, "skill"), by_id(ladder, "proficiency"), uses)


def rows_from(
    library: Mapping[str, Entity], scale: Mapping[str, Entity], uses: SkillUses
) -> list[SkillRow]:
    """Return the rows for uses of skills.

    Args:
        library: The skills by id.
        scale: The proficiency levels by id.
        uses: The uses.
    """
    rows = []
    for use in uses:
        key, step = skill_of(use), proficiency_of(use)
        skill, known_step = library.get(key), scale.get(step)
        words = label_of(known_step) if known_step else step
        if isinstance(skill, Skill):
            name, kind, category = skill.name or key, skill.kind, skill.category
        else:
            name, kind, category = key, "", ""
        known = known_step is not None or not step
        words = ", ".join(filter(None, (words, importance_words(use))))
        importance = importance_of(use)
        is_known = skill is not None
        rows.append(SkillRow(key, name, kind, category, step, words, importance, is_known, known))
    return rows


class SkillModel(QAbstractListModel):
    """Rows for a view; `show` turns an old and a new list into few row signals."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SkillRow] = []
        self.marks: dict[int, str] = {}  # severity of what is wrong with a row
        self.steps: tuple[tuple[str, str], ...] = ()  # (id, name) of the scale

    def show(self, rows: list[SkillRow]) -> None:
        """Show rows in place of those before."""
        old = self._rows
        if old != rows:
            self._emit_changed(replace_rows(self, old, rows, self._put, _equal_at_start))

    def _put(self, rows: list[SkillRow]) -> None:
        self._rows = rows

    def importances(self) -> tuple[str, ...]:
        """Return how important skills are said to be, each once."""
        return tuple(sorted({row.importance for row in self._rows if row.importance}))

    def mark(self, marks: dict[int, str]) -> None:
        """Mark the rows that something is wrong with."""
        if marks != self.marks:
            self.marks = marks
            self._emit_changed(0)

    def _emit_changed(self, first: int) -> None:
        if first < len(self._rows):
            self.dataChanged.emit(self.index(first, 0), self.index(len(self._rows) - 1, 0))

    def row(self, row: int) -> SkillRow:
        """Return a row."""
        return self._rows[row]

    def rowCount(self, parent: ItemIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ItemIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a skill, or what a screen reader or a tooltip says of its row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible_text(index.row(), row)
        if role == Qt.ItemDataRole.ToolTipRole and not row.is_known:
            return tip(f"“{row.skill}” is not in the skill library.")
        return None

    def _accessible_text(self, number: int, row: SkillRow) -> str:
        place = f"Skill {number + 1} of {len(self._rows)}: {row.name}"
        words = field_specs(Skill)["kind"].choice_words(row.kind)
        kind = words if row.is_known else "not in the library"
        step = f"proficiency {row.step}" if row.step else "no proficiency"
        return ", ".join(part for part in (place, kind, row.category, step) if part)

    def flags(self, index: ItemIndex) -> Qt.ItemFlag:
        """Return the flags of a row."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return usual | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows can be moved."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the rows as Qt's own data and as lines of text."""
        data = super().mimeData(indexes)
        data.setText("\n".join(self._rows[index.row()].name for index in indexes))
        return data


def _equal_at_start(first: Sequence[SkillRow], second: Sequence[SkillRow]) -> int:
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    )
