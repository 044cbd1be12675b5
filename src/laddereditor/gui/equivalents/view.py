"""The view of all equivalents of a ladder, which are edited in its cells."""

from operator import is_

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from laddereditor.compare.sheet.equivalent_table import equivalent_table
from laddereditor.gui.equivalents.sheet import EquivalentsSheet
from laddereditor.gui.export.files import files_of
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.labels import LinkButton, PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.sheet.searching import SheetSearch
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.equivalents import schemes_of
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.equivalents.page import EquivalentsPage
from laddereditor.presentation.export.offers import ExportOffer, equivalents_offer
from laddereditor.session.session import Session

_NONE = (
    "No level and no family has an equivalent yet: the code of a pay survey, the level of an "
    "acquired company. Add the first scheme, and write its codes beside the levels and families."
)


class EquivalentsView(QWidget):
    """Shows what other schemes have for each level and family, with the gaps."""

    go_wanted = Signal(Address, FieldPath)
    export_kind = "the equivalents"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("equivalentsView")
        self.setAccessibleName("Equivalents")
        self._workspace, self._dialogs = workspace, dialogs
        self._made_from: tuple[object, ...] = ()
        self._more: dict[Session, tuple[str, ...]] = {}  # schemes without an equivalent yet
        self._seen = DrawWhileSeen(self, self._draw)
        self.sheet = EquivalentsSheet(workspace, self)
        self.search = SheetSearch(self, self.sheet, "the equivalents")
        self._lay_out()
        self._focus = FocusPassing(self, self.sheet)
        self._listen()

    def _lay_out(self) -> None:
        space = current_theme().space("s")
        self._words = PlainLabel(role="text_muted", parent=self)
        self.gaps = LinkButton(parent=self)
        self.gaps.setObjectName("equivalentsGaps")
        self.add = QPushButton("Add a &scheme…", self)
        self.add.setObjectName("equivalents.add")
        self.add.setAccessibleDescription("Add columns for another scheme, such as a pay survey")
        row = QHBoxLayout()
        row.setContentsMargins(space, space // 2, space, space // 2)
        row.setSpacing(space)
        row.addWidget(self.add)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self.gaps)
        self._empty = PlainLabel(_NONE, role="text_muted", wrap=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(*(4 * current_theme().space("l"),) * 4)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.search.bar)
        column.addWidget(self._stack, 1)

    def _listen(self) -> None:
        draw, workspace = self._seen.now, self._workspace
        self.sheet.go_wanted.connect(self.go_wanted)
        self.add.clicked.connect(self.add_scheme)
        self.gaps.clicked.connect(self._go_to_first_gap)
        workspace.flush_requested.connect(self.sheet.apply_typed)
        workspace.session_changed.connect(draw)
        workspace.changed.connect(draw)
        workspace.closed.connect(lambda session: self._more.pop(session, None))

    def hideEvent(self, event: QHideEvent) -> None:
        """Apply what is being typed."""
        self.sheet.apply_typed()
        super().hideEvent(event)

    # -- schemes ------------------------------------------------------------------------------

    def add_scheme(self) -> None:
        """Ask for a scheme, and show columns for it; it is in the file once it has a code."""
        session = self._workspace.session
        if session is None:
            return
        if session.read_only:
            self._workspace.notice.emit(session.read_only)
            return
        name = self._dialogs.line("Add a scheme", "Name of the scheme", "", "Add")
        plain = single_spaced(name or "")
        if not plain:
            return
        known = [*schemes_of(session.ladder), *self._more.get(session, ())]
        same = next((one for one in known if one.casefold() == plain.casefold()), None)
        if same is None:
            self._more[session] = (*self._more.get(session, ()), plain)
            self._seen.now()
        self._go_to_scheme(same or plain)

    def _go_to_scheme(self, name: str) -> None:
        page = self.sheet.cells.page
        column = next((n for n, c in enumerate(page.table.columns) if c.scheme == name), None)
        if column is not None and len(page.keys) > 1:
            self.sheet.go_to(1, column)
            self.sheet.setFocus()

    def _go_to_first_gap(self) -> None:
        for place in self.sheet.cells.page.gaps[:1]:
            self.sheet.go_to(*place)
            self.sheet.setFocus()

    # -- what commands ask --------------------------------------------------------------------

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the table that is shown."""
        session, table = self._workspace.session, self.sheet.cells.page.table
        if session is None or not table.columns:
            return ()
        return (equivalents_offer(table, files_of(session.ladder, self._workspace.sessions)),)

    def step(self, by: int) -> None:
        """Go to the next gap (+1) or the one before (-1)."""
        self.sheet.walk_gaps(by)
        self.sheet.setFocus()

    def open_search(self) -> bool:
        """Search the table; returns False while there is none."""
        is_shown = bool(self.sheet.cells.page.table.columns)
        if is_shown:
            self.search.open()
        return is_shown

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        self.sheet.refresh()

    # -- drawing ------------------------------------------------------------------------------

    def _draw(self) -> None:
        session = self._workspace.session
        self.add.setVisible(session is not None)
        made_from = self._sources(session)
        if len(made_from) == len(self._made_from) and all(map(is_, made_from, self._made_from)):
            return
        self._made_from = made_from
        page = self._page(session) if session else EquivalentsPage()
        self.sheet.show_page(page)
        self.add.setEnabled(session is not None and not session.read_only)
        has_some = bool(page.table.columns)
        self._words.show_text(page.words if has_some else "")
        self.gaps.setText(plural(len(page.gaps), "gap"))
        self.gaps.setVisible(bool(page.gaps))
        self._focus.target = self.sheet if has_some else self.add
        self._stack.setCurrentWidget(self.sheet if has_some else self._empty)

    def _sources(self, session: Session | None) -> tuple[object, ...]:
        if session is None:
            return (None,)
        ladder = session.ladder
        more = self._more.get(session)
        return (ladder.levels, ladder.families, ladder.tracks, session.read_only, more)

    def _page(self, session: Session) -> EquivalentsPage:
        return EquivalentsPage(
            equivalent_table(session.ladder, self._more.get(session, ())),
            bool(session.read_only),
        )
