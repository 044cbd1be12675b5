"""Find names that read differently from how they look, because of invisible characters."""

import re
from collections.abc import Iterable

from laddereditor.model.signs import LIST_MARKS, UNSEEN
from laddereditor.storage.reading.conflict_marks import conflict_at
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.look_alikes import list_mark, wrong_indent
from laddereditor.storage.reading.parse_failure import fault_at, line_of
from laddereditor.storage.text.index import Index

_BEFORE_NAME = re.compile(rf"(?m)^ *(?:- +)*(?:[{UNSEEN}]|[{LIST_MARKS}][ {UNSEEN}])")
_MISLEADING = re.compile(rf"[{UNSEEN}]|[{LIST_MARKS}][ {UNSEEN}]")


def misleading(text: str, places: Iterable[Index]) -> Fault | None:
    """Return the fault of a text that reads differently from what people see, or None.

    A name after a non-breaking space is not indented: the space is a part of the name. Merge marks
    inside quotes are ordinary text.

    Args:
        text: The text of the file.
        places: The indexes of its pieces.
    """
    if conflict := conflict_at(text, broken=False):
        return fault_at(text, *conflict)
    if text.isascii() or not _BEFORE_NAME.search(text):
        return None
    labels = {label for index in places for label in index.labels if label}
    names = {label for label in labels if _MISLEADING.match(label)}
    for found in _BEFORE_NAME.finditer(text) if names else ():
        line = line_of(text, found.start()).text
        start = found.start() + len(line) - len(line.lstrip(" -"))
        rest = text[start : start + len(line)]
        odd = wrong_indent(rest) or list_mark(rest)
        if odd and any(rest.startswith(name) for name in names):
            return fault_at(text, start, odd[1])
    return None
