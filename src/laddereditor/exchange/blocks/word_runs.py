"""The texts of a paragraph of Word: runs, breaks, links, fields and tracked changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from laddereditor.exchange.blocks.block import Run, RunStyle, joined_runs
from laddereditor.exchange.blocks.word_styles import W, WordStyle, WordStyles, is_on, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = frozenset({W + "del", W + "moveFrom"})
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_PASSED = frozenset(
    {
        *(W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple")),
        *(W + name for name in ("customXml", "dir", "bdo", "ins", "moveTo")),
    }
)
_SIGNS = {
    "br": "\n",
    "cr": "\n",
    "tab": "\t",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


@dataclass
class WordCounts:
    """What is counted while a document is read, to be reported."""

    changes: int = 0  # tracked insertions and deletions
    pictures: int = 0
    footnotes: int = 0


@dataclass
class ParagraphTexts:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)  # their ids
    boxes: list[Any] = field(default_factory=list)  # contents of text boxes


def paragraph_texts(paragraph: Any, styles: WordStyles, counts: WordCounts) -> ParagraphTexts:
    """Return the texts of a paragraph as they are with all tracked changes accepted.

    Args:
        paragraph: A `w:p`.
        styles: The styles of the document.
        counts: What is counted on the way.
    """
    found = ParagraphTexts()
    base = styles.of(value(paragraph, "pPr", "pStyle"))
    fields: list[bool] = []  # open fields: whether their result has begun
    for element in _inline(paragraph, counts, found):
        if element.tag == W + "r":
            _read_run(element, found, _Reading(styles, base, counts, fields))
    found.runs = list(joined_runs(run for run in found.runs if run.text))
    return found


@dataclass(frozen=True)
class _Reading:
    """What is known while the runs of a paragraph are read."""

    styles: WordStyles
    base: WordStyle
    counts: WordCounts
    fields: list[bool]


def _inline(parent: Any, counts: WordCounts, found: ParagraphTexts) -> Iterator[Any]:
    """Yield the runs of a paragraph in their order, without deleted ones."""
    for child in parent:
        tag = child.tag
        if tag in _DELETED:
            counts.changes += 1
        elif tag in _PASSED:
            counts.changes += tag in _INSERTED
            yield from _inline(child, counts, found)
        elif tag == W + "bookmarkStart":
            found.bookmarks.append(child.get(W + "name") or "")
        elif tag == W + "commentRangeStart":
            found.comments.append(child.get(W + "id") or "")
        elif tag == _MC + "AlternateContent":
            yield from _inline(_preferred(child), counts, found)
        else:
            yield child


def _preferred(alternate: Any) -> Any:
    """Return the first of several forms of the same content."""
    choice = alternate.find(_MC + "Choice")
    return choice if choice is not None else alternate


def _read_run(run: Any, found: ParagraphTexts, reading: _Reading) -> None:
    style = _style_of(run, reading)
    for child in run:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "fldChar":
            _field(child, reading.fields)
        elif reading.fields and not reading.fields[-1]:
            continue  # the instruction of a field
        elif name == "t":
            found.runs.append(Run(child.text or "", style))
        elif name == "sym":
            found.runs.append(Run("", style))
        elif name in _SIGNS:
            is_text = name != "br" or child.get(W + "type") in (None, "textWrapping")
            found.runs.append(Run(_SIGNS[name] if is_text else "", style))
        elif name == "commentReference":
            key = child.get(W + "id") or ""
            found.comments += [] if key in found.comments else [key]
        elif name in ("footnoteReference", "endnoteReference"):
            reading.counts.footnotes += 1
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            _drawing(child, found, reading.counts)


def _field(sign: Any, fields: list[bool]) -> None:
    kind = sign.get(W + "fldCharType")
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _drawing(element: Any, found: ParagraphTexts, counts: WordCounts) -> None:
    if element.tag == _MC + "AlternateContent":
        element = _preferred(element)
    boxes = [
        one
        for one in element.iter(W + "txbxContent")
        if not any(above.tag == W + "txbxContent" for above in one.iterancestors())
    ]
    found.boxes += boxes
    counts.pictures += not boxes


def _style_of(run: Any, reading: _Reading) -> RunStyle:
    properties = run.find(W + "rPr")
    named = reading.styles.of(value(run, "rPr", "rStyle"))
    for name, style in (("b", "bold"), ("i", "italic")):
        own = is_on(properties, name)
        inherited = named.bold if name == "b" else named.italic
        base = reading.base.bold if name == "b" else reading.base.italic
        chosen = own if own is not None else inherited if inherited is not None else base
        if chosen:
            return "bold" if style == "bold" else "italic"
    return ""
