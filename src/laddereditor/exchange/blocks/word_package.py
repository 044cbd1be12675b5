"""The parts of a Word file, opened with care: sizes, passwords, entities of XML, macros."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from lxml import etree

from laddereditor.exchange.blocks.forms import LADDER, ORGANIZATION, VERSION
from laddereditor.exchange.blocks.word_styles import W
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables.files.limits import (
    MAX_BYTES,
    damaged,
    opened_zip,
    part_of,
    protected,
)

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "word/vbaProject.bin"
_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_PROPERTIES = {
    _DC + "title": "title",
    _DC + "language": "language",
    _DC + "identifier": LADDER,
    _DC + "creator": ORGANIZATION,
    _CP + "version": VERSION,
}


@dataclass(frozen=True)
class WordParts:
    """The parts of a Word file that are read."""

    document: Any
    styles: Any  # None if there are none
    numbering: Any
    comments: Mapping[str, tuple[str, str]]  # id -> text and author
    properties: Mapping[str, str]
    notes: tuple[str, ...]


def word_parts(data: bytes, source: str) -> WordParts:
    """Return the parts of a Word file.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is not a Word file, or is damaged, protected or too large.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise ImportRefused(f"{source} is larger than {limit} MB, far more than any ladder.")
    if data.startswith(_OLE):
        raise ImportRefused(protected(source) if _ENCRYPTED in data else _old(source))
    if not data.startswith(_ZIP):
        raise ImportRefused(f"{source} is not a Word document (.docx), or it is damaged.")
    with opened_zip(data, source) as packed:
        names = set(packed.namelist())
        name = "word/document.xml"
        if name not in names:
            raise ImportRefused(f"{source} is not a Word document (.docx).")
        document = _tree(packed, name, source)
        if document is None:
            raise ImportRefused(damaged(source))
        notes = ["Its macros were left out."] if _MACROS in names else []
        return WordParts(
            document=document,
            styles=_tree(packed, "word/styles.xml", source),
            numbering=_tree(packed, "word/numbering.xml", source),
            comments=dict(_comments(_tree(packed, "word/comments.xml", source))),
            properties=dict(_properties(_tree(packed, _CORE, source))),
            notes=tuple(notes),
        )


def _old(source: str) -> str:
    return (
        f"{source} is in the format of Word 97 (.doc). Open it in Word, save it as .docx, and "
        "import that file."
    )


def _tree(packed: ZipFile, name: str, source: str) -> Any:
    data = part_of(packed, name, source)
    if not data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ImportRefused(damaged(source)) from error


def _comments(tree: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    for comment in tree.iter(W + "comment") if tree is not None else ():
        lines = (
            "".join(text.text or "" for text in paragraph.iter(W + "t"))
            for paragraph in comment.iter(W + "p")
        )
        text = "\n".join(filter(None, lines))
        yield comment.get(W + "id") or "", (text, comment.get(W + "author") or "")


def _properties(tree: Any) -> Iterator[tuple[str, str]]:
    for element in tree if tree is not None else ():
        name = _PROPERTIES.get(element.tag)
        if name and element.text:
            yield name, element.text.strip()
