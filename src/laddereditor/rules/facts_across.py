"""What families share: statements at a level, nearly all they say, and titles.

Statements are compared by the hash of what they say. Each family is read once as long as it is the
same object; what is shared is worked out from that at each check, so it must stay quick: sets are
intersected only while something is left, and only families with a few hashes in common, the
smallest ones of each (a bottom sketch, Broder 1997), are compared as a whole.
Three neighbours in the sketch are looked up together, so that families with a phrase in common are
not compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from laddereditor.model.address import FieldPath
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.rules.facts import reuse_if_equal
from laddereditor.rules.similar_names import comparable_name
from laddereditor.rules.statement_lists import statement_lists

T = TypeVar("T")
_SKETCH = 8  # hashes of a family by which others are looked up
_ALIKE = 0.8  # share of common statements from which families are nearly the same
_MANY_ALIKE = 20  # families with the same hash; with more it is a common phrase
_FEW_STATEMENTS = 6


class SharedStatement(NamedTuple):
    """A statement that all families have at a level."""

    text: str
    field: FieldPath  # its list: "responsibilities", "expectations/care"
    families: int  # number of families


class FamilyAcross(NamedTuple):
    """What one family has in common with an earlier one."""

    duplicate: str = ""  # name and id of one that says nearly the same
    share: float = 0.0  # of the statements, from 0 to 1
    same_titles: tuple[tuple[str, str], ...] = ()  # level, and whose title it is too


NOTHING_ACROSS = FamilyAcross()
_SketchPart = tuple[int, int, int]
_Alike = Mapping[frozenset[int], float]  # by the objects of two families: the share in common
_Titles = tuple[tuple[str, str], ...]  # level id, own title as it is compared
_SameTitles = Mapping[int, Sequence[tuple[str, str]]]  # by place of the family: level, whose else


class FamilyTexts(NamedTuple):
    """What one family says, for comparisons with others."""

    levels: Mapping[str, frozenset[int]]  # by level: the hashes of its statements
    titles: _Titles
    sketch: tuple[_SketchPart, ...]
    everything: frozenset[int]

    @classmethod
    def of(cls, family: Family) -> "FamilyTexts":
        """Return what a family says by itself."""
        levels = {one.level: _hashes(one) for one in reversed(family.profiles)}
        everything = frozenset(
            hash((level, one)) for level, hashes in levels.items() for one in hashes
        )
        titles = tuple(
            (one.level, comparable_name(one.title)) for one in family.profiles if one.title.strip()
        )
        return cls(levels, titles, _sketch(everything), everything)


def _sketch(everything: frozenset[int]) -> tuple[_SketchPart, ...]:
    smallest = sorted(everything)[:_SKETCH]
    return tuple(zip(smallest, smallest[1:], smallest[2:], strict=False))


def _hashes(profile: Profile) -> frozenset[int]:
    lists = statement_lists(profile)
    return frozenset(
        hash((listed.field, one.said)) for listed in lists for one in listed.statements
    )


_Read = tuple[Family, FamilyTexts]


@dataclass(frozen=True, slots=True)
class LadderAcross:
    """What the families of a ladder share."""

    texts: Mapping[int, tuple[Family, FamilyTexts]] = field(compare=False)  # by id of the object
    levels: tuple[str, ...]  # their ids
    shared: Mapping[str, tuple[SharedStatement, ...]]  # by level
    families: Mapping[str, FamilyAcross]  # by id of the family
    titles: tuple[
        tuple[tuple[str, str, _Titles], ...], "_SameTitles"
    ]  # of each family, and what is the same
    alike: _Alike

    @classmethod
    def of(cls, ladder: Ladder, before: "LadderAcross | None") -> "LadderAcross":
        """Return what is shared; facts that have not changed are the same objects as before."""
        known = before.texts if before else {}
        texts = {
            id(family): known.get(id(family)) or (family, FamilyTexts.of(family))
            for family in ladder.families
            if not family.parent  # which says only what differs from its parent
        }
        levels = tuple(level.id for level in ladder.levels)
        if before and before.levels == levels and _is_same(before.texts, texts):
            return before
        read = tuple(texts.values())
        shared = dict(_shared(read, levels))
        titles = tuple((family.id, family.name, known.titles) for family, known in read)
        known_titles = before.titles if before else ((), {})
        same = known_titles[1] if known_titles[0] == titles else _same_titles(read)
        alike = _alike(texts, before)
        if before and _are_facts_of(before, same, alike):
            families = before.families
        else:
            families = dict(_families(read, alike, same))
        if before:
            shared = {name: _kept(before.shared, name, one) for name, one in shared.items()}
            families = _all_kept(before.families, families)
        return cls(texts, levels, shared, families, (titles, same), alike)


def _are_facts_of(before: LadderAcross, titles: _SameTitles, alike: _Alike) -> bool:
    return titles is before.titles[1] and not alike and not before.alike


def _all_kept(
    before: Mapping[str, FamilyAcross], now: Mapping[str, FamilyAcross]
) -> Mapping[str, FamilyAcross]:
    if now is before:
        return before
    return {name: _kept(before, name, one) for name, one in now.items()}


def _kept(before: Mapping[str, T], name: str, now: T) -> T:
    return reuse_if_equal(before.get(name), now)


def _is_same(before: Mapping[int, _Read], now: Mapping[int, _Read]) -> bool:
    return before.keys() == now.keys() and list(before) == list(now)


def _shared(
    texts: Sequence[_Read], levels: Iterable[str]
) -> Iterator[tuple[str, tuple[SharedStatement, ...]]]:
    for level in dict.fromkeys(levels):
        common, families = _common(texts, level)
        if common and len(families) > 1:
            yield level, tuple(_statements(families[0], level, common, len(families)))


def _common(texts: Iterable[_Read], level: str) -> tuple[frozenset[int], list[Family]]:
    """Return what all families say at a level, and those families; mostly two are looked at."""
    found: frozenset[int] | None = None
    families: list[Family] = []
    for family, known in texts:
        hashes = known.levels.get(level)
        if hashes is not None:
            families.append(family)
            found = hashes if found is None else found & hashes
            if not found:
                break
    return found or frozenset(), families


def _statements(
    family: Family, level: str, common: frozenset[int], families: int
) -> Iterator[SharedStatement]:
    profile = next(one for one in family.profiles if one.level == level)
    seen: set[int] = set()
    for listed in statement_lists(profile):
        for one in listed.statements:
            known = hash((listed.field, one.said))
            if known in common and known not in seen:
                seen.add(known)
                yield SharedStatement(one.text, listed.field, families)


def _families(
    texts: Sequence[_Read], alike: _Alike, titles: _SameTitles
) -> Iterator[tuple[str, FamilyAcross]]:
    places = {id(family): place for place, (family, _) in enumerate(texts)}
    duplicates: dict[int, tuple[int, float]] = {}
    for pair, share in alike.items():
        earlier, later = sorted(places[one] for one in pair)
        duplicates[later] = min(duplicates.get(later, (earlier, share)), (earlier, share))
    for place in sorted({*duplicates, *titles}):
        named = ""
        duplicate, share = duplicates.get(place, (place, 0.0))
        if duplicate != place:
            named = _named(texts[duplicate][0])
        yield (
            texts[place][0].id,
            FamilyAcross(named, share, tuple(titles.get(place, ()))),
        )


def _named(family: Family) -> str:
    return f"“{label_of(family)}” ({family.id})"


def _alike(texts: Mapping[int, _Read], before: "LadderAcross | None") -> _Alike:
    """Return the pairs of families that say nearly the same; those of old families are kept."""
    old = before.texts if before else {}
    fresh = texts.keys() - old.keys()
    known = before.alike if before else {}
    found = {pair: share for pair, share in known.items() if pair <= texts.keys()}
    for one, other in _candidates(texts, fresh):
        first, second = texts[one][1].everything, texts[other][1].everything
        share = len(first & second) / max(len(first | second), 1)
        if share >= _ALIKE and min(len(first), len(second)) >= _FEW_STATEMENTS:
            found[frozenset((one, other))] = round(share, 2)
    return found


def _candidates(texts: Mapping[int, _Read], fresh: Set[int]) -> set[tuple[int, int]]:
    """Return the pairs of families, one of them new, with a part of their sketches in common."""
    wanted = {key for one in fresh for key in texts[one][1].sketch}
    having: dict[_SketchPart, list[int]] = {}
    for one, (_, known) in texts.items():
        for key in known.sketch:
            if key in wanted:
                having.setdefault(key, []).append(one)
    return {
        (one, other)
        for ones in having.values()
        if len(ones) <= _MANY_ALIKE
        for one in ones
        if one in fresh
        for other in ones
        if other != one and (one < other or other not in fresh)
    }


def _same_titles(texts: Sequence[_Read]) -> dict[int, list[tuple[str, str]]]:
    seen: dict[str, Family] = {}
    found: dict[int, list[tuple[str, str]]] = {}
    for place, (family, known) in enumerate(texts):
        for level, title in known.titles:
            first = seen.setdefault(title, family)
            if first is not family:
                found.setdefault(place, []).append((level, _named(first)))
    return found
