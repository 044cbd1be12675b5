"""Split a page into numbered lines without bullets, Markdown marks and unusual spaces."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_SPACES = re.compile(r"[\t\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\ufeff\u200b\u200c\u200e\u200f\u2060\xad]")
_BULLET = re.compile(
    r"(?:[-*+–—](?=\s)|[•·▪◦●○■‣➢✓✔](?=\s*\S)|\d{1,3}[.)](?=\s)|[a-z][.)](?=\s))\s*"
)
_TASK = re.compile(r"\[[ xX]\]\s+")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_WHOLLY_BOLD = re.compile(r"(\*\*|__)(?!\s)(.+?)(?<!\s)\1(:?)$")
_BOLD = re.compile(r"\*\*(?!\s)(.+?)(?<!\s)\*\*")
_LINK = re.compile(r"(?<!\w)\[([^\]\[]+)\]\((?:[^()\s]+)\)")
_MARKED = 5000  # characters; Markdown is not parsed in longer lines
BOLD_DEPTH = 7  # a bold line counts as a heading below Markdown's six
SENTENCE_END = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that is not empty."""

    number: int  # from 1
    text: str  # without bullet and Markdown marks
    raw: str  # as written, without the spaces around it
    bullet: bool = False
    indent: int = 0
    depth: int = 0  # of a Markdown heading, 1 to 6; BOLD_DEPTH for a bold line; 0 for others
    after_blank: bool = False
    cells: tuple[str, ...] = ()  # of a row of a table, else empty; the last may be ""

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two cells of a row that has words in just two, of which the first is one."""
        worded = tuple(filter(has_words, self.cells))
        if len(worded) == 2 and worded[0] == self.cells[0]:
            return worded[0].rstrip(": "), worded[1]
        return None


def read_lines(text: str) -> tuple[PageLine, ...]:
    """Return the lines of a text that are not blank, with their numbers."""
    found: list[PageLine] = []
    blank = True
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        visible = _INVISIBLE.sub("", raw)
        clean = _SPACES.sub(" ", visible.replace("\t", "    "))
        if clean.strip():
            line = _line(number, clean.rstrip(), after_blank=blank)
            found.append(_as_row(line, visible))
        blank = not clean.strip()
    return tuple(found)


def _as_row(line: PageLine, visible: str) -> PageLine:
    """Return a line with its cells, if it is a row of a table: with tabs, or between bars."""
    if len(visible) > _MARKED or line.bullet:
        return line
    plain = visible.strip(" ")
    if plain.startswith("|") and plain.endswith("|") and plain.count("|") > 2:
        cells = plain[1:-1].split("|")
    elif "\t" in plain.lstrip("\t"):
        cells = plain.split("\t")
    elif " | " in plain:
        cells = plain.split(" | ")
    else:
        return line
    found = tuple(_plain(_SPACES.sub(" ", cell).strip()) for cell in cells)
    while len(found) > 2 and not found[-1]:
        found = found[:-1]
    text = " | ".join(cell for cell in found if cell)
    return replace(line, cells=found, text=text, depth=0) if len(found) > 1 else line


def _line(number: int, clean: str, *, after_blank: bool) -> PageLine:
    raw = clean.strip()
    indent = len(clean) - len(clean.lstrip())
    if len(raw) > _MARKED:
        bullet = _BULLET.match(raw)
        text = raw[bullet.end() :] if bullet else raw
        return PageLine(number, text, raw, bool(bullet), indent, 0, after_blank)
    if hashes := _HASHES.match(raw):
        text, depth = hashes[2], len(hashes[1])
        return PageLine(number, _plain(text), raw, False, indent, depth, after_blank)
    bullet = _BULLET.match(raw)
    text = raw[bullet.end() :] if bullet else raw
    if bullet:
        text = _TASK.sub("", text, count=1) if _TASK.match(text) else text
    depth = BOLD_DEPTH if not bullet and _WHOLLY_BOLD.match(text) else 0
    return PageLine(number, _plain(text), raw, bool(bullet), indent, depth, after_blank)


def _plain(text: str) -> str:
    """Return a text without Markdown's bold and link marks."""
    if bold := _WHOLLY_BOLD.match(text):
        text = bold[2] + bold[3]
    return _LINK.sub(r"\1", _BOLD.sub(r"\1", text)).strip()


def has_words(text: str) -> bool:
    """Return whether a text holds any letter or digit."""
    return any(char.isalnum() for char in text)


def is_short(text: str, words: int) -> bool:
    """Return whether a text is short and not a sentence, as headings, terms and titles are."""
    closed = text.endswith((*SENTENCE_END, ",", ";"))
    return len(text) <= 80 and len(text.split()) <= words and not closed


def continues_item(line: PageLine, before: PageLine) -> bool:
    """Return whether a line is the rest of a wrapped bullet: indented, or in lower case."""
    if line.after_blank or line.bullet:
        return False
    return line.indent > before.indent or line.text[:1].islower()


def paragraphs(lines: Iterable[PageLine]) -> str:
    """Join lines to text; a line that ends a sentence, or a blank line, ends a paragraph."""
    found: list[str] = []
    for line in lines:
        wrapped = found and not line.after_blank and not found[-1].endswith(SENTENCE_END)
        if wrapped:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text)
    return "\n\n".join(found)
