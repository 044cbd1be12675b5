"""The importer of other people's YAML and JSON: a file, a folder, the front matter of Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.decoding import decode, read_content
from laddereditor.exchange.importer import (
    FileImporter,
    ImportRefused,
    ImportResult,
    UnreadLine,
)
from laddereditor.exchange.records.building import BuiltRecords, built
from laddereditor.exchange.records.chains import gathered
from laddereditor.exchange.records.record import ReadRecord, record_of, words_of_key
from laddereditor.exchange.records.roles import PatternRole, PatternRoleName, pattern_roles
from laddereditor.exchange.records.tree import ReadTree, TextTree, tree_of_json, trees_of_yaml
from laddereditor.exchange.tables.grid import Span
from laddereditor.exchange.tables.mapping import GridMapping, LineRole, Mapping, Pin
from laddereditor.exchange.tables.terms.words import own_name

SUFFIXES = (".yaml", ".yml", ".json")
MAX_BYTES = 20_000_000
MAX_FILES = 2_000
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ROLES: tuple[PatternRoleName, ...] = (
    *("family", "group", "competency", "level", "step", "skill", "left"),
)


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
        pins: What a person decided: `sheet` is a pattern, `role` what its records are.

    Raises:
        ImportRefused: They hold no ladder.
    """
    notes: list[str] = []
    records = []
    for path, text in files:
        for tree in _trees(path, text):
            notes += tree.notes
            records.append((path, _file_record(path, tree.tree, len(files) > 1)))
    if not records:
        raise ImportRefused(f"{source}: there is nothing in it.")
    root = gathered(records)
    decided = {pin.sheet: pin.role for pin in pins if pin.part == "sheet"}
    known = {at: role for at, role in decided.items() if role in _ROLES}
    roles = pattern_roles(root, known)
    name = own_name(Path(source).stem) or Path(source).stem
    found = built(root, roles, words_of_key(name))
    if not any(one.names != ("", "", "") or "proficiencies" in one.address for one in found.values):
        raise ImportRefused(
            f"{source}: no ladder was found in it. Texts are needed that are in a level, such as a "
            "list of levels with expectations in them."
        )
    mapping = _mapping(source, roles, pins)
    return ImportedRecords(mapping, tuple(roles.values()), found, _result(found, roles, notes))


def _trees(path: str, text: str) -> Iterator[ReadTree]:
    if path.casefold().endswith(".json"):
        yield tree_of_json(text, path)
        return
    if path.casefold().endswith((".md", ".markdown")):
        front = _FRONT.match(text)
        if front is None:
            return
        text = front[1]
    yield from trees_of_yaml(text, path)


def _file_record(path: str, tree: TextTree, several: bool) -> ReadRecord:
    """Return a file as a record that is called by what it says, else by its name."""
    stem = words_of_key(Path(path).stem)
    start = path if several else ""
    record = record_of(tree, stem, start, "")
    record.key = Path(path).stem
    if isinstance(tree, dict) and "laddereditor" in tree:
        raise ImportRefused(
            f"{path} is a ladder of this program already. Open it instead of importing it."
        )
    return record


def _mapping(source: str, roles: dict[str, PatternRole], pins: Sequence[Pin]) -> Mapping:
    grids = tuple(
        GridMapping(
            sheet=one.pattern,
            taken=one.role != "left",
            reason=one.reason,
            reading="none" if one.role == "left" else "list",
            readings=(),
            edges=Span(0, 0, 0, 0),
            heads=(),
            columns=(),
            rows=(),
            context=LineRole(
                one.role, ", ".join(one.samples), reason=one.reason, pinned=one.pinned
            ),
        )
        for one in roles.values()
    )
    shape = blake2b("\n".join(sorted(roles)).encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Mapping(source, shape, grids, pins=tuple(pins))


def _result(
    found: BuiltRecords, roles: dict[str, PatternRole], notes: Sequence[str]
) -> ImportResult:
    left = [one for one in found.values if not one.address and one.reason]
    unknown = [one for one in found.values if not one.address and not one.reason]
    taken = len(found.values) - len(left) - len(unknown)
    summary = f"{taken} taken · {len(left)} left out · {len(unknown)} unknown"
    said = [
        f"“{one.pattern.strip('/') or 'the list'}” holds a {one.role} in each place, because "
        f"{one.reason}: {', '.join(one.samples)}."
        for one in roles.values()
        if one.role != "left"
    ]
    return ImportResult(
        found.ladder,
        tuple(UnreadLine(0, one.text, "it is under no known key", one.path) for one in unknown),
        (),
        (summary, *said, *dict.fromkeys(notes)),
        left_out=tuple(UnreadLine(0, one.text, one.reason, one.path) for one in left),
    )


def import_folder(folder: Path, pins: Sequence[Pin] = ()) -> ImportedRecords:
    """Return the ladder of all YAML and JSON files, and Markdown front matter, in a folder.

    Raises:
        ImportRefused: They hold no ladder, or are too many.
    """
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.casefold() in (*SUFFIXES, ".md", ".markdown")
        and not _is_hidden(path, folder)
    )
    if len(paths) > MAX_FILES:
        raise ImportRefused(f"{folder.name} has more than {MAX_FILES:,} files.")
    if not paths:
        raise ImportRefused(f"{folder.name} has no YAML or JSON files.")
    read = [
        (path.relative_to(folder).as_posix(), decode(read_content(path, MAX_BYTES), path.name))
        for path in paths
    ]
    return import_texts(read, folder.name, pins)


def _is_hidden(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return (
        any(part.startswith((".", "_")) and part != "_data" for part in parts)
        or "node_modules" in parts
    )


def is_records(name: str) -> bool:
    """Return whether a file is YAML or JSON, by its name."""
    return Path(name).suffix.casefold() in SUFFIXES


def _recognises(_data: bytes, name: str) -> bool:
    return is_records(name)


def _read(data: bytes, source: str, _conventions: Conventions = USUAL) -> ImportResult:
    return import_texts([(source, decode(data, source))], source).result


RECORDS = FileImporter(
    name="records",
    title="YAML or JSON",
    suffixes=SUFFIXES,
    recognises=_recognises,
    read=_read,
)
