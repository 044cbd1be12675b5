"""What a drop in the tree means, as one edit; no Qt."""

from collections.abc import Sequence
from functools import partial

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.sequence import in_sequence
from laddereditor.edits.structure import move, set_category, set_function
from laddereditor.edits.words import label_for
from laddereditor.gui.tree.nodes import Node, group_value
from laddereditor.model.address import entity_at
from laddereditor.model.kinds import COLLECTIONS, kind_of
from laddereditor.model.ladder import Ladder

_GROUP_FIELD = {"skills": ("category", set_category), "families": ("function", set_function)}
_REFUSED = "These entries have no place there."


def drop_edit(ladder: Ladder, addresses: Sequence[str], target: Node, row: int) -> Edit:
    """Return the edit for dropping entries before row `row` of a node (-1: onto it).

    Raises EditRefused with words for people when they have no place there.
    """
    entities = [entity_at(ladder, address) for address in addresses]
    kinds = {kind.name for kind in map(kind_of, entities) if kind}
    if not addresses or len(kinds) != 1:
        raise EditRefused(_REFUSED)
    kind = kinds.pop()
    if target.kind == "family":
        if kind not in ("profile", "competency"):
            raise EditRefused(_REFUSED)
        return move(ladder, addresses, target.address, _place_in_family(target, kind, row))
    collection, _ = group_value(target.key)
    if COLLECTIONS.get(collection) is None or COLLECTIONS[collection].name != kind:
        raise EditRefused(_REFUSED)
    if target.kind == "group":
        return _into_group(ladder, addresses, target, row)
    return move(ladder, addresses, "", row)


def _place_in_family(target: Node, kind: str, row: int) -> int:
    """Return the place among the children of a kind; the tree shows two kinds in one list."""
    if row < 0:
        return -1
    return sum(1 for child in target.children[:row] if child.kind == kind)


def _into_group(ladder: Ladder, addresses: Sequence[str], target: Node, row: int) -> Edit:
    collection, group = group_value(target.key)
    if collection == "levels":
        return move(ladder, addresses, f"tracks/{group}" if group else "", row)
    field, set_group = _GROUP_FIELD[collection]
    steps = []
    strangers = [a for a in addresses if getattr(entity_at(ladder, a), field) != group]
    if 0 <= row < len(target.children):
        siblings = [entity_at(ladder, child.address) for child in target.children]
        everything = list(getattr(ladder, collection))
        place = next(i for i, e in enumerate(everything) if e is siblings[row])
        steps.append(partial(move, addresses=addresses, parent_address="", position=place))
    elif not strangers:
        last = entity_at(ladder, target.children[-1].address)
        place = next(i for i, e in enumerate(getattr(ladder, collection)) if e is last)
        steps.append(partial(move, addresses=addresses, parent_address="", position=place + 1))
    if strangers:
        steps.append(partial(_set_group, set_group, strangers, group))
    label = label_for("Move", [entity_at(ladder, address) for address in addresses])
    return in_sequence(ladder, label, steps)


def _set_group(set_group: object, addresses: Sequence[str], group: str, ladder: Ladder) -> Edit:
    assert callable(set_group)
    edit = set_group(ladder, addresses, group)
    assert isinstance(edit, Edit)
    return edit
