"""What a person decides about a workbook stays, and everything else is worked out around it."""

from collections.abc import Sequence

import pytest

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables import Pin, Workbook, applied, recognised
from laddereditor.exchange.tables.grid import EMPTY, Grid, GridCell
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text, shape_of_text

TALKS = "Explains a plan to the team before the work begins"
LISTENS = "Listens to what customers say about the work"
LEADS = "Leads talks about contracts with several partners"


def grid(rows: Sequence[Sequence[str]], name: str = "Baker") -> Grid:
    width = max(map(len, rows))
    return Grid(
        name,
        tuple(
            tuple(GridCell(text) if text else EMPTY for text in (*row, *[""] * (width - len(row))))
            for row in rows
        ),
    )


def workbook(rows: Sequence[Sequence[str]], name: str = "Baker") -> Workbook:
    return Workbook("file.xlsx", (grid(rows, name),))


STEPS = workbook(
    [
        ["Skill", "Beginner", "Intermediate", "Advanced"],
        ["Talks", TALKS, LISTENS, LEADS],
        ["Plans", LEADS, TALKS, LISTENS],
    ]
)


def test_that_the_answer_to_a_doubt_decides() -> None:
    mapping = recognised(STEPS)
    assert mapping.answer("steps") == "steps"
    assert applied(STEPS, mapping).ladder.skills[0].proficiencies
    pins = (Pin("answer", "levels", value="steps"),)
    mapping = recognised(STEPS, pins)
    ladder = applied(STEPS, mapping).ladder
    assert not ladder.skills
    assert [one.name for one in ladder.levels] == ["Beginner", "Intermediate", "Advanced"]
    assert mapping.doubts[0].pinned


def test_that_a_pinned_column_is_what_the_person_said() -> None:
    book = workbook([["Competency", "Junior", "Senior"], ["Talks", TALKS, LEADS]])
    pins = (Pin("column", "comment", "Baker", 2),)
    mapping = recognised(book, pins)
    assert mapping.grids[0].columns[2].role == "comment"
    assert mapping.grids[0].columns[2].pinned
    assert "Senior" not in {one.name for one in applied(book, mapping).ladder.levels}


def test_that_the_lower_edge_can_be_set() -> None:
    book = workbook(
        [["Competency", "Junior", "Senior"], ["Talks", TALKS, LEADS], ["Plans", LISTENS, TALKS]]
    )
    result = applied(book, recognised(book, [Pin("bottom", "", "Baker", 1)]))
    assert [one.name for one in result.ladder.competencies] == ["Talks"]
    assert {one.reason for one in result.cells if one.position.row == 2} == {
        "it is a note above or below the table"
    }


def test_that_a_sheet_can_be_left_out_and_taken() -> None:
    left = recognised(STEPS, [Pin("take", "no", "Baker")])
    assert not left.grids[0].taken
    assert applied(STEPS, left).count("taken") == 0


def test_that_the_name_of_a_sheet_can_be_given_another_meaning() -> None:
    book = workbook([["Competency", "Junior", "Senior"], ["Talks", TALKS, LEADS]])
    ladder = applied(book, recognised(book, [Pin("sheet", "family", "Baker", value="Cook")])).ladder
    assert [one.name for one in ladder.families] == ["Cook"]
    ladder = applied(book, recognised(book, [Pin("sheet", "left", "Baker")])).ladder
    assert not ladder.families
    assert ladder.levels[0].expectations["talks"] == (TALKS,)


def test_that_a_mapping_file_gives_the_pins_again() -> None:
    pins = (
        Pin("take", "yes", "Baker"),
        Pin("reading", "levels-across", "Baker"),
        Pin("column", "at-level", "Baker", 27, "Junior"),
        Pin("row", "group-row", "Baker", 3),
        Pin("bottom", "", "Baker", 7),
        Pin("sheet", "family", "Baker", value="Cook"),
        Pin("answer", "levels", value="steps"),
    )
    text = mapping_text(recognised(STEPS, pins))
    assert pins_of_text(text, "map.json") == pins
    assert shape_of_text(text) == recognised(STEPS).signature


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not a mapping: it is not JSON"),
        ("[]", "first key has to be"),
        ('{"laddereditor-mapping": 1, "pins": 3}', "has to be a list"),
        ('{"laddereditor-mapping": 1, "pins": [{"part": "cell"}]}', "pin 1: “part” has to be one"),
        (
            '{"laddereditor-mapping": 1, "pins": [{"part": "column", "sheet": "A", "column": "1", '
            '"role": "level"}]}',
            "“1” is not the name of a column",
        ),
        (
            '{"laddereditor-mapping": 1, "pins": [{"part": "row", "sheet": "A", "row": 1, '
            '"role": "king"}]}',
            "“king” is unknown",
        ),
    ],
)
def test_that_a_damaged_mapping_file_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ImportRefused, match=message):
        pins_of_text(text, "map.json")


def test_that_files_of_one_shape_have_one_signature() -> None:
    other = workbook(
        [["Skill", "Beginner", "Intermediate", "Advanced"], ["Bakes", LEADS, LEADS, TALKS]]
    )
    assert recognised(other).signature == recognised(STEPS).signature
    third = workbook([["Skill", "Beginner", "Advanced"], ["Bakes", LEADS, TALKS]])
    assert recognised(third).signature != recognised(STEPS).signature


def test_that_a_competency_called_code_is_no_row_of_codes() -> None:
    book = workbook(
        [["Competency", "Junior", "Senior"], ["Code", TALKS, LEADS], ["Plans", LISTENS, TALKS]]
    )
    result = applied(book, recognised(book))
    assert [one.name for one in result.ladder.competencies] == ["Code", "Plans"]
    assert [one.id for one in result.ladder.levels] == ["P1", "P2"]


def test_that_heads_that_come_twice_do_not_move_the_levels() -> None:
    book = workbook(
        [
            ["Competency", "Level 1", "Level 2", "Level 1", "Level 2"],
            ["Talks", TALKS, LEADS, "1", "2"],
            ["Plans", LISTENS, TALKS, "2", "2"],
        ]
    )
    ladder = applied(book, recognised(book)).ladder
    said = [one.expectations["talks"] for one in ladder.families[0].profiles]
    assert said == [(TALKS,), (LEADS,)]


def test_that_what_cannot_be_kept_is_said_and_not_dropped() -> None:
    book = workbook(
        [
            ["Family", "Track", "Level", "Code", "Competency", "Expectation"],
            ["Baker", "Craft", "Junior", "BAK-01", "Talks", TALKS],
            ["Baker", "Craft", "Senior", "BAK-02", "Talks", LEADS],
        ]
    )
    result = applied(book, recognised(book))
    unknown = {one.text for one in result.cells if one.outcome == "unknown"}
    assert unknown == {"BAK-01", "BAK-02"}
    assert [one.name for one in result.ladder.tracks] == ["Craft"]
