"""Titles that patterns and specialties give: how many are made, and how many more there are."""

import pytest

from laddereditor.model import titles
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import resolved
from laddereditor.model.titles import MAX_TITLES, derived_titles, more_titles, titles_left_out

MANY = 2000
LEVEL = Level(id="P1", title_patterns=tuple(f"{{specialty}} {n}" for n in range(MANY)))
FAMILY = Family(
    id="a", specialties=tuple(f"Field {n}" for n in range(MANY)), profiles=(Profile(level="P1"),)
)


def test_that_no_more_titles_are_made_than_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    fill = titles.fill_pattern
    monkeypatch.setattr(titles, "fill_pattern", lambda *one: made.append(one[0]) or fill(*one))
    assert len(derived_titles(FAMILY, LEVEL)) == MAX_TITLES
    assert len(made) <= MAX_TITLES + 1


def test_that_a_profile_knows_how_many_titles_were_left_out() -> None:
    ladder = Ladder(laddereditor=1, levels=(LEVEL,), families=(FAMILY,))
    whole = resolved(ladder, FAMILY, FAMILY.profiles[0])
    assert len(whole.titles) == MAX_TITLES
    assert whole.titles_left_out == MANY * MANY - MAX_TITLES


@pytest.mark.parametrize(
    ("patterns", "specialties", "left_out"),
    [(0, 9, 0), (1, 0, 0), (500, 1, 0), (501, 0, 1), (501, 1, 1), (1000, 1000, 999_500)],
)
def test_how_many_titles_are_left_out(patterns: int, specialties: int, left_out: int) -> None:
    assert titles_left_out(patterns, specialties) == left_out


def test_that_nothing_is_said_where_all_titles_are_listed() -> None:
    assert more_titles(0) == ""
    assert "3,999,500 more titles" in more_titles(3_999_500)
