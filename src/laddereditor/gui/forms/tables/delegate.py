"""Edits the cells of a record table; each key is taken at once where it makes a value."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from laddereditor.gui.forms.inputs import ChoiceInput, LineInput
from laddereditor.gui.forms.tables.model import RecordModel, written
from laddereditor.gui.forms.words import choice_options
from laddereditor.gui.theme import current_theme

Index = QModelIndex | QPersistentModelIndex


class RecordDelegate(QStyledItemDelegate):
    """A line for texts, numbers and dates, a choice for choices."""

    def __init__(
        self, model: RecordModel, say: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._say = model, say

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        spec = self._model.specs[index.column()]
        row, column = index.row(), index.column()
        if spec.choices:
            choice = ChoiceInput(parent)
            choice.offer(choice_options(spec.choices)[1:])
            choice.chosen.connect(lambda value: self._put(row, column, value))
            editor: QWidget = choice
        else:
            line = LineInput(parent)
            line.setProperty("look", "cell")
            line.typed.connect(lambda text: self._put(row, column, text))
            editor = line
        editor.setAccessibleName(f"{spec.title}, row {row + 1}")
        return editor

    def _put(self, row: int, column: int, text: str) -> None:
        self._say(self._model.put(row, column, text))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value; what is being typed and means just this value is left alone."""
        spec = self._model.specs[index.column()]
        row = index.row()
        value = None if self._model.is_adder(row) else getattr(self._model.records[row], spec.name)
        if isinstance(editor, ChoiceInput):
            editor.put(str(value or spec.choices[0]))
        elif isinstance(editor, LineInput) and not editor.isModified():
            editor.put(written(spec, value, plain=True))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Do nothing more: each key was taken when it was pressed."""
        if isinstance(editor, ChoiceInput):
            self._put(index.row(), index.column(), editor.value())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the words that add a record muted."""
        if self._model.is_adder(index.row()) and not option.state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setPen(current_theme().color("text_muted"))
            words = index.data()
            if words:
                view = option.widget
                room = option.rect.adjusted(4, 0, 0, 0)
                room.setRight(view.viewport().width() if view else room.right())  # type: ignore[attr-defined]
                painter.setClipping(False)
                painter.drawText(room, 0x0080, str(words))  # AlignVCenter
            painter.restore()
            return
        super().paint(painter, option, index)
