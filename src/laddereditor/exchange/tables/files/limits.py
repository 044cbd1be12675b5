"""What a file may hold before it is read any further, so that no file can exhaust the program."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from laddereditor.exchange.importer import ImportRefused

MAX_BYTES = 50_000_000  # of the file: many times the largest public ladder in a spreadsheet
MAX_UNZIPPED = 200_000_000  # of all its parts
MAX_PARTS = 5_000
MAX_CELLS = 400_000  # with a content, in all sheets; the largest public ladder has some 30,000
MAX_AREA = 4_000_000  # cells up to the last one of a sheet, empty ones included
MAX_ROWS = 20_000  # of one sheet; what is below is left out and reported
MAX_COLUMNS = 500

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = (  # what zipfile raises at damaged files
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
    RuntimeError,
)


def opened_zip(data: bytes, source: str) -> zipfile.ZipFile:
    """Return the zip file that a workbook is, after checking what it would unzip to.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is damaged, or unzips to far more than a workbook has.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise ImportRefused(damaged(source)) from error
    infos = packed.infolist()
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNZIPPED:
        raise ImportRefused(
            f"{source} would unpack to more than {MAX_UNZIPPED // 1_000_000} MB, far more than "
            "any ladder; it is not opened."
        )
    if any(info.flag_bits & 1 for info in infos):
        raise ImportRefused(protected(source))
    return packed


def part_of(packed: zipfile.ZipFile, name: str, source: str) -> bytes:
    """Return a part of a zip file; it never has more bytes than its directory says.

    Args:
        packed: The zip file.
        name: The name of the part.
        source: The name of the file, for messages.

    Raises:
        ImportRefused: The part is damaged, or declares entities of XML, which could grow without
            limit and refer to other files.
    """
    try:
        data = packed.read(name)
    except KeyError:
        return b""
    except _DAMAGED as error:
        raise ImportRefused(damaged(source)) from error
    is_xml = name.endswith((".xml", ".rels"))
    # Text in UTF-16 has a zero in every second byte.
    if is_xml and _DOCTYPE.search(data.replace(b"\0", b"") if b"\0" in data[:100] else data):
        raise ImportRefused(
            f"{source} declares entities of XML, which no spreadsheet program writes; it is not "
            "opened."
        )
    return data


def xml_parts(packed: zipfile.ZipFile, source: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of all parts that are XML.

    Raises:
        ImportRefused: A part is damaged or declares entities.
    """
    for name in packed.namelist():
        if name.endswith((".xml", ".rels")):
            yield name, part_of(packed, name, source)


def damaged(source: str) -> str:
    """Return the message about a file that is cut off or damaged."""
    return (
        f"{source} is damaged or not complete. Open it in the program that made it, save it again, "
        "and import that file."
    )


def protected(source: str) -> str:
    """Return the message about a file with a password."""
    return (
        f"{source} is protected by a password. Open it in the program that made it, save it "
        "without a password, and import that file."
    )


def too_many_cells(source: str) -> str:
    """Return the message about a workbook with too many cells."""
    return f"{source} has far more cells than any ladder; split it, or remove sheets."
