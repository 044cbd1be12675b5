"""The importer of other people's YAML and JSON: a file, a folder, the front matter of Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.decoding import decode
from laddereditor.exchange.importer import (
    FileImporter,
    ImportRefused,
    ImportResult,
    UnreadLine,
)
from laddereditor.exchange.records.building import BuiltRecords
from laddereditor.exchange.records.mapped import MappedRecords, mapped_records
from laddereditor.exchange.records.reading import (
    SUFFIXES,
    ReadRecords,
    folder_texts,
    holds_records,
    read_records,
)
from laddereditor.exchange.records.roles import PatternRole
from laddereditor.exchange.tables.mapping import Mapping, Pin


@dataclass(frozen=True)
class ImportedRecords:
    """What a file or a folder was taken for, and what came of it."""

    mapping: Mapping
    roles: tuple[PatternRole, ...]
    built: BuiltRecords
    result: ImportResult


def import_texts(
    files: Sequence[tuple[str, str]], source: str, pins: Sequence[Pin] = ()
) -> ImportedRecords:
    """Return the ladder of files.

    Args:
        files: The path of each file below its folder, and its text.
        source: The name of the file or folder.
        pins: What a person decided.

    Raises:
        ImportRefused: They hold no ladder.
    """
    read = read_records(files, source)
    found = mapped_records(read, pins)
    if not found.has_ladder:
        raise ImportRefused(
            f"{source}: no ladder was found in it. Texts are needed that are in a level, such as a "
            "list of levels with expectations in them."
        )
    roles = tuple(found.roles.values())
    return ImportedRecords(found.mapping, roles, found.built, _result(read, found))


def import_folder(folder: Path, pins: Sequence[Pin] = ()) -> ImportedRecords:
    """Return the ladder of all YAML and JSON files, and Markdown front matter, in a folder.

    Raises:
        ImportRefused: They hold no ladder, or are too many.
    """
    return import_texts(folder_texts(folder), folder.name, pins)


def _result(read: ReadRecords, found: MappedRecords) -> ImportResult:
    applied = found.applied
    said = (
        f"“{one.pattern.strip('/') or 'the list'}” holds a {one.role} in each place, because "
        f"{one.reason}: {', '.join(one.samples)}."
        for one in found.roles.values()
        if one.role != "left"
    )
    left, unknown = _unread(read, found, "left"), _unread(read, found, "unknown")
    return ImportResult(
        applied.ladder,
        tuple(unknown),
        (),
        (applied.summary, *said, *applied.notes),
        left_out=tuple(left),
    )


def _unread(read: ReadRecords, found: MappedRecords, outcome: str) -> Iterator[UnreadLine]:
    paths = {place: path for path, place in read.layout.places.items()}
    paths |= {(row, found.name_column(path)): path for path, row in read.layout.names.items()}
    for one in found.applied.cells:
        if one.outcome == outcome:
            path = paths.get((one.position.row, one.position.column), "")
            yield UnreadLine(0, one.text, one.reason, path)


def _recognises(data: bytes, name: str) -> bool:
    return holds_records(data, name)


def _read(data: bytes, source: str, _conventions: Conventions = USUAL) -> ImportResult:
    return import_texts([(source, decode(data, source))], source).result


RECORDS = FileImporter(
    name="records",
    title="YAML or JSON",
    suffixes=SUFFIXES,
    recognises=_recognises,
    read=_read,
)
