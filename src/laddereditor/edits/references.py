"""Edits that keep references valid: give an entity another id or name."""

from collections.abc import Mapping

from laddereditor.edits.draft import Draft, DraftNode
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import slug, taken_ids, well_formed
from laddereditor.edits.mapping import remap
from laddereditor.edits.paths import put
from laddereditor.edits.words import (
    called,
    existing,
    kind_word,
    named,
    shortened,
)
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.kinds import kind_of, naming_field
from laddereditor.model.ladder import Ladder


@builder
def rename(ladder: Ladder, address: Address, new_id: str) -> Edit:
    """Give an entity another id (a level another code), everywhere it is referred to.

    A profile's id is its level.

    Args:
        ladder: The ladder, before the edit.
        address: The entry, "" for the ladder itself.
        new_id: The new id; spaces at its ends are dropped.

    Raises:
        EditRefused: The id is empty, taken or malformed.
    """
    new_id = new_id.strip()
    if not address:
        _well_formed("", new_id)
        after = put(ladder, address, FieldPath("id"), new_id)
        return Edit("Rename the ladder's id", lambda _: after)
    draft = Draft(ladder)
    node = draft.node(address)
    if new_id != node.key:
        _can_have(draft, node, new_id)
        give_id(draft, node, new_id)
    return draft.edit(
        shortened(f"Rename {kind_word(node.kind)} {_old(node, ladder)} to {new_id}"), node
    )


def _old(node: DraftNode, ladder: Ladder) -> str:
    entity = existing(ladder, node.old)
    kind = kind_of(entity)
    return str(getattr(entity, kind.key)) if kind else ""


def give_id(draft: Draft, node: DraftNode, new_id: str) -> None:
    """Rename a node of a draft and point references to the new id.

    References to an id that several siblings share belong to the first of them, and stay with it.

    Args:
        draft: The draft.
        node: The node of the draft that gets the id.
        new_id: The new id, which has to be free and well-formed.
    """
    old, repeat = node.key, node.is_repeat
    node.change(**{node.node_list.kind.key: new_id})
    if not repeat and node.kind != "profile":
        remap(draft, node.kind, {old: new_id}, node.node_list.owner)


def _can_have(draft: Draft, node: DraftNode, new_id: str) -> None:
    if not new_id:
        raise EditRefused(f"{called(node.entity)} needs an id. Type one, or undo.")
    if node.kind == "profile":
        _level_free(draft, node, new_id)
        return
    _well_formed(node.kind, new_id)
    if new_id in taken_ids(draft.ladder, node.kind):
        raise EditRefused(
            f"There is already a {kind_word(node.kind)} “{new_id}”. Choose another id."
        )


def _level_free(draft: Draft, node: DraftNode, level: str) -> None:
    family = called(node.node_list.owner.entity) if node.node_list.owner else ""
    if level not in draft.node_list("level").keys():  # noqa: SIM118 - a list of keys, no mapping
        raise EditRefused(f"There is no level “{level}”. Choose one of the ladder's levels.")
    if level in node.node_list.keys():  # noqa: SIM118
        raise EditRefused(f"{family} already has a profile for {level}. Choose another level.")


def _well_formed(kind: str, new_id: str) -> None:
    if not new_id:
        raise EditRefused("The id cannot be empty. Type one, or undo.")
    if well_formed(kind, new_id):
        return
    if kind == "level":
        raise EditRefused(
            f"“{new_id}” cannot be a level's code: it is letters and a number, such as P3."
        )
    raise EditRefused(
        f"“{new_id}” cannot be an id: use lower-case letters, digits and hyphens, "
        f"such as “{slug(new_id, 'new-id')}”."
    )


def rename_all(ladder: Ladder, ids: Mapping[Address, str]) -> Ladder:
    """Return a ladder with entries renamed, all at once, so that they may exchange ids.

    `ids` are the new ids by address, not those of profiles. References follow. It is not checked
    whether an id is free and well-formed.

    Raises:
        EditRefused: An address is wrong.
    """
    draft = Draft(ladder)
    nodes = [(draft.node(address), key) for address, key in ids.items()]
    targets: dict[tuple[str, DraftNode | None], dict[str, str | None]] = {}
    for node, key in nodes:
        if not node.is_repeat:
            targets.setdefault((node.kind, node.node_list.owner), {})[node.key] = key
    for node, key in nodes:
        node.change(id=key)
    for (kind, owner), known in targets.items():
        remap(draft, kind, known, owner)
    return draft.edit("").change(ladder)


@builder
def rename_name(ladder: Ladder, address: Address, name: str) -> Edit:
    """Change what people call an entity (a profile: its title); its id stays.

    Args:
        ladder: The ladder.
        address: The entity.
        name: Its new name, or the new title of a profile.
    """
    entity = existing(ladder, address)
    kind = kind_of(entity)
    after = put(ladder, address, FieldPath(naming_field(type(entity))), name)
    what = f"{kind_word(kind.name)} {named(ladder, address)}" if kind else "the ladder"
    return Edit(shortened(f"Rename {what}"), lambda _: after)
