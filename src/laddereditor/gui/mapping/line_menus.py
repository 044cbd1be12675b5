"""The menus of columns and rows: their roles, the levels, the end of the table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.exchange.tables import ROLES, LineRole, Pin
from laddereditor.exchange.tables.mapping import GridMapping, PinPart
from laddereditor.gui.mapping.role_menus import RoleChoice, fill_roles
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.mapping.decisions import common_choices, lines_words
from laddereditor.presentation.mapping.sheet_page import MappedSheet

_NAMED_BY_HEAD = ("expectation", "factor")


class LineMenus:
    """Opens the menus of one page."""

    def __init__(
        self,
        page: QWidget,
        decide: Callable[[Sequence[Pin]], object],
        unpin: Callable[[PinPart, Sequence[int]], object],
        dialogs: Dialogs,
    ) -> None:
        """Open menus for a page.

        Args:
            page: The page.
            decide: Takes what was decided.
            unpin: Lets the program decide about rows or columns.
            dialogs: Asks for names.
        """
        self._page, self._decide, self._unpin, self._dialogs = page, decide, unpin, dialogs

    def show_columns(
        self, sheet: MappedSheet, columns: tuple[int, ...], rows: tuple[int, ...], place: QPoint
    ) -> None:
        """Open the menu of columns, in which their rows have a menu too.

        Args:
            sheet: The sheet.
            columns: The columns.
            rows: The rows of the selected cells.
            place: Where, on the screen.
        """
        menu = self._menu(lines_words("column", columns))
        if len(columns) > 1 and not any(sheet.columns[at].choices for at in columns):
            levels = menu.addAction("These are the &levels")
            levels.setObjectName("mapping.levels")
            pins = [Pin("column", "at-level", sheet.name, at) for at in columns]
            levels.triggered.connect(lambda _=False: self._decide(pins))
            menu.addSeparator()
        fill_roles(menu, self._choice("column", sheet, columns, sheet.columns))
        if len(columns) == 1:
            self._add_name(menu, sheet, columns[0])
        if rows:
            words = lines_words("row", rows)
            below = menu.addMenu(f"&Row{words.removeprefix('row')}")
            below.menuAction().setObjectName("mapping.rows")
            self._fill_rows(below, sheet, rows)
        self._pop_up(menu, place)

    def show_rows(self, sheet: MappedSheet, rows: tuple[int, ...], place: QPoint) -> None:
        """Open the menu of rows.

        Args:
            sheet: The sheet.
            rows: The rows.
            place: Where, on the screen.
        """
        menu = self._menu(lines_words("row", rows))
        self._fill_rows(menu, sheet, rows)
        self._pop_up(menu, place)

    def show_name(self, one: GridMapping, place: QPoint) -> None:
        """Open the menu of what the name of a sheet means.

        Args:
            one: The sheet.
            place: Where, on the screen.
        """
        menu = self._menu(f"the name {one.sheet}")

        def chosen(role: str) -> None:
            value = "" if role == "left" else one.context.value or one.sheet
            self._decide([Pin("sheet", role, one.sheet, value=value)])

        choice = RoleChoice(
            "sheet",
            f"What does the name {one.sheet} mean?",
            one.context.role,
            one.context.pinned,
            chosen,
            lambda: self._unpin("sheet", (-1,)),
        )
        fill_roles(menu, choice)
        self._pop_up(menu, place)

    # -- parts --------------------------------------------------------------------------------

    def _menu(self, words: str) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("roleMenu")
        menu.setAccessibleName(f"What {words} is")
        return menu

    def _fill_rows(self, menu: QMenu, sheet: MappedSheet, rows: tuple[int, ...]) -> None:
        fill_roles(menu, self._choice("row", sheet, rows, sheet.lines))
        menu.addSeparator()
        for words, name, last in (
            ("The table &ends with this row", "mapping.lastRow", rows[-1]),
            ("&Notes start with this row", "mapping.notesStart", rows[0] - 1),
        ):
            action = menu.addAction(words)
            action.setObjectName(name)
            action.setEnabled(last >= 0)
            pin = Pin("bottom", "", sheet.name, last)
            action.triggered.connect(lambda _=False, pin=pin: self._decide([pin]))
        back = menu.addAction("Let the program find the end")
        back.triggered.connect(lambda _=False: self._unpin("bottom", (-1,)))

    def _choice(
        self,
        part: PinPart,
        sheet: MappedSheet,
        places: tuple[int, ...],
        lines: Sequence[LineRole],
    ) -> RoleChoice:
        roles = {lines[at].role for at in places}
        return RoleChoice(
            part,
            lines_words(part, places),
            next(iter(roles)) if len(roles) == 1 else "",
            any(lines[at].pinned for at in places),
            lambda role: self._decide([Pin(part, role, sheet.name, at) for at in places]),
            lambda: self._unpin(part, places),
            common_choices([lines[at] for at in places]),
        )

    def _add_name(self, menu: QMenu, sheet: MappedSheet, column: int) -> None:
        """Let the name of a level, or of the competency in a head, be another one."""
        one = sheet.columns[column]
        role = ROLES.get(one.role)
        is_named = role is not None and (role.use == "level" or one.role in _NAMED_BY_HEAD)
        if one.choices or not is_named:
            return
        name = menu.addAction("Another na&me…")
        name.setObjectName("mapping.name")
        name.triggered.connect(lambda _=False: self._ask_name(sheet, column, one))

    def _ask_name(self, sheet: MappedSheet, column: int, one: LineRole) -> None:
        words = lines_words("column", (column,))
        said = self._dialogs.line(f"Name of {words}", "Name:", one.value, "Use it")
        if said is not None and said.strip():
            self._decide([Pin("column", one.role, sheet.name, column, said.strip())])

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.popup(place)
        first = next((one for one in menu.actions() if one.isChecked()), menu.actions()[0])
        menu.setActiveAction(first)
