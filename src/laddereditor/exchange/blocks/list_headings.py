"""Entries of lists that are headings of the entries below them, or begin with such a heading.

The former are short, and all entries beside them have such a list below them too. The latter name
a level and say what is expected there: “L2 — Plans the work of a week”.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from laddereditor.exchange.blocks.block import Block, Heading, Item, Run
from laddereditor.exchange.blocks.forms import term_of
from laddereditor.exchange.tables.terms.level_heads import level_head, series_strength

_LONGEST = 60  # characters of a heading
_LEVEL = 0.6  # of `level_head`
_SERIES = 0.6  # strength from which on the beginnings of entries are levels
_PARTS = re.compile(r"(?P<name>[^:–—]{1,40}?)(?:\s*:|\s+[-–—])\s+(?P<text>\S.*)", re.DOTALL)


def with_level_entries(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks in which levels at the beginning of entries are headings.

    Such a list is below a heading, all its entries begin with a level, and these are a series.
    """
    parted = _parted(blocks)
    depth = 0
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            depth = block.depth
        if place in parted:
            name, text = parted[place]
            yield Heading(depth + 1, name, block.line, file=block.file)
            yield Item((Run(text),), line=block.line, file=block.file)
        else:
            yield block


def _parted(blocks: Sequence[Block]) -> dict[int, tuple[str, str]]:
    """Return the levels and texts of entries, by the places of these."""
    found: dict[int, tuple[str, str]] = {}
    headings = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    for run in _runs(blocks):
        parts = [_level_and_text(_item(blocks, at)) for at in run]
        known = [one for one in parts if one]
        if len(known) < len(parts) or not any(at < run.start for at in headings):
            continue
        if series_strength([name for name, _ in known]) >= _SERIES:
            found |= dict(zip(run, known, strict=True))
    return found


def _level_and_text(item: Item) -> tuple[str, str] | None:
    found = term_of(item)
    if not found and (parts := _PARTS.fullmatch(item.text.strip())):
        found = parts["name"], parts["text"]
    if item.depth or not found or not found[1].strip() or not level_head(found[0]).sure:
        return None
    return found[0].strip(), found[1].strip()


def with_list_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks in which the heads of nested lists are headings."""
    heads = _heads(blocks)
    depth, lifted = 0, 0
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            depth, lifted = block.depth, 0
        if not isinstance(block, Item):
            lifted = 0
            yield block
        elif place in heads:
            lifted = block.depth + 1
            text = block.text.strip().rstrip(":").rstrip()
            yield Heading(depth + 1, text, block.line, block.mark, block.file)
        else:
            yield replace(block, depth=max(0, block.depth - lifted)) if lifted else block


def _heads(blocks: Sequence[Block]) -> set[int]:
    """Return the places of entries that are headings."""
    runs = list(_runs(blocks))
    tops = [[at for at in run if _item(blocks, at).depth == 0] for run in runs]
    seen = Counter(_item(blocks, at).text.strip() for one in tops for at in one)
    found: set[int] = set()
    for run, top in zip(runs, tops, strict=True):
        if not top or len(top) == len(run):
            continue
        above = [at for at in top if at + 1 in run and _item(blocks, at + 1).depth > 0]
        if above == top and all(_is_head(_item(blocks, at), seen) for at in top):
            found.update(top)
    return found


def _item(blocks: Sequence[Block], at: int) -> Item:
    block = blocks[at]
    assert isinstance(block, Item)
    return block


def _runs(blocks: Sequence[Block]) -> Iterator[range]:
    """Yield the places of entries that follow each other."""
    start = None
    for place, block in enumerate([*blocks, None]):
        if isinstance(block, Item):
            start = place if start is None else start
        elif start is not None:
            yield range(start, place)
            start = None


def _is_head(item: Item, seen: Counter[str]) -> bool:
    text = item.text.strip()
    if not text or len(text) > _LONGEST or text.endswith("."):
        return False
    is_bold = all(run.style == "bold" or not run.text.strip(" :") for run in item.runs)
    return is_bold or seen[text] > 1 or level_head(text).sure >= _LEVEL
