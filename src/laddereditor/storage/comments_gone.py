"""Which comments an edit took out of a file."""

from collections import Counter
from collections.abc import Iterable, Sequence

from laddereditor.storage.comments import comments_of
from laddereditor.storage.pieces import Chunk, Part

_NAMED = 3  # comments that a notice quotes
_LONGEST = 60  # characters of each


def comments_gone(old: Sequence[Part], new: Sequence[Part]) -> tuple[str, ...]:
    """Return the comments that the old pieces of a file have and the new ones have not."""
    before, after = _chunks(old), _chunks(new)
    left = [chunk for name, chunk in before.items() if name not in after]
    if not any("#" in chunk.text for chunk in left):
        return ()
    fresh = Counter(_comments(chunk for name, chunk in after.items() if name not in before))
    gone: list[str] = []
    for comment in _comments(left):
        fresh[comment] -= 1
        if fresh[comment] < 0:
            gone.append(comment)
    return tuple(gone)


def _chunks(parts: Sequence[Part]) -> dict[int, Chunk]:
    return {id(chunk): chunk for part in parts for chunk in part.chunks}


def _comments(chunks: Iterable[Chunk]) -> list[str]:
    return [comment for chunk in chunks for comment in comments_of(chunk.text)]


def gone_words(comments: Sequence[str]) -> str:
    """Return the sentence that tells which comments an edit took out of the file."""
    quoted = ", ".join(f"“{_short(comment)}”" for comment in comments[:_NAMED])
    rest = len(comments) - _NAMED
    more = f" and {rest} more" if rest > 0 else ""
    if len(comments) == 1:
        return f"A comment in the file went with this change: {quoted}. Undo brings it back"
    return (
        f"{len(comments)} comments in the file went with this change: {quoted}{more}. "
        "Undo brings them back"
    )


def _short(comment: str) -> str:
    return comment if len(comment) <= _LONGEST else comment[: _LONGEST - 1].rstrip() + "…"
