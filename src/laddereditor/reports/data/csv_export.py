"""A ladder as a list: one row for each text of its profiles, levels, skills and all else."""

import csv
import io
from collections.abc import Iterable, Iterator

from laddereditor.edits.parts.csv_cells import COLUMNS, guarded
from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.marks import inherited_mark
from laddereditor.edits.parts.part import PlacedText, mark_of
from laddereditor.model.address import Address, FieldPath, walk
from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.kinds import KINDS, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.reports.data.borrowed import borrowed_texts
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import DATA, ExportedFile, Exporter, ExportSource, Progress

_SIGNATURE = "utf-8-sig"  # else Excel takes the file for one of the system's old encoding


def write_csv(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: the list."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if source.semicolons else ",", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(source, progress):
        writer.writerow(map(guarded, row))
    progress(1, 1)
    yield ExportedFile("", out.getvalue().encode(_SIGNATURE, "replace"))


def _rows(source: ExportSource, progress: Progress) -> Iterator[tuple[str, ...]]:
    ladder = source.ladder
    lister = PartLister(ladder)
    day = source.today.isoformat() if source.today else ""
    origin = (ladder.name or ladder.id, ladder.version, day)
    entities = [(at, one) for at, one in walk(ladder) if at not in source.needed]
    families = {at: label_of(one) for at, one in entities if kind_of(one) is KINDS["family"]}
    borrowed = borrowed_texts(source, lister)
    for done, (address, entity) in enumerate(entities):
        progress(done, len(entities))
        heads = families.get(address.family, ""), _level(entity)
        for part, mark in _marked(source, lister, address, entity, borrowed.get(address, ())):
            words = part.spec.title, _entry(ladder, lister, part, entity)
            yield (*heads, *words, part.text, *origin, str(address.at(part.path)), mark)


def _marked(
    source: ExportSource,
    lister: PartLister,
    address: Address,
    entity: Entity,
    borrowed: Iterable[PlacedText],
) -> Iterator[tuple[PlacedText, str]]:
    """Yield the texts of an entity that go out, each with its mark; then those it inherits."""
    number: dict[FieldPath, int] = {}
    for part in lister.of_entity(address, entity):
        if goes_out(source.scope, part.spec):
            count = number[part.list_path] = number.get(part.list_path, -1) + 1
            mark = mark_of(part.text)
            yield part, f"{mark}.{count}" if part.spec.shape == "skills" else mark
    for part in borrowed:
        yield part, inherited_mark(mark_of(part.text))


def _level(entity: Entity) -> str:
    """Return the level that a row is about, if it is about one."""
    kind = kind_of(entity)
    if isinstance(entity, Profile):
        return entity.level
    return str(getattr(entity, "id", "")) if kind is KINDS["level"] else ""


def _entry(ladder: Ladder, lister: PartLister, part: PlacedText, entity: Entity) -> str:
    """Return what a row is about inside its section: a factor, a competency, a skill."""
    spec, key = part.spec, part.path.key
    if spec.shape == "skills":
        return lister.names.name("skill", key)
    if spec.is_keyed:
        return lister.names.name(spec.refers_to, key)
    if part.path.rest and not part.path.last.isdigit():
        return part.path.last.capitalize()
    kind = kind_of(entity)
    is_listed = kind is not None and kind.name not in ("profile", "family", "level")
    return label_of(entity) if is_listed else ""


CSV_EXPORT = Exporter(
    "csv", "Table for spreadsheets (CSV)", ".csv", write_csv, DATA, "Table for spreadsheets (CSV)"
)
