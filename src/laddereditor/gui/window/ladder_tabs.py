"""One tab for each open ladder, in view as soon as there are two."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QToolBar, QToolButton, QWidget

from laddereditor.gui.look.escaping import shown, tip
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session


class LadderTabs(QToolBar):
    """Mirrors the workspace's sessions; choosing a tab shows its ladder."""

    def __init__(
        self,
        workspace: Workspace,
        close: Callable[[Session], object],
        parent: QWidget | None = None,
    ) -> None:
        """Show a tab for each open ladder.

        Args:
            workspace: The open ladders.
            close: Closes the ladder of a session, after asking.
            parent: The window.
        """
        super().__init__("Open ladders", parent)
        self.setObjectName("ladderTabsBar")
        self.setMovable(False)
        self._workspace, self._close = workspace, close
        self._bar = QTabBar(self)
        self._bar.setObjectName("ladderTabs")
        self._bar.setAccessibleName("Open ladders")
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setUsesScrollButtons(True)
        self.addWidget(self._bar)
        self.toggleViewAction().setVisible(False)
        self._bar.currentChanged.connect(self._chosen)
        for changed in (workspace.opened, workspace.closed, workspace.marks_changed):
            changed.connect(self.refresh)
        workspace.session_changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay hidden while there is nothing to choose, also when a layout is restored."""
        super().showEvent(event)
        self.setVisible(len(self._workspace.sessions) > 1)

    def refresh(self, *_: object) -> None:
        """Update names, marks and the current tab."""
        sessions = self._workspace.sessions
        names = [self._workspace.name_of(one) for one in sessions]
        self._bar.blockSignals(True)
        while self._bar.count() > len(sessions):
            self._bar.removeTab(self._bar.count() - 1)
        for place, session in enumerate(sessions):
            if place >= self._bar.count():
                self._bar.addTab("")
                self._bar.setTabButton(place, _RIGHT, self._close_button())
            mark = " •" if session.is_modified else ""
            self._bar.setTabText(place, shown(f"{names[place]}{mark}"))
            button = self._bar.tabButton(place, _RIGHT)
            button.setAccessibleName(f"Close {names[place]}")
            button.setToolTip(tip(f"Close {names[place]}"))
            self._bar.setTabToolTip(place, tip(str(session.path or "Not saved to a file yet")))
        if self._workspace.session in sessions:
            self._bar.setCurrentIndex(sessions.index(self._workspace.session))
        self._bar.blockSignals(False)
        self.setVisible(len(sessions) > 1)

    def step(self, by: int) -> None:
        """Show the ladder `by` tabs further, wrapping around at the end."""
        sessions, current = self._workspace.sessions, self._workspace.session
        if current in sessions:
            place = (sessions.index(current) + by) % len(sessions)
            self._workspace.show_session(sessions[place])

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self._workspace.sessions):
            self._workspace.show_session(self._workspace.sessions[place])

    def _close_button(self) -> QToolButton:
        """Return a button that closes the ladder of its tab."""
        button = QToolButton(self._bar)
        button.setObjectName("closeTab")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard closes by File > Close
        button.setProperty("look", "slim")
        set_icon(button, "close-small", "text_muted")
        button.clicked.connect(lambda _checked=False: self._close_tab(button))
        return button

    def _close_tab(self, button: QToolButton) -> None:
        places = range(self._bar.count())
        place = next(at for at in places if self._bar.tabButton(at, _RIGHT) is button)
        self._close(self._workspace.sessions[place])


_RIGHT = QTabBar.ButtonPosition.RightSide
