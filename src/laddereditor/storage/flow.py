"""Collections in brackets: items taken out, put in and moved, with the spaces they have."""

from collections.abc import Sequence
from typing import NamedTuple

from laddereditor.storage.emit import flow_key, flow_text
from laddereditor.storage.gaps import LINE_BREAK
from laddereditor.storage.patch import CannotSplice, Change, Page, patched
from laddereditor.storage.plan import Op
from laddereditor.storage.tree import Node


class _Element(NamedTuple):
    lead: str  # white space and comments before it
    body: str
    tail: str  # comment behind its comma, up to the line end


def element_changes(  # noqa: PLR0913, PLR0917 - what a collection in brackets consists of
    page: Page,
    node: Node,
    starts: Sequence[int],
    ends: Sequence[int],
    plan: Sequence[Op],
    changes: Sequence[Change],
) -> list[Change]:
    """Return the one change that puts a collection in brackets together anew."""
    text = page.text
    if text[node.start] not in "[{":
        raise CannotSplice("a mapping without its braces")
    if node.start and not plan:
        raise CannotSplice("nothing is left")
    elements, close, comma = _elements(page, node, starts, ends, changes)
    usual = elements[1].lead if len(elements) > 1 else " "
    pieces: list[str] = []
    for number, op in enumerate(plan):
        element = elements[op.source] if op.source is not None else _new(page, node, op, usual)
        lead = elements[0].lead if number == 0 else element.lead
        if number and op.source == 0:
            lead = usual
        last = number == len(plan) - 1
        pieces.append(lead + element.body + ("" if last and not comma else ",") + element.tail)
        if last and element.tail and not LINE_BREAK.match(close):
            close = page.newline + close
    return [Change(node.start + 1, node.end - 1, "".join([*pieces, close]))]


def _new(page: Page, node: Node, op: Op, lead: str) -> _Element:
    body = flow_text(op.value, page.layout)
    if node.kind == "map":
        body = f"{flow_key(op.key)}: {body}".rstrip(" ")
    return _Element(lead.split("#", 1)[0] if "#" in lead else lead, body, "")


def _elements(
    page: Page,
    node: Node,
    starts: Sequence[int],
    ends: Sequence[int],
    changes: Sequence[Change],
) -> tuple[list[_Element], str, bool]:
    """Return the elements, what stands before the closing bracket, and whether a comma does."""
    text = page.text
    elements: list[_Element] = []
    lead_start = node.start + 1
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        last = number == len(starts) - 1
        stop = node.end - 1 if last else starts[number + 1]
        between = text[end:stop]
        before, comma, behind = between.partition(",")
        if before.strip() or (not comma and not last):
            raise CannotSplice("something else than a comma stands between two items")
        if not comma:
            behind = before
        tail = ""
        if "#" in behind:
            found = LINE_BREAK.search(behind)
            line = behind[: found.start()] if found else behind
            tail = line if line.strip() else ""
        lead = text[lead_start:start]
        elements.append(_Element(lead, patched(text, changes, start, end), tail))
        lead_start = stop - len(behind) + len(tail)
    return elements, text[lead_start : node.end - 1], bool(comma)
