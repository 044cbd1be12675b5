"""What a file reads as, and where it stands."""

import gc

import pytest
import yaml

from laddereditor.assets import sample_ladders
from laddereditor.model.address import Address, FieldPath, walk
from laddereditor.storage.files.document import excerpt, place_of, read_text, update
from laddereditor.storage.reading.places import Place
from laddereditor.storage.text.collector import paused_collector
from tests.storage.fixtures import STYLES, TWO_SPACES
from tests.storage.helpers import with_value


def test_that_text_stays_text() -> None:
    words = ["NO", "1_000", "12:30", "2026-11", "1.10", "null", "~", "0x1F", "yes", "<<", "-"]
    lines = "".join(f"    - {word}\n" for word in words[:-1])
    document = read_text(f"laddereditor: 1\nfamilies:\n- id: a\n  specialties:\n{lines}    - '-'\n")
    assert list(document.ladder.families[0].specialties) == words


def test_that_numbers_dates_and_flags_are_read_where_the_field_is_one() -> None:
    document = read_text(
        "laddereditor: 1\neffective: 2026-12-01\nversion: 1.10\nfamilies:\n- id: 007\n"
        "  occupations: [{code: 15-0000, inferred: yes}]\n"
        "  profiles: [{level: 3, experience: {min: 2, max: 2.5}}]\n"
    )
    family = document.ladder.families[0]
    assert str(document.ladder.effective) == "2026-12-01"
    assert (document.ladder.version, family.id, family.profiles[0].level) == ("1.10", "007", "3")
    assert family.occupations[0].inferred is True
    experience = family.profiles[0].experience
    assert experience is not None and (experience.min, experience.max) == (2, 2.5)


def test_that_nothing_after_a_colon_counts_as_no_field() -> None:
    document = read_text(
        "laddereditor: 1\nname:\nlevels:\nunknown:\nfamilies:\n- id: a\n  summary:\n  name: ''\n"
        "  specialties:\n  - x\n  -\n  profiles:\n  - level: P1\n    pay:\n    factors:\n"
        "      scope:\n    expectations:\n      craft:\n"
    )
    ladder = document.ladder
    family = ladder.families[0]
    assert (ladder.name, ladder.levels, ladder.model_extra) == ("", (), {"unknown": None})
    assert (family.summary, family.name, family.specialties) == ("", "", ("x", ""))
    profile = family.profiles[0]
    assert (profile.pay, profile.factors, profile.expectations) == (
        None,
        {"scope": ""},
        {"craft": ()},
    )
    assert update(document, with_value(ladder, "families/a/id", "b")).text == (
        document.text.replace("id: a", "id: b")
    )


def test_that_the_last_line_break_of_a_block_is_layout_and_not_text() -> None:
    text = "laddereditor: 1\nname: |\n  a\n  b\ndescription: >+\n  c\n  d\n\nnotes: |-\n  e\n"
    ladder = read_text(text).ladder
    assert (ladder.name, ladder.description, ladder.notes) == ("a\nb", "c d\n", "e")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "laddereditor: 1"),
        ("name", "name: Data"),
        ("families", "families:"),
        ("levels/P2", "id: P2"),
        ("levels/P2/name", "name: Professional"),
        ("families/platform", "id: platform"),
        ("families/analysis/P1", "level: P1\n"),
        ("analysis/P1/title", "title: Junior"),
        ("families/analysis/P1/responsibilities/1", "Answers"),
        ("families/analysis/P1/skills/1", "statistics]"),
        ("families/analysis/P2/factors/autonomy", "autonomy:"),
        ("families/analysis/P2/notes", "level: P2\n"),
        ("families/analysis/P2/responsibilities/7", "level: P2\n"),
        ("organization", "laddereditor: 1"),
    ],
)
def test_that_an_address_has_a_place(address: str, words: str) -> None:
    for text in (TWO_SPACES, TWO_SPACES.replace("\n", "\r\n")):
        place = place_of(read_text(text), Address(address))
        assert place is not None
        line = text.split("\n")[place.line - 1].rstrip("\r") + "\n"
        assert line[place.column - 1 :].startswith(words)


def test_that_places_follow_edits_above_them() -> None:
    document = read_text(TWO_SPACES)
    for field, value in (("description", "One\nTwo\nThree"), ("families/analysis/summary", "x")):
        document = update(document, with_value(document.ladder, field, value))
    fresh = read_text(document.text)
    addresses = [address for address, _ in walk(document.ladder)]
    for address in [*addresses, "families/platform/name", "families/analysis/P1/skills/1"]:
        assert place_of(document, Address(address)) == place_of(fresh, Address(address))
    assert place_of(document, Address("families/gone")) is None


@pytest.mark.parametrize("name", [*STYLES, *sample_ladders()])
def test_that_each_place_holds_its_value(name: str) -> None:
    text = STYLES.get(name) or sample_ladders()[name].read_bytes().decode()
    document = read_text(text)
    lines = text.split("\n")
    for address, entity in walk(document.ladder):
        for field, value in entity:
            place = place_of(document, address, FieldPath(field))
            if place and isinstance(value, str) and field in entity.model_fields_set:
                assert field in lines[place.line - 1][place.column - 1 :][: len(field) + 1]


def test_that_values_are_those_of_an_independent_reader() -> None:
    for sample in sample_ladders().values():
        text = sample.read_bytes().decode()
        ladder = read_text(text).ladder
        other = yaml.load(text, yaml.BaseLoader)
        assert [family.name for family in ladder.families] == [f["name"] for f in other["families"]]
        for family, raw in zip(ladder.families, other["families"], strict=True):
            assert family.summary == raw.get("summary", "").removesuffix("\n")
            assert len(family.profiles) == len(raw["profiles"])


def test_that_an_excerpt_is_the_record_with_its_first_line() -> None:
    document = read_text(TWO_SPACES)
    line, text = excerpt(document, Address("families/analysis/P2/factors"))
    assert text.startswith("\n  # --- analysis ---") and text.endswith("Weekly talks\n")
    assert TWO_SPACES.split("\n")[line - 1 :][1].endswith("# --- analysis ---")
    assert excerpt(document, Address()) == (1, document.parts[0].chunks[0].text)
    assert excerpt(document, Address("levels/P2"))[1] == "  - id: P2\n    name: Professional\n"
    assert "".join(c.text for part in document.parts for c in part.chunks) == TWO_SPACES


def test_that_addresses_find_their_record() -> None:
    place = place_of(read_text(TWO_SPACES), Address("families/analysis"), FieldPath("name"))
    assert place == Place(20, 5)


def test_that_the_collector_is_as_it_was_after_a_load() -> None:
    assert gc.isenabled()
    with paused_collector(), paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), paused_collector():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        read_text(TWO_SPACES)
        assert not gc.isenabled()
    finally:
        gc.enable()
