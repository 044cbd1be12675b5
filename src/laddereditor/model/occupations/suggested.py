"""Suggest occupation codes for a family, by the words of its names and titles.

The score is the program's own: each word counts by how rare it is in the titles of SOC 2018
(inverse document frequency, Spärck Jones 1972), more if it is in the family's name.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import log
from typing import NamedTuple

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.tokens import words
from laddereditor.model.family import Family
from laddereditor.model.occupations.codes import OccupationTitle, soc_code
from laddereditor.model.occupations.search import occupations

MAX_SUGGESTED = 8
_OTHER = 0.34  # what a word of the specialties and titles counts, against one of the name
_SAME_STEM = 0.5  # what another word of the same stem counts, such as "teaching" for "teacher"
_MINIMUM = 0.35  # a lower score is no suggestion
_MAX_OF_TITLE = 0.7
_RESIDUAL, _OF_RESIDUAL = ", All Other", 0.7  # what is left in a group fits less than what is named
# Words that most families' titles have, whatever the work is.
_RANKS = frozenset(
    (
        *("junior", "senior", "lead", "principal", "staff", "chief", "head", "associate"),
        *("assistant", "entry", "mid", "level", "trainee", "i", "ii", "iii", "iv", "v"),
    )
)


class OccupationSuggestion(NamedTuple):
    """An occupation that a family may be, and the words of its title that the family has too."""

    occupation: OccupationTitle
    shared_words: tuple[str, ...]


def suggested_occupations(family: Family, most: int = MAX_SUGGESTED) -> list[OccupationSuggestion]:
    """Return the occupations of SOC 2018 that share words with a family, most likely first.

    Codes that the family has are left out. Nothing is returned if no title has enough in common.
    """
    names, others = _words_of(family)
    had = {soc_code(one.code) for one in family.occupations}
    scored = (
        (_score(title, names, others) * (_OF_RESIDUAL if _RESIDUAL in one.title else 1), one, title)
        for one, title in _titles()
        if one.code not in had
    )
    likely = sorted(
        (found for found in scored if found[0] >= _MINIMUM),
        key=lambda found: (-found[0], found[1].code),
    )
    return [
        OccupationSuggestion(
            one, tuple(word for key, word in title.items() if key in names or key in others)
        )
        for _, one, title in likely[:most]
    ]


def _words_of(family: Family) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the words of a family's name, and those of its specialties and titles, by stem."""
    titles = (profile.title for profile in family.profiles)
    return _stems((family.name,)), _stems((*family.specialties, *titles))


def _stems(texts: Iterable[str]) -> dict[str, str]:
    """Return the words of texts that say what the work is, by their stems."""
    found = (word for text in texts for word in words(text))
    return {_key(word): word for word in found if word not in LINKING and word not in _RANKS}


def _key(word: str) -> str:
    return stem(word if word.endswith("ss") else word.removesuffix("s"))


@cache
def _titles() -> tuple[tuple[OccupationTitle, Mapping[str, str]], ...]:
    """Return all occupations with the words of their titles by stem."""
    return tuple((one, _stems((_included(one.title),))) for one in occupations("soc-2018"))


def _included(title: str) -> str:
    """Return a title without what it excludes: `Sailors, Except Captains` gives `Sailors`."""
    return title.partition(" Except ")[0]


@cache
def _rareness() -> Mapping[str, float]:
    """Return the weight of each stem: more if fewer titles have it."""
    counts = Counter(one for _, stems in _titles() for one in stems)
    return {one: log(len(_titles()) / count) for one, count in counts.items()}


def _score(title: Mapping[str, str], names: Mapping[str, str], others: Mapping[str, str]) -> float:
    """Return how likely a title is meant, from 0 to 1.

    It is the mean of two shares: how much of the title's weight the family's words have, and how
    much of the weight of the family's name the title has. A title without a word of the name needs
    several words of the specialties and titles, which are most of it.
    """
    rare = _rareness()
    whole = sum(rare[one] for one in title)
    of_name = sum(_shared(one, title, names) for one in title)
    of_others = sum(_shared(one, title, others) for one in title if one not in names)
    if of_name:
        named = sum(rare[one] for one in names if one in rare)
        return ((of_name + of_others * _OTHER) / whole + of_name / named) / 2
    shared = sum(one in others for one in title)
    is_most = bool(whole) and of_others / whole >= _MAX_OF_TITLE
    return of_others / whole / 2 if is_most and shared > 1 else 0.0


def _shared(one: str, title: Mapping[str, str], family: Mapping[str, str]) -> float:
    """Return the weight of a stem of a title that a family has too, 0 if it has not."""
    if one not in family:
        return 0.0
    is_same = title[one].removesuffix("s") == family[one].removesuffix("s")
    return _rareness()[one] * (1.0 if is_same else _SAME_STEM)
