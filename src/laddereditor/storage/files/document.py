"""An open file: its text in pieces, and the ladder that it reads as."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.storage.reading.encoding import Encoding, decode
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from laddereditor.storage.reading.reader import read_ladder
from laddereditor.storage.reading.upgrade_text import Older, notice_of, upgraded
from laddereditor.storage.text.collector import paused_collector
from laddereditor.storage.text.emit import emit
from laddereditor.storage.text.gaps import count_lines
from laddereditor.storage.text.index import Path
from laddereditor.storage.text.patch import CannotSplice
from laddereditor.storage.text.pieces import Chunk, TextPart, chunks_of
from laddereditor.storage.text.records import Unproven
from laddereditor.storage.text.removed_comments import comments_gone, gone_words
from laddereditor.storage.text.same import same
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
    "with_comments_told",
]

_LAID_OUT_ANEW = "The whole file was laid out anew: its layout did not allow this change"
_KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+")
_LARGE = 1_000_000  # characters from which a loaded ladder is kept from the collector


@dataclass(frozen=True, eq=False)
class Document:
    """The text of a ladder file with the ladder it reads as. `text` is what a save would write."""

    ladder: Ladder
    parts: tuple[TextPart, ...] = field(repr=False)
    encoding: Encoding = field(default_factory=Encoding, repr=False)
    read_only: str = ""  # why it must not be changed
    notices: tuple[str, ...] = ()  # what was laid out anew, or brought up to date
    comments_gone: tuple[str, ...] = ()  # by the last edit: with what they were about, mostly
    comments_left_behind: tuple[str, ...] = ()  # by the last edit, a merge: of the other ladder
    laid_out_anew: bool = False  # by the last edit: the whole file
    upgraded_from: int | None = None  # the older format of the file: there is something to save

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join([chunk.text for chunk in chunks_of(self.parts)])


def read_text(
    text: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Document:
    """Read a ladder. Raises UnreadableLadder with everything that is wrong, or Cancelled."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableLadder(Fault("The file is empty. A ladder starts with 'laddereditor: 1'"))
    with paused_collector(freeze=len(text) > _LARGE):
        try:
            ladder, parts = read_ladder(text, progress, cancelled)
        except Older as older:
            version = older.version
            ladder, parts = read_ladder(upgraded(text, version), progress, cancelled)
            return Document(ladder, parts, notices=(notice_of(version),), upgraded_from=version)
    return Document(ladder, parts, read_only=_read_only(ladder))


def read_bytes(
    data: bytes,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Document:
    """Read a file's bytes. Raises UnreadableLadder or Cancelled."""
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
    """Return the bytes that a save writes."""
    return document.encoding.encode(document.text)


def update(document: Document, ladder: Ladder) -> Document:
    """Return the document with its text changed to hold `ladder`, and nothing else touched.

    What is changed is read again and compared. Where no splice can be proven, the smallest part
    that encloses it is written anew; at worst that is the whole file, and a notice says so.
    """
    if ladder is document.ladder:
        return document
    change = Update(document.parts, document.ladder, ladder)
    try:
        after = _after(document, ladder, change.result(), tuple(change.notices))
        if not change.regrouped or _reads_as_a_whole(after):
            return after
    except (Unproven, CannotSplice, UnreadableLadder):  # then the whole file is written anew
        pass
    own = document.text == emit(document.ladder)  # then the new layout is the old one
    notices = () if own else (_LAID_OUT_ANEW,)
    after = _after(document, ladder, new_document(ladder).parts, notices)
    return replace(after, laid_out_anew=not own)


def _after(
    document: Document, ladder: Ladder, parts: tuple[TextPart, ...], notices: tuple[str, ...]
) -> Document:
    gone = comments_gone(document.parts, parts)
    told = (*notices, gone_words(gone)) if gone else notices
    return replace(
        document,
        ladder=ladder,
        parts=parts,
        notices=told,
        comments_gone=gone,
        comments_left_behind=(),
        laid_out_anew=False,
    )


def with_comments_told(before: Document, after: Document) -> Document:
    """Return a document that says which comments of the one before it are not in its text.

    For a text that was written otherwise than by `update`, which says so itself.
    """
    gone = comments_gone(before.parts, after.parts)
    if gone == after.comments_gone:
        return after
    said = gone_words(after.comments_gone) if after.comments_gone else ""
    notices = [notice for notice in after.notices if notice != said]
    told = (*notices, gone_words(gone)) if gone else tuple(notices)
    return replace(after, notices=told, comments_gone=gone)


def _reads_as_a_whole(document: Document) -> bool:
    """Whether pieces that were each proven also read together.

    They do, unless a text that keeps the blank lines behind it (`|+`) has other lines behind it
    now; small files are read again all the same.
    """
    text = document.text
    if len(text) > _LARGE and not _KEEPS_BLANK_LINES.search(text):
        return True
    return same(document.ladder, read_text(text).ladder)


def place_of(document: Document, address: Address, field: str = "") -> Place | None:
    """Return where an entity or field stands; for what the file leaves out, what encloses it.

    None if the address names nothing in this ladder.
    """
    try:
        path = address.at(field).path(document.ladder)
    except NoSuchPlace:
        return None
    line, chunk, rest = _chunk_at(document, path)
    node, _ = chunk.index.find(rest)
    below, column = chunk.index.place(node)
    return Place(line + below + 1, column + 1)


def excerpt(document: Document, address: Address) -> tuple[int, str]:
    """Return the record that an address is in: its first line's number from 1, and its text."""
    try:
        path = address.path(document.ladder)
    except NoSuchPlace:
        path = ()
    line, chunk, _ = _chunk_at(document, path)
    return line + 1, chunk.text


def _chunk_at(document: Document, path: Path) -> tuple[int, Chunk, Path]:
    """Return the piece that a path leads to, the line it starts at, and the path inside it."""
    line = 0
    nearest: tuple[int, Chunk, Path] | None = None
    for part in document.parts:
        for number, chunk in enumerate(part.chunks):
            if part.field and len(path) > 1 and tuple(path[:2]) == (part.field, number):
                return line, chunk, path[2:]
            if not part.field and (nearest is None or _holds(chunk, path)):
                nearest = line, chunk, path
            line += count_lines(chunk.text)
    return nearest or (0, document.parts[0].chunks[0], ())


def _holds(chunk: Chunk, path: Path) -> bool:
    return bool(path) and chunk.index.find(path[:1])[1]
