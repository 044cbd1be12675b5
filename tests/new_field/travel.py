"""What a text called `travel` does that profiles inherit from their level.

`test_new_field` runs this in a copy of the program that has such a field.
"""

from typing import Any

from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.fields import override, set_field
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.shown import is_inherited, is_overriding, text_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.form_values import FormValue, place_at, shown_at
from laddereditor.reports.page.reader_page import page_of
from tests.edits.samples import DATA_P3, family, profile, sample

LEVEL, SELDOM, OFTEN = Address("levels/P3"), "Travels once a year", "Travels every week"
PLACE = CellPlace(DATA_P3, "travel")


def inheriting() -> Ladder:
    return set_field(sample(), LEVEL, "travel", SELDOM).change(sample())


def own(ladder: Ladder) -> Any:
    return getattr(profile(ladder), "travel")  # noqa: B009 - only the copy has the field


def test_that_the_form_shows_the_inherited_value_and_its_origin() -> None:
    place = place_at(inheriting(), DATA_P3)
    assert shown_at(place, FieldPath("travel")) == FormValue(
        SELDOM, inherited=True, origin="level P3"
    )


def test_that_it_is_overridden_and_reset() -> None:
    ladder = inheriting()
    assert (text_at(ladder, PLACE), is_inherited(ladder, PLACE)) == (SELDOM, True)
    assert own(override(ladder, DATA_P3, "travel").change(ladder)) == SELDOM
    changed = fill(ladder, [(PLACE, OFTEN)]).change(ladder)
    assert (own(changed), is_overriding(changed, PLACE)) == (OFTEN, True)
    assert reset(changed, [PLACE]).change(changed) == ladder


def test_that_a_sheet_says_where_it_is_from() -> None:
    ladder = inheriting()
    found = compare((Subject(ladder, DATA_P3), Subject(ladder, LEVEL)))
    section = next(one for one in found.sections if one.field == "travel")
    assert [cell.text for cell in section.rows[0].cells] == [SELDOM, SELDOM]
    assert section.rows[0].cells[0].note == "from level P3"


def test_that_an_override_is_judged_against_the_level() -> None:
    ladder = inheriting()
    (change,) = diff(ladder, override(ladder, DATA_P3, "travel").change(ladder))
    assert (change.effect, change.reason) == ("neutral", "repeats the inherited value")


def test_that_the_page_shows_the_inherited_text() -> None:
    ladder = inheriting()
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    found = next(section for section in page.sections if section.field == "travel")
    assert (found.heading, found.paragraphs) == ("Travel", (SELDOM,))
