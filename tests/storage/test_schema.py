"""The JSON Schema accepts what the program opens, and nothing else that JSON can tell apart."""

import json
import re
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from laddereditor.assets import sample_ladders
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import read_text
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.reading.schema import json_schema
from tests.examples import examples
from tests.strategies import ladders

VALIDATOR = Draft202012Validator(json_schema())
ODD: tuple[Any, ...] = (
    7,
    2.5,
    True,
    False,
    None,
    "",
    "x",
    "2026-12-01",
    "2026-13-45",
    "12",
    "yes",
    [],
    {},
    ["a"],
)
ODD += ({"text": "a"}, {"skill": 5}, {"a": None}, {"a": 1}, {"a": ["b"]})


def wrong(value: Any) -> str:
    return "; ".join(error.message for error in VALIDATOR.iter_errors(value))


def opens(text: str) -> bool:
    try:
        read_text(text)
    except UnreadableLadder:
        return False
    return True


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def test_that_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("name", list(sample_ladders()))
def test_that_the_samples_follow_the_schema(name: str) -> None:
    raw = yaml.safe_load(sample_ladders()[name].read_text("utf-8"))
    assert wrong(plain(raw)) == ""


@pytest.mark.parametrize(
    "field",
    [
        "grade: 7",
        "grade: 7.5",
        "grade: true",
        "grade: 2026-12-01",
        "grade:",
        "name: NO",
        "factors: {scope: 3}",
        "factors: {scope: }",
        "experience: {min: '3', max: 5}",
        "expectations: {a: [1, true, null]}",
        "title_patterns: [2, ]",
        "expectations: {a: [{text: 3, examples: [4]}]}",
        "equivalents:",
        "x-team: {a: [b]}",
    ],
)
def test_that_what_is_written_without_quotes_is_accepted(field: str) -> None:
    text = f"laddereditor: 1\nlevels:\n- id: 3\n  {field}\n"
    assert opens(text)
    assert wrong(plain(yaml.safe_load(text))) == ""


@pytest.mark.parametrize(
    "field",
    [
        "name: [a]",
        "factors: [a]",
        "factors: a",
        "title_patterns: {a: b}",
        "experience: {min: three}",
        "experience: {min: true}",
        "expectations: {a: [{examples: [b]}]}",
        "expectations: {a: [[b]]}",
    ],
)
def test_that_what_the_program_refuses_is_refused(field: str) -> None:
    text = f"laddereditor: 1\nlevels:\n- id: 3\n  {field}\n"
    assert not opens(text)
    assert wrong(plain(yaml.safe_load(text))) != ""


def as_yaml(raw: Any) -> str:
    """JSON is YAML, but for `null`, which the program reads as the text that it is."""
    return re.sub(r"(?<=: )null(?=[,}])", "", json.dumps(raw, ensure_ascii=False))


@st.composite
def _odd_raws(draw: st.DrawFn) -> Any:
    """A ladder's plain values with up to three of them replaced by something else."""
    raw = plain(to_raw(draw(ladders())))
    for _ in range(draw(st.integers(0, 3))):
        at: Any = raw
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], dict | list) and draw(st.integers(0, 4)):
                at = at[key]
                continue
            value = deepcopy(draw(st.sampled_from(ODD)))
            at[key] = "" if value is None and isinstance(at, list) else value
            break
    return raw


@given(_odd_raws())
@settings(max_examples=examples(150), deadline=None)
def test_that_the_schema_and_the_program_accept_the_same(raw: Any) -> None:
    assert opens(as_yaml(raw)) == (wrong(raw) == ""), wrong(raw)


def test_that_every_field_is_explained() -> None:
    properties = json_schema()["properties"]
    assert list(properties) == list(Ladder.model_fields)
    assert all(found["title"] and found["description"] for found in properties.values())
