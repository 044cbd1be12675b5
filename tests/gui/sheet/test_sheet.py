"""A sheet shows any page: here the skills of a library, as a view of its own would."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.clipboard.cell_clipboard import copied
from laddereditor.gui.commands.cell_keys import SheetKey
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.sheet.sticky import StickyHeading
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.text.runs import TextRun

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(frozen=True)
class SkillPage:
    """Skills by category: what each is, and who uses it."""

    skills: tuple[tuple[str, str, str], ...]  # category (of a heading), name, description

    @property
    def heads(self) -> Sequence[SheetHead]:
        heads = [("What it is", False), ("Used by", True)]
        return [SheetHead(CellContent((TextRun(w),)), w, is_narrow=thin) for w, thin in heads]

    @property
    def keys(self) -> Sequence[str]:
        return [f"{category}/{name}" for category, name, _ in self.skills]

    def source(self, row: int) -> object:
        return self.skills[row]

    def side(self, row: int) -> SheetSide:
        category, name, _ = self.skills[row]
        words = name or category
        content = CellContent((TextRun(words, "text" if name else "strong"),))
        return SheetSide(content, words, is_section=not name, about=category if name else "")

    def content(self, row: int, column: int) -> CellContent:
        return CellContent((TextRun(self.text(row, column) or ""),))

    def text(self, row: int, column: int) -> str | None:
        _, name, description = self.skills[row]
        return (description if column == 0 else "–") if name else None

    def typed_text(self, row: int, column: int) -> str | None:
        _, name, description = self.skills[row]
        return (description if column == 0 else "–") if name else None

    def accessible_text(self, row: int, column: int) -> str:
        return f"{self.skills[row][1]}: {self.text(row, column)}"

    def tip(self, row: int, column: int) -> str:
        return f"<b>{self.skills[row][1]}" if column == 0 else ""

    def is_typed(self, row: int, column: int) -> bool:
        return column == 0 and bool(self.skills[row][1])

    def length(self, row: int) -> tuple[int, int]:
        return len(self.skills[row][2]), 0


def _page(count: int = 30) -> SkillPage:
    skills = [
        ("Tools", f"Tool {n}", "Uses it well and shows others how. " * 3) for n in range(count)
    ]
    return SkillPage((("Tools", "", ""), *skills))


class Counting(SkillPage):
    """Counts what is drawn."""

    drawn = 0

    def content(self, row: int, column: int) -> CellContent:
        Counting.drawn += 1
        return super().content(row, column)


Show = Callable[[SkillPage], SheetTable]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    apply_theme(qapp, "light")
    made: list[SheetTable] = []

    def make(page: SkillPage) -> SheetTable:
        model: SheetModel[SkillPage] = SheetModel(page)
        table = SheetTable(model, SheetDelegate(model, CellPainter(), model))
        model.setParent(table)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(model, mode, table)
        table.resize(600, 300)
        qtbot.addWidget(table)
        table.show()
        made.append(table)
        return table

    return make


def _measured(qtbot: QtBot, table: SheetTable) -> None:
    qtbot.waitUntil(lambda: table.sizes.is_measured)


def _is_in_sight(table: SheetTable, text: str) -> bool:
    model = table.sheet_model
    rows = [n for n in range(model.rowCount()) if model.side(n).words == text]
    return 0 <= table.rowViewportPosition(rows[0]) < table.viewport().height()


def test_that_any_page_can_be_shown_with_heads_tips_and_spoken_words(show: Show) -> None:
    model = show(_page()).sheet_model
    index = model.index(1, 0)
    assert str(index.data()).startswith("Uses it well")
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Tool 0: Uses")
    assert "&lt;b&gt;" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert model.headerData(0, Qt.Orientation.Horizontal) == "What it is"
    assert model.headerData(1, Qt.Orientation.Vertical) == "Tool 0"
    assert model.index(0, 0).data() is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(1, 1)) & Qt.ItemFlag.ItemIsEditable


def test_that_a_narrow_column_leaves_its_room_to_the_others(show: Show) -> None:
    table = show(_page())
    assert table.columnWidth(1) < table.columnWidth(0)
    total = table.columnWidth(0) + table.columnWidth(1)
    assert table.viewport().width() - 2 <= total <= table.viewport().width()


def test_that_every_row_gets_the_height_of_its_text(qtbot: QtBot, show: Show) -> None:
    table = show(_page())
    _measured(qtbot, table)
    for row in range(table.sheet_model.rowCount()):
        need = table.pen.height(table.sheet_model.shown(row, 0), table.columnWidth(0))
        assert table.rowHeight(row) >= need


@pytest.mark.parametrize("count", [1, 5])
def test_that_what_is_in_sight_stays_when_rows_come_and_go_above(
    qtbot: QtBot, show: Show, count: int
) -> None:
    page = _page()
    table = show(page)
    _measured(qtbot, table)
    bar = table.verticalScrollBar()
    bar.setValue(table.row_heads.sectionPosition(20) + 7)
    place = table.rowViewportPosition(20)
    new = tuple(("Tools", f"New {n}", "Short") for n in range(count))
    table.sheet_model.follow(replace(page, skills=(*page.skills[:2], *new, *page.skills[2:])))
    assert table.sheet_model.side(20 + count).words == "Tool 19"
    assert table.rowViewportPosition(20 + count) == place
    table.sheet_model.follow(page)
    assert table.rowViewportPosition(20) == place
    table.sheet_model.follow(replace(page, skills=page.skills[:3] + page.skills[3 + count :]))
    assert table.sheet_model.side(20 - count).words == "Tool 19"
    assert table.rowViewportPosition(20 - count) == place


def test_that_the_current_cell_stays_on_its_row(show: Show) -> None:
    page = _page()
    table = show(page)
    table.setCurrentIndex(table.sheet_model.index(4, 0))
    table.sheet_model.follow(replace(page, skills=(page.skills[0], *page.skills[2:])))
    assert table.sheet_model.side(table.currentIndex().row()).words == "Tool 3"


def test_that_only_rows_that_changed_are_reported(show: Show) -> None:
    page = _page()
    model = show(page).sheet_model
    reported: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: reported.append((first.row(), last.row())))
    skills = list(page.skills)
    skills[3] = (*skills[3][:2], "Other words")
    skills[4] = (*skills[4][:2], "Other words")
    skills[9] = (*skills[9][:2], "Other words")
    model.follow(replace(page, skills=tuple(skills)))
    assert reported == [(3, 4), (9, 9)]


def test_that_rows_out_of_sight_are_not_drawn_when_the_page_is_shown(show: Show) -> None:
    Counting.drawn = 0
    show(Counting(_page(3000).skills))
    assert 0 < Counting.drawn < 200


def test_that_a_page_without_rows_follows_one_with_rows(qtbot: QtBot, show: Show) -> None:
    table = show(_page())
    table.sheet_model.show(SkillPage(()))
    QApplication.processEvents()
    assert table.sheet_model.rowCount() == 0
    table.sheet_model.show(_page())
    _measured(qtbot, table)


def test_that_the_heading_of_a_section_stays_in_sight(qtbot: QtBot, show: Show) -> None:
    table = show(_page())
    sticky = StickyHeading(table)
    _measured(qtbot, table)
    assert sticky.row == -1
    table.verticalScrollBar().setValue(300)
    assert sticky.row == 0
    reported: list[int] = []
    sticky.clicked.connect(reported.append)
    qtbot.mouseClick(sticky, Qt.MouseButton.LeftButton)
    assert reported == [0]


def test_that_the_row_on_top_says_what_it_is_about(qtbot: QtBot, show: Show) -> None:
    page = SkillPage(
        (("Tools", "", ""), ("Tools", "Saw", "Cuts " * 40), ("Tools", "Saw", "x " * 99))
    )
    table = show(page)
    _measured(qtbot, table)
    table.resize(600, 80)
    assert not table.row_heads.drawn(2).runs  # the same words as above are not said again
    table.verticalScrollBar().setValue(table.row_heads.sectionPosition(2) + 1)
    assert [run.text for run in table.row_heads.drawn(2).runs] == ["Tools"]


def test_that_copied_cells_are_marked_as_text_for_spreadsheets() -> None:
    data = copied((("1-2", "=1+1"), ("a\nb", "<b>")))
    assert data.html().count("mso-number-format:'\\@'") == 4
    assert "&lt;b&gt;" in data.html()
    assert "a<br" in data.html()


class KeyTable(SheetTable):
    own_keys = frozenset({"open", "clear", "copy"})

    def on_key(self, meaning: SheetKey) -> None:
        self.reported = [*getattr(self, "reported", []), meaning]


def test_that_keys_mean_the_same_on_the_cells_of_every_sheet(qtbot: QtBot) -> None:
    model: SheetModel[SkillPage] = SheetModel(_page())
    table = KeyTable(model, SheetDelegate(model, CellPainter(), model))
    qtbot.addWidget(table)
    table.show()
    table.setCurrentIndex(table.sheet_model.index(1, 0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        qtbot.keyClick(table, key)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)  # not of this sheet
    assert table.reported == ["open", "open", "open", "clear", "copy"]


@pytest.mark.parametrize(
    ("at", "step", "to"),
    [
        ((1, 0), (0, 1), (1, 1)),
        ((1, 1), (0, 1), (3, 0)),  # past the heading
        ((3, 0), (0, -1), (1, 1)),
        ((3, 0), (-1, 0), (1, 0)),
        ((1, 0), (-1, 0), None),  # above it is a heading alone
        ((3, 1), (0, 1), None),
    ],
)
def test_that_neighbours_are_found_past_headings_and_around_the_ends_of_rows(
    show: Show, at: tuple[int, int], step: tuple[int, int], to: tuple[int, int] | None
) -> None:
    page = SkillPage((("A", "", ""), ("A", "Saw", "x"), ("B", "", ""), ("B", "Axe", "y")))
    table = show(page)
    found = table.beside(table.sheet_model.index(*at), *step)
    assert (found.row(), found.column()) == (to or (-1, -1))


def _on_screen(table: SheetTable) -> QImage:
    """Return what the screen shows of a table, which is not drawn again for that."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return table.screen().grabWindow(table.winId()).toImage()


@pytest.mark.parametrize("is_covered", [True, False])
@pytest.mark.parametrize("places", [(40, 41, 300, 90), (700, 0, 5), (10_000, 250)])
def test_that_a_scrolled_table_looks_as_if_it_were_drawn_again(
    qtbot: QtBot, show: Show, places: Sequence[int], *, is_covered: bool
) -> None:
    tall = ("Tools", "A tall one", "Uses it well and shows others how. " * 40)
    page = _page()
    skills = (*page.skills, ("Habits", "", ""), tall, *page.skills[1:])
    table = show(replace(page, skills=(page.skills[0], tall, *skills)))
    if is_covered:
        StickyHeading(table)
    table.resize(500, 301)
    _measured(qtbot, table)
    for place in places:
        table.verticalScrollBar().setValue(place)
        table.horizontalScrollBar().setValue(place % 7)
        moved = _on_screen(table)
        for widget in table.findChildren(QWidget):
            widget.update()
        assert moved == _on_screen(table)


def test_that_scrolling_draws_only_what_comes_into_view(qtbot: QtBot, show: Show) -> None:
    table = show(_page())
    StickyHeading(table)
    _measured(qtbot, table)
    table.verticalScrollBar().setValue(300)
    _on_screen(table)
    drawn: list[int] = []
    paint = table.cells_drawn.paint

    def noted(painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        drawn.append(index.row())
        paint(painter, option, index)

    table.cells_drawn.paint = noted  # type: ignore[method-assign]
    table.verticalScrollBar().setValue(310)
    _on_screen(table)
    assert len(set(drawn)) == 1


def test_that_the_ground_below_the_last_row_is_drawn(qtbot: QtBot, show: Show) -> None:
    table = show(_page(1))
    _measured(qtbot, table)
    shown = _on_screen(table)
    ground = shown.pixelColor(table.width() - 30, table.height() - 30)
    assert ground == table.pen.color("base")


def test_that_long_names_in_heads_leave_room_for_the_cells(show: Show, qtbot: QtBot) -> None:
    long = "Engineering for industrial applications, laboratories and administration " * 4

    @dataclass(frozen=True)
    class LongNames(SkillPage):
        @property
        def heads(self) -> Sequence[SheetHead]:
            runs = (TextRun(f"{long}\u2028", "small"), TextRun(f"P3 {long}", "strong"))
            return [SheetHead(CellContent(runs), long) for _ in range(2)]

    table = show(LongNames(_page().skills))
    _measured(qtbot, table)
    low = table.heads.height()
    assert low < 130
    table.resize(600, 900)
    assert low < table.heads.height() <= 0.4 * 900
