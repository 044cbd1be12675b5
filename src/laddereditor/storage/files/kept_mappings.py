"""Keeps what people decided about the sheets of other programs, by the shape of the file.

The files are in the state folder of the user. Their contents are texts that `exchange` writes and
reads; here they are only kept.
"""

import hashlib

from laddereditor.regular_files import read_regular
from laddereditor.storage.files.state_folder import NoStateFolder, state_folder, state_place
from laddereditor.storage.files.whole_file import write_whole

_FOLDER, _MAX_BYTES = "mappings", 10_000_000


def read_kept_mapping(shape: str) -> str:
    """Return the mapping that is kept for files of a shape, "" if there is none that can be read.

    Args:
        shape: The signature of the shape.
    """
    try:
        file = state_place(_FOLDER) / _file_name(shape)
        return read_regular(file, _MAX_BYTES, ours=True).decode("utf-8")
    except (OSError, ValueError, NoStateFolder):
        return ""


def keep_mapping(shape: str, text: str) -> None:
    """Keep a mapping for files of a shape, in place of the former one.

    If the state folder cannot be written, nothing is kept, and the next file of this shape is
    recognised without it.

    Args:
        shape: The signature of the shape.
        text: The mapping; "" to keep none.
    """
    try:
        file = state_folder(_FOLDER) / _file_name(shape)
        if text:
            write_whole(file, text.encode("utf-8", "surrogatepass"))
        else:
            file.unlink(missing_ok=True)
    except (OSError, NoStateFolder):
        return


def _file_name(shape: str) -> str:
    digest = hashlib.sha256(shape.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{digest}.json"
