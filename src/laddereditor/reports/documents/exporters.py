"""The exporters of documents: Markdown, Word and PDF."""

from collections.abc import Callable, Iterator

from laddereditor.exchange.blocks.block import BlockDocument
from laddereditor.reports.documents.ladder_document import document_of
from laddereditor.reports.documents.markdown import markdown_of
from laddereditor.reports.documents.pdf.pdf import pdf_of
from laddereditor.reports.documents.word import docx_of
from laddereditor.reports.exporter import ExportedFile, Exporter, ExportSource, Progress

_SHARES = 10  # of the progress of a PDF, one of which is for its texts


def _markdown(document: BlockDocument) -> bytes:
    return markdown_of(document).encode("utf-8", "replace")


def _writing(
    write: Callable[[BlockDocument], bytes],
) -> Callable[[ExportSource, Progress], Iterator[ExportedFile]]:
    """Return what writes a ladder as one document."""

    def exported(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
        yield ExportedFile("", write(document_of(source, progress)))

    return exported


def _pdf(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Write a ladder as PDF; its pages take most of the time, so they are most of the progress."""

    def of_pages(done: int, of: int) -> None:
        progress(of + done * (_SHARES - 1), of * _SHARES)

    def of_families(done: int, of: int) -> None:
        progress(done, of * _SHARES)

    yield ExportedFile("", pdf_of(document_of(source, of_families), of_pages))


MARKDOWN_EXPORT = Exporter("md", "Markdown document", ".md", _writing(_markdown))
WORD_EXPORT = Exporter("docx", "Word document", ".docx", _writing(docx_of))
PDF_EXPORT = Exporter("pdf", "PDF document", ".pdf", _pdf)
DOCUMENT_EXPORTERS = (MARKDOWN_EXPORT, WORD_EXPORT, PDF_EXPORT)
