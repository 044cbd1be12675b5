"""Groups of the tree that are a text in a field: categories of skills, functions of families."""

from collections.abc import Iterable

from laddereditor.edits.draft import Draft
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.homes import chosen_nodes, words_for
from laddereditor.edits.words import kind_word, label_for, shortened
from laddereditor.model.address import Address
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder

_NONE = {"category": "no category", "function": "no function"}


@builder
def set_category(ladder: Ladder, addresses: Iterable[Address], category: str) -> Edit:
    """List skills under a category, "" for none.

    Raises:
        EditRefused: An address is of another kind of entity.
    """
    return _grouped(ladder, addresses, "skill", "category", category)


@builder
def set_function(ladder: Ladder, addresses: Iterable[Address], function: str) -> Edit:
    """List families under a job function, "" for none.

    Raises:
        EditRefused: An address is of another kind of entity.
    """
    return _grouped(ladder, addresses, "family", "function", function)


@builder
def rename_category(ladder: Ladder, old: str, new: str) -> Edit:
    """Rename a category on all skills in it; the name of another one merges the two."""
    return _renamed(ladder, "skill", "category", old, new)


@builder
def rename_function(ladder: Ladder, old: str, new: str) -> Edit:
    """Rename a job function on all families in it; the name of another one merges the two."""
    return _renamed(ladder, "family", "function", old, new)


def _grouped(
    ladder: Ladder, addresses: Iterable[Address], kind: str, field: str, group: str
) -> Edit:
    draft = Draft(ladder)
    nodes = chosen_nodes(draft, addresses)
    if any(node.kind != kind for node in nodes):
        what = KINDS[kind].plural.lower()
        raise EditRefused(f"Only {what} have a {field}, so {words_for(nodes)} cannot go there.")
    for node in nodes:
        if getattr(node.entity, field) != group.strip():
            node.change(**{field: group.strip()})
    where = shortened(group.strip(), 25) or _NONE[field]
    return draft.edit(label_for("Move", [node.entity for node in nodes], f" to {where}"))


def _renamed(ladder: Ladder, kind: str, field: str, old: str, new: str) -> Edit:
    draft = Draft(ladder)
    nodes = [node for node in draft.home(kind).nodes if getattr(node.entity, field) == old]
    if not nodes:
        raise EditRefused(f"No {kind_word(kind)} is in “{old}” any more.")
    for node in nodes:
        node.change(**{field: new.strip()})
    return draft.edit(shortened(f"Rename {field} {shortened(old, 20)} to {shortened(new, 20)}"))
