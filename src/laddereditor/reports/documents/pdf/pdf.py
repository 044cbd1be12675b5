"""A document as tagged PDF, laid out by typst; texts go in as data, never as markup."""

from collections.abc import Iterator
from typing import Any

from laddereditor.exchange.blocks.block import BlockDocument
from laddereditor.exchange.blocks.forms import DATE
from laddereditor.reports.documents.pdf.joining import (
    JoinedPdf,
    add_contents,
    add_part,
    finished,
)
from laddereditor.reports.documents.pdf.parts import DocumentParts, parts_of
from laddereditor.reports.documents.pdf.typesetting import Typesetter, typesetter, typesetting
from laddereditor.reports.documents.pdf.typst_data import (
    block_data,
    frame_data,
    listed_headings,
)
from laddereditor.reports.exporter import ExportRefused, Progress, unheard

NEEDS = (
    "PDF needs the packages typst and pikepdf, which are not both installed. Install them with "
    "“pip install 'laddereditor[pdf]'”, or export to Word and save that as PDF."
)
MAX_BLOCKS = 1_000_000  # some 20,000 pages
TOO_LARGE = (
    "The ladder is too large for one PDF. Export it in parts, such as family by family, or as a "
    "Word document."
)


class PdfRefused(ExportRefused):
    """No PDF can be made; the message says why, and what to do."""


def pdf_of(document: BlockDocument, progress: Progress = unheard) -> bytes:
    """Return a document as PDF.

    Args:
        document: The document.
        progress: Counts its parts.

    Raises:
        PdfRefused: The extra `pdf` is not installed, or the document is too large.
    """
    if len(document.blocks) > MAX_BLOCKS:
        raise PdfRefused(TOO_LARGE)
    try:
        import pikepdf  # noqa: F401 - an extra; the modules below import it where they use it

        setter = typesetter(document.properties.get(DATE, ""))
    except ImportError as error:
        raise PdfRefused(NEEDS) from error
    return _joined(document, setter, progress)


def _joined(document: BlockDocument, setter: Typesetter, progress: Progress) -> bytes:
    parts, joined = parts_of(document), JoinedPdf()
    of = len(parts.bodies) + 1
    with typesetting(setter) as layout:
        for done, data in enumerate(layout.all(_given(document, parts))):
            progress(done, of)
            add_part(joined, data)
        progress(of - 1, of)
        add_contents(joined, layout.one(_contents(document, parts, joined)))
        footers = {"opens": False, "footers": len(joined.pages)}
        whole = finished(joined, layout.one(frame_data(document) | footers, tagged=False))
    progress(of, of)
    return whole


def _given(document: BlockDocument, parts: DocumentParts) -> Iterator[dict[str, Any]]:
    """Yield what the template gets for each part."""
    same = frame_data(document)
    for number, body in enumerate(parts.bodies):
        opens = number == 0 and not parts.has_contents
        yield same | {"opens": opens, "blocks": list(block_data(body))}


def _contents(document: BlockDocument, parts: DocumentParts, joined: JoinedPdf) -> dict[str, Any]:
    """Return what the template gets for the contents: the headings by their pages."""
    pages: list[list[tuple[int, str]]] = [[] for _ in joined.pages]
    headings = (one for body in parts.bodies for one in listed_headings(body))
    for one, target in zip(headings, joined.targets, strict=True):
        pages[target.page].append((one.depth, one.text))
    blocks = list(block_data(parts.opening))
    return frame_data(document) | {"opens": parts.has_contents, "blocks": blocks, "pages": pages}
