"""A source that is to become a ladder: read, recognised, and applied with a person's pins."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.mappable import MappableSource
from laddereditor.exchange.mappable_files import mappable_source
from laddereditor.exchange.tables import AppliedMapping, Mapping, Pin, Workbook
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text
from laddereditor.storage.files.kept_mappings import keep_mapping, read_kept_mapping
from laddereditor.storage.files.ladder_files import save_bytes


@dataclass(frozen=True)
class MappedWorkbook:
    """A source with what it is taken for, and the ladder that comes of it."""

    source: MappableSource
    workbook: Workbook
    mapping: Mapping
    result: AppliedMapping
    conventions: Conventions = USUAL

    @property
    def pins(self) -> tuple[Pin, ...]:
        """What the person decided."""
        return self.mapping.pins


def mapped(
    source: MappableSource, pins: Sequence[Pin] = (), conventions: Conventions = USUAL
) -> MappedWorkbook:
    """Return a source with everything worked out around what a person decided.

    Args:
        source: The source.
        pins: What the person decided.
        conventions: How the person writes numbers.

    Raises:
        ImportRefused: Nothing in it can be a ladder.
    """
    made = source.mapped(pins, conventions)
    return MappedWorkbook(source, made.workbook, made.mapping, made.applied, conventions)


def read_and_map(paths: Sequence[Path], conventions: Conventions = USUAL) -> MappedWorkbook | None:
    """Read files and map them, as the last time if they have the shape of an earlier import.

    Args:
        paths: The files, which belong together, or a folder.
        conventions: How the person writes numbers.

    Returns:
        What they are taken for; None for pages of a level guide, which have no mapping.

    Raises:
        ImportRefused: A file cannot be read; the message is a sentence for people.
    """
    source = mappable_source(paths)
    if source is None:
        return None
    found = mapped(source, (), conventions)
    pins = kept_pins(found.mapping.signature)
    return mapped(source, pins, conventions) if pins else found


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
