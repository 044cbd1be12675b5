"""Decode and encode the bytes of a file: byte order mark, UTF-8 or UTF-16, limits."""

import codecs
import re
from dataclasses import dataclass

from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.other_files import binary_kind
from laddereditor.storage.reading.places import Place

MAX_BYTES = 256 * 1024 * 1024

_LADDER = re.compile(r"^laddereditor[ \t]*:", re.MULTILINE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the text of a file is stored."""

    mark: bytes = b""  # byte order mark
    codec: str = "utf-8"

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text, byte order mark first."""
        return self.mark + text.encode(self.codec)


def decode(data: bytes) -> tuple[str, Encoding]:
    """Return the text of a file and its encoding.

    Raises:
        UnreadableLadder: The bytes are not text, are empty, or are too many.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableLadder(too_large(len(data)))
    if not data.strip():
        raise UnreadableLadder(Fault("The file is empty. A ladder starts with 'laddereditor: 1'"))
    for mark, codec in _MARKS:
        if data.startswith(mark):
            encoding = Encoding(mark, codec)
            return _decoded(data[len(mark) :], encoding), encoding
    return _decoded(data, Encoding()), Encoding()


def too_large(size: int) -> Fault:
    """Return the fault of a file that exceeds `MAX_BYTES`."""
    return Fault(
        f"The file is too large: {size / 1e6:.0f} MB. "
        f"Ladders of up to {MAX_BYTES / 1e6:.0f} MB can be opened"
    )


def _decoded(data: bytes, encoding: Encoding) -> str:
    if what := binary_kind(data):
        raise UnreadableLadder(Fault(f"This is not a text file but {what}. Open a ladder instead"))
    try:
        text = data.decode(encoding.codec)
    except UnicodeDecodeError as error:
        raise UnreadableLadder(_bad_bytes(data, error, encoding)) from None
    if "\0" in text:
        raise UnreadableLadder(_binary(text))
    return text


def _binary(text: str) -> Fault:
    before = text[: text.index("\0")]
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    if _LADDER.search(before):
        return Fault(
            "This is not a text file: there is a NUL character (code 0x00) here, which is "
            "invisible. A disk may leave such characters after a power cut. Delete it",
            place=place,
            line_text=text.split("\n", place.line)[place.line - 1].rstrip("\r")[:500],
        )
    return Fault("This is not a text file but binary data. Open a ladder instead", place=place)


def _bad_bytes(data: bytes, error: UnicodeDecodeError, encoding: Encoding) -> Fault:
    if b"\0" in data and encoding.codec == "utf-8":
        return _binary(data.decode("latin-1"))
    start = data.rfind(b"\n", 0, error.start) + 1
    stop = data.find(b"\n", error.start)
    line = data[start : stop if stop >= 0 else None].decode(encoding.codec, "replace")
    byte = data[error.start]
    column = len(data[start : error.start].decode(encoding.codec, "replace")) + 1
    name = encoding.codec.upper()
    return Fault(
        f"Byte {error.start + 1} of the file (0x{byte:02X}) is not {name} text. "
        "The file was probably saved in another encoding, such as Windows-1252: "
        "save it as UTF-8 in the program it comes from",
        place=Place(data.count(b"\n", 0, error.start) + 1, column),
        line_text=line.rstrip("\r"),
    )
