"""A ladder whose names and texts try to be markup, scripts, paths and devices."""

from laddereditor.model.ladder import Ladder

NAMES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; alert(1); '",
    "../../etc/passwd",
    "..\\..\\windows",
    "CON",
    "nul.txt",
    "Data Engineer",
    "data engineer",
    "DATA-ENGINEER!",
    "x" * 3000,
    "مهندس بيانات",
    "エンジニア",
    "🚀🚀",
    "\u202eevil\u202c",
    "bell\x07 and escape\x1b[31m",
    "</script><!-- ]]> &amp; {{ 7*7 }} {% raw %} {name}",
    "line one\nline two",
    "=1+1",
    " ",
    "",
)


def hostile_ladder(language: str = "en") -> Ladder:
    """Return the ladder; every name is that of a level, a skill, a family and more."""
    levels = [
        {"id": f"{name[:60]}{n}" if n % 2 else f"P{n}", "name": name, "track": "t", "summary": name}
        for n, name in enumerate(NAMES)
    ]
    skills = [
        {"id": name, "name": name, "category": name, "description": name} for name in (*NAMES, "x")
    ]
    families = [
        {
            "id": name,
            "name": name,
            "function": name,
            "summary": name,
            "specialties": [name],
            "occupations": [{"scheme": "soc-2018", "code": "15-0000", "title": name}],
            "profiles": [
                {
                    "level": level["id"],
                    "title": name,
                    "summary": name,
                    "factors": {"f": name},
                    "responsibilities": [name, {"text": name, "examples": [name]}, name],
                    "expectations": {"c": [name]},
                    "skills": [name, {"skill": "x", "proficiency": "p"}, "unknown"],
                    "notes": "SECRET",
                }
                for level in levels[number % 3 : number % 3 + 4]
            ],
            "notes": "SECRET",
        }
        for number, name in enumerate(NAMES)
    ]
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "hostile",
            "name": '<b onclick="x">Hostile</b> & "ladder" </title>',
            "organization": "</style><script>alert(2)</script>",
            "version": "1.0.0",
            "language": language,
            "description": "<iframe src=//example.invalid></iframe>\n\nSecond.",
            "notes": "SECRET",
            "tracks": [{"id": "t", "name": "<i>Track</i>"}],
            "factors": [{"id": "f", "name": "<u>Factor</u>"}],
            "proficiencies": [{"id": "p", "name": "<em>Step</em>"}],
            "competencies": [{"id": "c", "name": "<em>Competency</em>"}],
            "levels": levels,
            "skills": skills,
            "families": families,
        }
    )
