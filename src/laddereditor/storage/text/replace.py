"""Rewrite a value in its place after a key or a dash."""

import re
from dataclasses import dataclass

from laddereditor.model.raw import Raw
from laddereditor.storage.text.emit import flow_text, item_lines, with_value
from laddereditor.storage.text.gaps import (
    LINE_BREAK,
    ends_line,
    line_start,
    next_line,
    start_of_first_lead,
    start_of_lead,
)
from laddereditor.storage.text.moved_items import moved_lines
from laddereditor.storage.text.patch import CannotSplice, SpliceContext, TextEdit
from laddereditor.storage.text.rescued_comments import missing_comments, with_comments
from laddereditor.storage.text.segments import blank_lead, shifted
from laddereditor.storage.text.stream import dash_before
from laddereditor.storage.text.tree import YamlNode
from laddereditor.storage.text.words import double_quoted, writable

_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a value in the text."""

    node: YamlNode
    key: str  # the value's key; for an item that of its list
    indent: int  # column of its key or dash
    head: int  # position after the colon or dash
    is_item: bool
    flow: bool  # inside brackets
    top: int  # where the lines below its key start

    @property
    def dash(self) -> int:
        """The position of an item's dash."""
        return self.head - 1


def entry_slot(page: SpliceContext, node: YamlNode, index: int, name: str) -> Slot:
    """Return the slot of an entry of a mapping.

    Args:
        page: The text and its context.
        node: The mapping.
        index: The number of the entry, from 0.
        name: The key by which the layout knows the value.

    Raises:
        CannotSplice: The key has no colon that can be found, as with `? key`.
    """
    key, value = node.entries[index]
    head = page.text.find(":", key.end) + 1
    if not head or (value.value is not None and head > value.start):
        raise CannotSplice("a key without its colon")
    return Slot(value, name, key.column, head, False, node.flow, next_line(page.text, head))


def item_slot(page: SpliceContext, node: YamlNode, index: int, name: str) -> Slot:
    """Return the slot of an item of a list.

    Args:
        page: The text and its context.
        node: The list.
        index: The number of the item, from 0.
        name: The key of the list.

    Raises:
        CannotSplice: The item has no dash that can be found.
    """
    item = node.items[index]
    if node.flow:
        return Slot(item, name, 0, item.start, True, True, item.start)
    dash = dash_before(page.text, item.start, node.start)
    if page.text[dash : dash + 1] != "-":
        raise CannotSplice("an item without its dash")
    return Slot(item, name, node.column, dash + 1, True, False, item.start)


def replace_value(page: SpliceContext, slot: Slot, new: Raw) -> list[TextEdit]:
    """Return the changes that rewrite a value in the layout of the file.

    The comments inside the old value are put into the new one, unless that is empty.

    Args:
        page: The text and its context.
        slot: The place of the value.
        new: The plain value that it is to hold.

    Raises:
        CannotSplice: The place cannot hold the new value.
    """
    node, text = slot.node, page.text
    if slot.flow:
        gap = " " if text[node.start - 1 : node.start] == ":" else ""
        if node.kind != "scalar" and text[node.start] not in "[{":
            raise CannotSplice("a mapping without its braces")
        return [TextEdit(node.start, node.end, gap + flow_text(new, page.layout))]
    first, rest = _lines(page, slot, new)
    if isinstance(new, str) and rest and _would_swallow(text, node, rest[0]):
        first, rest = f" {double_quoted(writable(new))}", []
    changes = _changes(page, slot, first, rest)
    missing = missing_comments(text, changes) if new else []
    if not missing:
        return changes
    column = slot.indent + 1 + len(first) - len(first.lstrip(" "))
    is_list = isinstance(new, dict | list)
    return _changes(page, slot, *with_comments(first, rest, missing, column, is_list))


def _changes(page: SpliceContext, slot: Slot, first: str, rest: list[str]) -> list[TextEdit]:
    """Return the changes that put `first` after the colon or dash, and the rest below."""
    node, text = slot.node, page.text
    source = text[slot.head : node.end]
    if not LINE_BREAK.search(source):
        return _on_one_line(page, slot, first, rest)
    below = page.join(rest)
    after = _own_end(text, node)
    unended = after == len(text) and not ends_line(text)
    if unended:
        below = below.removesuffix(page.newline)
    if node.style in ("|", ">"):
        header = _HEADER.match(text, node.start)
        body = next_line(text, node.start)
        if header and header.end() <= body and not LINE_BREAK.search(text, slot.head, node.start):
            if slot.is_item:
                below = shifted(below, node.column - slot.indent - page.layout.dash)
            head = TextEdit(node.start, header.end(), first.strip(" "))
            return [head, TextEdit(body, after, below)]
    own_lines = not text[line_start(text, node.start) : node.start].strip(" ")
    if node.is_block and own_lines and not slot.is_item:
        top = slot.top
        if not below:  # comments about the list itself stay
            top = start_of_first_lead(text, top, line_start(text, node.start), node.column)
        if unended and not below:  # the key's line is now the last one, and has no end either
            top = len(text[:top].removesuffix("\n").removesuffix("\r"))
        return [TextEdit(slot.head, slot.head, first), TextEdit(top, after, below)]
    end = "" if unended and not rest else page.newline
    if slot.is_item and own_lines and "#" in text[slot.head : node.start]:
        # There is a comment between the dash and the value, which stays there.
        below = shifted(below, node.column - slot.indent - page.layout.dash)
        if not first.strip():
            return [TextEdit(line_start(text, node.start), after, below)]
        return [TextEdit(node.start, after, first.lstrip(" ") + end + below)]
    return [TextEdit(slot.head, after, first + end + below)]


def _would_swallow(text: str, node: YamlNode, line: str) -> bool:
    """Whether a block with such a line would include the comment below as one of its lines."""
    below = text[node.after :]
    below = below.removeprefix(blank_lead(below))
    column = len(below) - len(below.lstrip(" "))
    return below[column : column + 1] == "#" and column >= len(line) - len(line.lstrip(" "))


def _own_end(text: str, node: YamlNode) -> int:
    """Return where the line after a value and the comments of its last item starts."""
    if not node.is_block:
        return node.after
    return start_of_lead(text, node.after, len(text), node.column)


def _lines(page: SpliceContext, slot: Slot, new: Raw) -> tuple[str, list[str]]:
    """Return the text after the colon or dash, and the lines below."""
    if slot.is_item:
        lines = item_lines(new, slot.key, slot.indent, page.layout)
        return lines[0][slot.indent + 1 :], lines[1:]
    start = line_start(page.text, slot.head)
    head = " " * (slot.head - start)
    moved = moved_lines(page, slot.key, new, slot.indent + page.layout.offset)
    if moved:
        return "", moved
    lines = with_value(head, slot.key, new, slot.indent, page.layout)
    return lines[0][len(head) :], lines[1:]


def _on_one_line(page: SpliceContext, slot: Slot, first: str, rest: list[str]) -> list[TextEdit]:
    """Replace a value on the line of its key; a comment after it stays there."""
    node, text = slot.node, page.text
    changes = [TextEdit(slot.head, node.end, first)]
    if rest:
        below = next_line(text, node.end)
        lines = page.join(rest)
        if below == len(text) and not ends_line(text):
            lines = page.newline + lines.removesuffix(page.newline)
        changes.append(TextEdit(below, below, lines))
    return changes
