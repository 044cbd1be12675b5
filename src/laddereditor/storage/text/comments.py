"""Find the comments in a piece of YAML."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from yaml import CSafeLoader, DocumentStartEvent, ScalarEvent, YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent

from laddereditor.storage.text.gaps import content_end, next_line

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n\x85\u2028\u2029]*", re.MULTILINE)


class CommentSpan(NamedTuple):
    """Where a comment is: `text[start:end]`, from its `#` on."""

    start: int
    end: int


def comments_of(text: str) -> list[str]:
    """Return the comments of a piece of YAML, in order; a `#` inside a value is not one."""
    return [text[start:end].rstrip() for start, end in comment_spans(text)]


def comment_spans(text: str) -> list[CommentSpan]:
    """Return where the comments of a piece of YAML are, in order."""
    return list(_spans(text)) if "#" in text else []


@lru_cache(maxsize=32)  # an edit needs its old text twice, and the last edit wrote it
def _spans(text: str) -> tuple[CommentSpan, ...]:
    values = _values(text)
    ends = [end for _, end in values]  # both rise, for values do not overlap
    found: list[CommentSpan] = []
    at = 0
    while hit := _COMMENT.search(text, at):
        start, at = hit.span()
        number = bisect_right(ends, start)  # the first value that ends after the `#`
        if number < len(values) and values[number][0] <= start:
            at = values[number][1]
        else:
            found.append(CommentSpan(start, at))
    return tuple(found)


def _values(text: str) -> list[tuple[int, int]]:
    """Return where each key and value starts and ends; a block scalar starts below its header."""
    pull: Callable[[], Any] = CSafeLoader(text).get_event
    found: list[tuple[int, int]] = []
    try:
        pull()
        if pull().__class__ is not DocumentStartEvent:
            return []
        depth = 0
        while True:
            event = pull()
            kind = event.__class__
            if kind is ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if event.style in ("|", ">"):
                    end = content_end(text, end, block=True, keep="+" in text[start : start + 3])
                    start = next_line(text, start)
                if start < end:
                    found.append((start, end))
            elif isinstance(event, CollectionStartEvent):
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if not depth:
                return found
    except YAMLError:
        return []
