"""The index of the search, and the data of the side-by-side page."""

import json
from typing import Any

from laddereditor.reports.exporter import ExportSource
from laddereditor.reports.site.family_matrix import matrix_parts
from laddereditor.reports.site.page_text import embedded
from laddereditor.reports.site.search_index import folded, search_index, words_of
from laddereditor.reports.site.side_by_side import side_by_side
from laddereditor.reports.site.site import Site, site_of
from tests.reports.site.hostile import hostile_ladder
from tests.reports.site.test_site_pages import ladder_of


def technology() -> Site:
    return site_of(ExportSource(ladder_of("technology")))


def found(index: dict[str, Any], word: str) -> set[str]:
    """Titles of the pages with a word, read as the script reads them."""
    titles, page = set(), 0
    for distance in index["words"].get(word, ()):
        page += distance
        titles.add(str(index["pages"][page][0]))
    return titles


def test_that_accents_and_case_do_not_matter() -> None:
    assert folded("Ingénieur Größe ŁÓDŹ Æon") == "ingenieur grosse lodz aeon"
    assert words_of("C++ and C#, Node.js") == {"c++", "and", "c#", "node", "js"}


def test_that_the_index_finds_each_page_by_each_of_its_words() -> None:
    index = search_index(technology())
    assert "P3 AI/ML Engineer III" in found(index, "ml")
    assert "Mentoring" in found(index, "mentoring")
    assert "P3 AI/ML Engineer III" in found(index, "retired")  # of its summary
    assert len(index["pages"]) == len(technology().paths)


def test_that_no_page_is_listed_twice_for_a_word() -> None:
    index = search_index(technology())
    for distances in index["words"].values():
        assert all(distance > 0 for distance in distances[1:])


def test_that_data_inside_a_page_ends_no_script_and_reads_the_same() -> None:
    index = search_index(site_of(ExportSource(hostile_ladder())))
    text = embedded({"t": "</script><!--"})
    assert "<" not in text and json.loads(text) == {"t": "</script><!--"}
    assert "<" not in embedded(index)


def test_that_side_by_side_has_each_text_once_and_each_profile_with_its_link() -> None:
    data = side_by_side(technology())
    assert len(data["texts"]) == len(set(data["texts"]))
    assert len(data["profiles"]) == sum(1 for _ in technology().profiles())
    family, level, title, link, said = data["profiles"][0]
    assert (data["families"][family], level) == ("Software Engineer", "P1")
    assert title and link == "profiles/software-engineer-p1.html"
    places = [data["places"][place] for place, *_ in said]
    assert ["What this level means", "Scope"] in places


def test_that_matrix_rows_keep_the_order_of_the_pages() -> None:
    pages = [one.cells for one in technology().families[0].profiles]
    headings = [part.heading for part in matrix_parts(pages)]
    assert headings[:4] == ["", "What this level means", "What you'd do", "What is expected"]
    assert all(len(line.cells) == len(pages) for part in matrix_parts(pages) for line in part.lines)
