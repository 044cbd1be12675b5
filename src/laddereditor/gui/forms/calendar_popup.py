"""A calendar to pick a day from, beside a date that is typed."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from laddereditor.edits.cells.reading import read_optional_day
from laddereditor.gui.forms.cells import ParsedCell
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.text.line import LineInput


def with_calendar(editor: LineInput, cell: ParsedCell, parent: QWidget) -> QWidget:
    """Return the editor of a date with a button beside it that opens a calendar."""
    body = QWidget(parent)
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(editor, 1)
    row.addWidget(CalendarButton(editor, cell, body))
    return body


class CalendarButton(QToolButton):
    """Opens a calendar below a date; the day picked goes into it."""

    def __init__(self, editor: LineInput, cell: ParsedCell, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._cell = editor, cell
        set_icon(self, "calendar")
        self.setToolTip("Pick a day")
        self.setAccessibleName("Pick a day in a calendar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open)

    def open(self) -> "Calendar":
        """Open the calendar at the date shown."""
        calendar = Calendar(self._cell, self)
        try:
            shown = read_optional_day(self._editor.text(), self._cell.form_editor.conventions)
        except ValueError:
            shown = None
        if shown:
            calendar.days.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setEnabled(not self._editor.isReadOnly())
        calendar.show()
        calendar.days.setFocus()
        return calendar


class Calendar(QWidget):
    """A month to pick a day from; closes by itself."""

    def __init__(self, cell: ParsedCell, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cell = cell
        self._filled = cell.form_editor.filled  # a day that is picked late is of no other record
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.days = QCalendarWidget(self)
        self.days.setGridVisible(False)
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.clicked.connect(self._pick)
        self.days.activated.connect(self._pick)
        column.addWidget(self.days)

    def _pick(self, day: QDate) -> None:
        self._cell.put(date(day.year(), day.month(), day.day()), self._filled)
        self.close()
