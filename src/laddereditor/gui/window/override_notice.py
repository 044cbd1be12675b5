"""Shows in the status bar what an edit made a profile's own, and reverts it by one click."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.edits.cells.overriding import overridden_places, overridden_words
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.gui.look.labels import ElidedLabel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.change import SessionChange


class OverrideNotice(QWidget):
    """A message with a button, shown until the next step or until the step is undone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._places: tuple[CellPlace, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = ElidedLabel(self)
        self._words.setObjectName("madeOwnWords")
        back = QToolButton(self)
        back.setObjectName("useInherited")
        back.setText("Use the inherited again")
        back.setProperty("look", "link")
        back.setCursor(Qt.CursorShape.PointingHandCursor)
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
        back.clicked.connect(self._give_back)
        row.addWidget(self._words)
        row.addWidget(back)
        workspace.changed.connect(self._on_change)
        workspace.session_changed.connect(lambda: self._show(()))
        self.hide()

    def _on_change(self, change: SessionChange) -> None:
        session = self._workspace.session
        if session is None or change.reason in ("saved", "checked"):
            return
        start = session.history.start() if change.reason == "edit" else None
        places = overridden_places(start.ladder, session.ladder, change.moved) if start else ()
        self._show(places)

    def _show(self, places: tuple[CellPlace, ...]) -> None:
        session, self._places = self._workspace.session, places
        words = overridden_words(session.ladder, places) if session else ""
        self._words.show_text(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _give_back(self) -> None:
        session = self._workspace.session
        if session is not None and self._places:
            session.end_typing()
            self._workspace.attempt(reset, self._places)
            session.end_typing()
