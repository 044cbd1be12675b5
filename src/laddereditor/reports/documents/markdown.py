"""A document as Markdown (CommonMark 0.31 with the tables of GitHub); texts stay as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
    Table,
)
from laddereditor.exchange.blocks.forms import BYLINE

_SIGNS = re.compile(r"[\\`*_\[\]<~|$]|&(?=#?\w)")
_BEGINS = "#+=>-:"  # at the start of a line: a heading, list, quotation, underline, table
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;()/'’-])*[^\W_]")  # needs no signs anywhere
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_LEADING, _TRAILING = re.compile(r"^\s+"), re.compile(r"\s+$")
_EDGE = re.compile(r"^\s+|\s+$")
_DEEPEST = 6
_CONTENTS = 3  # the deepest heading in the contents
_TAGS = {"": "", "bold": "**", "italic": "*"}


def markdown_of(document: BlockDocument) -> str:
    """Return a document as Markdown, with its properties as front matter and its contents."""
    lines = list(_front_matter(document))
    if document.title:
        lines += [f"# {_heading_text(document.title)}", ""]
    lines += _below_title(document)
    lines += _contents(document.blocks)
    shift = 1 if document.title else 0
    before: Block | None = None
    for block in document.blocks:
        if isinstance(before, Item) and not isinstance(block, Item):
            lines.append("")
        lines += _block_lines(block, shift)
        before = block
    return "\n".join(lines).rstrip("\n") + "\n"


def _front_matter(document: BlockDocument) -> Iterator[str]:
    known = {"title": document.title, "language": document.language, **document.properties}
    values = {name: text for name, text in known.items() if text and name != BYLINE}
    if values:
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
        yield from ("---", text.rstrip("\n"), "---", "")


def _below_title(document: BlockDocument) -> Iterator[str]:
    if line := document.properties.get(BYLINE, ""):
        yield from (f"*{escaped(line)}*", "")


# -- contents -----------------------------------------------------------------------------------


def _contents(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield a link to each entity and part, if there is more than one."""
    listed = [one for one in blocks if isinstance(one, Heading) and one.depth <= _CONTENTS]
    if sum(1 for one in listed if one.mark) < 2:
        return
    for heading in listed:
        text = _heading_text(heading.text)
        link = f"[{text}](#{anchor(heading.mark)})" if heading.mark else text
        yield f"{'  ' * (heading.depth - 1)}- {link}"
    yield ""


def anchor(mark: str) -> str:
    """Return the name of an anchor for an address; it needs no quotes and no escapes."""
    return re.sub(r"[^\w/.~%-]", lambda sign: "".join(f"%{b:02X}" for b in sign[0].encode()), mark)


# -- blocks -------------------------------------------------------------------------------------


def _block_lines(block: Block, shift: int) -> Iterator[str]:
    if isinstance(block, Heading):
        if block.mark:
            yield f'<a id="{anchor(block.mark)}"></a>\n'
        depth = min(block.depth + shift, _DEEPEST)
        yield from (f"{'#' * depth} {_heading_text(block.text)}", "")
    elif isinstance(block, Paragraph):
        lead = "> " if block.quoted else ""
        yield from (lead + _runs(block.runs, f"\n{lead}"), "")
    elif isinstance(block, Item):
        yield _item(block)
    else:
        yield from _table(block)


def _item(item: Item) -> str:
    sign = "1. " if item.numbered else "- "
    lead = "  " * item.depth if not item.numbered else "   " * item.depth
    mark = f'<a id="{anchor(item.mark)}"></a>' if item.mark else ""
    line_end = "\n" + lead + " " * len(sign)
    return f"{lead}{sign}{mark}{_runs(item.runs, line_end)}"


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        return
    head, *rows = table.rows if table.heads else ((" ",) * len(table.rows[0]), *table.rows)
    yield _row(head)
    yield "|" + " --- |" * len(head)
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(escaped(cell, "<br>") for cell in cells) + " |"


# -- texts --------------------------------------------------------------------------------------


def _runs(runs: Sequence[Run], line_end: str) -> str:
    parts, last = [], len(runs) - 1
    for place, run in enumerate(runs):
        tag = _TAGS[run.style]
        lead, text, tail = _apart(run.text) if tag else ("", run.text, "")
        edges = Edges(starts=not place, ends=bool(tag) or place == last)
        shown = escaped(text, f"\\{line_end}", edges)
        parts += [lead, f"{tag}{shown}{tag}" if text else "", tail]
    text = "".join(parts)
    return _EDGE.sub(_as_numbers, text) if text != text.strip() else text


def _apart(text: str) -> tuple[str, str, str]:
    """Return the space before a text, the text and the space behind it."""
    bare = text.strip()
    lead, _, tail = text.partition(bare) if bare else (text, "", "")
    return lead, bare, tail


def _heading_text(text: str) -> str:
    shown = escaped(text, "&#10;")
    # Signs at the end would close the heading.
    return f"{shown[:-1]}\\#" if len(text) > 1 and text.endswith("#") else shown


@dataclass(frozen=True, slots=True)
class Edges:
    """Whether a text begins and ends the block that it is written in."""

    starts: bool = True
    ends: bool = True


_BOTH = Edges()


def escaped(text: str, line_break: str = "\\\n", edges: Edges = _BOTH) -> str:
    """Return a plain text so that Markdown shows exactly this text.

    Args:
        text: The text.
        line_break: What is written for a line end.
        edges: Where in its block the text is.
    """
    lines = text.split("\n")
    shown = ""
    for place, line in enumerate(lines):
        starts = edges.starts if place == 0 else True
        written = _line(line, starts=starts, ends=edges.ends or place < len(lines) - 1)
        if place:
            # An empty line would end the block: it is written as the number of its line end.
            written = line_break + written if line and shown else f"&#10;{written}"
        shown += written
    return shown


def _line(line: str, *, starts: bool, ends: bool) -> str:
    if _PLAIN.fullmatch(line):
        return line  # as most texts are
    shown = _SIGNS.sub(r"\\\g<0>", line).replace("\t", "&#9;").replace("\r", "&#13;")
    if starts:
        shown = _LEADING.sub(_as_numbers, shown)
    if ends:
        shown = _TRAILING.sub(_as_numbers, shown)
    if starts and shown.startswith(tuple(_BEGINS)):
        return "\\" + shown
    return _NUMBER.sub(r"\1\\\2", shown) if starts else shown


def _as_numbers(space: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in space[0])
