"""The parts of a zipped file, with limits on what it may unpack to."""

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from laddereditor.exchange.importer import ImportRefused

_MOST_UNZIPPED = 200_000_000  # bytes of all parts: many times those of 1,200 profiles
_MOST_PARTS = 5_000
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class ZippedParts:
    """An opened zip file."""

    packed: zipfile.ZipFile

    @classmethod
    def opened(cls, data: bytes) -> "ZippedParts | None":
        """Return the parts of a file; None if it is not a zip file or too large to be unpacked."""
        try:
            packed = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return None
        infos = packed.infolist()
        if len(infos) > _MOST_PARTS or sum(one.file_size for one in infos) > _MOST_UNZIPPED:
            return None
        return cls(packed)

    def mentions(self, word: str) -> bool:
        """Whether the list of sheets, or the sheets of an .ods file, have a word."""
        names = ("xl/workbook.xml", "content.xml")
        return any(word.encode() in self.data(name) for name in names)

    def names(self) -> list[str]:
        """Return the names of the parts."""
        return self.packed.namelist()

    def data(self, name: str) -> bytes:
        """Return a part; nothing if there is none, or it is damaged or encrypted."""
        try:
            return self.packed.read(name)
        except (KeyError, zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError):
            return b""

    def xml(self, name: str) -> ElementTree.Element | None:
        """Return a part as XML, None if there is none.

        Raises:
            ImportRefused: It declares entities, which could grow without limit, or is damaged.
        """
        data = self.data(name)
        if not data:
            return None
        if _DECLARES.search(data[:4096]):
            raise ImportRefused("The file declares entities of XML, so it is not opened.")
        try:
            return ElementTree.fromstring(data)
        except ElementTree.ParseError as error:
            raise ImportRefused(
                "The file is damaged. Open it in the program that made it and save it again."
            ) from error
