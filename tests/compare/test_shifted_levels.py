"""Levels without names of their own, put in or taken out among others."""

from typing import Any

import pytest

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.diff.effects.bump import bump
from laddereditor.model.ladder import Ladder

POTTER = ["Throws bowls on the wheel", "Sorts broken ware"]
MASTER = ["Fires the kilns at night", "Orders clay for the year"]
OTHER = ["Wedges clay"]


def ladder(*lists: list[str], **more: Any) -> Ladder:
    """A ladder whose levels P1, P2 … have no names, with a list of duties for each."""
    codes = [f"P{number}" for number in range(1, len(lists) + 1)]
    level = more.get("level", {})
    raw = {
        "laddereditor": 1,
        "tracks": [{"id": "t", "code": "P", "name": "Professional"}],
        "levels": [
            {"id": code, "track": "t", "name": more.get("name", "").format(code)}
            | (level.get(code, {}))
            for code in codes
        ],
        "families": [
            {
                "id": family,
                "name": family.title(),
                "profiles": [
                    {"level": code, "responsibilities": [f"{line} ({family})" for line in lines]}
                    for code, lines in zip(codes, lists, strict=True)
                ],
            }
            for family in ("pottery", "tiles")
        ],
    }
    return Ladder.model_validate(raw)


def told(changes: tuple[LadderChange, ...]) -> set[tuple[str, str, str]]:
    return {
        (change.kind, str(change.address), str(change.before) if change.kind == "renamed" else "")
        for change in changes
    }


ADDED_BELOW = {
    ("added", "levels/P1", ""),
    ("renamed", "levels/P2", "P1"),
    ("renamed", "levels/P3", "P2"),
    ("added", "families/pottery/P1", ""),
    ("added", "families/tiles/P1", ""),
}


@pytest.mark.parametrize("name", ["", "Level {}"])
def test_that_a_level_put_in_below_leaves_the_others_their_people(name: str) -> None:
    old, new = ladder(POTTER, MASTER, name=name), ladder(OTHER, POTTER, MASTER, name=name)
    changes = tuple(change for change in diff(old, new) if change.field != "name")
    assert told(changes) == ADDED_BELOW
    assert bump(changes) == "minor"
    assert apply(diff(old, new), old) == new


def test_that_a_level_put_in_between_leaves_the_others_their_people() -> None:
    old, new = ladder(POTTER, MASTER), ladder(POTTER, OTHER, MASTER)
    changes = diff(old, new)
    assert told(changes) == {
        ("added", "levels/P2", ""),
        ("renamed", "levels/P3", "P2"),
        ("added", "families/pottery/P2", ""),
        ("added", "families/tiles/P2", ""),
    }
    assert apply(changes, old) == new


def test_that_a_level_taken_out_leaves_the_others_their_people() -> None:
    old, new = ladder(OTHER, POTTER, MASTER), ladder(POTTER, MASTER)
    changes = diff(old, new)
    assert {change.kind for change in changes} == {"removed", "renamed"}
    assert bump(changes) == "minor"
    assert apply(changes, old) == new


def test_that_a_level_put_in_above_renames_none() -> None:
    changes = diff(ladder(POTTER, MASTER), ladder(POTTER, MASTER, OTHER))
    assert {change.kind for change in changes} == {"added"}


def test_that_levels_that_kept_what_they_say_keep_their_codes() -> None:
    level = {"P1": {"summary": "Works beside a master."}, "P2": {"summary": "Runs the studio."}}
    old = ladder(POTTER, MASTER, level=level)
    new = ladder(OTHER, POTTER, MASTER, level=level)
    assert "renamed" not in {change.kind for change in diff(old, new)}


def test_that_a_demand_at_a_level_of_its_own_code_is_not_taken_for_a_shift() -> None:
    old, new = ladder(POTTER, MASTER), ladder(OTHER, [*POTTER, "Glazes"], MASTER)
    assert bump(diff(old, new)) == "major"
