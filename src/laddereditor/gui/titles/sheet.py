"""The sheet of a list of titles, in which profiles are chosen and confirmed."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from laddereditor.gui.clipboard.clipboard import cells_data, put
from laddereditor.gui.commands.cell_keys import SheetKey
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.menus import SEPARATOR, MenuEntry, make_menu
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.presentation.titles.page import TitlesPage
from laddereditor.session.title_list import NO_PROFILE

KEYS = (
    "Enter chooses a profile, Ctrl+Enter confirms the answers that are selected, "
    "Delete takes a decision back."
)
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class TitleDelegate(SheetDelegate):
    """Draws the cells; several can be selected."""

    fills_selection = True


class TitlesSheet(SheetTable):
    """Shows titles with their profiles."""

    decided = Signal(object, object)  # rows of the list, and the decision: a profile, "", None
    confirm_wanted = Signal(object)  # rows of the list
    other_wanted = Signal(object)  # rows of the list, for which any profile may be chosen
    own_keys: frozenset[SheetKey] = frozenset({"open", "go", "clear", "copy"})

    def __init__(self, parent: QWidget | None = None) -> None:
        model: SheetModel[TitlesPage] = SheetModel(TitlesPage())
        super().__init__(model, TitleDelegate(model, CellPainter(), model), parent)
        model.setParent(self)
        self.titles_model = model
        self.setObjectName("titlesSheet")
        self.setAccessibleName("Titles and their profiles")
        self.setAccessibleDescription(KEYS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.doubleClicked.connect(lambda _: self.choose_profile())

    @property
    def page(self) -> TitlesPage:
        """What is shown."""
        return self.titles_model.page

    def selected_rows(self) -> tuple[int, ...]:
        """Return the rows of the list that are selected, by their numbers there."""
        found = self.selectedIndexes() or [self.currentIndex()]
        shown = sorted({index.row() for index in found if index.isValid()})
        return tuple(self.page.rows[row] for row in shown)

    def go_to_row(self, row: int) -> None:
        """Make a shown row the current one, as far as there is one."""
        if self.titles_model.rowCount():
            last = self.titles_model.rowCount() - 1
            column = max(0, self.currentIndex().column())
            self._make_current(self.titles_model.index(min(max(row, 0), last), column))

    def _make_current(self, index: QModelIndex) -> None:
        """Make a cell the only selected one, also while Ctrl is held, as for Ctrl+Enter."""
        self.selectionModel().setCurrentIndex(index, _CLEAR_AND_SELECT)

    # -- keys ---------------------------------------------------------------------------------

    def on_key(self, meaning: SheetKey) -> None:
        """Carry out a key on the selected rows."""
        acts: dict[SheetKey, Callable[[], object]] = {
            "open": self.choose_profile,
            "go": self.confirm,
            "clear": self.take_back,
            "copy": self.copy,
        }
        acts[meaning]()

    def confirm(self) -> None:
        """Confirm the answers of the selected rows."""
        if rows := self.selected_rows():
            self.confirm_wanted.emit(rows)

    def take_back(self) -> None:
        """Take back what was decided for the selected rows."""
        if rows := self.selected_rows():
            self.decided.emit(rows, None)

    def copy(self) -> None:
        """Copy the selected cells for a spreadsheet."""
        places = sorted((one.row(), one.column()) for one in self.selectedIndexes())
        if places:
            rows = sorted({row for row, _ in places})
            columns = sorted({column for _, column in places})
            put(cells_data([[self.page.text(row, at) for at in columns] for row in rows]))

    def choose_profile(self) -> None:
        """Open the menu of candidates below the current cell."""
        index = self.currentIndex()
        if index.isValid():
            below = self.visualRect(index).bottomLeft()
            self._show_menu(self.viewport().mapToGlobal(below))

    # -- menu ---------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be decided for the row under the mouse, or for the selected rows."""
        under = self.indexAt(event.pos())
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not under.isValid():
            return
        if by_mouse and not self.selectionModel().isSelected(under):
            self._make_current(under)
        if by_mouse:
            self._show_menu(event.globalPos())
        else:
            self.choose_profile()

    def _show_menu(self, place: QPoint) -> None:
        rows = self.selected_rows()
        menu = make_menu(self.entries(rows), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Profiles for this title")
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def entries(self, rows: tuple[int, ...]) -> list[MenuEntry]:
        """Return what can be decided for rows of the list: the candidates of the first one."""
        work = self.page.work
        if work is None or not rows:
            return []
        first = work.matched[rows[0]]
        places = dict.fromkeys((first.profile, first.proposal.profile, *first.proposal.candidates))
        entries = [
            MenuEntry(
                work.words_of(place).replace("&", "&&"),
                lambda place=place: self.decided.emit(rows, place),  # type: ignore[misc]
                "profile",
            )
            for place in places
            if place
        ]
        entries.append(MenuEntry("&Another profile…", lambda: self.other_wanted.emit(rows), "find"))
        entries.append(MenuEntry("&No profile", lambda: self.decided.emit(rows, NO_PROFILE)))
        can_confirm = any(work.matched[row].answer != "review" for row in rows)
        has_decision = any(work.matched[row].decision is not None for row in rows)
        return [
            *entries,
            SEPARATOR,
            MenuEntry("&Confirm", self.confirm, "check", "Ctrl+Return", can_confirm),
            MenuEntry("&Take the decision back", self.take_back, "undo", "Delete", has_decision),
            MenuEntry("Co&py", self.copy, "copy", "Ctrl+C"),
        ]
