"""The sheet of all equivalents: its groups and gaps, editing, copying and pasting, export."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.compare.sheet.equivalent_table import equivalent_table
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.gui.equivalents.view import EquivalentsView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.equivalent import Equivalent
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.equivalents.page import EquivalentsPage
from laddereditor.presentation.export.offers import equivalents_offer
from laddereditor.reports.formats import format_of
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.samples import sample
from tests.edits.test_equivalents import ACME, P3, SURVEY, filled, put
from tests.gui.fakes import FakeDialogs

PLAIN = Qt.KeyboardModifier.NoModifier
P1, DATA = Address("levels/P1"), Address("families/data")


def held(ladder: Ladder, address: Address) -> tuple[Equivalent, ...]:
    return cast("tuple[Equivalent, ...]", getattr(address.entity(ladder), "equivalents", ()))


# -- the table ------------------------------------------------------------------------------------


def test_that_levels_and_families_are_listed_with_gaps_by_scheme() -> None:
    table = equivalent_table(filled())
    assert table.schemes == ("Acme", "Survey")
    assert [column.words for column in table.columns[:3]] == [
        "Acme: Code",
        "Acme: Name",
        "Acme: Confidence",
    ]
    rows = {row.name: [cell.text for cell in row.cells] for row in table.rows}
    assert rows["P3 Experienced"] == ["E4", "", "Proposed", "C31", "Career", "Confirmed"]
    assert rows["Data Engineer"] == ["", "", "", "7", "", ""]
    groups = dict.fromkeys(row.group for row in table.rows)
    assert list(groups) == ["Levels: Professional", "Levels: Management", "Families"]
    # P1 and P2 have neither, M2 has no survey code, and two families have none.
    assert len(table.gaps) == 2 * 2 + 1 + 2
    assert equivalent_table(sample()).rows == ()


def test_that_a_second_equivalent_of_a_scheme_has_a_row_of_its_own() -> None:
    second = Equivalent(scheme="SURVEY", code="C32")
    table = equivalent_table(put(filled(), P3, SURVEY, second))
    texts = [row.cells[0].text for row in table.rows if row.address == P3]
    assert texts == ["C31", "C32"]
    assert [row.number for row in table.rows if row.address == P3] == [0, 1]


def test_that_a_scheme_without_an_equivalent_gets_columns_and_no_gaps() -> None:
    table = equivalent_table(sample(), ("Radford",))
    assert table.schemes == ("Radford",)
    assert not table.gaps
    assert equivalent_table(filled(), ("survey",)).schemes == ("Acme", "Survey")


def test_that_the_page_says_what_is_missing() -> None:
    page = EquivalentsPage(equivalent_table(filled()))
    assert page.words == "2 schemes"
    row = page.keys.index("levels/P3\n0")
    assert page.accessible_text(row, 2) == "P3 Experienced, Acme: Confidence: Proposed"
    assert page.accessible_text(row - 1, 0) == "P2 Developing, Acme: Code: No equivalent"
    assert page.accessible_text(0, 0) == ""
    assert page.side(0).is_section
    assert page.tip(page.keys.index("families/data\n0"), 3) == "Roughly"
    assert page.form_place(row, 3) == (P3, FieldPath("equivalents/0"))
    assert page.form_place(row, 0) == (P3, FieldPath("equivalents/1"))
    assert page.form_place(0, 0) is None
    assert page.gaps[0] == (1, 0)


# -- filling its cells ----------------------------------------------------------------------------


def filled_in(ladder: Ladder, *texts: tuple[Address, str, str, str]) -> Ladder:
    """Return a ladder with texts in cells: address, scheme, field, text."""
    table = equivalent_table(ladder, tuple(scheme for _, scheme, *_ in texts))
    fillings = []
    for address, scheme, part, text in texts:
        (row,) = [row for row in table.rows if row.address == address]
        cells = zip(table.columns, row.cells, strict=True)
        (cell,) = [
            cell
            for column, cell in cells
            if (column.scheme.casefold(), column.part.name) == (scheme.casefold(), part)
        ]
        assert cell.place is not None
        fillings.append((cell.place, text))
    return fill(ladder, fillings).change(ladder)


def test_that_the_cells_of_an_empty_scheme_make_one_equivalent() -> None:
    texts = [(P1, "Radford", "code", "P1"), (P1, "Radford", "name", "Entry")]
    after = filled_in(sample(), *texts, (P1, "Radford", "confidence", "proposed"))
    assert held(after, P1) == (
        Equivalent(scheme="Radford", code="P1", name="Entry", confidence="proposed"),
    )


def test_that_a_cell_changes_its_field_alone() -> None:
    acme, survey = (P3, "Acme", "confidence", "Confirmed"), (P3, "Survey", "code", "9")
    after = filled_in(filled(), acme, survey)
    assert [(one.code, one.confidence) for one in held(after, P3)] == [
        ("9", "confirmed"),
        ("E4", "confirmed"),
    ]
    assert fill(filled(), ()).change(filled()) == filled()


def test_that_an_emptied_equivalent_goes_and_one_with_a_note_stays() -> None:
    assert held(filled_in(filled(), (P3, "Acme", "code", "")), P3) == (SURVEY,)
    after = filled_in(filled(), (DATA, "Survey", "code", ""))
    assert [one.note for one in held(after, DATA)] == ["Roughly"]
    both = (P3, "Survey", "code", ""), (P3, "Survey", "name", "")
    assert [one.scheme for one in held(filled_in(filled(), *both), P3)] == ["Acme"]


@pytest.mark.parametrize(
    ("part", "text", "why"),
    [
        ("confidence", "perhaps", "choose one of"),
        ("confidence", "proposed", "write the code or the name"),
    ],
)
def test_that_what_makes_no_equivalent_is_refused_in_words(part: str, text: str, why: str) -> None:
    with pytest.raises(EditRefused, match=why):
        filled_in(filled(), (P1, "Acme", part, text))


def test_that_a_place_that_is_another_equivalent_now_is_refused() -> None:
    table = equivalent_table(filled())
    (row,) = [row for row in table.rows if row.address == P3]
    place = row.cells[0].place
    assert place is not None
    with pytest.raises(EditRefused, match="look at it again"):
        fill(put(filled(), P3, SURVEY), [(place, "E5")])


# -- the view -------------------------------------------------------------------------------------


class EquivalentsRobot:
    """The view in a window of its own."""

    def __init__(self, qtbot: QtBot, dialogs: FakeDialogs, ladder: Ladder) -> None:
        self.bot, self.dialogs, self.workspace = qtbot, dialogs, Workspace()
        self.session = Session(new_document(ladder))
        self.workspace.open(self.session)
        self.view = EquivalentsView(self.workspace, dialogs)
        self.notices: list[str] = []
        self.workspace.notice.connect(self.notices.append)
        qtbot.addWidget(self.view)
        self.view.resize(900, 600)
        with qtbot.waitActive(self.view):
            self.view.show()
            self.view.activateWindow()
        self.sheet = self.view.sheet

    def go(self, address: Address, column: int) -> None:
        page = self.sheet.cells.page
        self.sheet.go_to(list(page.keys).index(f"{address}\n0"), column)
        self.sheet.setFocus()

    def press(self, key: Qt.Key, chord: Qt.KeyboardModifier = PLAIN) -> None:
        self.bot.keyClick(self.sheet.open_editor or self.sheet, key, chord)

    def type(self, text: str) -> None:
        self.bot.keyClicks(self.sheet.open_editor or self.sheet, text[:1])
        self.bot.keyClicks(self.sheet.open_editor or self.sheet, text[1:])


@pytest.fixture
def robot(qtbot: QtBot, dialogs: FakeDialogs) -> EquivalentsRobot:
    return EquivalentsRobot(qtbot, dialogs, filled())


def test_that_a_code_is_typed_in_its_cell_and_undone(robot: EquivalentsRobot) -> None:
    robot.go(P1, 0)
    robot.type("E1")
    robot.press(Qt.Key.Key_Tab)
    robot.type("Entry")
    robot.press(Qt.Key.Key_Return)
    assert held(robot.session.ladder, P1) == (Equivalent(scheme="Acme", code="E1", name="Entry"),)
    robot.session.undo()
    robot.session.undo()
    assert robot.session.ladder == filled()


def test_that_a_block_is_copied_and_pasted(robot: EquivalentsRobot) -> None:
    robot.go(P3, 0)
    QApplication.clipboard().setText("E1\tEntry\tproposed\nE2\tGrown\tconfirmed")
    robot.go(P1, 0)
    robot.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = [held(robot.session.ladder, address) for address in (P1, Address("levels/P2"))]
    assert [(one.code, one.name, one.confidence) for (one,) in found] == [
        ("E1", "Entry", "proposed"),
        ("E2", "Grown", "confirmed"),
    ]
    assert "6 cells changed" in robot.notices[-1]
    assert len(robot.sheet.places()) == 6
    robot.sheet.copy()
    robot.session.undo()
    assert robot.session.ladder == filled()
    robot.go(P1, 0)
    robot.sheet.paste()
    assert held(robot.session.ladder, P1) == found[0]


def test_that_a_block_that_does_not_fit_changes_nothing(robot: EquivalentsRobot) -> None:
    QApplication.clipboard().setText("E9\tGrown\tperhaps")
    robot.go(P3, 0)
    robot.sheet.paste()
    assert "choose one of" in robot.notices[-1]
    assert robot.session.ladder == filled()


def test_that_f7_goes_from_gap_to_gap(robot: EquivalentsRobot) -> None:
    assert robot.view.gaps.text() == "7 gaps"
    robot.go(P3, 0)
    robot.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert robot.sheet.at == robot.sheet.cells.page.gaps[3]
    for _ in range(9):
        robot.press(Qt.Key.Key_F7)
    assert robot.sheet.at == robot.sheet.cells.page.gaps[-1]
    assert robot.notices == ["There is no gap further down."] * 6
    robot.view.gaps.click()
    assert robot.sheet.at == robot.sheet.cells.page.gaps[0]


def test_that_a_scheme_is_added_where_there_was_none(qtbot: QtBot, dialogs: FakeDialogs) -> None:
    robot = EquivalentsRobot(qtbot, dialogs, sample())
    assert not robot.sheet.isVisible()
    dialogs.answers["line"] = " Radford  2027 "
    robot.view.add.click()
    assert robot.sheet.isVisible()
    assert robot.sheet.cells.page.table.schemes == ("Radford 2027",)
    robot.type("P1")
    robot.press(Qt.Key.Key_Return)
    address = robot.sheet.cells.page.table.rows[0].address
    assert held(robot.session.ladder, address) == (Equivalent(scheme="Radford 2027", code="P1"),)
    dialogs.answers["line"] = "RADFORD 2027"
    robot.view.add.click()
    assert robot.sheet.cells.page.table.schemes == ("Radford 2027",)
    dialogs.answers["line"] = None
    robot.view.add.click()


def test_that_the_view_follows_the_ladder_and_goes_to_the_form(robot: EquivalentsRobot) -> None:
    robot.go(P3, 3)
    with robot.bot.waitSignal(robot.view.go_wanted) as went:
        robot.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert went.args == [P3, FieldPath("equivalents/0")]
    ladder = put(filled(), P3, ACME)
    robot.session.apply(fill_edit(ladder))
    assert robot.sheet.cells.page.text(*(robot.sheet.at or (0, 0))) == ""
    robot.view.refresh()


def fill_edit(ladder: Ladder) -> Edit:

    return Edit("Put", lambda _: ladder)


def test_that_the_table_is_exported(robot: EquivalentsRobot, tmp_path: Path) -> None:
    (offer,) = robot.view.offers()
    assert offer.title == "Equivalents of Technology"
    table = offer.report(False)
    text = format_of(type(table), "csv").as_file(table).decode("utf-8-sig")
    assert text.splitlines()[0].startswith(",,,Acme: Code,Acme: Name,Acme: Confidence,Survey")
    assert "Levels: Professional,P3,P3 Experienced,E4,,Proposed,C31,Career,Confirmed" in text
    paper = format_of(type(table), "pdf").as_file(table).decode()
    assert "Gap: No equivalent" in paper
    assert "Equivalents: 7 gaps" in paper
    assert equivalents_offer(equivalent_table(sample()), ()).title.startswith("Equivalents of")
