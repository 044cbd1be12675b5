"""The table of a family: which rows and cells there are, and what is a gap."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.table import Cell, Matrix, Row
from laddereditor.edits.adding import add
from laddereditor.edits.cell_texts import (
    YES,
    experience_text,
    range_text,
    statement_cell,
)
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.places.shown import skill_text, text_at
from laddereditor.model.address import Address
from laddereditor.model.family import Family, Profile
from laddereditor.model.inheritance import Source
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.pay import PayRange
from laddereditor.model.statement import ExampledStatement
from tests.edits.samples import made, sample
from tests.finding import find
from tests.strategies import filled_lines, ladders

DATA = Address("families/data")
CHOICES = ("flsa", "pay/status", "status")


def _own(ladder: Ladder, entity: Profile | Level) -> Counter[tuple[str, str]]:
    """Every value that an entity stores, as (field path, text)."""
    found: Counter[tuple[str, str]] = Counter()
    for name, value in dict(entity).items():
        if name not in ("level", "id", "track"):
            found.update(_values(ladder, name, value))
    return Counter({reported: count for reported, count in found.items() if reported[1]})


def _values(ladder: Ladder, path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value.replace("-", " ").capitalize() if path in CHOICES else value
    elif isinstance(value, bool):
        yield path, YES if value else ""
    elif isinstance(value, date):
        yield path, value.isoformat()
    elif isinstance(value, Experience):
        yield path, experience_text(value)
    elif isinstance(value, PayRange):
        yield path, range_text(value)
    elif isinstance(value, ExampledStatement):
        yield path, statement_cell(value)
    elif value is not None:
        held: Mapping[Any, Any] = value if isinstance(value, Mapping) else dict(_numbered(value))
        for key, inner in held.items():
            if path == "skills":
                yield f"{path}/{key}", skill_text(ladder, inner)
            else:
                yield from _values(ladder, f"{path}/{key}", inner)


def _numbered(value: object) -> Iterable[tuple[object, object]]:
    return enumerate(value) if isinstance(value, tuple) else dict(value).items()  # type: ignore[call-overload]


def _reported(table: Matrix, column: int) -> Counter[tuple[str, str]]:
    cells = (row.cells[column] for row in table.rows if row.cells)
    return Counter((cell.field, cell.full_text) for cell in cells if cell.state == "own")


def _places(ladder: Ladder) -> list[str]:
    return ["levels", *(f"families/{family.id}" for family in ladder.families)]


@given(ladders(), st.booleans(), st.booleans())
def test_that_each_value_of_each_profile_and_level_is_in_the_table_exactly_once(
    ladder: Ladder, compact: bool, all_tracks: bool
) -> None:
    for place in _places(ladder):
        table = matrix(ladder, Address(place), all_tracks=all_tracks, compact=compact)
        addresses = [column.address for column in table.columns if column.address]
        family = find(ladder, place)
        held = family.profiles if isinstance(family, Family) else ladder.levels
        assert len(addresses) == len(set(addresses)) == len(held)
        for number, column in enumerate(table.columns):
            if column.address:
                entity = find(ladder, column.address)
                assert _reported(table, number) == _own(ladder, entity)


@given(st.data())
def test_that_a_text_set_in_a_cell_is_the_text_that_the_table_then_shows(
    data: st.DataObject,
) -> None:
    ladder = data.draw(ladders())
    place = data.draw(st.sampled_from(_places(ladder)))
    table = matrix(ladder, Address(place))
    cells = [
        (row, number, cell)
        for row in table.rows
        for number, cell in enumerate(row.cells)
        if cell.place and row.section not in ("skills", "titles")
    ]
    if not cells:
        return
    row, number, cell = data.draw(st.sampled_from(cells))
    text = data.draw(filled_lines | st.sampled_from(["3-5", "10+", "Exempt", "withheld"]))
    assert cell.place is not None
    try:
        after = made(fill(ladder, ((cell.place, text),)), ladder)
    except EditRefused:
        assert row.section in ("experience", "inferred", "review_by", *CHOICES)
        return
    wanted = {"experience": text.replace("-", "–")}.get(row.section, text)
    wanted = text.capitalize() if row.section in CHOICES else wanted
    reported = [
        one.cells[number].full_text
        for one in matrix(after, Address(place)).rows
        if (one.section, one.key) == (row.section, row.key) and one.cells
    ]
    assert wanted in reported
    if not cell.place.insert:
        assert text_at(after, cell.place) == wanted


def _rows(table: Matrix, section: str, key: str = "") -> list[Row]:
    return [row for row in table.rows if (row.section, row.key) == (section, key) and row.cells]


def _levels(table: Matrix) -> list[str]:
    return [column.level for column in table.columns]


def _cell(table: Matrix, section: str, level: str, key: str = "", row: int = 0) -> Cell:
    return _rows(table, section, key)[row].cells[_levels(table).index(level)]


def test_that_levels_of_the_familys_tracks_are_columns_and_those_without_a_profile_gaps() -> None:
    table = matrix(sample(), DATA)
    assert _levels(table) == ["P1", "P2", "P3"]
    assert [column.is_absent for column in table.columns] == [True, False, False]
    assert all(row.cells[0].state == "absent" for row in table.rows if row.cells)


def test_that_all_tracks_can_be_shown() -> None:
    assert _levels(matrix(sample(), DATA, all_tracks=True)) == ["P1", "P2", "P3", "M1", "M2"]


def test_that_a_family_without_profiles_shows_every_level() -> None:
    assert _levels(matrix(sample(), Address("families/hr"))) == ["P1", "P2", "P3", "M1", "M2"]


def test_that_second_profiles_and_profiles_of_unknown_levels_have_columns() -> None:
    raw = sample().model_dump()
    raw["families"][0]["profiles"] += (
        {"level": "P3", "title": "Twin"},
        {"level": "X9", "title": "Stray"},
    )
    table = matrix(Ladder.model_validate(raw), DATA)
    assert _levels(table) == ["P1", "P2", "P3", "P3", "X9"]
    assert [column.address for column in table.columns[2:]] == [
        "families/data/P3",
        "families/data/P3~2",
        "families/data/X9",
    ]


def test_that_a_level_which_is_there_twice_is_one_column_of_a_family() -> None:
    raw = sample().model_dump()
    raw["levels"] += (raw["levels"][1],)
    assert _levels(matrix(Ladder.model_validate(raw), DATA)) == ["P1", "P2", "P3"]


def test_that_a_skill_listed_twice_has_two_rows_and_takes_no_further_use() -> None:
    raw = sample().model_dump()
    raw["families"][0]["profiles"][1]["skills"] += ("sql",)
    first, second = _rows(matrix(Ladder.model_validate(raw), DATA), "skills", "sql")
    assert [cell.field for cell in (first.cells[2], second.cells[2])] == ["skills/1", "skills/3"]
    assert second.cells[1].place is None


def test_that_inherited_text_names_its_level_and_own_text_what_it_overrides() -> None:
    table = matrix(sample(), DATA)
    impact = _cell(table, "factors", "P3", "impact")
    assert (impact.text, impact.state, impact.note) == ("Product", "inherited", "from level P3")
    scope = _cell(table, "factors", "P3", "scope")
    assert (scope.text, scope.state, scope.below) == ("Data products", "own", "Projects")
    assert _cell(table, "expectations", "P3", "delivery").below == "Ships"
    title = _cell(table, "title", "P2")
    assert (title.state, title.source) == ("inherited", Source.PATTERN)


def test_that_titles_which_follow_from_patterns_take_no_text() -> None:
    (derived, _) = _rows(matrix(sample(), DATA), "titles")
    assert derived.cells[2].text == "Pipelines III"
    assert derived.cells[2].place is None


def test_that_a_field_which_others_fill_is_a_gap_and_one_that_nobody_fills_is_not() -> None:
    table = matrix(sample(), DATA)
    gap = _cell(table, "summary", "P2")
    assert (gap.state, gap.note) == ("gap", "P3 says something here")
    assert _cell(table, "factors", "P3", "autonomy").state == "empty"
    assert _cell(table, "notes", "P2").state == "empty"
    assert table.gaps == sum(
        bool(cell.note) for row in table.rows for cell in row.cells if cell.state == "gap"
    )


def test_that_an_empty_list_is_one_gap_however_many_rows_the_others_have() -> None:
    rows = _rows(matrix(sample(), DATA), "responsibilities")
    assert [row.cells[1].state for row in rows] == ["gap", "gap", "gap", "adder"]
    assert [row.cells[1].note for row in rows] == ["P3 has a list here", "", "", ""]


def test_that_a_skill_which_the_levels_around_ask_for_is_a_gap() -> None:
    ladder = sample()
    ladder = made(
        add(ladder, DATA, "profile", values={"level": "P1", "skills": ["python"]}), ladder
    )
    raw = ladder.model_dump()
    raw["families"][0]["profiles"][2]["skills"] += ("python",)
    table = matrix(Ladder.model_validate(raw), DATA)
    cell = _cell(table, "skills", "P2", "python")
    assert (cell.state, cell.note) == ("gap", "P1 and P3 ask for it")
    assert _cell(table, "skills", "P1", "sql").state == "empty"


def test_that_skills_are_by_category_in_the_librarys_order_with_their_proficiency() -> None:
    rows = [row for row in matrix(sample(), DATA).rows if row.section == "skills"]
    reported = [(row.kind, row.heading) for row in rows]
    assert reported == [
        ("heading", "Skills, knowledge & tools"),
        ("group", "People"),
        ("skill", "Mentoring"),
        ("skill", "Mentorship"),
        ("group", "Data"),
        ("skill", "SQL"),
        ("adder", ""),
    ]
    assert [cell.text for cell in rows[2].cells] == ["", "", "Working"]
    assert [cell.text for cell in rows[5].cells] == ["", "Any proficiency", "Any proficiency"]


def _with_duties(*lists: list[str]) -> Ladder:
    raw = sample().model_dump()
    raw["families"][0]["profiles"] = [
        {"level": f"P{n + 1}", "responsibilities": texts} for n, texts in enumerate(lists)
    ]
    return Ladder.model_validate(raw)


def _texts(table: Matrix) -> list[list[str]]:
    rows = _rows(table, "responsibilities")
    return [[cell.text for cell in row.cells] for row in rows if row.kind == "item"]


def test_that_statements_which_belong_together_share_a_row_and_say_where_else() -> None:
    ladder = _with_duties(
        ["Greets visitors", "Reviews the code of the team"],
        ["Reviews the code of the whole team", "Counts stock"],
    )
    table = matrix(ladder, DATA)
    assert _texts(table) == [
        ["Greets visitors", "", ""],
        ["Reviews the code of the team", "Reviews the code of the whole team", ""],
        ["", "Counts stock", ""],
    ]
    assert _cell(table, "responsibilities", "P1", row=1).also == "P2"
    assert _cell(table, "responsibilities", "P1", row=0).also == ""


def test_that_statements_without_a_partner_share_rows_unless_they_are_kept_apart() -> None:
    ladder = _with_duties(["Greets visitors", "Sorts mail"], ["Counts stock"])
    assert _texts(matrix(ladder, DATA)) == [
        ["Greets visitors", "Counts stock", ""],
        ["Sorts mail", "", ""],
    ]
    apart = _texts(matrix(ladder, DATA, compact=False))
    assert sorted(apart) == sorted(
        [["Greets visitors", "", ""], ["Sorts mail", "", ""], ["", "Counts stock", ""]]
    )


def test_that_a_text_typed_beside_a_row_goes_behind_what_is_above() -> None:
    ladder = _with_duties(["Greets visitors", "Sorts mail", "Answers calls"], ["Counts stock"])
    cell = _cell(matrix(ladder, DATA), "responsibilities", "P2", row=2)
    assert cell.place is not None
    after = made(fill(ladder, ((cell.place, "Packs boxes"),)), ladder)
    assert find(after, f"{DATA}/P2").responsibilities == ("Counts stock", "Packs boxes")


def test_that_generic_levels_have_a_table_of_their_own() -> None:
    table = matrix(sample(), Address("levels"))
    assert _levels(table) == ["P1", "P2", "P3", "M1", "M2"]
    assert [row.section for row in table.rows if row.kind == "heading"] == [
        "factors",
        "expectations",
        "skills",
        "title_patterns",
        "pay",
    ]
    assert _cell(table, "factors", "P2", "scope").note == "P1 and P3 say something here"
