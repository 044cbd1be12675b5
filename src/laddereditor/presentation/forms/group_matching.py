"""Which groups, such as job functions or categories, match a typed text."""

from collections.abc import Iterator
from dataclasses import dataclass

from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.kinds import entities
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.text.fitting import fitting


@dataclass(frozen=True, slots=True)
class GroupSuggestion:
    """A group to choose; one that is not there yet is new."""

    name: str
    is_new: bool = False


def group_names(
    ladder: Ladder, kind: str, field: FieldPath, *, beside: Entity | None = None
) -> tuple[str, ...]:
    """Return the groups that entries of a kind are in, in the order of the tree.

    Args:
        ladder: The ladder.
        kind: The kind of entry: `skill`, `family` or `competency`.
        field: The field that names the group.
        beside: The entry whose own group is left out if no other entry is in it.
    """
    names = (getattr(one, field) for one in _listed(ladder, kind) if one is not beside)
    return tuple(dict.fromkeys(name for name in names if name))


def _listed(ladder: Ladder, kind: str) -> Iterator[Entity]:
    """Yield the ladder's entries of a kind, then those that families have of their own."""
    yield from entities(ladder, kind)
    for family in ladder.families if kind == "competency" else ():
        yield from family.competencies


def group_suggestions(names: tuple[str, ...], typed: str) -> list[GroupSuggestion]:
    """Return the groups that match a typed text, most likely first, and last a new one.

    An empty text matches every group. A new one is offered unless one has exactly this name.
    """
    wanted = typed.strip()
    found = [GroupSuggestion(name) for name, _ in fitting([(n, n) for n in names], wanted)]
    if wanted and known_group(names, wanted) is None:
        found.append(GroupSuggestion(wanted, is_new=True))
    return found


def known_group(names: tuple[str, ...], typed: str) -> str | None:
    """Return the group with this name, ignoring case, or None."""
    wanted = single_spaced(typed).casefold()
    return next((name for name in names if single_spaced(name).casefold() == wanted), None)
