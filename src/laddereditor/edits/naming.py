"""Names of new entries, whose ids follow them until the ladder is saved or an id is set by hand."""

import re
from dataclasses import replace

from laddereditor.edits.draft import Draft
from laddereditor.edits.edit import Edit, builder
from laddereditor.edits.homes import taken_in
from laddereditor.edits.ids import slug, unique
from laddereditor.edits.references import give_id
from laddereditor.edits.words import kind_word, shortened
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder

_BY_NAME = ("track", "factor", "proficiency", "competency", "skill", "family")


def id_follows_name(ladder: Ladder, saved: Ladder | None, address: Address) -> bool:
    """Whether the entity at an address gets another id with another name.

    It does while its id is the one that its name gives, and the ladder as it was `saved` last
    (None if it never was) has no entry there that others could refer to already.
    """
    try:
        entity = address.entity(ladder)
    except NoSuchPlace:
        return False
    kind = kind_of(entity)
    if kind is None or kind.name not in _BY_NAME or _is_in(saved, address):
        return False
    made = re.escape(slug(str(getattr(entity, "name", "")), kind.name))
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
    """Give a new entry a name and the id that goes with it; what refers to it follows."""
    draft = Draft(ladder)
    node = draft.node(address)
    taken = taken_in(draft, node.home) - {node.key}
    new_id = unique(slug(name, node.kind), taken)
    node.change(name=name)
    if new_id != node.key:
        give_id(draft, node, new_id)
    edit = draft.edit(shortened(f"Name the new {kind_word(node.kind)} {name}".strip()))
    # The address changes with every letter; the typing is one step all the same.
    return replace(edit, merge=f"type:{address.entity_list}/*/name" if typing else "")
