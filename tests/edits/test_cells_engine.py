"""The engine that writes into fields, lists and cells: what holds for every ladder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.lists import change_list, insert_items, move_items, remove_items
from laddereditor.edits.places.cell_place import CellPlace, place_at
from laddereditor.edits.places.shown import followed, is_inherited, is_overriding, text_at
from laddereditor.edits.skill_names import add_skill_uses, read_skill_names
from laddereditor.model.address import Address, FieldPath, walk
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import skill_of
from tests.edits.samples import DATA_P3, made, profile, sample
from tests.strategies import ladders

INHERITED = ["title", "summary", "experience", "factors/impact", "expectations/communication/0"]


@pytest.mark.parametrize("field", INHERITED)
def test_that_filling_and_resetting_gives_the_former_value(field: str) -> None:
    ladder = sample()
    raw = ladder.model_dump()
    raw["families"][0]["profiles"][1]["title"] = ""
    ladder = Ladder.model_validate(raw)
    place = place_at(ladder, DATA_P3, FieldPath(field))
    after = made(fill(ladder, ((place, "7+"),)), ladder)
    assert text_at(after, place) == "7+"
    assert is_overriding(after, place)
    assert made(reset(after, (place,)), after) == ladder


_items = st.lists(st.integers(0, 2), unique=True, min_size=1)


@given(_items, st.integers(-1, 4))
def test_that_moving_keeps_every_item(positions: list[int], to: int) -> None:
    ladder = sample()
    held = profile(ladder).responsibilities
    now = profile(made(move_items(ladder, DATA_P3, "responsibilities", positions, to), ladder))
    assert sorted(map(id, now.responsibilities)) == sorted(map(id, held))


@given(_items, st.integers(-1, 4))
def test_that_removing_and_inserting_leave_the_other_items_alone(gone: list[int], at: int) -> None:
    ladder = sample()
    held = profile(ladder).responsibilities
    left = profile(made(remove_items(ladder, DATA_P3, "responsibilities", gone), ladder))
    kept = [item for place, item in enumerate(held) if place not in gone]
    assert [id(item) for item in left.responsibilities] == [id(item) for item in kept]
    more = profile(made(insert_items(ladder, DATA_P3, "responsibilities", at, ["New"]), ladder))
    assert [id(item) for item in more.responsibilities if item != "New"] == list(map(id, held))


def test_that_an_example_can_be_taken_off_a_statement_in_a_whole_list() -> None:
    ladder = sample()
    new = ["Builds pipelines", "Reviews work", "Mends what breaks"]
    after = made(change_list(ladder, DATA_P3, "responsibilities", new), ladder)
    assert profile(after).responsibilities == tuple(new)


def test_that_an_item_is_found_where_it_is_now() -> None:
    ladder = sample()
    place = place_at(ladder, DATA_P3, FieldPath("responsibilities/2"))
    after = made(insert_items(ladder, DATA_P3, "responsibilities", 0, ["First"]), ladder)
    assert followed(after, place, "Mends what breaks").position == 3
    gone = made(remove_items(ladder, DATA_P3, "responsibilities", [2]), ladder)
    assert followed(gone, place, "Mends what breaks").insert


@pytest.mark.parametrize("field", ["factors/impact", "summary", "experience"])
def test_that_an_inherited_value_cannot_be_emptied(field: str) -> None:
    ladder = sample()
    with pytest.raises(EditRefused, match="comes from the level"):
        fill(ladder, ((place_at(ladder, DATA_P3, FieldPath(field)), " "),))


LISTS = [
    ("Python, Kafka; dbt", ("Python", "Kafka", "dbt")),
    ("• Python\n• Kafka\n", ("Python", "Kafka")),
    ("Python\tKafka\n", ("Python", "Kafka")),
    ('"Python\nfor data"\n', ("Python for data",)),
    ("AWS (EKS, ECS), Docker", ("AWS (EKS, ECS)", "Docker")),
    ("C#, C++, python, python", ("C#", "C++", "python")),
    (" , ", ()),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_that_skills_are_read_as_people_list_them(text: str, names: tuple[str, ...]) -> None:
    assert read_skill_names(text, sample().skills) == names


def test_that_a_skill_of_the_library_with_a_comma_in_its_name_is_one() -> None:
    raw = sample().model_dump()
    raw["skills"][0]["name"] = "Planning, budgeting"
    library = Ladder.model_validate(raw).skills
    assert read_skill_names("planning, budgeting", library) == ("planning, budgeting",)


def test_that_a_list_with_commas_typed_into_a_cell_adds_each_skill() -> None:
    ladder = sample()
    place = CellPlace(Address("families/data/P2"), "skills", insert=True)
    after = made(fill(ladder, ((place, "Python, SQL, Kafka"),)), ladder)
    used = [skill_of(use) for use in profile(after, "families/data/P2").skills]
    assert used == ["sql", "python", "kafka"]
    with pytest.raises(EditRefused, match="lists SQL already"):
        add_skill_uses(ladder, Address("families/data/P2"), "SQL")


@given(st.data())
def test_that_a_reset_after_a_fill_gives_what_was_inherited_back(data: st.DataObject) -> None:
    ladder = data.draw(ladders())
    places = [
        place
        for address, entity in walk(ladder)
        if isinstance(entity, Profile)
        for place in (
            *(CellPlace(address, name) for name in ("summary", "experience")),
            *(CellPlace(address, "factors", factor.id) for factor in ladder.factors),
        )
        if is_inherited(ladder, place)
    ]
    if not places:
        return
    chosen = data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True))
    texts = ["7–9" if place.name == "experience" else "Of its own" for place in chosen]
    after = fill(ladder, zip(chosen, texts, strict=True)).change(ladder)
    assert [text_at(after, place) for place in chosen] == texts
    assert reset(after, chosen).change(after) == ladder
