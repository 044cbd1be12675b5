"""Edits the cells of a record table; each key takes effect immediately if the text is valid."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.suggesting import SuggestingLine
from laddereditor.gui.forms.tables.model import RecordModel, Records, written
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.theme import current_theme, outlining
from laddereditor.gui.text.keys import ending_of
from laddereditor.gui.text.line import LineInput
from laddereditor.model.fields import FieldSpec
from laddereditor.presentation.forms.value_labels import choice_options


class RecordDelegate(QStyledItemDelegate):
    """A line for texts, numbers and dates, a choice for choices."""

    ended = Signal(object)  # an Ending: where the person continues

    def __init__(
        self,
        model: RecordModel,
        show_text: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        """Edit the cells of a model.

        Args:
            model: The model.
            show_text: Shows why a text is refused; "" removes what it showed.
            parent: The parent object.
        """
        super().__init__(parent)
        self._model, self._show_text = model, show_text
        self._suggest = model.suggest
        self.opened: Records = ()  # the records when the editor was opened

    def initStyleOption(self, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Let the outline of a check box be seen in dark colours too."""
        super().initStyleOption(option, index)
        option.palette = outlining(option.palette, current_theme())

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: ItemIndex
    ) -> QWidget:
        """Return the editor of a cell."""
        spec = self._model.specs[index.column()]
        row, column = index.row(), index.column()
        self.opened = self._model.records
        if spec.choices:
            choice = ChoiceInput(parent)
            choice.offer(choice_options(spec)[1:])
            choice.chosen.connect(lambda value: self._put(row, column, value))
            editor: QWidget = choice
        else:
            line = self._line(spec, row, parent)
            line.setProperty("look", "cell")
            line.typed.connect(lambda text: self._put(row, column, text))
            editor = line
        editor.setAccessibleName(f"{spec.title}, row {row + 1}")
        return editor

    def _line(self, spec: FieldSpec, row: int, parent: QWidget) -> LineInput:
        suggest = self._suggest
        if suggest is None or spec.shape != "line":
            return LineInput(parent)
        title = f"{spec.title}: suggestions"
        line = SuggestingLine(
            lambda text: suggest(spec.name, text), "cellSuggestions", title, parent, in_place=True
        )
        line.taken.connect(lambda values: self._take(line, row, values))
        return line

    def _take(self, line: SuggestingLine, row: int, values: Mapping[str, str]) -> None:
        """Set what a suggestion says, and end the typing."""
        for column, spec in enumerate(self._model.specs):
            if spec.name in values:
                self._model.drop_text(row, column)
        self._model.put_values(row, values)
        self.closeEditor.emit(line, self.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the editing by Enter and Tab as in every sheet; leave other keys to the editor."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(watched, SuggestingLine) and watched.chooses(event):
            return False
        if is_press and isinstance(watched, LineInput) and isinstance(event, QKeyEvent):
            ending = ending_of(event)
            if ending is not None and ending.taken:
                self.closeEditor.emit(watched, self.EndEditHint.NoHint)
                self.ended.emit(ending)
                return True
        return super().eventFilter(watched, event)

    def _put(self, row: int, column: int, text: str) -> None:
        self._show_text(self._model.put(row, column, text))

    def setEditorData(self, editor: QWidget, index: ItemIndex) -> None:
        """Show the value, unless the typed text already means it."""
        spec = self._model.specs[index.column()]
        row = index.row()
        value = None if self._model.is_adder(row) else getattr(self._model.records[row], spec.name)
        if isinstance(editor, ChoiceInput):
            editor.put(str(value or spec.choices[0]))
        elif isinstance(editor, LineInput) and not editor.isModified():
            refused = self._model.refused_text(row, index.column())
            editor.put(refused.text if refused else written(spec, value, plain=True))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: ItemIndex) -> None:
        """Do nothing: each key has already taken effect."""
        if isinstance(editor, ChoiceInput):
            self._put(index.row(), index.column(), editor.value())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw the empty row's invitation to add a record muted, across all columns."""
        if not self._model.is_adder(index.row()):
            super().paint(painter, option, index)
            return
        view = option.widget
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and view is not None:  # the ground of the cell, without its part of the text
            ground = QStyleOptionViewItem(option)
            self.initStyleOption(ground, index)
            ground.text = ""
            view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)
        first = self._model.index(index.row(), self._model.hint_column)
        start = view.visualRect(first).left() if isinstance(view, QTableView) else 0
        room = QRect(option.rect)
        room.setLeft(start + current_theme().space("xs"))
        room.setRight(room.left() + 10_000)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(current_theme().color("selection_text" if selected else "text_muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(first.data() or ""))
        painter.restore()
