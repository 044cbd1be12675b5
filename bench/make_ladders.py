"""Makes synthetic ladders of three sizes, each profile about as long as a real level page.

python bench/make_ladders.py OUT_FOLDER [S M L]
"""

import random
import sys
from pathlib import Path

from laddereditor.model.ladder import Ladder
from laddereditor.storage.text.emit import emit

SIZES = {"S": (10, 6), "M": (200, 6), "L": (1016, 12)}

VERBS = [
    "Leads",
    "Plans",
    "Reviews",
    "Builds",
    "Improves",
    "Coaches",
    "Documents",
    "Measures",
    "Negotiates",
    "Tests",
]
THINGS = (
    "a service from request to release",
    "the yearly plan of the team",
    "changes that others depend on",
    "data that decisions rest on",
    "the way incidents are handled",
    "agreements with suppliers",
    "the onboarding of new colleagues",
    "reports for the people who run the business",
)
ENDS = (
    "with little guidance",
    "together with two or three colleagues",
    "and answers for the outcome over a quarter",
    "and explains the choice to people outside the field",
    "so that costs and risks are known beforehand",
    "and leaves the result in a state others can maintain",
)
FACTORS = [
    "scope",
    "autonomy",
    "complexity",
    "impact",
    "decision-rights",
    "knowledge",
    "leadership",
]
COMPETENCIES = ["communication", "delivery", "collaboration", "craft"]
PROFICIENCIES = ["awareness", "working", "practitioner", "expert"]
FIRST = [
    "Applied",
    "Clinical",
    "Regional",
    "Digital",
    "Technical",
    "Commercial",
    "Industrial",
    "Customer",
]
SECOND = [
    "Data",
    "Supply",
    "Finance",
    "Quality",
    "Safety",
    "Product",
    "Network",
    "Energy",
    "Claims",
    "Pricing",
]
THIRD = [
    "Engineering",
    "Analysis",
    "Operations",
    "Planning",
    "Design",
    "Research",
    "Support",
    "Strategy",
]
SKILL_COUNT = 480


def sentence(rng: random.Random) -> str:
    """Return one sentence of four to sixteen words."""
    start = f"{rng.choice(VERBS)} {rng.choice(THINGS)}"
    return f"{start} {rng.choice(ENDS)}" if rng.random() < 0.1 else start


def experience(code: str) -> dict[str, int]:
    """Return the years of a level, contiguous along its track."""
    number = int(code[1:])
    return {"min": 2 * number - 2, "max": 2 * number}


def profile(rng: random.Random, level: str) -> dict[str, object]:
    """Return one profile as plain values."""
    used = rng.sample(range(SKILL_COUNT), 24)
    skills: list[object] = [f"skill-{number}" for number in used[:18]]
    skills += [{"skill": f"skill-{n}", "proficiency": rng.choice(PROFICIENCIES)} for n in used[18:]]
    statements: list[object] = [sentence(rng) for _ in range(10)]
    statements.append({"text": sentence(rng), "examples": [sentence(rng), sentence(rng)]})
    return {
        "level": level,
        "title": f"{rng.choice(FIRST)} {rng.choice(SECOND)} {rng.choice(THIRD)}",
        "summary": f"{sentence(rng)}.",
        "factors": {name: sentence(rng) for name in rng.sample(FACTORS, 2)},
        "experience": experience(level),
        "responsibilities": statements,
        "expectations": {rng.choice(COMPETENCIES): [sentence(rng), sentence(rng)]},
        "skills": skills,
        "qualifications": [sentence(rng) for _ in range(4)],
        "titles": [f"{rng.choice(SECOND)} {rng.choice(THIRD)} {n}" for n in range(3)],
        "flsa": "exempt",
        "pay": {"status": "recalibrating", "note": sentence(rng)},
    }


def family(rng: random.Random, number: int, levels: list[str]) -> dict[str, object]:
    """Return one family as plain values."""
    name = f"{rng.choice(FIRST)} {rng.choice(SECOND)} {rng.choice(THIRD)} {number}"
    return {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "function": rng.choice(THIRD),
        "status": "draft",
        "summary": f"{sentence(rng)}. {sentence(rng)}.",
        "occupations": [{"scheme": "soc-2018", "code": "15-0000", "title": name, "inferred": True}],
        "specialties": [f"{rng.choice(SECOND)} {rng.choice(THIRD)}" for _ in range(3)],
        "profiles": [profile(rng, level) for level in levels],
    }


def level(rng: random.Random, code: str) -> dict[str, object]:
    """Return one level as plain values."""
    return {
        "id": code,
        "name": f"Level {code}",
        "track": "professional" if code[0] == "P" else "management",
        "summary": f"{sentence(rng)}.",
        "factors": {name: sentence(rng) for name in FACTORS},
        "experience": experience(code),
        "expectations": {name: [sentence(rng) for _ in range(3)] for name in COMPETENCIES},
        "title_patterns": [f"{{specialty}} {code[1:]}"],
    }


def make_ladder(families: int, levels: int, seed: int = 1) -> Ladder:
    """Return a ladder of `families` x `levels` profiles, the same for the same seed."""
    rng = random.Random(seed)
    codes = [f"P{n}" for n in range(1, min(levels, 6) + 1)] + [
        f"M{n}" for n in range(1, levels - 5)
    ]
    skill_names = [f"{a} {b} {c}" for a in FIRST for b in SECOND for c in THIRD][:SKILL_COUNT]
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "synthetic",
            "name": "Synthetic ladder",
            "version": "1.0.0",
            "language": "en",
            "tracks": [
                {"id": "professional", "code": "P", "name": "Professional"},
                {"id": "management", "code": "M", "name": "Management"},
            ],
            "factors": [
                {"id": n, "name": n.title(), "description": sentence(rng)} for n in FACTORS
            ],
            "proficiencies": [{"id": n, "name": n.title()} for n in PROFICIENCIES],
            "competencies": [{"id": n, "name": n.title()} for n in COMPETENCIES],
            "levels": [level(rng, code) for code in codes],
            "skills": [
                {"id": f"skill-{n}", "name": name, "kind": "skill", "category": name.split()[0]}
                for n, name in enumerate(skill_names)
            ],
            "families": [family(rng, number, codes) for number in range(families)],
        }
    )


def make_file(folder: Path, size: str) -> Path:
    """Write the ladder of a size into a folder, once, and return its path."""
    path = folder / f"{size}.yaml"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(emit(make_ladder(*SIZES[size])), encoding="utf-8", newline="\n")
    return path


def main(arguments: list[str]) -> int:
    """Make the sizes asked for, or all."""
    folder = Path(arguments[0]) if arguments else Path("bench-ladders")
    for size in arguments[1:] or SIZES:
        path = make_file(folder, size)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
