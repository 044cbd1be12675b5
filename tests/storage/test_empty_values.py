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


@pytest.mark.parametrize(
    ("head", "changes", "written"),
    [
        ("name:\nnotes: abc\n", {"name": "abc", "notes": ""}, "name: abc\n"),
        ("notes: abc\nname:\n", {"name": "abc", "notes": ""}, "name: abc\n"),
        (
            "name: ''  # short\nnotes: abc\ndescription: q\n",
            {"name": "abc", "notes": "", "description": "abc"},
            "name: 'abc'  # short\ndescription: abc\n",
        ),
        (
            "name:\nnotes: abc\ndescription: q\n",
            {"name": "q", "notes": "", "description": ""},
            "name: q\n",
        ),
    ],
)
def test_that_a_text_goes_into_an_empty_field_of_the_file(
    head: str, changes: dict[str, Any], written: str
) -> None:
    document = read_text(f"laddereditor: 1\nid: x\n{head}# all\nlevels: []\n")
    after = update(document, evolve(document.ladder, **changes))
    assert after.text == f"laddereditor: 1\nid: x\n{written}# all\nlevels: []\n"
    assert not after.reformatted
