"""Marks of the tree: how bad the findings are at and below a node, and what is not saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.gui.tree.nodes import GROUPED, LADDER_KEY
from laddereditor.model.address import NoSuchPlace, entity_at, sibling_parts
from laddereditor.model.base import Entity
from laddereditor.model.kinds import LADDER_KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import Report
from laddereditor.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """What is told about one node."""

    severity: Severity | None = None  # the worst finding at the node itself
    count: int = 0  # findings at the node itself
    below: Severity | None = None  # the worst finding at the node or below it
    unsaved: bool = False


NO_MARK = Mark()


def ancestors(ladder: Ladder, address: str) -> list[str]:
    """Return the keys of the nodes above an entity's node, nearest first."""
    collection, _, rest = address.partition("/")
    if not rest:
        return [LADDER_KEY]
    found = []
    pieces = rest.split("/")
    if len(pieces) > 1:
        found.append(f"{collection}/{pieces[0]}")
    if collection in GROUPED:
        try:
            entity = entity_at(ladder, f"{collection}/{pieces[0]}")
            found.append(f"{collection}@{getattr(entity, GROUPED[collection][0])}")
        except NoSuchPlace:
            pass
    return [*found, collection, LADDER_KEY]


def marks(ladder: Ladder, report: Report | None, saved: Ladder | None) -> dict[str, Mark]:
    """Return the mark of every node that has one, by key."""
    own: dict[str, list[Severity]] = {}
    for finding in report.findings if report else ():
        own.setdefault(finding.address or LADDER_KEY, []).append(finding.severity)
    unsaved = unsaved_addresses(ladder, saved)
    above: dict[str, Severity] = {}
    for address, severities in own.items():
        worst = max(severities, key=lambda s: s.rank)
        for key in (address, *(ancestors(ladder, address) if address != LADDER_KEY else ())):
            if key not in above or above[key].rank < worst.rank:
                above[key] = worst
    return {
        key: Mark(
            max(own[key], key=lambda s: s.rank) if key in own else None,
            len(own.get(key, ())),
            above.get(key),
            key in unsaved,
        )
        for key in above.keys() | unsaved
    }


def unsaved_addresses(ladder: Ladder, saved: Ladder | None) -> set[str]:
    """Return the addresses of entities that are not as they were saved, and their families'."""
    if saved is None or saved is ladder:
        return set()
    found: set[str] = set()
    for kind in LADDER_KINDS:
        now, before = getattr(ladder, kind.collection), getattr(saved, kind.collection)
        if now is not before:
            found |= _changed(now, before, kind.key, kind.collection)
    if _scalars(ladder) != _scalars(saved):
        found.add(LADDER_KEY)
    return found


def _changed(now: Sequence[Entity], before: Sequence[Entity], key: str, head: str) -> set[str]:
    known = {id(entity) for entity in before}
    old = dict(zip(sibling_parts(before, key), before, strict=True))
    found: set[str] = set()
    for part, entity in zip(sibling_parts(now, key), now, strict=True):
        if id(entity) in known:
            continue
        was = old.get(part)
        if was is not None and was == entity:
            continue
        address = f"{head}/{part}"
        found.add(address)
        for field, inner in (("profiles", "level"), ("competencies", "id")):
            children = getattr(entity, field, None)
            if children:
                inside = address if field == "profiles" else f"{address}/{field}"
                found |= _changed(children, getattr(was, field, ()), inner, inside)
    return found


def _scalars(ladder: Ladder) -> list[object]:
    collections = {kind.collection for kind in LADDER_KINDS}
    return [value for name, value in ladder if name not in collections]
