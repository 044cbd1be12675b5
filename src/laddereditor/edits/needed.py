"""What entries of a ladder need so that nothing they refer to is missing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from laddereditor.edits.mapping import references
from laddereditor.model.address import walk
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import KINDS, by_id
from laddereditor.model.ladder import Ladder


@dataclass(frozen=True, slots=True)
class Needed:
    """An entry that others refer to, directly or through further entries."""

    entity: Entity
    is_own: bool  # whether it is a family's own, and not of the ladder


def needed(
    ladder: Ladder,
    entries: Iterable[tuple[Entity, Family | None]],
    kinds: Collection[str] = tuple(KINDS),
) -> list[Needed]:
    """Return what entries refer to and what that refers to, in the order of the ladder.

    A family's own competency is meant before the ladder's of the same id. What is among the entries
    is left out, and a family among them brings its own competencies and its profiles.

    Args:
        ladder: The ladder that has what is referred to.
        entries: The entries, each with the family that it is in, None for those of the ladder.
        kinds: The kinds of what is looked for.
    """
    shared = {kind: by_id(ladder, kind) for kind in kinds if kind != "profile"}
    waiting = [one for entry in entries for one in _with_inner(*entry)]
    seen = {id(entity) for entity, _ in waiting}
    found: list[Needed] = []
    while waiting:
        for one in _targets(*waiting.pop(), shared):
            if id(one.entity) not in seen:
                inner = list(_with_inner(one.entity, None))
                seen |= {id(entity) for entity, _ in inner}
                waiting += inner
                found.append(one)
    order = {id(entity): place for place, (_, entity) in enumerate(walk(ladder))}
    return sorted(found, key=lambda one: order[id(one.entity)])


def _with_inner(entity: Entity, family: Family | None) -> Iterator[tuple[Entity, Family | None]]:
    yield entity, family
    if isinstance(entity, Family):
        yield from ((one, entity) for one in (*entity.competencies, *entity.profiles))


def _targets(
    entity: Entity, family: Family | None, shared: Mapping[str, Mapping[str, Entity]]
) -> Iterator[Needed]:
    own = {one.id: one for one in reversed(family.competencies)} if family else {}
    for kind, known in shared.items():
        for _, key in references(entity, kind):
            if kind == "competency" and key in own:
                yield Needed(own[key], is_own=True)
            elif key in known:
                yield Needed(known[key], is_own=False)
