"""Random ladders: small, valid, every reference resolves."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from laddereditor.model.address import walk
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
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
_REVIEW: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.fixed_dictionaries(
    {
        "status": st.sampled_from(["draft", "in-review", "approved"]),
        "reviewer": st.just("Ines"),
        "review_by": st.sampled_from(["2027-03-01", "next spring"]),
    }
)


# Strategies are made once for the same arguments: hypothesis looks through each new one first,
# which takes longer than to draw from it.


@lru_cache(maxsize=1000)
def _some(values: tuple[str, ...], most: int = 4) -> st.SearchStrategy[list[str]]:
    """A selection of some values, each once, in the order given."""
    if not values:
        return st.just([])
    chosen = st.sets(st.sampled_from(values), max_size=most)
    return chosen.map(lambda found: [value for value in values if value in found])


_LINKS = st.lists(
    st.fixed_dictionaries({"url": st.sampled_from(["https://example.org/a", "mailto:a@b.c", "x"])}),
    min_size=1,
    max_size=2,
)
_ELSEWHERE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={"links": _LINKS, "external_id": st.sampled_from(["1_0", "NO", "6f1c-4e"])}
)
_EXAMPLED = st.fixed_dictionaries(
    {"text": filled_lines, "examples": st.lists(filled_lines, min_size=1, max_size=2)}
)
_STATEMENTS: st.SearchStrategy[list[Any]] = st.lists(filled_lines | _EXAMPLED, max_size=3)
_EXPERIENCE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "experience": st.fixed_dictionaries(
            {"min": st.integers(0, 9)}, optional={"max": st.integers(10, 20)}
        )
    },
)
_IMPORTANCE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={"importance": st.sampled_from(["core", "broad"])}
)
_PATTERNS = st.lists(st.sampled_from(["{specialty} II", "Lead {family}"]))
_CATEGORIES = st.sampled_from(["", "Craft", "People"])
_ALIASES = st.lists(filled_lines, max_size=2, unique=True)
_TEAM = st.fixed_dictionaries({}, optional={"x-team": filled_lines})
_FUNCTIONS = st.sampled_from(["", "Engineering", "Operations"])
_SPECIALTIES = st.lists(filled_lines, max_size=2)


def _texts(draw: st.DrawFn, keys: tuple[str, ...]) -> dict[str, str]:
    return {key: draw(filled_lines) for key in draw(_some(keys))}


def _expectations(draw: st.DrawFn, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: draw(_STATEMENTS) for key in draw(_some(keys))}


def _term(draw: st.DrawFn, key: str) -> dict[str, Any]:
    return {"id": key, "name": draw(lines), "description": draw(paragraphs)}


@lru_cache(maxsize=1000)
def _order(keys: tuple[str, ...]) -> st.SearchStrategy[Sequence[str]]:
    return st.permutations(keys)


def _terms(draw: st.DrawFn, without: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    keys = draw(_some(tuple(word for word in _WORDS if word not in without), 3))
    return [_term(draw, key) for key in draw(_order(tuple(keys)))]


def _competencies(draw: st.DrawFn, without: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    return [{**term, "group": draw(_CATEGORIES)} for term in _terms(draw, without)]


def _ids(terms: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(term["id"] for term in terms)


@lru_cache(maxsize=1000)
def _to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


def _levels(draw: st.DrawFn, ids: dict[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{code}{number}",
            "name": draw(lines),
            "track": track,
            "summary": draw(paragraphs),
            "factors": _texts(draw, ids["factor"]),
            "expectations": _expectations(draw, ids["competency"]),
            "skills": _uses(draw, ids, 2),
            "title_patterns": draw(_PATTERNS),
            **draw(_EXPERIENCE),
        }
        for track, code, most in _TRACKS
        for number in range(1, draw(_to(most)) + 1)
    ]


def _skill(draw: st.DrawFn, key: str, steps: tuple[str, ...]) -> dict[str, Any]:
    return {
        **_term(draw, key),
        "category": draw(_CATEGORIES),
        "aliases": draw(_ALIASES),
        "proficiencies": {
            key: draw(_STATEMENTS) or text if draw(st.booleans()) else text
            for key, text in _texts(draw, steps).items()
        },
        **draw(_TEAM),
        **draw(_ELSEWHERE),
    }


@lru_cache(maxsize=1000)
def _step(steps: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.just("") | (st.sampled_from(steps) if steps else st.just(""))


def _uses(draw: st.DrawFn, ids: dict[str, tuple[str, ...]], most: int = 4) -> list[Any]:
    steps = _step(ids["proficiency"])
    return [
        {"skill": key, "proficiency": step, **draw(_IMPORTANCE)} if (step := draw(steps)) else key
        for key in draw(_some(ids["skill"], most))
    ]


def _profile(draw: st.DrawFn, level: str, ids: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "level": level,
        "title": draw(lines),
        "summary": draw(paragraphs),
        "factors": _texts(draw, ids["factor"]),
        "responsibilities": draw(_STATEMENTS),
        "expectations": _expectations(draw, ids["competency"]),
        "skills": _uses(draw, ids),
        **draw(_EXPERIENCE),
        **draw(_REVIEW),
    }


def _family(draw: st.DrawFn, key: str, ids: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    own = _competencies(draw, without=ids["competency"])[:1]
    known = {**ids, "competency": (*ids["competency"], *_ids(own))}
    return {
        "id": key,
        "name": draw(lines),
        "function": draw(_FUNCTIONS),
        "specialties": draw(_SPECIALTIES),
        "competencies": own,
        "profiles": [_profile(draw, level, known) for level in draw(_some(ids["level"], 3))],
    }


@st.composite
def _ladders(draw: st.DrawFn) -> Ladder:
    terms = {kind: _terms(draw) for kind in ("factor", "proficiency")}
    terms["competency"] = _competencies(draw)
    ids = {kind: _ids(found) for kind, found in terms.items()}
    skills = [_skill(draw, key, ids["proficiency"]) for key in draw(_some(_WORDS))]
    ids |= {"skill": _ids(skills)}
    levels = _levels(draw, ids)
    ids |= {"level": _ids(levels)}
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
            "families": [_family(draw, key, ids) for key in draw(_some(_WORDS, 3))],
        }
    )
    return _with_comments(draw, _with_accepted(draw, ladder))


def _with_comments(draw: st.DrawFn, ladder: Ladder) -> Ladder:
    places = draw(_some(tuple(address for address, _ in walk(ladder)), 1))
    comments = [{"at": place, "author": "Ines", "text": draw(filled_lines)} for place in places]
    return evolve(ladder, comments=tuple(map(Comment.model_validate, comments)))


def _with_accepted(draw: st.DrawFn, ladder: Ladder) -> Ladder:
    places = draw(_some(tuple(address for address, _ in walk(ladder)), 2))
    if not places:
        return ladder
    accepted = [{"rule": "long-statement", "at": place, "reason": "agreed"} for place in places]
    return evolve(ladder, checks=Checks.model_validate({"accepted": accepted}))


@lru_cache(maxsize=1000)
def ladders() -> st.SearchStrategy[Ladder]:
    """A small valid ladder: ids unique and well formed, levels contiguous, references whole."""
    return _ladders()
