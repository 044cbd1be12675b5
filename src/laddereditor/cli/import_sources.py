"""Read the sources of `laddereditor import`: pages, spreadsheets and records with a mapping."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.exchange.blocks.folder_import import document_paths, import_documents
from laddereditor.exchange.blocks.importing import import_document, is_document
from laddereditor.exchange.decoding import decode, read_content, read_text
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.records.importing import import_folder, import_texts
from laddereditor.exchange.records.reading import holds_records
from laddereditor.exchange.registry import MAX_BYTES, import_file
from laddereditor.exchange.returned.form_files import refuse_form
from laddereditor.exchange.tables import Workbook, read_workbook, read_workbooks
from laddereditor.exchange.tables.files.workbook_file import is_workbook
from laddereditor.exchange.tables.importing import (
    belong_together,
    import_workbook,
    is_text_table,
)
from laddereditor.exchange.tables.mapping import Mapping, Pin
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text, shape_of_text
from laddereditor.model.ladder import Ladder
from laddereditor.regular_files import read_regular


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source with what was read of it, and its mapping if it has one."""

    path: Path
    result: ImportResult
    mapping: Mapping | None = None


class SourceRefused(Exception):
    """A source cannot be imported; the message is a sentence, without the name of the source."""

    def __init__(self, path: Path, message: str) -> None:
        """Keep the source with the message, without the name of the file at its start."""
        bare = message.removeprefix(f"{path.name}: ").removeprefix(f"{path}: ")
        super().__init__(bare)
        self.path = path


def add_mapping_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments about spreadsheets."""
    parser.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE",
        help="a file that says how the columns and rows of a spreadsheet are to be read; what it "
        "does not say is worked out around it",
    )
    parser.add_argument(
        "--save-mapping",
        type=Path,
        metavar="FILE",
        help="write how the spreadsheet was read, as a file for --mapping",
    )


def read_sources(
    paths: Sequence[Path], mapping: Path | None, here: Ladder | None = None
) -> tuple[list[ReadSource], tuple[str, ...]]:
    """Return what the sources hold, and notices about the mapping.

    Args:
        paths: The sources; text files whose rows refer to each other by ids are read as one.
        mapping: The file with the pins of a person, None for none.
        here: The ladder that they are added to.

    Raises:
        SourceRefused: A source cannot be imported.
    """
    pins, shape = _pins(mapping)
    together = _together(paths)
    if together is not None:
        books = [(paths[0], together)]
    else:
        books = [(path, book) for path in paths if (book := _workbook(path)) is not None]
    read = {path: _imported(path, book, pins, here) for path, book in books}
    others = [] if together is not None else [path for path in paths if path not in read]
    by_text = {path: _records(path, pins, here) or _page(path, pins, here) for path in others}
    found = {**read, **by_text}
    signatures = {one.mapping.signature for one in found.values() if one.mapping}
    notices = []
    if shape and signatures and shape not in signatures:
        notices.append(f"{mapping}: was made for a file of another shape; check the result")
    return [found[path] for path in dict.fromkeys(paths) if path in found], tuple(notices)


def written_mapping(sources: Sequence[ReadSource]) -> str:
    """Return the mapping of the first spreadsheet as the text of a file, "" for none."""
    found = next((one.mapping for one in sources if one.mapping), None)
    return mapping_text(found) if found else ""


def _pins(mapping: Path | None) -> tuple[tuple[Pin, ...], str]:
    if mapping is None:
        return (), ""
    try:
        text = read_text(mapping)
        return pins_of_text(text, mapping.name), shape_of_text(text)
    except ImportRefused as error:
        raise SourceRefused(mapping, str(error)) from error


def _together(paths: Sequence[Path]) -> Workbook | None:
    """Return text files that refer to each other as one workbook, None if they do not."""
    if len(paths) < 2 or not all(is_text_table(path.name) for path in paths):
        return None
    try:
        book = read_workbooks(paths)
    except ImportRefused as error:
        raise SourceRefused(paths[0], str(error)) from error
    return book if belong_together(book) else None


def _workbook(path: Path) -> Workbook | None:
    try:
        data = read_regular(path, MAX_BYTES)
    except OSError:
        return None  # reading it as a page says what is wrong
    try:
        refuse_form(data, path.name)
        return read_workbook(path) if is_workbook(data[:8], path.name) else None
    except ImportRefused as error:
        raise SourceRefused(path, str(error)) from error


def _imported(path: Path, book: Workbook, pins: Sequence[Pin], here: Ladder | None) -> ReadSource:
    try:
        found = import_workbook(book, pins, here=here)
    except ImportRefused as error:
        raise SourceRefused(path, str(error)) from error
    return ReadSource(path, found.result, found.mapping)


def _folder(path: Path, pins: Sequence[Pin], here: Ladder | None) -> ReadSource:
    """Return what the data in a folder hold, or else its documents.

    Raises:
        ImportRefused: Neither holds a ladder.
    """
    try:
        records = import_folder(path, pins)
    except ImportRefused:
        if not document_paths(path):
            raise
    else:
        return ReadSource(path, records.result, records.mapping)
    found = import_documents(path, pins, here=here)
    return ReadSource(path, found.result, found.mapping)


def _records(path: Path, pins: Sequence[Pin], here: Ladder | None) -> ReadSource | None:
    """Return what a folder, or a file of YAML or JSON, holds; None for another file."""
    try:
        if path.is_dir():
            return _folder(path, pins, here)
        data = read_content(path, MAX_BYTES)
        if not holds_records(data, path.name):
            return None
        found = import_texts([(path.name, decode(data, path.name))], path.name, pins)
    except ImportRefused as error:
        raise SourceRefused(path, str(error)) from error
    return ReadSource(path, found.result, found.mapping)


def _page(path: Path, pins: Sequence[Pin], here: Ladder | None) -> ReadSource:
    """Return a document, which may have a mapping, or a page."""
    try:
        data = read_content(path, MAX_BYTES)
        if not is_document(data, path.name):
            return ReadSource(path, import_file(path))
        found = import_document(data, path.name, pins, here=here)
        return ReadSource(path, found.result, found.mapping)
    except ImportRefused as error:
        raise SourceRefused(path, str(error)) from error
