"""Copying a value from one place to another, and choosing one."""

import pytest

from laddereditor.edits.cells.choosing import choices_at, choose, chosen_at, how_to_change
from laddereditor.edits.cells.copying import copy
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.places.cell_place import CellPlace, place_at
from laddereditor.edits.places.shown import text_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import skill_of, statement_text
from tests.edits.samples import DATA_P3, made, profile, sample

DATA_P2 = Address("families/data/P2")


def test_that_a_text_is_copied_to_another_profile_of_another_ladder() -> None:
    source, ladder = sample(), sample()
    here, there = (
        place_at(ladder, DATA_P2, FieldPath("summary")),
        place_at(source, DATA_P3, FieldPath("summary")),
    )
    after = made(copy(ladder, here, source, there), ladder)
    assert text_at(after, here) == text_at(source, there) != ""
    with pytest.raises(EditRefused, match="already says the same"):
        copy(after, here, source, there).change(after)


def test_that_a_statement_is_copied_behind_the_others() -> None:
    ladder = sample()
    before = profile(ladder, DATA_P2).responsibilities
    there = CellPlace(DATA_P3, "responsibilities", "", 0)
    here = CellPlace(DATA_P2, "responsibilities", "", len(before), insert=True)
    after = profile(made(copy(ladder, here, ladder, there), ladder), DATA_P2).responsibilities
    copied = profile(ladder, DATA_P3).responsibilities[0]
    assert [statement_text(one) for one in after][-1] == statement_text(copied)


def test_that_nothing_is_copied_from_where_nothing_is() -> None:
    ladder = sample()
    there = CellPlace(DATA_P3, "responsibilities", "", 99)
    here = CellPlace(DATA_P2, "responsibilities", "", 0, insert=True)
    with pytest.raises(EditRefused, match="nothing to copy"):
        copy(ladder, here, ladder, there).change(ladder)


def _with_first_skill(ladder: Ladder, **changes: object) -> Ladder:
    return evolve(ladder, skills=(evolve(ladder.skills[0], **changes), *ladder.skills[1:]))


def test_that_a_skill_of_another_ladder_is_copied_only_if_it_means_the_same() -> None:
    source = sample()
    asked = source.skills[0]
    uses = (asked.id,)
    source = made(set_field(source, DATA_P3, "skills", uses), source)
    there = CellPlace(DATA_P3, "skills", asked.id, 0)
    empty = made(set_field(source, DATA_P2, "skills", ()), source)
    here = CellPlace(DATA_P2, "skills", "", 0, insert=True)

    def copied(ladder: Ladder) -> list[str]:
        return [
            *map(skill_of, profile(made(copy(ladder, here, source, there), ladder), DATA_P2).skills)
        ]

    another = evolve(empty, id="another")
    assert copied(another) == [asked.id]
    assert copied(_with_first_skill(empty, name="Renamed")) == [asked.id]  # another state of it
    other = _with_first_skill(another, name="Beekeeping", aliases=())
    with pytest.raises(EditRefused, match=f"is “Beekeeping”, not “{asked.name}”"):
        copied(other)
    under = evolve(other, skills=(*other.skills, evolve(asked, id="elsewhere")))
    assert copied(under) == ["elsewhere"]


def test_that_a_skill_is_changed_by_a_choice_of_its_proficiency() -> None:
    ladder = sample()
    uses = profile(ladder).skills
    place = CellPlace(DATA_P3, "skills", skill_of(uses[0]), 0)
    assert how_to_change(ladder, place) == "choice"
    values = [value for value, _ in choices_at(ladder, place)]
    assert chosen_at(ladder, place) in values
    other = next(value for value in values if value != chosen_at(ladder, place))
    assert chosen_at(made(choose(ladder, place, other), ladder), place) == other


@pytest.mark.parametrize(
    ("field", "how"), [("summary", "text"), ("flsa", "choice"), ("pay/ranges", "form")]
)
def test_that_a_place_says_how_it_is_changed(field: str, how: str) -> None:
    ladder = sample()
    assert how_to_change(ladder, place_at(ladder, DATA_P3, FieldPath(field))) == how


def test_that_what_is_chosen_is_in_the_ladder() -> None:
    ladder = sample()
    place = place_at(ladder, DATA_P3, FieldPath("flsa"))
    other = next(v for v, _ in choices_at(ladder, place) if v and v != chosen_at(ladder, place))
    assert chosen_at(made(choose(ladder, place, other), ladder), place) == other
