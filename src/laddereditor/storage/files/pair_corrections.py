"""Keeps what people said of pairs of statements, for each ladder in the state folder of the user.

The corrections are about texts and not part of the ladder's file: they change how levels are shown
beside each other, and nothing that others read.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections, TextPair
from laddereditor.regular_files import read_regular
from laddereditor.storage.files.state_folder import NoStateFolder, state_folder, state_place
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.files.whole_file import write_whole

_FOLDER, _MAX_BYTES = "pairs", 10_000_000
_NOT_KEPT = (
    "The corrected pairs hold until you close the program. It cannot keep them for the next time: "
    "{why}."
)


class NotKept(Exception):
    """The corrections could not be written; the message says why, for people."""


def read_corrections(ladder: str) -> PairCorrections:
    """Return the corrections of a ladder by its id; none if there are none that can be read."""
    try:
        file = state_place(_FOLDER) / _file_name(ladder)
        found = json.loads(read_regular(file, _MAX_BYTES, ours=True).decode("utf-8"))
    except (OSError, ValueError, NoStateFolder):
        return NO_CORRECTIONS
    return PairCorrections(_pairs(found, "together"), _pairs(found, "apart"))


def change_corrections(
    ladder: str, change: Callable[[PairCorrections], PairCorrections]
) -> PairCorrections:
    """Change the corrections of a ladder as they are now, so that other windows lose none.

    Args:
        ladder: The id of the ladder.
        change: Gets the corrections that are kept, and returns those to keep.

    Returns:
        What is kept now.

    Raises:
        NotKept: The state folder or the file cannot be written.
    """
    before = read_corrections(ladder)
    after = change(before)
    if after != before:
        write_corrections(ladder, after)
    return after


def write_corrections(ladder: str, corrections: PairCorrections) -> None:
    """Write the corrections of a ladder, in place of the former ones.

    Raises:
        NotKept: The state folder or the file cannot be written.
    """
    content = {
        "ladder": ladder,
        "together": sorted(corrections.together),
        "apart": sorted(corrections.apart),
    }
    data = json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    try:
        write_whole(state_folder(_FOLDER) / _file_name(ladder), data)
    except NoStateFolder as error:
        raise NotKept(_NOT_KEPT.format(why="the folder for its own data cannot be used")) from error
    except OSError as error:
        raise NotKept(_NOT_KEPT.format(why=reason(error))) from error


def _file_name(ladder: str) -> str:
    digest = hashlib.sha256(ladder.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{digest}.json"


def _pairs(found: Any, name: str) -> frozenset[TextPair]:
    listed = found.get(name) if isinstance(found, dict) else None
    pairs = listed if isinstance(listed, list) else []
    return frozenset(
        (one[0], one[1])
        for one in pairs
        if isinstance(one, list) and len(one) == 2 and all(isinstance(text, str) for text in one)
    )
