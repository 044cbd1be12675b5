"""Titles that a page runs together, found again by what repeats.

The text is cut where one title may end and the next begin (`Design II|UX Design`). Of all ways to
cut it, the one is taken that can be told most briefly: each specialty and each pattern is told
once, and each title then only names one of each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from laddereditor.exchange.levelpage.ranks import Ranks
from laddereditor.exchange.levelpage.readings import Reading, readings

MAX_TEXT = 1500
_MAX_TITLE = 80
_BEAM = 12
_MAX_CUTS = 200

# What it costs to tell a title, a pattern, a specialty (besides its letters), a join left uncut.
_TITLE, _RANK_PATTERN, _OTHER_PATTERN, _SPECIALTY, _JOIN, _FRAGMENT = 3, 3, 6, 4, 9, 6

_CAMEL = re.compile(  # words that hold a capital of their own
    r"(?:Dev|DevSec|ML|AI|Fin|Data|Sec|Rev|Git)Ops|(?:Bio|Fin|Ed|Med|Health|Insur|Prop|Mar|Ad)Tech"
    r"|Git(?:Hub|Lab)|(?:Java|Type)Script|Power(?:Point|Shell|BI)|Share[Pp]oint|QuickBooks"
    r"|WordPress|YouTube|LinkedIn|(?:Postgre|My|No)SQL|PhD|Mc[A-Z]\w+|[SPI]aaS|HubSpot"
    r"|(?:i|mac|tv)OS|e(?:Commerce|Learning)"
)
_JOINTS = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=\d)(?=[A-Z][a-z])|(?<=\))(?=\w)"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A way to tell the text up to some place."""

    cost: int
    titles: tuple[str, ...]
    specialties: frozenset[str]
    patterns: frozenset[str]


def split_titles(text: str, ranks: Ranks, *, alone: bool) -> tuple[str, ...]:
    """Return the titles that a text runs together; one that holds a single title comes back whole.

    `alone` says that no other title stands beside this text in a list of its own, so that letters
    which meet without a space (`ScientistResearch`) are taken for a join even if nothing repeats.
    """
    if len(text) > MAX_TEXT:
        return (text,)
    return _Splitter(text, ranks, alone=alone).titles()


def cut_places(text: str) -> list[int]:
    """Return the places where one title may end and the next begin without a space."""
    return [
        at for at in range(1, len(text)) if _may_cut(text[at - 1], text[at], text[at + 1 : at + 2])
    ]


def _may_cut(before: str, here: str, after: str) -> bool:
    if not (before.isalnum() or before in ")+#."):
        return False
    if here.isupper():
        return True
    if here.isdigit():
        return before.islower() or (after.isupper() and before != ".")
    return here.islower() and after.isupper() and before != "."


class _Splitter:
    """Looks for the shortest telling of one text, from left to right."""

    def __init__(self, text: str, ranks: Ranks, *, alone: bool) -> None:
        self._text = text
        self._ranks = ranks
        self._join = _JOIN if alone else 0

    @cached_property
    def _places(self) -> list[int]:
        places = cut_places(self._text)
        if len(places) > _MAX_CUTS:  # all in capitals: keep the places where the kind changes
            places = [match.start() for match in _JOINTS.finditer(self._text)]
        return [0, *places, len(self._text)]

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the shortest telling."""
        best = {0: [_Telling(0, (), frozenset(), frozenset())]}
        for end in self._places[1:]:
            found = [
                telling
                for start in self._starts(end, best)
                for telling in self._extended(best, start, end)
            ]
            if found:
                best[end] = _shortest(found)
        last = best.get(len(self._text))
        return last[0].titles if last else (self._text,)

    def _starts(self, end: int, best: dict[int, list[_Telling]]) -> list[int]:
        return [at for at in self._places if end - _MAX_TITLE <= at < end and at in best]

    def _extended(
        self, best: dict[int, list[_Telling]], start: int, end: int
    ) -> Iterator[_Telling]:
        title = self._text[start:end].strip()
        for reading in readings(title, self._ranks):
            new = self._cost_of_specialty(reading.specialty, start)
            for telling in best[start]:
                cost = _cost(telling, reading, new)
                if cost is not None:
                    yield _Telling(
                        telling.cost + cost,
                        (*telling.titles, title),
                        telling.specialties | {reading.specialty},
                        telling.patterns | {reading.pattern},
                    )

    def _cost_of_specialty(self, specialty: str, start: int) -> int:
        words = [word for word in specialty.split(" ") if not _CAMEL.fullmatch(word)]
        joints = sum(len(_JOINTS.findall(word)) for word in words)
        fragment = len(words) == 1 and len(specialty) <= 5 and not _CAMEL.fullmatch(specialty)
        return _SPECIALTY + len(specialty) + self._join * joints + (_FRAGMENT if fragment else 0)


def _cost(telling: _Telling, reading: Reading, new_specialty: int) -> int | None:
    """Return what a title adds; a pattern of other words needs a specialty that is known."""
    known = reading.specialty in telling.specialties
    cost = _TITLE + (0 if known else new_specialty)
    if reading.bare or reading.pattern in telling.patterns:
        return cost
    if reading.ranked:
        return cost + _RANK_PATTERN
    return cost + _OTHER_PATTERN + reading.literal if known else None


def _shortest(found: list[_Telling]) -> list[_Telling]:
    kept: dict[tuple[frozenset[str], frozenset[str]], _Telling] = {}
    for telling in sorted(found, key=lambda one: (one.cost, one.titles)):
        kept.setdefault((telling.specialties, telling.patterns), telling)
        if len(kept) == _BEAM:
            break
    return list(kept.values())
