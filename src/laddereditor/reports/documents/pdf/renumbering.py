"""Copies the objects of one PDF into a file that is being written, under new numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from laddereditor.reports.documents.pdf.object_file import ObjectFile

if TYPE_CHECKING:
    import pikepdf  # an extra

# A text, or a reference to another object, as pikepdf writes them: brackets in texts are escaped.
_TEXT_OR_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|\b(\d+) 0 R\b", re.DOTALL)
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_NAMED = (b"/ID (", b"/Headers")  # what names other tags by their identifiers


@dataclass(frozen=True, slots=True)
class Renumbering:
    """The numbers that the objects of a PDF have in the file."""

    base: int
    others: Mapping[int, int]  # objects that the file has already, by their numbers in the PDF
    ids: Mapping[bytes, bytes]  # identifiers of tags, and what they are in the file

    def number(self, old: int) -> int:
        """Return the number that an object has in the file."""
        return self.others.get(old, old + self.base)

    def text(self, text: bytes) -> bytes:
        """Return an object in the syntax of PDF, with references to objects of the file."""
        if b"(" not in text:
            return _REFERENCE.sub(self._reference, text)
        ids = self.ids if any(name in text for name in _NAMED) else {}

        def token(found: re.Match[bytes]) -> bytes:
            return self._reference(found) if found[1] else ids.get(found[0], found[0])

        return _TEXT_OR_REFERENCE.sub(token, text)

    def _reference(self, found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % self.number(int(found[1]))


def renumbering(
    file: ObjectFile, pdf: "pikepdf.Pdf", others: Mapping[int, int], ids: Mapping[bytes, bytes]
) -> Renumbering:
    """Reserve numbers for all objects of a PDF.

    Args:
        file: The file that is being written.
        pdf: The PDF.
        others: Objects that the file has already, by their numbers in the PDF.
        ids: Identifiers of tags, and what they are in the file.
    """
    highest = max(one.objgen[0] for one in pdf.objects)
    return Renumbering(file.reserve(highest + 1), others, ids)


def copy_objects(
    file: ObjectFile, pdf: "pikepdf.Pdf", numbers: Renumbering, left_out: Iterable[int] = ()
) -> None:
    """Write the objects of a PDF, but those that the file has already.

    Args:
        file: The file that is being written.
        pdf: The PDF.
        numbers: The numbers that they get.
        left_out: The numbers of more objects that are not written.
    """
    import pikepdf

    absent = {*numbers.others, *left_out}
    plain: list[tuple[int, bytes]] = []
    for one in pdf.objects:
        old = one.objgen[0]
        if old in absent:
            continue
        if isinstance(one, pikepdf.Stream):
            file.add_stream(numbers.number(old), stream_head(one, numbers), one.read_raw_bytes())
        else:
            plain.append((numbers.number(old), one.unparse(resolved=True)))
    for number, text in _renumbered(plain, numbers):
        file.add(number, text)


def _renumbered(
    objects: list[tuple[int, bytes]], numbers: Renumbering
) -> Iterator[tuple[int, bytes]]:
    """Yield objects with new references: those without texts at once, which is faster."""
    simple = [one for one in objects if b"(" not in one[1]]
    texts = numbers.text(b"\n".join(text for _, text in simple)).split(b"\n")
    if simple:
        yield from ((number, text) for (number, _), text in zip(simple, texts, strict=True))
    yield from ((number, numbers.text(text)) for number, text in objects if b"(" in text)


def stream_head(stream: "pikepdf.Object", numbers: Renumbering, **more: Any) -> bytes:
    """Return the entries of a stream's dictionary, without its length.

    Args:
        stream: The stream.
        numbers: The numbers that objects get.
        more: Further entries by their names.
    """
    import pikepdf

    entries = {name: value for name, value in stream.items() if name != "/Length"}
    entries |= {f"/{name}": value for name, value in more.items()}
    text: bytes = pikepdf.Dictionary(entries).unparse()
    return numbers.text(text).removeprefix(b"<<").removesuffix(b">>").strip()
