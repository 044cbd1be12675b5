"""A small ladder that is clean under every rule, and ways to spoil it."""

from copy import deepcopy
from typing import Any

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.rules.registry import RULES

Where = tuple[str, str, str]  # rule, address, field

_LEVELS = [("P1", 0, 2), ("P2", 2, 5), ("P3", 5, 8), ("M1", 5, 8), ("M2", 8, None)]


def _level(code: str, low: int, high: int | None) -> dict[str, Any]:
    return {
        "id": code,
        "name": f"Level {code}",
        "track": "professional" if code.startswith("P") else "management",
        "summary": f"Who is at {code}",
        "factors": {"scope": f"Scope at {code}", "autonomy": f"Autonomy at {code}"},
        "experience": {"min": low, "max": high},
        "expectations": {"delivery": [f"Delivers as one does at {code}"]},
        "title_patterns": ["{specialty} " + code],
    }


def _profile(code: str) -> dict[str, Any]:
    return {
        "level": code,
        "responsibilities": [f"Plans the data work of {code}", {"text": f"Reviews as {code}"}],
        "expectations": {
            "delivery": [f"Ships data at {code}"],
            "stewardship": [f"Keeps {code} clean"],
        },
        "skills": ["sql", {"skill": "mentoring", "proficiency": "working"}],
        "qualifications": [f"Has shipped a product of {code}"],
    }


def raw() -> dict[str, Any]:
    """Return the clean ladder as plain values that may be changed."""
    return deepcopy(_GOOD)


_GOOD: dict[str, Any] = {
    "laddereditor": 1,
    "id": "technology",
    "name": "Technology",
    "version": "2.1.0",
    "status": "draft",
    "tracks": [
        {"id": "professional", "code": "P", "name": "Professional"},
        {"id": "management", "code": "M", "name": "Management"},
    ],
    "factors": [
        {"id": "scope", "name": "Scope", "basis": "responsibility"},
        {"id": "autonomy", "name": "Autonomy"},
    ],
    "proficiencies": [{"id": "working", "name": "Working"}, {"id": "expert", "name": "Expert"}],
    "competencies": [{"id": "delivery", "name": "Delivery"}],
    "levels": [_level(*level) for level in _LEVELS],
    "skills": [
        {"id": "sql", "name": "SQL", "kind": "tool", "aliases": ["Structured queries"]},
        {"id": "mentoring", "name": "Mentoring", "proficiencies": {"working": "Helps one person"}},
    ],
    "families": [
        {
            "id": "data",
            "name": "Data",
            "status": "published",
            "summary": "Looks after data",
            "occupations": [{"scheme": "soc-2018", "code": "15-2051", "title": "Data Scientists"}],
            "competencies": [{"id": "stewardship", "name": "Stewardship"}],
            "profiles": [
                _profile("P1"),
                _profile("P2")
                | {
                    "title": "Data Person",
                    "factors": {"scope": "One data product"},
                    "experience": {"min": 3, "max": 5},
                    "flsa": "exempt",
                    "pay": {
                        "status": "published",
                        "ranges": [
                            {"market": "US", "min": 100_000, "mid": 130_000, "max": 160_000}
                        ],
                    },
                },
                _profile("P3"),
            ],
        },
        {"id": "ops", "name": "Operations", "summary": "Runs it", "profiles": [_profile("M2")]},
    ],
}
_GOOD["families"][1]["profiles"][0]["expectations"].pop("stewardship")


def spoiled(*changes: tuple[str, Any]) -> Ladder:
    """Return the clean ladder with values put at paths such as "families/0/profiles/1/title".

    None removes what is there; a path that ends in `/+` adds to a list.
    """
    values = raw()
    for path, value in changes:
        *way, last = path.split("/")
        place: Any = values
        for step in way:
            place = place[int(step) if isinstance(place, list) else step]
        if last == "+":
            place.append(value)
        elif value is None:
            del place[int(last) if isinstance(place, list) else last]
        else:
            place[int(last) if isinstance(place, list) else last] = value
    return Ladder.model_validate(values)


def found(ladder: Ladder) -> list[Where]:
    """Return where each rule fires, in the order of the report."""
    return [(one.rule, one.address, one.field) for one in check(ladder).findings]


def found_in_itself(ladder: Ladder) -> list[Where]:
    """Return the same without what comes of comparing levels and families, for made-up copies."""
    compared = {"Progression", "Across families"}
    return [hit for hit in found(ladder) if RULES[hit[0]].group not in compared]
