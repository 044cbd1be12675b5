"""Documents as data for the templates of typst, which read no text as markup."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

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

_LISTED = 3  # the deepest heading in the contents
_DEEPEST = 6


def frame_data(document: BlockDocument) -> dict[str, Any]:
    """Return what is the same on all pages of a document: its title, language and paper."""
    language, _, region = document.language.partition("-")
    line = document.properties.get(BYLINE, "")
    return {
        "title": document.title,
        "author": document.properties.get(ORGANIZATION, ""),
        "lang": language.lower() if language.isalpha() and len(language) in (2, 3) else "en",
        "region": region.upper() if region.isalpha() and len(region) == 2 else "",
        "paper": "us-letter" if region.upper() == "US" else "a4",
        "line": " · ".join(filter(None, (document.title, line))),
        "byline": line,
        "dated": DATE in document.properties,
    }


def listed_headings(blocks: Iterable[Block]) -> list[Heading]:
    """Return the headings that are in the contents and the bookmarks."""
    return [one for one in blocks if isinstance(one, Heading) and _is_listed(one)]


def _is_listed(heading: Heading) -> bool:
    return heading.depth <= _LISTED and bool(heading.text.strip())


def begins_page(block: Block) -> bool:
    """Whether a block is a heading that begins a new page."""
    return isinstance(block, Heading) and (
        block.depth == 1 or (block.depth == 2 and block.mark.startswith("families/"))
    )


def block_data(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Yield blocks as the templates take them; the first heading begins no page."""
    waiting: list[Item] = []
    first = True
    for block in blocks:
        if isinstance(block, Item):
            waiting.append(block)
            continue
        yield from _lists(waiting)
        waiting = []
        yield _block(block, starts=begins_page(block) and not first)
        first = first and not isinstance(block, Heading)
    yield from _lists(waiting)


def _block(block: Heading | Paragraph | Table, *, starts: bool) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {
            "kind": "heading",
            "depth": min(block.depth, _DEEPEST),
            "text": block.text,
            "starts": starts,
            "outlined": _is_listed(block),
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
