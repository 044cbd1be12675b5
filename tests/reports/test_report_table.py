"""A comparison on the clipboard: what Word and Excel get."""

import csv
import io
from html.parser import HTMLParser

from laddereditor.compare.sheet.table import Comparison
from laddereditor.reports.comparison.table import (
    comparison_paper,
    comparison_plain,
    to_html_table,
    to_tsv,
)
from tests.compare.comparing_samples import compared, ours


def read(comparison: Comparison) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_tsv(comparison)), dialect="excel-tab"))


class Tables(HTMLParser):
    """Reads the rows of a table, and which tags there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += data


def test_that_every_row_has_a_cell_for_each_column_and_says_its_state() -> None:
    table = read(compared("data/P1", "data/P2"))
    assert {len(row) for row in table} == {5}
    assert table[0] == [
        "",
        "State of P1",
        "Data Analyst P1 – Junior Data Analyst (baseline)",
        "State of P2",
        "Data Analyst P2 – Data Analyst",
    ]
    assert ["Title", "", "Junior Data Analyst", "", "Data Analyst"] in table
    assert ["What you'd do", "", "", "", "1 only at P2, 2 reworded"] in table
    assert ["Tools", "", "SQL (Working)", "Raised", "SQL (Working → Expert)"] in table
    assert ["", "Only at P1", "Mentoring", "Only at P2", "Statistics (Working)"] in table
    assert ["", "", "", "Only at P2", "Writing"] in table
    assert table[-1][0].startswith("Our ladder; compared on 20")


def test_that_what_is_the_same_says_so_and_where_it_is_from() -> None:
    table = read(compared("levels/P1", "data/P1"))
    assert ["Autonomy", "", "Guided", "Same", "Guided (from level)"] in table


def test_that_a_text_with_line_ends_and_tabs_stays_in_its_cell() -> None:
    ladder = ours(
        families=[{"id": "x", "profiles": [{"level": "P1", "summary": 'One\n"two"\tthree'}]}]
    )
    table = read(compared("x/P1", "x/P1", ladder=ladder))
    assert ["Summary", "", 'One\n"two" three', "Same", 'One\n"two" three'] in table


def test_that_no_cell_is_a_formula() -> None:
    ladder = ours(
        families=[{"id": "x", "profiles": [{"level": "P1", "responsibilities": ["=1+1", "-2"]}]}]
    )
    table = read(compared("x/P1", "x/P1", ladder=ladder))
    assert ["", "", "'=1+1", "Same", "'=1+1"] in table
    html = to_html_table(compared("x/P1", "x/P1", ladder=ladder))
    assert html.count("mso-number-format:'\\@'") == html.count("<td") + html.count("<th")


def test_that_the_html_has_the_same_rows_and_no_tracked_changes() -> None:
    comparison = compared("data/P1", "data/P2")
    found = Tables(to_html_table(comparison))
    plain = read(comparison)
    assert [row[0] for row in found.rows] == [row[0] for row in plain[:-2]]
    assert {len(row) for row in found.rows} == {5}
    assert "Only at P2" in [row[3] for row in found.rows]
    assert plain[-1][0] in to_html_table(comparison)
    assert not {"ins", "del", "style", "script"} & found.tags


def test_that_texts_are_escaped_in_the_html() -> None:
    nasty = "<img src=x onerror=alert(1)> & <b>bold</b>"
    ladder = ours(
        skills=[{"id": "sql", "name": nasty, "category": nasty}],
        families=[
            {
                "id": "x",
                "name": nasty,
                "profiles": [{"level": "P1", "title": nasty, "skills": ["sql"]}],
            }
        ],
    )
    html = to_html_table(compared("x/P1", "x/P1", ladder=ladder))
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; &amp;" in html


def test_that_a_page_has_one_column_for_each_profile_with_the_state_in_its_cell() -> None:
    for written in (comparison_paper, comparison_plain):
        rows = Tables(written(compared("data/P1", "data/P2"))).rows
        assert {len(row) for row in rows} == {3}
        assert ["Tools", "SQL (Working)"] in [row[:2] for row in rows]
        [raised] = [row[2] for row in rows if row[0] == "Tools"]
        assert raised.startswith("Raised") and "Expert" in raised


def test_that_a_text_for_word_has_no_marks_of_words() -> None:
    written = comparison_plain(compared("data/P1", "data/P2"))
    assert not {"ins", "del", "s", "u"} & Tables(written).tags
