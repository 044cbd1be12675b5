"""Many places of one file: the same as one by one, without a walk for each."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from laddereditor.model import lookup
from laddereditor.model.address import Address, FieldPath, walk
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.storage.files.document import new_document, place_of, read_text
from laddereditor.storage.files.place_finder import PlaceFinder
from laddereditor.storage.text.index import Index
from tests.examples import examples
from tests.strategies import ladders

ODD = """laddereditor: 1
x-other: {a: [1, {b: 2}]}
skills:
  - {id: same, name: A}
  - {id: same, name: B}
  - {id: "a/b", name: C, 3: x}
families:
  - id: work
    competencies: [{id: own}]
    specialties: [a, b]
    profiles:
      - level: P1
        skills: [one, two]
      - level: P1
checks: {accepted: [{rule: x, at: y}]}
"""
PLACES = [
    ("", ""),
    ("", "x-other/a/1/b"),
    ("", "checks/accepted/0/rule"),
    ("skills/same~2", "name"),
    ("skills/a%2Fb", "3"),
    ("skills/lost", "name"),
    ("families/work", "specialties/1"),
    ("families/work", "missing"),
    ("families/work/competencies/own", "id"),
    ("families/work/P1", "skills/1"),
    ("families/work/P1~2", "level"),
    ("work/P1", "skills/0"),
    ("families/work/P9", ""),
    ("nothing", ""),
]


@pytest.mark.parametrize(("address", "field"), PLACES)
def test_that_a_place_is_the_one_that_is_found_alone(address: str, field: str) -> None:
    document = read_text(ODD)
    assert PlaceFinder(document).place(Address(address), FieldPath(field)) == place_of(
        document, Address(address), FieldPath(field)
    )


@settings(max_examples=examples(20), deadline=None)
@given(ladders())
def test_that_all_places_of_random_ladders_are_found(ladder: Ladder) -> None:
    document = new_document(ladder)
    finder = PlaceFinder(document)
    wanted: list[tuple[str, str]] = [(address, "") for address, _ in walk(ladder)]
    wanted += [(one.address, one.field) for one in check(ladder).findings]
    for address, field in wanted:
        assert finder.place(Address(address), FieldPath(field)) == place_of(
            document, Address(address), FieldPath(field)
        )


def test_that_thousands_of_places_walk_over_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = [f"lost-{n}" for n in range(1000)]
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "skills": [{"id": f"Bad {n}", "name": ""} for n in range(1000)],
            "families": [{"id": "a", "profiles": [{"level": "P1", "skills": lost}]}],
        }
    )
    document, findings = new_document(ladder), check(ladder).findings
    walks: list[str] = []

    def children(self: Index, node: int, step: object) -> Iterator[int]:
        walks.append("children")
        raise AssertionError

    first = lookup._first
    monkeypatch.setattr(Index, "_child", children)
    monkeypatch.setattr(lookup, "_first", lambda *one: (walks.append("siblings"), first(*one))[1])
    finder = PlaceFinder(document)
    found = {finder.place(one.address, one.field) for one in findings}
    assert len(found) > 2000 and None not in found
    assert len(walks) < 10
