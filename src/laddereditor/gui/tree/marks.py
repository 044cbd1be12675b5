"""Marks of the tree: how bad the findings are at and below a node, and what is not saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from laddereditor.gui.tree.nodes import LADDER_KEY
from laddereditor.model.address import sibling_parts
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


def marks(
    ladder: Ladder, report: Report | None, saved: Ladder | None, parent_key: Callable[[str], str]
) -> dict[str, Mark]:
    """Return the mark of every node that has one, by key.

    `parent_key` gives the key of the node above one, "" for the top.
    """
    own: dict[str, list[Severity]] = {}
    for finding in report.findings if report else ():
        own.setdefault(finding.address or LADDER_KEY, []).append(finding.severity)
    unsaved = unsaved_addresses(ladder, saved)
    worst = {key: max(severities, key=lambda s: s.rank) for key, severities in own.items()}
    above: dict[str, Severity] = {}
    for address, severity in worst.items():
        key = address
        while key and (key not in above or above[key].rank < severity.rank):
            above[key] = severity
            key = parent_key(key)
    return {
        key: Mark(worst.get(key), len(own.get(key, ())), above.get(key), key in unsaved)
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
