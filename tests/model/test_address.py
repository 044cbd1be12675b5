"""Addresses: one way to name a place."""

import gc
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laddereditor.model import lookup
from laddereditor.model.address import (
    Address,
    FieldPath,
    NoSuchPlace,
    address_of_path,
    decode_key,
    encode_key,
    walk,
)
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.raw import to_raw
from laddereditor.model.terms import Competency, Skill
from tests.examples import examples
from tests.strategies import ladders

LADDER = Ladder.model_validate(
    {
        "laddereditor": 1,
        "factors": [{"id": "scope"}],
        "levels": [{"id": "P3", "factors": {"scope": "Tasks", "a/b~c%": "Odd"}}],
        "skills": [{"id": "sql"}, {"id": "r"}, {"id": "sql", "name": "Again"}, {"id": "a/b~2%"}],
        "families": [
            {"id": "data", "profiles": [{"level": "P2"}]},
            {
                "id": "web",
                "competencies": [{"id": "care"}],
                "specialties": ["One"],
                "profiles": [
                    {"level": "P3", "responsibilities": ["A", "B", {"text": "C"}]},
                    {"level": "P3", "title": "Twin"},
                ],
            },
        ],
    }
)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", ()),
        ("name", ("name",)),
        ("levels/P3", ("levels", 0)),
        ("levels/P3/factors/scope", ("levels", 0, "factors", "scope")),
        ("levels/P3/factors/a%2Fb%7Ec%25", ("levels", 0, "factors", "a/b~c%")),
        ("skills/sql", ("skills", 0)),
        ("skills/sql~2", ("skills", 2)),
        ("skills/a%2Fb%7E2%25", ("skills", 3)),
        ("families/data/P2", ("families", 0, "profiles", 0)),
        ("families/web/P3/titles/2", ("families", 1, "profiles", 0, "titles", 2)),
        ("families/web/P3~2/title", ("families", 1, "profiles", 1, "title")),
        ("families/web/competencies/care", ("families", 1, "competencies", 0)),
        ("families/web/specialties/0", ("families", 1, "specialties", 0)),
    ],
)  # fmt: skip
def test_that_an_address_and_its_path_lead_to_each_other(
    address: str, path: tuple[str | int, ...]
) -> None:
    assert Address(address).path(LADDER) == path
    assert address_of_path(LADDER, path) == address


def test_that_a_path_leads_to_the_same_place_in_the_plain_values() -> None:
    raw = to_raw(LADDER)
    for address, entity in walk(LADDER):
        place = raw
        for step in Address(address).path(LADDER):
            place = place[step]
        assert place == to_raw(entity)


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_every_entity_is_found_at_its_address(ladder: Ladder) -> None:
    for address, entity in walk(ladder):
        assert address.value(ladder) is entity
        assert address.entity(ladder) is entity
        assert address_of_path(ladder, address.path(ladder)) == address


def test_that_a_repeated_key_gets_an_address_of_its_own() -> None:
    addresses = [address for address, _ in walk(LADDER)]
    assert len(set(addresses)) == len(addresses)
    assert Address("skills/sql~2").value(LADDER).name == "Again"
    assert Address("families/web/P3~2").value(LADDER).title == "Twin"


def test_that_the_short_form_names_a_profile() -> None:
    assert Address("web/P3").value(LADDER) is LADDER.families[1].profiles[0]
    assert Address("web/P3~2/title").value(LADDER) == "Twin"
    assert Address("web/P3/responsibilities/1").value(LADDER) == "B"
    assert Address("web/competencies/care").path(LADDER) == ("families", 1, "competencies", 0)


def test_that_a_value_is_found_by_its_field() -> None:
    assert Address("levels/P3/factors/a%2Fb%7Ec%25").value(LADDER) == "Odd"
    assert Address("families/web/P3/responsibilities/2/text").value(LADDER) == "C"
    assert Address("laddereditor").value(LADDER) == 1
    assert Address("").value(LADDER) is LADDER


@pytest.mark.parametrize(
    "address",
    [
        "levels/P9",
        "skills/sql~3",
        "families/none/P3",
        "web/P9",
        "nothing",
        "levels/P3/factors/none",
        "levels/P3/nothing",
        "families/web/P3/responsibilities/3",
        "families/web/P3/title/0/x",
        "families/web/competencies/none",
    ],
)
def test_that_what_is_not_there_is_no_place(address: str) -> None:
    with pytest.raises(NoSuchPlace):
        Address(address).value(LADDER)


def test_that_a_field_is_no_entity() -> None:
    for address in ("levels/P3/factors", "levels/P3/name", "levels", "families/web/P3/skills"):
        with pytest.raises(NoSuchPlace):
            Address(address).entity(LADDER)


@pytest.mark.parametrize("level", sorted(Family.model_fields))
def test_that_a_profile_whose_level_is_called_like_a_field_has_an_address_of_its_own(
    level: str,
) -> None:
    profiles = [{"level": level}, {"level": "P1"}, {"level": level, "title": "Twin"}]
    ladder = Ladder.model_validate({"laddereditor": 1, "families": [{"id": "x"}]})
    family = evolve(ladder.families[0], profiles=profiles, summary="Said")
    ladder = evolve(ladder, families=(family,))
    where = Address("families/x")
    assert where.at("summary").value(ladder) == "Said"
    for address, entity in walk(ladder):
        assert address.entity(ladder) is entity
        assert address.in_full(ladder) == address
        assert address_of_path(ladder, address.path(ladder)) == address
    assert where.entry(level).entity(ladder) is family.profiles[0]
    assert where.entry(level).key == level
    assert where.entry(level).collection == "profiles"


def test_that_an_unknown_key_of_a_family_does_not_hide_a_profile() -> None:
    for level in ("a/b", "a~b", "%", "x"):
        family = {"id": "f", "profiles": [{"level": level}], level: "Said"}
        ladder = Ladder.model_validate({"laddereditor": 1, "families": [family]})
        where = Address("families/f").entry(level)
        assert where.entity(ladder) is ladder.families[0].profiles[0]
        short = Address(f"f/{encode_key(level)}")
        assert short.entity(ladder) is ladder.families[0].profiles[0]


@given(st.text(min_size=1, max_size=8))
def test_that_a_key_comes_back_from_its_encoded_form(key: str) -> None:
    encoded = encode_key(key)
    assert not set("/~") & set(encoded)
    assert decode_key(encoded) == key
    assert decode_key(f"{encoded}~2") == key


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("families/web/P3/responsibilities/2", ("families/web/P3", "responsibilities/2")),
        ("families/web/specialties/0", ("families/web", "specialties/0")),
        ("levels/P3", ("levels/P3", "")),
        ("name", ("", "name")),
        ("", ("", "")),
    ],
)
def test_that_an_address_splits_into_entity_and_field(
    address: str, expected: tuple[str, str]
) -> None:
    assert Address(address).split_field(LADDER) == expected
    assert isinstance(Address(expected[0]).value(LADDER), Entity)
    assert Address(expected[0]).at(expected[1]) == address


def test_that_an_entity_list_is_one_part_shorter() -> None:
    assert Address("families/web/P3").entity_list == "families/web"
    assert Address("families/web/competencies/care").entity_list == "families/web/competencies"
    assert Address("levels/P3/summary").entity_list == "levels"
    assert Address("levels").entity_list == ""


@pytest.mark.parametrize(
    ("address", "entity", "names"),
    [
        ("", Ladder, ("", "", "", "")),
        ("name", Ladder, ("", "", "", "name")),
        ("levels", Ladder, ("", "", "", "levels")),
        ("levels/P3", Level, ("levels", "", "P3", "")),
        ("levels/P3/factors/scope", Level, ("levels", "", "P3", "factors/scope")),
        ("skills/a%2Fb%7E2%25~3", Skill, ("skills", "", "a/b~2%", "")),
        ("families/web", Family, ("families", "", "web", "")),
        ("families/web/specialties/0", Family, ("families", "", "web", "specialties/0")),
        ("families/web/competencies", Family, ("families", "", "web", "competencies")),
        ("families/web/P3", Profile, ("profiles", "families/web", "P3", "")),
        ("families/web/P3/pay/min", Profile, ("profiles", "families/web", "P3", "pay/min")),
        ("families/web/competencies/a", Competency, ("competencies", "families/web", "a", "")),
    ],
)
def test_that_an_address_knows_what_it_names(
    address: str, entity: type[Entity], names: tuple[str, ...]
) -> None:
    place = Address(address)
    assert place.entity_class is entity
    assert (place.collection, place.parent, place.key, place.field) == names
    assert place.owner.at(place.field) == address


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_every_entity_is_what_its_address_says(ladder: Ladder) -> None:
    for address, entity in walk(ladder):
        assert address.entity_class is type(entity)
        assert address.key == key_of(entity)
        assert address.in_full(ladder) == address
        listed = address.entity_list.value(ladder) if address else ()
        assert not address or entity in (listed.profiles if isinstance(listed, Family) else listed)


def test_that_an_entity_is_sought_once_in_each_ladder(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[object] = []
    entry = lookup._entry
    monkeypatch.setattr(lookup, "_entry", lambda *one: (sought.append(one[-1]), entry(*one))[1])
    ladder = Ladder.model_validate(to_raw(LADDER))
    for _ in range(3):
        assert Address("families/web/P3").value(ladder) is ladder.families[1].profiles[0]
        assert Address("families/web/P3/responsibilities/1").value(ladder) == "B"
    assert sought == ["web", "P3"]
    other = evolve(ladder, families=ladder.families[1:])
    assert Address("families/web/P3").path(other) == ("families", 0, "profiles", 0)


def test_that_looking_into_a_ladder_does_not_hold_it() -> None:
    ladder = Ladder.model_validate(to_raw(LADDER))
    for address, _ in walk(ladder):
        address.value(ladder)
    known, held = len(lookup._LOOKUPS), weakref.ref(ladder)
    del ladder
    gc.collect()
    assert held() is None
    assert len(lookup._LOOKUPS) < known


def test_that_a_path_inside_an_entity_knows_its_parts() -> None:
    path = FieldPath("expectations/a%2Fb/2")
    assert (path.name, path.rest, path.key, path.number) == ("expectations", "a%2Fb/2", "a/b", 2)
    assert path.list_path == "expectations/a%2Fb"
    assert FieldPath("summary").list_path == "summary"
    assert FieldPath("summary").number is None
