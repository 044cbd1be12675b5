"""Read a saved web page to blocks: what a reader sees; nothing that it refers to is followed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

import lxml.html
from lxml import etree

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
    RunStyle,
    joined_runs,
)
from laddereditor.exchange.blocks.forms import term_runs
from laddereditor.exchange.blocks.html_asides import leads_elsewhere
from laddereditor.exchange.blocks.html_tables import table_of
from laddereditor.model.counting import plural
from laddereditor.model.spacing import single_spaced

_HIDDEN = frozenset(
    ("script", "style", "template", "noscript", "svg", "head", "textarea", "select", "iframe",
     "object", "nav", "math", "audio", "video", "canvas")
)  # fmt: skip
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn"})
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "img", "ins", "kbd", "label", "mark", "output", "q", "s", "samp", "small",
     "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "button")
)  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HEADING = re.compile(r"h([1-6])$")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_ANCHOR_SIGNS = frozenset("#¶§🔗")  # links beside headings that lead to the heading itself
DEEPEST = 200  # of elements inside of each other; a page has some thirty


def read_html(text: str) -> BlockDocument:
    """Return a web page as blocks."""
    root = _parsed(text)
    if root is None:
        return BlockDocument(())
    walk = _PageWalk()
    walk.element(root, 0)
    walk.end_block()
    title = single_spaced("".join(root.xpath("//head/title//text()")))
    notes = tuple(walk.notes())
    language = str(root.get("lang") or "")
    return BlockDocument(tuple(walk.found), title, language, notes)


def blocks_of_html(text: str) -> tuple[Block, ...]:
    """Return a piece of HTML inside of another text as blocks."""
    if not re.search(r"<\w", text):
        return ()
    root = _parsed(text)
    if root is None:
        return ()
    walk = _PageWalk()
    walk.element(root, 0)
    walk.end_block()
    return tuple(walk.found)


def _parsed(text: str) -> Any:
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    # A declaration of an encoding is about the bytes, which are decoded already.
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return lxml.html.document_fromstring(plain, parser=parser)
    except (etree.ParserError, ValueError):
        return None


@dataclass
class _PageWalk:
    """Goes through the elements of a page and collects its blocks."""

    found: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)  # open entries, the outermost first
    lists: list[bool] = field(default_factory=list)  # open lists: whether they are numbered
    quotes: int = 0
    line: int = 0
    term: str = ""  # of a list of definitions, before its definition
    depth: int = 0  # of the last heading
    pictures: int = 0
    asides: int = 0  # parts that only lead to other places

    def notes(self) -> Iterator[str]:
        """Yield what people should know of what was left out."""
        if self.pictures:
            yield f"{plural(self.pictures, 'picture')} left out; text in pictures is not read."
        if self.asides:
            yield f"{plural(self.asides, 'list')} of links to other places left out."

    def element(self, element: Any, level: int, style: RunStyle = "") -> None:
        """Read an element and what is behind it."""
        if isinstance(element.tag, str) and level < DEEPEST and not _is_hidden(element):
            self.line = element.sourceline or self.line
            if leads_elsewhere(element):
                self.end_block()
                self.asides += 1
            else:
                self._open(element, element.tag, level, style)
        self.text(element.tail, style if level else "")

    def _open(self, element: Any, tag: str, level: int, style: RunStyle) -> None:
        if tag == "br":
            self.runs.append(Run("\n", style))
        elif tag == "img":
            self.pictures += _is_large(element)
        elif tag == "a" and element.text_content().strip() in _ANCHOR_SIGNS:
            return
        elif tag in _INLINE:
            self._inside(element, level, _style_of(element, tag, style))
        elif heading := _HEADING.match(tag):
            self._heading(element, int(heading[1]), level)
        elif tag in ("ul", "ol", "menu"):
            self._list(element, tag, level)
        elif tag == "li":
            self._entry(element, level)
        elif tag in ("dt", "dd"):
            self._definition(element, tag, level)
        elif tag == "blockquote":
            self.end_block()
            self.quotes += 1
            self._inside(element, level, "")
            self.end_block()
            self.quotes -= 1
        elif tag == "table" and (table := table_of(element)) is not None:
            self.end_block()
            self.found.append(replace(table, line=self.line))
        elif tag == "summary":
            self._inside(element, level, "bold")
            self.end_block()
        else:
            self.end_block()
            self._inside(element, level, _style_of(element, tag, ""))
            self.end_block()

    def _inside(self, element: Any, level: int, style: RunStyle) -> None:
        self.text(element.text, style)
        for child in element:
            self.element(child, level + 1, style)

    def text(self, text: str | None, style: RunStyle) -> None:
        """Add text to the open block."""
        if text:
            self.runs.append(Run(_SPACES.sub(" ", text), style))

    def end_block(self) -> None:
        """Add what was read since the last block as one."""
        runs = _trimmed(self.runs)
        self.runs = []
        if not runs:
            return
        if self.items:
            self.found.append(replace(self.items[-1], runs=runs, line=self.line))
            self.items[-1] = replace(self.items[-1], runs=runs)
        else:
            self.found.append(Paragraph(runs, quoted=self.quotes > 0, line=self.line))

    def _heading(self, element: Any, depth: int, level: int) -> None:
        self.end_block()
        line = self.line
        self._inside(element, level, "")
        runs, self.runs = _trimmed(self.runs), []
        if runs:
            text = single_spaced("".join(run.text for run in runs))
            self.found.append(Heading(depth, text, line))
            self.depth = depth

    def _list(self, element: Any, tag: str, level: int) -> None:
        self.end_block()
        self.lists.append(tag == "ol")
        self._inside(element, level, "")
        self.end_block()
        self.lists.pop()

    def _entry(self, element: Any, level: int) -> None:
        self.end_block()
        numbered = bool(self.lists) and self.lists[-1]
        self.items.append(Item((), max(len(self.lists) - 1, 0), numbered, self.line))
        self._inside(element, level, "")
        self.end_block()
        self.items.pop()

    def _definition(self, element: Any, tag: str, level: int) -> None:
        """Read a term, or its definition: one with lists in it makes the term a heading."""
        self.end_block()
        if tag == "dt":
            self._inside(element, level, "")
            self.term = "".join(run.text for run in _trimmed(self.runs))
            self.runs = []
            return
        term, self.term = self.term, ""
        if term and element.xpath(".//ul|.//ol|.//p|.//table|.//div"):
            self.found.append(Heading(min(self.depth, 5) + 1, term, self.line))
            self._inside(element, level, "")
            self.end_block()
            return
        self._inside(element, level, "")
        runs, self.runs = _trimmed(self.runs), []
        text = "".join(run.text for run in runs)
        self.found.append(Item(term_runs(term, text) if term else runs, line=self.line))


def _style_of(element: Any, tag: str, style: RunStyle) -> RunStyle:
    css = (element.get("style") or "").casefold()
    if tag in _BOLD or _BOLD_STYLE.search(css):
        return "bold"
    if style:
        return style
    return "italic" if tag in _ITALIC else ""


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    return (
        element.tag in _HIDDEN
        or element.get("hidden") is not None
        or "display:none" in style
        or "mso-hide:all" in style
    )


def _is_large(element: Any) -> bool:
    """Whether a picture may hold text: not one whose size is that of a sign."""
    sizes: Mapping[str, str] = cast("Mapping[str, str]", element.attrib)
    return not any(sizes.get(name, "").rstrip("px").isdigit() and int(sizes[name].rstrip("px")) < 64
                   for name in ("width", "height"))  # fmt: skip


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs with single spaces, none at their ends and at the ends of lines."""
    return tuple(joined_runs(_spaced(runs)))


def _spaced(runs: list[Run]) -> Iterator[Run]:
    before = "\n"
    kept = [run for run in runs if run.text]
    while kept and not kept[-1].text.strip(" \n"):
        kept.pop()
    for place, run in enumerate(kept):
        text = re.sub(r" *\n *", "\n", run.text)
        if before in (" ", "\n"):
            text = text.lstrip(" ")
        if before == "\n" and not text.strip("\n"):
            continue
        if place == len(kept) - 1:
            text = text.rstrip(" \n")
        if text:
            before = text[-1]
            yield Run(text, run.style)
