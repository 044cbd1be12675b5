"""The tables of occupation codes, the search in them, and suggestions for families."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.model.family import Family
from laddereditor.model.occupations import codes
from laddereditor.model.occupations.search import search
from laddereditor.model.occupations.suggested import suggested_occupations


def test_that_the_tables_are_whole() -> None:
    assert len(codes.onet_titles()) == 1016
    assert len(codes.soc_titles()) == 867
    assert list(codes.major_groups()) == [f"{digits}-0000" for digits in range(11, 56, 2)]
    known = (*codes.onet_titles(), *codes.soc_titles(), *codes.major_groups())
    assert all(codes.normal_code(code) == code and codes.title_of(code) for code in known)
    assert {code[:2] for code in codes.soc_titles()} <= {code[:2] for code in codes.major_groups()}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("151252", "15-1252"),
        (" 15 1252 ", "15-1252"),
        ("15–1252.00", "15-1252.00"),
        ("15-1252,00", "15-1252.00"),
        ("１５-1252", "15-1252"),
        ("15-125", "15-125"),
        ("15-12520", "15-12520"),
        ("x15-1252", "x15-1252"),
        ("", ""),
    ],
)
def test_that_a_code_is_understood_however_it_is_written(text: str, code: str) -> None:
    assert codes.normal_code(text) == code


@given(st.text(max_size=14))
def test_that_a_text_is_a_code_once_and_for_all(text: str) -> None:
    code = codes.normal_code(text)
    assert codes.normal_code(code) == code
    assert code == text or codes.scheme_of(code) is not None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("baker", "51-3011"),
        ("Software dev", "15-1252"),
        ("developers softw", "15-1252"),
        ("15-1299.0", "15-1299.00"),
        ("513011", "51-3011"),
        ("legal occ", "23-0000"),
        ("registered nurses", "29-1141"),
    ],
)
def test_that_an_occupation_is_found_by_title_and_by_code(typed: str, first: str) -> None:
    assert search(typed)[0].code == first


def test_that_nothing_is_found_for_nothing_and_for_nonsense() -> None:
    assert search("") == search("  ") == search("—") == search("xqzw") == search("99-") == []


@given(st.text(max_size=20))
def test_that_every_text_can_be_searched(text: str) -> None:
    assert len(search(text, 5)) <= 5


def family(name: str, *specialties: str, **fields: object) -> Family:
    return Family.model_validate({"id": "x", "name": name, "specialties": specialties, **fields})


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (family("Baker", "Bread"), "51-3011"),
        (family("Senior Electrician"), "47-2111"),
        (family("Registered Nurse"), "29-1141"),
        (family("Accountant"), "13-2011"),
        (family("People", "Human Resources Specialist"), "13-1071"),
        (family("Payroll"), "43-3051"),
    ],
)
def test_that_a_family_gets_the_code_that_its_words_say(one: Family, code: str) -> None:
    assert suggested_occupations(one)[0].occupation.code == code


def test_that_a_suggestion_says_which_words_it_shares() -> None:
    assert suggested_occupations(family("Head Baker"))[0].shared_words == ("bakers",)


def test_that_ranks_and_foreign_words_suggest_nothing() -> None:
    assert suggested_occupations(family("Senior Lead II")) == []
    assert suggested_occupations(family("Quitzowkeit")) == []
    assert suggested_occupations(family("")) == []


def test_that_a_code_the_family_has_is_not_suggested() -> None:
    had = family("Baker", occupations=[{"scheme": "onet-soc", "code": "51-3011.00"}])
    assert all(one.occupation.code != "51-3011" for one in suggested_occupations(had))
