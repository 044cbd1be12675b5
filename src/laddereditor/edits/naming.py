"""Names of new entries; their ids follow until the ladder is saved or an id is set by hand."""

import re
from dataclasses import replace

from laddereditor.edits.draft import Draft
from laddereditor.edits.edit import Edit, builder
from laddereditor.edits.ids import slug, unique
from laddereditor.edits.placement import unavailable_ids
from laddereditor.edits.references import give_id
from laddereditor.edits.words import kind_word, shortened
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.family import Profile
from laddereditor.model.kinds import entity_name, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level


def id_follows_name(ladder: Ladder, saved: Ladder | None, address: Address) -> bool:
    """Whether the id of the entity at an address follows its name.

    It does while the id is the one made from the name, and the last saved ladder has no entry there
    that others could already refer to.

    Args:
        ladder: The present ladder.
        saved: The ladder as it was last saved; None if it never was.
        address: The entity.
    """
    try:
        entity = address.entity(ladder)
    except NoSuchPlace:
        return False
    kind = kind_of(entity)
    if kind is None or kind.entity in (Level, Profile) or _is_in(saved, address):
        return False
    made = re.escape(slug(entity_name(entity), kind.name))
    return bool(re.fullmatch(rf"{made}(-\d+)?", str(getattr(entity, "id", ""))))


def _is_in(saved: Ladder | None, address: Address) -> bool:
    if saved is None:
        return False
    try:
        address.entity(saved)
    except NoSuchPlace:
        return False
    return True


@builder
def set_name(ladder: Ladder, address: Address, name: str, *, typing: bool = False) -> Edit:
    """Give a new entry a name and the id that goes with it; what refers to it follows.

    Args:
        ladder: The ladder, before the edit.
        address: The new entry, whose id still follows its name.
        name: The name.
        typing: Whether a person is typing it: then it continues the step of the same typing.
    """
    draft = Draft(ladder)
    node = draft.node(address)
    taken = unavailable_ids(draft, node.node_list) - {node.key}
    new_id = unique(slug(name, node.kind), taken)
    node.change(name=name)
    if new_id != node.key:
        give_id(draft, node, new_id)
    edit = draft.edit(shortened(f"Name the new {kind_word(node.kind)} {name}".strip()))
    # The address changes with every letter, but the typing is one step.
    return replace(edit, merge=f"type:{address.entity_list}/*/name" if typing else "")
