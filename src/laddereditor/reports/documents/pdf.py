"""A document as tagged PDF, laid out by typst; texts go in as data, never as markup."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from laddereditor.assets import resource
from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
    Table,
)
from laddereditor.exchange.blocks.forms import BYLINE, DATE, ORGANIZATION
from laddereditor.reports.documents.word_xml import column_sizes, runs_right_to_left
from laddereditor.reports.exporter import ExportRefused

NEEDS = (
    "PDF needs the package typst, which is not installed. Install it with "
    "“pip install 'laddereditor[pdf]'”, or export to Word and save that as PDF."
)
_LISTED = 3  # the deepest heading in the contents
_DEEPEST = 6
MAX_BLOCKS = 250_000  # some 2,800 pages of profiles, which take 25 kB of memory for each block
TOO_LARGE = (
    "The ladder is too large for one PDF. Export it in parts, such as family by family, or as a "
    "Word document."
)


class PdfRefused(ExportRefused):
    """No PDF can be made; the message says why, and what to do."""


def pdf_of(document: BlockDocument) -> bytes:
    """Return a document as PDF.

    Raises:
        PdfRefused: The extra `pdf` is not installed, or the document is too large.
    """
    if len(document.blocks) > MAX_BLOCKS:
        raise PdfRefused(TOO_LARGE)
    try:
        import typst  # an extra
    except ImportError as error:
        raise PdfRefused(NEEDS) from error
    given = json.dumps(_given(document), ensure_ascii=False)
    markup = resource("documents", "document.typ").read_bytes()
    day = document.properties.get(DATE)
    made = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    found = typst.compile(
        markup, format="pdf", sys_inputs={"document": given}, timestamp=made, package_path=None
    )
    assert isinstance(found, bytes)
    return found


def _given(document: BlockDocument) -> dict[str, Any]:
    language, _, region = document.language.partition("-")
    line = document.properties.get(BYLINE, "")
    headings = [one for one in document.blocks if isinstance(one, Heading)]
    return {
        "title": document.title,
        "author": document.properties.get(ORGANIZATION, ""),
        "lang": language.lower() if language.isalpha() and len(language) in (2, 3) else "en",
        "region": region.upper() if region.isalpha() and len(region) == 2 else "",
        "paper": "us-letter" if region.upper() == "US" else "a4",
        "line": " · ".join(filter(None, (document.title, line))),
        "byline": line,
        "contents": sum(1 for one in headings if one.mark) > 1,
        "blocks": list(_blocks(document.blocks)),
    }


def _blocks(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    waiting: list[Item] = []
    first = True
    for block in blocks:
        if isinstance(block, Item):
            waiting.append(block)
            continue
        yield from _lists(waiting)
        waiting = []
        yield _block(block, starts=_begins_page(block) and not first)
        first = first and not isinstance(block, Heading)
    yield from _lists(waiting)


def _begins_page(block: Block) -> bool:
    return isinstance(block, Heading) and (
        block.depth == 1 or (block.depth == 2 and block.mark.startswith("families/"))
    )


def _block(block: Heading | Paragraph | Table, *, starts: bool) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {
            "kind": "heading",
            "depth": min(block.depth, _DEEPEST),
            "text": block.text,
            "starts": starts,
            "outlined": block.depth <= _LISTED,
            "rtl": runs_right_to_left((Run(block.text),)),
        }
    if isinstance(block, Paragraph):
        return {
            "kind": "paragraph",
            "quoted": block.quoted,
            "runs": _runs(block.runs),
            "rtl": runs_right_to_left(block.runs),
        }
    sizes = column_sizes(block.rows)
    return {"kind": "table", "rows": block.rows, "heads": block.heads, "widths": sizes}


def _runs(runs: Sequence[Run]) -> list[tuple[str, str]]:
    return [(run.text, run.style) for run in runs if run.text]


def _lists(items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    """Yield lists of entries with the lists below them; a list of another kind is another one."""
    start = 0
    while start < len(items):
        first, entries = items[start], []
        while start < len(items) and items[start].numbered == first.numbered:
            end = start + 1
            while end < len(items) and items[end].depth > first.depth:
                end += 1
            entries.append(_entry(items[start], items[start + 1 : end]))
            start = end
        yield {"kind": "list", "numbered": first.numbered, "items": entries}


def _entry(item: Item, below: Sequence[Item]) -> dict[str, Any]:
    return {
        "runs": _runs(item.runs),
        "rtl": runs_right_to_left(item.runs),
        "below": list(_lists(below)),
    }
