"""Comments inside a value that is written anew: they are put into the new one."""

from collections.abc import Sequence

from laddereditor.storage.text.comments import comment_spans
from laddereditor.storage.text.patch import TextEdit


def missing_comments(text: str, changes: Sequence[TextEdit]) -> list[str]:
    """Return the comments that changes of a text would take away, in order."""
    gone = [
        text[span.start : span.end].rstrip()
        for span in comment_spans(text)
        if any(change.start <= span.start < change.end for change in changes)
    ]
    fresh = "".join(change.text for change in changes)
    return [comment for comment in gone if comment not in fresh]


def with_comments(
    first: str, rest: Sequence[str], comments: Sequence[str], column: int, is_collection: bool
) -> tuple[str, list[str]]:
    """Return what stands behind a colon or dash and the lines below, with comments in them.

    `column` is where what stands behind a dash starts. The comments get lines of their own above
    the items of a collection, or stand behind a single value.
    """
    if not is_collection or (not rest and first.strip()[:1] in ("[", "{")):
        return f"{first.rstrip()}  {'  '.join(comments)}", list(rest)
    if not first.strip():
        margin = rest[0][: len(rest[0]) - len(rest[0].lstrip(" "))] if rest else ""
        return first, [*(margin + comment for comment in comments), *rest]
    margin = " " * column
    own = [margin + comment for comment in comments]
    return "", [*own, margin + first.lstrip(" "), *rest]
