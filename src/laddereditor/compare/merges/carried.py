"""A statement that one side took to another list while the other side reworded it.

The merge of the first list sees a statement that went on one side and changed on the other. Where
the same statement came to exactly one other list, both are done: it stands there, reworded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.change import Conflict
from laddereditor.edits.lists import set_item
from laddereditor.model.address import NoSuchPlace, encode_key, find, join, walk
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import ExampledStatement, statement_text

_LISTS = ("responsibilities", "qualifications")


@dataclass(frozen=True, slots=True)
class Carried:
    """A reworded statement and where it stands now."""

    key: str  # of the conflict that it is no more
    address: str
    field: str
    place: int
    statement: Any


def carried(base: Ladder, merged: Ladder, conflicts: Sequence[Conflict]) -> list[Carried]:
    """Return the statements among the conflicts that only moved, each with its new place."""
    found = []
    for conflict in conflicts:
        reworded = conflict.theirs if conflict.ours is None else conflict.ours
        gone = (conflict.ours is None) != (conflict.theirs is None)
        if not gone or not _is_statement(conflict.base) or not _is_statement(reworded):
            continue
        places = list(_came(base, merged, conflict))
        if len(places) == 1:
            found.append(Carried(conflict.key, *places[0], reworded))
    return found


def with_carried(ladder: Ladder, found: Sequence[Carried]) -> Ladder:
    """Return the ladder with carried statements reworded where they stand. Raises EditRefused."""
    for one in found:
        edit = set_item(ladder, one.address, one.field, one.place, one.statement)
        ladder = edit.change(ladder)
    return ladder


def _is_statement(value: Any) -> bool:
    return isinstance(value, str | ExampledStatement)


def _came(base: Ladder, merged: Ladder, conflict: Conflict) -> Iterator[tuple[str, str, int]]:
    """Yield the places of a conflict's old text in lists that did not hold it before."""
    text = statement_text(conflict.base)
    origin = (conflict.address, conflict.field.rpartition("/")[0])
    for address, field, statements in _lists(merged):
        for place, one in enumerate(statements):
            if statement_text(one) == text and (address, field) != origin:
                before = _held(base, address, field)
                if text not in map(statement_text, before):
                    yield address, field, place


def _lists(ladder: Ladder) -> Iterator[tuple[str, str, Sequence[Any]]]:
    for address, entity in walk(ladder):
        if isinstance(entity, Profile):
            for name in _LISTS:
                yield address, name, getattr(entity, name)
        if isinstance(entity, Profile | Level):
            for key, statements in entity.expectations.items():
                yield address, f"expectations/{encode_key(key)}", statements


def _held(ladder: Ladder, address: str, field: str) -> Sequence[Any]:
    try:
        held = find(ladder, join(address, field))
    except NoSuchPlace:
        return ()
    return held if isinstance(held, tuple) else ()
