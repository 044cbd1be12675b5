"""Places have the words that people see, also inside a range, a statement or a pay range."""

import pytest

from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.naming import place_words
from laddereditor.model.terms import Competency

LADDER = Ladder(
    laddereditor=1,
    id="zoo",
    name="Zoo",
    competencies=(Competency(id="text", name="Writing"),),
    levels=(Level(id="P2", name="Keeper"),),
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("experience/min", "Typical experience › From"),
        ("experience/max", "Typical experience › To"),
        ("pay/ranges/1/currency", "Pay › Ranges 2 › Currency"),
        ("expectations/text/0", "Expectations › Writing 1"),
        ("expectations/text/0/examples/1", "Expectations › Writing 1 › Examples 2"),
        ("unheard/of", "unheard › of"),
    ],
)
def test_that_a_place_inside_a_field_has_the_words_of_its_parts(path: str, words: str) -> None:
    found = place_words(LADDER, Address("levels/P2"), FieldPath(path))
    assert found.removeprefix("Levels › P2 Keeper › ") == words
