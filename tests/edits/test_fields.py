"""Setting fields and entries; overriding what is inherited and giving it back."""

from typing import Any

import pytest

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import give_back, override, remove_entry, set_entry, set_field
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.level import Experience
from laddereditor.model.pay import Pay
from laddereditor.model.raw import to_raw
from laddereditor.model.statement import ExampledStatement, RatedSkill
from tests.edits.samples import DATA_P3, RAW, made, profile, sample
from tests.finding import find


def test_that_a_field_is_set_and_the_rest_stays() -> None:
    ladder = sample()
    edit = set_field(ladder, DATA_P3, "summary", "Answers for data")
    after = made(edit, ladder)
    assert profile(after).summary == "Answers for data"
    assert edit.label == "Change Summary of P3 Senior Data Engineer"
    assert edit.merge == ""
    assert after.families[1] is ladder.families[1]
    assert after.families[0].profiles[0] is ladder.families[0].profiles[0]
    assert all(new is old for new, old in zip(after.levels, ladder.levels, strict=True))


def test_that_the_ladders_own_field_is_set() -> None:
    after = made(set_field(sample(), Address(), "effective", "2026-12-01"), sample())
    assert str(after.effective) == "2026-12-01"
    assert made(set_field(after, Address(), "effective", ""), after).effective is None


def test_that_typing_in_one_field_shares_a_merge_key() -> None:
    ladder = sample()
    first = set_field(ladder, DATA_P3, "summary", "A", typing=True)
    second = set_field(ladder, DATA_P3, "summary", "Ab", typing=True)
    other = set_field(ladder, DATA_P3, "title", "Ab", typing=True)
    assert first.merge == second.merge == f"type:{DATA_P3}/summary"
    assert other.merge != first.merge


def test_that_setting_what_is_there_changes_nothing() -> None:
    ladder = sample()
    assert made(set_field(ladder, Address("levels/P3"), "summary", "Works alone"), ladder) is ladder
    assert made(set_field(ladder, Address("levels/P3"), "id", "P3"), ladder) is ladder


def test_that_a_label_fits_a_menu() -> None:
    ladder = sample()
    long = made(set_field(ladder, DATA_P3, "title", "Very long title " * 9), ladder)
    edit = set_field(long, DATA_P3, "responsibilities", ())
    assert len(edit.label) <= 60
    assert edit.label.endswith("…")
    assert edit.label.startswith("Change Responsibilities of P3 Very long")


@pytest.mark.parametrize(
    ("address", "name", "value", "words"),
    [
        ("", "effective", "soon", "Effective of the ladder should be a date such as 2026-12-01."),
        ("levels/P3", "experience/min", "3,5", "From of P3 Experienced should be a number."),
        ("levels/P3", "name", 7, "Name of P3 Experienced should be text."),
        (DATA_P3, "titles", "One", "should be a list of texts."),
        (DATA_P3, "skills", [1], "should be a list of skills."),
        (DATA_P3, "pay/ranges/4/min", 1, "has no “pay/ranges/4/min” any more."),
        ("levels/P3", "id", 3, "Code of P3 Experienced is a text."),
        ("", "families", (), "add, move and delete the entries one by one."),
        ("levels/P9", "name", "x", "The level “P9” is no longer in this ladder."),
        ("families/data/P9", "title", "x", "The profile “P9” of Data Engineer is no longer in"),
        ("families/no/P9", "title", "x", "The profile “P9” is no longer in this ladder."),
    ],
)
def test_that_a_wrong_value_is_refused_with_words(
    address: str, name: str, value: Any, words: str
) -> None:
    with pytest.raises(EditRefused) as refused:
        set_field(sample(), Address(address), name, value)
    assert words in str(refused.value)
    assert "Input should" not in str(refused.value)


def test_that_a_path_reaches_into_parts_that_are_not_there_yet() -> None:
    ladder = sample()
    after = made(set_field(ladder, Address("levels/P1"), "experience/max", "2"), ladder)
    assert find(after, "levels/P1").experience == Experience(max=2)
    after = made(set_field(ladder, Address("families/web/P1"), "pay/note", "Soon"), ladder)
    assert profile(after, "families/web/P1").pay == Pay(note="Soon")


def test_that_a_part_that_is_emptied_is_gone() -> None:
    ladder = sample()
    after = made(set_field(ladder, Address("levels/P3"), "experience/min", None), ladder)
    after = made(set_field(after, Address("levels/P3"), "experience/max", ""), after)
    assert find(after, "levels/P3").experience is None


def test_that_a_path_reaches_an_item_and_keeps_its_siblings() -> None:
    ladder = sample()
    after = made(set_field(ladder, DATA_P3, "pay/ranges/0/max", 9), ladder)
    pay = profile(after).pay
    assert pay is not None
    assert (pay.ranges[0].min, pay.ranges[0].max) == (1, 9)
    after = made(set_field(ladder, DATA_P3, "skills/1/proficiency", "expert"), ladder)
    assert profile(after).skills[1] == RatedSkill(skill="sql", proficiency="expert")
    after = made(set_field(after, DATA_P3, "skills/1/proficiency", ""), after)
    assert profile(after).skills[1] == "sql"


def test_that_examples_turn_a_plain_statement_into_one_with_examples_and_back() -> None:
    ladder = sample()
    after = made(set_field(ladder, DATA_P3, "responsibilities/0/examples", ("One",)), ladder)
    assert profile(after).responsibilities[0] == ExampledStatement(
        text="Builds pipelines", examples=("One",)
    )
    after = made(set_field(after, DATA_P3, "responsibilities/0/examples", ()), after)
    assert profile(after).responsibilities[0] == "Builds pipelines"


def test_that_unknown_keys_stay_when_a_field_is_set() -> None:
    ladder = sample()
    marked = evolve(ladder, families=(evolve(ladder.families[0], x_team="Blue"),))
    after = made(set_field(marked, Address("families/data"), "summary", "Data work"), marked)
    assert (after.families[0].model_extra or {})["x_team"] == "Blue"


def test_that_setting_an_id_renames_it_everywhere() -> None:
    ladder = sample()
    edit = set_field(ladder, Address("skills/sql"), "id", "structured-query", typing=True)
    assert profile(made(edit, ladder)).skills[1] == "structured-query"
    assert edit.merge == ""
    edit = set_field(ladder, Address("families/data/P2"), "level", "P1")
    assert edit.moved == {"families/data/P2": "families/data/P1"}


def test_that_a_new_entry_takes_the_ladders_order() -> None:
    ladder = sample()
    after = made(set_entry(ladder, Address("levels/P3"), "factors", "autonomy", "Decides"), ladder)
    assert list(find(after, "levels/P3").factors) == ["scope", "autonomy", "impact"]
    after = made(set_entry(ladder, DATA_P3, "expectations", "communication", ("Talks",)), ladder)
    assert list(profile(after).expectations) == ["communication", "stewardship", "delivery"]
    after = made(
        set_entry(ladder, Address("skills/sql"), "proficiencies", "aware", "Reads"), ladder
    )
    assert list(find(after, "skills/sql").proficiencies) == ["aware", "working"]


def test_that_an_entry_is_named_in_the_label() -> None:
    ladder = sample()
    edit = set_entry(ladder, Address("levels/P3"), "factors", "scope", "Programs", typing=True)
    assert edit.label == "Change Scope of P3 Experienced"
    assert edit.merge == "type:levels/P3/factors/scope"


def test_that_an_empty_text_removes_the_entry() -> None:
    ladder = sample()
    after = made(set_entry(ladder, Address("levels/P3"), "factors", "scope", ""), ladder)
    assert dict(find(after, "levels/P3").factors) == {"impact": "Product"}
    assert (
        made(set_entry(ladder, Address("levels/P3"), "factors", "autonomy", ""), ladder) is ladder
    )


def test_that_a_profile_may_expect_nothing_where_its_level_expects_something() -> None:
    ladder = sample()
    after = made(set_entry(ladder, DATA_P3, "expectations", "communication", ()), ladder)
    assert profile(after).expectations["communication"] == ()
    after = made(set_entry(ladder, Address("levels/P3"), "expectations", "delivery", ()), ladder)
    assert "delivery" not in find(after, "levels/P3").expectations


@pytest.mark.parametrize(
    ("address", "name", "key"),
    [
        ("levels/P3", "factors", "nothing"),
        ("levels/P3", "expectations", "stewardship"),  # a family's own
        ("skills/sql", "proficiencies", "scope"),
    ],
)
def test_that_an_entry_the_ladder_does_not_know_is_refused(
    address: str, name: str, key: str
) -> None:
    with pytest.raises(EditRefused, match=f"There is no “{key}”"):
        set_entry(sample(), Address(address), name, key, "x")


def test_that_an_unknown_entry_that_is_there_can_be_changed_and_removed() -> None:
    ladder = sample()
    level = evolve(ladder.levels[0], factors={"old": "x"})
    ladder = evolve(ladder, levels=(level, *ladder.levels[1:]))
    after = made(set_entry(ladder, Address("levels/P1"), "factors", "old", "y"), ladder)
    assert after.levels[0].factors == {"old": "y"}
    edit = remove_entry(ladder, Address("levels/P1"), "factors", "old")
    assert edit.label == "Remove old of P1 Entry"
    assert made(edit, ladder).levels[0].factors == {}


def test_that_an_entry_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(EditRefused, match="should be lists of statements"):
        set_entry(sample(), Address("levels/P3"), "expectations", "delivery", "Ships")


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("summary", "", "Works alone"),
        ("experience", "", Experience(min=3, max=5)),
        ("factors", "impact", "Product"),
        ("expectations", "communication", ("Writes clearly",)),
    ],
)
def test_that_an_override_copies_what_holds_and_giving_back_drops_it(
    name: str, key: str, value: Any
) -> None:
    ladder = sample()
    after = made(override(ladder, DATA_P3, name, key), ladder)
    held = getattr(profile(after), name)
    assert (held[key] if key else held) == value
    back = made(give_back(after, DATA_P3, name, key), after)
    assert to_raw(back) == RAW


def test_that_an_override_of_a_mapping_copies_all_that_is_inherited() -> None:
    ladder = sample()
    after = made(override(ladder, DATA_P3, "factors"), ladder)
    assert dict(profile(after).factors) == {"scope": "Data products", "impact": "Product"}
    after = made(give_back(after, DATA_P3, "factors"), after)
    assert profile(after).factors == {}


def test_that_a_title_is_taken_over_from_the_pattern() -> None:
    ladder = sample()
    bare = made(give_back(ladder, DATA_P3, "title"), ladder)
    after = made(override(bare, Address("data/P3"), "title"), bare)
    assert profile(after).title == "Data Engineer III"


def test_that_overriding_nothing_is_refused() -> None:
    with pytest.raises(EditRefused, match="P2 Data Engineer inherits no Summary"):
        override(sample(), Address("families/data/P2"), "summary")
    with pytest.raises(EditRefused, match="Qualifications is not inherited"):
        override(sample(), DATA_P3, "qualifications")
    with pytest.raises(EditRefused, match="Qualifications is not inherited"):
        give_back(sample(), DATA_P3, "qualifications")
    with pytest.raises(EditRefused, match="P3 Senior Data Engineer inherits no Skills"):
        override(sample(), DATA_P3, "skills")
    assert give_back(sample(), DATA_P3, "skills").change(sample()) == sample()
    with pytest.raises(EditRefused, match="P3 Experienced is not a profile"):
        override(sample(), Address("levels/P3"), "summary")


def test_that_an_edit_built_for_one_ladder_keeps_what_happened_since() -> None:
    ladder = sample()
    edit = set_field(ladder, Address("levels/P1"), "name", "Junior")
    later = made(set_field(ladder, Address("skills/sql"), "name", "Queries"), ladder)
    after = edit.change(later)
    assert (after.levels[0].name, after.skills[1].name) == ("Junior", "Queries")
