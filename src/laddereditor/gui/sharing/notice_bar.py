"""The quiet bar above the form: it informs, offers actions, and never takes the focus."""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.look.icons import icon, pixmap, set_icon
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.sharing.notice import Notice, NoticeButton, NoticeList


class NoticeBar(QFrame):
    """One notice: sign, sentence, buttons, and a cross to close it."""

    def __init__(self, notice: Notice, close: Callable[[Notice], object], parent: QWidget) -> None:
        """Show a notice.

        Args:
            notice: The notice.
            close: Called with the notice when the person closes it.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.notice, self._close = notice, close
        self.setObjectName(f"notice.{notice.key}")
        self.setAccessibleName(notice.text)
        self.setProperty("look", "notice")
        self.setProperty("tone", notice.tone)
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space("l"), space("s"), space("s"), space("s"))
        row.setSpacing(space("s"))
        self._sign = plain_label("", self)
        self._words = self._sentence(notice.text)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        for choice in notice.choices:
            row.addWidget(self._button(choice))
        if notice.closable:
            row.addWidget(self._cross())
        self._draw_sign()

    def _sentence(self, text: str) -> QLabel:
        label = plain_label(text, self)
        label.setWordWrap(True)  # in a narrow window it wraps instead of being cut off
        label.setMinimumWidth(120)
        return label

    def _button(self, choice: NoticeButton) -> QPushButton:
        button = QPushButton(choice.words, self)
        button.setObjectName(f"{self.objectName()}.{choice.name}")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
        button.clicked.connect(lambda _=False: choice.act())
        return button

    def _cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setObjectName(f"{self.objectName()}.close")
        cross.setAccessibleName("Close this notice")
        cross.setToolTip("Close this notice")
        cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cross.setIconSize(QSize(16, 16))
        set_icon(cross, "close-small")
        cross.clicked.connect(self._dismiss)
        return cross

    def _dismiss(self) -> None:
        self._close(self.notice)

    def _draw_sign(self) -> None:
        self._sign.setPixmap(pixmap(self.notice.icon, self.notice.tone))
        cross = self.findChild(QToolButton)
        if cross is not None:
            cross.setIcon(icon("close-small"))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape, while one of its buttons has the focus."""
        if event.key() == Qt.Key.Key_Escape and self.notice.closable:
            self._dismiss()
        else:
            super().keyPressEvent(event)


class NoticeArea(QWidget):
    """The notices of the ladder that is shown, at most two, the newest on top."""

    def __init__(self, notices: NoticeList, leave: Callable[[], object], parent: QWidget) -> None:
        """`leave` moves the focus elsewhere when a bar that has it is removed."""
        super().__init__(parent)
        self.setObjectName("noticeArea")
        self.setAccessibleName("Notices")
        self._notices, self._leave = notices, leave
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()
        notices.changed.connect(self._refresh_now)

    def _refresh_now(self) -> None:
        wanted = self._notices.in_sight()
        bars = {id(bar.notice): bar for bar in self._bars if bar.notice in wanted}
        for bar in [bar for bar in self._bars if bar.notice not in wanted]:
            self._remove(bar)
        self._bars = [bars.get(id(notice)) or self._bar(notice) for notice in wanted]
        for place, bar in enumerate(self._bars):
            if self._column.indexOf(bar) != place:
                self._column.insertWidget(place, bar)
                bar.show()
        self.setVisible(bool(self._bars))

    def _bar(self, notice: Notice) -> NoticeBar:
        bar = NoticeBar(notice, self._notices.dismiss, self)
        with contextlib.suppress(RuntimeError):  # without a screen reader nothing is announced
            QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))
        return bar

    def _remove(self, bar: NoticeBar) -> None:
        focus = self.window().focusWidget()  # also while a dialog has the keyboard
        had_focus = focus is not None and bar.isAncestorOf(focus)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        if had_focus:
            self._leave()
