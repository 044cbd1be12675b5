"""The page in the window: long lists and texts are cut, and what is left out is counted."""

from laddereditor.model.address import FieldPath
from laddereditor.reports.page.parts import (
    MAX_CHARACTERS,
    MAX_ITEMS,
    PageItem,
    PageSection,
    ReaderPage,
    shortened,
)


def test_that_a_short_page_stays_as_it_is() -> None:
    section = PageSection(
        "Skills", FieldPath("skills"), ("Text",), (("Scope", "Team"),), (PageItem("a", "", ("b",)),)
    )
    page = ReaderPage("P1", "Name", "Title", ("Lead",), (section,))
    assert shortened(page) == page


def test_that_what_is_left_out_is_counted() -> None:
    many = MAX_ITEMS + 1234
    items = tuple(PageItem(f"item {n}") for n in range(many))
    terms = tuple((f"term {n}", "text") for n in range(many))
    deep = PageItem("x" * (MAX_CHARACTERS + 7), "", tuple(f"example {n}" for n in range(many)))
    sections = (
        PageSection("A", FieldPath("skills"), items=items),
        PageSection("B", FieldPath("factors"), terms=terms),
        PageSection("C", FieldPath("responsibilities"), items=(deep,)),
    )
    skills, factors, duties = shortened(ReaderPage("", "", "", (), sections)).sections
    assert [len(skills.items), len(factors.terms)] == [MAX_ITEMS + 1, MAX_ITEMS + 1]
    assert "1,234 more" in skills.items[-1].text
    assert "1,234 more" in factors.terms[-1][1]
    assert "1,234 more" in duties.items[0].below[-1]
    assert "7 more characters" in duties.items[0].text
