"""How important a skill is where it is used, beside its proficiency."""

import pytest

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.cells.choosing import choose
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.fields import set_field
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.shown import text_at
from laddereditor.edits.references import rename
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill, SkillUse, used_otherwise
from laddereditor.reports.changes.diff_text import diff_text
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import new_document, read_text
from tests.edits.samples import DATA_P3, family, profile, sample

PATH = FieldPath("skills")
PLACE = CellPlace(DATA_P3, PATH, "sql", 0)


def using(importance: str, step: str = "working") -> Ladder:
    use = {"skill": "sql", "proficiency": step, "importance": importance}
    return set_field(sample(), DATA_P3, PATH, (use,)).change(sample())


def use(ladder: Ladder) -> SkillUse:
    return profile(ladder).skills[0]


def test_that_it_is_saved_and_read() -> None:
    text = new_document(using("core")).text
    assert "- {skill: sql, proficiency: working, importance: core}\n" in text
    assert read_text(text).ladder == using("core")


def test_that_it_is_shown_behind_the_proficiency() -> None:
    ladder = using("core")
    assert text_at(ladder, PLACE) == "Working, core"
    assert text_at(using("broad", ""), PLACE) == "Any proficiency, broad"
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    items = next(one for one in page.sections if one.field == PATH).items
    assert (items[0].text, items[0].remark) == ("SQL", "Working, core")


@pytest.mark.parametrize(
    ("text", "step", "importance"),
    [
        ("Expert", "expert", "core"),
        ("Expert, broad", "expert", "broad"),
        ("SQL (Expert, Supporting)", "expert", "supporting"),
        ("Any proficiency, core", "", "core"),
    ],
)
def test_that_it_is_typed_behind_the_proficiency_and_stays_without(
    text: str, step: str, importance: str
) -> None:
    after = use(fill(using("core"), [(PLACE, text)]).change(using("core")))
    assert after == RatedSkill(skill="sql", proficiency=step, importance=importance)


def test_that_it_stays_when_the_rest_changes() -> None:
    ladder = using("core")
    chosen = choose(ladder, PLACE, "expert").change(ladder)
    assert use(chosen) == RatedSkill(skill="sql", proficiency="expert", importance="core")
    renamed = rename(ladder, Address("skills/sql"), "query").change(ladder)
    assert use(renamed) == RatedSkill(skill="query", proficiency="working", importance="core")
    step = rename(ladder, Address("proficiencies/working"), "able").change(ladder)
    assert use(step) == RatedSkill(skill="sql", proficiency="able", importance="core")
    assert used_otherwise(use(using("", "")), importance="") == "sql"


def test_that_compare_shows_how_it_differs() -> None:
    found = compare([Subject(using("core"), DATA_P3), Subject(using("broad"), DATA_P3)])
    row = next(row for row in found.rows if row.kind == "skill")
    assert row.cells[0].text == "SQL (Working, core)"
    assert row.cells[1].change == "Working, core → Working, broad"


def test_that_another_importance_is_a_change_that_asks_nothing_more() -> None:
    old, new = using("core"), using("supporting")
    (change,) = diff(old, new)
    assert (change.effect, change.bump) == ("neutral", "minor")
    assert "core → supporting" in diff_text([change], old, new)
    assert apply([change], old) == new


def test_that_both_sides_are_merged() -> None:
    base = using("core")
    merged = merge(base, using("broad"), using("core", "expert"))
    assert not merged.conflicts
    assert use(merged.ladder) == RatedSkill(skill="sql", proficiency="expert", importance="broad")


def test_that_another_word_is_an_error() -> None:
    found = {(one.rule, one.field) for one in check(using("vital")).findings}
    assert ("choice", "skills/0/importance") in found
