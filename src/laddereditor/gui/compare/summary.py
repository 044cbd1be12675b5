"""The summary above a comparison: what the current column asks beyond another one."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from laddereditor.compare.sheet.level_summary import LevelSummary, level_summary
from laddereditor.compare.sheet.table import Comparison
from laddereditor.gui.clipboard.clipboard import put
from laddereditor.gui.compare.command_button import command_button
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.comparison.level_summaries import SummaryReport
from laddereditor.reports.comparison.summary_html import summary_body, summary_fragment
from laddereditor.reports.formats import format_of

_DELAY_MS = 120  # the summary follows typing, but not every letter
_LINES = 14  # of text that the opened summary has room for


class SummaryText(QTextBrowser):
    """The whole summary, which scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compareSummary.text")
        self.setAccessibleName("Summary of the differences")
        self.setProperty("look", "view")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(current_theme().space("s"))

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing: a summary has no pictures, and a text cannot add one."""

    def sizeHint(self) -> QSize:
        """Return a size that leaves most of the view to the table."""
        text = self.document().size().height()
        return QSize(400, int(min(text + 4, _LINES * self.fontMetrics().lineSpacing())))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(100, 4 * self.fontMetrics().lineSpacing())


class SummaryPanel(QWidget):
    """A sentence, and the quotes that it counts once the panel is opened."""

    wanted = Signal(str)  # the id of a command

    def __init__(self, shown: Callable[[], tuple[Comparison | None, int]], parent: QWidget) -> None:
        """Sum up what `shown` returns: the comparison, and the current column."""
        super().__init__(parent)
        self.setObjectName("compareSummary")
        self._shown = shown
        self._summary: LevelSummary | None = None
        self._drawn: tuple[object, ...] = ()
        self.sentence = PlainLabel(wrap=True, parent=self)
        self.sentence.setObjectName("compareSummary.sentence")
        self.open = self._button("compare.summary", "Summary")
        self.open.setCheckable(True)
        self._talk = self._button("compare.talk", "Sheet for a talk…")
        self.text = SummaryText(self)
        self.text.hide()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY_MS)
        self._later.timeout.connect(self.refresh)
        self.open.toggled.connect(self._show_text)
        self.hide()

    def _button(self, command_id: str, words: str) -> QToolButton:
        return command_button(command_id, words, self.wanted.emit, self, name="compareSummary")

    def _lay_out(self) -> None:
        space = current_theme().space
        line = QHBoxLayout()
        line.setSpacing(space("s"))
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1)
        line.addWidget(self._talk, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("s"), 0, space("s"), 0)
        column.setSpacing(space("xs"))
        column.addLayout(line)
        column.addWidget(self.text)

    # -- showing ------------------------------------------------------------------------------

    def refresh_later(self) -> None:
        """Show the current summary when the window is idle."""
        if not self._later.isActive():
            self._later.start()

    def refresh(self) -> None:
        """Show the current summary; hide the panel where there is nothing to sum up."""
        self._later.stop()
        comparison, column = self._shown()
        self._summary = _summary_of(comparison, column)
        self.setVisible(self._summary is not None)
        if self._summary is not None:
            self.sentence.show_text(self._summary.sentence)
            self._draw_text()

    def _draw_text(self) -> None:
        if self._summary is None or not self.text.isVisibleTo(self):
            return
        current = (self._summary.items, self._summary.stays, self._summary.codes)
        if current == self._drawn:
            return
        self._drawn = current
        place = self.text.verticalScrollBar().value()
        self.text.setHtml(summary_body(self._summary))
        self.text.verticalScrollBar().setValue(place)
        self.text.updateGeometry()

    def _show_text(self, on: bool) -> None:
        self.text.setVisible(on)
        self._draw_text()
        if on:
            self.text.setFocus()

    def redraw(self) -> None:
        """Draw again with the current colours and text size."""
        self._drawn = ()
        self._draw_text()

    def copy(self) -> bool:
        """Put the summary on the clipboard; return whether there was one."""
        self.refresh()
        if self._summary is None:
            return False
        report = SummaryReport((self._summary,))
        data = QMimeData()
        data.setText(format_of(SummaryReport, "text").write(report, Terminal()))
        data.setHtml(summary_fragment(report))
        put(data)
        return True


def _summary_of(comparison: Comparison | None, column: int) -> LevelSummary | None:
    if comparison is None or len(comparison.columns) < 2:
        return None
    others = [n for n in range(len(comparison.columns)) if comparison.base_of(n) is not None]
    return level_summary(comparison, column if column in others else others[0])
