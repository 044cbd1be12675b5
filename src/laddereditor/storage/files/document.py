"""An open file: its text in pieces, and the ladder that it reads as."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.storage.reading.encoding import Encoding, decode
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from laddereditor.storage.reading.reader import read_ladder
from laddereditor.storage.reading.upgrade_text import OlderFormat, notice_of, upgraded
from laddereditor.storage.text.collector import paused_collector
from laddereditor.storage.text.emit import emit
from laddereditor.storage.text.equal_values import same_in_file
from laddereditor.storage.text.gaps import count_lines
from laddereditor.storage.text.index import AnyPath
from laddereditor.storage.text.patch import CannotSplice, NoPieces, Pieces
from laddereditor.storage.text.pieces import Chunk, TextPart, chunks_of
from laddereditor.storage.text.records import VerificationFailed
from laddereditor.storage.text.removed_comments import removed_comments, removed_comments_message
from laddereditor.storage.text.update import Update

__all__ = [
    "Document",
    "emit",
    "excerpt",
    "new_document",
    "place_of",
    "read_bytes",
    "read_text",
    "to_bytes",
    "update",
    "with_removed_comments",
]

_REFORMATTED = "The whole file was reformatted: its layout did not allow this change"
_KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+")
_NONE = NoPieces()
_LARGE = 1_000_000  # characters from which a loaded ladder is excluded from garbage collection


@dataclass(frozen=True, eq=False)
class Document:
    """The text of a ladder file with the ladder it reads as. `text` is what a save would write."""

    ladder: Ladder
    parts: tuple[TextPart, ...] = field(repr=False)
    encoding: Encoding = field(default_factory=Encoding, repr=False)
    read_only: str = ""  # why it must not be changed
    notices: tuple[str, ...] = ()  # what was reformatted or upgraded
    removed_comments: tuple[str, ...] = ()  # by the last edit
    comments_left_behind: tuple[str, ...] = ()  # of the other side, by a merge
    reformatted: bool = False  # whether the last edit reformatted the whole file
    upgraded_from: int | None = None  # the file's older format, which a save replaces

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join([chunk.text for chunk in chunks_of(self.parts)])

    @property
    def all_parts(self) -> tuple[TextPart, ...]:
        """The pieces of all its files; it has one, unless it is a folder."""
        return self.parts

    def in_one_file(self) -> "Document":
        """Return the document as one file."""
        return self

    def file_at(self, path: AnyPath) -> "tuple[str, Document, AnyPath]":
        """Return the file that holds a path.

        Returns:
            For a folder the path of the file in it, else ""; its document; and the path in that.
        """
        return "", self, path

    def updated(self, ladder: Ladder, elsewhere: Pieces = _NONE) -> "Document":
        """Return the document with its text edited to read as `ladder`; see `update`.

        Args:
            ladder: The ladder that it is to hold.
            elsewhere: List items that the same edit removes from other files.
        """
        change = Update(self.parts, self.ladder, ladder, elsewhere)
        try:
            after = _after(self, ladder, change.result(), tuple(change.notices))
            if not change.regrouped or _reads_back(after):
                return after
        except (VerificationFailed, CannotSplice, UnreadableLadder):  # then all is rewritten
            pass
        own = self.text == emit(self.ladder)  # then the layout does not change
        notices = () if own else (_REFORMATTED,)
        after = _after(self, ladder, new_document(ladder).parts, notices)
        return replace(after, reformatted=not own)


def read_text(
    text: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Document:
    """Read the text of a ladder file.

    Args:
        text: The text.
        progress: Is called with the share of the text that was read, from 0 to 1.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        UnreadableLadder: The text is not a ladder; the error lists every fault.
        Cancelled: `cancelled` returned True.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableLadder(Fault("The file is empty. A ladder starts with 'laddereditor: 1'"))
    with paused_collector(freeze=len(text) > _LARGE):
        try:
            ladder, parts = read_ladder(text, progress, cancelled)
        except OlderFormat as older:
            version = older.version
            ladder, parts = read_ladder(upgraded(text, version), progress, cancelled)
            return Document(ladder, parts, notices=(notice_of(version),), upgraded_from=version)
    return Document(ladder, parts, read_only=_read_only(ladder))


def read_bytes(
    data: bytes,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Document:
    """Read the bytes of a ladder file.

    Args:
        data: The contents of the file, in any encoding that `decode` knows.
        progress: Is called now and then with a share from 0 to 1.
        cancelled: Is asked now and then whether to stop.

    Raises:
        UnreadableLadder: The bytes are not a ladder; the error lists every fault.
        Cancelled: `cancelled` returned True.
    """
    text, encoding = decode(data)
    read = read_text(text, progress, cancelled)
    return replace(read, encoding=encoding)


def _read_only(ladder: Ladder) -> str:
    if ladder.laddereditor <= FORMAT_VERSION:
        return ""
    return (
        f"This ladder was saved in file format {ladder.laddereditor}; this program writes "
        f"{FORMAT_VERSION}. It can be read but not changed here: install the newest version"
    )


def new_document(ladder: Ladder) -> Document:
    """Return a document for a ladder that has no file yet, in the canonical layout."""
    read = read_text(emit(ladder))
    return Document(ladder, read.parts)


def to_bytes(document: Document) -> bytes:
    """Return the bytes that a save to one file writes."""
    whole = document.in_one_file()
    return whole.encoding.encode(whole.text)


def update(document: Document, ladder: Ladder) -> Document:
    """Return the document with its text edited to read as `ladder`; the rest is untouched.

    Each edited part is read again and compared, but for texts on lines of their own if an edit
    changes very many of them (`storage/text/one_line_edits`). If no splice reads back, the smallest
    enclosing part is rewritten; in the worst case that is the whole file, and a notice says so.
    """
    if ladder is document.ladder:
        return document
    return document.updated(ladder)


def _after(
    document: Document, ladder: Ladder, parts: tuple[TextPart, ...], notices: tuple[str, ...]
) -> Document:
    removed = removed_comments(document.parts, parts)
    notices = (*notices, removed_comments_message(removed)) if removed else notices
    return replace(
        document,
        ladder=ladder,
        parts=parts,
        notices=notices,
        removed_comments=removed,
        comments_left_behind=(),
        reformatted=False,
    )


def with_removed_comments(before: Document, after: Document) -> Document:
    """Return a document that lists the comments which the one before it has and it has not.

    This is for texts that `update` did not write; `update` lists them itself.
    """
    removed = removed_comments(before.all_parts, after.all_parts)
    if removed == after.removed_comments:
        return after
    former = removed_comments_message(after.removed_comments) if after.removed_comments else ""
    notices = tuple(notice for notice in after.notices if notice != former)
    if removed:
        notices = (*notices, removed_comments_message(removed))
    return replace(after, notices=notices, removed_comments=removed)


def _reads_back(document: Document) -> bool:
    """Whether pieces that each read back also do so together.

    They do, unless the lines after a text that keeps its blank lines (`|+`) have changed. Small
    files are read again in any case.
    """
    text = document.text
    if len(text) > _LARGE and not _KEEPS_BLANK_LINES.search(text):
        return True
    return same_in_file(document.ladder, read_text(text).ladder)


def place_of(document: Document, address: Address, field: FieldPath = FieldPath()) -> Place | None:
    """Return the place of an entity or field, or of what encloses it if the file leaves it out.

    Args:
        document: The document.
        address: The address of the entity.
        field: The path of a field in it, or "".

    Returns:
        The place, or None if the address names nothing in this ladder.
    """
    try:
        path = address.at(field).path(document.ladder)
    except NoSuchPlace:
        return None
    name, file, inside = document.file_at(path)
    line, chunk, rest = _chunk_at(file, inside)
    node, _ = chunk.index.find(rest)
    below, column = chunk.index.place(node)
    return Place(line + below + 1, column + 1, name)


def excerpt(document: Document, address: Address) -> tuple[int, str]:
    """Return the first line (from 1) and the text of the record that holds an address."""
    try:
        path = address.path(document.ladder)
    except NoSuchPlace:
        path = ()
    _, file, inside = document.file_at(path)
    line, chunk, _ = _chunk_at(file, inside)
    return line + 1, chunk.text


def _chunk_at(document: Document, path: AnyPath) -> tuple[int, Chunk, AnyPath]:
    """Return the piece that holds a path, the line where it starts, and the path inside it."""
    line = 0
    nearest: tuple[int, Chunk, AnyPath] | None = None
    for part in document.parts:
        for number, chunk in enumerate(part.chunks):
            if part.field and len(path) > 1 and tuple(path[:2]) == (part.field, number):
                return line, chunk, path[2:]
            if not part.field and (nearest is None or _holds(chunk, path)):
                nearest = line, chunk, path
            line += count_lines(chunk.text)
    return nearest or (0, document.parts[0].chunks[0], ())


def _holds(chunk: Chunk, path: AnyPath) -> bool:
    return bool(path) and chunk.index.find(path[:1])[1]
