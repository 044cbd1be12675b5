"""Comments of entities that are renamed, moved, copied or removed."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from laddereditor.edits.accepted import KeyRename, followed_address
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder

Copies = Sequence[tuple[Address, Sequence[Comment]]]  # a copy with the comments inside it


def comments_inside(ladder: Ladder, address: Address) -> tuple[Comment, ...]:
    """Return the comments of an entity and what is in it, each with a path that starts there."""
    return tuple(
        evolve(one, at=str(at.below(address)) if at != address else "")
        for one in ladder.comments
        if address and (at := Address(one.at).long_form).is_in(address)
    )


def with_comments_moved(
    ladder: Ladder,
    found: Mapping[Address, Address],
    removed: Collection[Address],
    renames: Sequence[KeyRename] = (),
) -> Ladder:
    """Return a ladder with its comments at the new addresses of entities.

    Those of removed entities stay as they are: they are shown nearby, as having lost their place.

    Args:
        ladder: The ladder after the edit.
        found: Old address -> new address of entities.
        removed: Addresses of removed entities.
        renames: Keys of mappings that changed.
    """
    if not ladder.comments:
        return ladder
    comments = tuple(_moved(one, found, removed, renames) for one in ladder.comments)
    if all(now is was for now, was in zip(comments, ladder.comments, strict=True)):
        return ladder
    return evolve(ladder, comments=comments)


def _moved(
    comment: Comment,
    found: Mapping[Address, Address],
    removed: Collection[Address],
    renames: Sequence[KeyRename],
) -> Comment:
    place = followed_address(Address(comment.at), found, removed, renames)
    return comment if place is None or place == comment.at else evolve(comment, at=place)


def with_copied(before: Ladder, ladder: Ladder, copies: Copies) -> Ladder:
    """Return a ladder with the comments that copies of entities bring along.

    A comment that lost its place because its entity was cut is at the pasted one again.

    Args:
        before: The ladder before the edit, from which an entity may have been cut.
        ladder: The ladder after the edit.
        copies: The addresses of the copies, each with the comments inside it.
    """
    comments = list(ladder.comments)
    for address, inside in copies:
        for one in inside:
            placed = evolve(one, at=str(address.at(one.at)))
            lost = next((old for old in comments if _is_lost(before, old, placed)), None)
            if lost is not None:
                comments[comments.index(lost)] = placed
            else:
                comments.append(placed)
    return evolve(ladder, comments=tuple(comments)) if copies and comments else ladder


def _is_lost(ladder: Ladder, comment: Comment, placed: Comment) -> bool:
    """Whether a comment is the same as a pasted one, and its entity is no longer there."""
    same = (comment.author, comment.date, comment.text, comment.quote) == (
        placed.author,
        placed.date,
        placed.text,
        placed.quote,
    )
    return same and not Address(comment.at).owner.has_entry(ladder)


def as_data(comments: Iterable[Comment]) -> list[dict[str, object]]:
    """Return comments as plain values, for the clipboard."""
    return [one.model_dump(mode="json") for one in comments]
