"""A ladder as a package of CASE 1.1, the open format for frameworks of competencies.

Source: 1EdTech, “Competencies and Academic Standards Exchange (CASE) Service 1.1, Information
Model”, https://www.imsglobal.org/spec/case/v1p1. Each entity is an item (`CFItem`), and so is each
text that it has beside its name; associations say what an item is a child or a part of, which skill
it asks for and at which proficiency (`hasSkillLevel`), and which level comes before another.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.part import PlacedText, mark_of
from laddereditor.model.address import Address, FieldPath, walk
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS, kind_of, naming_field
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import proficiency_of, skill_of
from laddereditor.reports.common.json_values import json_text
from laddereditor.reports.data.case_nodes import CaseItem, CaseNodes
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import ExportedFile, Exporter, ExportSource, Progress

_ADOPTION = {"published": "Adopted", "retired": "Deprecated"}  # by status; a draft otherwise
_ORDERED = ("level", "proficiency")


def write_case(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: the package as JSON."""
    package = case_package(source)
    progress(1, 1)
    yield ExportedFile("", f"{json_text(package)}\n".encode("utf-8", "replace"))


def case_package(source: ExportSource) -> dict[str, Any]:
    """Return a ladder as a `CFPackage`."""
    ladder = source.ladder
    nodes = CaseNodes(ladder, source.today)
    lister = PartLister(ladder)
    for address, entity in walk(ladder):
        if address:
            _add_entity(nodes, source, address, entity)
    for address, entity in walk(ladder):
        if address:
            _relate(nodes, ladder, address, entity)
            _add_texts(nodes, source, lister, address, entity)
    for kind in _ORDERED:
        _add_order(nodes, ladder, kind)
    return nodes.package(_document(source))


def _document(source: ExportSource) -> dict[str, Any]:
    ladder = source.ladder
    found = {
        "creator": ladder.organization or ladder.name or ladder.id or "Ladder Editor",
        "title": ladder.name or ladder.id or "Ladder",
        "description": ladder.description,
        "language": ladder.language,
        "version": ladder.version,
        "adoptionStatus": _ADOPTION.get(ladder.status, "Draft"),
        "statusStartDate": ladder.effective.isoformat() if ladder.effective else "",
        "frameworkType": "Career ladder",
        "extensions": {
            "laddereditor": {"ladder": ladder.id, "audience": source.scope.audience},
        },
    }
    return {key: value for key, value in found.items() if value}


def _add_entity(nodes: CaseNodes, source: ExportSource, address: Address, entity: Entity) -> None:
    kind = kind_of(entity)
    assert kind is not None
    name = _text(entity, naming_field(type(entity)))
    if isinstance(entity, Profile):
        family = address.parent.entity(source.ladder)
        named = family.name or family.id if isinstance(family, Family) else ""
        title = f"{named} {entity.level}"
    else:
        title = name or address.key
    description = _text(entity, "description") or _text(entity, "summary")
    identifier = _text(entity, "external_id")
    nodes.item(address, CaseItem(title, kind.title, address.key, description, identifier))


def _text(entity: Entity, name: str) -> str:
    value = getattr(entity, name, "") if name else ""
    return value if isinstance(value, str) else ""


def _relate(nodes: CaseNodes, ladder: Ladder, address: Address, entity: Entity) -> None:
    """Say what an entity belongs to."""
    nodes.associate("isChildOf", address, address.parent)
    if isinstance(entity, Profile):
        nodes.associate("isPartOf", address, Address("levels").entry(entity.level))
    elif isinstance(entity, Level) and entity.track:
        nodes.associate("isPartOf", address, Address("tracks").entry(entity.track))
    elif isinstance(entity, Family) and entity.parent:
        nodes.associate("isPartOf", address, Address("families").entry(entity.parent))


def _add_texts(
    nodes: CaseNodes, source: ExportSource, lister: PartLister, address: Address, entity: Entity
) -> None:
    """Add the texts of an entity as its children."""
    for part in lister.of_entity(address, entity):
        if not goes_out(source.scope, part.spec):
            continue
        place = address.at(part.path)
        shown, key = part.text, part.path.key
        if part.spec.shape == "skills":
            shown = lister.names.name("skill", key)
        nodes.item(place, CaseItem(shown, part.spec.title, part=_extension(part)))
        nodes.associate("isChildOf", place, address)
        if part.spec.shape == "skills":
            _add_use(nodes, place, key, entity, part)
        elif part.spec.is_keyed and part.spec.refers_to in KINDS:
            about = Address(KINDS[part.spec.refers_to].collection).entry(key)
            own = address.family.at(about)
            nodes.associate("isRelatedTo", place, own if nodes.has(own) else about)


def _extension(part: PlacedText) -> dict[str, str]:
    """Return what CASE has no field for: the text of a cell, if it is not the statement itself."""
    found = {"mark": mark_of(part.text)}
    return found | {"text": part.text} if part.spec.shape == "skills" else found


def _add_use(
    nodes: CaseNodes, place: Address, skill: str, entity: Entity, part: PlacedText
) -> None:
    nodes.associate("isRelatedTo", place, Address("skills").entry(skill))
    uses = getattr(entity, FieldPath(part.spec.name))
    step = next((proficiency_of(use) for use in uses if skill_of(use) == skill), "")
    if step:
        nodes.associate("hasSkillLevel", place, Address("proficiencies").entry(step))


def _add_order(nodes: CaseNodes, ladder: Ladder, kind: str) -> None:
    """Say which of two neighbours comes first; levels only inside a track."""
    collection = KINDS[kind].collection
    for lower, higher in pairwise(getattr(ladder, collection)):
        if getattr(lower, "track", "") == getattr(higher, "track", ""):
            ends = (Address(collection).entry(one.id) for one in (lower, higher))
            nodes.associate("precedes", *ends)


CASE_EXPORT = Exporter("case", "Competency framework (CASE 1.1)", ".json", write_case)
