"""Values that a person left empty, written in any layout."""

from typing import Any

import pytest

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import new_document, read_text, update

HEAD = {"laddereditor": 1, "id": "x", "name": "X"}


@pytest.mark.parametrize(
    "raw",
    [
        {"empty": None},
        {"empty": None, "b": "x"},
        {"b": "x", "empty": None},
        {"list": [None, "b"]},
        {"list": ["b", None]},
        {"list": [None]},
        {"map": {"empty": None, "b": [None]}},
    ],
)
def test_that_what_is_empty_is_read_back_as_it_was(raw: dict[str, Any]) -> None:
    ladder = Ladder.model_validate({**HEAD, "tracks": [{"id": "p", "name": "P", **raw}]})
    document = new_document(ladder)
    assert read_text(document.text).ladder == ladder
    edited = evolve(ladder, tracks=(evolve(ladder.tracks[0], name="Q"),))
    assert read_text(update(document, edited).text).ladder == edited
