"""The mapping page: what a file is taken for, corrected by clicks, before anything is taken."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.exchange.tables import Pin
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.mapping import PinPart
from laddereditor.exchange.tables.recognition.forced import possible_readings
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.mapping.layout import MappingParts
from laddereditor.gui.mapping.line_menus import LineMenus
from laddereditor.gui.mapping.recomputing import Recomputing
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.files.home import home_folder
from laddereditor.presentation.mapping.decisions import (
    lines_words,
    step_words,
    with_pins,
    without_pin,
)
from laddereditor.presentation.mapping.outline import line_of_cell
from laddereditor.presentation.mapping.printed import mapping_offer
from laddereditor.presentation.mapping.sheet_list import name_words, reading_choices, sheet_entries
from laddereditor.presentation.mapping.sheet_page import MappedSheet
from laddereditor.presentation.mapping.situation import in_mapping
from laddereditor.presentation.mapping.work import MappingWork, first_sheet
from laddereditor.session.mapped_workbook import (
    MappedWorkbook,
    forget_pins,
    keep_pins,
    save_mapping,
)
from laddereditor.storage.files.ladder_files import SaveFailed


class MappingView(QWidget):
    """One import under way; it ends when the ladder is opened, or when the person cancels."""

    open_wanted = Signal(object)  # the MappedWorkbook whose ladder is to be opened
    add_wanted = Signal(object)  # the MappedWorkbook whose ladder is to be reviewed
    ended = Signal()  # the import was left
    situation_changed = Signal()
    export_kind = "the import"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mappingView")
        self.setAccessibleName("What the file is taken for")
        self._workspace, self._dialogs = workspace, dialogs
        self.work: MappingWork | None = None
        self.added_to = ""  # the name of the ladder that it was added to
        self.sheet_at = 0  # the number of the sheet that is shown
        self._recomputing = Recomputing(workspace)
        self.parts = parts = MappingParts(self)
        self.menus = LineMenus(self, self.decide, self._unpin, dialogs)
        self._focus = FocusPassing(self, parts.sheet)
        self._listen()

    def _listen(self) -> None:
        parts = self.parts
        parts.sheets.sheet_chosen.connect(self.show_sheet)
        parts.sheets.tick_changed.connect(self._tick)
        parts.readings.reading_chosen.connect(self._read_as)
        parts.readings.name_wanted.connect(self._choose_name)
        parts.doubts.answered.connect(self._answer)
        sheet = parts.sheet
        sheet.columns_wanted.connect(self._column_menu)
        sheet.rows_wanted.connect(self._row_menu)
        sheet.levels_wanted.connect(self.take_as_levels)
        sheet.unpin_wanted.connect(lambda columns: self._unpin("column", columns))
        sheet.go_wanted.connect(self._go_to_ladder)
        sheet.edge.dropped.connect(self.end_table)
        parts.tree.cell_wanted.connect(self.show_cell)
        parts.accounts.cell_wanted.connect(self.show_cell)
        buttons = parts.buttons
        buttons.open_wanted.connect(self.open_ladder)
        buttons.add_wanted.connect(self.add_to_ladder)
        buttons.cancel_wanted.connect(self.cancel)
        buttons.save_wanted.connect(self.save)
        buttons.again_wanted.connect(lambda: self._set_pins(()))
        buttons.forget_wanted.connect(self.forget)
        self._workspace.session_changed.connect(self._show_buttons)
        self._workspace.marks_changed.connect(self._show_buttons)

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the account of the cells, if there is an import."""
        return (mapping_offer(self.work),) if self.work is not None else ()

    # -- what is shown ------------------------------------------------------------------------

    def begin(self, work: MappingWork) -> None:
        """Show a workbook that was read."""
        self.work, self.added_to = work, ""
        self.sheet_at = first_sheet(work.now)
        self.parts.accounts.close_list()
        self._draw()
        self.parts.sheet.go_to_cell(0, 0)
        self._workspace.notice.emit("Nothing is taken before you open the ladder or add it.")

    def _draw(self) -> None:
        work = self.work
        if work is None:
            return
        mapping, parts = work.now.mapping, self.parts
        parts.title.show_text(work.source)
        parts.show_notes(work.now.result.notes)
        parts.sheets.show_entries(sheet_entries(mapping), self.sheet_at)
        parts.doubts.show_doubts(mapping.doubts)
        parts.tree.show_nodes(work.nodes)
        parts.accounts.show_work(work.now)
        self._draw_sheet()
        self._show_buttons()
        self.situation_changed.emit()

    def _draw_sheet(self) -> None:
        if self.work is None:
            return
        one = self.work.now.mapping.grids[self.sheet_at]
        grid = self.work.now.workbook.grids[self.sheet_at]
        possible = possible_readings(grid)
        shown = f"{self.work.source}/{self.sheet_at}"
        self.parts.readings.show_choices(shown, reading_choices(one, possible), name_words(one))
        self.parts.sheet.show_sheet(MappedSheet(self.work.now, self.sheet_at))

    def _show_buttons(self, *_: object) -> None:
        work, session = self.work, self._workspace.session
        if work is not None:
            self.parts.buttons.show_state(
                can_open=any(one.outcome == "taken" for one in work.now.result.cells),
                can_add=session is not None and not session.read_only,
                has_pins=bool(work.now.pins),
                last_time=work.is_as_last_time,
                added_to=self.added_to,
            )

    def show_sheet(self, number: int) -> None:
        """Show another sheet of the workbook."""
        self.sheet_at = number
        self._draw_sheet()

    def show_cell(self, cell: CellPosition) -> None:
        """Show a cell, on whichever sheet it is."""
        if cell.sheet != self.sheet_at:
            self.parts.sheets.setCurrentRow(cell.sheet)
        self.parts.sheet.go_to_cell(cell.row, cell.column)

    def _go_to_ladder(self, row: int, column: int) -> None:
        """Go from a cell to its place in the tree."""
        cell = CellPosition(self.sheet_at, row, column)
        key = line_of_cell(self.work.now, self.work.nodes, cell) if self.work else ""
        if key and self.parts.tree.select_key(key):
            self.parts.tree.setFocus()
        else:
            self._workspace.notice.emit("Nothing in the ladder comes of this cell.")

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        self.parts.refresh()
        if self.work is not None:
            self.parts.tree.show_nodes(self.work.nodes)

    # -- decisions ----------------------------------------------------------------------------

    @property
    def sheet_name(self) -> str:
        """The name of the sheet that is shown."""
        return self.work.now.mapping.grids[self.sheet_at].sheet if self.work else ""

    def decide(self, pins: Sequence[Pin]) -> None:
        """Take what the person decided, and work everything else out around it."""
        if self.work is not None:
            self._set_pins(with_pins(self.work.now.pins, pins))

    def _set_pins(self, pins: tuple[Pin, ...]) -> None:
        if self.work is not None and pins != self.work.now.pins:
            self._say(step_words(self.work.now.pins, pins))
            self._compute(pins, self.work.decided)

    def _say(self, words: str) -> None:
        """Say what was decided, in place of what was said of an earlier step."""
        self._workspace.notice.emit(f"{words[:1].upper()}{words[1:]}.")

    def _compute(
        self, pins: tuple[Pin, ...], follow: Callable[[MappedWorkbook], MappingWork]
    ) -> None:
        assert self.work is not None

        def done(work: MappingWork) -> None:
            self.work = work
            self._draw()

        self._recomputing.start(self.work.now, pins, follow, done)

    def _unpin(self, part: PinPart, places: Sequence[int]) -> None:
        """Let the program decide again about rows, columns, or the name of the sheet."""
        if self.work is None:
            return
        pins = self.work.now.pins
        for at in places:
            pins = without_pin(pins, part, self.sheet_name, at)
        self._set_pins(pins)

    def _tick(self, number: int, taken: bool) -> None:
        if self.work is not None:
            name = self.work.now.mapping.grids[number].sheet
            self.decide([Pin("take", "yes" if taken else "no", name)])

    def _read_as(self, reading: str) -> None:
        if self.work is None:
            return
        name = self.sheet_name
        pins = without_pin(self.work.now.pins, "take", name)
        if reading == "none":
            pins = without_pin(pins, "reading", name)
            self._set_pins(with_pins(pins, [Pin("take", "no", name)]))
        else:
            self._set_pins(with_pins(pins, [Pin("reading", reading, name)]))

    def _answer(self, doubt: str, answer: str) -> None:
        self.decide([Pin("answer", answer, value=doubt)])

    def take_as_levels(self, columns: Sequence[int]) -> None:
        """Take columns as the levels, each with the name in its head."""
        name, words = self.sheet_name, lines_words("column", columns)
        if any(self.parts.sheet.page.columns[at].choices for at in columns):
            self._workspace.notice.emit(f"The {words} hold keys. Click a head to say what it is.")
            return
        self.decide([Pin("column", "at-level", name, at) for at in columns])
        self._workspace.notice.emit(f"The {words} are levels now. Undo takes it back.")

    def end_table(self, row: int) -> None:
        """Let the table end with a row; what is below it are notes."""
        self.decide([Pin("bottom", "", self.sheet_name, row)])

    # -- menus --------------------------------------------------------------------------------

    def _column_menu(self, columns: Sequence[int], place: QPoint) -> None:
        if self.work is not None:
            rows = self.parts.sheet.selected("row")
            page = self.parts.sheet.page
            self.menus.show_columns(page, tuple(columns), rows, place)

    def _row_menu(self, rows: Sequence[int], place: QPoint) -> None:
        if self.work is not None:
            self.menus.show_rows(self.parts.sheet.page, tuple(rows), place)

    def _choose_name(self) -> None:
        if self.work is not None:
            button = self.parts.readings.name_button
            one = self.work.now.mapping.grids[self.sheet_at]
            self.menus.show_name(one, button.mapToGlobal(button.rect().bottomLeft()))

    # -- undo ---------------------------------------------------------------------------------

    def undo(self) -> bool:
        """Take the last decision back; the page has its own undo, so this is always True."""
        if self.work is not None and self.work.past:
            self._say(f"Undone: {self.work.undo_words}")
            self._compute(self.work.past[-1], self.work.undone)
        return True

    def redo(self) -> bool:
        """Bring a decision back that was undone."""
        if self.work is not None and self.work.coming:
            self._say(f"Done again: {self.work.redo_words}")
            self._compute(self.work.coming[-1], self.work.redone)
        return True

    def situation(self, now: Situation) -> Situation:
        """Return the situation with what can be undone here."""
        return in_mapping(now, self.work)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the list of cells by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.parts.accounts.close_list():
            self.parts.sheet.setFocus()
            event.accept()
        else:
            super().keyPressEvent(event)

    # -- the end ------------------------------------------------------------------------------

    def open_ladder(self) -> None:
        """Open what was made of the file as a new ladder; the import ends."""
        if self.work is not None:
            work = self.work.now
            self._keep(work)
            self._end()
            self.open_wanted.emit(work)

    def add_to_ladder(self) -> None:
        """Go through what the open ladder would get; the import stays until that is done."""
        session = self._workspace.session
        if self.work is None or session is None:
            return
        self._keep(self.work.now)
        self.added_to = session.name
        self._show_buttons()
        self.add_wanted.emit(self.work.now)
        self._workspace.notice.emit(
            "Take the changes that you want. Shift+F11 goes back to the import, to correct it or "
            "to close it."
        )

    def end_if_added(self, name: str) -> None:
        """Leave the import of a name if a ladder has all of it now."""
        if self.work is not None and self.added_to and self.work.source == name:
            self._workspace.notice.emit(
                f"All that {name} says is in {self.added_to} now. The import is closed."
            )
            self.cancel()

    def cancel(self) -> None:
        """Leave the import; nothing was taken, or what was added stays in its ladder."""
        self._end()
        self.ended.emit()

    def _end(self) -> None:
        self._recomputing.stop()
        self.work = None
        self.parts.sheet.show_sheet(MappedSheet())
        self.situation_changed.emit()

    def _keep(self, work: MappedWorkbook) -> None:
        self._workspace.disk.run(lambda _: keep_pins(work), lambda _: None, _raise)

    def forget(self) -> None:
        """Forget what was decided the last time about files of this shape, and read it again."""
        if self.work is None:
            return
        shape = self.work.now.mapping.signature
        self._workspace.disk.run(lambda _: forget_pins(shape), lambda _: None, _raise)
        self._compute((), self.work.begun_again)
        self.parts.sheet.setFocus()

    def save(self) -> None:
        """Ask where the mapping goes, and write it there."""
        if self.work is None:
            return
        work = self.work.now
        session = self._workspace.session
        folder = session.path.parent if session and session.path else home_folder()
        stem = Path(work.workbook.source.split(", ")[0]).stem
        path = self._dialogs.export_to_save(folder / f"{stem} mapping.json", "JSON")
        if path is None:
            return

        def failed(error: Exception) -> None:
            if not isinstance(error, SaveFailed):
                raise error
            self._dialogs.show_message("The mapping was not saved", f"{error}.")

        self._workspace.disk.run(
            lambda _: save_mapping(work, path),
            lambda _: self._workspace.notice.emit(f"Saved the mapping as {path.name}."),
            failed,
        )


def _raise(error: Exception) -> None:
    raise error
