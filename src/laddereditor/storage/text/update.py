"""Turn an edit of the ladder into an edit of the file's text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from laddereditor.model.base import Entity
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import Raw
from laddereditor.storage.text.align import match, similarity
from laddereditor.storage.text.changed_texts import OtherChange, changed_texts
from laddereditor.storage.text.gaps import count_lines, ends_line
from laddereditor.storage.text.kept_blanks import keeps_blank_lines
from laddereditor.storage.text.patch import NoPieces, Piece, Pieces, newline_of
from laddereditor.storage.text.pieces import Chunk, TextPart, chunks_of
from laddereditor.storage.text.records import (
    edit_lines,
    edit_record,
    found_piece,
    neighbours,
    new_record,
    removed_items,
)
from laddereditor.storage.text.segments import blank_lead, spaced
from laddereditor.storage.text.top_level import planned_heads
from laddereditor.storage.text.top_level_edits import edit_head, new_head, removed_items_of_head

_NONE = NoPieces()
_MANY = 50  # records, of which each takes 3 to 6 ms to read


class Update:
    """One edit of the pieces of a file, from the old ladder to the new one."""

    def __init__(
        self, parts: tuple[TextPart, ...], old: Ladder, new: Ladder, elsewhere: Pieces = _NONE
    ) -> None:
        """Match the lists of the two ladders.

        Args:
            parts: The pieces of the file, in their order.
            old: The ladder that the pieces hold.
            new: The ladder that they are to hold.
            elsewhere: List items that the same edit removes from other files.
        """
        self.elsewhere = elsewhere
        self.parts = parts
        self.old = old
        self.new = new
        self.notices: list[str] = []
        self.regrouped = False  # whether the sequence of pieces has changed
        self._matches = {
            part.field: matched_records(getattr(old, part.field), getattr(new, part.field))
            for part in parts
            if part.field
        }

    def result(self) -> tuple[TextPart, ...]:
        """Return the new pieces.

        Raises:
            VerificationFailed: No attempt reads as the new ladder.
        """
        parts: list[TextPart] = []
        heads = self._heads
        for number, part in enumerate(self.parts):
            if not part.field:
                parts += self._head(number, part, *heads[number])
                continue
            records = self._records(part)
            if records.chunks:
                parts.append(records)
            if -number in heads:
                parts += new_head(heads[-number][1], _texts(part))
        parts = _without_false_blanks(self.parts, parts)
        return _with_end(parts, _ends_with_break(self.parts), newline_of(self._sample))

    @cached_property
    def _heads(self) -> dict[int, tuple[dict[str, Raw], dict[str, Raw]]]:
        return planned_heads(self.parts, self.old, self.new)

    @property
    def _sample(self) -> str:
        return self.parts[0].chunks[0].text

    def _head(
        self, number: int, part: TextPart, old: dict[str, Raw], new: dict[str, Raw]
    ) -> Sequence[TextPart]:
        if old == new and list(old) == [key for key in new if key in old]:
            return [part]
        following = self.parts[number + 1] if number + 1 < len(self.parts) else None
        field = following.field if following else ""
        elsewhere = field if field and new.get(field, []) is None else ""
        near = _texts(following) if following else ()
        self.regrouped = True
        return edit_head(part.chunks[0], old, new, near, elsewhere, _Lazy(self))

    def _records(self, part: TextPart) -> TextPart:
        old: Sequence[Entity] = getattr(self.old, part.field)
        new: Sequence[Entity] = getattr(self.new, part.field)
        if old is new:
            return part
        matched = self._matches[part.field]
        chunks = [
            self._record(part, place, entity, was)
            for place, (entity, was) in enumerate(zip(new, matched, strict=True))
        ]
        if matched != list(range(len(old))):
            self.regrouped = True
            chunks = _respaced(part, chunks, [was == 0 for was in matched])
        return TextPart(part.field, tuple(chunks), part.column)

    def _record(self, part: TextPart, place: int, entity: Entity, was: int | None) -> Chunk:
        if was is None:
            near = neighbours(part.chunks, min(place, len(part.chunks)), is_new=True)
            return new_record(part.field, entity, part.column, near, _Lazy(self))
        before = getattr(self.old, part.field)[was]
        chunk = part.chunks[was]
        if before is entity:
            return chunk
        verify, pieces = not self._changes_many, _Lazy(self)
        if quick := edit_lines(chunk, before, entity, pieces, column=part.column, verify=verify):
            return quick
        near = neighbours(part.chunks, was)
        changed, relaid = edit_record(chunk, part.field, before, entity, near, pieces)
        if relaid:
            self.notices.append(f"{label_of(entity)} was laid out again in the file")
        return changed

    @cached_property
    def _changes_many(self) -> bool:
        """Whether so many records change that to read all of them again would take seconds."""
        fields = [part.field for part in self.parts if part.field]
        pairs = [(getattr(self.old, field), getattr(self.new, field)) for field in fields]
        changed = (a is not b for old, new in pairs for a, b in zip(old, new, strict=False))
        return sum(changed) > _MANY

    @cached_property
    def replaced_items(self) -> frozenset[str] | None:
        """The items of lists that other texts replace; None if the edit removes other things."""
        try:
            return frozenset(self._replaced_items())
        except OtherChange:
            return None

    def _replaced_items(self) -> Iterator[str]:
        if any(old != new for old, new in self._heads.values()):
            raise OtherChange
        for part in self.parts:
            if part.field and getattr(self.old, part.field) is not getattr(self.new, part.field):
                for _, old, new in self._changed(part):
                    if new is None:
                        raise OtherChange
                    texts = changed_texts(old, new)
                    yield from (each.old for each in texts if each.is_other_item)

    @cached_property
    def pieces(self) -> dict[str, Piece]:
        """The lines of every list item that is removed somewhere, by plain value."""
        found: dict[str, Piece] = {}
        for number, part in enumerate(self.parts):
            if not part.field and self._heads[number][0] != self._heads[number][1]:
                found |= removed_items_of_head(part.chunks[0], *self._heads[number])
            if part.field and getattr(self.old, part.field) is not getattr(self.new, part.field):
                for chunk, old, new in self._changed(part):
                    found |= removed_items(chunk, part.field, old, new)
        return found

    def _changed(self, part: TextPart) -> Iterable[tuple[Chunk, Entity, Entity | None]]:
        new = getattr(self.new, part.field)
        becomes = {was: new[place] for place, was in enumerate(self._matches[part.field])}
        for number, entity in enumerate(getattr(self.old, part.field)):
            other = becomes.get(number)
            if other is not entity and (other is None or other != entity):
                yield part.chunks[number], entity, other


class _Lazy:
    """The removed items, collected when first needed."""

    def __init__(self, update: Update) -> None:
        self._update = update

    def find(self, value: Raw) -> Piece | None:
        """Return an item that is removed elsewhere, changed if need be; None if there is none."""
        return found_piece(self._update.pieces, value) or self._update.elsewhere.find(value)

    def may_have(self, text: str) -> bool:
        """Whether an item that is removed elsewhere may be this text."""
        gone = self._update.replaced_items
        return gone is None or text in gone or self._update.elsewhere.may_have(text)


def matched_records(old: Sequence[Entity], new: Sequence[Entity]) -> list[int | None]:
    """Return for each record of a list the index of the one that it was, None for a new one."""
    if old is new or (
        len(old) == len(new)
        and all(a is b or similarity_of_names(a, b) for a, b in zip(old, new, strict=True))
    ):
        return list(range(len(new)))
    return match(old, new, [id(item) for item in old], [id(item) for item in new], similarity)


def similarity_of_names(old: Entity, new: Entity) -> bool:
    """Whether two records have the same id."""
    return getattr(old, "id", None) == getattr(new, "id", "")


def _texts(part: TextPart) -> tuple[str, ...]:
    return tuple(chunk.text for chunk in part.chunks[:2])


def _respaced(part: TextPart, chunks: Sequence[Chunk], was_first: Sequence[bool]) -> list[Chunk]:
    """Return records with the blank lines between them that the list had."""
    was = [chunk.text for chunk in part.chunks]
    pieces = list(zip((chunk.text for chunk in chunks), was_first, strict=True))
    texts = spaced(pieces, was, blank_lead(was[0]), newline_of(was[0]))
    return [_with_text(chunk, text) for chunk, text in zip(chunks, texts, strict=True)]


def _with_text(chunk: Chunk, text: str) -> Chunk:
    """Return a piece with other blank lines before it, or another line end."""
    if text == chunk.text:
        return chunk
    by = count_lines(blank_lead(text)) - count_lines(blank_lead(chunk.text))
    return replace(chunk, text=text, known=chunk.index.moved(by))


def _without_false_blanks(old: Sequence[TextPart], new: list[TextPart]) -> list[TextPart]:
    """Return pieces without the blank lines that would become part of the text above them.

    Blank lines that were there before are left alone.
    """
    was, now = chunks_of(old), chunks_of(new)
    settled = dict(_false_blanks(was, now))
    if not settled:
        return new
    parts = [
        TextPart(
            part.field,
            tuple(each for chunk in part.chunks if (each := settled.get(id(chunk), chunk)).text),
            part.column,
        )
        for part in new
    ]
    return [part for part in parts if part.chunks]


def _false_blanks(was: list[Chunk], now: list[Chunk]) -> Iterator[tuple[int, Chunk]]:
    """Yield the pieces that must begin without blank lines, with the identity of their records."""
    by_place = len(was) == len(now)  # then no set is needed
    known = set() if by_place else set(pairwise(map(id, was)))
    for place in range(1, len(now)):
        above, below = now[place - 1], now[place]
        if (id(above), id(below)) in known:
            continue
        if by_place and above is was[place - 1] and below is was[place]:
            continue
        chunk = _without_doubled_blanks(above, below)
        if chunk is not below:
            yield id(below), chunk


def _without_doubled_blanks(above: Chunk, below: Chunk) -> Chunk:
    lead = blank_lead(below.text)
    if not lead or not keeps_blank_lines(above.text):
        return below
    return _with_text(below, below.text.removeprefix(lead))


def _ends_with_break(parts: Sequence[TextPart]) -> bool:
    return ends_line(parts[-1].chunks[-1].text)


def _with_end(parts: list[TextPart], ended: bool, newline: str) -> tuple[TextPart, ...]:
    """Return the pieces, each ending with a line end; the last one only if the file did."""
    last = parts[-1].chunks[-1]
    result: list[TextPart] = []
    for part in parts:
        chunks = part.chunks
        if any(not ends_line(chunk.text) for chunk in (chunks[-1], chunks[0])) or (
            not ended and part is parts[-1]
        ):
            chunks = tuple(_ended(chunk, ended or chunk is not last, newline) for chunk in chunks)
        result.append(part if chunks is part.chunks else TextPart(part.field, chunks, part.column))
    return tuple(result)


def _ended(chunk: Chunk, ended: bool, newline: str) -> Chunk:
    text = chunk.text
    has = ends_line(text)
    if ended and not has:
        return replace(chunk, text=text + newline)
    if has and not ended:
        return replace(chunk, text=text.removesuffix("\n").removesuffix("\r"))
    return chunk
