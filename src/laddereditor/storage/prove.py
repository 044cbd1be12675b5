"""Proof that a text holds a ladder: it is read again and compared."""

from typing import Any

from pydantic import BaseModel

from laddereditor.model.raw import to_raw
from laddereditor.storage.document import Document, read_bytes
from laddereditor.storage.emit import as_texts
from laddereditor.storage.faults import UnreadableLadder

_READ_WHOLE = 1_000_000  # bytes up to which a file is read again as a whole before it is written


def same(wanted: Any, read: Any) -> bool:
    """Whether two values of the model are the same in a file."""
    if wanted == read:
        return True
    if not isinstance(wanted, BaseModel) or type(wanted) is not type(read):
        return False
    return bool(as_texts(to_raw(wanted)) == as_texts(to_raw(read)))


def prove_bytes(document: Document, data: bytes) -> bool:
    """Whether the bytes to be written read as the document's ladder.

    Every piece was proven when it was changed; a file of usual size is read again as a whole.
    """
    if len(data) > _READ_WHOLE:
        return data.removeprefix(document.encoding.mark) == document.text.encode(
            document.encoding.codec
        )
    try:
        read = read_bytes(data)
    except UnreadableLadder:
        return False
    return same(document.ladder, read.ladder)
