"""What fields of other entities and shapes do without a window.

`test_new_field` runs this in a copy of the program that has such fields.
"""

from typing import Any

import pytest

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Row
from laddereditor.edits.cells.choosing import choices_at, choose, how_to_change
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import override, set_field
from laddereditor.edits.inheriting import keep_inherited_values
from laddereditor.edits.lists import insert_items, remove_items
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.shown import is_inherited, text_at
from laddereditor.edits.references import rename
from laddereditor.edits.skills import merge_skills
from laddereditor.edits.structure import delete
from laddereditor.exchange.levelpage.reader import read as read_page
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.ladder import AcceptedFinding, Ladder
from laddereditor.model.resolve import resolved
from laddereditor.reports.audience import has_pay, without_pay
from laddereditor.reports.changes.diff_text import diff_text
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.comparison.text import comparison_text
from laddereditor.reports.page.parts import PageSection, ReaderPages
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import new_document, read_text, update
from laddereditor.storage.reading.schema import json_schema
from tests.edits.samples import DATA_P3, family, profile, sample

LEVEL, DATA = Address("levels/P3"), Address("families/data")
DATA_P2 = Address("families/data/P2")
NOWHERE: dict[str, dict[str, str]] = {"factor": {}, "competency": {}, "skill": {}}
VALUES: tuple[tuple[Address, str, Any], ...] = (
    (LEVEL, "team_size", 5),
    (LEVEL, "pay_band", "Band 7"),
    (DATA, "purpose", "Data that others can rely on"),
    (DATA, "tools", ("SQL", "dbt")),
    (DATA, "basics", ("sql", "python")),
    (DATA, "remote", "some-days"),
    (DATA, "themes", {"scope": "One product", "impact": "Many teams"}),
    (DATA, "entry", "P2"),
    (DATA_P3, "successor", "M1"),
    (DATA_P3, "on_call", {"min": 1, "max": 2}),
    (DATA_P3, "bonus", "10 percent"),
    (DATA_P3, "sponsored", True),
)


def put(ladder: Ladder, address: Address, name: str, value: Any) -> Ladder:
    return set_field(ladder, address, name, value).change(ladder)


def filled() -> Ladder:
    ladder = sample()
    for address, name, value in VALUES:
        ladder = put(ladder, address, name, value)
    return ladder


def held(ladder: Ladder, address: Address, name: str) -> Any:
    return getattr(address.entity(ladder), name)


def changes(old: Ladder, new: Ladder) -> dict[str, LadderChange]:
    return {change.field: change for change in diff(old, new)}


def rows(ladder: Ladder, name: str) -> list[Row]:
    return [row for row in matrix(ladder, DATA).rows if row.section == name]


def column(ladder: Ladder, name: str, level: str) -> list[tuple[str, str]]:
    """Return the texts and states of a field's cells at a level, without headings and adders."""
    place = [one.level for one in matrix(ladder, DATA).columns].index(level)
    shown = [row for row in rows(ladder, name) if row.cells and row.kind != "adder"]
    return [(row.cells[place].text, row.cells[place].state) for row in shown]


# -- files --------------------------------------------------------------------------------------


def test_that_the_fields_are_saved_read_and_laid_out_like_others_of_their_shape() -> None:
    ladder = filled()
    text = new_document(ladder).text
    assert read_text(text).ladder == ladder
    for line in ("tools: [SQL, dbt]", "on_call: {min: 1, max: 2}", "team_size: 5"):
        assert f"    {line}\n" in text
    long = put(ladder, DATA, "purpose", "Data that others can rely on. " * 5 + "Always.")
    assert "    purpose: >-\n      Data that" in new_document(long).text


def test_that_a_save_adds_only_their_lines() -> None:
    before = new_document(sample())
    after = update(before, put(sample(), DATA, "tools", ("SQL", "dbt"))).text
    assert after.replace("    tools: [SQL, dbt]\n", "") == before.text


def test_that_the_schema_has_them() -> None:
    found = json_schema()["$defs"]
    assert found["Level"]["properties"]["team_size"]["title"] == "Team size"
    assert found["Family"]["properties"]["purpose"]["title"] == "Purpose"


def test_that_findings_reach_them() -> None:
    ladder = put(put(sample(), DATA, "purpose", "TODO"), DATA, "tools", ("dbt", " "))
    found = {(one.address, one.field): one.rule for one in check(ladder).findings}
    assert found[DATA, FieldPath("purpose")] == "placeholder"
    assert found[DATA, FieldPath("tools/1")] == "blank-item"


# -- inheriting ---------------------------------------------------------------------------------


def test_that_profiles_inherit_from_their_family_and_level() -> None:
    ladder = filled()
    whole = resolved(ladder, family(ladder, "data"), profile(ladder))
    values = [whole.value(name) for name in ("tools", "basics", "remote", "team_size")]
    assert [(one.value, str(one.source)) for one in values] == [
        (("SQL", "dbt"), "parent"),
        (("sql", "python"), "parent"),
        ("some-days", "parent"),
        (5, "level"),
    ]


def test_that_sheets_show_what_is_inherited() -> None:
    ladder = filled()
    assert column(ladder, "tools", "P2") == [("SQL", "inherited"), ("dbt", "inherited")]
    assert column(ladder, "remote", "P2") == [("Some days", "inherited")]
    assert ("One product", "inherited") in column(ladder, "themes", "P2")
    assert column(ladder, "sponsored", "P2") == [("", "empty")]  # a flag is no gap
    assert column(ladder, "team_size", "P3") == [("5", "inherited")]
    assert {state for _, state in column(ladder, "basics", "P2")} == {"inherited"}
    skills = [row.heading for row in rows(ladder, "basics") if row.kind == "skill"]
    assert skills == ["SQL", "Python"]


def test_that_cells_of_them_are_overridden_and_given_back() -> None:
    ladder = filled()
    texts = {"team_size": "8", "remote": "Always"}
    for name, text in texts.items():
        place = CellPlace(DATA_P3, name)
        after = fill(ladder, [(place, text)]).change(ladder)
        assert (text_at(after, place), is_inherited(after, place)) == (text, False)
        assert reset(after, [place]).change(after) == ladder


def test_that_an_item_of_an_inherited_list_makes_the_list_the_profiles_own() -> None:
    ladder = filled()
    item = CellPlace(DATA_P3, "tools", position=1)
    assert text_at(ladder, item) == "dbt"
    after = fill(ladder, [(item, "Spark")]).change(ladder)
    assert held(after, DATA_P3, "tools") == ("SQL", "Spark")
    assert held(after, DATA, "tools") == ("SQL", "dbt")
    longer = insert_items(ladder, DATA_P3, FieldPath("tools"), 2, ("Spark",)).change(ladder)
    assert held(longer, DATA_P3, "tools") == ("SQL", "dbt", "Spark")
    shorter = remove_items(ladder, DATA_P3, FieldPath("tools"), [0]).change(ladder)
    assert held(shorter, DATA_P3, "tools") == ("dbt",)


def test_that_a_proficiency_chosen_for_an_inherited_skill_makes_the_list_its_own() -> None:
    ladder = filled()
    place = CellPlace(DATA_P3, "basics", "sql", 0)
    assert how_to_change(ladder, place) == "choice"
    after = choose(ladder, place, "expert").change(ladder)
    assert [str(one) for one in held(after, DATA, "basics")] == ["sql", "python"]
    assert held(after, DATA_P3, "basics")[0].proficiency == "expert"
    new = fill(ladder, [(CellPlace(DATA_P3, "basics", insert=True), "Mentoring")]).change(ladder)
    assert held(new, DATA_P3, "basics") == ("sql", "python", "mentoring")
    assert held(new, DATA_P3, "skills") == held(ladder, DATA_P3, "skills")


def test_that_what_was_inherited_stays_with_a_profile_that_goes_elsewhere() -> None:
    ladder = filled()
    one, other = family(ladder, "data"), family(ladder, "web")
    before = resolved(ladder, one, profile(ladder))
    now = resolved(ladder, other, profile(ladder))
    kept: Any = keep_inherited_values(profile(ladder), before, now, NOWHERE)
    assert (kept.tools, kept.remote, kept.team_size) == (("SQL", "dbt"), "some-days", None)


# -- references ---------------------------------------------------------------------------------


def test_that_references_follow_a_renamed_level() -> None:
    ladder = filled()
    after = rename(ladder, Address("levels/P2"), "P7").change(ladder)
    assert held(after, DATA, "entry") == "P7"
    after = rename(ladder, Address("levels/M1"), "M9").change(ladder)
    assert held(after, DATA_P3, "successor") == "M9"
    assert apply(diff(ladder, after), ladder) == after


def test_that_texts_by_factor_and_what_was_accepted_about_them_follow_a_renamed_factor() -> None:
    ladder = put(filled(), DATA_P3, "themes", {"scope": "Two products"})
    place = DATA_P3.at("themes", "scope")
    assert ladder.checks is not None
    accepted = (AcceptedFinding(rule="boilerplate", at=place, reason="Seen"),)
    ladder = evolve(ladder, checks=evolve(ladder.checks, accepted=accepted))
    after = rename(ladder, Address("factors/scope"), "reach").change(ladder)
    assert held(after, DATA, "themes") == {"reach": "One product", "impact": "Many teams"}
    assert held(after, DATA_P3, "themes") == {"reach": "Two products"}
    assert after.checks is not None
    assert after.checks.accepted[0].at == DATA_P3.at("themes", "reach")


def test_that_skills_that_are_merged_lose_nothing() -> None:
    kept, gone = Address("skills/mentoring"), Address("skills/mentorship")
    ladder = put(put(sample(), kept, "vendors", ("One",)), gone, "vendors", ("Two", "One"))
    after = merge_skills(ladder, kept, [gone]).change(ladder)
    assert held(after, kept, "vendors") == ("One", "Two")


def test_that_deleting_a_level_keeps_the_profiles_that_only_mention_it() -> None:
    ladder = filled()
    after = delete(ladder, [Address("levels/M1")], uses="remove").change(ladder)
    assert held(after, DATA_P3, "successor") == ""
    assert held(after, DATA_P3, "bonus") == "10 percent"
    assert held(after, DATA, "entry") == "P2"


def test_that_a_reference_is_chosen_by_name_in_a_cell() -> None:
    ladder, place = filled(), CellPlace(DATA_P3, "successor")
    assert text_at(ladder, place) == "M1 Manager"
    assert ("M2", "M2 Director") in choices_at(ladder, place)
    after = fill(ladder, [(place, "M2 Director")]).change(ladder)
    assert held(after, DATA_P3, "successor") == "M2"


def test_that_a_range_is_read_with_its_unit() -> None:
    place = CellPlace(DATA, "budget")
    after = fill(filled(), [(place, "50,000–60,000 EUR")]).change(filled())
    assert (held(after, DATA, "budget").min, text_at(after, place)) == (50000, "50000–60000")
    with pytest.raises(EditRefused, match="write EUR as"):
        fill(filled(), [(place, "5 years")])


# -- diff and merge -----------------------------------------------------------------------------


def test_that_changes_of_a_family_are_judged_by_what_profiles_inherit() -> None:
    old = filled()
    change = changes(old, put(old, DATA, "tools", ("SQL", "dbt", "Spark")))["tools/2"]
    assert (change.effect, change.bump) == ("raises", "major")
    assert change.reason.endswith("reaches 2 profiles")
    assert changes(old, put(old, DATA, "purpose", "New"))["purpose"].effect == "clarifies"
    assert changes(old, put(old, LEVEL, "team_size", 6))["team_size"].effect == "neutral"


def test_that_a_choice_has_the_words_of_its_field() -> None:
    skill = Address("skills/sql")
    place = CellPlace(skill, "demand")
    low = fill(filled(), [(place, "easy to find")]).change(filled())
    assert (held(low, skill, "demand"), text_at(low, place)) == ("low", "Easy to find")
    assert choices_at(low, place)[:2] == (("", "Not known"), ("low", "Easy to find"))
    assert "Market demand: Easy to find → High" in diff_text(
        diff(low, high := put(low, skill, "demand", "high")), low, high
    )


def test_that_changes_are_reported_with_their_units_and_taken() -> None:
    old, new = sample(), filled()
    found = diff(old, new)
    assert apply(found, old) == new
    reported = diff_text(found, old, new)
    for words in ("5 people", "1–2 weeks", "Purpose added", "0 weeks → 1 week at least"):
        assert words in reported


def test_that_both_sides_are_merged() -> None:
    base = filled()
    ours = put(base, DATA, "tools", ("SQL", "dbt", "Spark"))
    theirs = put(put(base, DATA, "tools", ("Airflow", "SQL", "dbt")), LEVEL, "team_size", 7)
    merged = merge(base, ours, theirs)
    assert not merged.conflicts
    assert held(merged.ladder, DATA, "tools") == ("Airflow", "SQL", "dbt", "Spark")
    assert held(merged.ladder, LEVEL, "team_size") == 7
    (conflict,) = merge(base, put(base, LEVEL, "team_size", 6), theirs).conflicts
    assert conflict.field == "team_size"


# -- importing ----------------------------------------------------------------------------------

PAGE = """\
P3P3 — Experienced
Data Engineer
What you'd do
- Builds pipelines
Working conditions
- Is on call one night in ten
- Travels to clients
Tools
- SQL
- dbt
Team size: 5 people
Remote work
Some days
On call
1–2 weeks
"""


def test_that_a_page_is_imported_by_their_headings() -> None:
    result = read_page(PAGE, "page.txt")
    imported: Any = result.ladder.families[0].profiles[0]
    assert imported.working_conditions == ("Is on call one night in ten", "Travels to clients")
    assert imported.tools == ("SQL", "dbt")
    assert (imported.team_size, imported.remote) == (5, "some-days")
    assert (imported.on_call.min, imported.on_call.max) == (1, 2)
    assert not result.not_understood
    assert (9, "families/data-engineer/P3/tools/0") in result.used


def test_that_what_is_no_value_of_a_field_is_not_understood() -> None:
    result = read_page(PAGE.replace("Some days", "Now and then"), "page.txt")
    assert [(one.line, one.text) for one in result.not_understood] == [(13, "Now and then")]


# -- pages --------------------------------------------------------------------------------------


def sections(ladder: Ladder) -> dict[str, PageSection]:
    page = page_of(ladder, profile(ladder), family(ladder, "data"))
    return {section.field: section for section in page.sections}


def test_that_they_are_on_the_page_with_what_is_inherited_and_their_units() -> None:
    found = sections(filled())
    assert found["team_size"].paragraphs == ("5 people",)
    assert found["on_call"].paragraphs == ("1–2 weeks",)
    assert found["remote"].paragraphs == ("Some days",)
    assert [item.text for item in found["tools"].items] == ["SQL", "dbt"]
    assert [item.text for item in found["basics"].items] == ["SQL", "Python"]
    assert found["successor"].paragraphs == ("M1 Manager",)
    page = page_of(filled(), family(filled(), "data"))
    assert "Purpose" in [section.heading for section in page.sections]


@pytest.mark.parametrize("secret", ["10 percent", "Band 7"])
def test_that_pay_is_only_for_those_who_may_see_it(secret: str) -> None:
    ladder = filled()
    level: Any = LEVEL.entity(ladder)
    pages = ReaderPages(
        "", (page_of(ladder, profile(ladder), family(ladder, "data")), page_of(ladder, level))
    )
    comparison = compare((Subject(ladder, DATA_P3), Subject(ladder, LEVEL)))
    assert secret in str(pages)
    assert secret in comparison_text(comparison)
    for report in (pages, comparison, matrix(ladder, DATA), matrix(ladder, Address("levels"))):
        open_report = without_pay(report)
        assert has_pay(report)
        assert not has_pay(open_report)
        assert secret not in str(getattr(open_report, "rows", open_report))


def test_that_changes_for_everybody_say_nothing_of_pay() -> None:
    report = ChangesReport(tuple(diff(sample(), filled())), sample(), filled())
    assert has_pay(report)
    open_report = without_pay(report)
    assert "10 percent" not in str(open_report)
    assert "Band 7" not in str(open_report)
    assert "some-days" in str(open_report)


def test_that_a_sheet_is_compared_with_units() -> None:
    ladder = override(filled(), DATA_P3, "team_size").change(filled())
    text = comparison_text(compare((Subject(ladder, DATA_P3), Subject(ladder, DATA_P2))))
    for words in ("5 people", "1–2 weeks", "Next level", "Basic skills", "Some days"):
        assert words in text
