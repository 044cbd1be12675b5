"""Determine the size of an object in a git pack before it is inflated.

The layout of packs and deltas is that of gitformat-pack(5).
"""

import zlib
from typing import BinaryIO

_HEAD = 1024  # bytes of a pack that are read for one object
_OBJECT_HEAD = 64  # bytes of an inflated object that hold its kind and size
_DELTA_HEAD = 64  # bytes of an inflated delta that hold both of its sizes
_OFFSET_DELTA, _NAME_DELTA = 6, 7
_LONGEST_CHAIN = 10_000  # deltas; git makes 50 by default (git-pack-objects(1)), 4095 at most


class ObjectTooLarge(Exception):
    """An object would fill more memory than any ladder needs."""

    def __init__(self, size: int) -> None:
        super().__init__(f"an object of {size / 1e6:.0f} MB")
        self.size = size


def inflated(data: bytes, limit: int) -> tuple[bytes, bytes]:
    """Return kind and content of a loose object (one in its own file).

    Raises:
        ObjectTooLarge: It exceeds `limit` bytes; this is raised before it is inflated.
        ValueError: It is damaged.
        zlib.error: It is damaged.
    """
    stream = zlib.decompressobj()
    start = stream.decompress(data, _OBJECT_HEAD)
    head, _, begun = start.partition(b"\0")
    kind, _, length = head.partition(b" ")
    size = int(length)
    _check(size, limit)
    content = begun + stream.decompress(stream.unconsumed_tail, max(1, size - len(begun) + 1))
    if len(content) != size:
        raise ValueError("an object is not as large as it says")
    return kind, content


def refuse_large(
    pack: BinaryIO, offset: int, name_length: int, limit: int, known: set[int] | None = None
) -> bytes | None:
    """Refuse an object of an open pack if it, or an object that it is built from, is too large.

    Args:
        pack: The open pack.
        offset: Where the object is in the pack.
        name_length: Bytes of an object name.
        limit: The largest size in bytes.
        known: Offsets of objects that were already checked; those checked now are added.

    Returns:
        The name of the object that it is built from if the pack states it by name, else None.

    Raises:
        ObjectTooLarge: An object exceeds the limit.
        ValueError: The pack is damaged.
    """
    known = set() if known is None else known
    chain: list[int] = []
    for _ in range(_LONGEST_CHAIN):
        if offset in known:
            known.update(chain)
            return None
        pack.seek(offset)
        head = pack.read(_HEAD)
        kind, size, at = _kind_and_size(head)
        _check(size, limit)
        if kind not in (_OFFSET_DELTA, _NAME_DELTA):
            known.update(chain, (offset,))
            return None
        back, start = _distance(head, at) if kind == _OFFSET_DELTA else (0, at + name_length)
        for size in _delta_sizes(head[start:]):
            _check(size, limit)
        if kind == _NAME_DELTA:
            return head[at:start]
        if not 0 < back <= offset:
            break
        chain.append(offset)
        offset -= back
    raise ValueError("a chain of deltas does not end")


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise ObjectTooLarge(size)


def _kind_and_size(head: bytes) -> tuple[int, int, int]:
    """Return kind and size of an object, and where its data begins."""
    if not head:
        raise ValueError("the pack ends early")
    size, shift, at = head[0] & 15, 4, 1
    while head[at - 1] & 0x80:
        size |= (head[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return (head[0] >> 4) & 7, size, at


def _distance(head: bytes, at: int) -> tuple[int, int]:
    """Return how far back the base of a delta is, and where the delta begins."""
    distance = head[at] & 0x7F
    while head[at] & 0x80:
        at += 1
        distance = (distance + 1) << 7 | head[at] & 0x7F
    return distance, at + 1


def _delta_sizes(data: bytes) -> tuple[int, int]:
    """Return the sizes that a delta states for its base and for its result."""
    delta = zlib.decompressobj().decompress(data, _DELTA_HEAD)
    base, at = _size(delta, 0)
    return base, _size(delta, at)[0]


def _size(delta: bytes, at: int) -> tuple[int, int]:
    size, shift = 0, 0
    while True:
        size |= (delta[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if not delta[at - 1] & 0x80:
            return size, at
