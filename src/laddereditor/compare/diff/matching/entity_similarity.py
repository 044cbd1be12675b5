"""Measure how similar two entries are that have different ids or places.

The measure and its bounds are the program's own, checked on the labelled ladders of
`tests/compare/labelled` (142 changes): with the values here none is wrong and none is missed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from laddereditor.align.similarity import LETTERS_COMPARED
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import key_of, kind_of
from laddereditor.model.shapes import SHORT, STATEMENTS
from laddereditor.model.statement import statement_text

# Least similarity of a renamed entry, including the share of references that follow. With 0.75, 16
# changes are wrong and 7 are missed; with 0.45 none.
ENOUGH = 0.6
_MINIMUM = 0.3  # least similarity of the content alone, however many references follow
_FOLLOWING = 0.4  # weight of the references; with 0.2, 11 changes are wrong and 4 are missed
_CANDIDATES = 3  # a bound for the time
_ENOUGH_LETTERS = 100
_FEW_PAIRS = 64  # entries under other ids are compared only where they are few
_RARE = 20  # entries up to which a text that they share identifies one of them
_LABELS = SHORT | {"line"}  # shapes whose values many entries share
_BODIES = STATEMENTS | {"skills", "records"}  # shapes that say the most


def best_pairs(  # noqa: PLR0913, PLR0917 - two lists and what is known of them
    old_items: Sequence[Entity],
    new_items: Sequence[Entity],
    follows: Callable[[int, int], float | None],
    same_place: Callable[[int, int], bool],
    enough: float = ENOUGH,
    candidates: Iterable[tuple[int, int]] | None = None,
) -> list[tuple[int, int]]:
    """Return one-to-one pairs of similar entries; the most similar pair is chosen first.

    Args:
        old_items: Entries of the old ladder.
        new_items: Entries of the new ladder.
        follows: The share of an old entry's references that are now to the new one, given both
            indexes; None if nothing refers to it.
        same_place: Whether two entries without content are the same, given both indexes.
        enough: The least similarity of a pair, from 0 to 1.
        candidates: The pairs of indexes to compare; by default all that may be similar.

    Returns:
        Pairs of indexes, of `old_items` and of `new_items`, in the order of `old_items`.
    """
    scored = []
    for old, new in _candidates(old_items, new_items) if candidates is None else candidates:
        alike = similarity(old_items[old], new_items[new])
        if alike is None:
            score = 1.0 if same_place(old, new) else 0.0
        else:
            share = follows(old, new)
            score = alike if share is None else (1 - _FOLLOWING) * alike + _FOLLOWING * share
            score = score if alike >= _MINIMUM else 0.0
        if score >= enough:
            scored.append((-score, not same_place(old, new), old, new))
    return _once(scored)


def _once(scored: list[tuple[float, bool, int, int]]) -> list[tuple[int, int]]:
    old_items: set[int] = set()
    new_items: set[int] = set()
    found = []
    for _, _, old, new in sorted(scored):
        if old not in old_items and new not in new_items:
            old_items.add(old)
            new_items.add(new)
            found.append((old, new))
    return sorted(found)


def _candidates(
    old_items: Sequence[Entity], new_items: Sequence[Entity]
) -> Iterator[tuple[int, int]]:
    if len(old_items) * len(new_items) <= 400:
        yield from ((old, new) for old in range(len(old_items)) for new in range(len(new_items)))
        return
    ones, others = (
        [_words(entity) for entity in old_items],
        [_words(entity) for entity in new_items],
    )
    for old, one in enumerate(ones):
        found = process.extract(one, others, scorer=fuzz.ratio, limit=_CANDIDATES, score_cutoff=40)
        yield from ((old, new) for _, _, new in found)


def sharing(old_items: Sequence[Entity], new_items: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Yield for each old entry the new ones that share the most texts with it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for new, entity in enumerate(new_items):
        for text in set(_identifying_texts(entity)):
            holders[text].append(new)
    for old, entity in enumerate(old_items):
        common = Counter(
            new
            for text in set(_identifying_texts(entity))
            if len(holders[text]) <= _RARE
            for new in holders[text]
        )
        yield from ((old, new) for new, _ in common.most_common(_CANDIDATES))


def _identifying_texts(entity: Entity) -> Iterator[str]:
    """Yield the texts of an entry that identify it: its title and its statements."""
    for name, spec in field_specs(type(entity)).items():
        value = getattr(entity, name)
        if spec.is_name and value:
            yield value
        elif spec.shape == "statements":
            yield from map(_word, value)
        elif spec.shape == "expectations":
            yield from (_word(item) for items in value.values() for item in items)
        elif spec.shape == "text" and value:
            yield value


def is_identifiable(entity: Entity) -> bool:
    """Whether an entry has so many words that only the same entry can be similar to it."""
    own = sum(len(value) for value in entity.__dict__.values() if isinstance(value, str))
    inner = (entity, *getattr(entity, "profiles", ()))
    return (
        own + sum(len(text) for part in inner for text in _identifying_texts(part))
        >= _ENOUGH_LETTERS
    )


def _words(entity: Entity) -> str:
    """Return the first words of an entry, enough to find candidates."""
    words = [value for value in entity.__dict__.values() if isinstance(value, str)][1:]
    texts = sorted(_texts(entity))[:4] if len(words) < 3 else []
    return " ".join([*words, *texts])[:240]


def similarity(old: Entity, new: Entity) -> float | None:
    """Return how similar the content of two entries is, from 0 to 1, whatever their ids.

    The result is None if neither has any content.
    """
    return _similarity(old, new)


def body_similarity(old: Entity, new: Entity) -> float | None:
    """Return how similar two entries are apart from their names; None if they have only names."""
    return _similarity(old, new, names=False)


def _similarity(old: Entity, new: Entity, *, names: bool = True) -> float | None:
    kind = kind_of(old)
    total = weight = 0.0
    for name, spec in field_specs(type(old)).items():
        one, other = getattr(old, name), getattr(new, name)
        if spec.shape == "id" or (kind and name == kind.key) or not (one or other):
            continue
        if spec.is_name and not names:
            continue
        share = _weight(spec)
        total += share * _alike(one, other)
        weight += share
    extra, more = old.model_extra or {}, new.model_extra or {}
    if extra or more:
        total += 0.5 * (extra == more)
        weight += 0.5
    return total / weight if weight else None


def _weight(spec: FieldSpec) -> float:
    """Return how much a field says about which entry it is."""
    if spec.is_name or spec.shape in _BODIES:
        return 2.0
    return 0.25 if spec.shape in _LABELS else 1.0


def _alike(one: Any, other: Any) -> float:
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if isinstance(one, str) and isinstance(other, str):
        return fuzz.ratio(one[:LETTERS_COMPARED], other[:LETTERS_COMPARED]) / 100
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _alike_by_key(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _shared(one, other)
    return 0.5


def _alike_by_key(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Return how similar two mappings are, even if a key was renamed."""
    both = one.keys() & other.keys()
    alike = sum(_alike(one[key], other[key]) for key in both)
    left, right = ([each[key] for key in each if key not in both] for each in (one, other))
    alike += sum(value in right for value in left)
    return alike / (len(both) + max(len(left), len(right)))


def _shared(one: tuple[Any, ...], other: tuple[Any, ...]) -> float:
    """Return how many items are in both lists; a family's profiles count in part."""
    if isinstance(one[0], Entity) and kind_of(one[0]) and kind_of(other[0]):
        known = {key_of(entity): entity for entity in other}
        sums = sum(similarity(e, known[key_of(e)]) or 0.5 for e in one if key_of(e) in known)
        sums += _alike_under_other_keys(one, other)
        return 2 * sums / (len(one) + len(other))
    old_items, new_items = Counter(map(_word, one)), Counter(map(_word, other))
    return 2 * (old_items & new_items).total() / (len(one) + len(other))


def _alike_under_other_keys(one: Sequence[Entity], other: Sequence[Entity]) -> float:
    """Return how similar the entries are whose keys are in one list only, pair by pair."""
    ones, others = {key_of(entity) for entity in one}, {key_of(entity) for entity in other}
    left = [entity for entity in one if key_of(entity) not in others]
    right = [entity for entity in other if key_of(entity) not in ones]
    if not left or not right or len(left) * len(right) > _FEW_PAIRS:
        return 0.0
    best = [max(similarity(entity, each) or 0.0 for each in right) for entity in left]
    return sum(value for value in best if value >= ENOUGH)


def _word(item: Any) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, BaseModel) and "text" in type(item).model_fields:
        return statement_text(item)  # type: ignore[arg-type]
    return str(getattr(item, "skill", "")) or repr(item)


def _texts(entity: Entity) -> Iterator[str]:
    for value in entity.__dict__.values():
        if isinstance(value, tuple):
            yield from (_word(item) for item in value[:4])
