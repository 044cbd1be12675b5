"""What another YAML reader, which shares no code with ours, sees in the files that are written."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import read_text, update
from laddereditor.storage.reading.whole import read_whole
from laddereditor.storage.text.emit import emit
from tests.examples import examples
from tests.storage.changes import at, change
from tests.storage.fixtures import STYLES
from tests.storage.helpers import with_value
from tests.storage.styles import Style, any_ladder, any_text
from tests.storage.test_round_trip import FIELDS

yaml_edit = pytest.importorskip("yaml_edit")
slow = settings(deadline=None, max_examples=examples(200), suppress_health_check=list(HealthCheck))


def texts(node: Any) -> Any:
    """Return what the other reader sees, every value as its characters."""
    mapping, sequence = node.as_mapping(), node.as_sequence()
    if mapping is not None:
        entries = mapping.entries()
        return {texts(entry.key()): texts(entry.value()) for entry in entries}
    if sequence is not None:
        return [texts(item) for item in sequence]
    scalar = node.as_scalar()
    if scalar is None or (scalar.is_null() and not scalar.as_string()):
        return None
    text = str(scalar.as_string())
    return text.removesuffix("\n") if scalar.is_block() else text


def seen(text: str) -> Any:
    """Return a file's values as the other reader sees them, or None if it cannot read the file."""
    try:
        # Its documents start behind the directives.
        text = text.removeprefix("%YAML 1.1\n")
        mapping = yaml_edit.Document.parse(text).as_mapping()
        return {texts(entry.key()): texts(entry.value()) for entry in mapping.entries()}
    except (yaml_edit.YamlError, AttributeError):
        return None


def scalar_change(raw: dict[str, Any], rng: Random) -> dict[str, Any]:
    """Return plain values with one single value changed."""
    for _ in range(50):
        new, path = change(raw, rng)
        if not isinstance(at(raw, path) if path != ("name",) else "", dict | list):
            return new
    return {**raw, "name": any_text(rng)}


@pytest.mark.parametrize(("style", "address", "value"), FIELDS)
def test_that_another_reader_sees_the_changed_field(
    style: str, address: str, value: object
) -> None:
    document = read_text(STYLES[style])
    after = update(document, with_value(document.ladder, address, value)).text
    assert seen(after) == read_whole(after)[0]


@slow
@given(st.integers(0, 10**9))
@pytest.mark.parametrize("edit", [scalar_change, lambda raw, rng: change(raw, rng)[0]])
def test_that_another_reader_sees_what_was_meant(
    edit: Callable[[dict[str, Any], Random], dict[str, Any]], seed: int
) -> None:
    rng = Random(seed)
    document = read_text(Style(rng).file(any_ladder(rng)))
    try:
        ladder = Ladder.model_validate(edit(to_raw(document.ladder), rng))
    except ValidationError:
        return
    after = update(document, ladder).text
    assert seen(after) == read_whole(after)[0]


@slow
@given(st.integers(0, 10**9))
def test_that_another_reader_sees_the_same_in_a_new_file(seed: int) -> None:
    text = emit(Ladder.model_validate(any_ladder(Random(seed))))
    assert seen(text) == read_whole(text)[0]
