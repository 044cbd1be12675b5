"""Keep comments at their statements when these are moved or reworded."""

from collections import deque
from collections.abc import Sequence

from laddereditor.align.matching import match
from laddereditor.edits.comments.placing import (
    ItemPath,
    list_of,
    list_paths,
    place_of,
    texts_of,
)
from laddereditor.edits.paths import value_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder


def with_followed(before: Ladder, after: Ladder) -> Ladder:
    """Return the ladder after an edit with its comments at the statements that they are about.

    The new words of a statement that was reworded are quoted. A comment whose statement is gone
    stays as it is, so that it still says what it was about.

    Args:
        before: The ladder before the edit.
        after: The ladder after it; comments are at the new addresses of their entities already.
    """
    if not after.comments or before is after:
        return after
    known: dict[tuple[str, ...], deque[Comment]] = {}
    for one in before.comments:
        known.setdefault(_key(one), deque()).append(one)
    comments = []
    for one in after.comments:
        same = known.get(_key(one))
        comments.append(_followed(before, after, same.popleft(), one) if same else one)
    if all(now is was for now, was in zip(comments, after.comments, strict=True)):
        return after
    return evolve(after, comments=tuple(comments))


def _key(comment: Comment) -> tuple[str, ...]:
    return comment.author, str(comment.date), comment.text, comment.quote


def _followed(before: Ladder, after: Ladder, was: Comment, now: Comment) -> Comment:
    """Return a comment at its statement after an edit; itself where nothing became of it."""
    address, path = Address(now.at).long_form.split_field(after)
    wanted = list_of(address.entity(after), path) if path else None
    if wanted is None or _is_untouched(before, after, was, address, wanted):
        return now
    old = place_of(before, was)
    item = None if old.is_gone else list_of(old.address.entity(before), old.field)
    if item is None:
        return now
    old_texts = texts_of(before, old.address, item.list_path)
    quote = old_texts[int(old.field.last)]
    same_list = wanted.list_path if was.at != now.at else item.list_path
    found = _found(after, address, same_list, old_texts, int(old.field.last))
    if found is None:
        return now
    list_path, position, text = found
    if not now.quote and quote:  # nobody quoted it: it is found by its position alone
        text = "" if text == quote else text
    at = str(address.at(list_path, str(position)))
    is_same = Address(now.at).long_form == at and text == now.quote
    return now if is_same else evolve(now, at=at, quote=text)


def _is_untouched(
    before: Ladder, after: Ladder, was: Comment, address: Address, item: ItemPath
) -> bool:
    """Whether an entity and the list that a comment is about are the same objects as before."""
    old = Address(was.at).long_form.split_field(before)[0]
    if not old or old.entity(before) is not address.entity(after):
        return False
    return bool(value_at(address.entity(after), item.list_path))


def _found(
    after: Ladder, address: Address, same_list: FieldPath, old: Sequence[str], position: int
) -> tuple[FieldPath, int, str] | None:
    """Return list, position and words of a statement after an edit, None if it is gone.

    Args:
        after: The ladder after the edit.
        address: Its entity there.
        same_list: The list in which it was.
        old: The words of all items of the list before.
        position: Which of them it was.
    """
    texts = texts_of(after, address, same_list)
    place = _place_in(old, texts, position)
    if place is not None:
        return same_list, place, texts[place]
    for path in list_paths(address.entity(after)):
        found = texts_of(after, address, path)
        if path != same_list and old[position] in found:
            return path, found.index(old[position]), old[position]
    return None


def _place_in(old: Sequence[str], new: Sequence[str], position: int) -> int | None:
    """Return where an item of a list is in its new state, None if it is gone."""
    quote = old[position]
    if quote not in new:
        return _reworded(old, new, position)
    copies = [place for place, text in enumerate(old) if text == quote]
    equal = [place for place, text in enumerate(new) if text == quote]
    if len(copies) == len(equal):
        return equal[copies.index(position)]
    return min(equal, key=lambda place: abs(place - position))


def _reworded(old: Sequence[str], new: Sequence[str], position: int) -> int | None:
    """Return the new text that an old one became, None if it was removed.

    One text in place of one is that text reworded, whatever its words are; of several, the most
    similar is.
    """
    gone = [place for place, text in enumerate(old) if text not in new]
    added = [place for place, text in enumerate(new) if text not in old]
    if len(old) == len(new) and len(gone) == len(added) == 1:
        return added[0]
    pairs = match([old[place] for place in gone], [new[place] for place in added])
    found = {gone[pair.before]: added[pair.after] for pair in pairs}
    return found.get(position)
