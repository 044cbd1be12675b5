"""Writes a PDF file object by object, so that a file of any length needs little memory.

Objects are packed into compressed object streams, and the table of their places is a stream too
(ISO 32000-1, 7.5.7 and 7.5.8). Libraries that write PDF hold all objects in memory until the end,
which takes 1.5 kB for each of the hundreds of thousands of tags of a long document.
"""

import zlib
from array import array
from collections.abc import Sequence
from io import BytesIO
from struct import Struct

_HEAD = b"%PDF-1.7\n%\xf0\x9f\x93\x84\n"  # signs above 127 say that the file is binary
_PACKED = 500  # objects in an object stream
_ENTRY = Struct(">BQH")  # of the table of places
_FREE, _PLAIN, _IN_STREAM = 0, 1, 2  # the kinds of entries of the table


class ObjectFile:
    """A PDF file that is being written."""

    def __init__(self) -> None:
        self._data = BytesIO()
        self._data.write(_HEAD)
        self._kinds = array("B", [_FREE])
        self._places = array("Q", [0])  # in the file, or the number of the object stream
        self._positions = array("H", [0])  # in the object stream
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self, count: int = 1) -> int:
        """Return the first of some new numbers for objects."""
        first = len(self._kinds)
        self._kinds.extend([_FREE] * count)
        self._places.extend([0] * count)
        self._positions.extend([0] * count)
        return first

    def add(self, number: int, text: bytes) -> None:
        """Write an object other than a stream.

        Args:
            number: Its number.
            text: The object in the syntax of PDF.
        """
        self._waiting.append((number, text))
        if len(self._waiting) == _PACKED:
            self._pack()

    def add_stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream.

        Args:
            number: Its number.
            head: The entries of its dictionary, without its length.
            data: What it holds, encoded as its dictionary says.
        """
        self._kinds[number], self._places[number] = _PLAIN, self._data.tell()
        self._data.write(b"%d 0 obj\n<< %s /Length %d >>\nstream\n" % (number, head, len(data)))
        self._data.write(data)
        self._data.write(b"\nendstream\nendobj\n")

    def finished(self, root: int, info: int, identity: bytes) -> bytes:
        """Return the whole file.

        Args:
            root: The number of the catalog.
            info: The number of the dictionary of properties.
            identity: The array of the two identifiers of the file.
        """
        self._pack()
        number, start = self.reserve(), self._data.tell()
        self._kinds[number], self._places[number] = _PLAIN, start
        entries = bytearray()
        for one in zip(self._kinds, self._places, self._positions, strict=True):
            entries += _ENTRY.pack(*one)
        head = (
            b"/Type /XRef /W [ 1 8 2 ] /Size %d /Root %d 0 R /Info %d 0 R /ID %s"
            b" /Filter /FlateDecode"
        )
        filled = head % (len(self._kinds), root, info, identity)
        self.add_stream(number, filled, zlib.compress(entries))
        self._data.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._data.getvalue()

    def _pack(self) -> None:
        if not self._waiting:
            return
        stream = self.reserve()
        for position, (number, _) in enumerate(self._waiting):
            self._kinds[number] = _IN_STREAM
            self._places[number], self._positions[number] = stream, position
        heads = _offsets(self._waiting)
        data = heads + b"\n".join(text for _, text in self._waiting)
        head = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode"
        self.add_stream(stream, head % (len(self._waiting), len(heads)), zlib.compress(data))
        self._waiting = []


def _offsets(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Return where each object begins, as the head of an object stream says it."""
    pairs, offset = [], 0
    for number, text in objects:
        pairs.append(b"%d %d" % (number, offset))
        offset += len(text) + 1
    return b" ".join(pairs) + b"\n"
