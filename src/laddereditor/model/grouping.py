"""What entities are listed under: the category of a skill, the group of a competency."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from laddereditor.model.base import Entity
from laddereditor.model.kinds import GROUPED, kind_of, label_of

T = TypeVar("T")


def group_of(entity: Entity | None) -> str:
    """Return the name that an entity is listed under; "" for none, or for one that is an id."""
    kind = kind_of(entity)
    spec = GROUPED.get(kind.name) if kind else None
    return "" if spec is None or spec.refers_to else str(getattr(entity, spec.name))


def in_groups(listed: Iterable[T], group: Callable[[T], str]) -> dict[str, list[T]]:
    """Return what is listed by its group: what has none first, then each group as it is met.

    Args:
        listed: What is listed, in its order, which is kept inside each group.
        group: Says what one is listed under, "" for nothing.
    """
    found: dict[str, list[T]] = {"": []}
    for one in listed:
        found.setdefault(group(one), []).append(one)
    return {name: ones for name, ones in found.items() if ones}


def grouped_label(entity: Entity) -> str:
    """Return what people call an entity, behind what it is listed under: `People › Hiring`."""
    return " › ".join(filter(None, (group_of(entity), label_of(entity))))
