"""A document of our own export that comes back: its edits, and the notes in its margin."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from laddereditor.compare.merge.merging import merge
from laddereditor.edits.parts.returned import ReturnedComment
from laddereditor.exchange.blocks.block import BlockDocument
from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.blocks.forms import SCOPE, VERSION
from laddereditor.exchange.blocks.importing import is_document
from laddereditor.exchange.blocks.own_reader import OwnReading, is_own, read_own
from laddereditor.exchange.importer import ImportRefused, UnreadLine
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.documents.ladder_document import document_of
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import ExportRefused
from laddereditor.reports.scope_values import scope_of
from laddereditor.session.unread_fields import with_unread


def read_returned_document(data: bytes, source: str) -> BlockDocument | None:
    """Return a file as blocks if it is a document of our own export, else None.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is a document, but damaged.
    """
    if not is_document(data, source):
        return None
    document = read_document(data, source)
    return document if is_own(document) else None


def edits_of(document: BlockDocument, into: Ladder) -> tuple[Ladder, tuple[str, ...]]:
    """Return a ladder with what was changed in a document, and sentences about the rest.

    The document shows more than it can give back, and inherited values as if they were own ones.
    So the export of the ladder is read in the same way, and only what differs between the two is
    merged into the ladder.

    Args:
        document: The document.
        into: The ladder.

    Raises:
        ImportRefused: What was exported is no longer in the ladder.
    """
    found = read_own(document, into)
    base = _exported(document, into)
    merged = merge(base.ladder, into, with_unread(found, base))
    conflicts = tuple(
        f"{one.address}: this differs in the ladder and in the document; the ladder keeps its own."
        for one in merged.conflicts
    )
    version = document.properties.get(VERSION, "")
    older = (
        f"The document was exported from version {version}, and the ladder is at version "
        f"{into.version}: what changed in between looks like an edit of the document.",
    )
    other = older if version and version != into.version else ()
    return merged.ladder, (*other, *_unread(found.left, base.left), *document.notes, *conflicts)


def _exported(document: BlockDocument, into: Ladder) -> OwnReading:
    """Return what the reader makes of an export that nobody changed."""
    try:
        raw = json.loads(document.properties.get(SCOPE, "{}"))
    except ValueError:
        raw = {}
    try:
        scope = scope_of(raw if isinstance(raw, dict) else {})
        return read_own(document_of(export_source(into, scope)), into)
    except (ExportRefused, TypeError) as error:
        raise ImportRefused(f"What was exported is no longer in the ladder: {error}") from error


def _unread(found: Sequence[UnreadLine], usual: Sequence[UnreadLine]) -> Iterator[str]:
    """Yield what was not taken, without what no export gives back."""
    known = Counter(one.text for one in usual)
    for one in found:
        known[one.text] -= 1
        if known[one.text] < 0:
            yield f"Line {one.line}: “{one.text}” was not taken: {one.reason}."


def comments_of(document: BlockDocument, into: Ladder | None) -> tuple[ReturnedComment, ...]:
    """Return the notes in the margin of a document with their places in the ladder.

    Args:
        document: The document.
        into: The ladder that it was exported from, None if it is not known.
    """
    places = read_own(document, into).places if document.remarks else {}
    return tuple(
        ReturnedComment(address.owner, address.field, one.text, one.author, "", f"line {one.line}")
        for one in document.remarks
        for address in (places.get(one.line, Address()),)
    )
