"""Filling many cells in one step."""

import pytest

from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.shown import is_overriding, text_at
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.statement import ExampledStatement, RatedSkill
from tests.edits.samples import DATA_P3, accepted, made, profile, sample

DATA_P2 = Address("families/data/P2")


def _filled(ladder: Ladder, *fillings: tuple[CellPlace, str]) -> Ladder:
    return made(fill(ladder, fillings), ladder)


def test_that_many_places_are_one_step_with_a_plain_label() -> None:
    ladder = sample()
    edit = fill(
        ladder,
        (
            (CellPlace(DATA_P3, "summary"), "Builds"),
            (CellPlace(DATA_P2, "factors", "scope"), "One table"),
        ),
        "Paste",
    )
    after = made(edit, ladder)
    assert edit.label == "Paste 2 cells of Data Engineer"
    assert profile(after).summary == "Builds"
    assert profile(after, DATA_P2).factors == {"scope": "One table"}


def test_that_one_place_is_named_in_the_label() -> None:
    edit = fill(sample(), ((CellPlace(DATA_P3, "factors", "scope"), "All"),))
    assert edit.label == "Change Scope of P3 Senior Data Engineer"
    edit = fill(sample(), ((CellPlace(DATA_P3, "qualifications", insert=True), "All"),))
    assert edit.label == "Add to Qualifications of P3 Senior Data Engineer"


def test_that_items_are_changed_added_and_removed_by_the_places_of_before() -> None:
    name = "responsibilities"
    after = _filled(
        sample(),
        (CellPlace(DATA_P3, name, position=0), ""),
        (CellPlace(DATA_P3, name, position=2), "Prevents breakage"),
        (CellPlace(DATA_P3, name, position=1, insert=True), "Comes second"),
        (CellPlace(DATA_P3, name, insert=True), "Comes last"),
    )
    reviews = ExampledStatement(text="Reviews work", examples=("Design notes",))
    assert profile(after).responsibilities == (
        "Comes second",
        reviews,
        "Prevents breakage",
        "Comes last",
    )


def test_that_accepted_findings_stay_with_their_items() -> None:
    after = _filled(sample(), (CellPlace(DATA_P3, "responsibilities", position=0), ""))
    assert "data/P3/responsibilities/1" in accepted(after)


def test_that_typing_over_an_inherited_statement_makes_the_whole_list_the_profiles_own() -> None:
    after = _filled(
        sample(), (CellPlace(DATA_P3, "expectations", "communication", insert=True), "Speaks up")
    )
    assert profile(after).expectations["communication"] == ("Writes clearly", "Speaks up")


def test_that_a_list_that_became_empty_is_inherited_again() -> None:
    after = _filled(sample(), (CellPlace(DATA_P3, "expectations", "delivery", 0), ""))
    assert "delivery" not in profile(after).expectations
    assert text_at(after, CellPlace(DATA_P3, "expectations", "delivery", 0)) == "Ships"


def test_that_a_text_which_is_inherited_already_is_not_copied() -> None:
    ladder = sample()
    same = (CellPlace(DATA_P3, "factors", "impact"), "Product")
    years = (CellPlace(DATA_P3, "experience"), "3–5")
    assert fill(ladder, (same, years)).change(ladder) is ladder


def test_that_skills_get_proficiencies_by_name_and_go_with_an_empty_text() -> None:
    after = _filled(
        sample(),
        (CellPlace(DATA_P3, "skills", "mentoring", 0), ""),
        (CellPlace(DATA_P3, "skills", "sql", 1), "expert"),
        (CellPlace(DATA_P3, "skills", "mentorship", 2), "Any proficiency"),
        (CellPlace(DATA_P3, "skills", "python"), "AWARE"),
    )
    assert profile(after).skills == (
        RatedSkill(skill="sql", proficiency="expert"),
        "mentorship",
        RatedSkill(skill="python", proficiency="aware"),
    )


def test_that_a_skill_typed_into_the_empty_row_joins_the_library() -> None:
    after = _filled(sample(), (CellPlace(DATA_P2, "skills", insert=True), "Data Mesh"))
    assert profile(after, DATA_P2).skills == ("sql", "data-mesh")
    assert after.skills[-1].name == "Data Mesh"


def test_that_a_skill_which_came_meanwhile_is_not_listed_twice() -> None:
    with pytest.raises(EditRefused, match="already listed"):
        _filled(sample(), (CellPlace(DATA_P3, "skills", "sql"), "Aware"))


def test_that_one_wrong_value_refuses_everything_and_names_its_cell() -> None:
    with pytest.raises(
        EditRefused, match=r"Data Engineer › P3 › Typical experience: “5.Mrz” does not fit"
    ):
        fill(
            sample(),
            ((CellPlace(DATA_P3, "summary"), "x"), (CellPlace(DATA_P3, "experience"), "5.Mrz")),
        )
    with pytest.raises(EditRefused, match=r"P3 › SQL: “Guru” .* Aware, Working, Expert"):
        fill(sample(), ((CellPlace(DATA_P3, "skills", "sql", 1), "Guru"),))


def test_that_unknown_keys_of_years_stay() -> None:
    ladder = _filled(sample(), (CellPlace(DATA_P3, "experience"), "4-6"))
    raw = ladder.model_dump()
    raw["families"][0]["profiles"][1]["experience"]["note"] = "works council"
    ladder = Ladder.model_validate(raw)
    after = _filled(ladder, (CellPlace(DATA_P3, "experience"), "5+"))
    years = profile(after).experience
    assert isinstance(years, Experience)
    assert (years.min, years.max, years.model_extra) == (5, None, {"note": "works council"})


def test_that_unknown_keys_of_a_use_of_a_skill_stay() -> None:
    raw = sample().model_dump()
    raw["families"][0]["profiles"][1]["skills"][0]["since"] = "2024"
    ladder = Ladder.model_validate(raw)
    after = _filled(ladder, (CellPlace(DATA_P3, "skills", "mentoring", 0), "Expert"))
    use = profile(after).skills[0]
    assert isinstance(use, RatedSkill)
    assert (use.proficiency, use.model_extra) == ("expert", {"since": "2024"})


def test_that_pay_status_is_a_choice_and_empties_with_its_cell() -> None:
    after = _filled(sample(), (CellPlace(DATA_P3, "pay/status"), "withheld"))
    pay = profile(after).pay
    assert pay is not None
    assert pay.status == "withheld"
    after = _filled(after, (CellPlace(DATA_P2, "pay/status"), "Published"))
    after = _filled(after, (CellPlace(DATA_P2, "pay/status"), ""))
    assert profile(after, DATA_P2).pay is None


def test_that_a_line_takes_no_line_breaks() -> None:
    after = _filled(sample(), (CellPlace(DATA_P3, "title"), "Data\nEngineer "))
    assert profile(after).title == "Data Engineer"


def test_that_several_own_values_are_given_back_in_one_step() -> None:
    ladder = sample()
    places = [
        CellPlace(DATA_P3, "factors", "scope"),
        CellPlace(DATA_P3, "factors", "autonomy"),
        CellPlace(DATA_P3, "expectations", "delivery", 0),
    ]
    edit = reset(ladder, places)
    after = profile(made(edit, ladder))
    assert edit.label == "Inherit 2 fields"
    assert after.factors == {}
    assert set(after.expectations) == {"stewardship"}


def test_that_only_what_overrides_a_levels_value_can_be_given_back() -> None:
    ladder = sample()
    assert is_overriding(ladder, CellPlace(DATA_P3, "title"))
    assert not is_overriding(ladder, CellPlace(DATA_P3, "expectations", "stewardship", 0))
    assert not is_overriding(ladder, CellPlace(Address("levels/P3"), "summary"))
    with pytest.raises(EditRefused, match="own in place of its level's"):
        reset(ladder, [CellPlace(DATA_P2, "summary")])
