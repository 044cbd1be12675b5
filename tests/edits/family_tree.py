"""A ladder with sub-families: Vision is a focus of Machine Learning, which is one of Engineer."""

from typing import Any

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import ResolvedProfile, resolved
from tests.finding import find

RAW: dict[str, Any] = {
    "laddereditor": 1,
    "id": "tech",
    "name": "Technology",
    "tracks": [{"id": "professional", "code": "P", "name": "Professional"}],
    "factors": [{"id": "scope", "name": "Scope"}, {"id": "impact", "name": "Impact"}],
    "proficiencies": [{"id": "working", "name": "Working"}, {"id": "expert", "name": "Expert"}],
    "competencies": [{"id": "communication", "name": "Communication"}],
    "levels": [
        {"id": "P1", "name": "Entry", "track": "professional", "summary": "Learns"},
        {
            "id": "P2",
            "name": "Experienced",
            "track": "professional",
            "summary": "Works alone",
            "factors": {"scope": "Projects", "impact": "Team"},
            "experience": {"min": 3, "max": 5},
            "expectations": {"communication": ["Writes clearly"]},
            "title_patterns": ["{specialty} II"],
            "pay": {"note": "Bands of the level"},
        },
    ],
    "skills": [
        {"id": "code", "name": "Code"},
        {"id": "models", "name": "Models"},
        {"id": "images", "name": "Images"},
    ],
    "families": [
        {
            "id": "engineer",
            "name": "Engineer",
            "code": "ENG",
            "abstract": True,
            "competencies": [{"id": "care", "name": "Care"}],
            "profiles": [
                {"level": "P1", "responsibilities": ["Learns the tools"]},
                {
                    "level": "P2",
                    "summary": "Builds software",
                    "factors": {"impact": "Product"},
                    "responsibilities": ["Writes code", "Reviews code"],
                    "expectations": {"care": ["Keeps it clean"]},
                    "skills": ["code"],
                    "flsa": "exempt",
                },
            ],
        },
        {
            "id": "ml",
            "name": "Machine Learning",
            "code": "ML",
            "parent": "engineer",
            "profiles": [
                {
                    "level": "P2",
                    "title": "Model Builder",
                    "responsibilities": ["Trains models"],
                    "skills": [{"skill": "models", "proficiency": "working"}],
                }
            ],
        },
        {
            "id": "vision",
            "name": "Vision",
            "code": "VIS",
            "parent": "ml",
            "profiles": [
                {"level": "P1"},
                {
                    "level": "P2",
                    "factors": {"scope": "Cameras"},
                    "responsibilities": ["Reads images"],
                },
            ],
        },
    ],
}

VISION_P1, VISION_P2 = Address("families/vision/P1"), Address("families/vision/P2")
ML_P2 = Address("families/ml/P2")


def family_tree() -> Ladder:
    """The ladder, new each time."""
    return Ladder.model_validate(RAW)


def whole(ladder: Ladder, address: Address = VISION_P2) -> ResolvedProfile:
    """A profile with what it inherits."""
    family: Any = address.parent.entity(ladder)
    return resolved(ladder, family, stored(ladder, address))


def stored(ladder: Ladder, address: Address = VISION_P2) -> Profile:
    """A profile as it is stored."""
    found = find(ladder, address)
    assert isinstance(found, Profile)
    return found


def changed(ladder: Ladder, number: int, place: int = 0, **changes: Any) -> Ladder:
    """The ladder with fields of one profile of its families changed."""
    family = ladder.families[number]
    profiles = list(family.profiles)
    profiles[place] = evolve(profiles[place], **changes)
    return changed_family(ladder, number, profiles=tuple(profiles))


def changed_family(ladder: Ladder, number: int, **changes: Any) -> Ladder:
    """The ladder with fields of one family changed."""
    families = list(ladder.families)
    families[number] = evolve(families[number], **changes)
    return evolve(ladder, families=tuple(families))
