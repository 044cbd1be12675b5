"""Decode the bytes of a file to text, and refuse what is not text."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from laddereditor.exchange.importer import ImportRefused
from laddereditor.regular_files import NotRegular, TooLarge, read_regular

MAX_BYTES = 5_000_000

_BOMS = (  # the longer mark first: UTF-32 LE starts like UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LADDER = re.compile(r"^\ufeff?laddereditor\s*:\s*\d", re.MULTILINE)


def read_text(path: Path) -> str:
    """Return the text of a file in any supported encoding.

    Raises:
        ImportRefused: The file is not a readable text.
    """
    return decode(read_content(path, MAX_BYTES), path.name)


def read_content(path: Path, limit: int) -> bytes:
    """Return the content of a file that is to be imported.

    Args:
        path: The file.
        limit: The largest size in bytes that may be read.

    Raises:
        ImportRefused: The file cannot be read, or is larger.
    """
    try:
        return read_regular(path, limit)
    except NotRegular as error:
        words = (error.strerror or "").replace("it is", f"{path.name} is", 1)
        raise ImportRefused(f"{words}. Choose a file with text.") from error
    except TooLarge as error:
        raise ImportRefused(_too_large(path.name, limit)) from error
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise ImportRefused(f"{path.name} cannot be read: {why}.") from error


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, and how its bytes were written."""

    text: str
    codec: str
    mark: bytes  # the byte order mark before the text, b"" without one


def decode(data: bytes, source: str) -> str:
    """Return the text of some bytes: by byte order mark, else as UTF-8, else as Windows-1252.

    Raises:
        ImportRefused: The bytes are damaged, or not text.
    """
    if len(data) > MAX_BYTES:
        raise ImportRefused(_too_large(source))
    return decoded(data, source).text


def decoded(data: bytes, source: str) -> DecodedText:
    """Return the text of some bytes as `decode` does, of any size, with its encoding.

    Raises:
        ImportRefused: The bytes are damaged.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return DecodedText(_strictly(data, mark, codec, source), codec, mark)
    for codec in (*_utf16_without_mark(data), "utf-8", "cp1252"):
        try:
            return DecodedText(data.decode(codec), codec, b"")
        except UnicodeDecodeError:
            continue
    return DecodedText(data.decode("latin-1"), "latin-1", b"")


def _strictly(data: bytes, mark: bytes, codec: str, source: str) -> str:
    try:
        return data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        name = codec.upper().removesuffix("-LE").removesuffix("-BE")
        raise ImportRefused(
            f"{source} begins like {name} text but is damaged at byte {error.start + len(mark)}."
        ) from error


def _utf16_without_mark(data: bytes) -> tuple[str, ...]:
    """Guess UTF-16 from zero bytes in every second place, as in Latin text."""
    start = data[:400]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = start[first::2].count(0)
        others = start[1 - first :: 2].count(0)
        if len(start) > 4 and zeros > 0.8 * (len(start) // 2) and not others:
            return (encoding,)
    return ()


def _too_large(source: str, limit: int = MAX_BYTES) -> str:
    size = limit // 1_000_000
    what = "page about one job" if limit == MAX_BYTES else "ladder"
    return f"{source} is larger than {size} MB, far more than any {what}."


def is_binary(text: str) -> bool:
    """Return whether more than one character in a hundred is a control character."""
    return len(_CONTROL.findall(text)) > max(2, len(text) // 100)


def refuse_other_content(text: str, source: str) -> None:
    """Refuse text that no importer can use.

    Raises:
        ImportRefused: The text is empty, binary or a ladder file.
    """
    if len(text) > MAX_BYTES:
        raise ImportRefused(_too_large(source))
    if not text.strip("\ufeff\u200b \t\r\n\xa0"):
        raise ImportRefused(f"{source} is empty; there is nothing to import.")
    if is_binary(text) or text.startswith("%PDF-"):
        raise ImportRefused(
            f"{source} is not a text file; save the page as text, or copy its text and paste it."
        )
    if _LADDER.search(text):
        raise ImportRefused(f"{source} is already a ladder file; open it instead of importing it.")
