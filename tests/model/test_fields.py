"""What fields say of themselves, and the words that follow from it."""

import pytest

from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.entry_words import entry_of, entry_title
from laddereditor.model.family import Occupation, Profile
from laddereditor.model.field_order import placed
from laddereditor.model.fields import FieldSpec, described, field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import Statements
from laddereditor.presentation.forms.layouts import sections_for


@pytest.mark.parametrize(
    ("title", "one"),
    [
        ("Working conditions", "a working condition"),
        ("Responsibilities", "a responsibility"),
        ("Expectations", "an expectation"),
        ("Search indexes", "a search index"),
        ("Awareness", "a statement"),
        ("Equipment", "a statement"),
    ],
)
def test_that_one_entry_is_named_after_the_title(title: str, one: str) -> None:
    assert entry_of(title, "statements") == one


def test_that_an_entry_is_titled_without_its_article() -> None:
    assert entry_title("Working conditions", "a working condition") == "Working condition"
    assert entry_title("Equipment", "a piece of it") == "Piece of it"


def test_that_the_words_of_a_choice_are_its_own_unless_the_field_has_others() -> None:
    scheme = field_specs(Occupation)["scheme"]
    assert [scheme.choice_words(value) for value in scheme.choices] == ["SOC 2018", "O*NET-SOC"]
    assert field_specs(Profile)["flsa"].choice_words("nonexempt") == "Nonexempt"
    assert field_specs(Profile)["flsa"].choice_words("") == ""


class _OfPeople(Entity):
    describes_people = True

    conditions: Statements = described("Conditions", "What it is like.", "statements", default=())
    travel: str = described("Travel", "How far one goes.", default="")
    parking: Statements = described(
        "Parking", "Where to.", "statements", default=(), asks="nothing"
    )


def test_that_lists_of_statements_about_people_ask_something_unless_they_say_otherwise() -> None:
    asks = {name: spec.asks for name, spec in field_specs(_OfPeople).items()}
    assert asks == {"conditions": "demand", "travel": "nothing", "parking": "nothing"}


@pytest.mark.parametrize("entity", [Ladder, *(kind.entity for kind in KINDS.values())])
def test_that_notes_are_for_the_editors_and_are_last(entity: type[Entity]) -> None:
    specs = field_specs(entity)
    notes = specs["notes"]
    assert (notes.readers, notes.asks, notes.page.role) == ("editors", "file", "none")
    assert sections_for(specs)[-1].rows == (("notes",), ("external_id",))


@pytest.mark.parametrize("entity", [Ladder, *(kind.entity for kind in KINDS.values())])
def test_that_every_field_that_a_form_shows_is_there_once(entity: type[Entity]) -> None:
    specs = field_specs(entity)
    names = [name for one in sections_for(specs) for row in one.rows for name in row]
    assert sorted(names) == sorted(name for name, spec in specs.items() if spec.form.shown)


def test_that_a_field_without_a_place_is_below_the_one_before_it() -> None:
    specs = dict(field_specs(Profile))
    names = list(specs)
    new = FieldSpec(name=FieldPath("travel"), title="Travel", help="", shape="line")
    names.insert(names.index("qualifications") + 1, "travel")
    section = next(
        one
        for one in sections_for({name: specs.get(name, new) for name in names})
        if ("travel",) in one.rows
    )
    assert section.rows == (("qualifications",), ("travel",))


def test_that_a_large_field_has_a_section_of_its_own() -> None:
    specs = dict(field_specs(Profile)) | {"conditions": field_specs(_OfPeople)["conditions"]}
    rows = [one.rows for one in sections_for(specs)]
    assert (("conditions",),) in rows
    assert rows[-1] == (("notes",), ("external_id",))


def test_that_followers_come_directly_after_what_they_follow() -> None:
    after = {"a": "c", "d": "a", "e": "gone"}
    assert placed("abcde", after) == ["b", "c", "a", "d", "e"]
