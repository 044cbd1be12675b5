"""Find skills whose names say the same, or nearly the same.

The same: equal after folding case, punctuation, order, small words and the endings of words, or
one name is another name of the other skill. Nearly the same: names that differ only in a word that
says hardly anything, or in one letter. The bounds are our own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.model.terms import Skill
from laddereditor.rules.options import own_words
from laddereditor.rules.similar_names import comparable_name

_WORD = re.compile(r"[^\W_]+[+#]*")
_ENDINGS = ("ship", "ness")  # beyond those of `stem`: “Mentorship” is “Mentoring”
_MIN_LETTERS, _SLIPS = 7, 1  # of a name for a slip in it to be one, and how many letters it is
_NEIGHBOURS = 2  # beside a name in the order of the alphabet that are compared with it


class AlikeSkill(NamedTuple):
    """An earlier skill that another one is like."""

    id: str
    name: str


class AlikeSkills(NamedTuple):
    """What skills are like earlier ones of the library.

    Attributes:
        skills: The library that this is about.
        same: By the id of a skill, the earlier one whose name says the same.
        near: By the id of a skill, the earlier one whose name says nearly the same.
    """

    skills: tuple[Skill, ...]
    same: Mapping[str, AlikeSkill]
    near: Mapping[str, AlikeSkill]

    @classmethod
    def of(cls, skills: tuple[Skill, ...], before: "AlikeSkills | None") -> "AlikeSkills":
        """Return what skills are like; those before if the library is the same object."""
        if before is not None and before.skills is skills:
            return before
        same = dict(_same(skills))
        near = dict(_near(skills, same))
        known = (before.same, before.near) if before else ({}, {})
        return cls(skills, _reused(same, known[0]), _reused(near, known[1]))


def _reused(
    now: Mapping[str, AlikeSkill], before: Mapping[str, AlikeSkill]
) -> Mapping[str, AlikeSkill]:
    """Return a mapping whose values are the objects of before where they are equal."""
    return {key: before[key] if before.get(key) == one else one for key, one in now.items()}


@lru_cache(maxsize=50_000)
def stems(name: str) -> tuple[str, ...]:
    """Return the stems of the words of a name, without small words, in their order."""
    found = (one.removesuffix("'s") for one in _WORD.findall(name.casefold()))
    return tuple(_stem(word) for word in found if word not in LINKING) or (name.casefold(),)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return stem(word)


def _same(skills: Sequence[Skill]) -> Iterator[tuple[str, AlikeSkill]]:
    """Yield skills with the earlier one that says the same; equal names are another rule's."""
    seen: dict[frozenset[str], Skill] = {}
    for skill in skills:
        keys = [frozenset(stems(name)) for name in (skill.name, *skill.aliases) if name.strip()]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None and first.id != skill.id and not _equal(first, skill):
            yield skill.id, AlikeSkill(first.id, first.name)
        for key in keys:
            seen.setdefault(key, skill)


def _equal(one: Skill, other: Skill) -> bool:
    return comparable_name(one.name) == comparable_name(other.name)


# -- nearly the same ------------------------------------------------------------------------------


def _near(
    skills: Sequence[Skill], same: Mapping[str, AlikeSkill]
) -> Iterator[tuple[str, AlikeSkill]]:
    found: dict[str, AlikeSkill] = {}
    places = {skill.id: place for place, skill in enumerate(skills)}
    for one, other in (*_sharing(skills), *_slips(skills)):
        first, second = sorted((one, other), key=lambda skill: places[skill.id])
        if second.id not in same and first.id != second.id and not _equal(first, second):
            found.setdefault(second.id, AlikeSkill(first.id, first.name))
    yield from found.items()


def _sharing(skills: Sequence[Skill]) -> Iterator[tuple[Skill, Skill]]:
    """Yield skills whose names differ in one word, which says hardly anything in both."""
    by_rest: dict[tuple[str, ...], list[Skill]] = defaultdict(list)
    for skill in skills:
        words = stems(skill.name)
        rest = tuple(word for word in words if word not in _general())
        if rest and len(rest) == len(words) - 1:
            by_rest[rest].append(skill)
    for listed in by_rest.values():
        for place, one in enumerate(listed):
            yield from ((one, other) for other in listed[place + 1 :] if _differ_in_one(one, other))


def _differ_in_one(one: Skill, other: Skill) -> bool:
    mine, theirs = stems(one.name), stems(other.name)
    if len(mine) != len(theirs):
        return False
    differing = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and set(differing[0]) <= _general()


@cache
def _general() -> frozenset[str]:
    """Return the stems of words that say hardly anything of a skill."""
    return frozenset(_stem(word) for word in own_words("similar-skill")["any"])


def _slips(skills: Sequence[Skill]) -> Iterator[tuple[Skill, Skill]]:
    """Yield skills whose names differ in a letter, as those with a slip of the pen do."""
    for turned in (False, True):
        named = sorted((_plain(skill.name, turned), skill.id, skill) for skill in skills)
        for place, (name, _, one) in enumerate(named):
            for other, _, skill in named[place + 1 : place + 1 + _NEIGHBOURS]:
                if _is_slip(name, other):
                    yield one, skill


def _plain(name: str, turned: bool) -> str:
    plain = comparable_name(name)
    return plain[::-1] if turned else plain


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _MIN_LETTERS or _numbers(one) != _numbers(other):
        return False
    return OSA.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+|[+#]", text)
