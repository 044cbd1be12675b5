"""What a statement list of profiles called `working_conditions` does in every view.

`test_new_field` runs this in a copy of the program that has such a field.
"""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.track import track_steps
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, move_items, remove_items, set_item
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.gui.look.theme import apply_theme
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.layouts import sections_for
from laddereditor.reports.changes.diff_html import diff_html
from laddereditor.reports.changes.diff_text import diff_text
from laddereditor.reports.comparison.html import comparison_html
from laddereditor.reports.comparison.table import to_tsv
from laddereditor.reports.comparison.text import comparison_text
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import new_document, read_text, update
from laddereditor.storage.reading.schema import json_schema
from tests.edits.samples import DATA_P3, family, profile, sample
from tests.gui.forms.conftest import KEY, FormRobot

NAME, TITLE = "working_conditions", "Working conditions"
FIELD = FieldPath(NAME)
DATA_P2, DATA = Address("families/data/P2"), Address("families/data")
TRAVELS, NIGHTS = "Travels to clients twice a month", "Is on call one night in ten"
STANDS = "Stands for most of the working day"


def having(*statements: str, at: Address = DATA_P3, ladder: Ladder | None = None) -> Ladder:
    ladder = ladder or sample()
    return set_field(ladder, at, NAME, statements).change(ladder)


def conditions(ladder: Ladder, at: Address = DATA_P3) -> tuple[object, ...]:
    found: tuple[object, ...] = getattr(at.entity(ladder), NAME)
    return found


def effects(old: Ladder, new: Ladder) -> list[tuple[str, str, str]]:
    return [(change.kind, change.effect, change.bump) for change in diff(old, new)]


# -- editing ------------------------------------------------------------------------------------


def test_that_it_has_its_section_in_the_form_behind_the_field_before_it() -> None:
    rows = [one.rows for one in sections_for(field_specs(Profile))]
    place = rows.index(((NAME,),))
    assert rows[place - 1 : place + 1] == [(("qualifications",),), ((NAME,),)]
    assert rows[place + 1][0] == ("titles",)


@pytest.fixture
def robot(qtbot: QtBot, qapp: QApplication) -> FormRobot:
    apply_theme(qapp, "light")
    return FormRobot(qtbot, sample())


def test_that_it_is_typed_into_the_form(robot: FormRobot) -> None:
    view = robot.go(DATA_P3, NAME).list(NAME)
    assert TITLE in robot.texts()
    assert "Type here to add a working condition" in view.words.empty
    assert view.words.add == "Add a working condition"
    robot.click_row(view, 0)
    robot.type(TRAVELS)
    robot.key(KEY.Key_Return)
    robot.type(NIGHTS)
    robot.settle()
    assert conditions(robot.session.ladder) == (TRAVELS, NIGHTS)
    assert f"{NAME}:" in robot.session.document.text


def test_that_cells_of_it_are_written() -> None:
    start = having(TRAVELS)
    place = CellPlace(DATA_P3, NAME, position=0)
    assert conditions(fill(start, [(place, NIGHTS)]).change(start)) == (NIGHTS,)
    new = CellPlace(DATA_P2, NAME, insert=True)
    assert conditions(fill(start, [(new, STANDS)]).change(start), DATA_P2) == (STANDS,)


# -- sheets -------------------------------------------------------------------------------------


def test_that_it_has_rows_in_the_matrix_and_a_gap_where_a_level_says_nothing() -> None:
    found = matrix(having(TRAVELS, NIGHTS), DATA)
    fields = [section.field for section in found.sections]
    assert fields.index(FieldPath(NAME)) == fields.index(FieldPath("qualifications")) + 1
    rows = [row for row in found.rows if row.section == NAME]
    assert [row.kind for row in rows] == ["heading", "item", "item", "adder"]
    assert rows[0].heading == TITLE
    at = [column.level for column in found.columns].index
    assert rows[1].cells[at("P3")].text == TRAVELS
    assert rows[1].cells[at("P2")].state == "gap"


def test_that_it_is_compared_and_in_every_report_of_a_comparison() -> None:
    ladder = having(TRAVELS, at=DATA_P2, ladder=having(TRAVELS, NIGHTS))
    found = compare((Subject(ladder, DATA_P2), Subject(ladder, DATA_P3)))
    section = next(one for one in found.sections if one.field == NAME)
    assert section.heading == TITLE
    assert [row.cells[1].state for row in section.rows] == ["same", "new"]
    for report in (comparison_text(found), comparison_html(found), to_tsv(found)):
        assert TITLE in report
        assert NIGHTS in report


def test_that_it_counts_for_the_size_of_a_step() -> None:
    def size(ladder: Ladder) -> float:
        return track_steps(ladder, family(ladder, "data"), "professional")[0].size

    plain = sample()
    assert size(having(TRAVELS)) != size(plain)


# -- diff and merge -----------------------------------------------------------------------------


def test_that_changes_of_it_have_their_effect_on_people() -> None:
    one, two = having(TRAVELS), having(TRAVELS, NIGHTS)
    assert effects(one, two) == [("added", "raises", "major")]
    assert effects(two, one) == [("removed", "lowers", "minor")]
    assert effects(two, having(NIGHTS, TRAVELS))[0][1] == "neutral"
    reworded = effects(one, having(TRAVELS.replace("Travels", "Travel")))
    assert [kind for kind, _, _ in reworded] == ["changed"]


def test_that_changes_of_it_are_reported_and_taken() -> None:
    old, new = having(TRAVELS), having(TRAVELS, NIGHTS)
    changes = diff(old, new)
    assert apply(changes, old) == new
    for report in (diff_text(changes, old, new), diff_html(changes, old, new)):
        assert "orking condition" in report
        assert NIGHTS in report


def test_that_lines_added_by_both_sides_are_merged() -> None:
    base = having(TRAVELS)
    merged = merge(base, having(TRAVELS, NIGHTS), having(STANDS, TRAVELS))
    assert not merged.conflicts
    assert conditions(merged.ladder) == (STANDS, TRAVELS, NIGHTS)


def test_that_a_statement_carried_to_it_takes_the_other_sides_words_with_it() -> None:
    base = sample()
    ours = remove_items(base, DATA_P3, FieldPath("responsibilities"), [2]).change(base)
    ours = having("Mends what breaks", ladder=ours)
    theirs = set_item(base, DATA_P3, FieldPath("responsibilities"), 2, "Mends what breaks at night")
    merged = merge(base, ours, theirs.change(base))
    assert not merged.conflicts
    assert conditions(merged.ladder) == ("Mends what breaks at night",)


# -- pages, files, findings ---------------------------------------------------------------------


def test_that_it_is_on_the_page_behind_the_field_before_it() -> None:
    start = having(TRAVELS)
    ladder = set_field(start, DATA_P3, "qualifications", ("Has shipped",)).change(start)
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    headings = [section.heading for section in page.sections]
    assert headings.index(TITLE) == headings.index("What good looks like") + 1
    section = page.sections[headings.index(TITLE)]
    assert (section.field, section.fields) == (NAME, (f"{NAME}/0",))
    assert TRAVELS in page_html(page)


def test_that_it_is_saved_and_read_back() -> None:
    ladder = having(TRAVELS, NIGHTS)
    text = new_document(ladder).text
    assert f"        {NAME}:\n          - {TRAVELS}\n          - {NIGHTS}\n" in text
    assert read_text(text).ladder == ladder


def test_that_a_save_writes_only_its_lines() -> None:
    before = new_document(sample())
    after = update(before, having(TRAVELS))
    assert after.text.replace(f"        {NAME}:\n          - {TRAVELS}\n", "") == before.text


def test_that_the_schema_of_a_file_has_it() -> None:
    found = json_schema()["$defs"]["Profile"]["properties"][NAME]
    assert found["title"] == TITLE
    assert "array" in found["type"]


def test_that_findings_reach_it() -> None:
    found = check(having("TODO", " "))
    rules = {finding.field: finding.rule for finding in found.findings if NAME in finding.field}
    assert rules == {f"{NAME}/0": "placeholder", f"{NAME}/1": "blank-item"}


def test_that_it_is_listed_in_the_lists_edits() -> None:
    ladder = having(TRAVELS)
    after = insert_items(ladder, DATA_P3, FIELD, 1, (NIGHTS, STANDS)).change(ladder)
    after = move_items(after, DATA_P3, FIELD, [0], 3).change(after)
    assert conditions(after) == (NIGHTS, STANDS, TRAVELS)
