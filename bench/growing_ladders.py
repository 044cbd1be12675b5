"""Ladders that hold n of one thing, and edits of them, for `growth.py`."""

from collections.abc import Callable, Mapping
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from make_ladders import THINGS, VERBS

ENDS = ("every week", "with two colleagues", "for the region", "under supervision", "on request")


def sentence(number: int) -> str:
    """Return a sentence, another one for each number, made of words that many share."""
    verb, thing = VERBS[number % len(VERBS)], THINGS[number // 10 % len(THINGS)]
    return f"{verb} {thing} {ENDS[number // 80 % len(ENDS)]} as step {number}"


def sentences(count: int, start: int = 0) -> list[str]:
    """Return different sentences."""
    return [sentence(number) for number in range(start, start + count)]


def _ladder(**more: Any) -> Ladder:
    """Return a small ladder with two levels and a family, and more fields of it replaced."""
    plain: dict[str, Any] = {
        "laddereditor": 1,
        "id": "growing",
        "name": "Growing",
        "tracks": [{"id": "professional", "code": "P", "name": "Professional"}],
        "factors": [{"id": "scope", "name": "Scope"}],
        "competencies": [{"id": "craft", "name": "Craft"}],
        "levels": [_level(1), _level(2)],
        "skills": [{"id": "s1", "name": "Skill one"}],
        "families": [_family(1)],
    }
    return Ladder.model_validate(plain | more)


def _level(number: int, **more: Any) -> dict[str, Any]:
    experience = {"min": number, "max": number + 1}
    plain = {"id": f"P{number}", "name": f"Level name {number}", "track": "professional"}
    return {**plain, "summary": sentence(number), "experience": experience, **more}


def _profile(number: int = 1, **more: Any) -> dict[str, Any]:
    return {"level": f"P{number}", "summary": sentence(number), "skills": ["s1"], **more}


def _family(number: int, *profiles: dict[str, Any], **more: Any) -> dict[str, Any]:
    own = list(profiles) or [_profile(1), _profile(2)]
    return {"id": f"f{number}", "name": f"Family name {number}", "profiles": own, **more}


def _of_profiles(first: dict[str, Any], second: dict[str, Any] | None = None) -> Ladder:
    other = first if second is None else second
    return _ladder(families=[_family(1, _profile(1, **first), _profile(2, **other))])


def _statements(count: int) -> Ladder:
    others = sentences(count // 2) + sentences(count - count // 2, count)
    return _of_profiles({"responsibilities": sentences(count)}, {"responsibilities": others})


def _near_statements(count: int) -> Ladder:
    """Return two lists in which every statement has another one word."""
    others = [f"{text} today" for text in sentences(count)]
    return _of_profiles({"responsibilities": sentences(count)}, {"responsibilities": others})


def _equal_statements(count: int) -> Ladder:
    return _of_profiles({"responsibilities": ["Leads the team"] * count})


def _examples(count: int) -> Ladder:
    return _of_profiles({"responsibilities": [{"text": "Leads", "examples": sentences(count)}]})


def _characters(count: int) -> Ladder:
    text = " ".join(sentences(count // 50))
    return _of_profiles({"responsibilities": [text, "Leads"]}, {"responsibilities": [f"{text} x"]})


def _one_word(count: int) -> Ladder:
    return _of_profiles(
        {"responsibilities": ["x" * count]}, {"responsibilities": ["x" * count + "y"]}
    )


def _summary(count: int) -> Ladder:
    text = " ".join(sentences(count // 50))
    return _of_profiles({"summary": text}, {"summary": f"{text} x"})


def _skills(count: int) -> Ladder:
    return _ladder(skills=[{"id": f"s{n}", "name": f"Skill name {n}"} for n in range(1, count + 1)])


def _used_skills(count: int) -> Ladder:
    skills = [{"id": f"s{n}", "name": f"Skill name {n}"} for n in range(1, count + 1)]
    uses = [skill["id"] for skill in skills]
    profiles = _profile(1, skills=uses), _profile(2, skills=uses[: count // 2])
    return _ladder(skills=skills, families=[_family(1, *profiles)])


def _levels(count: int) -> Ladder:
    return _ladder(levels=[_level(n) for n in range(1, count + 1)])


def _profiles(count: int) -> Ladder:
    levels = [_level(n) for n in range(1, count + 1)]
    family = _family(1, *(_profile(n) for n in range(1, count + 1)))
    return _ladder(levels=levels, families=[family])


def _factors(count: int) -> Ladder:
    factors = [{"id": f"factor-{n}", "name": f"Factor name {n}"} for n in range(count)]
    texts = {one["id"]: sentence(n) for n, one in enumerate(factors)}
    return _ladder(factors=factors, levels=[_level(1, factors=texts), _level(2, factors=texts)])


def _competencies(count: int) -> Ladder:
    all_ = [{"id": f"c{n}", "name": f"Competency name {n}"} for n in range(count)]
    texts = {one["id"]: [sentence(n)] for n, one in enumerate(all_)}
    return _ladder(competencies=all_, levels=[_level(1, expectations=texts), _level(2)])


def _families(count: int) -> Ladder:
    return _ladder(families=[_family(n) for n in range(1, count + 1)])


def _titles(count: int) -> Ladder:
    patterns = [f"{{specialty}} {n}" for n in range(count)]
    specialties = [f"Specialty {n}" for n in range(count)]
    family = _family(1, specialties=specialties)
    return _ladder(levels=[_level(1, title_patterns=patterns), _level(2)], families=[family])


def _pay(count: int) -> Ladder:
    ranges = [
        {"market": f"M{n}", "currency": "EUR", "min": 10, "mid": 20, "max": 30}
        for n in range(count)
    ]
    return _of_profiles({"pay": {"status": "published", "ranges": ranges}})


def _findings(count: int) -> Ladder:
    """Return a ladder in which n skills have two faults each."""
    return _ladder(skills=[{"id": f"Bad {n}", "name": "", "kynd": "x"} for n in range(count)])


def _findings_inside(count: int) -> Ladder:
    """Return a profile with n references to nothing."""
    return _of_profiles({"skills": [f"lost-{n}" for n in range(count)]})


def _accepted(count: int) -> Ladder:
    skills = [{"id": f"s{n}", "name": ""} for n in range(count)]
    accepted = [
        {"rule": "name-missing", "at": f"skills/s{n}", "reason": "so"} for n in range(count)
    ]
    return _ladder(skills=skills, checks={"accepted": accepted})


def _comments(count: int) -> Ladder:
    """Return remarks under a key that the format does not know yet."""
    remarks = [{"at": "families/f1/P1", "author": "A", "text": sentence(n)} for n in range(count)]
    return _ladder(comments=remarks)


def _unknown_keys(count: int) -> Ladder:
    return _ladder(
        skills=[{"id": "s1", "name": "Skill", **{f"key-{n}": "x" for n in range(count)}}]
    )


def _history(count: int) -> Ladder:
    entries = [{"version": f"1.{count - n}.0", "summary": sentence(n)} for n in range(count)]
    return _ladder(history=entries)


def _same_ids(count: int) -> Ladder:
    return _ladder(skills=[{"id": "same", "name": f"Skill name {n}"} for n in range(count)])


def _tracks(count: int) -> Ladder:
    tracks = [{"id": f"t{n}", "code": f"T{n}X", "name": f"Track {n}"} for n in range(count)]
    levels = [_level(1), _level(2)] + [
        {"id": f"T{n}X1", "name": f"Level {n}", "track": f"t{n}"} for n in range(count)
    ]
    return _ladder(tracks=[{"id": "professional", "code": "P"}, *tracks], levels=levels)


LADDERS: Mapping[str, Callable[[int], Ladder]] = {
    "statements": _statements,
    "near": _near_statements,
    "equal": _equal_statements,
    "examples": _examples,
    "characters": _characters,
    "one-word": _one_word,
    "summary": _summary,
    "skills": _skills,
    "used-skills": _used_skills,
    "same-ids": _same_ids,
    "levels": _levels,
    "tracks": _tracks,
    "profiles": _profiles,
    "factors": _factors,
    "competencies": _competencies,
    "families": _families,
    "titles": _titles,
    "pay": _pay,
    "findings": _findings,
    "findings-inside": _findings_inside,
    "accepted": _accepted,
    "comments": _comments,
    "unknown-keys": _unknown_keys,
    "history": _history,
}
SIZES: Mapping[str, int] = {
    **dict.fromkeys(LADDERS, 1000),
    "titles": 500,
    "characters": 100_000,
    "one-word": 100_000,
    "summary": 100_000,
    "skills": 5000,
    "profiles": 500,
    "page-statements": 1200,
    "page-skills": 1200,
    "page-titles": 1200,
    "page-grid": 1200,
    "page-meaning": 600,
    "page-long": 100_000,
}


# -- edits --------------------------------------------------------------------------------------


def edited(ladder: Ladder, thing: str) -> Ladder:
    """Return the ladder after one edit in the middle of its many things."""
    return _varied(ladder, thing, lambda place, count: place == count // 2)


def changed(ladder: Ladder, thing: str) -> Ladder:
    """Return the ladder after an edit of every second of its many things."""
    return _varied(ladder, thing, lambda place, _count: place % 2 == 0)


_COLLECTIONS = {
    "skills": "skills",
    "same-ids": "skills",
    "findings": "skills",
    "accepted": "skills",
    "levels": "levels",
    "tracks": "tracks",
    "factors": "factors",
    "competencies": "competencies",
    "families": "families",
}
_IN_PROFILE = {
    "statements": "responsibilities",
    "near": "responsibilities",
    "equal": "responsibilities",
    "used-skills": "skills",
    "findings-inside": "skills",
}
Wanted = Callable[[int, int], bool]


def _varied(ladder: Ladder, thing: str, wanted: Wanted) -> Ladder:
    if thing in _COLLECTIONS:
        field = _COLLECTIONS[thing]
        found = getattr(ladder, field)
        many = tuple(
            evolve(one, name=f"{one.name} again") if wanted(n, len(found)) else one
            for n, one in enumerate(found)
        )
        return evolve(ladder, **{field: many})
    if thing == "history":
        entries = tuple(
            evolve(one, summary=f"{one.summary} again") if wanted(n, len(ladder.history)) else one
            for n, one in enumerate(ladder.history)
        )
        return evolve(ladder, history=entries)
    if thing == "comments":
        extra = ladder.model_extra or {}
        remarks = [
            one | {"text": "again"} if wanted(n, len(extra["comments"])) else one
            for n, one in enumerate(extra["comments"])
        ]
        return evolve(ladder, comments=remarks)
    if thing == "unknown-keys":
        skill = ladder.skills[0]
        keys = list(skill.model_extra or {})
        fresh = {key: "again" for n, key in enumerate(keys) if wanted(n, len(keys))}
        return evolve(ladder, skills=(evolve(skill, **fresh),))
    return _with_profile(ladder, thing, wanted)


def _with_profile(ladder: Ladder, thing: str, wanted: Wanted) -> Ladder:
    family = ladder.families[0]
    if thing == "titles":
        many = tuple(
            f"{one} again" if wanted(n, len(family.specialties)) else one
            for n, one in enumerate(family.specialties)
        )
        return evolve(ladder, families=(evolve(family, specialties=many), *ladder.families[1:]))
    if thing == "profiles":
        profiles = tuple(
            evolve(one, summary="Anew") if wanted(n, len(family.profiles)) else one
            for n, one in enumerate(family.profiles)
        )
    else:
        profiles = (_profile_varied(family.profiles[0], thing, wanted), *family.profiles[1:])
    return evolve(ladder, families=(evolve(family, profiles=profiles), *ladder.families[1:]))


def _profile_varied(profile: Any, thing: str, wanted: Wanted) -> Any:
    if thing in _IN_PROFILE:
        field = _IN_PROFILE[thing]
        found = getattr(profile, field)
        many: list[Any] = []
        for place, one in enumerate(found):
            if wanted(place, len(found)):
                many.append(f"other-{place}" if field == "skills" else f"Anew {one}")
            if not (field == "skills" and wanted(place, len(found))):
                many.append(one)
        return evolve(profile, **{field: tuple(many)})
    if thing == "examples":
        one = profile.responsibilities[0]
        examples = tuple(
            f"Anew {text}" if wanted(n, len(one.examples)) else text
            for n, text in enumerate(one.examples)
        )
        return evolve(profile, responsibilities=(evolve(one, examples=examples),))
    if thing in ("characters", "one-word"):
        first, *rest = profile.responsibilities
        return evolve(profile, responsibilities=(_reworded(first, wanted), *rest))
    if thing == "pay":
        ranges = tuple(
            evolve(one, mid=21.0) if wanted(n, len(profile.pay.ranges)) else one
            for n, one in enumerate(profile.pay.ranges)
        )
        return evolve(profile, pay=evolve(profile.pay, ranges=ranges))
    return evolve(profile, summary=_reworded(profile.summary, wanted))


def _reworded(text: str, wanted: Wanted) -> str:
    words = text.split(" ")
    if len(words) < 10:
        return f"{text}z"
    return " ".join("again" if wanted(n, len(words)) else word for n, word in enumerate(words))


# -- pages to import ----------------------------------------------------------------------------


def page_text(thing: str, size: int) -> str:
    """Return a level page with n lines of one part, or of n characters in one line."""
    duties = skills = titles = terms = ["Leads the team"]
    meaning = "Scope: the whole team"
    if thing == "page-statements":
        duties = sentences(size)
    elif thing == "page-skills":
        skills = [f"Skill name {n}" for n in range(size)]
    elif thing == "page-titles":
        titles = [f"Title {VERBS[n % 10]} {n}" for n in range(size)]
    elif thing == "page-grid":
        titles = [f"Specialty {n // 3} {('I', 'II', 'III')[n % 3]}" for n in range(size)]
    elif thing == "page-meaning":
        meaning = "\n\n".join(f"Factor {n}\n{sentence(n)}." for n in range(size))
    elif thing == "page-long":
        duties = [" ".join(sentences(size // 50))]
    del terms

    def bullets(items: list[str]) -> str:
        return "\n".join(f"- {item}" for item in items)

    return (
        f"P3 — Experienced Baker\n\nBakes bread.\n\nWhat this level means\n\n{meaning}\n\n"
        f"What you'd do\n\n{bullets(duties)}\n\nSkills, knowledge & tools\n\n{bullets(skills)}\n\n"
        f"Common titles\n\n{bullets(titles)}\n"
    )
