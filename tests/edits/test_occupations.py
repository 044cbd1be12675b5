"""What is filled in from the code of an occupation."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.cells.occupations import filled_occupation
from laddereditor.model.family import Occupation
from laddereditor.model.occupations.codes import soc_titles


def typed(code: str, held: Occupation | None = None) -> Occupation | None:
    """Return the occupation after its code was typed, letter by letter."""
    for end in range(1, len(code) + 1):
        values = filled_occupation(held, {"code": code[:end]})
        held = Occupation.model_validate({**(held.model_dump() if held else {}), **values})
    return held


def test_that_a_typed_code_brings_its_classification_and_title() -> None:
    assert typed("513011") == Occupation(scheme="soc-2018", code="51-3011", title="Bakers")
    detailed = typed("15-1299.08")
    assert detailed is not None
    assert detailed.scheme == "onet-soc"
    assert detailed.title == "Computer Systems Engineers/Architects"


def test_that_a_title_which_a_person_wrote_stays() -> None:
    own = Occupation(code="51-301", title="Our bakers")
    changed = typed("51-3021", own)
    assert changed is not None
    assert changed.title == "Our bakers"
    assert filled_occupation(None, {"code": "51-3011", "title": "Mine"})["title"] == "Mine"


def test_that_the_title_follows_from_one_known_code_to_the_next() -> None:
    baker = Occupation(code="51-3011", title="Bakers")
    values = filled_occupation(baker, {"code": "51-3021"})
    assert values["title"] == "Butchers and Meat Cutters"


def test_that_a_classification_set_beside_the_code_stays() -> None:
    values = {"scheme": "isco-08", "code": "51-3011"}
    assert filled_occupation(None, values)["scheme"] == "isco-08"


@given(st.dictionaries(st.sampled_from(["code", "title", "scheme"]), st.text(max_size=12)))
def test_that_only_a_known_code_fills_anything_in(values: dict[str, Any]) -> None:
    filled = filled_occupation(None, values)
    if "code" not in values or values["code"] not in soc_titles():
        assert {name: filled[name] for name in values if name != "code"} == {
            name: value for name, value in values.items() if name != "code"
        }
