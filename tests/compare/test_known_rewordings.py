"""Rewordings that the word lists know, and splits of which one half was reworded."""

from typing import Any

import pytest

from laddereditor.align.matching import match
from laddereditor.align.pairs import Split
from laddereditor.align.splits import find_splits
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.diff.effects.bump import bump
from laddereditor.model.ladder import Ladder


def ladder(language: str, **levels: list[str]) -> Ladder:
    raw: dict[str, Any] = {
        "laddereditor": 1,
        "language": language,
        "levels": [{"id": level} for level in levels],
        "families": [
            {
                "id": "trade",
                "profiles": [
                    {"level": level, "responsibilities": lines} for level, lines in levels.items()
                ],
            }
        ],
    }
    return Ladder.model_validate(raw)


def changes(language: str, before: list[str], after: list[str]) -> tuple[LadderChange, ...]:
    return diff(ladder(language, P1=before), ladder(language, P1=after))


@pytest.mark.parametrize(
    ("language", "before", "after", "effect"),
    [
        ("de", "Führt die Zählung der Kasse durch", "Zählt die Kasse", "clarifies"),
        ("de", "Trägt die Verantwortung für die Kasse", "Wirkt an der Kasse mit", "lowers"),
        ("fr", "Est responsable de la cave", "Contribue à la cave", "lowers"),
        ("fr", "Tient la carte à jour", "Actualise la carte", "clarifies"),
        ("en", "Makes decisions about refunds", "Decides about refunds", "clarifies"),
        ("en", "Gives advice to guests on wine", "Advises guests on wine", "clarifies"),
        ("fr", "Signe les bons", "Ne signe pas les bons", "lowers"),
        ("en", "Trains new waiters in May", "Trains new bartenders in May", "clarifies"),
        ("en", "Guides visitors to the exit", "Guards visitors to the exit", "unclear"),
    ],
)
def test_that_what_the_word_lists_know_is_a_rewording(
    language: str, before: str, after: str, effect: str
) -> None:
    others = ["Sweeps the yard on Fridays"]
    found = changes(language, [before, *others], [*others, after])
    assert [change.effect for change in found if change.kind == "changed"] == [effect]
    assert {change.kind for change in found} <= {"changed", "moved", "reordered"}


def test_that_a_rewording_in_known_words_asks_for_no_major_version() -> None:
    found = changes("de", ["Führt die Zählung der Kasse durch"], ["Zählt die Kasse"])
    assert bump(found) == "minor"


def test_that_of_two_that_fit_none_is_taken() -> None:
    before = ["Führt die Zählung der Kasse durch"]
    found = changes("de", before, ["Zählt die Kasse", "Zählt Kassen"])
    assert "added" in {change.kind for change in found}


def test_that_a_text_that_is_unchanged_at_another_level_is_no_rewording() -> None:
    old = ladder("de", P1=["Zählt die Kasse"], P2=["Plant Feste"])
    new = ladder(
        "de", P1=["Führt die Zählung der Kasse durch"], P2=["Plant Feste", "Zählt die Kasse"]
    )
    assert {(change.kind, change.address.key) for change in diff(old, new)} == {
        ("moved", "P2"),
        ("added", "P1"),
    }


SPLITS = [
    (
        "Plans the weekly routes and briefs the drivers before they leave",
        ("Plans the weekly routes", "Briefs every driver at the start of the shift"),
    ),
    (
        "Checks incoming parcels for damage and writes a report for the carrier",
        ("Checks incoming parcels for damage", "Reports damage to the carrier in writing"),
    ),
    (
        "Bereitet Sitzungen vor und schreibt das Protokoll",
        ("Bereitet Sitzungen vor", "Führt das Protokoll der Sitzungen"),
    ),
    (
        "Prépare les commandes et contrôle leur expédition",
        ("Prépare les commandes", "Vérifie que les commandes sont bien expédiées"),
    ),
]
NO_SPLITS = [
    (
        "Plans the weekly routes and briefs the drivers before they leave",
        ("Plans the weekly routes", "Repairs the vans of the drivers"),
    ),
    (
        "Bereitet Sitzungen vor und schreibt das Protokoll",
        ("Bereitet Sitzungen vor", "Betreut die Gäste am Empfang"),
    ),
    (
        "Kocht das Mittagessen und bestellt die Zutaten",
        ("Kocht das Mittagessen", "Bestellt Gäste für den Abend ein"),
    ),
    ("Leads the choir and writes the programme", ("Leads the choir", "Leads the summer camp")),
]


def splits(before: list[str], after: list[str]) -> tuple[Split, ...]:
    return find_splits(before, after, match(before, after))


@pytest.mark.parametrize(("whole", "halves"), SPLITS)
def test_that_a_split_may_have_one_reworded_half(whole: str, halves: tuple[str, str]) -> None:
    other = "Sweeps the yard on Fridays"
    assert splits([whole, other], [*halves, other]) == (Split((0,), (0, 1)),)
    assert splits([*halves, other], [other, whole]) == (Split((0, 1), (1,)),)


@pytest.mark.parametrize(("whole", "halves"), NO_SPLITS)
def test_that_what_speaks_of_something_else_is_no_half(whole: str, halves: tuple[str, str]) -> None:
    assert splits([whole], [*halves]) == ()


def test_that_a_split_with_a_reworded_half_is_judged_half_by_half() -> None:
    whole = "Divides the work into small steps and estimates how long they take"
    halves = ["Divides the work into small steps", "Estimates the duration of these steps"]
    (change,) = changes("en", [whole], halves)
    assert (change.division, change.effect, change.bump) == ("split", "clarifies", "minor")
    (joined,) = changes("en", halves, [whole])
    assert (joined.division, joined.effect) == ("joined", "clarifies")


def test_that_a_half_that_asks_for_more_raises() -> None:
    whole = "Prepares the choir and counts the robes every month"
    (change,) = changes("en", [whole], ["Prepares the choir", "Counts the robes every week"])
    assert (change.division, change.effect) == ("split", "raises")


def test_that_a_reason_quotes_words_as_they_are_written() -> None:
    (change,) = changes("de", ["Plant Wege"], ["Plant Wege und Brücken mit dem Amt"])
    assert change.reason == "“und Brücken mit dem Amt” added"
