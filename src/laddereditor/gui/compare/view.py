"""The Compare view: two to six levels side by side, edited in place."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from laddereditor.compare.comparing import compare
from laddereditor.compare.subject import Subject
from laddereditor.compare.table import Comparison
from laddereditor.gui.asking import Asker
from laddereditor.gui.compare.bar import CompareBar
from laddereditor.gui.compare.board import Board
from laddereditor.gui.compare.columns import LEAST, MOST
from laddereditor.gui.compare.corner import Corner
from laddereditor.gui.compare.dragging import subjects_at, subjects_in
from laddereditor.gui.compare.editing import CellEditing
from laddereditor.gui.compare.keys import action_of
from laddereditor.gui.compare.lines import Line, lines_of
from laddereditor.gui.compare.menus import cell_choices, column_choices, make_menu
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.picker import Picker
from laddereditor.gui.compare.places import next_level, track_of
from laddereditor.gui.compare.said import Head, heads_of
from laddereditor.gui.compare.start import Pick, StartPage, picks_for
from laddereditor.gui.compare.steps import TrackSteps
from laddereditor.gui.compare.sticky import StickyHeading
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.compare.takeaway import (
    Preview,
    copy_table,
    page_name,
    save_page,
    to_take,
)
from laddereditor.gui.compare.writing import can_give_back
from laddereditor.gui.workspace import Workspace


class CompareView(QWidget):
    """Columns side by side, aligned row by row, told against a baseline."""

    go_wanted = Signal(str, str)  # address and field to show in the form

    def __init__(self, workspace: Workspace, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareView")
        self.setAccessibleName("Compare levels")
        self.setAcceptDrops(True)
        self._workspace, self._asker = workspace, asker
        self._folded: set[str] = set()
        self._stale = True  # what is shown is older than what the columns say
        self._others = True  # and the columns are others
        self.board = Board(workspace, self)
        self.model = CompareModel(self)
        self.table = CompareTable(self.model, self)
        self.sticky = StickyHeading(self.model, self.table)
        self._corner = Corner(self.table)
        self.editing = CellEditing(workspace, self.board, self.model, self.table)
        self.bar = CompareBar(self)
        self.steps = TrackSteps(self.board, self)
        self._start = StartPage(self)
        self._lay_out()
        self._connect()
        self._renew_columns(True)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._start)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.steps.strip)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.board.changed.connect(self._renew_columns)
        self._workspace.settling.connect(self.editing.take)
        self._workspace.session_changed.connect(self._offer)
        self._workspace.address_changed.connect(self._offer)
        self.editing.closed.connect(self._refresh)
        self.editing.go_wanted.connect(self.go_wanted)
        table, bar = self.table, self.bar
        table.fold_wanted.connect(self._fold)
        table.edit_wanted.connect(self.editing.begin)
        table.remove_wanted.connect(self.editing.remove)
        table.copy_wanted.connect(self.editing.copy)
        table.menu_wanted.connect(self._show_cell_menu)
        table.key_wanted.connect(self._do)
        table.heads.menu_wanted.connect(self._show_column_menu)
        table.heads.reordered.connect(self.board.move)
        bar.add_wanted.connect(self.pick)
        bar.clear_wanted.connect(lambda: self.board.show([]))
        bar.copy_wanted.connect(self.copy)
        bar.print_wanted.connect(self.print_)
        bar.save_wanted.connect(self.save_html)
        bar.differences_switched.connect(self._arrange)
        bar.fold_wanted.connect(self._fold_all)

    # -- what is compared ---------------------------------------------------------------------

    def show_columns(self, subjects: Sequence[Subject]) -> None:
        """Compare these, the first one being the baseline; at most six."""
        self._tell_too_many(len(subjects))
        self.board.show(subjects)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_too_many(self, count: int) -> None:
        if count > MOST:
            self._workspace.notice.emit(f"At most {MOST} columns can be compared at once.")

    def add_column(self, subject: Subject) -> None:
        """Compare one more."""
        if not self.board.has_room:
            self._tell_too_many(MOST + 1)
        elif not self.board.add(subject):
            self._workspace.notice.emit("This is one of the columns already.")

    def compare_addresses(self, addresses: Sequence[str]) -> None:
        """Compare profiles and levels of the current ladder; of a family, its profiles."""
        session = self._workspace.session
        subjects = subjects_at(session, addresses) if session else []
        if not subjects:
            self._workspace.notice.emit("Choose profiles or generic levels to compare.")
            return
        self.show_columns(subjects)

    def compare_with_next(self, address: str) -> None:
        """Compare a profile or level with the next one up its track."""
        session = self._workspace.session
        following = next_level(session.ladder, address) if session else ""
        if following:
            self.compare_addresses([address, following])
        else:
            self._workspace.notice.emit("There is no next level: this is the last of its track.")

    def compare_track(self, address: str) -> None:
        """Compare the whole track: the profiles of the family, or the generic levels."""
        session = self._workspace.session
        track = track_of(session.ladder, address) if session else []
        place = track.index(address) if address in track else 0
        first = max(0, min(place - MOST // 2, len(track) - MOST))
        self.compare_addresses(track[first : first + MOST])

    def pick(self, at: int | None = None) -> Picker:
        """Let a column be chosen by typing: one more, or in place of the one `at`."""
        title = "Add a column" if at is None else "Replace the column"
        picker = Picker(self._workspace.sessions, title, self)
        if at is None:
            picker.picked.connect(self.add_column)
        else:
            picker.picked.connect(lambda subject: self.board.replace(at, subject))
        picker.open()
        return picker

    # -- showing ------------------------------------------------------------------------------

    def _renew_columns(self, others: bool) -> None:
        self._stale, self._others = True, self._others or others
        self._refresh()

    def _refresh(self) -> None:
        """Compare again, unless nobody sees it or somebody is typing in it."""
        if not self._stale or not self.isVisible() or self.editing.is_open:
            return
        self._stale = False
        subjects = self.board.subjects
        self._stack.setCurrentWidget(self.table if subjects else self._start)
        if not subjects:
            self.model.show(None, [], [])
            self._offer()
        elif self._others:
            comparison = compare(subjects, self.board.baseline)
            self._keeping_place(
                lambda: self.model.show(
                    comparison, self._heads(comparison), self._lines(comparison)
                )
            )
        else:
            comparison = compare(subjects, self.board.baseline)
            self._keeping_cell(
                lambda: self.model.follow(
                    comparison, self._heads(comparison), self._lines(comparison)
                )
            )
        self._others = False
        self.steps.renew_later()
        self._tell()

    def _heads(self, comparison: Comparison) -> list[Head]:
        return heads_of(comparison, [self.board.named(column) for column in self.board.columns])

    def _lines(self, comparison: Comparison) -> list[Line]:
        return lines_of(comparison, self._folded, differences=self.bar.differences.isChecked())

    def _arrange(self) -> None:
        """Show the lines again that folding and the switch leave."""
        comparison = self.model.comparison
        if comparison is not None:
            self.model.follow(comparison, self.model.heads, self._lines(comparison))
            self._tell()

    def _keeping_place(self, act: Callable[[], object]) -> None:
        """Keep row, column and scroll place while other columns are shown."""
        index, bar = self.table.currentIndex(), self.table.verticalScrollBar()
        row, column, place = index.row(), index.column(), bar.value()
        act()
        bar.setValue(place)
        last = self.model.columnCount() - 1
        self.table.setCurrentIndex(self.model.index(max(row, 0), min(max(column, 0), last)))

    def _keeping_cell(self, act: Callable[[], object]) -> None:
        """Keep the current cell on its text, wherever that has moved to."""
        index = self.table.currentIndex()
        cell = self.model.cell(index)
        act()
        if cell is None or self.model.cell(self.table.currentIndex()) is not None:
            return
        row = self.model.find(index.column(), cell.field)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, index.column()))

    def start_buttons(self) -> list[QPushButton]:
        """Return the buttons offered while nothing is compared."""
        return self._start.findChildren(QPushButton)

    def _tell(self) -> None:
        shown = len(self.board.columns)
        told = "Add a second column to compare with." if shown == 1 else ""
        if shown >= LEAST and not self.model.rowCount():
            told = "Nothing differs."
        self.bar.show_state(table=shown > 0, room=self.board.has_room, told=told)

    def _offer(self, *_: object) -> None:
        """Show what may be compared, while nothing is."""
        if self.board.columns or not self.isVisible():
            return
        session = self._workspace.session
        picks = picks_for(session.ladder, self._workspace.address) if session else []
        self._start.offer(picks, self._take_pick, self.pick)

    def _take_pick(self, pick: Pick) -> None:
        self.compare_addresses(pick.addresses)

    def showEvent(self, event: QShowEvent) -> None:
        """Compare what was put off while the view was hidden."""
        super().showEvent(event)
        self._refresh()
        self._offer()

    def renew(self) -> None:
        """Draw with the colours and the text size now in force."""
        self.table.renew()
        self.steps.renew_later()
        self._offer()

    # -- folding and walking ------------------------------------------------------------------

    def _fold(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self._folded ^= {line.section.field}
            self._arrange()

    def _fold_all(self, fold: bool) -> None:
        comparison = self.model.comparison
        if comparison is not None:
            self._folded = {s.field for s in comparison.sections} if fold else set()
            self._arrange()

    def _walk(self, step: int, wanted: Callable[[Line], bool]) -> None:
        """Go to the next line up or down that is wanted."""
        index = self.table.currentIndex()
        row = index.row() + step
        while 0 <= row < self.model.rowCount() and not wanted(self.model.lines[row]):
            row += step
        if 0 <= row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, max(index.column(), 0)))
        else:
            self._workspace.notice.emit("There is nothing further in this direction.")

    # -- menus and keys -----------------------------------------------------------------------

    def _show_column_menu(self, column: int, place: QPoint) -> None:
        menu = self.column_menu(column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def column_menu(self, column: int) -> QMenu:
        """Return the menu of a column's head."""
        last = self.model.columnCount() - 1
        choices = column_choices(
            pinned=column == self.board.baseline, first=column == 0, last=column == last
        )
        return make_menu(choices, lambda name: self._do_column(name, column), self)

    def _show_cell_menu(self, index: QModelIndex, place: QPoint) -> None:
        menu = self.cell_menu(index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def cell_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a cell."""
        target = self.editing.target_at(index)
        choices = cell_choices(
            text=self.model.cell(index) is not None,
            editable=target is not None,
            override=target is not None and can_give_back(target),
            columns=self.model.columnCount(),
        )
        return make_menu(choices, self._do, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the view wherever in it the focus is."""
        name = action_of(event)
        if name:
            self._do(name)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _do(self, name: str) -> None:
        """Carry out what a key or a menu asks for at the current cell."""
        index = self.table.currentIndex()
        acts: dict[str, Callable[[], object]] = {
            "add": self.pick,
            "differences": self.bar.differences.toggle,
            "fold": lambda: self._fold_all(True),
            "unfold": lambda: self._fold_all(False),
            "next_difference": lambda: self._walk(1, _differs),
            "previous_difference": lambda: self._walk(-1, _differs),
            "next_section": lambda: self._walk(1, _starts),
            "previous_section": lambda: self._walk(-1, _starts),
            "edit": lambda: self.editing.begin(index),
            "delete": lambda: self.editing.remove(index),
            "give_back": lambda: self.editing.give_back(index),
            "copy_left": lambda: self._copy_to(index, index.column() - 1),
            "copy_right": lambda: self._copy_to(index, index.column() + 1),
            "copy_table": self.copy,
            "print": self.print_,
            "copy_cell": lambda: _to_clipboard(index),
            "go": lambda: self.editing.go(index),
        }
        if name in acts:
            acts[name]()
        elif index.isValid():
            self._do_column(name, index.column())

    def _copy_to(self, index: QModelIndex, column: int) -> None:
        if not 0 <= column < self.model.columnCount():
            self._workspace.notice.emit("There is no column on that side.")
        elif self.editing.copy(index, column):
            self.table.setCurrentIndex(self.table.currentIndex().siblingAtColumn(column))

    def _do_column(self, name: str, column: int) -> None:
        moves = {"move_left": -1, "move_right": 1}
        if name == "baseline":
            self.board.pin(column)
        elif name == "replace":
            self.pick(column)
        elif name == "remove_column":
            self.board.remove(column)
        elif name == "open":
            self._open_column(column)
        elif name in moves:
            self._move(column, column + moves[name])

    def _move(self, column: int, to: int) -> None:
        if 0 <= to < self.model.columnCount():
            self.board.move(column, to)
            self.table.setCurrentIndex(self.table.currentIndex().siblingAtColumn(to))

    def _open_column(self, number: int) -> None:
        column = self.board.columns[number]
        if column.session is None:
            self._workspace.notice.emit(column.read_only)
            return
        self._workspace.show_session(column.session)
        self.go_wanted.emit(column.subject.address, "")

    # -- taking away --------------------------------------------------------------------------

    def _to_take(self) -> Comparison | None:
        """Return the comparison as it is shown, to be taken away; None if there is none."""
        self.editing.take()
        comparison = self.model.comparison
        if comparison is None:
            self._workspace.notice.emit("There is nothing to take away yet: choose columns first.")
            return None
        names = [self.board.named(column) for column in self.board.columns]
        return to_take(comparison, names, differences=self.bar.differences.isChecked())

    def copy(self) -> None:
        """Put the comparison on the clipboard, as a table for Word and Excel."""
        comparison = self._to_take()
        if comparison is not None:
            copy_table(comparison)
            self._workspace.notice.emit("Copied as a table. Paste it into Word or Excel.")

    def print_(self) -> None:
        """Show the comparison as it is printed, and print it from there."""
        comparison = self._to_take()
        if comparison is not None:
            Preview(comparison, self).open()

    def save_html(self) -> None:
        """Save the comparison as a web page that needs no other file."""
        comparison = self._to_take()
        session = self._workspace.session
        if comparison is None:
            return
        folder = session.path.parent if session and session.path else Path.home()
        path = self._asker.page_to_save(folder / page_name(comparison))
        if path is None:
            return
        try:
            save_page(comparison, path)
        except OSError as error:
            told = f"{path.name} could not be written: {error.strerror or error}."
            self._asker.tell("The page was not saved", told)
        else:
            self._workspace.notice.emit(f"Saved as {path.name}.")

    # -- dropping -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take profiles and levels that are dragged here from a tree."""
        if subjects_in(event.mimeData(), self._workspace.sessions):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped as columns."""
        subjects = subjects_in(event.mimeData(), self._workspace.sessions)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        for subject in subjects:
            self.add_column(subject)
            if not self.board.has_room:
                break


def _differs(line: Line) -> bool:
    return line.row is not None and line.row.differs


def _starts(line: Line) -> bool:
    return line.is_heading or line.alone


def _to_clipboard(index: QModelIndex) -> None:
    QGuiApplication.clipboard().setText(str(index.data() or ""))
