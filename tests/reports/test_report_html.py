"""A comparison as a page of its own."""

from html.parser import HTMLParser

import pytest

from laddereditor.compare.sheet.counting import differences_only
from laddereditor.reports.comparison.html import comparison_html
from tests.compare.comparing_samples import compared, ours

_VOID = {"meta", "br", "img"}


class Strict(HTMLParser):
    """Reads a page and checks that its tags are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("baseline", [0, 1])
def test_that_the_page_is_whole_and_needs_nothing_from_outside(baseline: int) -> None:
    html = comparison_html(compared("data/P1", "data/P2", "#analysis/P1", baseline=baseline))
    page = Strict(html)
    tags = {tag for tag, _ in page.seen}
    assert {"table", "thead", "tbody", "style", "title"} <= tags
    assert not {"link", "script", "img", "iframe"} & tags
    assert not any({"src", "href"} & set(attributes) for _, attributes in page.seen)
    assert "url(" not in html
    assert "@import" not in html


def test_that_words_that_went_and_came_are_marked_and_explained() -> None:
    html = comparison_html(compared("data/P1", "data/P2"))
    assert '<del>within</del><ins class="instead">beyond</ins>' in html.replace(" <", "<").replace(
        "</del> ", "</del>"
    )
    legend = html.partition('class="legend"')[2].partition("</ul>")[0]
    assert legend.count("<li") == 3  # reworded, raised, and the marks of words


def test_that_each_cell_says_its_column_and_its_state() -> None:
    page = Strict(comparison_html(compared("data/P1", "data/P2")))
    cells = [attributes for tag, attributes in page.seen if tag == "td"]
    named = [one for one in cells if one.get("class") != "none"]
    assert {one["data-column"] for one in named} == {
        "Data Analyst P1 (baseline)",
        "Data Analyst P2",
    }
    html = comparison_html(compared("data/P1", "data/P2"))
    for word in ("Reworded", "Raised", "Only at P1", "Only at P2"):
        assert f"</span>{word}</b>" in html


def test_that_it_can_be_printed_and_read_on_a_phone_and_in_the_dark() -> None:
    html = comparison_html(compared("data/P1", "data/P2"))
    for rule in (
        "@page { size: A4 landscape",
        "display: table-header-group",
        "break-inside: avoid",
        "@media screen and (prefers-color-scheme: dark)",
        "attr(data-column)",
    ):
        assert rule in html
    assert html.count("<thead>") == 1


def test_that_texts_are_escaped_everywhere() -> None:
    nasty = '"><script>alert(1)</script>'
    ladder = ours(
        language=nasty,
        factors=[{"id": "scope", "name": nasty}],
        skills=[{"id": "sql", "name": nasty, "category": nasty}],
        families=[
            {
                "id": "x",
                "name": nasty,
                "profiles": [
                    {
                        "level": "P1",
                        "title": nasty,
                        "factors": {"scope": nasty},
                        "responsibilities": [{"text": nasty, "examples": [nasty]}],
                        "skills": ["sql"],
                        "pay": {"note": nasty, "ranges": [{"market": nasty}]},
                    }
                ],
            }
        ],
    )
    page = Strict(comparison_html(compared("x/P1", "levels/P1", ladder=ladder)))
    assert "script" not in {tag for tag, _ in page.seen}


def test_that_a_text_in_another_language_says_which() -> None:
    assert '<span lang="de">' in comparison_html(compared("data/P1", "#analysis/P1"))


def test_that_one_value_is_beside_its_heading_without_a_line_of_counts() -> None:
    html = comparison_html(compared("data/P1", "data/P2"))
    assert '<th scope="row" class="single">Title</th>' in html
    assert '<th scope="rowgroup">Title</th>' not in html


def test_that_nothing_left_to_show_is_reported() -> None:
    assert "Nothing differs." in comparison_html(differences_only(compared("data/P1", "data/P1")))
