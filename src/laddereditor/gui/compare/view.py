"""The Compare view: two to six levels side by side, edited in place."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from laddereditor.gui.compare.actions import CompareActions
from laddereditor.gui.compare.bar import CompareBar
from laddereditor.gui.compare.choosing import ColumnChooser
from laddereditor.gui.compare.columns import MIN_COLUMNS
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.dragging import subjects_in
from laddereditor.gui.compare.export import NOTHING_TO_SUM_UP, CompareExport
from laddereditor.gui.compare.level_choice import LevelChoice
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.picker import Picker
from laddereditor.gui.compare.presenter import Presenter
from laddereditor.gui.compare.start import StartPage, picks_for
from laddereditor.gui.compare.steps import TrackSteps
from laddereditor.gui.compare.summary import SummaryPanel
from laddereditor.gui.compare.table import CompareTable, command_of
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.sheet.cell_edits import CellEdits
from laddereditor.gui.sheet.pairing import PairActions
from laddereditor.gui.sheet.searching import SheetSearch
from laddereditor.gui.sheet.sticky import StickyHeading
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.commands.compare_menu import PAGE_ACTS
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer


class CompareView(QWidget):
    """Columns side by side, aligned row by row, compared with a baseline."""

    go_wanted = Signal(Address, FieldPath)  # address and field to show in the form
    command_wanted = Signal(str)  # the id of a command of the window
    situation_changed = Signal()
    export_kind = "the comparison"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compareView")
        self.setAccessibleName("Compare levels")
        self.setAcceptDrops(True)
        self._workspace, self._dialogs = workspace, dialogs
        self.compare_columns = CompareColumns(workspace, self)
        self.model = CompareModel(self)
        edits = CellEdits(
            workspace,
            lambda: self.model.page,
            lambda column: self.presenter.columns[column].session,
            lambda column: self.presenter.columns[column].read_only,
        )
        self.table = CompareTable(self.model, edits, self)
        self.sticky = StickyHeading(self.table)
        self.cell = CompareActions(workspace, self.compare_columns, self.table, self.model, dialogs)
        self.presenter = Presenter(
            workspace.refused_texts, self.compare_columns, self.model, self.table
        )
        self.export = CompareExport(
            workspace, dialogs, self.compare_columns, self.table, self.model, self.presenter
        )
        self.levels = LevelChoice(workspace, self.compare_columns, self.table)
        self.pairs = PairActions(workspace, self.table, self.model.paired, self.model.sheet_row)
        self.bar = CompareBar(self)
        self.search = SheetSearch(
            self, self.table, "the comparison", lambda: self.presenter.fold_all(False)
        )
        self.steps = TrackSteps(self.compare_columns, self, lambda: self.model.comparison)
        self.summary = SummaryPanel(self.export.summed_up, self)
        self.start = StartPage(self)
        self._chooser = ColumnChooser(workspace, self.compare_columns, self.table, self)
        self._stack = QStackedWidget(self)
        self._seen = DrawWhileSeen(self, self._draw)
        self._focus = FocusPassing(self, self.start)
        self._lay_out()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("xs"))
        column.addWidget(self.bar)
        column.addWidget(self.steps.strip)
        column.addWidget(self.summary)
        column.addWidget(self.search.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.compare_columns.changed.connect(self._refresh_columns)
        self.presenter.shown.connect(self._show_state)
        self._chooser.added.connect(self.levels.add_column)
        self._chooser.compared.connect(self.levels.show_columns)
        self.presenter.arranging.connect(self.table.apply_typed)
        self._workspace.flush_requested.connect(self.table.apply_typed)
        self._workspace.refused_texts.changed.connect(lambda: self._refresh_columns(False))
        self._workspace.session_changed.connect(self._offer)
        self._workspace.address_changed.connect(self._offer)
        self.table.closed.connect(self._seen.now)
        self.table.go_wanted.connect(self.go_wanted)
        self.cell.go_wanted.connect(self.go_wanted)
        self.cell.replace_wanted.connect(self.pick)
        self.bar.wanted.connect(self._run)
        self.summary.wanted.connect(self._run)
        self.summary.open.toggled.connect(lambda _on: self.situation_changed.emit())
        self.table.selectionModel().currentColumnChanged.connect(self.summary.refresh_later)
        self.table.selectionModel().currentRowChanged.connect(self._show_place)
        self.bar.stepwise.clicked.connect(self.levels.compare_stepwise)
        self.bar.differences.toggled.connect(self.presenter.show_differences)
        self.bar.differences.toggled.connect(lambda _on: self.situation_changed.emit())
        table, cell = self.table, self.cell
        table.verticalScrollBar().valueChanged.connect(self.steps.postpone)
        table.fold_wanted.connect(self.presenter.fold)
        self.sticky.clicked.connect(self.presenter.fold)
        table.copy_wanted.connect(cell.copy)
        table.pair_entries = self.pairs.entries
        table.command_wanted.connect(self._run)
        table.heads.menu_wanted.connect(cell.show_column_menu)
        table.heads.reordered.connect(self.compare_columns.move)

    def pick(self, at: int | None = None) -> Picker:
        """Let a column be chosen by typing: one more, or in place of the one `at`."""
        return self._chooser.pick(at)

    def show_alike(self, address: Address) -> Picker | None:
        """Offer what is most alike to the current column, or to what is selected in the tree.

        Args:
            address: What is selected in the tree; it counts unless the keyboard is in the table.
        """
        return self._chooser.show_alike(address)

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the comparison, if there is one."""
        return self.export.offers()

    def open_search(self) -> bool:
        """Search the comparison; returns False while nothing is compared."""
        if self.compare_columns.columns:
            self.search.open()
        return bool(self.compare_columns.columns)

    # -- the summary --------------------------------------------------------------------------

    def toggle_summary(self) -> None:
        """Show the whole summary, or its sentence alone."""
        self.summary.refresh()
        if self.summary.isVisible():
            self.summary.open.toggle()
        else:
            self._workspace.notice.emit(NOTHING_TO_SUM_UP)

    def copy_summary(self) -> None:
        """Put the summary on the clipboard, for a text or a mail."""
        self.table.apply_typed()
        copied = self.summary.copy()
        done = "The summary was copied. Paste it into a text or a mail."
        self._workspace.notice.emit(done if copied else NOTHING_TO_SUM_UP)

    # -- showing ------------------------------------------------------------------------------

    def _refresh_columns(self, others: bool) -> None:
        self.presenter.expect(others=others)
        self._seen.now()

    def _draw(self) -> None:
        """Compare again, unless somebody is typing in a cell."""
        if self.table.open_editor is None:
            front = self.table if self.compare_columns.columns else self.start
            self._stack.setCurrentWidget(front)
            self.search.bar.setVisible(self.search.is_open and front is self.table)
            self._focus.target = front
            self.presenter.refresh()

    def _show_state(self) -> None:
        """Update the bar and the strip to match the table."""
        shown = len(self.compare_columns.columns)
        state = "Add a second column to compare with." if shown == 1 else ""
        if shown >= MIN_COLUMNS and not self.model.rowCount():
            state = "Nothing differs."
        columns = self.compare_columns
        self.bar.show_state(table=shown > 0, room=columns.has_room, state=state)
        self.bar.show_steps(several=shown > MIN_COLUMNS, stepwise=columns.stepwise)
        self._show_place()
        self.steps.refresh_later()
        self.summary.refresh_later()
        self._offer()
        self.situation_changed.emit()

    def _show_place(self, *_: object) -> None:
        """Say which of the differences the current row is."""
        row = self.table.currentIndex().row()
        self.bar.show_place(*self.model.page.difference_place(row))

    def _offer(self, *_: object) -> None:
        """Show suggestions while nothing is compared."""
        if not self.compare_columns.columns and self.isVisible():
            session = self._workspace.session
            picks = picks_for(session.ladder, self._workspace.address) if session else []
            self.start.offer(picks, self.levels.take_pick, self.pick)

    def changeEvent(self, event: QEvent) -> None:
        """Take over what was corrected elsewhere when the person comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._workspace.corrected_pairs.read_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the current suggestions."""
        super().showEvent(event)
        self._offer()

    def toggle_differences(self) -> None:
        """Leave out what is the same, or show it again."""
        self.bar.differences.toggle()

    def realign(self) -> None:
        """Align the rows again, which stay where they are while somebody types."""
        self.table.apply_typed()
        self._refresh_columns(True)
        self._workspace.notice.emit("The rows are aligned again.")

    def fold_all(self, fold: bool) -> None:
        """Fold or unfold all sections."""
        self.presenter.fold_all(fold)

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        self.table.refresh()
        self.summary.redraw()
        self.steps.refresh_later()
        self._offer()

    # -- keys and drops -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the view wherever in it the focus is."""
        command_id = command_of(event)
        if command_id:
            self._run(command_id)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _run(self, command_id: str) -> None:
        """Run the command of a key or button; the window has those that concern every view."""
        act = PAGE_ACTS.get(command_id)
        if act:
            act(self)
        else:
            self.table.setFocus()  # what has the focus is printed
            self.command_wanted.emit(command_id)

    def step(self, by: int) -> None:
        """Go to the next row in which the columns differ (+1), or the one before (-1)."""
        self.table.apply_typed()
        self.cell.walk_differences(by)
        if self.table.isVisible():
            self.table.setFocus()

    def situation(self, now: Situation) -> Situation:
        """Return the situation, with what only this view knows."""
        columns = len(self.compare_columns.columns)
        return replace(
            now,
            columns=columns,
            differences_only=self.bar.differences.isChecked(),
            stepwise=self.compare_columns.stepwise,
            summary=self.summary.open.isChecked(),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take profiles and levels that are dragged here from a tree."""
        if subjects_in(event.mimeData(), self._workspace.sessions):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped as columns."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.levels.add_columns(subjects_in(event.mimeData(), self._workspace.sessions))
