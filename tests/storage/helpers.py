"""What tests of the text of a ladder share."""

import difflib
from typing import Any

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import Document, read_text, update
from laddereditor.storage.text.equal_values import same_in_file


def with_value(ladder: Ladder, address: str, value: Any) -> Ladder:
    """Return the ladder with another value at an address; None takes it away."""
    raw = to_raw(ladder)
    *way, last = Address(address).path(ladder)
    inner = raw
    for step in way:
        inner = inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return Ladder.model_validate(raw)


def edited(text: str, address: str, value: Any) -> str:
    """Return the text of a file after one value was changed in the ladder."""
    document = read_text(text)
    return written(document, with_value(document.ladder, address, value)).text


def written(document: Document, ladder: Ladder) -> Document:
    """Return the updated document, which reads as the ladder and was not reformatted."""
    after = update(document, ladder)
    assert not relaid(after)
    assert same_in_file(ladder, read_text(after.text).ladder)
    return after


def relaid(document: Document) -> list[str]:
    """Return what the last edit reformatted, as it is told."""
    return [notice for notice in document.notices if "reformatted" in notice]


def numstat(before: str, after: str) -> tuple[int, int]:
    """Return the number of lines put in and taken out, as `git diff --numstat` counts."""
    diff = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return sum(d.startswith("+ ") for d in diff), sum(d.startswith("- ") for d in diff)


def changes(before: str, after: str) -> list[str]:
    """Return the lines that differ, with `+` or `-` before them."""
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in diff if not line.startswith(("---", "+++", "@@"))]
