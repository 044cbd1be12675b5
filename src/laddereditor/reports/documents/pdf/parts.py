"""A document cut into parts that typst lays out one by one.

Typst needs more than a megabyte of memory for each page of what it lays out at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laddereditor.exchange.blocks.block import Block, BlockDocument, Heading
from laddereditor.reports.documents.pdf.typst_data import begins_page

PART_SIZE = 1000  # blocks, some 20 pages


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """A document in parts; each but the first begins a page."""

    opening: tuple[Block, ...]  # before the contents; none if there are no contents
    bodies: tuple[tuple[Block, ...], ...]
    has_contents: bool


def parts_of(document: BlockDocument) -> DocumentParts:
    """Return a document in parts; it has contents if it has several entries."""
    blocks = document.blocks
    has_contents = sum(1 for one in blocks if isinstance(one, Heading) and one.mark) > 1
    start = next((n for n, one in enumerate(blocks) if isinstance(one, Heading)), len(blocks))
    opening = tuple(blocks[:start]) if has_contents else ()
    return DocumentParts(opening, tuple(_bodies(blocks[len(opening) :])), has_contents)


def _bodies(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield parts of about the same size, of which each begins with a heading of a new page."""
    part: list[Block] = []
    for number, block in enumerate(blocks):
        follows_heading = number > 0 and isinstance(blocks[number - 1], Heading)
        if len(part) >= PART_SIZE and begins_page(block) and not follows_heading:
            yield tuple(part)
            part = []
        part.append(block)
    yield tuple(part)
