"""The table of all equivalents: its groups, its gaps, and the way to the form."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from laddereditor.compare.sheet.equivalent_table import equivalent_table
from laddereditor.edits.fields import set_field
from laddereditor.gui.equivalents.view import EquivalentsView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.equivalents.page import EquivalentsPage
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.samples import sample
from tests.edits.test_equivalents import ACME, P3, filled


def test_that_levels_and_families_are_listed_with_gaps_by_scheme() -> None:
    table = equivalent_table(filled())
    assert table.schemes == ("Acme", "Survey")
    rows = {row.name: [cell.text for cell in row.cells] for row in table.rows}
    assert rows["P3 Experienced"] == ["E4", "C31 Career"]
    assert rows["Data Engineer"] == ["", "7"]
    groups = dict.fromkeys(row.group for row in table.rows)
    assert list(groups) == ["Levels: Professional", "Levels: Management", "Families"]
    # P1 and P2 have neither, M2 has no survey code, and two families have none.
    assert table.gaps == 2 * 2 + 1 + 2
    assert equivalent_table(sample()).rows == ()


def test_that_the_page_says_what_is_proposed_and_missing() -> None:
    page = EquivalentsPage(equivalent_table(filled()))
    assert page.words == "2 schemes, 7 gaps"
    row = page.keys.index("levels/P3")
    assert page.accessible_text(row, 0) == "P3 Experienced, Acme: E4, proposed"
    assert page.accessible_text(row - 1, 0) == "P2 Developing, Acme: No equivalent"
    assert page.accessible_text(0, 0) == ""
    assert page.side(0).is_section
    assert page.tip(page.keys.index("families/data"), 1) == "Roughly"
    assert page.place(row, 1) == (Address("levels/P3"), FieldPath("equivalents/0"))
    assert page.place(row, 0) == (Address("levels/P3"), FieldPath("equivalents/1"))
    assert page.place(0, 0) is None


def test_that_the_view_follows_the_ladder_and_goes_to_the_form(qtbot: QtBot) -> None:
    workspace = Workspace()
    session = Session(new_document(sample()))
    workspace.open(session)
    view = EquivalentsView(workspace)
    qtbot.addWidget(view)
    view.resize(700, 500)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    assert not view.table.isVisible()
    session.apply(set_field(session.ladder, P3, "equivalents", (ACME,)))
    qtbot.waitUntil(view.table.isVisible)
    model = view.cells
    row = next(n for n in range(model.rowCount()) if model.page.keys[n] == "levels/P3")
    view.table.setCurrentIndex(model.index(row, 0))
    with qtbot.waitSignal(view.go_wanted) as went:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert went.args == [P3, FieldPath("equivalents/0")]
    session.undo()
    qtbot.waitUntil(lambda: not view.table.isVisible())
    view.refresh()
