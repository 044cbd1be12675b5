"""Files that are not ladders, and what they look like."""

import re
from difflib import get_close_matches
from typing import Any

from laddereditor.model.kinds import COLLECTIONS
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.other_files import text_kind
from laddereditor.storage.reading.places import Place
from laddereditor.storage.reading.syntax import line_at

_KINDS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"jobs", "on"}), "a workflow of a build service"),
    (frozenset({"stages"}), "a pipeline of a build service"),
    (frozenset({"services"}), "a Docker Compose file"),
    (frozenset({"apiVersion", "kind"}), "a Kubernetes file"),
    (frozenset({"openapi"}), "a description of a web service"),
)
_LIST = re.compile(r"(?:\s|#.*\n)*(?:- |\[)")  # a list begins, maybe below comments


def not_a_ladder(text: str, head: Any, fault: Fault | None = None) -> Fault:
    """Return the fault of a file without the key that every ladder starts with.

    Args:
        text: The file.
        head: What its top level reads as; None if that cannot be read.
        fault: The fault that was found first, None if the file can be read.
    """
    keys = list(head) if isinstance(head, dict) else []
    message = "This is not a ladder file: a ladder starts with the line 'laddereditor: 1'"
    near = get_close_matches("laddereditor", keys, 1, 0.8)
    kind = next((words for names, words in _KINDS if names <= set(keys)), "") or text_kind(text)
    if near:
        message += f" (did you mean that by '{near[0]}'?)"
    elif kind:
        message += f". It looks like {kind}"
    elif set(keys) & set(COLLECTIONS):
        message += ". If this is one, write that line at its top"
    if fault is None or (kind and not near):
        is_data = fault is None and (bool(keys) or _LIST.match(text) is not None)
        is_other = is_data and not near and not kind
        return Fault(message, "", Place(1, 1), line_at(text, 0), is_other_data=is_other)
    return Fault(f"{message}. In addition, {fault.message}", "", fault.place, fault.line_text)
