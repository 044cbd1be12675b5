"""Conflicts as texts that people can edit, and back."""

import pytest

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.edits.reading.conventions import Conventions, PersonLocale
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.level import Experience
from laddereditor.model.statement import ExampledStatement, RatedSkill
from laddereditor.presentation.changes.conflict_values import (
    both_of,
    editing_of,
    editing_text,
    read_value,
)

P1 = Address("families/software/P1")


def _conflict(field: str, ours: object, theirs: object, address: str = P1) -> Conflict:
    return Conflict(Address(address), FieldPath(field), None, ours, theirs)


@pytest.mark.parametrize(
    ("address", "field", "value", "how"),
    [
        (P1, "summary", "Text", "text"),
        (P1, "factors/scope", "Text", "text"),
        ("levels/P1", "name", "Text", "text"),
        ("", "description", "Text", "text"),
        ("families/x/competencies/c", "name", "Text", "text"),
        (P1, "responsibilities/2", "Text", "statement"),
        (P1, "responsibilities", ("Text",), "statements"),
        (P1, "expectations/communication", ("Text",), "statements"),
        (P1, "expectations/communication/1", "Text", "statement"),
        (P1, "titles/0", "Text", "text"),
        (P1, "titles", ("Text",), "lines"),
        (P1, "experience", Experience(min=1), "years"),
        (P1, "skills/0", RatedSkill(skill="python"), ""),
        ("levels/P1", "track", "professional", ""),
        ("families/x", "status", "draft", ""),
        (P1, "", None, ""),
    ],
)
def test_that_each_field_is_edited_as_what_it_is(
    address: str, field: str, value: object, how: str
) -> None:
    assert editing_of(_conflict(field, value, value, address)) == how


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("summary", "One\n\nTwo"),
        ("responsibilities/2", "One"),
        ("responsibilities/2", ExampledStatement(text="One", examples=("Two", "Three"))),
        ("responsibilities", ("One", "Two")),
        ("titles", ("One", "Two")),
        ("experience", Experience(min=3, max=5)),
    ],
)
def test_that_a_value_as_text_is_read_back_as_it_was(field: str, value: object) -> None:
    conflict = _conflict(field, value, None)
    assert read_value(conflict, editing_text(value)) == value


def test_that_no_text_takes_a_statement_away() -> None:
    assert read_value(_conflict("responsibilities/0", "One", "Two"), "  ") is None


def test_that_what_cannot_be_read_is_said_in_words() -> None:
    with pytest.raises(ValueError, match="write years as"):
        read_value(_conflict("experience", Experience(min=1), None), "many")
    with pytest.raises(ValueError, match="one statement"):
        read_value(_conflict("responsibilities/0", "One", "Two"), "One\nTwo")


def test_that_both_lists_are_kept_without_repeating() -> None:
    assert both_of(_conflict("titles", ("a", "b"), ("b", "c"))) == ("a", "b", "c")
    assert both_of(_conflict("responsibilities/0", "a", "b")) == ("a", "b")
    assert both_of(_conflict("responsibilities/0", "a", None)) is None
    assert both_of(_conflict("summary", "a", "b")) is None


def test_that_years_are_read_as_the_system_of_the_person_writes() -> None:
    conflict = _conflict("experience", Experience(min=1), None)
    german = Conventions("en", PersonLocale(".", "day"))
    assert read_value(conflict, "2,75–5", german) == Experience(min=2.75, max=5)
    with pytest.raises(ValueError, match="not a number that is clear"):
        read_value(conflict, "2,75", Conventions("en"))
