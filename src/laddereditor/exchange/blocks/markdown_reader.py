"""Read Markdown to blocks: CommonMark with tables, front matter, and HTML inside of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
    RunStyle,
    Table,
)
from laddereditor.exchange.blocks.html_reader import blocks_of_html

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_MOST_FRONT_MATTER = 20_000  # characters
_ANCHOR = re.compile(r"""<a\s+(?:id|name)=["']([^"']*)["']\s*/?>""", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TASK = re.compile(r"\[[ xX]\]\s+")
_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_STYLES: Mapping[str, RunStyle] = {"strong": "bold", "em": "italic"}
_STYLE_ORDER: tuple[RunStyle, ...] = ("", "italic", "bold")  # of two, the later one is kept


def read_markdown(text: str) -> BlockDocument:
    """Return a text in Markdown as blocks; lines are counted in the whole text."""
    properties, body, skipped = _front_matter(text)
    blocks = tuple(_MarkdownWalk(_READER.parse(body), skipped).blocks())
    return BlockDocument(
        blocks=blocks,
        title=properties.pop("title", ""),
        language=properties.pop("language", properties.pop("lang", "")),
        properties=properties,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str, int]:
    """Return the properties before a text, the text without them, and the number of its lines."""
    found = _FRONT_MATTER.match(text)
    if not found or len(found[1]) > _MOST_FRONT_MATTER:
        return {}, text, 0
    try:
        values: Any = yaml.load(found[1], Loader=yaml.BaseLoader)  # texts only
    except yaml.YAMLError:
        return {}, text, 0
    if not isinstance(values, dict):
        return {}, text, 0
    plain = {str(key): value for key, value in values.items() if isinstance(value, str)}
    return plain, text[found.end() :], found[0].count("\n")


@dataclass
class _MarkdownWalk:
    """Goes through the tokens of a text and yields its blocks."""

    tokens: Sequence[Token]
    skipped: int  # lines before the text
    mark: str = ""  # of the heading that follows
    quotes: int = 0

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of all tokens."""
        lists: list[_List] = []
        held: list[Block] = []  # of the outermost list, which may be a table of contents
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                lists.append(_List(numbered=token.type[0] == "o"))
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                held += _taken(lists)
                closed = lists.pop()
                if not lists:
                    yield from () if closed.is_contents else held
                    held = []
            elif token.type == "list_item_open":
                held += _taken(lists)
                lists[-1].item = Item((), len(lists) - 1, lists[-1].numbered, self._line(token))
            elif token.type == "list_item_close":
                held += _taken(lists)
            elif token.type == "table_open":
                end = _end_of(self.tokens, at, "table_close")
                found: list[Block] = [self._table(self.tokens[at:end])]
                at = end
                held, found = (held + found, []) if lists else (held, found)
                yield from found
            elif token.type in ("blockquote_open", "blockquote_close"):
                self.quotes += 1 if token.type.endswith("open") else -1
            elif lists:
                held += self._text(token, at, lists)
            else:
                yield from self._text(token, at, lists)
            at += 1

    def _text(self, token: Token, at: int, lists: "list[_List]") -> Iterator[Block]:
        """Yield the block of a token that has a text."""
        if token.type == "html_block":
            yield from self._html(token)
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield Paragraph((Run(token.content.strip("\n")),), line=self._line(token))
        elif token.type == "inline":
            opening = self.tokens[at - 1]
            runs, mark = _runs(token.children or [])
            if opening.type == "heading_open":
                depth = int(opening.tag[1])
                text = "".join(run.text for run in runs)
                yield Heading(depth, text.strip(" "), self._line(token), mark or self._taken_mark())
            elif lists and lists[-1].item is not None:
                lists[-1].add(runs, mark)
                lists[0].entries += 1
                lists[0].links += _is_link_here(token)
            elif any(run.text.strip() for run in runs):
                yield from _taken(lists)
                yield Paragraph(runs, quoted=self.quotes > 0, line=self._line(token))
            elif mark:
                self.mark = mark

    def _html(self, token: Token) -> Iterator[Block]:
        found = _ANCHOR.search(token.content)
        self.mark = unquote(found[1]) if found else self.mark
        start = self._line(token) - 1
        for block in blocks_of_html(token.content):
            yield replace(block, line=start + max(block.line, 1))

    def _taken_mark(self) -> str:
        mark, self.mark = self.mark, ""
        return mark

    def _line(self, token: Token) -> int:
        return self.skipped + token.map[0] + 1 if token.map else 0

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[list[str]] = []
        heads = 0
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append("".join(run.text for run in _runs(token.children or [])[0]))
            elif token.type == "thead_close":
                heads = len(rows)
        if heads and not any(cell.strip() for cell in rows[0]):
            rows, heads = rows[1:], 0  # Markdown has no table without a head
        return Table(tuple(map(tuple, rows)), heads, self._line(tokens[0]))


@dataclass
class _List:
    """A list that is being read."""

    numbered: bool
    item: Item | None = None  # whose text is not complete yet
    entries: int = 0  # of it and of the lists in it, and those that link to this text
    links: int = 0

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents."""
        return self.links > 1 and 2 * self.links > self.entries

    def add(self, runs: tuple[Run, ...], mark: str) -> None:
        """Add a paragraph to the entry."""
        assert self.item is not None
        before = (*self.item.runs, Run("\n")) if self.item.runs else ()
        self.item = replace(self.item, runs=(*before, *runs), mark=self.item.mark or mark)


def _taken(lists: "list[_List]") -> Iterator[Item]:
    """Yield the entry that is complete: before the entries below it, and at its end."""
    for one in lists:
        item, one.item = one.item, None
        if item is not None and item.runs:
            first, *rest = item.runs
            bare = replace(first, text=_TASK.sub("", first.text, count=1))
            yield replace(item, runs=(bare, *rest))


def _is_link_here(token: Token) -> bool:
    """Whether a line is nothing but a link to a place in the same text."""
    parts = token.children or []
    if not parts or parts[0].type != "link_open" or parts[-1].type != "link_close":
        return False
    return str(parts[0].attrGet("href") or "").startswith("#")


def _end_of(tokens: Sequence[Token], start: int, kind: str) -> int:
    return next(at for at in range(start, len(tokens)) if tokens[at].type == kind)


def _runs(tokens: Sequence[Token]) -> tuple[tuple[Run, ...], str]:
    """Return the runs of a line, and the address of an anchor in it."""
    found: list[Run] = []
    open_styles: list[RunStyle] = []
    mark = ""
    for token in tokens:
        name, _, end = token.type.rpartition("_")
        if name in _STYLES:
            if end == "open":
                open_styles.append(_STYLES[name])
            elif open_styles:
                open_styles.pop()
            continue
        if token.type == "html_inline":
            anchor = _ANCHOR.match(token.content)
            mark = unquote(anchor[1]) if anchor and not mark else mark
            if not _BREAK.match(token.content):
                continue
        text = _text_of(token)
        style: RunStyle = max(open_styles, key=_STYLE_ORDER.index, default="")
        if text and found and found[-1].style == style:
            found[-1] = Run(found[-1].text + text, style)
        elif text:
            found.append(Run(text, style))
    return tuple(found), mark


def _text_of(token: Token) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    if token.type == "softbreak":
        return " "
    if token.type in ("hardbreak", "html_inline"):
        return "\n"
    if token.type == "image":
        return token.content
    return ""
