"""Reading a frozen copy: its text, whether it is as it was published, whose copy it is."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from laddereditor.model.ladder import Ladder, PublishedVersion
from laddereditor.regular_files import TooLarge, read_regular
from laddereditor.storage.files.document import Document, read_bytes
from laddereditor.storage.files.frozen_digests import text_digest
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.reading.encoding import MAX_BYTES, too_large
from laddereditor.storage.reading.faults import Fault, UnreadableLadder

# intact: as it was published · changed: somebody changed it since · unsealed: no digest tells ·
# unreadable: no ladder any more · foreign: a copy of another ladder · missing: no copy is there
State = Literal["intact", "changed", "unsealed", "unreadable", "foreign", "missing"]

_ID_LINE = re.compile(rb"^id:[ \t]+[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Copy:
    """What was found out about one frozen copy."""

    path: Path
    state: State
    why: str  # the state in plain words
    entry: PublishedVersion | None = None  # what its own history says of it, where it was read


def copy_bytes(path: Path) -> bytes:
    """Return the bytes of a frozen copy. Raises UnreadableLadder."""
    try:
        return read_regular(path, MAX_BYTES)
    except TooLarge as error:
        raise UnreadableLadder(too_large(error.size)) from None
    except PermissionError:
        message = f"You have no right to read {path.name}. Ask its owner for access"
    except OSError as error:
        message = f"{path.name} cannot be read: {reason(error)}"
    raise UnreadableLadder(Fault(message))


def look_at(path: Path, version: str, digest: str, ladder: Ladder) -> Copy:
    """Return the state of the copy of a version, by its digest ("" if none was kept).

    A copy that is as it was published needs no more than its text to be read. Never raises.
    """
    try:
        data = copy_bytes(path)
        seal = text_digest(data)
        known = entry_of(ladder, version)
        if digest == seal and known and _has_id(data, ladder.id):
            return Copy(path, "intact", "As it was published")
        then = read_bytes(data).ladder
    except UnreadableLadder as error:
        return Copy(path, "unreadable", f"The copy cannot be read: {error}")
    entry = entry_of(then, version)
    if is_foreign(then, version, ladder):
        name = then.name or then.id
        return Copy(path, "foreign", f"This is a copy of another ladder: {name}", entry)
    if not digest:
        return Copy(path, "unsealed", _unsealed_words(then, version), entry)
    if digest != seal:
        return Copy(path, "changed", "The copy was changed after it was published", entry)
    return Copy(path, "intact", "As it was published", entry)


def _unsealed_words(then: Ladder, version: str) -> str:
    words = "Nobody can tell whether the copy was changed: no digest of it was kept"
    named = then.version.strip() and then.version.strip() != version
    return f"{words}. It says that it is version {then.version.strip()}" if named else words


def _has_id(data: bytes, id_: str) -> bool:
    """Whether a text surely is of the ladder of this id, told without reading all of it."""
    found = _ID_LINE.findall(data)
    return len(found) == 1 and found[0] == id_.encode()


def is_foreign(then: Ladder, version: str, ladder: Ladder) -> bool:
    """Whether a copy is of another ladder: another id, and no version that both know.

    A ladder that got another id since still has its history in common with its copies.
    """
    if not then.id or not ladder.id or then.id == ladder.id:
        return False
    theirs = entry_of(then, version)
    return theirs is None or theirs not in ladder.history


def entry_of(ladder: Ladder, version: str) -> PublishedVersion | None:
    """Return what a ladder's history says of a version, in any case of its letters."""
    wanted = version.casefold()
    return next((e for e in ladder.history if e.version.strip().casefold() == wanted), None)


def open_copy(path: Path, version: str) -> Document:
    """Return a frozen copy as a document that cannot be changed. Raises UnreadableLadder."""
    return as_frozen(read_bytes(copy_bytes(path)), version)


def as_frozen(document: Document, version: str) -> Document:
    """Return the document of a published version, which cannot be changed."""
    why = (
        f"This is version {version} as it was published; it stays as it is. "
        "To go on from it, restore it as a draft"
    )
    return replace(document, read_only=why)
