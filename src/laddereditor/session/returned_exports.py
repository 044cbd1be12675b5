"""An export that comes back, put into the ladder that it was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laddereditor.compare.merge.merging import merge
from laddereditor.edits.comments.changing import comment_on
from laddereditor.edits.parts.rebuilding import rebuilt
from laddereditor.edits.parts.removing import removals_in, without_removed
from laddereditor.edits.parts.returned import ReturnedComment, ReturnedTable
from laddereditor.edits.parts.returning import Returning
from laddereditor.exchange.blocks.block import BlockDocument
from laddereditor.exchange.blocks.forms import LADDER
from laddereditor.exchange.blocks.own_reader import read_own
from laddereditor.exchange.decoding import decoded
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.csv_list import read_csv_export
from laddereditor.exchange.returned.form_files import refuse_form
from laddereditor.exchange.returned.json_exports import ReturnedLadder, read_json_export
from laddereditor.exchange.returned.workbook import read_workbook_export
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import scoped
from laddereditor.reports.exporter import ExportRefused
from laddereditor.reports.scope_values import scope_of
from laddereditor.session.returned_documents import (
    comments_of,
    edits_of,
    read_returned_document,
)

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class ReturnedExport:
    """What came back, and the ladder with it."""

    ladder: Ladder  # the open one with the edits in it, or the one that the export holds
    notes: tuple[str, ...] = ()  # what was not taken, and what to look at
    comments: tuple[ReturnedComment, ...] = ()
    removed: tuple[str, ...] = ()  # what was deleted in the file and is still in the ladder


@dataclass(frozen=True)
class ReturnedFile:
    """One of our exports that was read."""

    source: str  # the name of the file
    found: ReturnedTable | ReturnedLadder | BlockDocument

    def into(self, ladder: Ladder | None, *, removing: bool = False) -> ReturnedExport:
        """Return a ladder with the edits in it; for None, the ladder of the export alone.

        Args:
            ladder: The ladder.
            removing: Whether entries whose rows or columns were deleted are deleted there too.

        Raises:
            ImportRefused: The export makes no ladder.
        """
        if isinstance(self.found, ReturnedLadder):
            return _whole(self.found, ladder)
        if isinstance(self.found, BlockDocument):
            return _document(self.found, ladder)
        if ladder is None:
            alone = _alone(self.found, self.source)
            return ReturnedExport(alone, self.found.notes, self.found.comments)
        return _edited(self.found, ladder, removing=removing)


def read_returned(data: bytes, source: str) -> ReturnedFile | None:
    """Return what comes back in a file, None if it is not one of our exports.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is an export, but cannot be read.
    """
    found = _read(data, source)
    return None if found is None else ReturnedFile(source, found)


def _edited(found: ReturnedTable, into: Ladder, *, removing: bool) -> ReturnedExport:
    other = _other_ladder(found.about, into)
    returning = Returning(into)
    returning.take(found.cells)
    removals = removals_in(returning.ladder, found.removed)
    notes = (*other, *found.notes, *returning.notes, *removals.notes)
    ladder = without_removed(returning.ladder, removals.entries) if removing else returning.ladder
    return ReturnedExport(ladder, notes, found.comments, () if removing else removals.places)


def _read(data: bytes, source: str) -> ReturnedTable | ReturnedLadder | BlockDocument | None:
    refuse_form(data, source)
    document = read_returned_document(data, source)
    if document is not None:
        return document
    if data.startswith(_ZIP):
        return read_workbook_export(data, source)
    try:
        text = decoded(data, source).text
    except ImportRefused:
        return None
    return read_json_export(text, source) or read_csv_export(text, source)


def _document(found: BlockDocument, into: Ladder | None) -> ReturnedExport:
    comments = comments_of(found, into)
    if into is None:
        own = read_own(found)
        left = tuple(f"Line {one.line}: “{one.text}”: {one.reason}." for one in own.left)
        return ReturnedExport(own.ladder, (*found.notes, *left), comments)
    about = {"ladder": found.properties.get(LADDER, ""), "name": found.title}
    ladder, notes = edits_of(found, into)
    return ReturnedExport(ladder, (*_other_ladder(about, into), *notes), comments)


def _alone(table: ReturnedTable, source: str) -> Ladder:
    try:
        return rebuilt(table)
    except ValueError as error:
        raise ImportRefused(f"{source}: {str(error).splitlines()[0]}") from error


def _other_ladder(about: Mapping[str, str], into: Ladder) -> list[str]:
    """Return a sentence if an export seems to be of another ladder."""
    name, key = about.get("name", ""), about.get("ladder", "")
    same = key == into.id if key else name in ("", into.name, into.id)
    if same:
        return []
    return [f"The file was exported from “{name or key}”, not from “{into.name or into.id}”."]


def with_comments(ladder: Ladder, comments: Sequence[ReturnedComment]) -> Ladder:
    """Return a ladder that keeps the comments of a table among its own, each once."""
    known = {(one.author, str(one.date), one.text) for one in ladder.comments}
    new = [one for one in comments if (one.author, one.day or "None", one.text) not in known]
    kept = tuple(_as_comment(ladder, one) for one in new)
    return evolve(ladder, comments=(*ladder.comments, *kept)) if kept else ladder


def _as_comment(ladder: Ladder, one: ReturnedComment) -> Comment:
    """Return a comment of a table as one of the ladder; at what is not there, as it says."""
    if not one.address.has_entry(ladder):
        at = str(one.address.at(one.path))
        return Comment(at=at, author=one.author, date=one.day or None, text=one.text)
    return comment_on(ladder, one.address, one.path, one.text, one.author, one.day or None)


def _whole(found: ReturnedLadder, into: Ladder | None) -> ReturnedExport:
    """Return the open ladder with what changed in a whole one since its export."""
    if into is None:
        return ReturnedExport(found.ladder)
    other = _other_ladder({"ladder": found.ladder.id, "name": found.ladder.name}, into)
    try:
        base = scoped(into, scope_of(found.scope))
    except (ExportRefused, TypeError) as error:
        raise ImportRefused(f"What was exported is no longer in the ladder: {error}") from error
    merged = merge(base, into, found.ladder)
    conflicts = tuple(
        f"{one.address}: this differs in the ladder and in the file; the ladder keeps its own."
        for one in merged.conflicts
    )
    return ReturnedExport(merged.ladder, (*other, *conflicts))
