"""Documents of many shapes are read as a reader would read them."""

import pytest
from tests.exchange.blocks.shapes.corpus import Sample, samples
from tests.exchange.blocks.shapes.scoring import document_score

from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.blocks.document_workbook import workbook_of_document
from laddereditor.exchange.blocks.importing import is_document
from laddereditor.exchange.tables import AppliedMapping, Pin, applied, recognised


@pytest.mark.parametrize("sample", samples(held_back=False), ids=lambda one: one.name)
def test_that_statements_get_their_family_level_and_competency(sample: Sample) -> None:
    score = document_score(sample)
    assert score.share >= 0.9, (score.roles, sorted(score.missing)[:3])
    assert not score.extra


def test_that_most_documents_that_were_held_back_are_read_well() -> None:
    found = [document_score(sample).share >= 0.9 for sample in samples(held_back=True)]
    assert sum(found) >= 2 / 3 * len(found)


def imported(text: str, *pins: Pin) -> AppliedMapping:
    workbook = workbook_of_document(read_document(text.encode(), "x.md"), "x.md").workbook
    return applied(workbook, recognised(workbook, pins))


TEXT = """# Baker ladder

An introduction to all of it.

## Junior

Learns the trade.

### Care

Notes on it:

- Cleans the table

### Requirements

- Two hands

### Notes

- Ask Ann about this

## Senior

### Care

- Plans the night
"""


def test_that_each_text_is_taken_or_left_out_with_a_reason() -> None:
    found = imported(TEXT)
    said = {one.text: (one.outcome, one.address or one.reason) for one in found.cells}
    assert said["Cleans the table"] == ("taken", "families/baker/P1/expectations/care/0")
    assert said["Learns the trade."] == ("taken", "families/baker/P1/summary")
    assert said["Two hands"] == ("taken", "families/baker/P1/qualifications/0")
    assert said["Notes on it:"] == ("left", "it is text beside a list")
    assert said["Ask Ann about this"][0] == "left"
    assert said["An introduction to all of it."][0] == "left"
    assert found.count("unknown") == 0


def test_that_a_pinned_depth_changes_what_is_worked_out_around_it() -> None:
    north = "# T\n\n## North\n\n### Junior\n\n- a\n\n### Senior\n\n- b\n\n"
    text = f"{north}## South\n\n### Junior\n\n- c\n"
    assert {one.name for one in imported(text).ladder.competencies} == {"North", "South"}
    pinned = imported(text, Pin("column", "family", "T", 1))
    assert [one.name for one in pinned.ladder.families] == ["North", "South"]
    assert pinned.ladder.families[0].profiles[0].responsibilities == ("a",)


def test_that_the_title_names_the_level_of_a_document_about_one() -> None:
    text = "# Senior Nurse\n\n## Care\n\n- Leads the shift\n\n## Words\n\n- Speaks plainly\n"
    found = imported(text)
    assert [one.name for one in found.ladder.levels] == ["Senior Nurse"]
    assert found.count("left") + found.count("unknown") == 0


def test_that_a_text_without_levels_says_so() -> None:
    found = imported("# Minutes\n\n## Present\n\n- Ann\n\n## Decisions\n\n- None\n")
    assert not found.ladder.families
    assert not found.ladder.levels
    assert found.count("taken") == 0


def test_that_a_table_beside_a_text_about_levels_is_about_the_same_family() -> None:
    rows = "| Level | Title |\n|---|---|\n| P1 | Baker I |\n| P2 | Baker II |\n\n"
    table = f"## At a glance\n\n{rows}"
    levels = "## P1 Junior\n\n### Care\n\n- a\n\n## P2 Senior\n\n### Care\n\n- b\n"
    found = imported(f"# Baker ladder\n\n{table}{levels}")
    assert [one.name for one in found.ladder.families] == ["Baker"]


def test_that_a_document_about_several_levels_is_not_taken_for_a_page_of_one() -> None:
    part = "# {} Developer\n\n## Skills\n\n- Git\n\n## Responsibilities\n\n- Fixes bugs\n\n"
    text = part.format("Junior") + part.format("Senior")
    assert is_document(text.encode(), "x.md")
