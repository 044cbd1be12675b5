"""Add, answer, reword, resolve and delete comments."""

from collections.abc import Callable, Sequence
from datetime import date

from laddereditor.edits.comments.placing import item_at, place_of, quote_at
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.words import canonical, existing, named
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder

_NO_TEXT = "A comment needs a text. Write what you remark, or cancel."
_GONE = "This comment has changed; look at it again."


def comment_on(  # noqa: PLR0913, PLR0917 - a place, and who says what about it, and when
    ladder: Ladder,
    address: Address,
    path: FieldPath,
    text: str,
    author: str,
    day: date | str | None,
) -> Comment:
    """Return a comment on a place; a statement is quoted.

    Args:
        ladder: The ladder.
        address: The entity, "" for the ladder.
        path: The path of a field or statement in it, "" for the entity itself.
        text: What is remarked.
        author: Who remarks it.
        day: When.

    Raises:
        EditRefused: There is no such entity.
    """
    existing(ladder, address)
    place = canonical(ladder, address) if address else Address()
    path = item_at(ladder, address, path)
    return Comment(
        at=str(place.at(path)),
        author=author,
        date=day,
        text=text,
        quote=quote_at(ladder, address, path) if path else "",
    )


@builder
def add_comment(  # noqa: PLR0913, PLR0917 - as `comment_on`
    ladder: Ladder, address: Address, path: FieldPath, text: str, author: str, day: date | None
) -> Edit:
    """Add a comment on a place.

    Args:
        ladder: The ladder.
        address: The entity, "" for the ladder.
        path: The path of a field or statement in it, "" for the entity itself.
        text: What is remarked.
        author: Who remarks it.
        day: When.

    Raises:
        EditRefused: There is no such entity, or no text.
    """
    if not text.strip():
        raise EditRefused(_NO_TEXT)
    comment = comment_on(ladder, address, path, text.strip(), author.strip(), day)
    words = named(ladder, address) if address else "the ladder"

    def change(now: Ladder) -> Ladder:
        return evolve(now, comments=(*now.comments, comment))

    return Edit(f"Comment on {words}", change)


@builder
def answer_comment(
    ladder: Ladder, comment: Comment, text: str, author: str, day: date | None
) -> Edit:
    """Add a comment on what another one is about, directly behind that one and its answers.

    Args:
        ladder: The ladder.
        comment: The comment that is answered.
        text: The answer.
        author: Who answers.
        day: When.

    Raises:
        EditRefused: There is no text, or the comment is gone.
    """
    if not text.strip():
        raise EditRefused(_NO_TEXT)
    _number(ladder, comment)
    answer = Comment(
        at=comment.at, author=author.strip(), date=day, text=text.strip(), quote=comment.quote
    )

    def change(now: Ladder) -> Ladder:
        comments = list(now.comments)
        same = [n for n, one in enumerate(comments) if _is_beside(one, comment)]
        comments.insert(same[-1] + 1 if same else len(comments), answer)
        return evolve(now, comments=tuple(comments))

    return Edit("Answer a comment", change)


def _is_beside(one: Comment, other: Comment) -> bool:
    return (one.at, one.quote) == (other.at, other.quote)


def reword_comment(ladder: Ladder, comment: Comment, text: str) -> Edit:
    """Give a comment another text.

    Args:
        ladder: The ladder.
        comment: The comment.
        text: Its new text.

    Raises:
        EditRefused: There is no text, or the comment is gone.
    """
    if not text.strip():
        raise EditRefused(_NO_TEXT)
    return _replaced(ladder, "Change a comment", comment, evolve(comment, text=text.strip()))


def resolve_comment(ladder: Ladder, comment: Comment, *, resolved: bool) -> Edit:
    """Mark a comment as dealt with, or as open again.

    Args:
        ladder: The ladder.
        comment: The comment.
        resolved: Whether it is dealt with.

    Raises:
        EditRefused: The comment is gone.
    """
    verb = "Resolve" if resolved else "Reopen"
    return _replaced(ladder, f"{verb} a comment", comment, evolve(comment, resolved=resolved))


def place_comment_again(ladder: Ladder, comment: Comment) -> Edit:
    """Confirm that a comment is about the reworded statement that it is shown at.

    Raises:
        EditRefused: The comment is gone, or so is its place.
    """
    place = place_of(ladder, comment)
    if place.is_gone:
        raise EditRefused("What this comment was about is no longer there.")
    quote = quote_at(ladder, place.address, place.field)
    after = evolve(comment, at=str(place.address.at(place.field)), quote=quote)
    return _replaced(ladder, "Confirm the place of a comment", comment, after)


def delete_comments(ladder: Ladder, comments: Sequence[Comment]) -> Edit:
    """Delete comments.

    Raises:
        EditRefused: One of them is gone.
    """
    for one in comments:
        _number(ladder, one)

    def change(now: Ladder) -> Ladder:
        numbers = {_number(now, one) for one in comments}
        left = tuple(one for n, one in enumerate(now.comments) if n not in numbers)
        return evolve(now, comments=left)

    return Edit("Delete a comment" if len(comments) == 1 else "Delete comments", change)


def _replaced(ladder: Ladder, label: str, comment: Comment, after: Comment) -> Edit:
    _number(ladder, comment)

    def change(now: Ladder) -> Ladder:
        number = _number(now, comment)
        comments = (*now.comments[:number], after, *now.comments[number + 1 :])
        return now if after == comment else evolve(now, comments=comments)

    return Edit(label, change)


def _number(ladder: Ladder, comment: Comment) -> int:
    """Return which of a ladder's comments one is: the same object, else an equal one."""
    tests: tuple[Callable[[Comment], bool], ...] = (
        lambda one: one is comment,
        lambda one: one == comment,
    )
    for test in tests:
        for number, one in enumerate(ladder.comments):
            if test(one):
                return number
    raise EditRefused(_GONE)
