"""Columns of a list are recognised by heading and by content, or asked for."""

import pytest

from laddereditor.exchange.csv_text import TextTable, read_table
from laddereditor.exchange.titlelist.list_columns import (
    ColumnWishes,
    KnownTexts,
    ListColumns,
    UnknownColumns,
    recognise,
)

NO_WISHES = ColumnWishes({})


def table(text: str) -> TextTable:
    return read_table(text.encode(), "list.csv")


def recognised(text: str, wishes: ColumnWishes = NO_WISHES) -> ListColumns:
    return recognise(
        table(text),
        wishes,
        KnownTexts(
            is_title=lambda cell: "baker" in cell.casefold() and "." not in cell,
            is_code=lambda cell: cell in ("P1", "P2"),
            is_key=lambda cell: cell.startswith("BAKE."),
        ),
    )


@pytest.mark.parametrize(
    ("heading", "purposes"),
    [
        ("Name,Job Title,Dept.,Grade,Years of Experience", (1, 2, 3, 4)),
        ("Mitarbeiter,Stellenbezeichnung,Abteilung,Stufe,Berufserfahrung", (1, 2, 3, 4)),
        ("Nom,Intitulé du poste,Département,Niveau,Expérience", (1, 2, 3, 4)),
        ("Nombre,Puesto,Departamento,Nivel,Años de experiencia", (1, 2, 3, 4)),
        ("Nome,Cargo,Área,Nível,Experiência", (1, 2, 3, 4)),
        ("Nome,Mansione,Reparto,Livello,Esperienza", (1, 2, 3, 4)),
        ("Naam,Functietitel,Afdeling,Schaal,Ervaring", (1, 2, 3, 4)),
        ("name,JOB_TITLE,business-unit,Level Code,YoE", (1, 2, 3, 4)),
    ],
)
def test_that_columns_are_recognised_by_their_headings(
    heading: str, purposes: tuple[int, ...]
) -> None:
    found = recognised(f"{heading}\nAnna,Baker,Bread,P1,3\n")
    names = ("title", "department", "level", "years")
    assert found.has_heading
    assert found.purposes == dict(zip(names, purposes, strict=True))
    assert found.people == (0,)


def test_that_a_job_title_comes_before_a_form_of_address() -> None:
    assert recognised("Title,Name,Job title\nDr.,Anna,Baker\n").purposes["title"] == 2


def test_that_titles_and_codes_are_recognised_by_their_content() -> None:
    found = recognised("A,B,C\n1,Baker,P1\n2,Senior Baker,P2\n3,Driver,P1\n")
    assert found.purposes == {"title": 1, "level": 2}
    assert found.has_heading


def test_that_keys_are_recognised_beside_level_codes() -> None:
    found = recognised("A,B,C\nBAKE.P1,Baker,P1\nBAKE.BREAD.P2,Senior Baker,P2\n")
    assert found.purposes == {"title": 1, "key": 0, "level": 2}
    assert recognised("Profile key,Title\nx,Baker\n").purposes["key"] == 0


def test_that_a_list_without_headings_is_recognised() -> None:
    found = recognised("Anna,Baker\nBob,Senior Baker\n")
    assert not found.has_heading
    assert found.purposes == {"title": 1}
    assert recognised("Baker\n").has_heading is False


def test_that_unknown_columns_are_asked_for() -> None:
    with pytest.raises(UnknownColumns) as asked:
        recognised("A,Department\nx,Bread\n")
    assert asked.value.columns == ("A", "Department")
    with pytest.raises(UnknownColumns) as asked:
        recognised("x,y\nz,w\n")
    assert asked.value.columns == ("1 (x)", "2 (y)")
    with pytest.raises(UnknownColumns):  # two columns with titles
        recognised("A,B\nBaker,Baker\nBaker,Baker\n")


def test_that_what_the_person_says_counts() -> None:
    text = "Old title,Title,Unit\nBaker,Cook,Bread\n"
    assert recognised(text, ColumnWishes({"title": "old TITLE"})).purposes["title"] == 0
    assert recognised(text, ColumnWishes({"title": "1"})).purposes["title"] == 0
    assert recognised(text, ColumnWishes({"department": "title"})).purposes["department"] == 1
    assert not recognised(text, ColumnWishes({"title": "1"}, has_heading=False)).has_heading
    with pytest.raises(LookupError, match="Role"):
        recognised(text, ColumnWishes({"title": "Role"}))
    with pytest.raises(LookupError, match="4"):
        recognised(text, ColumnWishes({"title": "4"}))


def test_that_the_columns_of_an_earlier_output_are_recognised() -> None:
    text = "Title,Answer,profile,candidates,evidence,confirmed\nBaker,match,a/P1,,x,yes\n"
    answers = {"answer": 1, "profile": 2, "candidates": 3, "evidence": 4, "confirmed": 5}
    assert recognised(text).answers == answers
    assert recognised("Title,answer,profile\nBaker,a,b\n").answers == {}


@pytest.mark.parametrize("heading", ["Acme", "ACME level", "acme grade"])
def test_that_the_name_of_a_scheme_is_a_heading_of_levels(heading: str) -> None:
    found = recognise(
        table(f"Title,{heading},Acme job family\nBaker,7,x\n"),
        NO_WISHES,
        KnownTexts(lambda _: False, lambda _: False, schemes=["Acme"]),
    )
    assert found.purposes["level"] == 1
