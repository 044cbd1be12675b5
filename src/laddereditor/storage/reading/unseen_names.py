"""Finds names in a text that can be read, but not as it looks: signs before them cannot be seen."""

import re
from collections.abc import Iterable

from laddereditor.model.signs import LIST_MARKS, UNSEEN
from laddereditor.storage.reading.conflict_marks import conflict_at
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.look_alikes import list_mark, odd_margin
from laddereditor.storage.reading.parse_failure import fault_at, line_of
from laddereditor.storage.text.index import Index

_BEFORE_NAME = re.compile(rf"(?m)^ *(?:- +)*(?:[{UNSEEN}]|[{LIST_MARKS}][ {UNSEEN}])")
_MISLEADING = re.compile(rf"[{UNSEEN}]|[{LIST_MARKS}][ {UNSEEN}]")


def misleading(text: str, places: Iterable[Index]) -> Fault | None:
    """Return the fault of a text that reads as something else than what people see.

    A name after a non-breaking space is not indented, but another name; the marks of a merge that
    stand in quotes are text.
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
        odd = odd_margin(rest) or list_mark(rest)
        if odd and any(rest.startswith(name) for name in names):
            return fault_at(text, start, odd[1])
    return None
