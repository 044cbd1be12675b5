"""Counted things agree with their number, everywhere by one helper."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import laddereditor
from laddereditor.model.counting import plural

SOURCE = Path(laddereditor.__file__).parent
# What the program counts; a new kind of thing is added here.
NOUNS = {
    *("bytes", "cells", "changes", "characters", "columns", "comments", "commits", "competencies"),
    *("conflicts", "entries", "errors", "examples", "factors", "families", "fields", "files"),
    *("findings", "hints", "items", "ladders", "levels", "lines", "places", "problems", "profiles"),
    *("proficiencies", "ranges", "records", "rows", "skills", "specialties", "statements", "steps"),
    *("texts", "times", "titles", "tracks", "uses", "values", "versions", "warnings", "words"),
    "years",
}
# Words before a number that is never one.
_ONLY_OF_SEVERAL = ("–", " to ", "these ", "All ", "All its ")
_BETWEEN = frozenset({"more", "other", "common", "open", "unexpected", "new", "generic"})


def counted_by_hand(code: str) -> Iterator[str]:
    """Yield the f-strings in which a number that may be one stands before a plural."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.JoinedStr):
            for place, (value, rest) in enumerate(zip(node.values, node.values[1:], strict=False)):
                several = place > 0 and _text(node.values[place - 1]).endswith(_ONLY_OF_SEVERAL)
                if _may_be_one(value) and not several and _begins_with_plural(_text(rest)):
                    yield f"line {node.lineno}: {ast.unparse(node)}"


def _text(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _may_be_one(node: ast.expr) -> bool:
    if not isinstance(node, ast.FormattedValue) or _says_all(node):
        return False
    constant = isinstance(node.value, ast.Name) and node.value.id.isupper()
    return not constant and not isinstance(node.value, ast.Constant)


def _says_all(node: ast.FormattedValue) -> bool:
    """Whether the value is words already: a call of the helper, or a choice of words."""
    call = node.value
    return isinstance(call, ast.Call) and ast.unparse(call.func).endswith("plural")


def _begins_with_plural(text: str) -> bool:
    if not text.startswith(" "):
        return False
    words = text.replace(".", " ").replace(",", " ").split()[:2]
    rest = words[1:] if words[:1] and words[0] in _BETWEEN else words
    return bool(rest) and rest[0] in NOUNS


def test_that_no_plural_is_counted_by_hand() -> None:
    found = [
        f"{path.relative_to(SOURCE)}, {line}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line in counted_by_hand(path.read_text("utf-8"))
    ]
    assert not found


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 levels"), (1, "1 level"), (3, "3 levels"), (1204, "1,204 levels"), (1.0, "1 level")],
)
def test_that_the_words_agree_with_the_number(count: float, words: str) -> None:
    assert plural(count, "level") == words


def test_that_irregular_words_and_halves_are_written_as_they_are() -> None:
    assert plural(2, "family", "families") == "2 families"
    assert plural(1, "family", "families") == "1 family"
    assert plural(1.5, "year") == "1.5 years"


def test_that_a_number_of_any_size_can_be_counted() -> None:
    assert plural(10**400, "year").startswith("10,000,")
    assert plural(1e300, "year").endswith(" years")


@pytest.mark.parametrize(
    "code", ['f"{len(x)} levels"', 'f"{n:,} more titles."', 'f"a {count} skills, b"']
)
def test_that_the_check_sees_one_counted_by_hand(code: str) -> None:
    assert list(counted_by_hand(code))


@pytest.mark.parametrize(
    "code", ["f\"{plural(n, 'level')} levels\"", 'f"At most {MOST} columns"', 'f"{a}–{b} years"']
)
def test_that_the_check_lets_pass_what_is_right(code: str) -> None:
    assert not list(counted_by_hand(code))
