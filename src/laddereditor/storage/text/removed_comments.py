"""Find and report the comments that an edit removed from a file."""

from collections import Counter
from collections.abc import Iterable, Sequence

from laddereditor.model.counting import plural
from laddereditor.storage.text.comments import comments_of
from laddereditor.storage.text.pieces import Chunk, TextPart, chunks_of

_NAMED = 3  # comments that a notice quotes
_LONGEST = 60  # characters of each


def removed_comments(old: Sequence[TextPart], new: Sequence[TextPart]) -> tuple[str, ...]:
    """Return the comments that are in the old pieces of a file but not in the new ones."""
    removed, added = _different(chunks_of(old), chunks_of(new))
    if not _may_lose_comments(removed, added):
        return ()
    remaining = Counter(_comments(added))
    lost: list[str] = []
    for comment in _comments(removed):
        remaining[comment] -= 1
        if remaining[comment] < 0:
            lost.append(comment)
    return tuple(lost)


def _different(old: list[Chunk], new: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Return the pieces that are only in the old list, and those that are only in the new one."""
    if len(old) == len(new):
        pairs = [(a, b) for a, b in zip(old, new, strict=True) if a is not b]
        old, new = [a for a, _ in pairs], [b for _, b in pairs]
    before, after = {id(chunk) for chunk in old}, {id(chunk) for chunk in new}
    return (
        [chunk for chunk in old if id(chunk) not in after],
        [chunk for chunk in new if id(chunk) not in before],
    )


def _may_lose_comments(removed: Sequence[Chunk], added: Sequence[Chunk]) -> bool:
    """Whether comments of the old pieces may be missing in the new ones, by the text alone.

    A piece that was edited keeps the comments on the lines that both texts begin and end with:
    these lines read as before, or the edit would have been refused.
    """
    if len(removed) == len(added) == 1:
        return "#" in _changed_lines(removed[0].text, added[0].text)
    return any("#" in chunk.text for chunk in removed)


def _changed_lines(old: str, new: str) -> str:
    """Return the lines of a text between those that another one begins and ends with too."""
    start = old.rfind("\n", 0, _common_start(old, new)) + 1
    end = len(old) - min(_common_start(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    following = old.find("\n", end - 1 if end > start else end)
    return old[start : following if following >= 0 else len(old)]


def _common_start(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _comments(chunks: Iterable[Chunk]) -> list[str]:
    return [comment for chunk in chunks for comment in comments_of(chunk.text)]


def removed_comments_message(comments: Sequence[str]) -> str:
    """Return the message about the comments that an edit removed from the file."""
    quoted = _quoted(comments)
    if len(comments) == 1:
        return f"This change removed a comment from the file: {quoted}. Undo brings it back"
    return (
        f"This change removed {plural(len(comments), 'comment')} from the file: {quoted}. "
        "Undo brings them back"
    )


def left_behind_message(comments: Sequence[str], where: str) -> str:
    """Return the message about the comments of `where` that a merge could not carry over."""
    count = "A comment" if len(comments) == 1 else plural(len(comments), "comment")
    return f"{count} in {where} could not be carried over: {_quoted(comments)}"


def are_quoted_in_full(comments: Sequence[str]) -> bool:
    """Whether such a message quotes each of the comments in full."""
    return len(comments) <= _NAMED and all(_short(comment) == comment for comment in comments)


def _quoted(comments: Sequence[str]) -> str:
    quoted = ", ".join(f"“{_short(comment)}”" for comment in comments[:_NAMED])
    rest = len(comments) - _NAMED
    return f"{quoted} and {rest} more" if rest > 0 else quoted


def _short(comment: str) -> str:
    return comment if len(comment) <= _LONGEST else comment[: _LONGEST - 1].rstrip() + "…"
