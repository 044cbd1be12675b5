"""What families share: statements at a level, nearly all they say, and titles.

Statements are compared by the hash of what they say. Each family is read once as long as it is the
same object; what is shared is worked out from that at each check, so it must stay quick: sets are
intersected only while something is left, and only families with a few hashes in common, the
smallest ones of each (a bottom sketch, Broder 1997), are compared as a whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
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

    twin: str = ""  # name and id of one that says nearly the same
    share: float = 0.0  # of the statements, from 0 to 1
    same_titles: tuple[tuple[str, str], ...] = ()  # level, and whose title it is too


NOTHING_ACROSS = FamilyAcross()


class FamilyTexts(NamedTuple):
    """What one family says, for comparisons with others."""

    levels: tuple[tuple[str, frozenset[int]], ...]  # level id, hashes of statements
    titles: tuple[tuple[str, str], ...]  # level id, own title as it is compared
    sketch: tuple[int, ...]
    everything: frozenset[int]

    @classmethod
    def of(cls, family: Family) -> "FamilyTexts":
        """Return what a family says by itself."""
        levels = tuple((one.level, _hashes(one)) for one in family.profiles)
        everything = frozenset(hash((level, one)) for level, said in levels for one in said)
        titles = tuple(
            (one.level, comparable_name(one.title)) for one in family.profiles if one.title.strip()
        )
        return cls(levels, titles, tuple(sorted(everything)[:_SKETCH]), everything)


def _hashes(profile: Profile) -> frozenset[int]:
    lists = statement_lists(profile)
    return frozenset(
        hash((listed.field, one.said)) for listed in lists for one in listed.statements
    )


@dataclass(frozen=True, slots=True)
class LadderAcross:
    """What the families of a ladder share."""

    texts: Mapping[int, tuple[Family, FamilyTexts]] = field(compare=False)  # by id of the object
    shared: Mapping[str, tuple[SharedStatement, ...]]  # by level
    families: Mapping[str, FamilyAcross]  # by id of the family

    @classmethod
    def of(cls, ladder: Ladder, before: "LadderAcross | None") -> "LadderAcross":
        """Return what is shared; facts that have not changed are the same objects as before."""
        known = before.texts if before else {}
        texts = {
            id(family): known.get(id(family)) or (family, FamilyTexts.of(family))
            for family in ladder.families
            if not family.parent  # which says only what differs from its parent
        }
        if before and _is_same(before.texts, texts):
            return before
        shared = dict(_shared(texts.values()))
        families = dict(_families(tuple(texts.values())))
        if before:
            shared = {name: _kept(before.shared, name, one) for name, one in shared.items()}
            families = {name: _kept(before.families, name, one) for name, one in families.items()}
        return cls(texts, shared, families)


def _kept(before: Mapping[str, T], name: str, now: T) -> T:
    return reuse_if_equal(before.get(name), now)


_Read = tuple[Family, FamilyTexts]


def _is_same(before: Mapping[int, _Read], now: Mapping[int, _Read]) -> bool:
    return before.keys() == now.keys() and list(before) == list(now)


def _shared(texts: Iterable[_Read]) -> Iterator[tuple[str, tuple[SharedStatement, ...]]]:
    by_level: dict[str, list[tuple[Family, frozenset[int]]]] = {}
    for family, said in texts:
        for level, hashes in dict(reversed(said.levels)).items():  # of two at a level the first
            by_level.setdefault(level, []).append((family, hashes))
    for level, listed in by_level.items():
        if len(listed) > 1:
            common = _common(hashes for _, hashes in listed)
            if common:
                yield level, tuple(_statements(listed[0][0], level, common, len(listed)))


def _common(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    found: frozenset[int] | None = None
    for hashes in sets:
        found = hashes if found is None else found & hashes
        if not found:
            break
    return found or frozenset()


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


def _families(texts: tuple[_Read, ...]) -> Iterator[tuple[str, FamilyAcross]]:
    twins, titles = _twins(texts), _same_titles(texts)
    for family, _ in texts:
        twin, share = twins.get(id(family), ("", 0.0))
        same = titles.get(id(family), ())
        if twin or same:
            yield family.id, FamilyAcross(twin, share, tuple(same))


def _named(family: Family) -> str:
    return f"“{label_of(family)}” ({family.id})"


def _twins(texts: tuple[_Read, ...]) -> dict[int, tuple[str, float]]:
    """Return for each family, by its object, an earlier one that says nearly the same."""
    by_hash: dict[int, list[int]] = {}
    for place, (_, said) in enumerate(texts):
        for one in said.sketch:
            by_hash.setdefault(one, []).append(place)
    asked = {
        pair
        for places in by_hash.values()
        if 1 < len(places) <= _MANY_ALIKE
        for pair in combinations(places, 2)
    }
    found: dict[int, tuple[str, float]] = {}
    for one, other in sorted(asked):
        earlier, later = texts[one][1].everything, texts[other][1].everything
        share = len(earlier & later) / max(len(earlier | later), 1)
        if share >= _ALIKE and len(later) >= _FEW_STATEMENTS:
            found.setdefault(id(texts[other][0]), (_named(texts[one][0]), round(share, 2)))
    return found


def _same_titles(texts: tuple[_Read, ...]) -> dict[int, list[tuple[str, str]]]:
    seen: dict[str, Family] = {}
    found: dict[int, list[tuple[str, str]]] = {}
    for family, said in texts:
        for level, title in said.titles:
            first = seen.setdefault(title, family)
            if first is not family:
                found.setdefault(id(family), []).append((level, _named(first)))
    return found
