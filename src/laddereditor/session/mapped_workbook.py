"""A workbook that is to become a ladder: read, recognised, and applied with a person's pins."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.blocks.document_import import is_word_name, read_document
from laddereditor.exchange.blocks.document_workbook import workbook_of_document
from laddereditor.exchange.decoding import read_content
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.registry import MAX_BYTES
from laddereditor.exchange.returned.form_files import refuse_form
from laddereditor.exchange.tables import (
    AppliedMapping,
    Mapping,
    Pin,
    Workbook,
    applied,
    read_workbooks,
    recognised,
)
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text
from laddereditor.storage.files.kept_mappings import keep_mapping, read_kept_mapping
from laddereditor.storage.files.ladder_files import save_bytes


@dataclass(frozen=True)
class MappedWorkbook:
    """A workbook with what it is taken for, and the ladder that comes of it."""

    workbook: Workbook
    mapping: Mapping
    result: AppliedMapping
    conventions: Conventions = USUAL

    @property
    def pins(self) -> tuple[Pin, ...]:
        """What the person decided."""
        return self.mapping.pins


def mapped(
    workbook: Workbook, pins: Sequence[Pin] = (), conventions: Conventions = USUAL
) -> MappedWorkbook:
    """Return a workbook with everything worked out around what a person decided.

    Args:
        workbook: The workbook.
        pins: What the person decided.
        conventions: How the person writes numbers.
    """
    mapping = recognised(workbook, pins)
    return MappedWorkbook(workbook, mapping, applied(workbook, mapping, conventions), conventions)


def read_and_map(paths: Sequence[Path], conventions: Conventions = USUAL) -> MappedWorkbook:
    """Read files and map them, as the last time if they have the shape of an earlier import.

    Args:
        paths: The files, which belong together.
        conventions: How the person writes numbers.

    Raises:
        ImportRefused: A file cannot be read; the message is a sentence for people.
    """
    found = mapped(_workbook(paths), (), conventions)
    pins = kept_pins(found.mapping.signature)
    return mapped(found.workbook, pins, conventions) if pins else found


def _workbook(paths: Sequence[Path]) -> Workbook:
    """Return files as a workbook; one of Word has its text and its tables as sheets."""
    for path in paths:
        refuse_form(read_content(path, MAX_BYTES), path.name)
    if len(paths) != 1 or not is_word_name(paths[0].name):
        return read_workbooks(paths)
    name = paths[0].name
    document = read_document(read_content(paths[0], MAX_BYTES), name)
    return workbook_of_document(document, name).workbook


def kept_pins(shape: str) -> tuple[Pin, ...]:
    """Return what the person decided the last time about a file of a shape, () for nothing."""
    text = read_kept_mapping(shape)
    try:
        return pins_of_text(text, "the mapping of the last time") if text else ()
    except ImportRefused:  # it was written by a later version of the program
        return ()


def keep_pins(work: MappedWorkbook) -> None:
    """Keep what the person decided for the next file of this shape."""
    keep_mapping(work.mapping.signature, mapping_text(work.mapping) if work.pins else "")


def forget_pins(shape: str) -> None:
    """Keep nothing for files of a shape any longer."""
    keep_mapping(shape, "")


def save_mapping(work: MappedWorkbook, path: Path) -> None:
    """Write a mapping to a file, for `laddereditor import --mapping`.

    Args:
        work: The mapped workbook.
        path: The file.

    Raises:
        SaveFailed: It cannot be written.
    """
    save_bytes(path, mapping_text(work.mapping).encode("utf-8", "surrogatepass"), None)
