"""Pages of a level guide in all its layouts, taken in many ways."""

import pytest
from tests.exchange.levelpage.guide.described import SETS, GuidePage, read_pages
from tests.exchange.levelpage.guide.scoring import read, verdicts
from tests.exchange.levelpage.guide.writing import EXTRACTIONS, LAYOUTS, written
from tests.finding import find

from laddereditor.exchange.html_text import is_html, text_of_html
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.registry import import_text

_MINIMUM = 0.97
_PAGES = [page for name in SETS for page in read_pages(name)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("extraction", EXTRACTIONS)
def test_that_every_line_is_in_a_field_or_listed(layout: str, extraction: str) -> None:
    for page in _PAGES:
        result = read(page, layout, extraction)
        text, _ = written(page, layout, extraction)
        lines = (text_of_html(text) if is_html(text) else text).splitlines()
        filled = {at for at, line in enumerate(lines, 1) if line.strip()}
        used = {line for line, _ in result.used}
        unread = {one.line for one in result.not_understood}
        assert used | unread == filled
        assert not used & unread
        for _, address in result.used:
            find(result.ladder, address)


def test_that_a_page_of_goal_templates_is_refused_in_words() -> None:
    text = "P2P2 — Journey Baker\nGoal templates\n- Bake 200 loaves a night by June\n"
    with pytest.raises(ImportRefused, match="goal templates are not part of a ladder"):
        import_text(text, "goals.txt")


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_nearly_every_field_is_read_right(name: str, layout: str) -> None:
    found = [
        verdict
        for page in read_pages(name)
        for extraction in EXTRACTIONS
        for verdict in verdicts(page, layout, extraction)
    ]
    wrong = [one for one in found if not one.is_right]
    assert 1 - len(wrong) / len(found) >= _MINIMUM, wrong[:5]


def _page() -> GuidePage:
    return _PAGES[0]


def test_that_the_marks_of_a_canon_page_are_told() -> None:
    result = read(_page(), "canon", "dash")
    assert any("medium · 0.70 · draft · global · v1" in note for note in result.notes)
    assert any("common · level" in note for note in result.notes)


def test_that_what_a_ladder_has_no_field_for_is_listed_with_the_reason() -> None:
    result = read(_page(), "newer", "dash")
    reasons = {one.text: one.reason for one in result.not_understood}
    assert "follows from the levels" in reasons["2 of 7 in track"]
    assert "demand of the market" in reasons["Steady"]
    assert "one job function" in reasons["Food Trades"]
    assert "pages of their own" in reasons["- Food Planning"]


def test_that_a_mark_behind_an_occupation_is_no_part_of_its_title() -> None:
    result = read(_page(), "older", "dash")
    (occupation,) = result.ladder.families[0].occupations
    assert (occupation.title, occupation.inferred) == ("Bakers", True)
    assert any("under review" in note for note in result.notes)
