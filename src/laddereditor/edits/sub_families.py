"""Edits of sub-families: move families under others, store only differences, take out, fold."""

from collections.abc import Collection, Iterable
from typing import Any, cast

from laddereditor.edits.draft import Draft, DraftNode
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.folding import folded_family, folded_profile
from laddereditor.edits.placement import chosen_nodes, profile_place
from laddereditor.edits.words import called, label_for
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import (
    Holders,
    added_items,
    below,
    find_level,
    inheriting_fields,
    is_nothing,
)
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import (
    families_above,
    family_of_id,
    own_competencies,
    parent_profiles,
)
from laddereditor.model.resolve import ResolvedProfile, resolved
from laddereditor.model.shapes import PLAIN_LISTS


@builder
def move_under(ladder: Ladder, addresses: Iterable[Address], parent: Address) -> Edit:
    """Make families sub-families of another one; what they say themselves stays.

    Args:
        ladder: The ladder.
        addresses: The families.
        parent: The family that they are part of then; "" takes them out of their parents.

    Raises:
        EditRefused: One of them is no family, or is above the parent.
    """
    draft = Draft(ladder)
    nodes = [_family_node(node) for node in chosen_nodes(draft, addresses)]
    above = draft.node(parent) if parent else None
    for node in nodes:
        refuse_circle(ladder, _family(node), above.key if above else "")
        node.change(parent=above.key if above else "")
    rest = f" under {called(above.entity)}" if above else " out of its parent"
    return draft.edit(label_for("Move", [node.entity for node in nodes], rest), nodes[0])


def refuse_circle(ladder: Ladder, family: Family, parent: str) -> None:
    """Refuse a parent by which a family would be part of itself.

    Args:
        ladder: The ladder.
        family: The family.
        parent: The id of the parent that it is to have, "" for none.

    Raises:
        EditRefused: The parent is the family itself, or is below it.
    """
    if not parent:
        return
    if parent == family.id:
        raise EditRefused(f"{called(family)} cannot be part of itself. Choose another family.")
    wanted = next((one for one in ladder.families if one.id == parent), None)
    if wanted and any(one.id == family.id for one in families_above(ladder, wanted)):
        raise EditRefused(
            f"{called(wanted)} is part of {called(family)} already, so {called(family)} cannot be "
            f"part of it. Choose another family."
        )


@builder
def make_sub_family(ladder: Ladder, address: Address, parent: Address) -> Edit:
    """Make a family a sub-family that stores only what differs from its parent.

    Its profiles say the same as before. Only where they said nothing do they inherit what the
    parent's say; a list in which something of the parent's is missing replaces the parent's.

    Args:
        ladder: The ladder.
        address: The family.
        parent: The family that it is part of then.

    Raises:
        EditRefused: One of them is no family, or the family is above the parent.
    """
    draft = Draft(ladder)
    node, above = _family_node(draft.node(address)), _family_node(draft.node(parent))
    refuse_circle(ladder, _family(node), above.key)
    give_parent(draft, node, above.key)
    return draft.edit(label_for("Make", [node.entity], f" part of {called(above.entity)}"), node)


@builder
def leave_parent(ladder: Ladder, address: Address) -> Edit:
    """Make a sub-family a family of its own, whose profiles keep what they inherit.

    Args:
        ladder: The ladder.
        address: The sub-family.

    Raises:
        EditRefused: The family has no parent.
    """
    draft = Draft(ladder)
    node = _family_node(draft.node(address))
    if not _family(node).parent:
        raise EditRefused(f"{called(node.entity)} is not a sub-family; it has no parent.")
    give_parent(draft, node, "")
    return draft.edit(label_for("Make", [node.entity], " a family of its own"), node)


@builder
def fold_back(ladder: Ladder, address: Address) -> Edit:
    """Fold a sub-family into its parent, which takes over all that it says.

    Its lists are added to the parent's; profiles at levels that the parent lacks move there. What
    only one of the two can say, such as another summary, goes into the parent's notes. Families
    below the sub-family become part of the parent.

    Args:
        ladder: The ladder.
        address: The sub-family.

    Raises:
        EditRefused: The family has no parent, or the parent is gone.
    """
    draft = Draft(ladder)
    node = _family_node(draft.node(address))
    family = _family(node)
    above = next((one for one in draft.node_list("family").nodes if one.key == family.parent), None)
    if above is None or above is node:
        raise EditRefused(f"{called(family)} has no parent that it could be folded into.")
    profiles = draft.node_list("profile", node)
    target = draft.node_list("profile", above)
    for one in list(profiles.nodes):
        there = next((each for each in target.nodes if each.key == one.key), None)
        one.take()
        if there is None:
            target.insert(profile_place(draft, target, one.key), one)
        else:
            whole = resolved(ladder, _family(above), _profile(there))
            there.entity = folded_profile(whole, _profile(one), called(family))
    own = draft.node_list("competency", above)
    for one in list(draft.node_list("competency", node).nodes):
        if one.key not in own.keys():  # noqa: SIM118 - a list of keys, not a mapping
            one.take()
            own.append(one)
    above.entity = folded_family(_family(above), family)
    for other in draft.node_list("family").nodes:
        if getattr(other.entity, "parent", "") == family.id and other is not above:
            other.change(parent=above.key)
    node.take()
    label = label_for("Fold", [family], f" back into {called(above.entity)}")
    return draft.edit(label, above)


def give_parent(draft: Draft, node: DraftNode, parent: str) -> None:
    """Give a family another parent in a draft; its profiles say the same as before.

    Args:
        draft: The draft.
        node: The family.
        parent: The id of the parent, "" for none.
    """
    ladder, family = draft.ladder, _family(node)
    moved = evolve(family, parent=parent)
    wanted: set[str] = set()
    for one in draft.node_list("profile", node).nodes:
        profile = _profile(one)
        before = resolved(ladder, family, profile)
        holders = Holders(
            moved,
            find_level(ladder, profile.level),
            parent_profiles(ladder, moved, profile.level),
        )
        one.entity = saying_the_same(before, holders)
        wanted |= set(_profile(one).expectations)
    node.change(parent=parent)
    known = {own.id for own in own_competencies(ladder, moved)}
    _keep_competencies(draft, node, family, wanted - known)


def leave_removed_parents(draft: Draft, ids: Collection[str]) -> None:
    """Take the sub-families of removed families out of them; they keep what they inherit.

    They become part of the nearest family above that stays.

    Args:
        draft: The draft, without the removed families.
        ids: The ids of the removed families.
    """
    for node in draft.node_list("family").nodes:
        if (parent := _family(node).parent) in ids:
            give_parent(draft, node, parent_that_stays(draft.ladder, parent, ids))


def parent_that_stays(ladder: Ladder, removed: str, ids: Collection[str]) -> str:
    """Return the id of the nearest family above a removed one that stays, "" for none.

    Args:
        ladder: The ladder before they are removed.
        removed: The id of the removed family.
        ids: The ids of all removed families.
    """
    family = family_of_id(ladder, removed)
    above = families_above(ladder, family) if family else ()
    return next((one.id for one in above if one.id not in ids), "")


def _keep_competencies(draft: Draft, node: DraftNode, family: Family, wanted: set[str]) -> None:
    """Copy the competencies of families above that a family still needs and no longer sees."""
    own = draft.node_list("competency", node)
    missing = wanted - {*own.keys(), *draft.node_list("competency").keys()}
    for one in own_competencies(draft.ladder, family):
        if one.id in missing:
            own.append(DraftNode(one, own))


# -- profiles that say the same by what they inherit otherwise ------------------------------------


def saying_the_same(before: ResolvedProfile, holders: Holders) -> Profile:
    """Return a profile that says what it said before, and stores only what differs.

    Where it said nothing it inherits what there is.

    Args:
        before: The profile as it was.
        holders: What it inherits from now.
    """
    changes: dict[str, Any] = {}
    replaced: list[str] = []
    for spec in inheriting_fields(Profile):
        if spec.is_keyed:
            changes[spec.name] = _entries(spec, before, holders)
        elif spec.shape in PLAIN_LISTS and spec.passes_on:
            changes[spec.name], replaces = _items(spec, before, holders)
            replaced += [spec.name] if replaces else []
        else:
            changes[spec.name] = _value(spec, before, holders)
    changes["replaces"] = tuple(str(name) for name in replaced)
    profile = before.profile
    differ = {name: value for name, value in changes.items() if value != getattr(profile, name)}
    return evolve(profile, **differ) if differ else profile


def _value(spec: FieldSpec, before: ResolvedProfile, holders: Holders) -> Any:
    own, was = getattr(before.profile, spec.name), before.value(spec.name)
    inherited = below(spec, "", holders)
    if is_nothing(was.value) or was.value is False:
        return own
    empty = Profile.model_fields[spec.name].default
    return empty if was.value == inherited.value else was.value


def _entries(spec: FieldSpec, before: ResolvedProfile, holders: Holders) -> dict[str, Any]:
    found: dict[str, Any] = {}
    own = getattr(before.profile, spec.name)
    was = before.entries(spec.name)
    for key in dict.fromkeys((*own, *was)):
        inherited = below(spec, key, holders)
        value = was[key].value if key in was else own[key]
        if spec.shape == "texts" and not value:
            continue
        if value != inherited.value:
            found[key] = value
    return found


def _items(
    spec: FieldSpec, before: ResolvedProfile, holders: Holders
) -> tuple[tuple[Any, ...], bool]:
    """Return the own items of a list, and whether they replace the parent's."""
    if before.value(spec.name).is_inherited and not before.parents:
        return (), False  # the list of the level or the family
    was = tuple(item.value for item in before.items(spec.name))
    inherited = [item.value for item in added_items(spec, (), holders)]
    if all(item in was for item in inherited):
        return tuple(item for item in was if item not in inherited), False
    if not was and not before.parents:
        return (), False  # it said nothing, and inherits now
    return was, True


def _family(node: DraftNode) -> Family:
    return cast("Family", node.entity)


def _profile(node: DraftNode) -> Profile:
    return cast("Profile", node.entity)


def _family_node(node: DraftNode) -> DraftNode:
    if node.kind != "family":
        raise EditRefused(f"{called(node.entity)} is not a family. Choose a family.")
    return node
