"""JSON and CASE: what they hold, what the standard asks, and what comes back."""

import json
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from laddereditor.edits.parts.rebuilding import rebuilt
from laddereditor.edits.parts.returned import ReturnedTable
from laddereditor.exchange.returned.json_exports import ReturnedLadder, read_json_export
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import scoped
from tests.examples import examples
from tests.reports.exporting.case_schema import PACKAGE
from tests.reports.exporting.returned import HR, carried, exported
from tests.reports.exporting.test_export_scope import ladder, raw_ladder
from tests.strategies import ladders


def case(found: Ladder) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(exported(found, "case"))
    return raw


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_json_holds_the_whole_ladder(found: Ladder) -> None:
    back = read_json_export(exported(found, "json").decode("utf-8"), "x.json")
    assert isinstance(back, ReturnedLadder)
    assert back.ladder == scoped(found, HR) and back.scope["audience"] == "hr"


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_case_is_valid_and_comes_back(found: Ladder) -> None:
    data = exported(found, "case")
    Draft202012Validator(PACKAGE).validate(json.loads(data))
    back = read_json_export(data.decode("utf-8"), "x.json")
    if not carried(found):
        assert back is None
        return
    assert isinstance(back, ReturnedTable) and not back.notes
    assert not [cell for cell in back.cells if cell.is_edited]
    assert carried(rebuilt(back)) == carried(found)


def test_that_case_has_families_levels_and_skill_levels() -> None:
    raw = ladder().model_dump()
    raw["families"][0]["profiles"][0]["skills"] = [{"skill": "bread", "proficiency": "low"}]
    found = case(Ladder.model_validate(raw))
    ids = {one["identifier"]: one["fullStatement"] for one in found["CFItems"]}
    links = [
        (
            one["associationType"],
            ids.get(one["originNodeURI"]["identifier"]),
            ids.get(one["destinationNodeURI"]["identifier"]),
        )
        for one in found["CFAssociations"]
    ]
    assert ("isChildOf", "baker P1", "baker") in links
    assert ("isPartOf", "baker P1", "P1") in links
    assert ("isPartOf", "pastry", "baker") in links
    assert ("hasSkillLevel", "bread", "low") in links
    assert ("precedes", "P1", "P2") in links and ("precedes", "P2", "M1") not in links
    assert ("isChildOf", "baker", None) in links


def test_that_identifiers_are_the_same_each_time_and_unique() -> None:
    assert case(ladder()) == case(ladder())
    items = case(ladder())["CFItems"]
    assert len({one["identifier"] for one in items}) == len(items)


def test_that_an_edited_statement_of_a_package_is_the_only_edit() -> None:
    text = exported(ladder(), "case").decode("utf-8").replace("Decorates", "Decorates cakes")
    back = read_json_export(text, "x.json")
    assert isinstance(back, ReturnedTable)
    assert [cell.text for cell in back.cells if cell.is_edited] == ["Decorates cakes"]


def test_that_other_json_is_not_taken_for_an_export() -> None:
    for text in ("", "[]", "{", '{"laddereditor": 1}', '{"laddereditor": ' + "[" * 100_000):
        assert read_json_export(text, "x.json") is None


def test_that_names_of_several_lines_are_lines_in_a_package() -> None:
    raw = raw_ladder()
    raw |= {"name": "Our\nladder", "organization": "Elbonia\tInc", "version": "1\n2"}
    raw["tracks"][1]["id"] = "two\nlines"
    data = exported(Ladder.model_validate(raw), "case")
    Draft202012Validator(PACKAGE).validate(json.loads(data))
    assert json.loads(data)["CFDocument"]["title"] == "Our ladder"
    codes = [one.get("humanCodingScheme") for one in json.loads(data)["CFItems"]]
    assert "two lines" in codes
