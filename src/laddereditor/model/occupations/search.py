"""Search occupations by words of their titles or by the beginning of their codes."""

from functools import cache

from laddereditor.align.tokens import words
from laddereditor.model.occupations.codes import (
    OccupationTitle,
    Scheme,
    major_groups,
    normal_code,
    onet_titles,
    soc_titles,
)

MAX_FOUND = 12  # as many as a list below a line shows without scrolling


@cache
def occupations(scheme: Scheme) -> tuple[OccupationTitle, ...]:
    """Return the occupations of a classification in the order of their codes, without groups."""
    titles = soc_titles() if scheme == "soc-2018" else onet_titles()
    return tuple(OccupationTitle(scheme, code, title) for code, title in titles.items())


@cache
def _choices() -> tuple[tuple[OccupationTitle, tuple[str, ...]], ...]:
    """Return all that can be chosen, with the words of each title.

    An O*NET-SOC code that ends in `.00` means the same as the SOC code and is left out; whoever
    wants it finds it by its code.
    """
    detailed = (one for one in occupations("onet-soc") if not one.code.endswith(".00"))
    groups = (OccupationTitle("soc-2018", *group) for group in major_groups().items())
    return tuple((one, words(one.title)) for one in (*occupations("soc-2018"), *detailed, *groups))


def search(typed: str, most: int = MAX_FOUND) -> list[OccupationTitle]:
    """Return the occupations that a typed text may mean, most likely first.

    Args:
        typed: The beginning of a code, or words or beginnings of words of a title, in any order.
        most: How many are returned at most.
    """
    code = normal_code(typed.strip())
    if code[:1].isdigit():
        return _with_code(code, most)
    wanted = words(typed)
    if not wanted:
        return []
    ranked = [
        (rank, place, one)
        for place, (one, title) in enumerate(_choices())
        if (rank := _rank(wanted, title)) is not None
    ]
    return [one for _, _, one in sorted(ranked)[:most]]


def _with_code(code: str, most: int) -> list[OccupationTitle]:
    everything = (*(one for one, _ in _choices()), *occupations("onet-soc"))
    found = (one for one in everything if one.code.startswith(code))
    return sorted(dict.fromkeys(found), key=lambda one: one.code)[:most]


def _rank(wanted: tuple[str, ...], title: tuple[str, ...]) -> tuple[bool, bool, int] | None:
    """Return how well a title fits, the least best; None if a word does not begin any of its own.

    A title that begins with what was typed comes first, then one that has its words whole, then
    shorter ones.
    """
    if not all(any(word.startswith(part) for word in title) for part in wanted):
        return None
    begins = title[0].startswith(wanted[0])
    return not begins, not set(wanted) <= set(title), len(title)
