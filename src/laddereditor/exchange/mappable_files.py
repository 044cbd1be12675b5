"""Read files and folders as sources whose mapping a person can correct."""

from collections.abc import Sequence
from pathlib import Path

from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.blocks.document_workbook import workbook_of_document
from laddereditor.exchange.blocks.folder_import import document_paths, joined_documents
from laddereditor.exchange.blocks.importing import is_document
from laddereditor.exchange.blocks.own_reader import is_own
from laddereditor.exchange.decoding import decode, read_content
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.mappable import MappableSource, WorkbookSource
from laddereditor.exchange.records.mapped import mapped_records
from laddereditor.exchange.records.reading import folder_texts, holds_records, read_records
from laddereditor.exchange.records.source import RecordsSource
from laddereditor.exchange.registry import MAX_BYTES
from laddereditor.exchange.returned.form_files import refuse_form
from laddereditor.exchange.tables import read_workbooks
from laddereditor.exchange.tables.files.workbook_file import is_workbook


def mappable_source(paths: Sequence[Path]) -> MappableSource | None:
    """Return files as one source.

    Args:
        paths: Workbooks, files of YAML or JSON, documents, or one folder with such files.

    Returns:
        The source; None if they are no such files, but for example pages of a level guide, or a
        document that this program wrote, which needs no mapping.

    Raises:
        ImportRefused: A file cannot be read; the message is a sentence for people.
    """
    if len(paths) == 1 and paths[0].is_dir():
        return _folder(paths[0])
    content = [read_content(path, MAX_BYTES) for path in paths]
    named = list(zip(content, paths, strict=True))
    if all(holds_records(data, path.name) for data, path in named):
        texts = [(path.name, decode(data, path.name)) for data, path in named]
        return RecordsSource(read_records(texts, source_name(paths)))
    for data, path in named:
        refuse_form(data, path.name)
    if all(is_workbook(data, path.name) for data, path in named):
        return WorkbookSource(read_workbooks(paths))
    if all(is_document(data, path.name) for data, path in named):
        return _documents(paths, content[0])
    return None


def _documents(paths: Sequence[Path], first: bytes) -> MappableSource | None:
    """Return documents as one source, None for one that this program wrote."""
    if len(paths) > 1:
        return WorkbookSource(joined_documents(paths, source_name(paths)).workbook)
    document = read_document(first, paths[0].name)
    if is_own(document):
        return None
    return WorkbookSource(workbook_of_document(document, paths[0].name).workbook)


def source_name(paths: Sequence[Path]) -> str:
    """Return what several files are called together: their names, or that of their folder."""
    return paths[0].name if len(paths) == 1 else paths[0].parent.name or paths[0].name


def _folder(folder: Path) -> MappableSource:
    """Return what the data in a folder hold, or else its documents.

    Raises:
        ImportRefused: Neither holds a ladder.
    """
    paths = document_paths(folder)
    try:
        read = read_records(folder_texts(folder), folder.name)
    except ImportRefused:
        if not paths:
            raise
    else:
        if not paths or mapped_records(read).has_ladder:
            return RecordsSource(read)
    return WorkbookSource(joined_documents(paths, folder.name, folder).workbook)
