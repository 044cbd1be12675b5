"""Changes arranged as a tree of nodes: by family and level, filtered, with lasting keys; no Qt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from laddereditor.compare.diff.changes.change import ChangeKind, LadderChange
from laddereditor.compare.diff.changes.change_words import (
    after_text,
    before_text,
    effect_words,
    headline,
)
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.folding import folded
from laddereditor.model.kinds import COLLECTIONS, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.change_row import ChangeGroup, ChangeRow
from laddereditor.presentation.changes.same_edits import (
    SameEdits,
    grouped_by_edit,
    key_of_edit,
    place_of_edits,
)
from laddereditor.presentation.changes.signs import EFFECTS, KINDS, EffectGroup, effect_group
from laddereditor.presentation.tree.nodes import TreeNode
from laddereditor.reports.changes.grouped_changes import same_edit

ROOT = "all"  # the node above everything, which is not shown
EDITS = "edits"  # the kind of a node that is one edit of several levels
_LADDER = "The ladder itself"


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes are to be shown."""

    kind: ChangeKind | None = None
    effects: frozenset[EffectGroup] = frozenset(EFFECTS)
    group: str = ""  # key of the group, "" for all
    query: str = ""

    def fits(self, row: ChangeRow) -> bool:
        """Whether a change is to be shown."""
        change = row.change
        return (
            (self.kind is None or change.kind == self.kind)
            and effect_group(change) in self.effects
            and self.group in ("", row.group.key)
            and all(word in row.words for word in folded(self.query).split())
        )


@dataclass(frozen=True, slots=True, eq=False)
class ArrangedChanges:
    """The nodes to show, and the changes by their keys."""

    root: TreeNode
    rows: dict[str, ChangeRow]  # of the changes shown, from top to bottom
    under: dict[str, tuple[ChangeRow, ...]] = field(default_factory=dict)  # group -> its changes

    def rows_at(self, key: str) -> tuple[ChangeRow, ...]:
        """Return the changes that a node represents."""
        return (self.rows[key],) if key in self.rows else self.under.get(key, ())


def rows_of(changes: Iterable[LadderChange], old: Ladder, new: Ladder) -> tuple[ChangeRow, ...]:
    """Return changes with keys that last while a person types, and with their words.

    Args:
        changes: The changes, in their order.
        old: The old ladder, for names.
        new: The new ladder, for names.
    """
    places = _Places(old, new)
    seen: Counter[str] = Counter()
    found = []
    for change in changes:
        key = _key(change)
        seen[key] += 1
        group, entity = places.of(change)
        heading = headline(change, old, new)
        before, after = before_text(change, old), after_text(change, new)
        where = f"{group.words} {entity.words if entity else ''}"
        search_text = folded(f"{heading} {where} {change.reason} {before} {after}")
        label = _label(change, heading, after or before)
        edit = same_edit(change, heading, before, after)
        row_key = f"{key}#{seen[key]}"
        found.append(ChangeRow(row_key, change, heading, label, group, entity, search_text, edit))
    return tuple(found)


def _label(change: LadderChange, heading: str, text: str) -> str:
    """Return the headline with the first line of the text, unless it says it already."""
    line = text.partition("\n")[0]
    if (
        change.detail.is_structural
        or change.kind in ("renamed", "reordered")
        or not line
        or line in heading
    ):
        return heading
    return f"{heading}: {line}"


def _key(change: LadderChange) -> str:
    """Return the parts of a change that stay the same while a person types."""
    at = change.detail.was or change.address
    if change.detail.is_structural:
        return f"{at}|{change.field}|{change.kind}"
    if change.before is None:
        return f"{at}|{change.field}|new"
    path = change.field.list_path
    place = "moved" if change.kind == "moved" else ""
    return f"{at}|{path}|{place}|{hash(repr(change.before))}"


class _Places:
    """Finds the group and the entry of each change."""

    def __init__(self, old: Ladder, new: Ladder) -> None:
        self._ladders = new, old
        self._known: dict[str, ChangeGroup] = {}

    def of(self, change: LadderChange) -> tuple[ChangeGroup, ChangeGroup | None]:
        address = change.address
        if not address and change.detail.is_structural:
            group = self._list(change.field)
        elif not address:
            group = self._known.setdefault("", ChangeGroup("g:", _LADDER, "ladder"))
        elif address.family:
            group = self._entry(address.family, "g:", change)
        else:
            group = self._list(address.collection)
        inside = bool(address and change.field) and not change.detail.is_structural
        return group, self._entry(address, "e:", change) if inside else None

    def _list(self, name: str) -> ChangeGroup:
        if name not in self._known:
            kind = COLLECTIONS.get(name)
            words, icon = (kind.plural, kind.name) if kind else (name, "ladder")
            self._known[name] = ChangeGroup(f"g:{name}", words, icon)
        return self._known[name]

    def _entry(self, address: Address, prefix: str, change: LadderChange) -> ChangeGroup:
        key = prefix + address
        if key not in self._known:
            entity = self._find(address)
            kind = kind_of(entity) if entity else None
            words = label_of(entity) if entity else address
            if prefix == "e:" and kind is not None and kind.name == "family":
                words = "The family itself"
            was = change.detail.was if prefix == "e:" else ""
            self._known[key] = ChangeGroup(
                prefix + (was or address), words, kind.name if kind else ""
            )
        return self._known[key]

    def _find(self, address: Address) -> Entity | None:
        for ladder in self._ladders:
            try:
                return address.entity(ladder)
            except NoSuchPlace:
                continue
        return None


def arranged(
    rows: Sequence[ChangeRow], wanted: ChangeFilter, first: Sequence[TreeNode] = ()
) -> ArrangedChanges:
    """Return the tree of the changes that pass the filter.

    Args:
        rows: All changes.
        wanted: The filter, and how changes are grouped.
        first: Nodes that come before the changes: conflicts, and what was left out.
    """
    shown = [row for row in rows if wanted.fits(row)]
    groups: dict[str, list[ChangeRow]] = {}
    for row in shown:
        groups.setdefault(row.group.key, []).append(row)
    under: dict[str, tuple[ChangeRow, ...]] = {}
    nodes = tuple(_group(found, under) for found in groups.values())
    by_key = {row.key: row for row in shown}
    root = TreeNode(ROOT, "", "root", children=(*first, *nodes))
    return ArrangedChanges(
        root,
        {leaf.key: by_key[leaf.key] for leaf in leaves(root) if leaf.key in by_key},
        under,
    )


_Under = dict[str, tuple[ChangeRow, ...]]  # key of a node -> the changes below it


def _group(rows: Sequence[ChangeRow], under: _Under) -> TreeNode:
    """Return the node of a group; what is below each node in it is added to `under`."""
    place = rows[0].group
    single = [_leaf(row) for row in rows if row.entity is None]
    entries: dict[str, list[SameEdits]] = {}
    places: dict[str, ChangeGroup] = {}
    for edits in grouped_by_edit(row for row in rows if row.entity is not None):
        found = place_of_edits(edits)
        assert found is not None
        entries.setdefault(found.key, []).append(edits)
        places[found.key] = found
    inner = [_entry(places[key], found, under) for key, found in entries.items()]
    return _node(place, "group", rows, (*single, *inner), under)


def _entry(place: ChangeGroup, edits: Sequence[SameEdits], under: _Under) -> TreeNode:
    rows = [row for same in edits for row in same]
    children = tuple(_leaf(same[0]) if len(same) == 1 else _edit(same, under) for same in edits)
    return _node(place, "entry", rows, children, under)


def _edit(rows: SameEdits, under: _Under) -> TreeNode:
    """Return the node of one edit, with a part for each entry that it was made in."""
    parts = tuple(
        replace(_leaf(row), label=row.entity.words if row.entity else row.label) for row in rows
    )
    first = rows[0]
    place = ChangeGroup(key_of_edit(rows), first.label, KINDS[first.change.kind].icon)
    return _node(place, EDITS, rows, parts, under)


def _node(
    place: ChangeGroup,
    kind: str,
    rows: Sequence[ChangeRow],
    children: tuple[TreeNode, ...],
    under: _Under,
) -> TreeNode:
    under[place.key] = tuple(rows)
    # The counts are the node's badge, so that it looks different when they are others.
    return TreeNode(
        place.key, place.words, kind, badge=counts_words(rows), icon=place.icon, children=children
    )


def _leaf(row: ChangeRow) -> TreeNode:
    change = row.change
    return TreeNode(
        row.key,
        row.label,
        "change",
        badge=effect_words(change)[0],
        icon=KINDS[change.kind].icon,
    )


def counts(rows: Iterable[ChangeRow]) -> dict[EffectGroup, int]:
    """Return how many changes have each effect or concern people, in the usual order."""
    found = Counter(effect_group(row.change) for row in rows)
    return {effect: found[effect] for effect in EFFECTS if found[effect]}


def counts_words(rows: Iterable[ChangeRow]) -> str:
    """Return the counts in words: "3 raise, 1 clarify"."""
    return ", ".join(
        f"{count} {EFFECTS[effect].short.lower()}" for effect, count in counts(rows).items()
    )


def leaves(node: TreeNode) -> Iterator[TreeNode]:
    """Yield the nodes without children below a node, from top to bottom."""
    for child in node.children:
        if child.children:
            yield from leaves(child)
        elif child.kind in ("change", "conflict", "left-out"):
            yield child
