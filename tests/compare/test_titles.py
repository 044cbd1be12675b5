"""What a title says of the profile: rank words, abbreviations, slips, departments, years, codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.proposing import Proposal, propose
from laddereditor.compare.titles.whole_list import MatchingCancelled, propose_all
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import read_text
from tests.compare.labelled_titles import indexes
from tests.strategies import ladders

BAKERY = """\
laddereditor: 1
id: bakery
name: Bakery
language: en
tracks:
- {id: professional, code: P, name: Professional}
- {id: management, code: M, name: Management}
levels:
- {id: P1, name: Learner, track: professional, grade: "3", title_patterns: ["Junior {specialty}"],
  experience: {min: 0, max: 2}}
- {id: P2, name: Journey Baker, track: professional, grade: "4", title_patterns: ["{specialty} II"],
  experience: {min: 2, max: 5}}
- {id: P3, name: Senior, track: professional, grade: "5", title_patterns: ["Senior {specialty}"],
  experience: {min: 5}}
- {id: M1, name: Manager, track: management, grade: "5", title_patterns: ["{specialty} Manager"],
  experience: {min: 5}}
families:
- id: bread
  name: Bread Baker
  function: Food
  aliases: [Dough Maker]
  specialties: [Rye Baker, Sourdough Baker]
  profiles:
  - {level: P1, titles: [Oven Hand]}
  - {level: P2}
  - {level: P3}
- id: pastry
  name: Pastry Cook
  function: Food
  specialties: [Tarts]
  profiles:
  - {level: P2, title: Pastry Cook}
  - {level: P3, title: Senior Pastry Cook}
  - {level: M1, title: Pastry Manager}
- id: driver
  name: Van Driver
  function: Delivery
  profiles:
  - {level: P2, title: Van Driver, titles: [Rye Baker II]}
"""


@pytest.fixture(scope="module")
def bakery() -> TitleIndex:
    return TitleIndex(read_text(BAKERY).ladder)


def proposed(index: TitleIndex, title: str, **more: object) -> Proposal:
    return propose(index, TitleRow(title, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "profile", "evidence"),
    [
        ("Junior Rye Baker", "bread/P1", "specialty “Rye Baker” of Bread Baker"),
        ("Sr. Dough Maker", "bread/P3", "other name “Dough Maker” of Bread Baker"),
        ("Sr. Dough Maker", "bread/P3", "rank word Senior = P3 (“Senior {specialty}”)"),
        ("baker, sourdough, SENIOR", "bread/P3", "specialty “Sourdough Baker” of Bread Baker"),
        ("Oven Hand", "bread/P1", "title of P1 “Oven Hand”"),
        ("Sour Dough Baker II", "bread/P2", "specialty “Sourdough Baker” of Bread Baker"),
        ("Sourdouhg Baker II", "bread/P2", "“Sourdouhg” read as sourdough"),
        ("Senior Pastry Cook (night shift)", "pastry/P3", "title of P3 “Senior Pastry Cook”"),
        ("Senior Pastry Cook - Hall 3", "pastry/P3", "“hall” left aside"),
        ("Senoir Pastry Cook", "pastry/P3", "“Senoir” read as Senior"),
        ("Pastry Mgr", "pastry/M1", "title of M1 “Pastry Manager”"),
        ("Tarts Manager", "pastry/M1", "rank word Manager = M1 (“{specialty} Manager”)"),
        ("Junior Oven Hand", "bread/P1", "rank word Junior = P1 (“Junior {specialty}”)"),
        ("Associate Bread Baker", "bread/P1", "Associate counts as rank word Junior = P1"),
        ("Bread Baker P3", "bread/P3", "level code = P3"),
    ],
)
def test_that_a_title_finds_its_profile_with_the_evidence(
    bakery: TitleIndex, title: str, profile: str, evidence: str
) -> None:
    found = proposed(bakery, title)
    assert (found.answer, found.profile) == ("match", profile)
    assert any(one.startswith(evidence) for one in found.evidence), found.evidence


def coded() -> TitleIndex:
    """Return the bakery with short codes, and with rye as a sub-family of bread."""
    text = BAKERY.replace("name: Bread Baker", "name: Bread Baker\n  code: FOOD")
    text += "- {id: rye, name: Rye, code: RYE.01, parent: bread, profiles: [{level: P2}]}\n"
    return TitleIndex(read_text(text).ladder)


@pytest.mark.parametrize(
    ("title", "more", "profile"),
    [
        ("FOOD.P3", {}, "bread/P3"),
        ("Something of ours (food.p3)", {}, "bread/P3"),
        ("FOOD.RYE.01.P2 - Bread Baker", {}, "rye/P2"),
        ("Bread Baker", {"key": "FOOD.P1"}, "bread/P1"),
        ("", {"key": " Food.P1 "}, "bread/P1"),
        ("Bread Baker", {"code": "FOOD.RYE.01.P2"}, "rye/P2"),
        ("Bread Baker", {"code": "P2", "key": "OTHER.P1"}, "bread/P2"),
    ],
)
def test_that_the_key_of_a_profile_is_read(title: str, more: dict[str, str], profile: str) -> None:
    found = proposed(coded(), title, **more)
    if profile == "rye/P2" and "Bread" in title:  # the title alone says another family
        assert (found.answer, found.candidates[0]) == ("review", profile)
    else:
        assert (found.answer, found.profile) == ("match", profile), found


@pytest.mark.parametrize("title", ["FOOD.P9", "FOOD.P1 or FOOD.P2", "Node.js", "U.S.A.", "..."])
def test_that_other_full_stops_are_no_keys(bakery: TitleIndex, title: str) -> None:
    for index in (bakery, coded()):
        assert proposed(index, title).answer == "none"


def test_that_a_key_and_a_title_that_contradict_each_other_are_for_review() -> None:
    found = proposed(coded(), "Senior Pastry Cook", key="FOOD.P1")
    assert (found.answer, found.candidates) == ("review", ("bread/P1", "pastry/P3"))
    assert found.evidence == ("“FOOD.P1” is the key of bread/P1", "the title says otherwise")


@pytest.mark.parametrize(
    ("title", "candidates", "evidence"),
    [
        ("Bread Baker", ("bread/P1", "bread/P2", "bread/P3"), "the title does not say the level"),
        ("Bread Manager", (), ""),
        ("Junior Pastry Cook", ("pastry/P2",), "the family has no profile at P1 Learner"),
        ("Lead Bread Baker", ("bread/P1",), "it is not clear which level Lead is"),
        ("Night Bread Baker", ("bread/P1",), "the title says more than “Bread Baker”"),
        ("Rye Baker II", ("driver/P2", "bread/P2"), "2 families may be meant"),
        ("Pastry Cook/Van Driver", ("driver/P2",), "only a part of the title is known"),
    ],
)
def test_that_what_is_not_clear_is_for_review(
    bakery: TitleIndex, title: str, candidates: tuple[str, ...], evidence: str
) -> None:
    found = proposed(bakery, title)
    assert found.profile == ""
    if not candidates:
        assert found.answer == "none"
        return
    assert found.answer == "review"
    assert found.candidates[: len(candidates)] == candidates
    assert evidence in found.evidence


@pytest.mark.parametrize(
    "title",
    ["", "  ", "Senior", "Manager", "Baker", "Oven Hand Trainer", "Bus Driver", "Hand", "---", "/"],
)
def test_that_another_job_finds_nothing(bakery: TitleIndex, title: str) -> None:
    assert proposed(bakery, title).answer == "none"


def test_that_a_short_corrected_word_alone_is_for_review(bakery: TitleIndex) -> None:
    ladder = read_text(BAKERY.replace("name: Van Driver", "name: Roaster")).ladder
    found = proposed(TitleIndex(ladder), "Senior Roster")
    assert found.answer == "review"
    assert "one corrected word is little to go by" in found.evidence


def test_that_a_word_of_another_occupation_is_not_a_slip(bakery: TitleIndex) -> None:
    assert proposed(bakery, "Van Drvier").profile == "driver/P2"
    assert proposed(bakery, "Van Drier").answer == "none"  # O*NET has driers


@pytest.mark.parametrize("title", ["Pastry Cooks II", "Pastry Cook II"])
def test_that_a_plural_is_the_same_job(bakery: TitleIndex, title: str) -> None:
    assert proposed(bakery, title).profile == "pastry/P2"


@pytest.mark.parametrize(
    ("years", "answer", "profile"),
    [(1, "match", "bread/P1"), (4, "match", "bread/P2"), (30, "match", "bread/P3")],
)
def test_that_years_narrow_the_level(
    bakery: TitleIndex, years: float, answer: str, profile: str
) -> None:
    found = proposed(bakery, "Bread Baker", years=years)
    assert (found.answer, found.profile) == (answer, profile)


def test_that_too_few_years_contradict_a_rank_and_many_do_not(bakery: TitleIndex) -> None:
    assert proposed(bakery, "Senior Rye Baker", years=1).answer == "review"
    assert proposed(bakery, "Junior Rye Baker", years=20).answer == "match"
    assert proposed(bakery, "Pastry Cook", years=20).answer == "review"  # says no rank


def test_that_a_level_code_narrows_the_level_or_contradicts(bakery: TitleIndex) -> None:
    assert proposed(bakery, "Bread Baker", code="p2").profile == "bread/P2"
    assert proposed(bakery, "Bread Baker", code="5").profile == "bread/P3"  # a pay grade
    assert proposed(bakery, "Bread Baker", code="X9").answer == "review"
    found = proposed(bakery, "Senior Rye Baker", code="P1")
    assert found.answer == "review"
    assert set(found.candidates) == {"bread/P3", "bread/P1"}
    assert "the level code says P1" in found.evidence


def test_that_a_rank_word_in_a_name_says_no_level() -> None:
    text = BAKERY.replace("name: Van Driver", "name: Account Manager").replace(
        'title_patterns: ["{specialty} Manager"]', 'title_patterns: ["Manager, {specialty}"]'
    )
    text = text.replace(
        "{level: P2, title: Van Driver, titles: [Rye Baker II]}", "{level: P2}\n  - {level: M1}"
    )
    index = TitleIndex(read_text(text).ladder)
    assert proposed(index, "Account Manager").answer == "review"
    assert proposed(index, "Account Manager II").profile == "driver/P2"


def test_that_the_last_word_of_an_english_title_says_who_does_the_work() -> None:
    text = BAKERY.replace('["Junior {specialty}"]', '["{specialty} Assistant"]')
    index = TitleIndex(read_text(text).ladder)
    assert proposed(index, "Rye Baker Assistant").profile == "bread/P1"
    assert proposed(index, "Assistant, Rye Baker").profile == "bread/P1"
    assert proposed(index, "Assistant Rye Baker").answer == "review"


def with_equivalents(confidence: str) -> TitleIndex:
    code = f"equivalents: [{{scheme: Acme, code: E4, confidence: {confidence}}}]"
    text = BAKERY.replace('title_patterns: ["Senior', f'{code}, title_patterns: ["Senior')
    return TitleIndex(read_text(text).ladder)


@pytest.mark.parametrize(
    ("confidence", "code", "scheme", "answer"),
    [
        ("confirmed", "E4", "", "match"),
        ("confirmed", "acme e4", "", "match"),
        ("confirmed", "E4", "Acme", "match"),
        ("confirmed", "P3", "Acme", "review"),  # Acme has no such code
        ("proposed", "E4", "", "review"),
    ],
)
def test_that_a_code_of_another_scheme_gives_the_level_if_it_is_confirmed(
    confidence: str, code: str, scheme: str, answer: str
) -> None:
    found = proposed(with_equivalents(confidence), "Bread Baker", code=code, scheme=scheme)
    assert found.answer == answer
    if answer == "match":
        assert found.profile == "bread/P3"
        assert "level code of Acme = P3" in found.evidence
    elif code == "E4":
        assert "level code of Acme = P3 (only proposed)" in found.evidence


SUB_FAMILIES = (
    BAKERY.replace("  specialties: [Rye Baker,", "  specialties: [Wheat Baker, Rye Baker,")
    + """\
- id: wheat
  name: Wheat Baker
  parent: bread
  profiles:
  - {level: P2}
  - {level: P3}
- id: food
  name: Sourdough Baker
  abstract: true
  profiles:
  - {level: P3}
"""
)


def test_that_a_sub_family_comes_before_its_parent() -> None:
    index = TitleIndex(read_text(SUB_FAMILIES).ladder)
    assert proposed(index, "Senior Wheat Baker").profile == "wheat/P3"
    assert proposed(index, "Senior Rye Baker").profile == "bread/P3"
    assert proposed(index, "Junior Wheat Baker").answer == "review"  # it has no such profile


def test_that_a_sub_family_has_the_ranks_of_its_parents_titles() -> None:
    text = SUB_FAMILIES.replace("titles: [Oven Hand]", "titles: [Chief Oven Hand]")
    text = text.replace("- {level: P2}\n  - {level: P3}\n- id: food", "- {level: P1}\n- id: food")
    assert proposed(TitleIndex(read_text(text).ladder), "Chief Wheat Baker").profile == "wheat/P1"


def test_that_an_abstract_family_is_not_a_job() -> None:
    index = TitleIndex(read_text(SUB_FAMILIES).ladder)
    assert proposed(index, "Senior Sourdough Baker").profile == "bread/P3"


def test_that_families_in_a_circle_get_an_answer() -> None:
    text = SUB_FAMILIES.replace("  name: Bread Baker\n", "  name: Bread Baker\n  parent: wheat\n")
    assert proposed(TitleIndex(read_text(text).ladder), "Senior Wheat Baker").evidence


def test_that_a_code_of_a_family_in_place_of_the_department_decides() -> None:
    text = BAKERY.replace("  name: Van Driver", "  name: Van Driver\n  code: VAN")
    index = TitleIndex(read_text(text).ladder)
    assert proposed(index, "Rye Baker II", department="van").profile == "driver/P2"


def test_that_a_department_completes_a_title_or_decides(bakery: TitleIndex) -> None:
    assert proposed(bakery, "Senior Baker", department="Rye").profile == "bread/P3"
    assert proposed(bakery, "Manager", department="Pastry").answer == "none"  # a title's word
    assert proposed(bakery, "Manager", department="Tarts").profile == "pastry/M1"
    assert proposed(bakery, "Rye Baker II", department="Bread").profile == "bread/P2"
    assert proposed(bakery, "Senior Baker", department="Finance").answer == "none"


def test_that_the_most_that_a_ladder_says_about_a_rank_counts() -> None:
    technology = indexes()["technology"]
    found = proposed(technology, "Sr. Applied AI Engineer")
    assert found.profile == "ai-ml-engineer/P4"
    assert any("as in “Senior AI/ML Engineer”" in one for one in found.evidence)


def test_that_equal_rows_have_equal_answers_and_progress_is_reported() -> None:
    ladder = read_text(BAKERY).ladder
    rows = [TitleRow("Senior Rye Baker"), TitleRow("Banker")] * 300
    shares: list[float] = []
    found = propose_all(ladder, rows, shares.append)
    assert [one.answer for one in found] == ["match", "none"] * 300
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 2


def test_that_matching_can_be_cancelled() -> None:
    ladder = read_text(BAKERY).ladder
    with pytest.raises(MatchingCancelled):
        propose_all(ladder, [TitleRow("Rye Baker")], cancelled=lambda: True)


@pytest.mark.hypothesis
@given(ladders(), st.text(max_size=40), st.text(max_size=20), st.none() | st.floats(0, 60))
def test_that_any_title_gets_an_answer_that_the_ladder_has(
    ladder: Ladder, title: str, department: str, years: float | None
) -> None:
    found = propose(TitleIndex(ladder), TitleRow(title, department, years))
    there = {f"{family.id}/{profile.level}" for family, profile in all_profiles(ladder)}
    assert there.issuperset(found.candidates)
    assert (found.answer == "match") == (found.profile in there)
    assert found.evidence
