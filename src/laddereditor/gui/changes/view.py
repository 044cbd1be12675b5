"""The Changes view: what differs between the ladder in front and another one."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.gui.asking import Asker
from laddereditor.gui.changes.basis import SAVED, Basis, Sides, between, review_of
from laddereditor.gui.changes.comparing import Compared, Comparing
from laddereditor.gui.changes.deeds import also_taken, take_edit, undo_edit
from laddereditor.gui.changes.detail import ChangeDetail, plain_label
from laddereditor.gui.changes.filters import ChangeFilters
from laddereditor.gui.changes.rows import ChangeRow, arranged, counts_words
from laddereditor.gui.changes.signs import EFFECTS
from laddereditor.gui.changes.told import texts_of
from laddereditor.gui.changes.tree import ChangesTree
from laddereditor.gui.icons import wear
from laddereditor.gui.theme import current_theme
from laddereditor.gui.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session

_DELAY_MS = 60  # one comparison for a burst of typing
_WIDE = 860  # pixels from which list and detail stand side by side


class ChangesView(QWidget):
    """A list of changes with filters, and the selected one in full."""

    go_wanted = Signal(str, str)  # address of the entity, field path

    def __init__(
        self,
        workspace: Workspace,
        asker: Asker,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changesView")
        self.setAccessibleName("Changes")
        self._workspace, self._asker = workspace, asker
        self._bases: dict[int, Basis] = {}  # id(session) -> what it is compared with
        self._shown: tuple[Session, Basis] | None = None
        self._comparing = Comparing(jobs, self._show)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY_MS)
        self._later.timeout.connect(self._compare)
        self._make()
        workspace.session_changed.connect(self._compare)
        workspace.sessions_changed.connect(self._forget_closed)
        workspace.changed.connect(self._later.start)

    # -- building -----------------------------------------------------------------------------

    def _make(self) -> None:
        self.title = plain_label(self, step="heading")
        self.title.setObjectName("changesTitle")
        self.totals = plain_label(self)
        self.totals.setObjectName("changesTotals")
        self.filters = ChangeFilters(self)
        self.tree = ChangesTree(self)
        self.detail = ChangeDetail(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("changesEmpty")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go_button = self._button("changesGo", "&Go to", "go-to", self.go_to_change)
        self.undo_button = self._button(
            "changesUndo", "&Undo this change", "undo", self.undo_chosen
        )
        self.take_button = self._button(
            "changesTake", "&Take this change", "take", self.take_chosen
        )
        self.take_all_button = self._button("changesTakeAll", "Take &all", "", self.take_all)
        self._lay_out()
        self.filters.changed.connect(self._filter)
        self.filters.left.connect(self.tree.setFocus)
        self.tree.picked.connect(self._show_picked)
        self.tree.go_wanted.connect(lambda _: self.go_to_change())

    def _button(self, name: str, words: str, picture: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if picture:
            wear(button, picture)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        space = current_theme().space
        head = QVBoxLayout()
        head.setContentsMargins(space("m"), space("s"), space("m"), 0)
        head.setSpacing(space("xs"))
        head.addWidget(self.title)
        head.addWidget(self.totals)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(space("l"), space("s"), space("l"), space("s"))
        for button in (
            self.go_button,
            self.undo_button,
            self.take_button,
            self.take_all_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.detail, 1)
        column.addLayout(buttons)
        left = QWidget(self)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.filters)
        inner.addWidget(self.tree, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(side)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space("xs"))
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.tree)

    # -- what is compared ---------------------------------------------------------------------

    def show_saved(self) -> None:
        """Show what changed since the last save."""
        self._choose(SAVED)

    def show_between(self, old: Ladder, new: Ladder, old_name: str, new_name: str) -> None:
        """Show what differs between any two ladders, to be read only."""
        self._choose(between(old, new, old_name, new_name))

    def review(self, theirs: Ladder, name: str) -> None:
        """Show what another ladder would change in the one in front, to be taken one by one."""
        self._choose(review_of(theirs, name))

    def _choose(self, basis: Basis) -> None:
        session = self._workspace.session
        if session is not None:
            self._bases[id(session)] = basis
            self.filters.reset()
        self._compare()

    @property
    def basis(self) -> Basis:
        """What the ladder in front is compared with."""
        return self._bases.get(id(self._workspace.session), SAVED)

    def _forget_closed(self) -> None:
        there = {id(session) for session in self._workspace.sessions}
        self._bases = {key: basis for key, basis in self._bases.items() if key in there}

    def renew(self) -> None:
        """Draw again with the colours and the text size now in force."""
        self.title.setFont(current_theme().font("heading", bold=True))
        self.tree.renew()
        self.detail.renew()
        self._show_picked()

    def showEvent(self, event: QShowEvent) -> None:
        """Compare what was put off while the view was hidden."""
        super().showEvent(event)
        self._compare()

    def _sides(self) -> Sides | None:
        session = self._workspace.session
        return self.basis.sides(session) if session is not None else None

    def _compare(self, *_: object) -> None:
        self._later.stop()
        if not self.isVisible():
            return
        sides = self._sides()
        if sides is None:
            self._comparing.forget()
            self._show_nothing()
            return
        self._comparing.ask(sides.old, sides.new)
        if self._comparing.is_busy:
            self.totals.setText("Comparing…")

    # -- showing ------------------------------------------------------------------------------

    def _show(self, found: Compared) -> None:
        session, basis = self._workspace.session, self.basis
        if session is None:
            return
        self.title.setText(basis.title)
        self.totals.setText(_totals(found.rows))
        self.filters.count(found.rows)
        shown = arranged(found.rows, self.filters.wanted())
        if self._shown is not None and self._shown == (session, basis):
            self.tree.follow(shown)
        else:
            self._shown = session, basis
            self.tree.show_new(shown)
        self._explain(found)

    def _filter(self) -> None:
        found = self._comparing.found
        if found is not None:
            self.tree.follow(arranged(found.rows, self.filters.wanted()))
            self._explain(found)

    def _explain(self, found: Compared) -> None:
        empty = not found.rows
        self.filters.setVisible(not empty)
        self._empty.setText(_nothing(self.basis) if empty else "")
        self._stack.setCurrentWidget(self._empty if empty else self._split)
        self.setFocusProxy(self._empty if empty else self.tree)

    def _show_nothing(self) -> None:
        self._shown = None
        self.title.setText("Changes")
        self.totals.setText("")
        self._empty.setText(
            "This ladder was not saved yet, so there is no earlier state to compare it with."
        )
        self._stack.setCurrentWidget(self._empty)
        self.setFocusProxy(self._empty)

    def _show_picked(self) -> None:
        found, chosen = self._comparing.found, self.tree.chosen()
        self._switch_buttons(chosen)
        if found is None or not chosen:
            self.detail.show_words("", "Select a change to see it in full.", "")
            self.detail.effect.hide()
            self.detail.panes.hide()
            return
        if len(chosen) == 1:
            self._show_change(chosen[0], found)
            return
        self.detail.show_words("", f"{len(chosen)} changes selected", counts_words(chosen))
        self.detail.effect.hide()
        self.detail.panes.hide()

    def _show_change(self, row: ChangeRow, found: Compared) -> None:
        change = row.change
        where = " › ".join(p.words for p in (row.group, row.entity) if p)
        self.detail.show_words(where, row.headline, self._more(row, found))
        sign = EFFECTS[change.effect]
        words = f"{sign.word}: {change.reason}" if change.reason else sign.word
        self.detail.effect.show_sign(sign.icon, sign.role, words)
        self.detail.effect.show()
        before, after = texts_of(change, found.old, found.new)
        marks = word_marks(before, after) if before and after else ()
        olds = tuple(m for m in marks if m.kind != "new") or (Mark("same", before),)
        news = tuple(m for m in marks if m.kind != "gone") or (Mark("same", after),)
        sides = self._sides()
        one, other = self.detail.panes.boxes
        one.show_text(f"Before ({sides.old_name})" if sides else "Before", olds, "Not there")
        other.show_text(f"After ({sides.new_name})" if sides else "After", news, "Not there")
        self.detail.panes.show()

    def _more(self, row: ChangeRow, found: Compared) -> str:
        if self.basis.mode != "review":
            return ""
        count = also_taken(found, [row])
        if not count:
            return ""
        more = "1 other change comes" if count == 1 else f"{count} other changes come"
        return f"{more} with it, because it refers to them."

    def _switch_buttons(self, chosen: tuple[ChangeRow, ...]) -> None:
        mode, session = self.basis.mode, self._workspace.session
        may = session is not None and not session.read_only
        self.go_button.setEnabled(len(chosen) == 1)
        self.undo_button.setVisible(mode == "since")
        self.undo_button.setEnabled(may and bool(chosen))
        self.take_button.setVisible(mode == "review")
        self.take_button.setEnabled(may and bool(chosen))
        self.take_all_button.setVisible(mode == "review")
        self.take_all_button.setEnabled(may)
        many = len(chosen) > 1
        what = f"these {len(chosen)} changes" if many else "this change"
        self.undo_button.setText(f"&Undo {what}")
        self.take_button.setText(f"&Take {what}")

    # -- acting -------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Select the next (+1) or previous (-1) change."""
        if not self.tree.step(by):
            self._workspace.notice.emit("There are no changes to go to.")

    def go_to_change(self) -> None:
        """Ask for the place of the selected change to be shown."""
        chosen = self.tree.chosen()
        if len(chosen) == 1:
            change = chosen[0].change
            review = self.basis.mode == "review"
            address = change.detail.was if review and change.detail.was else change.address
            self.go_wanted.emit(address, change.field)

    def undo_chosen(self) -> None:
        """Undo the selected changes of mine, as one step."""
        self._act(undo_edit)

    def take_chosen(self) -> None:
        """Take the selected changes of theirs, as one step."""
        self._act(take_edit)

    def take_all(self) -> None:
        """Take all changes that are shown, as one step."""
        self._workspace.settling.emit()
        found = self._settled()
        if found is not None:
            rows = tuple(self.tree.changes.shown.rows.values())
            if rows and self._workspace.apply(take_edit(found, rows)):
                self._compare()

    def _act(self, make: object) -> None:
        keys = [row.key for row in self.tree.chosen()]
        self._workspace.settling.emit()
        found = self._settled()
        if found is None or not callable(make):
            return
        rows = [row for row in found.rows if row.key in keys]
        if rows and self._workspace.apply(make(found, rows)):
            self._compare()

    def _settled(self) -> Compared | None:
        """Return the changes as they are now, also if they were still being looked for."""
        sides = self._sides()
        return self._comparing.at_once(sides.old, sides.new) if sides else None

    # -- layout -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and detail side by side where there is room."""
        super().resizeEvent(event)
        ways = Qt.Orientation
        way = ways.Horizontal if self.width() >= _WIDE else ways.Vertical
        if way != self._split.orientation():
            self._split.setOrientation(way)


def _totals(rows: tuple[ChangeRow, ...]) -> str:
    if not rows:
        return "No changes"
    count = "1 change" if len(rows) == 1 else f"{len(rows)} changes"
    return f"{count}: {counts_words(rows)}"


def _nothing(basis: Basis) -> str:
    return f"Nothing has changed since {basis.name}." if basis.mode == "since" else "No difference."
