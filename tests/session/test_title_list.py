"""A list of titles keeps what people decided, and can be opened again."""

import pytest
from tests.compare.test_titles import BAKERY

from laddereditor.edits.reading.conventions import USUAL
from laddereditor.exchange.csv_text import read_table
from laddereditor.exchange.titlelist.list_columns import ColumnWishes
from laddereditor.model.ladder import Ladder
from laddereditor.session.title_list import (
    NO_PROFILE,
    MatchedTitle,
    TitleList,
    answer_cells,
    match_list,
    output,
    read_title_list,
)
from laddereditor.storage.files.document import read_text


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return read_text(BAKERY).ladder


def listed(text: str, ladder: Ladder) -> TitleList:
    return read_title_list(read_table(text.encode(), "list.csv"), ladder, ColumnWishes({}), USUAL)


def matched(text: str, ladder: Ladder) -> tuple[MatchedTitle, ...]:
    return match_list(listed(text, ladder), ladder)


HEAD = "Name,Title,answer,profile,candidates,evidence"


def test_that_rows_are_read_with_what_the_list_says(ladder: Ladder) -> None:
    text = "Title,Team,Experience,Level\n Rye  Baker ,Bread,3-5 years,P2\nCook,,many,\n"
    first, second = listed(text, ladder).rows
    assert (first.title, first.department, first.years, first.code) == (
        "Rye Baker",
        "Bread",
        3,
        "P2",
    )
    assert (second.title, second.department, second.years, second.code) == ("Cook", "", None, "")


def test_that_an_output_gives_the_same_output_again(ladder: Ladder) -> None:
    titles = listed("Name,Title\nAnna,Senior Rye Baker\nBob,Bread Baker\nCid,Nurse\n", ladder)
    first = output(titles, match_list(titles, ladder)).data
    again = listed(first.decode(), ladder)
    assert output(again, match_list(again, ladder)).data == first
    lines = first.decode().splitlines()
    assert lines[0] == HEAD
    assert lines[1].startswith("Anna,Senior Rye Baker,match,bread/P3,,")
    assert lines[2].startswith("Bob,Bread Baker,review,,bread/P1 | bread/P2 | bread/P3,")
    assert lines[3] == "Cid,Nurse,none,,,the ladder has no such job"


def test_that_confirmed_answers_are_kept(ladder: Ladder) -> None:
    titles = listed("Name,Title\nAnna,Senior Rye Baker\nBob,Bread Baker\nCid,Nurse\n", ladder)
    proposals = match_list(titles, ladder)
    decided = [
        MatchedTitle(one.proposal, decision)
        for one, decision in zip(proposals, ("pastry/P3", None, NO_PROFILE), strict=True)
    ]
    written = output(titles, decided).data.decode()
    assert written.splitlines()[0] == f"{HEAD},confirmed"
    assert written.splitlines()[1] == (
        "Anna,Senior Rye Baker,match,pastry/P3,,chosen by a person,yes"
    )
    again = matched(written, ladder)
    assert [one.decision for one in again] == ["pastry/P3", None, NO_PROFILE]


def test_that_what_was_filled_in_by_hand_is_kept(ladder: Ladder) -> None:
    rows = (
        "Anna,Bread Baker,review,Bread/p2,bread/P1 | bread/P2,x",  # a candidate was chosen
        "Bob,Nurse,none,families/bread/P1,,x",
        "Cid,Senior Rye Baker,match,bread/P2,,x",  # another profile than the proposal
        "Dora,Senior Rye Baker,match,gone/P3,,x",
        "Eva,Nurse,none,gone/P3,,x",
    )
    found = matched("\n".join((HEAD, *rows)), ladder)
    assert [one.decision for one in found] == ["bread/P2", "bread/P1", None, None, None]
    assert found[2].answer == "review"
    assert found[2].proposal.candidates == ("bread/P2", "bread/P3")
    assert found[2].proposal.evidence[0] == "the list says bread/P2"
    gone = "the list says gone/P3, which the ladder does not have"
    assert found[3].proposal.candidates == ("bread/P3",)
    assert found[3].proposal.evidence[0] == gone
    assert found[4].answer == "none"
    assert found[4].proposal.evidence[0] == gone


def test_that_a_list_without_headings_gets_none(ladder: Ladder) -> None:
    titles = listed("Senior Rye Baker\nNurse\n", ladder)
    written = output(titles, match_list(titles, ladder)).data.decode()
    assert written.splitlines()[1] == "Nurse,none,,,the ladder has no such job"


def test_that_the_cells_say_what_a_person_decided(ladder: Ladder) -> None:
    (one,) = matched("Title\nSenior Rye Baker\n", ladder)
    assert answer_cells(MatchedTitle(one.proposal, "bread/P3"))[3].startswith("specialty")
    assert answer_cells(MatchedTitle(one.proposal, NO_PROFILE)) == (
        "none",
        "",
        "",
        "a person found no profile",
    )


def test_that_the_heading_says_the_scheme_of_the_codes() -> None:
    code = "equivalents: [{scheme: Acme, code: P1, confidence: confirmed}]"
    text = BAKERY.replace('title_patterns: ["Senior', f'{code}, title_patterns: ["Senior')
    ladder = read_text(text).ladder
    (acme,) = matched("Title,Acme level\nBread Baker,P1\n", ladder)
    (own,) = matched("Title,Level\nBread Baker,P2\n", ladder)
    (either,) = matched("Title,Level\nBread Baker,P1\n", ladder)
    assert (acme.profile, own.profile, either.answer) == ("bread/P3", "bread/P2", "review")
