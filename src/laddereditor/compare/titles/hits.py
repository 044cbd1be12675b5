"""Find the families that the words of a title are a name of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from laddereditor.compare.titles.index import Core, FamilyName, ProfileTitle, TitleIndex
from laddereditor.model.family import Family

_MIN_COMMON = 2  # words of a name that a longer title has to have


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name of a family in a title, and what the title has in addition."""

    name: FamilyName
    extra: Core = frozenset()  # words of a title pattern
    head: str = ""  # the last word of other titles of the family, such as “analyst”


@dataclass(slots=True)
class FamilyHit:
    """What of a family was found in a title."""

    family: Family
    titles: list[ProfileTitle] = field(default_factory=list)
    names: list[NameHit] = field(default_factory=list)


Hits = Mapping[str, FamilyHit]  # by the family's id


def hits(index: TitleIndex, core: Core) -> Hits:
    """Return the families that all words together name."""
    found: dict[str, FamilyHit] = {}
    for title in index.titles.get(core, ()):
        _of(found, title.family).titles.append(title)
    for name in _names(index, core):
        _of(found, name.name.family).names.append(name)
    if not found and len(core) > 1:
        for name in _several_names(index, core):
            _of(found, name.name.family).names.append(name)
    return found


def soft_hits(index: TitleIndex, core: Core) -> Hits:
    """Return the families that the words name if one of them is another word for the same work."""
    found: dict[str, FamilyHit] = {}
    if len(core) < 2:
        return found
    pairs = ((word, other) for word in sorted(core) for other in index.vocabulary.alike(word))
    for other_core in dict.fromkeys(core - {word} | {other} for word, other in sorted(pairs)):
        for hit in hits(index, other_core).values():
            known = _of(found, hit.family)
            known.titles += hit.titles
            known.names += hit.names
    return found


def longer_hits(index: TitleIndex, core: Core, last: str) -> Hits:
    """Return the families whose name a title has, with words before it that no name has.

    The last word of a title says who does the work, so it has to be one of the name.

    Args:
        index: What the ladder has.
        core: The words of the title.
        last: The last of them.
    """
    found: dict[str, FamilyHit] = {}
    for name in index.by_word.get(last, ()):
        if name.core < core and len(name.core) >= _MIN_COMMON:
            _of(found, name.family).names.append(NameHit(name))
    return found


def _of(found: dict[str, FamilyHit], family: Family) -> FamilyHit:
    hit = found.get(family.id)
    if hit is None:
        hit = found[family.id] = FamilyHit(family)
    return hit


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
    for word in sorted(core):
        for name in index.by_word.get(word, ()):
            if name.core <= core:
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
