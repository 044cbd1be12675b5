"""Two small ladders that a comparison is tried on: ours, and the one a colleague sent."""

from typing import Any

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Cell, Comparison, Row
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

OURS: dict[str, Any] = {
    "laddereditor": 1,
    "id": "ours",
    "name": "Our ladder",
    "language": "en",
    "tracks": [
        {"id": "professional", "code": "P", "name": "Professional"},
        {"id": "management", "code": "M", "name": "Management"},
    ],
    "factors": [{"id": "scope", "name": "Scope"}, {"id": "autonomy", "name": "Autonomy"}],
    "proficiencies": [{"id": "working", "name": "Working"}, {"id": "expert", "name": "Expert"}],
    "competencies": [
        {"id": "communication", "name": "Communication"},
        {"id": "delivery", "name": "Delivery"},
    ],
    "levels": [
        {
            "id": "P1",
            "name": "Entry",
            "track": "professional",
            "grade": "4",
            "summary": "Learns the trade.",
            "factors": {"scope": "Own tasks", "autonomy": "Guided"},
            "experience": {"min": 0, "max": 2},
            "expectations": {"communication": ["Asks before guessing"]},
            "title_patterns": ["{specialty} I"],
        },
        {
            "id": "P2",
            "name": "Intermediate",
            "track": "professional",
            "factors": {"scope": "Own tasks", "autonomy": "Reviewed"},
            "experience": {"min": 2, "max": 4},
            "expectations": {
                "communication": ["Explains choices to the team"],
                "delivery": ["Keeps promised dates"],
            },
            "title_patterns": ["{specialty} II"],
        },
        {"id": "M1", "name": "Lead", "track": "management"},
    ],
    "skills": [
        {"id": "sql", "name": "SQL", "category": "Tools"},
        {"id": "mentoring", "name": "Mentoring", "category": "People"},
        {"id": "statistics", "name": "Statistics", "category": "Tools"},
        {"id": "writing", "name": "Writing"},
    ],
    "families": [
        {
            "id": "data",
            "name": "Data Analyst",
            "specialties": ["Risk"],
            "profiles": [
                {
                    "level": "P1",
                    "title": "Junior Data Analyst",
                    "factors": {"scope": "Single reports"},
                    "responsibilities": [
                        "Builds weekly reports within the project",
                        {"text": "Cleans incoming data", "examples": ["Removes duplicates"]},
                    ],
                    "expectations": {"communication": ["Asks before guessing"]},
                    "skills": ["mentoring", {"skill": "sql", "proficiency": "working"}],
                    "qualifications": ["Has cleaned a data set for somebody else"],
                    "titles": ["Report Analyst"],
                    "flsa": "nonexempt",
                    "pay": {
                        "status": "published",
                        "ranges": [
                            {"market": "US", "currency": "USD", "min": 50000, "max": 60000},
                            {"market": "DE", "currency": "EUR", "min": 40000, "max": 50000},
                        ],
                    },
                    "notes": "Agreed in May, not for everybody.",
                },
                {
                    "level": "P2",
                    "title": "Data Analyst",
                    "responsibilities": [
                        "Builds weekly reports beyond the project",
                        {"text": "Cleans incoming data", "examples": ["Removes gaps"]},
                        "Chooses how results are shown",
                    ],
                    "skills": [
                        {"skill": "sql", "proficiency": "expert"},
                        {"skill": "statistics", "proficiency": "working"},
                        "writing",
                    ],
                    "flsa": "exempt",
                    "pay": {
                        "status": "withheld",
                        "ranges": [{"market": "DE", "currency": "EUR", "min": 45000, "max": 55000}],
                    },
                },
                {"level": "M1", "title": "Lead Analyst"},
            ],
        }
    ],
}

THEIRS: dict[str, Any] = {
    "laddereditor": 1,
    "id": "theirs",
    "name": "Their ladder",
    "language": "de",
    "factors": [{"id": "reach", "name": "scope"}],
    "proficiencies": [{"id": "s2", "name": "working"}],
    "competencies": [{"id": "talk", "name": "Communication"}],
    "levels": [{"id": "P1", "name": "Start", "factors": {"reach": "Own tasks"}}],
    "skills": [
        {"id": "k1", "name": "Mentorship", "aliases": ["Mentoring"], "category": "Leading"},
        {"id": "k2", "name": "sql", "category": "Software"},
        {"id": "statistics", "name": "Statistics and probability"},
    ],
    "families": [
        {
            "id": "analysis",
            "name": "Analysis",
            "competencies": [{"id": "care", "name": "Care"}],
            "profiles": [
                {
                    "level": "P1",
                    "expectations": {"talk": ["Asks before guessing"], "care": ["Checks twice"]},
                    "skills": ["k1", {"skill": "k2", "proficiency": "s2"}, "statistics"],
                }
            ],
        }
    ],
}


def ours(**changes: Any) -> Ladder:
    return Ladder.model_validate({**OURS, **changes})


def theirs() -> Ladder:
    return Ladder.model_validate(THEIRS)


def compared(*addresses: str, baseline: int = 0, ladder: Ladder | None = None) -> Comparison:
    """Compare addresses of our ladder; `#` before one means theirs."""
    ladders = {"": ladder or ours(), "#": theirs()}
    subjects = []
    for address in addresses:
        mark = "#" if address.startswith("#") else ""
        origin = "theirs.yaml" if mark else ""
        subjects.append(subject_at(ladders[mark], Address(address.removeprefix("#")), origin))
    return compare(subjects, baseline)


def rows(comparison: Comparison, section: str) -> tuple[Row, ...]:
    return next((one.rows for one in comparison.sections if one.field == section), ())


def texts(comparison: Comparison, section: str) -> list[list[str | None]]:
    return [
        [None if cell.is_empty else cell.text for cell in row.cells]
        for row in rows(comparison, section)
    ]


def cell(comparison: Comparison, column: int, field: str) -> Cell:
    return next(
        found
        for row in comparison.rows
        if not (found := row.cells[column]).is_empty and found.field == field
    )
