"""Compare, the matrix, the page and the rules say how many titles they leave out."""

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check

PATTERNS = [f"{{specialty}} {n}" for n in range(200)]
LADDER = Ladder.model_validate(
    {
        "laddereditor": 1,
        "levels": [
            {"id": "P1", "track": "p", "title_patterns": PATTERNS},
            {"id": "P2", "track": "p", "title_patterns": ["{specialty} II"]},
        ],
        "tracks": [{"id": "p", "code": "P"}],
        "families": [
            {
                "id": "a",
                "specialties": [f"Field {n}" for n in range(300)],
                "profiles": [{"level": "P1"}, {"level": "P2"}],
            }
        ],
    }
)
MORE = "59,500 more titles"


def test_that_compare_lists_some_titles_and_counts_the_others() -> None:
    columns = [Subject(LADDER, Address("families/a/P1")), Subject(LADDER, Address("families/a/P2"))]
    titles = next(one for one in compare(columns).sections if one.field == "titles")
    assert len(titles.rows) < 1000
    assert any(MORE in row.cells[0].text for row in titles.rows if row.cells[0])


def test_that_the_matrix_lists_some_titles_and_counts_the_others() -> None:
    rows = [row for row in matrix(LADDER, Address("families/a")).rows if row.section == "titles"]
    assert len(rows) < 1000
    assert any(MORE in cell.text for row in rows for cell in row.cells)


def test_that_the_page_lists_some_titles_and_counts_the_others() -> None:
    family = LADDER.families[0]
    html = page_html(page_of(LADDER, family.profiles[0], family))
    assert MORE in html
    assert len(html) < 100_000


def test_that_a_rule_says_how_many_titles_there_are() -> None:
    found = [one for one in check(LADDER).findings if one.rule == "too-many-titles"]
    assert [(one.address, one.field) for one in found] == [("families/a", "specialties")]
    assert "60,000 titles" in found[0].message and "first 500" in found[0].message
