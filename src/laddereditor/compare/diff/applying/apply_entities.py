"""Apply changes of whole entries to a ladder."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from laddereditor.compare.diff.applying.renamed_ids import renamed_entity, used_ids
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.list_plan import (
    DoesNotFit,
    ListChange,
    ListPlan,
    RenamedId,
    arranged,
)
from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.mapping import remap
from laddereditor.edits.words import called, kind_word, missing
from laddereditor.model.address import (
    Address,
    listed_at,
)
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import COLLECTION_KINDS, KINDS, kind_of
from laddereditor.model.ladder import Ladder

_NOWHERE = NodeList(KINDS["family"], None)  # of an added entry, until it is inserted into its list


@dataclass(eq=False, slots=True)
class _AppliedEntities:
    """A draft, the entry of each change in it, and the planned changes of its lists."""

    ladder: Ladder
    draft: Draft
    nodes: dict[int, DraftNode] = field(
        default_factory=dict
    )  # id of a change -> the entry it is about
    added: dict[Address, DraftNode] = field(
        default_factory=dict
    )  # address -> a family that is added
    list_changes: dict[int, tuple[ListPlan, ListChange]] = field(default_factory=dict)

    def list_change(self, plan: ListPlan) -> ListChange:
        return self.list_changes.setdefault(id(plan), (plan, ListChange()))[1]


def restructured(ladder: Ladder, changes: Sequence[LadderChange]) -> Edit:
    """Return the edit that applies changes of whole entries.

    References follow renamed entries, and so do accepted findings. The edit raises EditRefused if
    a change no longer fits.
    """
    work = _AppliedEntities(ladder, Draft(ladder))
    for change in changes:
        if change.kind not in ("added", "reordered"):
            work.nodes[id(change)] = _node(work, change)
    _rename(work, [change for change in changes if change.kind == "renamed"])
    names = names_left(changes)
    for change in changes:
        _plan(work, change, names)
    for plan, list_change in work.list_changes.values():
        _arrange(work, plan, list_change)
    return work.draft.edit("")


def _node(work: _AppliedEntities, change: LadderChange) -> DraftNode:
    for address in (change.detail.was, change.address):
        try:
            node = work.draft.node(address)
        except EditRefused:
            continue
        if change.kind == "removed" and not _is_unchanged(node.entity, change.before):
            raise EditRefused(
                f"{_words(change.before)} has changed since the comparison was made. Compare again."
            )
        return node
    if isinstance(change.before, Entity):
        raise EditRefused(f"{_words(change.before)} is no longer in this ladder.")
    words = missing(work.draft.ladder, change.detail.was)
    raise EditRefused(f"{words} is no longer in this ladder.")


def _words(entity: Entity) -> str:
    kind = kind_of(entity)
    return f"The {kind_word(kind.name)} “{called(entity)}”" if kind else called(entity)


def _is_unchanged(entity: Entity, before: Entity) -> bool:
    if entity is before or entity == before:
        return True
    if not isinstance(entity, Family) or not isinstance(before, Family):
        return False
    known = {profile.level: profile for profile in before.profiles}
    return entity.model_copy(update={"profiles": ()}) == before.model_copy(
        update={"profiles": ()}
    ) and all(known.get(profile.level) == profile for profile in entity.profiles)


def _rename(work: _AppliedEntities, changes: Sequence[LadderChange]) -> None:
    """Give entries their new ids, all at once, so that two may exchange theirs."""
    targets: dict[tuple[str, DraftNode | None], dict[str, str | None]] = {}
    for change in changes:
        node = work.nodes[id(change)]
        if node.key != change.before:
            raise EditRefused(f"{_words(node.entity)} has another id now.")
        if not node.is_repeat and node.kind != "profile":
            targets.setdefault((node.kind, node.node_list.owner), {})[change.before] = change.after
    for change in changes:
        work.nodes[id(change)].change(id=change.after)
    for (kind, owner), ids in targets.items():
        remap(work.draft, kind, ids, owner)


def names_left(changes: Sequence[LadderChange]) -> tuple[RenamedId, ...]:
    """Return the ids that a diff changes, without those whose renames are applied here."""
    names = next((change.detail.names for change in changes if change.detail.names), ())
    taken = {
        (change.address, change.before)
        for change in changes
        if change.kind == "renamed" and change.detail.is_structural
    }
    return tuple(name for name in names if (_address(name), name.old) not in taken)


def _address(name: RenamedId) -> Address:
    return name.family.list_of(KINDS[name.kind].collection).entry(name.new)


def _plan(work: _AppliedEntities, change: LadderChange, names: Sequence[RenamedId]) -> None:
    """Note the effect of a change on its lists; renames have already been applied."""
    here = used_ids(work.ladder, names, change.address.family)
    if change.kind == "added":
        node = DraftNode(renamed_entity(change.after, here), _NOWHERE)
        if isinstance(node.entity, Family):
            work.added[change.address] = node
    elif change.kind == "reordered":
        plan = change.detail.puts[0][0]
        work.list_change(plan).shifts |= {new for _, new in change.detail.puts}
        return
    elif change.kind == "renamed":
        return
    else:
        node = work.nodes[id(change)]
    if change.kind == "moved" and isinstance(change.after, Profile):
        level = here.get("level", {}).get(change.after.level) or change.after.level
        if level != node.key:
            node.change(level=level)
    _place(work, change, node)


def _place(work: _AppliedEntities, change: LadderChange, node: DraftNode) -> None:
    taken = {id(plan) for plan, _ in change.detail.takes}
    for plan, old in change.detail.takes:
        if all(plan is not other for other, _ in change.detail.puts):
            work.list_change(plan).drops.add(old)
    for plan, new in change.detail.puts:
        if id(plan) in taken:
            work.list_change(plan).shifts.add(new)
        else:
            work.list_change(plan).puts[new] = node


def _arrange(work: _AppliedEntities, plan: ListPlan, list_change: ListChange) -> None:
    node_list = _list_of(work, plan)
    labels = [node.old for node in node_list.nodes]
    if any(not label for label in labels):  # of a family that is also added
        labels = _places(plan, node_list)
    where = _where(plan, labels)
    try:
        nodes = arranged(plan, node_list.nodes, list_change, where)
    except DoesNotFit as error:
        words = missing(work.draft.ladder, plan.before[error.args[0]])
        raise EditRefused(f"{words} is no longer in this ladder. Compare again.") from error
    node_list.nodes = nodes
    for node in nodes:
        node.node_list = node_list
    _refuse_repeated_ids(plan, node_list, labels)


def _places(plan: ListPlan, node_list: NodeList) -> list[Address]:
    entities = [node.entity for node in node_list.nodes]
    return [one for one, _ in listed_at(plan.address.list_of(node_list.kind.collection), entities)]


def _where(plan: ListPlan, labels: Sequence[Address]) -> list[int | None]:
    """Return the places of a plan's entries: under their old addresses, else the new ones."""
    known = {label: place for place, label in enumerate(labels)}
    new = {old: plan.after[place] for place, old in enumerate(plan.source)}
    return [
        known.get(address, known.get(new.get(place, "")))
        for place, address in enumerate(plan.before)
    ]


def _list_of(work: _AppliedEntities, plan: ListPlan) -> NodeList:
    kind = COLLECTION_KINDS[plan.field].name
    if not plan.address and not plan.was:
        return work.draft.node_list(kind)
    if plan.address in work.added:
        return work.draft.node_list(kind, work.added[plan.address])
    for address in (plan.was, plan.address):
        try:
            return work.draft.node_list(kind, work.draft.node(address))
        except EditRefused:
            continue
    raise EditRefused(
        f"The family “{plan.address.key}” is not in this ladder. Also take the change that adds it."
    )


def _refuse_repeated_ids(plan: ListPlan, node_list: NodeList, labels: Sequence[Address]) -> None:
    """Refuse an id that would be twice in a list, unless the new ladder has it twice."""
    meant = Counter(address.key for address in plan.after)
    before = Counter(label.key for label in labels)
    for key, count in Counter(node_list.keys()).items():
        if count > max(1, meant[key], before[key]):
            raise EditRefused(
                f"There is already a {kind_word(node_list.kind.name)} “{key}”. "
                "Also take the change that renames, moves or removes it."
            )
