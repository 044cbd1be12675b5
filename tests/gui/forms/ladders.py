"""A ladder with a bit of everything, for the tests of the form."""

from datetime import date

from laddereditor.model.family import Family, Occupation, Profile
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder, PublishedVersion
from laddereditor.model.level import Experience, Level
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.statement import ExampledStatement, RatedSkill
from laddereditor.model.terms import Competency, Factor, Proficiency, Skill, Track

FACTORS = (
    ("scope", "Scope", "How much of the work the person answers for."),
    ("autonomy", "Autonomy", "How much guidance the person needs."),
    ("complexity", "Complexity", "How tangled the problems are."),
    ("impact", "Impact", "How far the results reach."),
    ("decisions", "Decision rights", "What the person may decide alone."),
    ("leadership", "Leadership", "Whom the person leads, formally or not."),
    ("communication", "Communication", "With whom and about what the person talks."),
)
SKILL_NAMES = (
    "Model design",
    "Feature engineering",
    "Statistics",
    "Experiment design",
    "Python",
    "SQL",
    "Data pipelines",
    "Model monitoring",
    "Code review",
    "Technical writing",
    "Mentoring",
    "Stakeholder communication",
    "Project planning",
    "Estimation",
    "Incident handling",
    "Privacy by design",
    "Fairness assessment",
    "Cloud platforms",
    "Version control",
    "Testing",
    "Problem framing",
    "Presentation",
    "Facilitation",
    "Cost awareness",
)
KINDS = ("skill", "knowledge", "tool", "behaviour")
CATEGORIES = ("Engineering", "Data", "Leadership")
STEPS = ("Awareness", "Working", "Advanced", "Expert")


def skill_id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _level(number: int, name: str) -> Level:
    return Level(
        id=f"P{number}",
        name=name,
        track="professional",
        grade=str(4 + number),
        summary=f"Works at step {number} of the track and is trusted with work of that size.",
        factors={
            key: f"{title} at step {number}: described in words that hold for every family."
            for key, title, _ in FACTORS
        },
        experience=Experience(min=2 * number - 2, max=2 * number),
        expectations={
            "teamwork": (
                f"Shares what was learned with the team at step {number}",
                "Asks for help early and offers it unasked",
            ),
            "delivery": (f"Finishes work of step {number} when it was promised",),
        },
        title_patterns=(f"{{specialty}} {number}", f"{name} {{specialty}}"),
    )


def _skills() -> tuple[Skill, ...]:
    return tuple(
        Skill(
            id=skill_id(name),
            name=name,
            kind=KINDS[place % 4],
            category=CATEGORIES[place % 3],
            aliases=("Coaching", "Mentorship") if name == "Mentoring" else (),
            proficiencies={"working": f"Uses {name} in daily work."},
        )
        for place, name in enumerate(SKILL_NAMES)
    )


def full_profile(level: str = "P3") -> Profile:
    return Profile(
        level=level,
        summary="Builds models that others rely on and explains how far to trust them.",
        factors={"scope": "A model from the first question to its release."},
        responsibilities=(
            "Leads one model from data to release",
            ExampledStatement(
                text="Reviews the work of others so that both sides learn something from it",
                examples=("A review that ends in a shared checklist",),
            ),
            *(
                f"Statement {number} about what the person does, long enough that it needs more "
                "than one line once the window is narrow"
                for number in range(3, 13)
            ),
        ),
        expectations={"teamwork": ("Brings two teams to one plan",)},
        skills=(
            *(skill_id(name) for name in SKILL_NAMES[:20]),
            *(
                RatedSkill(skill=skill_id(name), proficiency="working")
                for name in SKILL_NAMES[20:24]
            ),
        ),
        qualifications=("Has released models that people use", "Explains trade-offs plainly"),
        titles=("Model owner",),
        flsa="exempt",
        pay=Pay(
            status="published",
            note="Reviewed once a year.",
            ranges=(
                PayRange(
                    market="US",
                    currency="USD",
                    min=100_000,
                    mid=130_000,
                    max=160_000,
                    source="House survey",
                    as_of=date(2026, 7, 1),
                ),
                PayRange(market="DE", currency="EUR", min=70_000, mid=84_000, max=98_000),
            ),
        ),
    )


def rich_ladder() -> Ladder:
    names = ("Associate", "Developing", "Mid-Level", "Senior", "Lead")
    return Ladder(
        laddereditor=1,
        id="sample",
        name="Sample ladder",
        organization="Example Ltd",
        version="2.1.0",
        status="draft",
        effective=date(2026, 12, 1),
        language="en",
        description="A ladder that the tests of the form look at.",
        tracks=(
            Track(id="professional", code="P", name="Professional"),
            Track(id="management", code="M", name="Management"),
        ),
        factors=tuple(Factor(id=i, name=n, description=d) for i, n, d in FACTORS),
        proficiencies=tuple(
            Proficiency(id=name.lower(), name=name, description=f"{name}: what it means.")
            for name in STEPS
        ),
        competencies=(
            Competency(id="teamwork", name="Teamwork", description="Working with others."),
            Competency(id="delivery", name="Delivery", description="Getting things done."),
            Competency(id="craft", name="Craft & care", description="Doing things well."),
        ),
        levels=tuple(_level(number + 1, name) for number, name in enumerate(names)),
        skills=_skills(),
        families=(
            Family(
                id="models",
                name="AI/ML Engineer",
                function="Engineering",
                owner="Head of data",
                status="draft",
                summary="Builds and runs models.",
                occupations=(
                    Occupation(code="15-1252", title="Software Developers", inferred=True),
                ),
                specialties=("Machine Learning", "Statistics"),
                competencies=(Competency(id="ethics", name="Ethics"),),
                profiles=(Profile(level="P2"), full_profile(), full_profile("P4")),
            ),
            Family(id="data", name="Data Engineer", function="Engineering"),
        ),
        checks=Checks(
            rules={"long-statement": "off"},
            accepted=(
                AcceptedFinding(rule="skill-count", at="families/models/P3", reason="Agreed."),
            ),
        ),
        history=(
            PublishedVersion(
                version="2.0.0", date=date(2026, 5, 1), author="Kim", summary="Clearer levels."
            ),
        ),
    )
