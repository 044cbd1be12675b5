"""Which statements are a pair, told by example."""

import pytest

from laddereditor.align.matching import match


def _texts(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    return [(before[pair.before], after[pair.after]) for pair in match(before, after)]


def _places(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    return [(pair.before, pair.after) for pair in match(before, after)]


def _similarity(before: str, after: str) -> float:
    pairs = match([before], [after])
    return pairs[0].similarity if pairs else 0.0


def test_that_equal_lists_are_paired_place_by_place() -> None:
    assert _places(["a", "b", "a"], ["a", "b", "a"]) == [(0, 0), (1, 1), (2, 2)]


@pytest.mark.parametrize(("before", "after"), [([], []), ([], ["x"]), (["x"], []), ([""], ["x"])])
def test_that_nothing_is_not_a_pair(before: list[str], after: list[str]) -> None:
    assert match(before, after) == ()


def test_that_an_empty_text_is_paired_with_an_empty_text() -> None:
    assert _places([""], ["x", ""]) == [(0, 1)]


def test_that_copies_are_paired_in_order_with_the_nearest() -> None:
    assert _places(["a", "b"], ["c", "b", "b", "b"]) == [(1, 1)]
    assert _places(["a", "x", "b"], ["b", "y", "b"]) == [(2, 2)]
    assert _places(["x", "b", "b"], ["b", "y", "b", "b"]) == [(1, 0), (2, 2)]
    assert _places(["b", "y", "b", "b"], ["x", "b", "b"]) == [(0, 1), (2, 2)]


def test_that_an_equal_text_is_taken_before_a_similar_one() -> None:
    before = ["Leads small projects", "Leads small projects alone"]
    assert _places(before, ["Leads small projects alone"]) == [(1, 0)]


def test_that_the_better_partner_wins_wherever_it_is() -> None:
    before = ["Plans delivery routes for one depot"]
    after = ["Plans driver shifts for one depot", "Plans delivery routes for three depots"]
    assert _places(before, after) == [(0, 1)]
    assert _places(before, after[::-1]) == [(0, 0)]


def test_that_one_word_that_changes_the_meaning_is_a_pair_but_not_equal() -> None:
    assert 0.8 < _similarity("Works within a project", "Works beyond a project") < 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Keeps records", "keeps records"),
        ("Keeps records", "Keeps  records."),
        ("Codereviews", "Code reviews"),
        ("Co-ordinates suppliers", "Coordinates suppliers"),
    ],
)
def test_that_case_signs_and_spaces_hardly_count(before: str, after: str) -> None:
    assert 0.98 < _similarity(before, after) < 1


def test_that_a_sign_that_means_something_counts() -> None:
    assert _similarity("Writes C++ code", "Writes C# code") < 0.98
    assert _similarity("Budget < 5 million", "Budget > 5 million") < 0.99


def test_that_a_common_opening_makes_no_pair() -> None:
    before = ["Works with stakeholders to plan hiring", "Works with stakeholders to set up sites"]
    after = ["Works with stakeholders to forecast cash", "Works with stakeholders to ship spares"]
    assert match(before, after) == ()


def test_that_a_long_common_opening_makes_no_pair() -> None:
    opening = "Works closely with internal and external partners to plan the yearly budget of "
    before = [opening + subject for subject in ("road maintenance", "night trains")]
    after = [opening + subject for subject in ("forest paths", "street lighting")]
    assert match(before, after) == ()


def test_that_the_subject_after_a_common_opening_finds_its_partner() -> None:
    before = [f"Knows the basics of {subject}" for subject in ("hydraulics", "labour law")]
    after = [f"Knows the essentials of {subject}" for subject in ("labour law", "hydraulics")]
    assert _places(before, after) == [(0, 1), (1, 0)]


def test_that_one_common_word_is_too_little_for_short_statements() -> None:
    assert match(["Customer contact", "Project planning"], ["Customer surveys"]) == ()


def test_that_a_short_statement_finds_what_it_grew_into() -> None:
    before = ["Mentors juniors"]
    after = ["Mentors juniors in the whole company and builds the programme for it"]
    assert _places(before, after) == [(0, 0)]


def test_that_half_of_a_compound_word_is_known_again() -> None:
    before = ["Lieferantenbewertungen vorbereiten", "Prüfmittelüberwachung unterstützen"]
    after = ["Prüfmittelverwaltung unterstützen", "Lieferantenbewertung vorbereiten"]
    assert _places(before, after) == [(0, 1), (1, 0)]


def test_that_scripts_without_spaces_are_matched_by_their_signs() -> None:
    before = ["编写测试报告", "负责单个项目的质量检查"]
    after = ["负责多个项目的质量检查", "培训新员工"]
    assert _texts(before, after) == [("负责单个项目的质量检查", "负责多个项目的质量检查")]


def test_that_equal_similarity_is_not_decided_by_the_order() -> None:
    one, others = "Sorts red files", ["Sorts blank files", "Sorts muggy files"]
    alike = {_similarity(one, other) for other in others}
    assert len(alike) == 1
    assert _texts([one], others) == _texts([one], others[::-1])
    assert _texts(others, [one]) == [(new, old) for old, new in _texts([one], others)]
