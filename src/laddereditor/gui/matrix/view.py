"""The Matrix view: the current family, its levels across and its fields down."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from laddereditor.align.corrections import PairCorrections
from laddereditor.compare.sheet.columns import GENERIC
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.matrix_places import place_of_field
from laddereditor.compare.sheet.table import Matrix, TypedCell, typed_cell
from laddereditor.edits.words import existing
from laddereditor.gui.export.files import files_of
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.matrix.bar import CellDetailsLine, MatrixBar
from laddereditor.gui.matrix.sheet import MatrixSheet
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.sheet.pairing import PairActions
from laddereditor.gui.sheet.searching import SheetSearch
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.export.offers import ExportOffer, matrix_offer
from laddereditor.presentation.matrix.found import findings_of
from laddereditor.presentation.matrix.page import MatrixPage
from laddereditor.presentation.matrix.words import cell_details
from laddereditor.presentation.review.states import ANY, profile_is
from laddereditor.presentation.sheet.pairing import PairedSheet, paired_matrix
from laddereditor.presentation.workspace.refused_texts import by_cell
from laddereditor.session.day_clock import DayClock, SystemClock


class MatrixView(QWidget):
    """Shows the matrix of the workspace's family; drawn only while it is in view."""

    go_wanted = Signal(Address, FieldPath)  # address and field to show in the form
    command_wanted = Signal(str)  # the id of a command about the entry that is shown now
    situation_changed = Signal()
    export_kind = "the matrix"

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        field_in_use: Callable[[], str] = str,
    ) -> None:
        """Show the matrix; `field_in_use` names the field that the form shows, "" for none."""
        super().__init__(parent)
        self.setObjectName("matrixView")
        self.setAccessibleName("Matrix of a family")
        self._workspace = workspace
        self._wanted = Address()
        self._families: object = None
        self._shown: tuple[object, ...] = ()
        self.clock: DayClock = SystemClock()
        self._kept = self._anew = False  # whether rows stayed in place, and are to be aligned again
        self._field_in_use, self._from = field_in_use, ("", "")
        self._seen = DrawWhileSeen(self, self._draw)
        self.bar = MatrixBar(self)
        self.sheet = MatrixSheet(workspace, self)
        self.search = SheetSearch(self, self.sheet, "the matrix")
        self._offer_pairs()
        self._empty = PlainLabel(role="text_muted", wrap=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._details = CellDetailsLine(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.search.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._details)
        FocusPassing(self, self.sheet)
        self._listen()
        self._follow(workspace.address)

    def _offer_pairs(self) -> None:
        """Let pairs be corrected in the sheet, as in Compare."""
        self.pairs = PairActions(
            self._workspace, self.sheet, self._paired, self.sheet.cells.sheet_row
        )
        self.sheet.pair_entries = self.pairs.entries
        self.sheet.pair_acts = {
            "compare.align": self.pairs.align,
            "compare.part": self.pairs.part,
            "compare.take_back": self.pairs.take_back,
        }

    def _paired(self) -> PairedSheet | None:
        """Return the matrix, so that its pairs can be corrected; None for nothing."""
        shown = self.sheet.cells.matrix
        if shown.ladder is None or not shown.columns:
            return None
        return paired_matrix(
            shown,
            shown.ladder,
            all_tracks=self.bar.all_tracks.isChecked(),
            compact=not self.bar.apart.isChecked(),
        )

    def _listen(self) -> None:
        draw = self._seen.now
        self.bar.family_chosen.connect(self._choose)
        self.bar.changed.connect(draw)
        self.bar.gap_wanted.connect(self.sheet.go_to_first_gap)
        self.sheet.go_wanted.connect(self.go_wanted)
        self.sheet.compare_wanted.connect(self._compare)
        self.sheet.selectionModel().currentChanged.connect(self._show_details)
        self.sheet.cells.dataChanged.connect(self._show_details)
        self.sheet.cells.modelReset.connect(self._show_details)
        self._workspace.flush_requested.connect(self.sheet.apply_typed)
        self._workspace.session_changed.connect(draw)
        self._workspace.address_changed.connect(self._follow)
        self._workspace.changed.connect(draw)
        self._workspace.refused_texts.changed.connect(draw)
        self._workspace.corrected_pairs.changed.connect(draw)

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the level and the field that were shown before."""
        super().showEvent(event)
        if self._anew:
            self._shown = ()
            self._seen.now()
        self._go_to_shown(self._workspace.address, FieldPath(self._field_in_use()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Apply what is being typed; the rows are aligned again for the next time."""
        self.sheet.apply_typed()
        self._anew = self._kept and not event.spontaneous()
        super().hideEvent(event)

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the matrix that is shown."""
        session, shown = self._workspace.session, self.sheet.cells.matrix
        if session is None or not shown.columns:
            return ()
        return (matrix_offer(shown, files_of(session.ladder, self._workspace.sessions)),)

    def step(self, by: int) -> None:
        """Go to the next gap (+1) or the one before (-1)."""
        self.sheet.walk_gaps(by)
        self.sheet.setFocus()

    def open_search(self) -> bool:
        """Search the matrix; returns False while there is none."""
        is_shown = bool(self.sheet.cells.matrix.columns)
        if is_shown:
            self.search.open()
        return is_shown

    def situation(self, now: Situation) -> Situation:
        """Return the situation, with what only this view knows."""
        return replace(now, gaps=self.sheet.cells.matrix.gaps)

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        self._shown = ()
        self.sheet.refresh()
        self._seen.now()

    def _compare(self, level: Address, command_id: str) -> None:
        """Select a level and compare it."""
        self._workspace.go_to(level)
        self.command_wanted.emit(command_id)

    def _go_to_shown(self, address: Address, field: FieldPath) -> None:
        """Go to the cell of the field that was shown before, unless that was done last time."""
        if (address, field) == self._from:
            return
        self._from = (address, field)
        row = self.sheet.currentIndex().row()
        place = place_of_field(self.sheet.cells.matrix, address, field, row)
        if place is not None:
            self.sheet.go_to(*place)

    # -- which family -------------------------------------------------------------------------

    def _follow(self, address: Address, field: FieldPath = FieldPath()) -> None:
        if address.collection == "levels":
            self._wanted = GENERIC
        elif address.family:
            self._wanted = address.family
        self._seen.now()
        if self.isVisible() and not self.sheet.hasFocus():
            self._go_to_shown(address, field)

    def _choose(self, address: Address) -> None:
        self.sheet.apply_typed()
        self._wanted = address
        self._seen.now()
        self.sheet.setFocus()

    def _address(self, ladder: Ladder) -> Address:
        """Return the family to show, the first if the one wanted is not there."""
        families = [address for address, _ in listed_at(Address("families"), ladder.families)]
        if ladder.families is not self._families:
            self._families = ladder.families
            names = zip(families, map(label_of, ladder.families), strict=True)
            self.bar.chooser.offer(((GENERIC, f"Generic {KINDS['level'].plural.lower()}"), *names))
        if self._wanted not in (GENERIC, *families):
            self._wanted = families[0] if families else GENERIC
        return self._wanted

    # -- drawing ------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Draw the matrix as it is now, if it is not drawn yet."""
        session = self._workspace.session
        self.bar.setVisible(session is not None)
        if session is None:
            self._shown = ()
            self._show_instead("No ladder is open.")
            return
        ladder = session.ladder
        address = self._address(ladder)
        wanted = ANY if address == GENERIC else self.bar.state.value()
        looks = (self.bar.all_tracks.isChecked(), self.bar.apart.isChecked(), wanted)
        refused_texts = self._workspace.refused_texts.of(session)
        said = self._workspace.corrected_pairs.of([ladder])
        state = (
            ladder,
            session.report,
            address,
            looks,
            wanted,
            session.read_only,
            refused_texts,
            said,
        )
        if len(self._shown) == len(state) and all(map(_same, self._shown, state)):
            return
        self._shown = state
        all_tracks, apart, _ = looks
        before = self.sheet.cells.matrix
        table = matrix(
            ladder,
            address,
            all_tracks=all_tracks,
            compact=not apart,
            before=None if self._anew else before,
            corrections=said,
            typed=self._typed(before),
            shows=self._shows(ladder, address, wanted),
        )
        self._kept, self._anew = not self._anew, False
        found = findings_of(session.report, table)
        self.sheet.show_page(
            MatrixPage(table, found, bool(session.read_only), by_cell(refused_texts))
        )
        self.bar.show_state(address, table.gaps, table.left_out)
        self.situation_changed.emit()
        self._stack.setCurrentWidget(self.sheet)
        if not table.columns:
            self._show_instead(
                f"No profile of {table.title} is in this state: {self.bar.state.currentText()}."
                if wanted != ANY
                else "This ladder has no levels yet. Add them in the tree."
            )

    def _shows(
        self, ladder: Ladder, address: Address, wanted: str
    ) -> Callable[[Profile], bool] | None:
        """Return what says whether a profile is shown; None if each is."""
        family = existing(ladder, address) if wanted != ANY else None
        if not isinstance(family, Family):
            return None
        return partial(profile_is, wanted, family, today=self.clock.today())

    def _typed(self, before: Matrix) -> TypedCell | None:
        """Return the cell that was just typed into, whose text stays there."""
        at = self.sheet.edits.take_typed_at()
        return typed_cell(before.rows, before.rows[at[0]], at[1]) if at else None

    def _show_instead(self, words: str) -> None:
        """Show words where the sheet would be."""
        self._empty.show_text(words)
        self._stack.setCurrentWidget(self._empty)

    def _show_details(self, *_: object) -> None:
        """Describe the current cell below the sheet."""
        index, model = self.sheet.currentIndex(), self.sheet.cells
        cell = model.cell(index)
        if cell is None:
            self._details.show_text("")
            return
        words = cell_details(model.row(index.row()), model.column(index.column()), cell)
        refused = model.page.refused(index.row(), index.column())
        messages = [refused.words] if refused else []
        messages += [one.message for one in model.findings(index)]
        self._details.show_text("  ·  ".join([words, *messages]))


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | tuple | PairCorrections) and one == other)
