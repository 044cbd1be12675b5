"""Titles that people have are added to families and profiles."""

import pytest

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.known_titles import add_known_titles
from laddereditor.storage.files.document import read_text
from tests.compare.test_titles import BAKERY

LADDER = read_text(BAKERY).ladder


def test_that_names_and_titles_are_added_behind_the_others_once() -> None:
    names = {"bread": ["Loaf Artist", "Dough Maker", "Loaf Artist"], "gone": ["X"]}
    edit = add_known_titles(LADDER, names, {"bread/P1": ["Oven Hand", "Oven Boss"]})
    after = edit.change(LADDER)
    bread, *others = after.families
    assert bread.aliases == ("Dough Maker", "Loaf Artist")
    assert bread.profiles[0].titles == ("Oven Hand", "Oven Boss")
    assert edit.label == "Add 1 other name and 1 title"
    assert edit.select == "families/bread"
    assert bread.profiles[1] is LADDER.families[0].profiles[1]
    assert all(new is old for new, old in zip(others, LADDER.families[1:], strict=True))


def test_that_what_is_there_already_is_refused_in_words() -> None:
    with pytest.raises(EditRefused, match="already"):
        add_known_titles(LADDER, {"bread": ["Dough Maker"]}, {})
