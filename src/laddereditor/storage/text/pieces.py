"""A ladder's text in pieces: the records of its lists, and the text between them.

A piece consists of whole lines and is valid YAML by itself: a record is a list of one item, any
other piece holds top-level entries. Joined, the pieces are the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from laddereditor.model.difference import DERIVED
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.rescan import index_of
from laddereditor.storage.text.stream import ChunkStart


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """A piece of text with the places in it; undo stores the text alone."""

    text: str
    known: Index | None = field(repr=False, metadata=DERIVED)
    is_record: bool

    @property
    def index(self) -> Index:
        """The places in the text, searched if they are not known."""
        if self.known is None:
            object.__setattr__(self, "known", index_of(self.text, is_record=self.is_record))
        assert self.known is not None
        return self.known


@dataclass(frozen=True, slots=True, eq=False)
class TextPart:
    """All records of one list, or consecutive top-level entries (then `field` is "")."""

    field: str
    chunks: tuple[Chunk, ...]
    column: int = 0  # of the dashes


def chunks_of(parts: Iterable[TextPart]) -> list[Chunk]:
    """Return all pieces in the order of the file."""
    return [chunk for part in parts for chunk in part.chunks]


def cut_into_parts(text: str, cuts: list[ChunkStart]) -> tuple[TextPart, ...]:
    """Return the pieces of a text, given where each starts; the first one starts at 0."""
    stops = [*(cut.start for cut in cuts[1:]), len(text)]
    parts: list[TextPart] = []
    run: list[Chunk] = []
    for number, (cut, stop) in enumerate(zip(cuts, stops, strict=True)):
        run.append(Chunk(text[cut.start : stop], cut.places, bool(cut.field)))
        following = cuts[number + 1].field if number + 1 < len(cuts) else ""
        if not cut.field or following != cut.field:
            if cut.field or stop > cut.start:
                parts.append(TextPart(cut.field, tuple(run), cut.column))
            run = []
    return tuple(parts)
