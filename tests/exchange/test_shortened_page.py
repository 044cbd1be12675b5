"""The page in the window: long lists and texts are cut, and what is left out is counted."""

from laddereditor.exchange.reader_page import (
    MOST_CHARACTERS,
    MOST_ITEMS,
    Item,
    ReaderPage,
    Section,
    shortened,
)


def test_that_a_short_page_stays_as_it_is() -> None:
    section = Section("Skills", "skills", ("Text",), (("Scope", "Team"),), (Item("a", "", ("b",)),))
    page = ReaderPage("P1", "Name", "Title", ("Lead",), (section,))
    assert shortened(page) == page


def test_that_what_is_left_out_is_counted() -> None:
    many = MOST_ITEMS + 1234
    items = tuple(Item(f"item {n}") for n in range(many))
    terms = tuple((f"term {n}", "text") for n in range(many))
    deep = Item("x" * (MOST_CHARACTERS + 7), "", tuple(f"example {n}" for n in range(many)))
    sections = (
        Section("A", "skills", items=items),
        Section("B", "factors", terms=terms),
        Section("C", "responsibilities", items=(deep,)),
    )
    skills, factors, duties = shortened(ReaderPage("", "", "", (), sections)).sections
    assert [len(skills.items), len(factors.terms)] == [MOST_ITEMS + 1, MOST_ITEMS + 1]
    assert "1,234 more" in skills.items[-1].text
    assert "1,234 more" in factors.terms[-1][1]
    assert "1,234 more" in duties.items[0].below[-1]
    assert "7 more characters" in duties.items[0].text
