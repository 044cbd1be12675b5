"""Return the text of a page that was saved as HTML, one line for each line that readers see."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg", "title", "textarea"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "base"})
_ENDS_ITSELF = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
_CELLS = frozenset({"td", "th"})
# Elements inside a line; every other one begins a line of its own.
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "img", "ins", "kbd", "label", "mark", "output", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        "button",
    )
)  # fmt: skip
# Inline elements that pages use as boxes of their own, such as titles beside each other.
_BOXES = frozenset({"span", "a", "button", "label", "small", "mark", "time", "data"})
_HEADING = re.compile(r"h([1-6])$")
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|section|article|ul|h[1-6])\b", re.IGNORECASE
)
_LOOKED_AT = 200_000
BOX_MARK = " · "  # between boxes that touch each other


def is_html(text: str) -> bool:
    """Return whether a text is the source of a page: it has two or more elements of a page."""
    return len(_MARKUP.findall(text[:_LOOKED_AT])) >= 2


def text_of_html(source: str) -> str:
    """Return the text that a reader of the page sees.

    Items of lists begin with `- `, indented by their depth, headings with `#`, the cells of a row
    are separated by tabs, and boxes that touch each other by `·`. Scripts, styles and what is
    hidden are left out.
    """
    reader = _VisibleText()
    reader.feed(source)
    reader.close()
    return "\n".join(reader.lines())


class _VisibleText(HTMLParser):
    """Collects lines from the elements of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        self._prefix = ""
        self._hidden: list[str] = []  # open elements, from the first hidden one on
        self._depth = 0  # of lists
        self._cells = 0  # cells begun in the row
        self._closed = ""  # the box that ended right here

    def lines(self) -> Sequence[str]:
        """Return the lines read so far."""
        self._end_line()
        return self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden == [tag] and tag in _ENDS_ITSELF:
            self._hidden = []  # such an element ends where the next one begins
        if self._hidden or tag in _HIDDEN or _is_hidden(dict(attrs)):
            if tag not in _VOID:
                self._hidden.append(tag)
            return
        if tag in _CELLS:
            if self._cells:
                self._line = self._line.strip(" ") + "\t"
            else:
                self._end_line()
            self._cells += 1
        elif tag in _BOXES and self._closed and self._line.strip():
            self._line += BOX_MARK
        elif tag == "li" and self._cells:
            before = self._line.rstrip(" ")
            self._line = before if before.endswith("\t") or not before else before + BOX_MARK
        elif tag not in _INLINE and tag != "tr":
            self._end_block()
        self._closed = ""
        self._open(tag)

    def _open(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._depth += 1
        elif tag == "tr":
            self._end_line()
            self._cells = 0
        elif tag == "li" and not self._cells:
            self._prefix = "  " * (self._depth - 1) + "- "
        elif heading := _HEADING.match(tag):
            self._prefix = "#" * int(heading[1]) + " "

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
            return
        self._closed = tag if tag in _BOXES else ""
        if tag not in _INLINE and tag not in _CELLS and tag != "tr":
            self._end_block()
        if tag in ("tr", "table"):
            self._end_line()
            self._cells = 0
        if tag in ("ul", "ol"):
            self._depth = max(0, self._depth - 1)
            self._prefix = ""

    def _end_block(self) -> None:
        if self._cells:
            self._line += " "
        else:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", data)
        if text.strip() or self._line:
            self._line += text
        if text:
            self._closed = ""

    def _end_line(self) -> None:
        text = re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", self._line)).strip(" ")
        if text.strip():
            self._lines.append(self._prefix + text)
            self._prefix = "  " * self._depth  # a further paragraph of the item
        self._line, self._closed = "", ""


def _is_hidden(attrs: dict[str, str | None]) -> bool:
    style = (attrs.get("style") or "").replace(" ", "").casefold()
    return "hidden" in attrs or "display:none" in style
