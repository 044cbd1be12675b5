"""Rules on ids, codes, words and keys."""

from typing import Any

import pytest

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from tests.rules.good import Where, raw, spoiled
from tests.rules.good import found_in_itself as found

P2 = Address("families/data/P2")


def test_that_a_good_ladder_has_no_findings() -> None:
    assert found(spoiled()) == []


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("id", "Technology ladder", ("id-form", "", "id")),
        ("factors/+", {"id": "", "name": "F"}, ("id-form", "factors/%", "id")),
        ("skills/0/id", "SQL", ("id-form", "skills/SQL", "id")),
        (
            "families/0/competencies/0/id",
            "a b",
            ("id-form", "families/data/competencies/a b", "id"),
        ),
    ],
)
def test_that_ids_are_plain(path: str, value: Any, where: Where) -> None:
    assert where in found(spoiled((path, value)))


@pytest.mark.parametrize("kind", ["tracks", "factors", "proficiencies", "competencies", "skills"])
def test_that_an_id_is_used_once(kind: str) -> None:
    similar = raw()[kind][0]
    ladder = spoiled((f"{kind}/+", similar))
    assert found(ladder) == [("id-unique", f"{kind}/{similar['id']}~2", "id")]


def test_that_families_levels_and_own_competencies_are_unique_too() -> None:
    values = raw()
    ladder = spoiled(
        ("levels/+", values["levels"][4]),
        ("families/+", values["families"][0]),
        ("families/0/competencies/+", {"id": "stewardship", "name": "Again"}),
    )
    assert found(ladder) == [
        ("id-unique", "levels/M2~2", "id"),
        ("id-unique", "families/data/competencies/stewardship~2", "id"),
        ("id-unique", "families/data~2", "id"),
    ]


def test_that_two_empty_ids_are_not_called_the_same() -> None:
    nameless = {"id": "", "name": "Tea"}
    hits = found(spoiled(("factors/+", nameless), ("factors/+", nameless)))
    assert {hit[0] for hit in hits if hit[1].startswith("factors")} == {"id-form", "unused-factor"}


def test_that_a_badly_formed_id_can_be_corrected_with_its_references() -> None:
    ladder = spoiled(("skills/0/id", "S Q L"), ("families/0/profiles/0/skills/0", "S Q L"))
    (finding,) = (one for one in check(ladder).findings if one.rule == "id-form")
    mended = finding.fixes[0].edit(ladder).change(ladder)
    assert mended.skills[0].id == mended.families[0].profiles[0].skills[0] == "s-q-l"


def test_that_a_familys_competency_does_not_take_an_id_of_the_ladders() -> None:
    ladder = spoiled(("families/0/competencies/+", {"id": "delivery", "name": "Own"}))
    assert found(ladder) == [("own-competency", "families/data/competencies/delivery", "id")]


def test_that_a_family_has_one_profile_a_level() -> None:
    ladder = spoiled(("families/0/profiles/+", raw()["families"][0]["profiles"][1]))
    assert found(ladder) == [("one-profile-per-level", "families/data/P2~2", "level")]


@pytest.mark.parametrize(
    ("code", "wrong"), [("Q7", True), ("PX", True), ("P", True), ("P4", False)]
)
def test_that_a_level_code_is_track_and_number(code: str, wrong: bool) -> None:
    level = raw()["levels"][2] | {"id": code, "experience": {"min": 8}}
    expected = [("level-code", f"levels/{code}", "id")] if wrong else []
    assert found(spoiled(("levels/+", level))) == expected


def test_that_a_level_code_is_looked_at_without_a_track_too() -> None:
    ladder = spoiled(("levels/4/track", "magic"), ("levels/4/id", "Boss"))
    assert ("level-code", "levels/Boss", "id") in found(ladder)


def test_that_a_number_left_out_of_a_track_is_missed() -> None:
    level = raw()["levels"][2] | {"id": "P6", "experience": {"min": 8}}
    ladder = spoiled(("levels/+", level))
    assert found(ladder) == [("level-order", "levels/P6", "id")]
    assert "P4, P5 are missing" in _message(ladder)


@pytest.mark.parametrize(
    ("code", "said"), [("P5", "P4 is missing"), ("P03", "comes after"), ("P4", "")]
)
def test_that_a_number_comes_once(code: str, said: str) -> None:
    level = raw()["levels"][2] | {"id": code, "experience": {"min": 8}}
    ladder = spoiled(("levels/+", level))
    assert found(ladder) == ([("level-order", f"levels/{code}", "id")] if said else [])
    assert not said or said in _message(ladder)


def test_that_levels_are_in_order_from_low_to_high() -> None:
    levels = raw()["levels"]
    ladder = spoiled(("levels", [levels[1], levels[0], *levels[2:]]))
    hits = found(ladder)
    assert ("level-order", "levels/P1", "id") in hits
    assert [hit for hit in hits if hit[0] == "level-order"] == [("level-order", "levels/P1", "id")]


@pytest.mark.parametrize(
    ("path", "word", "address", "field"),
    [
        ("status", "drft", "", "status"),
        ("factors/0/basis", "responsability", "factors/scope", "basis"),
        ("skills/0/kind", "Tool", "skills/sql", "kind"),
        ("families/0/status", "publishd", "families/data", "status"),
        (
            "families/0/occupations/0/scheme",
            "soc2018",
            "families/data",
            "occupations/0/scheme",
        ),
        ("families/0/profiles/1/flsa", "exempted", P2, "flsa"),
        ("families/0/profiles/1/pay/status", "publish", P2, "pay/status"),
    ],
)
def test_that_a_choice_is_one_of_its_words(path: str, word: str, address: str, field: str) -> None:
    ladder = spoiled((path, word))
    assert found(ladder) == [("choice", address, field)]
    assert "Did you mean" in _message(ladder)


def test_that_an_empty_choice_is_no_choice() -> None:
    assert found(spoiled(("status", ""), ("skills/0/kind", ""))) == []


@pytest.mark.parametrize(
    ("path", "address", "field", "meant"),
    [
        ("organisation", "", "organisation", "organization"),
        ("levels/0/sumary", "levels/P1", "sumary", "summary"),
        ("levels/0/experience/mn", "levels/P1", "experience/mn", "min"),
        ("families/0/ownr", "families/data", "ownr", "owner"),
        ("families/0/profiles/1/pay/ranges/0/curency", P2, "pay/ranges/0/curency", "currency"),
        ("families/0/profiles/1/responsibilities/1/exmples", P2, "responsibilities/1/exmples", ""),
        (
            "families/0/profiles/1/expectations/delivery/+",
            P2,
            "expectations/delivery/1/txt",
            "text",
        ),
        ("families/0/profiles/1/skills/1/profficiency", P2, "skills/1/profficiency", "proficiency"),
    ],
)
def test_that_an_unknown_key_is_reported(path: str, address: str, field: str, meant: str) -> None:
    ladder = spoiled((path, {"text": "x", "txt": "y"} if path.endswith("+") else "x"))
    assert found(ladder) == [("unknown-key", address, field)]
    assert meant in _message(ladder)


def test_that_an_unknown_key_is_read_as_the_field_it_means_if_that_is_free() -> None:
    ladder = spoiled(("families/0/sumary", "x"), ("families/0/summary", ""))
    (finding,) = (one for one in check(ladder).findings if one.rule == "unknown-key")
    assert found(finding.fixes[0].edit(ladder).change(ladder)) == []
    assert check(spoiled(("families/0/sumary", "x"))).findings[0].fixes == ()


@pytest.mark.parametrize(
    ("version", "good"),
    [("1.0.0", True), ("1.0.0-rc.1", True), ("1.0", False), ("v1.0.0", False), ("01.0.0", False)],
)
def test_that_a_version_is_three_numbers(version: str, good: bool) -> None:
    assert found(spoiled(("version", version))) == [("version-form", "", "version")][good:]
    past = [{"version": "0.9.0"}, {"version": version}]
    ladder = spoiled(("history", past))
    assert found(ladder) == [("version-form", "", "history/1/version")][good:]


def test_that_checks_name_rules_and_severities_that_exist() -> None:
    checks = {
        "rules": {"unused-skil": "off", "choice": "warn", "level-gap": "off"},
        "words": {"placeholdr": ["x"], "placeholder": ["x"]},
        "accepted": [{"rule": "nonsense", "at": "levels/P1"}],
    }
    ladder = spoiled(("checks", checks))
    assert found(ladder) == [
        ("unknown-check", "", "checks/rules/unused-skil"),
        ("unknown-check", "", "checks/words/placeholdr"),
        ("unknown-check", "", "checks/accepted/0/rule"),
        ("unknown-check", "", "checks/rules/choice"),
    ]
    assert 'Did you mean "unused-skill"?' in _message(ladder)


def _message(ladder: Ladder) -> str:
    return check(ladder).findings[0].message


@pytest.mark.parametrize("kind", ["tracks", "factors", "proficiencies", "competencies", "skills"])
@pytest.mark.parametrize(
    "again", ["SQL", "sql", "SQL ", " S\u200bQL", "ＳＱＬ", "sQl\u00a0", "S\u00adQL"]
)
def test_that_two_names_that_sound_the_same_are_found(kind: str, again: str) -> None:
    ladder = spoiled((f"{kind}/0/name", "SQL"), (f"{kind}/+", {"id": "again", "name": again}))
    assert ("same-name", f"{kind}/again", "name") in found(ladder)


def test_that_an_accent_stored_otherwise_makes_no_other_name() -> None:
    ladder = spoiled(
        ("skills/0/name", "Caf\u00e9  \u2013 work"),
        ("skills/+", {"id": "again", "name": "cafe\u0301 - Work"}),
    )
    assert ("same-name", "skills/again", "name") in found(ladder)


def test_that_other_names_and_no_names_are_not_the_same() -> None:
    ladder = spoiled(
        ("skills/0/name", "C"),
        ("skills/+", {"id": "cpp", "name": "C++"}),
        ("skills/+", {"id": "none", "name": ""}),
        ("skills/+", {"id": "nothing", "name": " "}),
    )
    assert not [where for where in found(ladder) if where[0] == "same-name"]


def test_that_a_family_of_the_same_name_is_found_when_the_other_one_is_renamed() -> None:
    first = spoiled(("families/+", {"id": "again", "name": "Other"}))
    report = check(first)
    name = first.families[0].name.upper()
    families = (*first.families[:-1], first.families[-1].model_copy(update={"name": name}))
    now = check(first.model_copy(update={"families": families}), report)
    assert [one.address for one in now.findings if one.rule == "same-name"] == ["families/again"]


def test_that_two_families_have_no_common_short_code() -> None:
    one, other = ("families/0/code", "DATA"), ("families/1/code", "data ")
    assert found(spoiled(one, other)) == [("family-code", "families/ops", "code")]
    assert found(spoiled(one, ("families/1/code", "OPS"))) == []
