"""What people confirmed becomes other names and titles, if the ladder does not know it yet."""

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.learning import ConfirmedTitle, NewTitles, new_titles
from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.proposing import propose
from laddereditor.edits.known_titles import add_known_titles
from laddereditor.storage.files.document import read_text
from tests.compare.test_titles import BAKERY

LADDER = read_text(BAKERY).ladder
INDEX = TitleIndex(LADDER)


def learned(*confirmed: tuple[str, str], people: tuple[str, ...] = ()) -> NewTitles:
    rows = (ConfirmedTitle(title, profile, people) for title, profile in confirmed)
    return new_titles(INDEX, rows)


def test_that_a_name_with_a_rank_becomes_another_name_of_the_family() -> None:
    found = learned(("Senior Loaf Artist (m/f/d)", "bread/P3"), ("Jr Loaf Artist", "bread/P1"))
    assert found == NewTitles({"bread": ["Loaf Artist"]}, {})
    after = add_known_titles(LADDER, found.names, found.titles).change(LADDER)
    assert propose(TitleIndex(after), TitleRow("Loaf Artist II")).profile == "bread/P2"


def test_that_a_rank_with_another_level_becomes_a_title_of_the_profile() -> None:
    assert learned(("Lead Loaf Artist", "bread/P3")).titles == {"bread/P3": ["Lead Loaf Artist"]}
    assert learned(("Senior Loaf Artist", "bread/P2")).titles == {
        "bread/P2": ["Senior Loaf Artist"]
    }


def test_that_one_title_without_a_rank_says_nothing_about_the_level() -> None:
    assert learned(("Loaf Artist", "bread/P2")) == NewTitles({"bread": ["Loaf Artist"]}, {})
    assert not learned(("Bread Baker", "bread/P2"))
    twice = learned(("Loaf Artist", "bread/P2"), ("Loaf Artist", "bread/P2"))
    assert twice == NewTitles({}, {"bread/P2": ["Loaf Artist"]})


def test_that_nothing_is_learned_from_what_is_known_or_contradictory() -> None:
    assert not learned(("Senior Rye Baker", "bread/P3"))
    assert not learned(("Loaf Artist", "bread/P2"), ("Loaf Artist", "bread/P3"))
    assert not learned(("Loaf Artist", "gone/P2"), ("", "bread/P2"))


def test_that_names_of_people_are_never_learned() -> None:
    assert not learned(("Senior Loaf Artist Anna", "bread/P3"), people=("Anna Berg",))
    assert not learned(("Senior Berg", "bread/P3"), people=("Berg, Anna",))
    assert learned(("Senior Loaf Artist", "bread/P3"), people=("Anna Berg",))
