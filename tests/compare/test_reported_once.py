"""One edit made at several levels, and a list in another order, are reported once."""

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.ladder import Ladder
from laddereditor.reports.changes.diff_text import diff_text


def ladder(text: str, *, apart: str = "Bakes") -> Ladder:
    levels = ("P2", "P3", "P4")
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "levels": [{"id": level, "name": level} for level in levels],
            "families": [
                {
                    "id": "baker",
                    "name": "Baker",
                    "profiles": [
                        {"level": level, "responsibilities": [f"{apart} at {level}", text]}
                        for level in levels
                    ],
                }
            ],
        }
    )


def test_that_the_same_edit_at_several_levels_is_reported_once() -> None:
    old, new = ladder("Greets guests in a nice manner"), ladder("Greets guests in a nice way")
    changes = diff(old, new)
    report = diff_text(changes, old, new)
    assert len(changes) == 3
    assert "Baker › P2, P3, P4" in report
    assert report.count("reworded") == 1


def test_that_different_edits_of_levels_are_reported_apart() -> None:
    old = ladder("Greets guests")
    new = ladder("Greets guests", apart="Bakes rolls")
    report = diff_text(diff(old, new), old, new)
    assert "P2, P3" not in report
    assert report.count("reworded") == 3


def test_that_a_library_in_another_order_is_one_change() -> None:
    def library(names: list[str]) -> Ladder:
        return Ladder.model_validate(
            {"laddereditor": 1, "skills": [{"id": name, "name": name} for name in names]}
        )

    names = [f"skill-{number}" for number in range(157)]
    moved = [name for place, name in enumerate(names) if place % 8] + names[::8]
    old, new = library(names), library(moved)
    (change,) = diff(old, new)
    assert change.kind == "reordered"
    assert apply([change], old) == new


def test_that_few_moved_skills_are_named() -> None:
    old = Ladder.model_validate(
        {"laddereditor": 1, "skills": [{"id": f"s{n}", "name": f"S{n}"} for n in range(30)]}
    )
    skills = list(old.skills)
    new = old.model_copy(update={"skills": (skills[-1], *skills[:-1])})
    assert [(each.kind, each.address) for each in diff(old, new)] == [("moved", "skills/s29")]
