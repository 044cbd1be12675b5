"""Random ladders: small, valid, every reference resolves."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from laddereditor.model.address import walk
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Checks, Ladder

_TRACKS = (("professional", "P", 4), ("management", "M", 3))
_WORDS = ("delivery", "craft", "people", "scope", "impact", "a", "2", "on-call")
_LETTERS = "aeknst AEÉßöæ漢🙂–’'\"#:&,.!?%{}[]|>*-_/~0159"
_PHRASES = (
    "Leads the work of others",
    "Knows: when to ask # and whom",
    "- 5 % fewer faults, “on time”",
    "NO",
    "1_000",
    "12:30",
    "null",
    "1.10",
    "Größe & Maß",
    "'quoted'",
    "{specialty} III",
    "C++ / C#",
    "~",
)

# One line of text that people could have typed, without space around it.
_typed = st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: text.strip() or "x")
filled_lines = st.sampled_from(_PHRASES) | _typed
lines = st.just("") | filled_lines
# Some lines of text.
paragraphs = lines | st.lists(filled_lines, max_size=3).map("\n".join)


def _some(values: Sequence[str], most: int = 4) -> st.SearchStrategy[list[str]]:
    """A selection of some values, each once, in the order given."""
    if not values:
        return st.just([])
    chosen = st.sets(st.sampled_from(list(values)), max_size=most)
    return chosen.map(lambda found: [value for value in values if value in found])


def _statements() -> st.SearchStrategy[list[Any]]:
    exampled = st.fixed_dictionaries(
        {"text": filled_lines, "examples": st.lists(filled_lines, min_size=1, max_size=2)}
    )
    return st.lists(filled_lines | exampled, max_size=3)


def _experience() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"min": st.integers(0, 9)}, optional={"max": st.integers(10, 20)})


def _texts(keys: Sequence[str]) -> st.SearchStrategy[dict[str, str]]:
    return _some(keys).flatmap(
        lambda some: st.fixed_dictionaries(dict.fromkeys(some, filled_lines))
    )


def _expectations(keys: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    return _some(keys).flatmap(
        lambda some: st.fixed_dictionaries(dict.fromkeys(some, _statements()))
    )


@st.composite
def _term(draw: st.DrawFn, key: str) -> dict[str, Any]:
    return {"id": key, "name": draw(lines), "description": draw(paragraphs)}


@st.composite
def _terms(draw: st.DrawFn, without: Sequence[str] = ()) -> list[dict[str, Any]]:
    keys = draw(_some([word for word in _WORDS if word not in without], 3))
    return [draw(_term(key)) for key in draw(st.permutations(keys))]


def _ids(terms: Sequence[dict[str, Any]]) -> list[str]:
    return [term["id"] for term in terms]


@st.composite
def _levels(
    draw: st.DrawFn, factors: Sequence[str], competencies: Sequence[str]
) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{code}{number}",
            "name": draw(lines),
            "track": track,
            "summary": draw(paragraphs),
            "factors": draw(_texts(factors)),
            "expectations": draw(_expectations(competencies)),
            "title_patterns": draw(st.lists(st.sampled_from(["{specialty} II", "Lead {family}"]))),
            **draw(st.fixed_dictionaries({}, optional={"experience": _experience()})),
        }
        for track, code, most in _TRACKS
        for number in range(1, draw(st.integers(0, most)) + 1)
    ]


@st.composite
def _skill(draw: st.DrawFn, key: str, steps: Sequence[str]) -> dict[str, Any]:
    extra = st.fixed_dictionaries({}, optional={"x-team": filled_lines})
    return {
        **draw(_term(key)),
        "category": draw(st.sampled_from(["", "Craft", "People"])),
        "aliases": draw(st.lists(filled_lines, max_size=2, unique=True)),
        "proficiencies": draw(_texts(steps)),
        **draw(extra),
    }


@st.composite
def _profile(
    draw: st.DrawFn,
    level: str,
    ids: dict[str, list[str]],
) -> dict[str, Any]:
    steps = st.sampled_from(ids["proficiency"]) if ids["proficiency"] else st.just("")
    skills = [
        {"skill": key, "proficiency": step} if (step := draw(st.just("") | steps)) else key
        for key in draw(_some(ids["skill"]))
    ]
    return {
        "level": level,
        "title": draw(lines),
        "summary": draw(paragraphs),
        "factors": draw(_texts(ids["factor"])),
        "responsibilities": draw(_statements()),
        "expectations": draw(_expectations(ids["competency"])),
        "skills": skills,
        **draw(st.fixed_dictionaries({}, optional={"experience": _experience()})),
    }


@st.composite
def _family(draw: st.DrawFn, key: str, ids: dict[str, list[str]]) -> dict[str, Any]:
    own = draw(_terms(without=ids["competency"]))[:1]
    known = {**ids, "competency": [*ids["competency"], *_ids(own)]}
    return {
        "id": key,
        "name": draw(lines),
        "function": draw(st.sampled_from(["", "Engineering", "Operations"])),
        "specialties": draw(st.lists(filled_lines, max_size=2)),
        "competencies": own,
        "profiles": [draw(_profile(level, known)) for level in draw(_some(ids["level"], 3))],
    }


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """A small valid ladder: ids unique and well formed, levels contiguous, references whole."""
    terms = {kind: draw(_terms()) for kind in ("factor", "proficiency", "competency")}
    ids = {kind: _ids(found) for kind, found in terms.items()}
    levels = draw(_levels(ids["factor"], ids["competency"]))
    skills = [draw(_skill(key, ids["proficiency"])) for key in draw(_some(_WORDS))]
    ids |= {"level": _ids(levels), "skill": _ids(skills)}
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "random",
            "name": draw(lines),
            "tracks": [{"id": key, "code": code, "name": key} for key, code, _ in _TRACKS],
            "factors": terms["factor"],
            "proficiencies": terms["proficiency"],
            "competencies": terms["competency"],
            "levels": levels,
            "skills": skills,
            "families": [draw(_family(key, ids)) for key in draw(_some(_WORDS, 3))],
        }
    )
    return draw(_with_accepted(ladder))


@st.composite
def _with_accepted(draw: st.DrawFn, ladder: Ladder) -> Ladder:
    places = draw(_some([address for address, _ in walk(ladder)], 2))
    if not places:
        return ladder
    accepted = [{"rule": "long-statement", "at": place, "reason": "agreed"} for place in places]
    return evolve(ladder, checks=Checks.model_validate({"accepted": accepted}))
