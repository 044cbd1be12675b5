"""Find what a comment is about in a ladder as it is now.

A statement has no id. A comment on one has its position and its words, so that it is found again
after the list was edited elsewhere, and never passes to another statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance.Indel import normalized_similarity as ratio

from laddereditor.align.similarity import LETTERS_COMPARED
from laddereditor.edits.paths import value_at
from laddereditor.edits.places.inherited import effective_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.comment import Comment
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import LISTS
from laddereditor.model.statement import RatedSkill, skill_of, statement_text

# Share of letters in order from which a text is the quoted one reworded: as in `diff`.
_SURELY = 0.75


@dataclass(frozen=True, slots=True)
class CommentPlace:
    """Where a comment is shown."""

    address: Address  # the entity that it is about, or else the nearest one above
    field: FieldPath = FieldPath()  # inside it, "" for the entity itself
    is_gone: bool = False  # what it was about is no longer there
    is_reworded: bool = False  # the statement has other words than the quoted ones


def place_of(ladder: Ladder, comment: Comment) -> CommentPlace:
    """Return where a comment belongs in a ladder.

    Args:
        ladder: The ladder as it is now.
        comment: One of its comments.
    """
    wanted = Address(comment.at.strip().strip("/")).long_form
    address, path = wanted.split_field(ladder)
    if address != wanted.owner and wanted.owner and not _is_same(ladder, address, wanted.owner):
        return CommentPlace(address, is_gone=True)
    if not path:
        return CommentPlace(address)
    entity = address.entity(ladder)
    found = list_of(entity, path)
    if found is None:
        is_there = path.name in field_specs(type(entity)) or path.name in (entity.model_extra or {})
        return CommentPlace(address, path) if is_there else CommentPlace(address, is_gone=True)
    return _in_list(ladder, address, found, comment.quote)


def _is_same(ladder: Ladder, address: Address, other: Address) -> bool:
    """Whether another address is that of the same entity, in another form."""
    return other.has_entry(ladder) and other.in_full(ladder) == address


@dataclass(frozen=True, slots=True)
class ItemPath:
    """The path of a list, and what follows it in the path of one of its items."""

    list_path: FieldPath
    item: str  # its position, or the id of a skill


def list_of(entity: Entity, path: FieldPath) -> ItemPath | None:
    """Return the list of statements, skills or lines that a path leads into, None for another."""
    spec = field_specs(type(entity)).get(path.name)
    if spec is None or spec.shape not in LISTS:
        return None
    keys = 2 if spec.is_keyed else 1
    if len(path.parts) <= keys:
        return None
    return ItemPath(path.first(keys), path.parts[keys])


def quote_at(ladder: Ladder, address: Address, path: FieldPath) -> str:
    """Return the words of the statement, or the id of the skill, at a place, "" for another."""
    found = list_of(address.entity(ladder), path)
    if found is None:
        return ""
    texts = texts_of(ladder, address, found.list_path)
    position = _position(found.item, texts)
    return texts[position] if position is not None else ""


def item_at(ladder: Ladder, address: Address, path: FieldPath) -> FieldPath:
    """Return the path of a statement or the use of a skill by its position; another as it is.

    What is inside an item, such as an example, is the item; an item that is not there is its list.
    """
    found = list_of(address.entity(ladder), path) if path else None
    if found is None:
        return path
    position = _position(found.item, texts_of(ladder, address, found.list_path))
    return found.list_path if position is None else found.list_path.at(str(position))


def texts_of(ladder: Ladder, address: Address, list_path: FieldPath) -> list[str]:
    """Return the words of a list's items as they hold: the entity's own, else inherited ones."""
    try:
        value = effective_at(ladder, address, list_path)
    except (LookupError, ValueError, TypeError):
        return []
    return [item_text(item) for item in value] if isinstance(value, tuple) else []


def item_text(item: Any) -> str:
    """Return the words of an item of a list; of the use of a skill, its id."""
    return skill_of(item) if isinstance(item, RatedSkill) else statement_text(item)


def _in_list(ladder: Ladder, address: Address, item: ItemPath, quote: str) -> CommentPlace:
    texts = texts_of(ladder, address, item.list_path)
    position = _position(item.item, texts)
    if position is not None and (not quote or texts[position] == quote):
        return CommentPlace(address, item.list_path.at(str(position)))
    if not quote:
        return CommentPlace(address, is_gone=True)
    near = position if position is not None else len(texts)
    equal = [place for place, text in enumerate(texts) if text == quote]
    if equal:
        nearest = min(equal, key=lambda place: abs(place - near))
        return CommentPlace(address, item.list_path.at(str(nearest)))
    for other, found in _other_lists(ladder, address, item.list_path):
        if quote in found:
            return CommentPlace(address, other.at(str(found.index(quote))))
    alike = _most_alike(quote, texts)
    if alike is None:
        return CommentPlace(address, is_gone=True)
    return CommentPlace(address, item.list_path.at(str(alike)), is_reworded=True)


def _position(item: str, texts: Sequence[str]) -> int | None:
    if item.isdigit():
        return int(item) if int(item) < len(texts) else None
    return texts.index(item) if item in texts else None


def _other_lists(
    ladder: Ladder, address: Address, but: FieldPath
) -> Iterator[tuple[FieldPath, list[str]]]:
    """Yield the other lists of an entity with the words of their items."""
    for path in list_paths(address.entity(ladder)):
        if path != but:
            yield path, texts_of(ladder, address, path)


def list_paths(entity: Entity) -> Iterator[FieldPath]:
    """Yield the paths of the lists of statements, skills and lines that an entity has."""
    for name, spec in field_specs(type(entity)).items():
        if spec.shape in LISTS and spec.is_keyed:
            value = value_at(entity, FieldPath(name))
            yield from (FieldPath(name).entry(key) for key in value or ())
        elif spec.shape in LISTS:
            yield FieldPath(name)


def _most_alike(quote: str, texts: Sequence[str]) -> int | None:
    """Return the item that the quoted one surely became, None if there is none."""
    short = quote[:LETTERS_COMPARED]
    scores = [ratio(short, text[:LETTERS_COMPARED]) for text in texts]
    best = max(scores, default=0.0)
    is_sure = best >= _SURELY and scores.count(best) == 1
    return scores.index(best) if is_sure else None
