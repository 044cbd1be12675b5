"""The importer of spreadsheets: the ladder of a mapping, with what was left out and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.importer import (
    FileImporter,
    ImportRefused,
    ImportResult,
    UnreadLine,
)
from laddereditor.exchange.tables.building.apply import applied
from laddereditor.exchange.tables.building.result import (
    AppliedMapping,
    CellAccount,
    CommentCell,
)
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.files.workbook_file import SUFFIXES, is_workbook, workbook_of
from laddereditor.exchange.tables.grid import Workbook
from laddereditor.exchange.tables.mapping import READINGS, Mapping, Pin
from laddereditor.exchange.tables.recognition.recognise import recognised
from laddereditor.exchange.tables.recognition.references import with_names
from laddereditor.model.ladder import Ladder

_TEXTS = (".csv", ".tsv", ".tab")


@dataclass(frozen=True)
class ImportedWorkbook:
    """A workbook, the mapping that it was read with, and what came of it."""

    workbook: Workbook
    mapping: Mapping
    applied: AppliedMapping
    result: ImportResult


def import_workbook(
    workbook: Workbook,
    pins: Sequence[Pin] = (),
    conventions: Conventions = USUAL,
    here: Ladder | None = None,
) -> ImportedWorkbook:
    """Return the ladder of a workbook, read with the pins of a person.

    Args:
        workbook: The workbook.
        pins: What a person decided about it.
        conventions: How numbers are written.
        here: The ladder that it is added to.

    Raises:
        ImportRefused: It holds no ladder; the message says why for each sheet.
    """
    mapping = recognised(workbook, pins)
    found = applied(workbook, mapping, conventions, here)
    if not found.count("taken"):
        raise ImportRefused(_refusal(workbook, mapping))
    left = tuple(_unread(workbook, one) for one in found.cells if one.outcome == "left")
    left += tuple(_remark(workbook, one) for one in found.comments)
    unknown = tuple(_unread(workbook, one) for one in found.cells if one.outcome == "unknown")
    notes = (found.summary, *_sheet_notes(mapping), *_doubt_notes(mapping), *found.notes)
    result = ImportResult(found.ladder, unknown, (), notes, left_out=left)
    return ImportedWorkbook(workbook, mapping, found, result)


def belong_together(workbook: Workbook) -> bool:
    """Return whether the sheets of several text files refer to each other by ids."""
    return bool(with_names(workbook.grids)[1])


def is_text_table(name: str) -> bool:
    """Return whether a file is a text file with columns, by its name."""
    return name.casefold().endswith(_TEXTS)


def _remark(workbook: Workbook, one: CommentCell) -> UnreadLine:
    by = f" by {one.author}" if one.author else ""
    place = _place(workbook, one.position, one.cell)
    return UnreadLine(one.position.row + 1, one.text, f"it is a comment{by} on the cell", place)


def _place(workbook: Workbook, at: CellPosition, cell: str) -> str:
    return cell if len(workbook.grids) == 1 else f"{workbook.grids[at.sheet].name}!{cell}"


def _unread(workbook: Workbook, one: CellAccount) -> UnreadLine:
    place = _place(workbook, one.position, one.cell)
    return UnreadLine(one.position.row + 1, one.text, one.reason, place)


def _sheet_notes(mapping: Mapping) -> Iterator[str]:
    for one in mapping.grids:
        name = f"Sheet “{one.sheet}”"
        if not one.taken:
            yield f"{name} is left out: {one.reason}."
            continue
        yield f"{name} is read as “{READINGS[one.reading]}”: {one.reason}."
        if one.context.role not in ("left", "unknown"):
            yield f"{name} names the {one.context.role} “{one.context.value}”."
        if one.track:
            yield f"{name} has the levels of the track “{one.track}”."


def _doubt_notes(mapping: Mapping) -> Iterator[str]:
    for one in mapping.doubts:
        answer = next((choice.text for choice in one.choices if choice.id == one.answer), "")
        why = f", because {one.reason}" if one.reason else ", as you said"
        yield f"{one.question} Taken: {answer}{why}."


def _refusal(workbook: Workbook, mapping: Mapping) -> str:
    reasons = "; ".join(f"“{one.sheet}”: {one.reason}" for one in mapping.grids[:5])
    notes = "".join(f" {note}" for note in workbook.notes[:3])
    return f"{workbook.source}: no table in it can be read as a ladder ({reasons}).{notes}"


def _read(data: bytes, source: str, conventions: Conventions) -> ImportResult:
    return import_workbook(workbook_of(data, source), (), conventions).result


SPREADSHEET = FileImporter(
    name="spreadsheet",
    title="Spreadsheet",
    suffixes=SUFFIXES,
    recognises=is_workbook,
    read=_read,
)
