"""Find the places of many addresses of one document, without walking the file for each."""

from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.storage.files.document import Document
from laddereditor.storage.reading.places import Place
from laddereditor.storage.text.gaps import count_lines
from laddereditor.storage.text.index import AnyPath, Index
from laddereditor.storage.text.pieces import Chunk

Children = dict[tuple[int, str | int], int]  # parent, and label or number -> node
_LocatedChunk = tuple[int, Chunk]  # the line where a piece starts, and the piece


class PlaceFinder:
    """The places in one document: the same results as `place_of`, for many addresses."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._files: dict[str, _FileFinder] = {}

    def place(self, address: Address, field: FieldPath = FieldPath()) -> Place | None:
        """Return the place of an entity or field, or of what encloses it; None if there is none."""
        try:
            path = address.at(field).path(self._document.ladder)
        except NoSuchPlace:
            return None
        name, file, inside = self._document.file_at(path)
        if name not in self._files:
            self._files[name] = _FileFinder(file)
        line, column = self._files[name].place(inside)
        return Place(line, column, name)


class _FileFinder:
    """The places in one file."""

    def __init__(self, document: Document) -> None:
        self._records: dict[tuple[str, int], _LocatedChunk] = {}
        self._heads: list[_LocatedChunk] = []
        self._children: dict[int, Children] = {}
        line = 0
        for part in document.parts:
            for number, chunk in enumerate(part.chunks):
                if part.field:
                    self._records[part.field, number] = line, chunk
                else:
                    self._heads.append((line, chunk))
                line += count_lines(chunk.text)
        self._first = next(iter(self._heads or self._records.values()))

    def place(self, path: AnyPath) -> tuple[int, int]:
        """Return the line and the column of a path, or of what encloses it, from 1."""
        line, chunk, rest = self._chunk(path)
        below, column = chunk.index.place(self._find(chunk.index, rest))
        return line + below + 1, column + 1

    def _chunk(self, path: AnyPath) -> tuple[int, Chunk, AnyPath]:
        name, number = (*path, "", "")[:2]
        record = self._records.get((name, number)) if isinstance(number, int) else None  # type: ignore[arg-type]
        if record:
            return *record, path[2:]
        candidates = [
            located
            for located in self._heads
            if path and (0, path[0]) in self._of(located[1].index)
        ]
        return *(candidates or [self._first])[-1], path

    def _find(self, index: Index, path: AnyPath) -> int:
        """Return the node at a path, or the nearest node that encloses it."""
        children, node = self._of(index), 0
        for step in path:
            child = children.get((node, step), children.get((node, str(step))))
            if child is None:
                return node
            node = child
        return node

    def _of(self, index: Index) -> Children:
        if id(index) not in self._children:
            self._children[id(index)] = children_of(index)
        return self._children[id(index)]


def children_of(index: Index) -> Children:
    """Return the nodes by their parents; an item of a list by its number, an entry by its key."""
    found: Children = {}
    counts: dict[int, int] = {}
    for node in range(1, len(index.parents)):
        parent, label = index.parents[node], index.labels[node]
        number = counts.get(parent, 0)
        counts[parent] = number + 1
        found.setdefault((parent, number if label is None else label), node)
    return found
