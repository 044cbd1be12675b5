"""Find the level of a title inside a family: by its titles, its ranks and the ladder's patterns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import (
    FamilyHit,
    FamilyTitles,
    Pattern,
    ProfileTitle,
    Ranks,
)

_IN_CAPITALS = ("vp", "avp", "svp", "evp")


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """The levels that a title may have."""

    levels: tuple[str, ...]  # ids; one if it is sure
    evidence: str = ""
    missing: str = ""  # the level that it would be, which the family has no profile for
    has_rank: bool = True  # whether the title says a rank
    is_guess: bool = False  # the levels are only those to choose among


@dataclass(frozen=True, slots=True)
class _Asked:
    index: TitleIndex
    hit: FamilyHit
    known: FamilyTitles
    ranks: Ranks
    rest: Ranks  # the ranks that are not part of the family's name


def _asked(index: TitleIndex, hit: FamilyHit, ranks: Ranks) -> _Asked:
    names = [one.name.ranks for one in hit.names if one.name.ranks <= ranks]
    rest = ranks - max(names, key=len, default=frozenset())
    return _Asked(index, hit, index.families[hit.family.id], ranks, rest)


def has_same_name(index: TitleIndex, hit: FamilyHit, ranks: Ranks) -> bool:
    """Return whether a title with these ranks is a name of the family in a pattern."""
    return bool(hit.names) and any(
        (one.extra, ranks - one.name.ranks) in index.pattern_ranks
        for one in hit.names
        if not one.head
    )


def level_of(index: TitleIndex, hit: FamilyHit, ranks: Ranks) -> LevelAnswer:
    """Return the levels of a family that a title with these ranks may have.

    Args:
        index: What the ladder has.
        hit: What of the family was found in the title.
        ranks: The names of the ranks in the title.
    """
    asked = _asked(index, hit, ranks)
    missing = ""
    for way in _WAYS:
        every = list(way(asked))
        found = dict.fromkeys(level for level, _ in every)
        here = [level for level in found if level in asked.known.levels]
        if here:
            ordered = tuple(level for level in asked.known.levels if level in here)
            words = dict(every)
            said = words[ordered[0]] if len(ordered) == 1 else ""
            return LevelAnswer(ordered, said, has_rank=bool(ranks))
        if found and not missing:
            missing = next(iter(found))
    if missing:
        return LevelAnswer(_nearest_levels(asked, missing), missing=missing)
    return LevelAnswer(_likely_levels(asked), has_rank=bool(asked.rest), is_guess=True)


_Found = Iterator[tuple[str, str]]  # a level and the evidence for it


def _same_title(asked: _Asked) -> _Found:
    for title in asked.hit.titles:
        if title.ranks == asked.ranks:
            yield title.level, _title_words(title)


def _pattern(asked: _Asked) -> _Found:
    for hit in asked.hit.names:
        if hit.head:
            continue
        for pattern in asked.index.patterns:
            ranks = pattern.ranks | hit.name.ranks
            # The “Manager” of “Account Manager” is a part of the name, and says no level.
            is_apart = not pattern.ranks & hit.name.ranks
            if pattern.extra == hit.extra and ranks == asked.ranks and is_apart:
                yield pattern.level, _rank_words(pattern)


def _same_head(asked: _Asked) -> _Found:
    heads = {hit.head for hit in asked.hit.names if hit.head}
    for title in asked.known.titles:
        if title.ranks == asked.ranks and heads & title.core:
            yield title.level, f"like {_title_words(title)}"


def _other_title_of_profile(asked: _Asked) -> _Found:
    """A rank before a common title counts as before the profile's other titles."""
    for title in asked.hit.titles:
        if not title.ranks < asked.ranks:
            continue
        for other in asked.known.titles:
            if other.level == title.level and other.ranks == title.ranks:
                for ranked in asked.known.titles:
                    if ranked.core == other.core and ranked.ranks == asked.ranks:
                        yield (
                            ranked.level,
                            f"“{title.text}” is also “{other.text}”; like "
                            + (_title_words(ranked)),
                        )


def _rank_in_family(asked: _Asked) -> _Found:
    if asked.rest:
        titles = chain(asked.known.titles, *(one.titles for one in asked.index.above(asked.known)))
        for title in titles:
            if title.ranks in (asked.ranks, asked.rest):
                ranks = " ".join(sorted(map(rank_text, title.ranks), reverse=True))
                yield title.level, f"rank word {ranks} = {title.level} (as in “{title.text}”)"


def _rank_of_pattern(asked: _Asked) -> _Found:
    if asked.rest:
        for pattern in asked.index.patterns:
            if not pattern.extra and pattern.ranks in (asked.rest, asked.ranks):
                yield pattern.level, _rank_words(pattern)


def _rank_of_level_name(asked: _Asked) -> _Found:
    if asked.rest:
        for name in asked.index.level_names:
            if name.ranks in (asked.rest, asked.ranks):
                yield name.level, _rank_words(name)


def _like_rank(asked: _Asked) -> _Found:
    """A rank that the ladder does not use, such as Junior, counts as the one in its place."""
    for group in asked.index.words.alike:
        if len(asked.rest) == 1 and asked.rest <= group:
            for rank in sorted(group - asked.rest):
                other = replace(asked, ranks=frozenset({rank}), rest=frozenset({rank}))
                for way in (_rank_in_family, _rank_of_pattern, _rank_of_level_name):
                    for level, words in way(other):
                        yield level, f"{rank_text(next(iter(asked.rest)))} counts as {words}"


# From the surest to the least sure: the first that gives a level decides.
_WAYS: tuple[Callable[[_Asked], _Found], ...] = (
    _same_title,
    _pattern,
    _same_head,
    _other_title_of_profile,
    _rank_in_family,
    _rank_of_pattern,
    _rank_of_level_name,
    _like_rank,
)


def _likely_levels(asked: _Asked) -> tuple[str, ...]:
    """Return the levels of the family that fit one of the ranks at least, else all of them."""
    ranks = asked.rest
    ranked = [(one.level, one.ranks) for one in asked.known.titles]
    ranked += [(one.level, one.ranks) for one in asked.index.patterns]
    fitting = {level for level, its in ranked if its and its <= ranks}
    near = tuple(level for level in asked.known.levels if level in fitting)
    if near or not ranks:
        return near or _unranked(asked)
    return asked.known.levels


def _unranked(asked: _Asked) -> tuple[str, ...]:
    """Return the levels for a title without a rank: not those of people who lead, if it can be."""
    leading = asked.index.leading_levels
    if asked.ranks & asked.index.words.leading or leading.issuperset(asked.known.levels):
        return asked.known.levels
    return tuple(level for level in asked.known.levels if level not in leading)


def _nearest_levels(asked: _Asked, missing: str) -> tuple[str, ...]:
    """Return the levels of the family, those of the same track and nearest in rank first."""
    order = asked.index.level_order
    track = asked.index.levels[missing].track

    def distance(level: str) -> tuple[bool, int]:
        return asked.index.levels[level].track != track, abs(order[level] - order[missing])

    return tuple(sorted(asked.known.levels, key=distance))


def _title_words(title: ProfileTitle) -> str:
    return f"title of {title.level} “{title.text}”"


def _rank_words(pattern: Pattern) -> str:
    if not pattern.ranks:
        return f"“{pattern.text}” is {pattern.level}"
    ranks = " ".join(sorted(map(rank_text, pattern.ranks), reverse=True))
    return f"rank word {ranks} = {pattern.level} (“{pattern.text}”)"


def rank_text(rank: str) -> str:
    """Return the name of a rank as titles have it."""
    return rank.upper() if rank in _IN_CAPITALS else rank.title()
