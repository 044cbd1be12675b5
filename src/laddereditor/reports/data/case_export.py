"""A ladder as a package of CASE 1.1, the open format for frameworks of competencies.

Source: 1EdTech, “Competencies and Academic Standards Exchange (CASE) Service 1.1, Information
Model”, https://www.imsglobal.org/spec/case/v1p1. Each entity is an item (`CFItem`), and so is each
text that it has beside its name; associations say what an item is a child or a part of, which skill
it asks for and at which proficiency (`hasSkillLevel`), and which level comes before another.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.marks import inherited_mark
from laddereditor.edits.parts.part import PlacedText, mark_of
from laddereditor.model.address import Address, walk
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS, kind_of, naming_field
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import resolved
from laddereditor.model.statement import SkillUse, proficiency_of, skill_of
from laddereditor.reports.data.borrowed import borrowed_texts
from laddereditor.reports.data.case_nodes import CaseItem, CaseNodes, normalized
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import DATA, ExportedFile, Exporter, ExportSource, Progress

_ADOPTION = {"published": "Adopted", "retired": "Deprecated"}  # by status; a draft otherwise
_ORDERED = ("level", "proficiency")


def write_case(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: the package as JSON."""
    package = case_package(source)
    text = "{\n" + ",\n".join(_lines(package)) + "\n}\n"
    progress(1, 1)
    yield ExportedFile("", text.encode("utf-8", "replace"))


def _lines(package: dict[str, Any]) -> Iterator[str]:
    """Yield the parts of a package as JSON, with each item and association in a line of its own.

    Indented in full, most of the file of a large ladder would be spaces.
    """
    for name, value in package.items():
        several = isinstance(value, list)
        rows = [json.dumps(one, ensure_ascii=False) for one in (value if several else [value])]
        yield f'"{name}": ' + ("[\n" + ",\n".join(rows) + "\n]" if several else rows[0])


def case_package(source: ExportSource) -> dict[str, Any]:
    """Return a ladder as a `CFPackage`."""
    ladder = source.ladder
    nodes = CaseNodes(ladder, source.today)
    lister = PartLister(ladder)
    found = [(at, one) for at, one in walk(ladder) if at and at not in source.needed]
    for address, entity in found:
        _add_entity(nodes, source, address, entity)
    borrowed = borrowed_texts(source, lister)
    for address, entity in found:
        _relate(nodes, address, entity)
        own = (one for one in lister.of_entity(address, entity) if goes_out(source.scope, one.spec))
        _add_texts(nodes, source, lister, own)
        _add_texts(nodes, source, lister, borrowed.get(address, ()), inherited=True)
    for kind in _ORDERED:
        _add_order(nodes, ladder, kind)
    return nodes.package(_document(source))


def _document(source: ExportSource) -> dict[str, Any]:
    ladder = source.ladder
    found = {
        "creator": normalized(ladder.organization or ladder.name or ladder.id or "Ladder Editor"),
        "title": normalized(ladder.name or ladder.id or "Ladder"),
        "description": ladder.description,
        "language": normalized(ladder.language),
        "version": normalized(ladder.version),
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


def _relate(nodes: CaseNodes, address: Address, entity: Entity) -> None:
    """Say what an entity belongs to; one of a family that does not go out, to the document."""
    above = address.parent
    nodes.associate("isChildOf", address, above if nodes.has(above) else Address())
    if isinstance(entity, Profile):
        nodes.associate("isPartOf", address, Address("levels").entry(entity.level))
    elif isinstance(entity, Level) and entity.track:
        nodes.associate("isPartOf", address, Address("tracks").entry(entity.track))
    elif isinstance(entity, Family) and entity.parent:
        nodes.associate("isPartOf", address, Address("families").entry(entity.parent))


def _add_texts(
    nodes: CaseNodes,
    source: ExportSource,
    lister: PartLister,
    parts: Iterable[PlacedText],
    *,
    inherited: bool = False,
) -> None:
    """Add texts of an entity as its children.

    Args:
        nodes: The package.
        source: What goes out.
        lister: Knows the names of skills.
        parts: The texts.
        inherited: Whether they are stored in an entity that is not in the package.
    """
    for part in parts:
        place, key = part.address.at(part.path), part.path.key
        is_use = part.spec.shape == "skills"
        shown = lister.names.name("skill", key) if is_use else part.text
        extension = _extension(part, inherited=inherited)
        nodes.item(place, CaseItem(shown, part.spec.title, part=extension))
        nodes.associate("isChildOf", place, part.address)
        if is_use:
            _add_use(nodes, place, part, _uses(source, part, inherited=inherited))
        elif part.spec.is_keyed and part.spec.refers_to in KINDS:
            about = Address(KINDS[part.spec.refers_to].collection).entry(key)
            own = part.address.family.at(about)
            nodes.associate("isRelatedTo", place, own if nodes.has(own) else about)


def _extension(part: PlacedText, *, inherited: bool) -> dict[str, str]:
    """Return what CASE has no field for: the text of a cell, if it is not the statement itself."""
    mark = mark_of(part.text)
    found = {"mark": inherited_mark(mark) if inherited else mark}
    return found | {"text": part.text} if part.spec.shape == "skills" else found


def _add_use(nodes: CaseNodes, place: Address, part: PlacedText, uses: Iterable[SkillUse]) -> None:
    skill = part.path.key
    nodes.associate("isRelatedTo", place, Address("skills").entry(skill))
    step = next((proficiency_of(use) for use in uses if skill_of(use) == skill), "")
    if step:
        nodes.associate("hasSkillLevel", place, Address("proficiencies").entry(step))


def _uses(source: ExportSource, part: PlacedText, *, inherited: bool) -> Iterator[SkillUse]:
    """Yield the uses of skills in the field of a text, for an inherited one those of all."""
    entity, family = part.address.entity(source.ladder), part.address.parent.entity(source.ladder)
    if inherited and isinstance(entity, Profile) and isinstance(family, Family):
        items = resolved(source.ladder, family, entity).items(part.spec.name)
        yield from (one.value for one in items)
    else:
        yield from getattr(entity, part.spec.name)


def _add_order(nodes: CaseNodes, ladder: Ladder, kind: str) -> None:
    """Say which of two neighbours comes first; levels only inside a track."""
    collection = KINDS[kind].collection
    for lower, higher in pairwise(getattr(ladder, collection)):
        if getattr(lower, "track", "") == getattr(higher, "track", ""):
            ends = (Address(collection).entry(one.id) for one in (lower, higher))
            nodes.associate("precedes", *ends)


CASE_EXPORT = Exporter(
    "case",
    "Competency framework (CASE 1.1)",
    ".json",
    write_case,
    DATA,
    "Competency framework (CASE 1.1)",
)
