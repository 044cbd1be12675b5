"""Documents as sources of an import: which reader is for a file."""

from pathlib import PurePath

from laddereditor.exchange.blocks.block import BlockDocument
from laddereditor.exchange.blocks.html_reader import read_html
from laddereditor.exchange.blocks.markdown_reader import read_markdown
from laddereditor.exchange.blocks.own_reader import is_own
from laddereditor.exchange.blocks.tidying import tidied, with_own_title
from laddereditor.exchange.blocks.web_sources import (
    COMPONENTS,
    MDX,
    markdown_of_mdx,
    page_of_component,
)
from laddereditor.exchange.blocks.word_reader import read_word
from laddereditor.exchange.decoding import decode
from laddereditor.exchange.html_text import is_html

SUFFIXES = (".md", ".markdown", MDX, ".html", ".htm", *COMPONENTS, ".docx", ".docm")
_ZIP = b"PK\x03\x04"
_DOCUMENTS = (*SUFFIXES, ".doc", ".dotx")
_WORD = (".docx", ".docm", ".doc", ".dotx")


def read_document(data: bytes, source: str) -> BlockDocument:
    """Return the blocks of a file in Markdown, HTML or Word.

    Args:
        data: The content of the file.
        source: Its name.

    Raises:
        ImportRefused: It cannot be read; the message is a sentence for people.
    """
    document = _read(data, source)
    return with_own_title(document) if is_own(document) else tidied(document)


def is_document_name(name: str) -> bool:
    """Return whether a file is called as documents are: those of Word, Markdown, web pages."""
    return PurePath(name).suffix.casefold() in _DOCUMENTS


def is_word(data: bytes, source: str) -> bool:
    """Return whether a file is one of Word, by its name, or by its parts.

    Args:
        data: The content.
        source: The name of the file.
    """
    by_name = PurePath(source).suffix.casefold() in _WORD
    return by_name or (data.startswith(_ZIP) and b"word/document.xml" in data)


def _read(data: bytes, source: str) -> BlockDocument:
    if is_word(data, source):
        return read_word(data, source)
    text = document_text(decode(data, source), source)
    return read_html(text) if is_html(text) else read_markdown(text)


def document_text(text: str, source: str) -> str:
    """Return the HTML or Markdown of a file, without what a program does in it.

    Args:
        text: The text of the file.
        source: Its name.
    """
    return markdown_of_mdx(page_of_component(text, source), source)
