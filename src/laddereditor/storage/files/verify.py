"""Verify that bytes hold a ladder by reading them again and comparing."""

from laddereditor.storage.files.document import Document, read_bytes
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.text.equal_values import same_in_file

_READ_WHOLE = 1_000_000  # bytes up to which a file is read again as a whole before it is written


def verify_bytes(document: Document, data: bytes) -> bool:
    """Whether the bytes to be written read as the document's ladder.

    Every piece was verified when it was changed; a file of usual size is read again as a whole.
    """
    if len(data) > _READ_WHOLE:
        return data.removeprefix(document.encoding.mark) == document.text.encode(
            document.encoding.codec
        )
    try:
        read = read_bytes(data)
    except UnreadableLadder:
        return False
    return same_in_file(document.ladder, read.ladder)
