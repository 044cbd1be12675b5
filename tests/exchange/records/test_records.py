"""Ladders in other people's YAML and JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.records.scoring import shares
from tests.exchange.records.shapes import SHAPES

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.records.importing import (
    ImportedRecords,
    import_folder,
    import_texts,
)
from laddereditor.exchange.records.tree import tree_of_json, trees_of_yaml
from laddereditor.exchange.registry import import_file
from laddereditor.exchange.tables.mapping import Pin
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text
from laddereditor.model.statement import ExampledStatement
from laddereditor.rules.check import check


def read(name: str, *pins: Pin) -> ImportedRecords:
    return import_texts(list(SHAPES[name].files.items()), f"{name}.yaml", pins)


def tree(text: str) -> Any:
    return next(iter(trees_of_yaml(text, "x.yaml"))).tree


@pytest.mark.parametrize("name", SHAPES)
def test_that_statements_end_under_their_family_level_and_competency(name: str) -> None:
    count, wrong = shares(SHAPES[name], f"{name}.yaml")
    assert count >= 0.9 * len(SHAPES[name].labels), "\n".join(wrong)


@pytest.mark.parametrize("name", SHAPES)
def test_that_what_is_imported_refers_to_nothing_that_is_not_there(name: str) -> None:
    found = {one.rule for one in check(read(name).built.ladder).findings}
    refused = {"unknown-level", "unknown-competency", "unknown-skill", "id-form", "id-unique"}
    assert not found & refused


def leaves(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield path
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from leaves(one, f"{path}/{number}" if path else str(number))
    else:
        for key, one in value.items():
            yield from leaves(one, f"{path}/{key}" if path else key)


@pytest.mark.parametrize(
    "name", [name for name, one in SHAPES.items() if len(one.files) == 1 and "front" not in name]
)
def test_that_every_value_is_accounted_for_once(name: str) -> None:
    ((path, text),) = SHAPES[name].files.items()
    whole = tree_of_json(text, path).tree if path.endswith("json") else tree(text)
    found = [one.path.lstrip("/") for one in read(name).built.values]
    assert sorted(found) == sorted(leaves(whole))


def test_that_ids_of_elsewhere_are_kept() -> None:
    ladder = read("statements-with-ids").built.ladder
    assert [one.external_id[-2:] for one in ladder.competencies] == ["0a", "0f"]
    statement = ladder.levels[0].expectations["judgement"][0]
    assert isinstance(statement, ExampledStatement)
    assert statement.external_id == "7b0a3c4d-0000-4000-8000-00000000000c"


def test_that_points_and_ratings_are_left_out_with_the_reason() -> None:
    left = read("statements-with-ids").result.left_out
    assert {(one.text, one.reason) for one in left} == {
        ("3", "points and weights have no place in a ladder"),
        ("5", "points and weights have no place in a ladder"),
    }
    assert left[0].place == "pillars/0/steps/0/statements/0/weight"


def test_that_examples_and_descriptions_stay_with_what_they_are_about() -> None:
    ladder = read("flat-with-references").built.ladder
    statement = ladder.levels[0].expectations["navigation"][0]
    assert isinstance(statement, ExampledStatement)
    assert statement.examples == ("Crossed at low water",)
    bread = read("competencies-with-levels").built.ladder.competencies[0]
    assert bread.description == "Everything that has to do with dough."
    assert [one.group for one in read("grouped-competencies").built.ladder.competencies] == [
        "Kitchen",
        "Kitchen",
        "Service",
    ]


def test_that_levels_that_are_listed_highest_first_are_turned_round() -> None:
    assert [one.id for one in read("highest-first").built.ladder.levels] == ["L1", "L2", "L3"]


def test_that_a_pinned_role_decides_and_a_mapping_is_read_again() -> None:
    pin = Pin("sheet", "left", sheet="/categories")
    found = read("grouped-competencies", pin)
    assert not any(one.group for one in found.built.ladder.competencies)
    assert pins_of_text(mapping_text(found.mapping), "m.json") == (pin,)


def test_that_a_folder_is_one_ladder(tmp_path: Path) -> None:
    for path, text in SHAPES["family-a-file"].files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / ".hidden.yaml").write_text("a: 1", "utf-8")
    ladder = import_folder(tmp_path).built.ladder
    assert [one.name for one in ladder.families] == ["Carpenter", "Painter"]


def test_that_a_file_is_imported_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "bakery.yaml"
    path.write_text(SHAPES["competencies-with-levels"].files["bakery.yaml"], "utf-8")
    assert [one.name for one in import_file(path).ladder.levels] == ["Level 1", "Level 2"]


def test_that_steps_of_a_scale_under_a_skill_are_proficiencies() -> None:
    text = "skills:\n" + "".join(
        f"  - name: {name}\n    levels:\n      Beginner: Uses it with help\n"
        "      Expert: Teaches it to others daily\n"
        for name in ("Welding", "Turning")
    )
    ladder = import_texts([("skills.yaml", text)], "skills.yaml").built.ladder
    assert [one.name for one in ladder.proficiencies] == ["Beginner", "Expert"]
    assert dict(ladder.skills[0].proficiencies) == {
        "beginner": "Uses it with help",
        "expert": "Teaches it to others daily",
    }


# -- odd files ----------------------------------------------------------------------------------

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.yaml", LAUGHS, "repeats some without end"),
        ("x.yaml", "[" * 500, "lists inside each other"),
        ("x.json", "[" * 100_000, "lists inside each other"),
        ("x.json", '{"a": ' * 60 + "1" + "}" * 60, "lists inside each other"),
        ("x.yaml", "a: [1, 2", "no YAML in line"),
        ("x.json", '{"a": }', "no JSON"),
        ("x.yaml", "", "nothing in it"),
        ("x.yaml", "a: 1", "no ladder was found"),
        ("x.yaml", "- a\n- b\n", "no ladder was found"),
        ("x.yaml", "laddereditor: 1\nid: x\n", "is a ladder of this program already"),
        ("x.md", "# Heading\n", "nothing in it"),
    ],
)
def test_that_odd_files_are_refused_with_a_sentence(name: str, text: str, words: str) -> None:
    with pytest.raises(ImportRefused, match=words):
        import_texts([(name, text)], name)


def test_that_all_scalars_are_texts_and_tags_mean_nothing() -> None:
    text = "a: !!python/object/apply:os.system [echo]\nb: NO\nc: 1_000\nd: .nan\ne: 2026-01-01\n"
    assert tree(text) == {"a": ["echo"], "b": "NO", "c": "1_000", "d": ".nan", "e": "2026-01-01"}
    assert tree_of_json('{"a": NaN, "b": 1.10, "c": true, "d": null}', "x").tree == {
        "a": "NaN",
        "b": "1.10",
        "c": "true",
        "d": "",
    }


def test_that_both_values_of_a_repeated_key_are_read_and_it_is_said() -> None:
    found = next(iter(trees_of_yaml("a: 1\na: 2\n", "x.yaml")))
    assert found.tree == {"a": "1", "a (2)": "2"}
    assert "the key “a” twice" in found.notes[0]
    assert tree_of_json('{"a": 1, "a": 2}', "x.json").tree == {"a": "1", "a (2)": "2"}


def test_that_aliases_and_merge_keys_are_filled_in() -> None:
    text = "base: &base {name: One}\nother:\n  <<: *base\n  more: Two\n"
    assert tree(text)["other"] == {"name": "One", "more": "Two"}


def test_that_a_mapping_in_itself_is_no_endless_loop() -> None:
    assert tree("a: &a [*a]\n") == {"a": [""]}


def test_that_a_short_summary_is_taken() -> None:
    text = "roles:\n  - title: Clerk\n    levels:\n"
    for at, words in enumerate(("Learns it.", "Works alone."), 1):
        text += f"      C{at}: {{summary: {words}, tasks: [Answers letters, Sorts letters]}}\n"
    family = import_texts([("x.yaml", text)], "x.yaml").result.ladder.families[0]
    assert [one.summary for one in family.profiles] == ["Learns it.", "Works alone."]


def test_that_the_code_of_a_level_that_is_said_beside_its_name_is_its_code() -> None:
    text = "levels:\n" + "".join(
        f"- grade: C{number}\n  title: {name}\n  expectations:\n  - {name}s cut what is asked\n"
        for number, name in ((1, "Kitchen Helper"), (2, "Cook"), (3, "Head Cook"))
    )
    levels = import_texts([("kitchen.yaml", text)], "kitchen.yaml").result.ladder.levels
    assert [(one.id, one.name) for one in levels] == [
        ("C1", "Kitchen Helper"),
        ("C2", "Cook"),
        ("C3", "Head Cook"),
    ]


SPELLED_OUT = """\
- name: night-baker
  title: Night Baker
  levels:
  - {name: junior, title: Junior Hand, duties: {ovens: [Heats the oven], dough: [Weighs flour]}}
  - {name: senior, title: Senior Hand, duties: {ovens: [Mends the oven], dough: [Plans it all]}}
- name: seller
  title: Shop Seller
  levels:
  - {name: junior, title: Junior Hand, duties: {till: [Counts the till], talk: [Greets guests]}}
  - {name: senior, title: Senior Hand, duties: {till: [Closes the till], talk: [Calms guests]}}
"""


def test_that_a_name_for_people_is_taken_before_one_for_programs() -> None:
    ladder = import_texts([("shop.yaml", SPELLED_OUT)], "shop.yaml", ()).result.ladder
    assert [family.name for family in ladder.families] == ["Night Baker", "Shop Seller"]
    assert [level.name for level in ladder.levels] == ["Junior", "Senior"]
