"""Find the families that the words of a title are a name of."""

from collections.abc import Iterable, Iterator, Mapping

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import Core, FamilyHit, NameHit

_MIN_COMMON = 2  # words of a name that a longer title has to have

Hits = Mapping[str, FamilyHit]  # by the family's id


def hits(index: TitleIndex, core: Core) -> Hits:
    """Return the families that all words together name."""
    titles = index.title_hits(core)
    names = list(_names(index, core))
    if not titles and not names and len(core) > 1:
        names = list(_several_names(index, core))
    return _joined(titles, _by_family(names)) if names else titles


def soft_hits(index: TitleIndex, core: Core) -> Hits:
    """Return the families that the words name if one of them is another word for the same work."""
    found: Hits = {}
    if len(core) < 2:
        return found
    pairs = ((word, other) for word in sorted(core) for other in index.vocabulary.alike(word))
    for other_core in dict.fromkeys(core - {word} | {other} for word, other in sorted(pairs)):
        found = _joined(found, hits(index, other_core))
    return found


def _by_family(names: Iterable[NameHit]) -> Hits:
    found: dict[str, list[NameHit]] = {}
    for one in names:
        found.setdefault(one.name.family.id, []).append(one)
    return {
        family: FamilyHit(its[0].name.family, names=tuple(its)) for family, its in found.items()
    }


def _joined(one: Hits, other: Hits) -> Hits:
    found = dict(one)
    for family, hit in other.items():
        found[family] = found[family].joined(hit) if family in found else hit
    return found


def longer_hits(index: TitleIndex, core: Core, last: str) -> Hits:
    """Return the families whose name a title has, with words before it that no name has.

    The last word of a title says who does the work, so it has to be one of the name.

    Args:
        index: What the ladder has.
        core: The words of the title.
        last: The last of them.
    """
    return _by_family(
        NameHit(name)
        for name in index.names_within(core)
        if last in name.core and name.core != core and len(name.core) >= _MIN_COMMON
    )


def _names(index: TitleIndex, core: Core) -> Iterator[NameHit]:
    for name in index.names.get(core, ()):
        yield NameHit(name)
    for extra in index.extras:
        if extra < core:
            for name in index.names.get(core - extra, ()):
                yield NameHit(name, extra)
    if len(core) > 1:
        for word in sorted(core):
            for name in index.names.get(core - {word}, ()):
                if word in index.families[name.family.id].heads and frozenset({word}) not in (
                    index.extras
                ):
                    yield NameHit(name, head=word)


def _several_names(index: TitleIndex, core: Core) -> Iterator[NameHit]:
    """Yield names of one family that have all the words together: Compensation & Benefits."""
    by_family: dict[str, list[NameHit]] = {}
    within = index.names_within(core)
    for word in sorted(core):
        for name in within:
            if word in name.core:
                by_family.setdefault(name.family.id, []).append(NameHit(name))
    for family, names in by_family.items():
        known = index.families[family]
        covered = frozenset().union(*(one.name.core for one in names))
        left = core - covered
        if not left:
            yield from names
        elif left in index.extras:
            yield from (NameHit(one.name, left) for one in names)
        elif len(left) == 1 and left <= known.heads:
            yield from (NameHit(one.name, head=next(iter(left))) for one in names)
