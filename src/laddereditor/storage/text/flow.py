"""Remove, insert and move items of collections in brackets, with their spaces and comments."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from laddereditor.storage.text.comments import comments_of
from laddereditor.storage.text.emit import flow_key, flow_text
from laddereditor.storage.text.gaps import LINE_BREAK, line_start
from laddereditor.storage.text.list_plan import PlannedItem
from laddereditor.storage.text.moved_items import all_comments
from laddereditor.storage.text.patch import CannotSplice, SpliceContext, TextEdit, patched
from laddereditor.storage.text.tree import YamlNode

# The comments after an item on its line, the comma before or after them; then whole lines.
_BEHIND = re.compile(
    r"(?P<before>[ \t]*(?:\#[^\r\n]*)?)(?P<comma>\s*,)?(?P<after>[ \t]*(?:\#[^\r\n]*)?)"
)


class _Element(NamedTuple):
    above: str  # comments on separate lines above it, with the line ends before them
    white: str  # white space between these and the item
    body: str
    behind: str  # comments after it on its line


class _Gap(NamedTuple):
    """The text between two items, or between an item and a bracket."""

    behind: str  # comments on the line of what comes before
    comma: bool
    above: str  # comments on separate lines
    white: str


def element_changes(  # noqa: PLR0913, PLR0917 - what a collection in brackets consists of
    page: SpliceContext,
    node: YamlNode,
    starts: Sequence[int],
    ends: Sequence[int],
    plan: Sequence[PlannedItem],
    changes: Sequence[TextEdit],
) -> list[TextEdit]:
    """Return the one change that writes a collection in brackets with its new items.

    Args:
        page: The text and its context.
        node: The collection.
        starts: The position of each item's first character.
        ends: The position after each item's last character.
        plan: The items of the new collection.
        changes: Changes inside the items.

    Raises:
        CannotSplice: Nothing is left, or the layout cannot be followed.
    """
    text = page.text
    first, *gaps = _gaps(text, node, starts, ends)
    if node.start and not plan and not first.behind and not gaps[-1].above:
        raise CannotSplice("nothing is left")
    bodies = [patched(text, changes, start, end) for start, end in zip(starts, ends, strict=True)]
    old = _elements([first, *gaps], bodies)
    usual = gaps[0].white if len(gaps) > 1 else " "
    margin = page.newline + _margin(text, node, starts)
    elements = [
        _moved(old[op.source], op.source == 0, usual)
        if op.source is not None
        else _new(page, node, op, usual, margin)
        for op in plan
    ]
    elements[:1] = [each._replace(white=first.white) for each in elements[:1]]
    close = _Element(gaps[-1].above, gaps[-1].white, "", "")
    inner = _joined(first.behind, elements, gaps[-1].comma, close, margin)
    return [TextEdit(node.start + 1, node.end - 1, inner)]


def comments_in_brackets(page: SpliceContext, node: YamlNode) -> list[tuple[str, ...]]:
    """Return the comments of each item of a list in brackets: above, inside and after it."""
    starts, ends = [item.start for item in node.items], [item.end for item in node.items]
    bodies = [page.text[start:end] for start, end in zip(starts, ends, strict=True)]
    elements = _elements(_gaps(page.text, node, starts, ends), bodies)
    return [
        tuple(comments_of("\n".join((each.above, each.body, each.behind)))) for each in elements
    ]


def _gaps(text: str, node: YamlNode, starts: Sequence[int], ends: Sequence[int]) -> list[_Gap]:
    """Return the text before, between and after the items of a collection."""
    if text[node.start] not in "[{":
        raise CannotSplice("a mapping without its braces")
    bounds = zip([node.start + 1, *ends], [*starts, node.end - 1], strict=True)
    gaps = [_gap(text[start:end]) for start, end in bounds]
    if gaps[0].comma or not all(gap.comma for gap in gaps[1:-1]):
        raise CannotSplice("something other than a comma is between two items")
    return gaps


def _elements(gaps: Sequence[_Gap], bodies: Sequence[str]) -> list[_Element]:
    return [
        _Element(before.above, before.white, body, after.behind)
        for before, body, after in zip(gaps[:-1], bodies, gaps[1:], strict=True)
    ]


def _gap(text: str) -> _Gap:
    found = _BEHIND.match(text)
    behind, comma, rest = ("", False, text)
    if found:
        behind = found["before"].rstrip() + found["after"].rstrip()
        comma = found["comma"] is not None
        rest = text[found.end() :]
        if not behind:
            rest = (found["after"] if comma else found["before"]) + rest
    last = rest.rfind("#")
    stop = LINE_BREAK.search(rest, last) if last >= 0 else None
    cut = stop.start() if stop else 0
    if "," in re.sub(r"#[^\r\n]*", "", rest):
        raise CannotSplice("a comma is by itself")
    return _Gap(behind, comma, rest[:cut], rest[cut:])


def _margin(text: str, node: YamlNode, starts: Sequence[int]) -> str:
    """Return the spaces before an item that gets its own line."""
    for start in starts:
        begin = line_start(text, start)
        if not text[begin:start].strip():
            return text[begin:start]
    begin = line_start(text, node.start)
    line = text[begin : node.start]
    return " " * (len(line) - len(line.lstrip(" ")) + 2)


def _moved(element: _Element, was_first: bool, usual: str) -> _Element:
    return element._replace(white=usual) if was_first else element


def _new(page: SpliceContext, node: YamlNode, op: PlannedItem, white: str, margin: str) -> _Element:
    body = flow_text(op.value, page.layout)
    if node.kind == "map":
        return _Element("", white, f"{flow_key(op.key)}: {body}".rstrip(" "), "")
    comments = all_comments(page.pieces.find(op.value))
    return _Element("".join(margin + comment for comment in comments), white, body, "")


def _joined(
    head: str, elements: Sequence[_Element], comma: bool, close: _Element, margin: str
) -> str:
    """Return the text between the brackets; a new line starts after each comment."""
    pieces = [head]
    commented = bool(head)
    for number, element in enumerate((*elements, close)):
        white = element.white
        if (commented or element.above) and not LINE_BREAK.search(white):
            white = margin
        above = element.above
        if above and not LINE_BREAK.match(above.lstrip(" \t")):
            above = margin + above.lstrip(" \t")
        with_comma = number < len(elements) - 1 or (comma and number < len(elements))
        pieces += above, white, element.body, "," if with_comma else "", element.behind
        commented = bool(element.behind)
    return "".join(pieces)
