"""A ladder with something of everything, for edits."""

from typing import Any

from laddereditor.edits.edit import Edit
from laddereditor.model.address import Address
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from tests.finding import find

RAW: dict[str, Any] = {
    "laddereditor": 1,
    "id": "tech",
    "name": "Technology",
    "tracks": [
        {"id": "professional", "code": "P", "name": "Professional"},
        {"id": "management", "code": "M", "name": "Management"},
    ],
    "factors": [
        {"id": "scope", "name": "Scope"},
        {"id": "autonomy", "name": "Autonomy"},
        {"id": "impact", "name": "Impact"},
    ],
    "proficiencies": [
        {"id": "aware", "name": "Aware"},
        {"id": "working", "name": "Working"},
        {"id": "expert", "name": "Expert"},
    ],
    "competencies": [
        {"id": "communication", "name": "Communication"},
        {"id": "delivery", "name": "Delivery"},
    ],
    "levels": [
        {"id": "P1", "name": "Entry", "track": "professional", "factors": {"scope": "Tasks"}},
        {"id": "P2", "name": "Developing", "track": "professional", "factors": {"impact": "Team"}},
        {
            "id": "P3",
            "name": "Experienced",
            "track": "professional",
            "summary": "Works alone",
            "factors": {"scope": "Projects", "impact": "Product"},
            "experience": {"min": 3, "max": 5},
            "expectations": {"communication": ["Writes clearly"], "delivery": ["Ships"]},
            "title_patterns": ["{specialty} III"],
        },
        {"id": "M1", "name": "Manager", "track": "management"},
        {"id": "M2", "name": "Director", "track": "management"},
    ],
    "skills": [
        {"id": "mentoring", "name": "Mentoring", "category": "People", "aliases": ["Coaching"]},
        {"id": "sql", "name": "SQL", "category": "Data", "proficiencies": {"working": "Joins"}},
        {"id": "mentorship", "name": "Mentorship", "category": "People", "description": "Helps"},
        {"id": "python", "name": "Python", "category": "Data"},
    ],
    "families": [
        {
            "id": "data",
            "name": "Data Engineer",
            "function": "Engineering",
            "specialties": ["Pipelines"],
            "competencies": [{"id": "stewardship", "name": "Stewardship"}],
            "profiles": [
                {"level": "P2", "skills": ["sql"]},
                {
                    "level": "P3",
                    "title": "Senior Data Engineer",
                    "factors": {"scope": "Data products"},
                    "responsibilities": [
                        "Builds pipelines",
                        {"text": "Reviews work", "examples": ["Design notes"]},
                        "Mends what breaks",
                    ],
                    "expectations": {"stewardship": ["Keeps it clean"], "delivery": ["Ships data"]},
                    "skills": [
                        {"skill": "mentoring", "proficiency": "working"},
                        "sql",
                        {"skill": "mentorship", "proficiency": "expert"},
                    ],
                    "pay": {"status": "published", "ranges": [{"market": "US", "min": 1}]},
                },
            ],
        },
        {
            "id": "web",
            "name": "Web Engineer",
            "function": "Engineering",
            "profiles": [{"level": "P1", "skills": ["python"]}, {"level": "M1"}],
        },
        {"id": "hr", "name": "HR Partner", "function": "People"},
    ],
    "checks": {
        "accepted": [
            {"rule": "skill-count", "at": "families/data/P3", "reason": "Seen"},
            {"rule": "long-statement", "at": "data/P3/responsibilities/2", "reason": "Seen"},
            {"rule": "empty-text", "at": "levels/P3/factors/scope", "reason": "Seen"},
        ]
    },
}

DATA_P3 = Address("families/data/P3")


def sample() -> Ladder:
    """The ladder, new each time."""
    return Ladder.model_validate(RAW)


def made(edit: Edit, ladder: Ladder) -> Ladder:
    """The ladder after the edit."""
    return edit.change(ladder)


def profile(ladder: Ladder, address: str = DATA_P3) -> Profile:
    """The profile at an address."""
    found = find(ladder, address)
    assert isinstance(found, Profile)
    return found


def family(ladder: Ladder, key: str) -> Family:
    """The family with an id."""
    return next(family for family in ladder.families if family.id == key)


def accepted(ladder: Ladder) -> list[str]:
    """Where findings were accepted."""
    return [finding.at for finding in ladder.checks.accepted] if ladder.checks else []
