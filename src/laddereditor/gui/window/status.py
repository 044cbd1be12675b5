"""The status bar: what just happened, what is being read, how much is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStatusBar,
    QStyle,
    QStyleOption,
    QToolButton,
    QWidget,
)

from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.window.override_notice import OverrideNotice
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.counting import plural
from laddereditor.model.spacing import single_spaced
from laddereditor.rules.finding import Severity
from laddereditor.session.change import SessionChange

_NOTICE_MS = 8000
_UNREAD_MS = 2000  # a message that is younger has hardly been read
_EDGE = 6  # pixels beside a message
_AT_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MOMENT_MS = 300  # work that ends sooner is not shown
_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("hint", "hints"),
}


class ReadingBar(QWidget):
    """Name, progress and a cancel button while a file is being read."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._label = plain_label("", self)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("readingProgress")
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        cancel = QToolButton(self)
        cancel.setObjectName("readingCancel")
        cancel.setText("Cancel")
        cancel.setProperty("look", "slim")
        cancel.clicked.connect(self.cancelled)
        for widget in (self._label, self._bar, cancel):
            layout.addWidget(widget)
        self.hide()

    def begin(self, name: str) -> None:
        """Show that a file is being read."""
        self._label.setText(f"Opening {name}")
        self._bar.setAccessibleName(f"Opening {name}")
        self._bar.setValue(0)
        self.show()

    def report(self, share: float) -> None:
        """Show the progress, 0.0 to 1.0."""
        self._bar.setValue(round(100 * share))


class WritingBar(QWidget):
    """What is being saved or published, once that takes longer than a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._label = plain_label("", self)
        self._label.setObjectName("writingWords")
        bar = QProgressBar(self)
        bar.setObjectName("writingProgress")
        bar.setAccessibleName("Saving")
        bar.setRange(0, 0)  # it is unknown how long a disk takes
        bar.setFixedWidth(80)
        bar.setTextVisible(False)
        layout.addWidget(self._label)
        layout.addWidget(bar)
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT_MS)
        self._moment.timeout.connect(self.show)
        self.hide()

    def show_work(self, running: Sequence[str]) -> None:
        """Show the running work; without any, hide the bar."""
        if not running:
            self._moment.stop()
            self.hide()
            return
        more = f" and {len(running) - 1} more" if len(running) > 1 else ""
        self._label.setText(f"{running[0]}{more}…")
        self.setAccessibleName(self._label.text())
        if self.isHidden() and not self._moment.isActive():
            self._moment.start()


class StatusBar(QStatusBar):
    """Notices at the left; reading and the count of findings at the right."""

    problems_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setSizeGripEnabled(False)
        self.reading = ReadingBar(self)
        self._count = QToolButton(self)
        self._count.setObjectName("findingsCount")
        self._count.setAutoRaise(True)
        self._count.setProperty("look", "slim")
        self._count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._count.clicked.connect(self.problems_wanted)
        self.writing = WritingBar(self)
        self.override_notice = OverrideNotice(workspace, self)
        self._permanent = (self.override_notice, self.writing, self.reading, self._count)
        for widget in self._permanent:
            self.addPermanentWidget(widget)
        self._is_new = False  # the message belongs to the present event
        self.messageChanged.connect(self._on_message)
        self._age = QElapsedTimer()  # of the message
        self._unread = ""  # what was said just before, or at, the request to write what is typed
        self._flushes = False
        workspace.notice.connect(self._show_notice)
        workspace.flush_requested.connect(self._on_flush)
        workspace.session_changed.connect(self._end_message)
        workspace.changed.connect(self._on_change)
        workspace.refused_texts.changed.connect(self._end_message)
        for changed in (
            workspace.session_changed,
            workspace.changed,
            workspace.refused_texts.changed,
        ):
            changed.connect(self.refresh)
        self.refresh()

    def shown_message(self) -> str:
        """Return the message as far as there is room, with … for the rest."""
        left = [one.x() for one in self._permanent if one.isVisible()]
        room = min(left, default=self.width()) - 3 * _EDGE
        mode = Qt.TextElideMode.ElideRight
        words = single_spaced(self.currentMessage())
        return self.fontMetrics().elidedText(words, mode, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the message, shortened by … where Qt would cut it off."""
        if not self.currentMessage():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
        painter.setPen(self.palette().windowText().color())
        inner = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        painter.drawText(inner, _AT_LEFT, self.shown_message())
        painter.end()

    def _show_notice(self, text: str) -> None:
        """Show a notice; what a save or an export says does not hide what was said of its text."""
        before, self._unread = self._unread, ""
        if before and before == self.currentMessage() and text not in before:
            text = f"{before.removesuffix('.')}. {text}"
        elif self._flushes:
            self._unread = text
        self._age.start()
        self.showMessage(text, _NOTICE_MS)

    def _on_flush(self) -> None:
        self._flushes = True
        QTimer.singleShot(0, self, self._on_flushed)
        fresh = self._age.isValid() and self._age.elapsed() < _UNREAD_MS
        self._unread = self.currentMessage() if fresh else ""

    def _on_flushed(self) -> None:
        self._flushes = False

    def _on_message(self, text: str) -> None:
        """Keep a message through the change that it is about, which may follow directly."""
        self.setToolTip(tip(text))
        if text:
            self._is_new = True
            QTimer.singleShot(0, self, self._on_message_shown)

    def _on_message_shown(self) -> None:
        self._is_new = False

    def _on_change(self, change: SessionChange) -> None:
        if change.before is not change.after:
            self._end_message()

    def _end_message(self) -> None:
        """Remove messages about a former state of the ladder."""
        if not self._is_new:
            self.clearMessage()

    def refresh(self) -> None:
        """Show the count of findings now."""
        session = self._workspace.session
        self._count.setVisible(session is not None)
        if session is None:
            return
        if session.report is None:
            self._count.setText("Checking…")
            return
        refused_texts = len(self._workspace.refused_texts.of(session))
        counts = {s: session.report.counts[s] for s in _WORDS}
        counts[Severity.ERROR] += refused_texts
        most_severe = next((s for s in _WORDS if counts[s]), None)
        text = ", ".join(plural(counts[s], *_WORDS[s]) for s in _WORDS if counts[s])
        self._count.setText(text or "No problems")
        self._count.setToolTip("Show the problems")
        roles = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
        name = roles[most_severe] if most_severe else "check"
        self._count.setIcon(icon(name, name if most_severe else "added"))
