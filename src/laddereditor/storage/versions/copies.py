"""Read a frozen copy: its text, whether it is unchanged, and which ladder it belongs to."""

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

# intact: as it was published · changed: somebody changed it later · unsealed: it has no digest ·
# unreadable: not a ladder any more · foreign: a copy of another ladder · missing: there is no copy
State = Literal["intact", "changed", "unsealed", "unreadable", "foreign", "missing"]

_ID_LINE = re.compile(rb"^id:[ \t]+[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Copy:
    """The result of checking one frozen copy."""

    path: Path
    state: State
    why: str  # the state in plain words
    entry: PublishedVersion | None = None  # its entry in its own history, if it was read


def copy_bytes(path: Path) -> bytes:
    """Return the bytes of a frozen copy.

    Raises:
        UnreadableLadder: The file cannot be read.
    """
    try:
        return read_regular(path, MAX_BYTES)
    except TooLarge as error:
        raise UnreadableLadder(too_large(error.size)) from None
    except PermissionError:
        message = f"You have no right to read {path.name}. Ask its owner for access"
    except OSError as error:
        message = f"{path.name} cannot be read: {reason(error)}"
    raise UnreadableLadder(Fault(message))


def check_copy(path: Path, version: str, digest: str, ladder: Ladder) -> Copy:
    """Check the copy of a version. Never raises.

    The ladder of a copy whose digest matches is not read.

    Args:
        path: The copy.
        version: The version that it should be.
        digest: The digest that was noted when it was published, or "".
        ladder: The ladder that it should belong to.
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
    words = "It is unknown whether the copy was changed: it has no digest"
    named = then.version.strip() and then.version.strip() != version
    return f"{words}. It says that it is version {then.version.strip()}" if named else words


def _has_id(data: bytes, id_: str) -> bool:
    """Whether a text certainly belongs to the ladder of this id, without parsing all of it."""
    found = _ID_LINE.findall(data)
    return len(found) == 1 and found[0] == id_.encode()


def is_foreign(then: Ladder, version: str, ladder: Ladder) -> bool:
    """Whether a copy is of another ladder: it has another id, and they share no version.

    A ladder whose id was changed later still shares its history with its copies.

    Args:
        then: The ladder in the copy.
        version: The version that the copy is of.
        ladder: The present ladder.
    """
    if not then.id or not ladder.id or then.id == ladder.id:
        return False
    theirs = entry_of(then, version)
    return theirs is None or theirs not in ladder.history


def entry_of(ladder: Ladder, version: str) -> PublishedVersion | None:
    """Return the entry of a version in a ladder's history, ignoring case, or None."""
    wanted = version.casefold()
    return next((e for e in ladder.history if e.version.strip().casefold() == wanted), None)


def open_copy(path: Path, version: str) -> Document:
    """Return a frozen copy as a read-only document.

    Raises:
        UnreadableLadder: The copy cannot be read.
    """
    return as_frozen(read_bytes(copy_bytes(path)), version)


def as_frozen(document: Document, version: str) -> Document:
    """Return the document of a published version, as read-only."""
    why = (
        f"This is version {version} as it was published; it cannot be changed. "
        "To continue from it, restore it as a draft"
    )
    return replace(document, read_only=why)
