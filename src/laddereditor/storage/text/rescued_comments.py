"""Keep the comments inside a value that is rewritten, by putting them into the new value."""

from collections.abc import Sequence

from laddereditor.storage.text.comments import comment_spans
from laddereditor.storage.text.patch import TextEdit


def missing_comments(text: str, changes: Sequence[TextEdit]) -> list[str]:
    """Return the comments that some changes of a text would remove, in order."""
    removed = [
        text[span.start : span.end].rstrip()
        for span in comment_spans(text)
        if any(change.start <= span.start < change.end for change in changes)
    ]
    written = "".join(change.text for change in changes)
    return [comment for comment in removed if comment not in written]


def with_comments(
    first: str, rest: Sequence[str], comments: Sequence[str], column: int, is_collection: bool
) -> tuple[str, list[str]]:
    """Return the lines of a new value with comments put into them.

    The comments get their own lines above the items of a collection, or follow a single value.

    Args:
        first: The text after the colon or dash.
        rest: The lines below.
        comments: The comments to put in.
        column: The column of the text after a dash.
        is_collection: Whether the value is a list or mapping.

    Returns:
        The text after the colon or dash, and the lines below.
    """
    if not is_collection or (not rest and first.strip()[:1] in ("[", "{")):
        return f"{first.rstrip()}  {'  '.join(comments)}", list(rest)
    if not first.strip():
        margin = rest[0][: len(rest[0]) - len(rest[0].lstrip(" "))] if rest else ""
        return first, [*(margin + comment for comment in comments), *rest]
    margin = " " * column
    own = [margin + comment for comment in comments]
    return "", [*own, margin + first.lstrip(" "), *rest]
