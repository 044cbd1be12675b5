"""Whatever cells a workbook has: no error, each cell accounted for once, a ladder that is valid."""

from hypothesis import given
from hypothesis import strategies as st

from laddereditor.exchange.tables import Pin, Span, Workbook, applied, recognised
from laddereditor.exchange.tables.grid import EMPTY, Grid, GridCell
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text
from laddereditor.exchange.tables.recognition.forced import possible_readings
from laddereditor.exchange.tables.roles import COLUMN_ROLES, ROW_ROLES
from laddereditor.model.address import Address

WORDS = (
    *("Level", "Skill", "Competency", "Family", "Junior", "Senior", "Engineer", "IC1", "IC2", "P3"),
    *("Beginner", "Expert", "Title", "Experience", "Salary", "Comments", "Score", "id", "Total"),
    *("Description", "Responsibilities", "3", "1", "0", "x", "n/a", "2 - Competent", "3-5 years"),
    *("Levels", "Stufe", "Kompetenz", "Leitung", "Dough", "Oven work", "USD 50,000 – 60,000"),
    "Explains a plan to the team before the work begins",
    "• Listens to customers\n• Writes down what they say",
    "Senior\nLeads talks about contracts with several partners in a region of the country",
)
texts = st.sampled_from(WORDS) | st.text(max_size=12).map(str.strip)
cells = st.just(EMPTY) | st.builds(
    GridCell,
    text=texts,
    kind=st.sampled_from(("text", "number", "date")),
    bold=st.booleans(),
    shade=st.sampled_from(("", "d9d9d9")),
)


@st.composite
def grids(draw: st.DrawFn, name: str) -> Grid:
    width, height = draw(st.integers(1, 6)), draw(st.integers(0, 8))
    rows = [tuple(draw(cells) for _ in range(width)) for _ in range(height)]
    merged: tuple[Span, ...] = ()
    if width > 2 and height > 2 and draw(st.booleans()):
        merged = (Span(0, 1, 0, 2), Span(1, 0, 2, 0))
    hidden = frozenset({1}) if draw(st.booleans()) else frozenset()
    return Grid(name, tuple(rows), merged, hidden_columns=hidden)


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    names = draw(
        st.lists(st.sampled_from(["Bread", "Sheet1", "L1", "L2"]), unique=True, max_size=3)
    )
    return Workbook("file.xlsx", tuple(draw(grids(name)) for name in names))


@st.composite
def pins(draw: st.DrawFn) -> Pin:
    sheet = draw(st.sampled_from(["Bread", "Sheet1", "L1", "Gone"]))
    return draw(
        st.sampled_from(
            [
                Pin("column", draw(st.sampled_from(COLUMN_ROLES)), sheet, draw(st.integers(0, 7))),
                Pin("row", draw(st.sampled_from(ROW_ROLES)), sheet, draw(st.integers(0, 9))),
                Pin("reading", draw(st.sampled_from(["levels-across", "list", "none"])), sheet),
                Pin("bottom", "", sheet, draw(st.integers(0, 9))),
                Pin("take", "yes", sheet),
                Pin("sheet", draw(st.sampled_from(["family", "level", "left"])), sheet, value="N"),
                Pin("answer", "levels", value="steps"),
            ]
        )
    )


@given(workbooks(), st.lists(pins(), max_size=4))
def test_that_every_cell_of_any_workbook_is_accounted_for(
    workbook: Workbook, decided: list[Pin]
) -> None:
    mapping = recognised(workbook, decided)
    result = applied(workbook, mapping)
    said = [(one.position.sheet, one.position.row, one.position.column) for one in result.cells]
    there = [
        (sheet, row, column)
        for sheet, grid in enumerate(workbook.grids)
        for row, line in enumerate(grid.rows)
        for column, cell in enumerate(line)
        if cell.text
    ]
    assert said == there
    assert len(mapping.doubts) <= 3
    for one in result.cells:
        if one.address:
            Address(one.address).value(result.ladder)
    assert pins_of_text(mapping_text(mapping), "map.json") == tuple(decided)


@given(workbooks())
def test_that_any_table_can_be_read_in_any_way(workbook: Workbook) -> None:
    for at, grid in enumerate(workbook.grids):
        for reading in possible_readings(grid):
            one = recognised(workbook, [Pin("reading", reading, grid.name)]).grids[at]
            assert (one.reading, one.taken) == (reading, True)
