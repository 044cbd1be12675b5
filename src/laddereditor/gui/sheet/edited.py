"""The table of a sheet with editable cells: selection, typing, copying, pasting, emptying."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QWidget

from laddereditor.compare.sheet.block import block_of
from laddereditor.compare.sheet.matrix_places import filled_places
from laddereditor.edits.cells.filling import Filling
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.gui.clipboard.cell_clipboard import copied
from laddereditor.gui.clipboard.clipboard import copied_text, put
from laddereditor.gui.commands.cell_keys import SheetKey, sheet_key
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.sheet.cell_edits import CellEdits
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.cell_typing import CellTyping
from laddereditor.gui.sheet.editing import EditingDelegate
from laddereditor.gui.sheet.menus import SEPARATOR, MenuEntry, make_menu, of_command
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.gui.text.composing import hand_to_editor
from laddereditor.gui.text.keys import Ending, is_typed
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.sheet.copying import with_heads
from laddereditor.presentation.sheet.page import EditedPage
from laddereditor.presentation.sheet.refused import why_not_typed
from laddereditor.presentation.sheet.repeats import MAX_PLACES

KEYS = (
    "Arrows go from cell to cell, with Shift they select. Enter or F2 edits, typing replaces, "
    "Escape cancels, Tab moves on. Delete empties. Alt+Enter begins a new line, Ctrl+Enter fills "
    "all selected cells."
)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_Flag = QItemSelectionModel.SelectionFlag


class EditedTable(SheetTable):
    """A sheet that is edited like a spreadsheet; `edits` writes into the ladders."""

    go_wanted = Signal(Address, FieldPath)  # address and field to show in the form
    closed = Signal()  # an editor is gone, and what was typed in it is taken
    own_keys = frozenset({"open", "clear", "copy", "cut", "paste", "go", "give_back"})

    def __init__(
        self,
        model: SheetModel[Any],
        edits: CellEdits,
        parent: QWidget | None = None,
        *,
        editor_name: str,
        with_menus: bool = False,
    ) -> None:
        """Show the page of a model, and edit its cells.

        Args:
            model: The model.
            edits: Writes into the ladders.
            parent: The parent widget.
            editor_name: The object name of the editors over the cells.
            with_menus: Whether columns can be dragged and have a menu button.
        """
        self.typing = typing = CellTyping(edits, lambda: self.page)
        self.drawer = EditingDelegate(model, typing, CellPainter(), model, editor_name=editor_name)
        super().__init__(model, self.drawer, parent, with_menus=with_menus)
        self.edits = edits
        self.setAccessibleDescription(KEYS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)

    @property
    def page(self) -> EditedPage:
        """What is shown."""
        page: EditedPage = self.sheet_model.page
        return page

    # -- the cells in front -------------------------------------------------------------------

    @property
    def at(self) -> RowColumn | None:
        """Row and column of the current cell, None in a heading."""
        index = self.currentIndex()
        return (index.row(), index.column()) if self._is_cell(index) else None

    def places(self) -> list[RowColumn]:
        """Return row and column of the selected cells, of the current one if none is selected."""
        found = self.selectedIndexes() or [self.currentIndex()]
        return [(one.row(), one.column()) for one in found if self._is_cell(one)]

    def _is_cell(self, index: ItemIndex) -> bool:
        return index.isValid() and not self.sheet_model.side(index.row()).is_section

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current and only selected one, even while Shift or Ctrl is held."""
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into view."""
        self.choose(self.sheet_model.index(row, column))
        self.sizes.measure_seen()

    def walk(self, down: int, right: int) -> bool:
        """Go to a neighbouring cell; after the end of a row comes the start of the next one."""
        beside = self.beside(self.currentIndex(), down, right)
        if beside.isValid():
            self.go_to(beside.row(), beside.column())
        return beside.isValid()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Let Tab go from cell to cell, and to the next widget after the last cell."""
        if self.walk(0, 1 if following else -1):
            return True
        return super().focusNextPrevChild(following)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Fill the selected cells if they are several; a single one has the ring alone."""
        super().selectionChanged(selected, deselected)
        fills = len(self.selectedIndexes()) > 1
        if fills != self.drawer.fills_selection:
            self.drawer.fills_selection = fills
            self.viewport().update()

    # -- keys and mouse -----------------------------------------------------------------------

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on a cell."""
        return sheet_key(event) == "all" or super().claims(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reduce the selection to one cell on Escape, and explain why a cell takes no text.

        While a single cell is selected, Escape is left to the view.
        """
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() & _CHORDS:
            several = len(self.selectedIndexes()) > 1
            self.choose(self.currentIndex())
            event.setAccepted(several)
            return
        if sheet_key(event) is None and is_typed(event) and not self.is_open_to_typing():
            self.explain_refusal()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def on_key(self, meaning: SheetKey) -> None:
        """Carry out the meaning of a key."""
        commands: dict[SheetKey, Callable[[], object]] = {
            "open": self.open_cell,
            "clear": self.clear_cells,
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
            "go": self.show_in_form,
            "give_back": self.give_back,
        }
        commands[meaning]()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the cell under the mouse by double-click, with the caret at the end."""
        under = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and under.isValid():
            self.choose(under)
            self.open_cell()
            event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to edit the current cell with what is composed on it."""
        was_open = self.state() == QAbstractItemView.State.EditingState
        if not was_open and not self.is_open_to_typing():
            event.ignore()
            return
        super().inputMethodEvent(event)
        hand_to_editor(self, event, was_open)

    # -- opening ------------------------------------------------------------------------------

    def is_open_to_typing(self) -> bool:
        """Whether a text can be typed into the current cell."""
        return self.at is not None and self.edits.place(self.at) is not None

    def explain_refusal(self) -> None:
        """Say why no text can be typed into the current cell."""
        if self.at is not None and (cell := self.edits.cell(self.at)) is not None:
            refusal = self.edits.refusal_of(self.at[1])
            self.edits.notify(refusal or why_not_typed(self.page.cell(*self.at), cell))

    def open_cell(self) -> None:
        """Edit the current cell, or go to where it is changed."""
        if self.at is None:
            return
        if self.is_open_to_typing():
            self.drawer.replaces = False
            self.edit(self.currentIndex())
        elif not self.open_other(self.at):
            self.explain_refusal()

    def open_other(self, at: RowColumn) -> bool:
        """Open a cell that takes no text in another way; return whether there is one."""
        cell = self.edits.cell(at)
        if self.edits.refusal_of(at[1]) or cell is None or not cell.opens_form:
            return False
        self.show_in_form()
        return True

    def show_in_form(self) -> None:
        """Ask for the current cell's field in the form."""
        found = self.page.form_place(*self.at) if self.at else None
        if found and self.at and self.edits.bring_to_front(self.at[1]):
            self.go_wanted.emit(*found)

    # -- closing the editor -------------------------------------------------------------------

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close an editor, apply its text, and go to the next cell."""
        ending = self.typing.end()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.drawer.replaces = True
        if ending.fills:
            self.typing.fill(self.places())
        elif hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.typing.drop()
        else:
            self.go_on(ending, taken=self.typing.take())
        self.closed.emit()

    def go_on(self, ending: Ending, *, taken: bool) -> None:
        """Move on from a cell whose editor was closed; `taken` if the ladder changed."""
        if ending.down or ending.right:
            self.walk(ending.down, ending.right)

    # -- acting on cells ----------------------------------------------------------------------

    def copy(self, *, heads: bool = False) -> None:
        """Copy the selected cells, with the heads of their rows and columns if wanted."""
        if places := self.places():
            rows, columns = sorted({row for row, _ in places}), sorted({c for _, c in places})
            found = {row: self.page.block_row(row) for row in rows}
            block = block_of(list(found.values()), range(len(rows)), columns)
            if heads:
                words = [row.words for row in found.values() if row]
                block = with_heads(self.page, columns, words, block)
            put(copied(block, heads=heads))

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear_cells("Cut")

    def clear_cells(self, verb: str = "") -> None:
        """Empty the selected cells."""
        self.edits.clear(self.places(), verb)

    def paste(self) -> None:
        """Paste a block of cells, from the current cell on or over the selection."""
        if text := copied_text():
            self._choose_filled(self.edits.paste(self.places(), text))
        else:
            self.edits.notify("The clipboard holds no text to paste here.")

    def _choose_filled(self, fillings: Sequence[Filling]) -> None:
        """Select the cells that now hold the pasted texts, in view as far as there is room."""
        places = filled_places(self.page.cells(), fillings)
        if not places:
            return
        for row, column in (places[-1], places[0]):
            self.scrollTo(self.sheet_model.index(row, column))
        self.go_to(*places[0])
        for row, column in places[1:]:
            self.selectionModel().select(self.sheet_model.index(row, column), _Flag.Select)

    def give_back(self) -> None:
        """Inherit the level's values again in the selected cells."""
        self.edits.give_back(self.places())

    # -- menu ---------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the selected cells, at the mouse or below the cell."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        under = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not under.isValid():
            return
        if not self.selectionModel().isSelected(under):
            self.choose(under)
        below = self.viewport().mapToGlobal(self.visualRect(under).bottomLeft())
        self.show_menu(event.globalPos() if by_mouse else below)

    def show_menu(self, place: QPoint) -> None:
        """Open the menu of the selected cells at a place of the screen."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self) -> QMenu:
        """Return the menu of the selected cells."""
        return make_menu(self.menu_entries(), self)

    def menu_entries(self) -> list[MenuEntry]:
        """Return what the menu holds: editing, copying, what a view adds, and the form."""
        at, places = self.at, self.places()
        free = not any(self.edits.refusal_of(column) for _, column in places)
        back = free and self.edits.can_give_back(places)
        in_form = at is not None and self.page.form_place(*at) is not None
        return [
            *self.opening_entries(free=free),
            of_command("compare.give_back", self.give_back, enabled=back),
            SEPARATOR,
            MenuEntry("Cut", self.cut, "cut", "Ctrl+X", free),
            MenuEntry("Copy", self.copy, "copy", "Ctrl+C", bool(places)),
            MenuEntry("Copy with headings", lambda: self.copy(heads=True), enabled=bool(places)),
            MenuEntry("Paste", self.paste, "paste", "Ctrl+V", free),
            MenuEntry("Clear", self.clear_cells, "delete", "Del", free),
            SEPARATOR,
            *self.own_entries(),
            SEPARATOR,
            *self.repeat_entries(),
            SEPARATOR,
            of_command("compare.go", self.show_in_form, enabled=in_form),
        ]

    def opening_entries(self, *, free: bool) -> list[MenuEntry]:
        """Return what opens the current cell; `free` if the selected columns can be changed."""
        can_edit = free and self.is_open_to_typing()
        return [MenuEntry("Edit", self.open_cell, "rename", "F2", can_edit)]

    def repeat_entries(self) -> list[MenuEntry]:
        """Return the other places of the current cell's text, to go there."""
        if self.at is None:
            return []
        others = [place for place in self.page.repeats(*self.at) if place != self.at]
        return [
            MenuEntry(shown(self._place_words(place)), partial(self.go_to, *place), "go-to")
            for place in others[:MAX_PLACES]
        ]

    def _place_words(self, place: RowColumn) -> str:
        row, column = place
        side = self.page.side(row).words or self.page.side(row).about
        name = self.page.column_names[column]
        return f"Go to the same text: {name}, {side}" if side else f"Go to the same text: {name}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the places of a repeated text where its sign is clicked."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_mark(point):
            self.show_repeats(self.viewport().mapToGlobal(point))

    def _is_on_mark(self, point: QPoint) -> bool:
        """Whether a point is on the sign at the right of the current cell."""
        index = self.indexAt(point)
        if index != self.currentIndex() or not self._is_cell(index):
            return False
        mark = self.sheet_model.shown(index.row(), index.column()).mark
        pen, rect = self.drawer.pen, self.visualRect(index)
        rect.setLeft(rect.right() - pen.pad_x - pen.mark_width(mark))
        rect.setHeight(pen.pad_y + pen.font_metrics.height())
        return bool(mark) and rect.contains(point)

    def show_repeats(self, place: QPoint) -> None:
        """Open a menu of the other places of the current cell's text, if there are any."""
        if entries := self.repeat_entries():
            menu = make_menu(entries, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def own_entries(self) -> list[MenuEntry]:
        """Return what a view adds to the menu."""
        return []
