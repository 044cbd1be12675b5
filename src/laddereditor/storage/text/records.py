"""Edit one record's text, write new records, and verify each by reading it again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from pydantic import ValidationError
from yaml import SequenceStartEvent, YAMLError

from laddereditor.model.base import Entity, IdentityKey
from laddereditor.model.raw import Raw, raw_of_changed, to_raw
from laddereditor.storage.text.align import align, name_of, similarity
from laddereditor.storage.text.emit import item_lines
from laddereditor.storage.text.equal_values import same_in_file
from laddereditor.storage.text.events import Scan, read_value
from laddereditor.storage.text.flow import comments_in_brackets
from laddereditor.storage.text.gaps import ended_like
from laddereditor.storage.text.moved_items import all_comments, item_text
from laddereditor.storage.text.one_line_edits import edited_on_its_lines
from laddereditor.storage.text.patch import (
    CannotSplice,
    NoPieces,
    Piece,
    Pieces,
    SpliceContext,
    patched,
)
from laddereditor.storage.text.pieces import Chunk
from laddereditor.storage.text.refusals import Refused
from laddereditor.storage.text.replace import Slot, entry_slot, item_slot
from laddereditor.storage.text.shapes import record_shape, without_empty
from laddereditor.storage.text.splice import edit_value, item_segments, same_raw
from laddereditor.storage.text.tree import YamlNode, parse_tree

# How deep an edit reaches into a record. Each attempt is made if the one before did not read back;
# the last two rewrite the whole record, in the layout of the file and in the canonical one.
_LIKE = 0.5  # similarity of records that are matched; our choice
_ATTEMPTS = ((99, False), (4, False), (3, False), (2, False), (1, False), (0, False), (0, True))


class VerificationFailed(Exception):
    """No way was found to write a value so that it reads back unchanged."""


def verify_record(text: str, entity: Entity, column: int) -> Chunk | None:
    """Return the piece of a record if its text reads as the entity, else None.

    Args:
        text: The text of the record.
        entity: What the text must read as.
        column: The column of the list's dashes.
    """
    try:
        scan = Scan(text)
        pull = scan.pull
        pull()
        explicit = bool(getattr(pull(), "explicit", True))
        start = pull()
        if (
            explicit
            or start.start_mark.column != column
            or start.__class__ is not SequenceStartEvent
        ):
            return None
        event = pull()
        scan.start_piece()
        scan.index.add(event.start_mark.line, event.start_mark.column, 0, None)
        raw = read_value(scan, event, 0)
        ends = [pull().__class__.__name__ for _ in range(3)]
        if scan.duplicates or ends != ["SequenceEndEvent", "DocumentEndEvent", "StreamEndEvent"]:
            return None
        if scan.has_empty:
            raw = without_empty(raw, record_shape(type(entity)))
        read = type(entity).model_validate(raw)
    except (YAMLError, Refused, ValidationError):
        return None
    return Chunk(text, scan.index, True) if same_in_file(entity, read) else None


def edit_lines(  # noqa: PLR0913 - as of a splice
    chunk: Chunk, old: Entity, new: Entity, pieces: Pieces, *, column: int, verify: bool
) -> Chunk | None:
    """Replace texts that are on a line of their own, without parsing the record.

    Args:
        chunk: The text of the record.
        old: The state that the text reads as.
        new: The state that it is to read as.
        pieces: List items removed elsewhere, which may move here.
        column: The column of the list's dashes.
        verify: Whether to read the result again.

    Returns:
        The new piece; None if the edit needs `edit_record`.
    """
    found = edited_on_its_lines(chunk, old, new, pieces.may_have)
    return verify_record(found.text, new, column) if found and verify else found


def edit_record(  # noqa: PLR0913, PLR0917 - what a splice depends on
    chunk: Chunk,
    field: str,
    old: Entity,
    new: Entity,
    near: tuple[str, ...],
    pieces: Pieces,
) -> tuple[Chunk, bool]:
    """Splice the differences between two states of a record into its text.

    Args:
        chunk: The text of the record.
        field: The name of the list that the record is in.
        old: The state that the text reads as.
        new: The state that it is to read as.
        near: Texts of neighbouring records, whose layout new lines follow.
        pieces: List items removed elsewhere, which may move here.

    Returns:
        The new piece, and whether the whole record had to be rewritten.

    Raises:
        VerificationFailed: No attempt reads as the new state.
    """
    tree = parse_tree(chunk.text)
    if tree is None:
        raise VerificationFailed(field)
    before = _raw_of(IdentityKey(old))
    after = raw_of_changed(new, old, before)
    if same_raw(before, after):
        return chunk, False
    for depth, canonical, moved in _attempts(pieces):
        page = SpliceContext(chunk.text, near, moved, depth, canonical)
        try:
            slot = item_slot(page, tree, 0, field)
            text = patched(chunk.text, edit_value(page, slot, before, after))
        except CannotSplice:
            continue
        text = ended_like(text, chunk.text, page.newline)
        verified = verify_record(text, new, tree.column)
        if verified:
            return verified, depth == 0
    raise VerificationFailed(field)


@lru_cache(maxsize=2)  # all keys of one typing are spliced into the same text
def _raw_of(key: IdentityKey) -> Raw:
    return to_raw(key.entity)


def _attempts(pieces: Pieces) -> Iterator[tuple[int, bool, Pieces]]:
    """Yield how deep to edit, whether to use the canonical layout, and the items from elsewhere."""
    yield *_ATTEMPTS[0], pieces
    for depth, canonical in _ATTEMPTS:
        yield depth, canonical, NoPieces()


def new_record(
    field: str, entity: Entity, column: int, near: tuple[str, ...], pieces: Pieces
) -> Chunk:
    """Return the piece of a record that the file does not have yet.

    Args:
        field: The name of the list that the record is in.
        entity: The record.
        column: The column of the list's dashes.
        near: Texts of neighbouring records, whose layout the new one follows.
        pieces: List items removed elsewhere; those that the record holds come with their comments.

    Raises:
        VerificationFailed: No attempt reads as the record.
    """
    raw = to_raw(entity)
    for moved, canonical in ((pieces, False), (NoPieces(), False), (NoPieces(), True)):
        try:
            text = _new_record(
                SpliceContext("", near, moved, canonical=canonical), field, raw, column
            )
        except CannotSplice:
            continue
        verified = verify_record(text, entity, column)
        if verified:
            return verified
    raise VerificationFailed(field)


def _new_record(page: SpliceContext, field: str, raw: Raw, column: int) -> str:
    """Return the lines of a new record; lists with items from elsewhere are spliced in."""
    moved = page.pieces.find(raw)
    if moved and moved.text:
        return item_text(page, field, raw, column)
    stub = _without_moved(raw, page.pieces)
    text = page.join(item_lines(stub, field, column, page.layout))
    tree = None if stub == raw else parse_tree(text)
    if tree is None:
        return text
    page = replace(page, text=text)
    return patched(text, edit_value(page, item_slot(page, tree, 0, field), stub, raw))


def _without_moved(raw: Raw, pieces: Pieces) -> Raw:
    """Return plain values in which every list that gets items from elsewhere is empty."""
    if isinstance(raw, dict):
        return {key: _without_moved(value, pieces) for key, value in raw.items()}
    if isinstance(raw, list):
        if any(pieces.find(item) for item in raw):
            return []
        return [_without_moved(item, pieces) for item in raw]
    return raw


def removed_items(chunk: Chunk, field: str, old: Entity, new: Entity | None) -> dict[str, Piece]:
    """Return the list items that a record loses, by plain value; the record itself if removed.

    Args:
        chunk: The record's text before the edit.
        field: The list that the record is in.
        old: The record before the edit.
        new: The record after it, None if it was removed.

    Returns:
        The pieces of text by the `repr` of their plain values.
    """
    tree = parse_tree(chunk.text)
    page = SpliceContext(chunk.text)
    found: dict[str, Piece] = {}
    if tree is not None:
        slot = item_slot(page, tree, 0, field)
        before = _raw_of(IdentityKey(old))
        if new is None:
            found[repr(before)] = Piece(chunk.text, tree.column, raw=before)
        collect(page, slot, before, raw_of_changed(new, old, before) if new else {}, found)
    return found


def collect(page: SpliceContext, slot: Slot, old: Raw, new: Raw, found: dict[str, Piece]) -> None:
    """Add the list items that a value loses.

    Args:
        page: The text and its context.
        slot: The place of the value in the text.
        old: The plain value before the edit.
        new: The plain value after it.
        found: What is added to: the pieces of text by the `repr` of their plain values.
    """
    node = slot.node
    if old == new:
        return
    try:
        if node.kind == "map" and isinstance(old, dict):
            _collect_in_map(page, node, old, new if isinstance(new, dict) else {}, found)
        elif node.kind == "seq" and isinstance(old, list) and len(old) == len(node.items):
            _collect_in_list(page, slot, old, new if isinstance(new, list) else [], found)
    except CannotSplice:
        return


def _collect_in_map(
    page: SpliceContext, node: YamlNode, old: Raw, new: Raw, found: dict[str, Piece]
) -> None:
    for index, (key, _) in enumerate(node.entries):
        name = str(key.value)
        if name in old:
            slot = entry_slot(page, node, index, name)
            collect(page, slot, old[name], new.get(name), found)


def _collect_in_list(
    page: SpliceContext, slot: Slot, old: Raw, new: Raw, found: dict[str, Piece]
) -> None:
    node = slot.node
    matched = {was: number for number, was in enumerate(align(old, new)) if was is not None}
    pieces = _pieces_of(page, slot)
    for index, item in enumerate(old):
        if index not in matched:
            found.setdefault(repr(item), pieces[index]._replace(raw=item))
            if isinstance(item, dict):
                collect(page, item_slot(page, node, index, ""), item, {}, found)
        else:
            collect(page, item_slot(page, node, index, ""), item, new[matched[index]], found)


def found_piece(pieces: Mapping[str, Piece], value: Raw) -> Piece | None:
    """Return the piece that reads as a value, or one of the same name changed to do so, or None."""
    if not pieces:
        return None
    piece = pieces.get(repr(value))
    name = name_of(value)
    if piece or not name:
        return piece
    alike = [
        each
        for each in pieces.values()
        if name_of(each.raw) == name and similarity(each.raw, value) >= _LIKE
    ]
    return _changed(alike[0], value) if len(alike) == 1 else None


def _changed(piece: Piece, value: Raw) -> Piece:
    tree = parse_tree(piece.text) if piece.text else None
    if tree is None:
        return piece
    try:
        page = SpliceContext(piece.text)
        changes = edit_value(page, item_slot(page, tree, 0, ""), piece.raw, value)
        return piece._replace(text=patched(piece.text, changes))
    except CannotSplice:
        return Piece("", comments=all_comments(piece))


def _pieces_of(page: SpliceContext, slot: Slot) -> list[Piece]:
    node = slot.node
    if node.flow:
        return [Piece("", comments=comments) for comments in comments_in_brackets(page, node)]
    segs = item_segments(page, node, slot.top)
    return [Piece(page.text[seg.start : seg.end], node.column) for seg in segs]


def neighbours(chunks: Sequence[Chunk], place: int, is_new: bool = False) -> tuple[str, ...]:
    """Return the texts of some records around a place, whose layout a record there follows.

    Args:
        chunks: The records of the list.
        place: The index of the place.
        is_new: Whether the record is inserted before the one that is at `place` now.
    """
    nearest = [place - 1, place if is_new else place + 1, 0]
    numbers = dict.fromkeys(n for n in nearest if 0 <= n < len(chunks) and (is_new or n != place))
    return tuple(chunks[number].text for number in numbers)
