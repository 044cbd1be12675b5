"""Keeps, in the state folder of the user, the versions that ladders were built from.

A base may be moved, or be written over by its owner. With a copy of what was taken, the program can
always say what changed since. A copy is named by the ladder's id and by the digest of its text.
"""

import contextlib
import hashlib
import os
import re
from pathlib import Path

from laddereditor.model.ladder import BasedOn
from laddereditor.regular_files import read_regular
from laddereditor.storage.files.backups import Limits
from laddereditor.storage.files.document import Document, read_text
from laddereditor.storage.files.frozen_digests import text_digest
from laddereditor.storage.files.state_folder import NoStateFolder, state_folder, state_place
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.files.whole_file import TEMPORARY, write_whole
from laddereditor.storage.reading.encoding import MAX_BYTES
from laddereditor.storage.reading.faults import UnreadableLadder

_FOLDER, _ALGORITHM = "bases", "sha256:"
_NOT_KEPT = (
    "The program could not keep a copy of the base: {why}. Keep the published versions beside the "
    "file of the base, so that what changes there can be compared later."
)
LIMITS = Limits(count=100, size=300_000_000)  # of the copies of all bases together


class BaseNotKept(Exception):
    """The copy could not be written; the message says why, for people."""


def base_digest(document: Document) -> str:
    """Return what `based_on.digest` says of a document."""
    return f"{_ALGORITHM}{text_digest(_bytes(document))}"


def keep_base(document: Document, limits: Limits = LIMITS) -> None:
    """Keep a copy of a base; those that were longest not used are removed beyond the limits.

    Args:
        document: The version of the base that was taken.
        limits: How many copies are kept, and of what size together.

    Raises:
        BaseNotKept: The state folder or the file cannot be written.
    """
    name = _file_name(document.ladder.id, base_digest(document))
    try:
        folder = state_folder(_FOLDER)
        write_whole(folder / name, _bytes(document))
    except NoStateFolder as error:
        raise BaseNotKept(
            _NOT_KEPT.format(why="the folder for its own data cannot be used")
        ) from error
    except OSError as error:
        raise BaseNotKept(_NOT_KEPT.format(why=reason(error))) from error
    _prune(folder, name, limits)


def read_kept_base(based_on: BasedOn) -> Document | None:
    """Return the copy of the version that a ladder was built from, None if there is none.

    A damaged copy does not count.
    """
    try:
        path = state_place(_FOLDER) / _file_name(based_on.ladder, based_on.digest)
        data = read_regular(path, MAX_BYTES, ours=True)
        document = read_text(data.decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, NoStateFolder, UnreadableLadder):
        return None
    if base_digest(document) != based_on.digest:
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # it was used now
    return document


def _bytes(document: Document) -> bytes:
    return document.in_one_file().text.encode("utf-8", "surrogatepass")


def _file_name(ladder: str, digest: str) -> str:
    readable = re.sub(r"[^a-z0-9-]+", "-", ladder)[:40].strip("-") or "ladder"
    key = hashlib.sha256(f"{ladder}\n{digest}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{readable}-{key}.yaml"


def _prune(folder: Path, newest: str, limits: Limits) -> None:
    """Remove the copies that exceed the limits, but never the one just written."""
    with contextlib.suppress(OSError):
        kept = [one for one in folder.iterdir() if not one.name.endswith(TEMPORARY)]
        kept.sort(key=lambda one: (one.name == newest, one.stat().st_mtime), reverse=True)
        size = 0
        for place, one in enumerate(kept):
            size += one.stat().st_size
            if place and (place >= limits.count or size > limits.size):
                one.unlink()
