"""What people write by hand in place of headings and lists, turned into these.

A short line in bold is a heading; a line that begins with a bullet, a dash or a letter “o” before
a tab is an entry of a list, and so are paragraphs that begin with a term in bold and a colon.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from laddereditor.edits.lines import bullet_of
from laddereditor.exchange.blocks.block import Block, BlockDocument, Heading, Item, Paragraph, Run
from laddereditor.exchange.blocks.forms import term_of
from laddereditor.exchange.tables.terms.words import word_key

LONGEST_HEADING = 80  # characters of a bold line that is taken for a heading
_DEPTHS = {"o": 1, "◦": 1, "▪": 2, "§": 2}  # Word's bullets of the second and third depth


def tidied(document: BlockDocument) -> BlockDocument:
    """Return a document whose headings and lists are marked as such, and whose title is apart."""
    blocks = [part for block in document.blocks for part in _by_lines(block)]
    headed = list(_with_bold_headings(list(_with_subtitles(blocks))))
    found = replace(document, blocks=tuple(_with_term_entries(headed)))
    return _with_title(found)


def _by_lines(block: Block) -> Iterator[Block]:
    """Yield a paragraph whose lines begin with signs of lists as these entries."""
    if not isinstance(block, Paragraph):
        yield block
        return
    lines = [line for line in block.text.split("\n") if line.strip()]
    signs = sum(1 for line in lines if bullet_of(line))
    if not signs or signs < len(lines) - 1:
        yield block
        return
    for line in lines:
        yield _entry(block, line)


def _entry(block: Paragraph, line: str) -> Block:
    """Return a line of a paragraph as an entry, or as a paragraph if it has no sign."""
    sign = bullet_of(line)
    runs = block.runs if block.text == line else (Run(line),)
    if not sign:
        return replace(block, runs=runs)
    indent = line[: len(line) - len(line.lstrip())]
    depth = max(_DEPTHS.get(sign.strip(), 0), len(indent.replace("\t", "  ")) // 2)
    numbered = sign.strip().strip("().").isdigit()
    return Item(_from(runs, len(indent) + len(sign)), depth, numbered, block.line)


def _from(runs: Sequence[Run], left: int) -> tuple[Run, ...]:
    """Return runs without so many characters at their start."""
    found = []
    for run in runs:
        cut = min(left, len(run.text))
        left -= cut
        if run.text[cut:]:
            found.append(Run(run.text[cut:], run.style))
    return tuple(found)


def _with_bold_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with bold lines as headings below the last heading."""
    depth = 0
    is_below = _is_heading_line
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            depth = block.depth
        elif (
            isinstance(block, Paragraph)
            and is_below(block)
            and place + 1 < len(blocks)
            and not isinstance(blocks[place + 1], Heading)
        ):
            yield Heading(depth + 1, block.text.strip().rstrip(":").rstrip(), block.line)
            continue
        yield block


def _with_subtitles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield paragraphs of a line in bold and one in italics as both, if there are several."""
    split = [_heading_and_subtitle(block) for block in blocks]
    is_usual = sum(one is not None for one in split) > 1
    for block, parts in zip(blocks, split, strict=True):
        yield from parts if parts is not None and is_usual else (block,)


def _heading_and_subtitle(block: Block) -> tuple[Paragraph, Paragraph] | None:
    """Return a line in bold and the one in italics behind it apart, None for another block."""
    if not isinstance(block, Paragraph):
        return None
    said = [run for run in block.runs if run.text.strip()]
    bold = tuple(itertools.takewhile(lambda run: run.style == "bold", said))
    rest = tuple(said[len(bold) :])
    if not bold or not rest or any(run.style != "italic" for run in rest):
        return None
    return replace(block, runs=bold), replace(block, runs=rest)


def _with_term_entries(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield paragraphs that begin with a term as entries, if the term is used several times.

    A term at one place only, such as “Note:”, may be a remark, unless another term is beside it.
    """
    entries = [_term_entry(block) for block in blocks]
    terms = [word_key(found[0]) if (found := one and term_of(one)) else "" for one in entries]
    count = Counter(filter(None, terms))
    for at, (block, entry, term) in enumerate(zip(blocks, entries, terms, strict=True)):
        beside = (terms[max(at - 1, 0)], terms[min(at + 1, len(terms) - 1)])
        is_several = count[term] > 1 or any(other not in ("", term) for other in beside)
        yield entry if entry is not None and term and is_several else block


def _term_entry(block: Block) -> Item | None:
    """Return a paragraph that begins with a term in bold as an entry, None for another block."""
    if not isinstance(block, Paragraph) or block.quoted:
        return None
    entry = Item(block.runs, line=block.line)
    found = term_of(entry)
    return entry if found and found[0].strip() and found[1].strip() else None


def _is_heading_line(block: Paragraph) -> bool:
    """Whether a paragraph is a short line in bold."""
    text = block.text.strip()
    is_bold = all(run.style == "bold" or not run.text.strip(" :") for run in block.runs)
    is_short = len(text) <= LONGEST_HEADING and "\n" not in text
    return bool(text) and is_bold and is_short and not block.quoted


def _with_title(document: BlockDocument) -> BlockDocument:
    """Return a document whose first heading is its title, if all others are below it."""
    headings = [one for one in document.blocks if isinstance(one, Heading)]
    top = min((one.depth for one in headings), default=1)
    blocks = document.blocks
    if len(headings) > 1 and [one.depth for one in headings].count(top) == 1:
        first = headings[0]
        if first.depth == top and not first.mark:
            kept = tuple(one for one in blocks if one is not first)
            document = replace(document, title=first.text, blocks=kept)
    return _lifted(document)


def with_own_title(document: BlockDocument) -> BlockDocument:
    """Return a document of our own whose title, where it is a heading, is apart."""
    first = next((one for one in document.blocks if isinstance(one, Heading)), None)
    if first is None or first.mark or first.text != document.title:
        return document
    blocks = (
        replace(one, depth=one.depth - 1) if isinstance(one, Heading) else one
        for one in document.blocks
        if one is not first
    )
    return replace(document, blocks=tuple(blocks))


def _lifted(document: BlockDocument) -> BlockDocument:
    """Return a document whose highest heading has depth 1, without gaps between the depths."""
    used = sorted({one.depth for one in document.blocks if isinstance(one, Heading)})
    if used == list(range(1, len(used) + 1)):
        return document
    new = {depth: place for place, depth in enumerate(used, 1)}
    return replace(
        document,
        blocks=tuple(
            replace(one, depth=new[one.depth]) if isinstance(one, Heading) else one
            for one in document.blocks
        ),
    )
