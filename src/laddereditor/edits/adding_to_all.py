"""Add one statement to the same list of several profiles or levels, as one step."""

from collections.abc import Sequence
from functools import partial

from laddereditor.edits.edit import Edit, EditRefused, builder, combined_edit
from laddereditor.edits.lists import insert_items
from laddereditor.edits.paths import order_for
from laddereditor.edits.places.cell_place import CellPlace, place_at, place_title
from laddereditor.edits.places.inherited import effective_at
from laddereditor.edits.places.shown import is_inherited
from laddereditor.edits.words import LABEL_LENGTH, counted, existing, listed, named, shortened
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_text

END = -1


def shared_lists(ladder: Ladder, addresses: Sequence[Address]) -> tuple[tuple[str, str], ...]:
    """Return (path, title) of each list of statements that all the entries have, in file order.

    A list of expectations is one for each competency: `expectations/communication`.

    Raises:
        EditRefused: An entry no longer exists.
    """
    each = [_lists_at(ladder, address) for address in addresses]
    first = each[0] if each else {}
    return tuple((path, title) for path, title in first.items() if all(path in one for one in each))


def _lists_at(ladder: Ladder, address: Address) -> dict[str, str]:
    """Return the titles of an entry's lists of statements, by path."""
    found: dict[str, str] = {}
    for name, spec in field_specs(type(existing(ladder, address))).items():
        for path in _paths(ladder, address, spec):
            title = place_title(ladder, place_at(ladder, address, path))
            found[path] = title if path == name else f"{spec.title}: {title}"
    return found


def _paths(ladder: Ladder, address: Address, spec: FieldSpec) -> list[FieldPath]:
    if spec.shape == "statements":
        return [FieldPath(spec.name)]
    if spec.shape != "expectations":
        return []
    return [FieldPath(spec.name).entry(key) for key in order_for(ladder, address, spec)]


def inheriting(ladder: Ladder, addresses: Sequence[Address], path: FieldPath) -> list[Address]:
    """Return the entries that inherit a list.

    Args:
        ladder: The ladder.
        addresses: The entities to look at.
        path: The list's field in each of them.
    """
    return [address for address in addresses if is_inherited(ladder, _first(ladder, address, path))]


def _first(ladder: Ladder, address: Address, path: FieldPath) -> CellPlace:
    return place_at(ladder, address, path, position=0)


def without_statement(
    ladder: Ladder, addresses: Sequence[Address], path: FieldPath, text: str
) -> tuple[Address, ...]:
    """Return the entries whose list at a path has no statement with this text yet.

    Args:
        ladder: The ladder.
        addresses: The entries, in the order that they are shown in.
        path: The list of statements, the same in each of them.
        text: The text, compared without spaces at its ends.
    """
    wanted = text.strip()
    return tuple(
        address
        for address in addresses
        if wanted not in map(statement_text, effective_at(ladder, address, path) or ())
    )


@builder
def add_to_all(ladder: Ladder, addresses: Sequence[Address], path: FieldPath, text: str) -> Edit:
    """Append a statement to a list of each entry that does not have it yet.

    A list that is inherited becomes the entry's own and keeps the inherited items.

    Args:
        ladder: The ladder.
        addresses: The entries.
        path: The path of the list inside each entry.
        text: The statement.

    Raises:
        EditRefused: There is no text, an entry is gone, or all have the statement.
    """
    wanted = text.strip()
    if not wanted:
        raise EditRefused("Type the statement first.")
    where = without_statement(ladder, addresses, path, wanted)
    if not where:
        raise EditRefused(f"{_all(len(addresses))} already have this statement.")
    title = place_title(ladder, place_at(ladder, where[0], path))
    steps = tuple(
        partial(insert_items, address=address, name=path, position=END, items=(wanted,))
        for address in where
    )
    who = _counted(ladder, where)
    room = LABEL_LENGTH - len(f"Add to  of {who}")
    return combined_edit(ladder, f"Add to {shortened(title, room)} of {who}", steps)


def _all(count: int) -> str:
    return "Both" if count == 2 else f"All {count}"


def _counted(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return `3 profiles`, or `3 entries` of several kinds."""
    kinds = {kind.name for a in addresses if (kind := kind_of(existing(ladder, a)))}
    if len(kinds) == 1:
        return counted(kinds.pop(), len(addresses))
    return plural(len(addresses), "entry", "entries")


def added_words(before: Ladder, addresses: Sequence[Address], path: FieldPath, text: str) -> str:
    """Return the message about where a statement was added, and where not and why.

    Args:
        before: The ladder that it was added to.
        addresses: The entries that were selected, those that had it already included.
        path: The list of statements.
        text: The text that was added.
    """
    where = without_statement(before, addresses, path, text)
    title = place_title(before, place_at(before, where[0], path))
    notice = f"Added at the end of {title} of {_names(before, where)}."
    if rest := [address for address in addresses if address not in where]:
        verb = "has" if len(rest) == 1 else "have"
        notice += f" {_names(before, rest)} {verb} it already."
    if own := inheriting(before, where, path):
        notice += f" {inherited_words(before, own, done=True)}"
    return notice


def inherited_words(ladder: Ladder, own: Sequence[Address], *, done: bool) -> str:
    """Return the message about where a list is inherited, or "".

    Args:
        ladder: The ladder.
        own: The entries whose inherited list becomes their own.
        done: Whether the statement has been added already, for the tense.
    """
    if not own:
        return ""
    whose = "its own" if len(own) == 1 else "their own"
    was, becomes = ("was", f"it is {whose} now") if done else ("is", f"it becomes {whose}")
    return f"The list {was} inherited at {_names(ladder, own)}; {becomes} and keeps those items."


def _names(ladder: Ladder, addresses: Sequence[Address]) -> str:
    return listed((named(ladder, address) for address in addresses), most=6)
