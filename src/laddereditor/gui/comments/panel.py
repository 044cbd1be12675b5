"""The Comments view: remarks of editors and reviewers, beside the form."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from laddereditor.edits.comments.changing import (
    add_comment,
    answer_comment,
    delete_comments,
    place_comment_again,
    resolve_comment,
    reword_comment,
)
from laddereditor.edits.comments.placing import item_at, quote_at
from laddereditor.gui.comments.comment_list import CommentList
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.inputs import ChoiceBox
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import FieldPath
from laddereditor.model.naming import place_words
from laddereditor.presentation.comments.comment_rows import (
    CommentRow,
    rows_at,
    shortened_quote,
)
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.session.day_clock import DayClock, SystemClock
from laddereditor.storage.files.program import user_name

_HERE, _EVERYWHERE = "here", "everywhere"
# Of each button: its label and its tooltip.
_BUTTONS = {
    "add": ("Add…", "Comment on the entry that is shown"),
    "answer": ("Answer…", "Add a comment on the same place"),
    "reword": ("Change…", "Change the text of this comment (F2)"),
    "resolve": ("Resolve", "Mark this comment as dealt with, or as open again (Space)"),
    "confirm": ("Still here", "This comment is about the statement as it is worded now"),
    "delete": ("Delete", "Delete this comment (Del)"),
}


class CommentsPanel(QWidget):
    """The comments on the entry that is shown, or on the whole ladder."""

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._dialogs = workspace, dialogs
        self.clock: DayClock = SystemClock()
        self.place_in_form: Callable[[], FieldPath] = FieldPath  # what has the keyboard there
        self._scope = self._make_scope()
        self._resolved = QCheckBox("Resolved too", self)
        self._resolved.setObjectName("comments.resolved")
        self._resolved.setToolTip("Show comments that were dealt with, too")
        self.list = CommentList(self)
        self.list.activated.connect(lambda _: self.go())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self._empty = plain_label("", self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty.setProperty("look", "empty")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        acts = self._acts()
        self._buttons = {name: self._button(name, acts[name]) for name in _BUTTONS}
        self._add_keys()
        self._lay_out()
        self._focus = FocusPassing(self, self.list)
        self._drawing = DrawWhileSeen(self, self._draw)
        self._resolved.toggled.connect(self.refresh)
        for changed in (workspace.session_changed, workspace.changed, workspace.address_changed):
            changed.connect(self.refresh)

    # -- building -----------------------------------------------------------------------------

    def _make_scope(self) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName("comments.scope")
        box.setAccessibleName("Whose comments are shown")
        box.addItem("On what is shown", _HERE)
        box.addItem("On the whole ladder", _EVERYWHERE)
        box.currentIndexChanged.connect(self.refresh)
        return box

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "add": self.add_here,
            "answer": self.answer,
            "reword": self.reword,
            "resolve": self.resolve,
            "confirm": self.confirm_place,
            "delete": self.delete,
        }

    def _button(self, name: str, act: Callable[[], object]) -> QPushButton:
        words, explanation = _BUTTONS[name]
        button = QPushButton(words, self)
        button.setObjectName(f"comments.{name}")
        button.setToolTip(explanation)
        button.clicked.connect(lambda _=False: act())
        return button

    def _add_keys(self) -> None:
        keys = (("Del", self.delete), ("F2", self.reword), ("Space", self.resolve))
        for key, act in keys:
            action = QAction(self.list)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
            self.list.addAction(action)

    def _lay_out(self) -> None:
        space = current_theme().space
        bar = QHBoxLayout()
        bar.setContentsMargins(*(space("s"),) * 4)
        bar.setSpacing(space("s"))
        bar.addWidget(self._scope, 1)
        bar.addWidget(self._resolved)
        grid = QGridLayout()
        grid.setContentsMargins(*(space("s"),) * 4)
        grid.setSpacing(space("s"))
        for number, button in enumerate(self._buttons.values()):
            grid.addWidget(button, number // 3, number % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        column.addLayout(grid)

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """Show the comments as they are, now or as soon as the panel is seen."""
        self._drawing.now()

    def flush(self) -> None:
        """Do nothing: comments are typed in a dialog."""

    def focus(self) -> None:
        """Go to the list."""
        self._drawing.catch_up()
        self.setFocus()

    def _draw(self) -> None:
        session = self._workspace.session
        is_here = self._scope.currentData() == _HERE
        address = self._workspace.address if is_here else None
        with_resolved = self._resolved.isChecked()
        rows = rows_at(session.ladder, address, with_resolved=with_resolved) if session else []
        had_focus = self.list.hasFocus() or self._empty.hasFocus()
        self.list.show_rows(rows)
        self._empty.setText(self._empty_words(has_ladder=session is not None))
        shown = self.list if rows else self._empty
        self._stack.setCurrentWidget(shown)
        self._focus.target = shown
        if had_focus:
            shown.setFocus()
        self._enable()

    def _empty_words(self, *, has_ladder: bool) -> str:
        if not has_ladder:
            return "No ladder is open."
        return "No open comments here. Comments stay in the file and are in no export."

    def _enable(self) -> None:
        row, session = self.list.current(), self._workspace.session
        editable = session is not None and not session.read_only
        for name, button in self._buttons.items():
            button.setEnabled(editable and (row is not None or name == "add"))
        is_reworded = row is not None and row.place.is_reworded
        self._buttons["confirm"].setEnabled(editable and is_reworded)
        is_resolved = row is not None and row.comment.resolved
        self._buttons["resolve"].setText("Reopen" if is_resolved else "Resolve")

    # -- acting -------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a comment on the statement or field that has the keyboard, else on the entry."""
        self._ask_and_add(self.place_in_form())

    def add_here(self) -> None:
        """Ask for a comment on the entry that is shown."""
        self._ask_and_add(FieldPath())

    def _ask_and_add(self, path: FieldPath) -> None:
        session, address = self._workspace.session, self._workspace.address
        if session is None:
            return
        self._workspace.flush_requested.emit()
        path = item_at(session.ladder, address, path)
        quote = shortened_quote(quote_at(session.ladder, address, path)) if path else ""
        where = place_words(session.ladder, address, path)
        label = f"{where}: “{quote}”" if quote else where
        text = self._dialogs.paragraph("Add a comment", label, "", "Add")
        if text is not None:
            session.end_typing()
            author, day = user_name(), self.clock.today()
            self._workspace.attempt(add_comment, address, path, text, author, day)

    def answer(self) -> None:
        """Ask for an answer to the selected comment."""
        row = self.list.current()
        if row is not None:
            text = self._dialogs.paragraph("Answer a comment", row.accessible_text, "", "Answer")
            if text is not None:
                author, day = user_name(), self.clock.today()
                self._workspace.attempt(answer_comment, row.comment, text, author, day)

    def reword(self) -> None:
        """Ask for another text of the selected comment."""
        row = self.list.current()
        if row is not None:
            old = row.comment.text
            text = self._dialogs.paragraph("Change a comment", row.where, old, "Change")
            if text is not None:
                self._workspace.attempt(reword_comment, row.comment, text)

    def resolve(self) -> None:
        """Mark the selected comment as dealt with, or as open again."""
        row = self.list.current()
        if row is not None:
            resolved = not row.comment.resolved
            self._workspace.attempt(resolve_comment, row.comment, resolved=resolved)

    def confirm_place(self) -> None:
        """Confirm that the selected comment is about the statement as it is worded now."""
        row = self.list.current()
        if row is not None:
            self._workspace.attempt(place_comment_again, row.comment)

    def delete(self) -> None:
        """Delete the selected comment."""
        row = self.list.current()
        if row is not None:
            self._workspace.attempt(delete_comments, [row.comment])

    def go(self) -> None:
        """Go to what the selected comment is about."""
        row: CommentRow | None = self.list.current()
        if row is not None:
            place = row.place
            # After the key that was pressed here, which would be typed there otherwise.
            QTimer.singleShot(0, self, lambda: self._workspace.go_to(place.address, place.field))

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.list.current() is not None:
            menu.addAction("Go to the place", self.go)
        for button in self._buttons.values():
            menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
        menu.popup(self.list.viewport().mapToGlobal(point))
