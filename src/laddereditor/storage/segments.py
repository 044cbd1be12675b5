"""The items of a block collection as whole lines, and how they are put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.storage.gaps import ends_line, lead_of, line_start
from laddereditor.storage.patch import CannotSplice, Page

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|[\n\r]))*")


@dataclass(frozen=True, slots=True)
class Segment:
    """One item with the comments above it: `text[start:end]`, whole lines.

    The first entry of a mapping that is a list item starts behind the dash of that item.
    """

    start: int
    end: int
    column: int
    inline: bool = False  # starts in the middle of a line


def segments(
    page: Page, starts: Sequence[int], ends: Sequence[int], column: int, top: int
) -> list[Segment]:
    """Return the segments of a collection.

    `starts` is where its keys or dashes are, `ends` where the lines after its values start; `top`
    is where the first segment may begin at the earliest.
    """
    found: list[Segment] = []
    floor = top
    for start, end in zip(starts, ends, strict=True):
        line = line_start(page.text, start)
        if page.text[line:start].strip(" "):
            if found:
                raise CannotSplice("several items in one line")
            found.append(Segment(start, end, column, inline=True))
        else:
            lead = lead_of(page.text, floor, line, column) if found else min(floor, line)
            found.append(Segment(lead, end, column))
        floor = end
    return found


def blank_lead(text: str) -> str:
    """Return the blank lines that a text starts with."""
    found = _BLANK_LINES.match(text)
    return found.group() if found else ""


def spaced(
    pieces: Sequence[tuple[str, bool]], was: Sequence[str], first: str, newline: str
) -> list[str]:
    """Return pieces with the blank lines between them that the collection had.

    Each piece comes with whether it was the first; `was` are the old ones. What is first now gets
    the blank lines of the old first, `first`; what was first or is new those that the others have.
    """
    leads = [blank_lead(piece) for piece in was[1:]]
    usual = max(set(leads), key=leads.count) if leads and all(leads) else ""
    result: list[str] = []
    for number, (piece, was_first) in enumerate(pieces):
        lead = blank_lead(piece)
        body = piece[len(lead) :]
        if number == 0:
            lead = first
        elif not lead or was_first:
            lead = usual
        result.append(lead + body)
    return [piece if ends_line(piece) else piece + newline for piece in result]


def shifted(text: str, by: int) -> str:
    """Return lines indented by some columns more or fewer; blank lines stay as they are."""
    if by == 0:
        return text
    lines = re.split(r"(?<=\n)", text)
    return "".join(_shifted_line(line, by) for line in lines)


def _shifted_line(line: str, by: int) -> str:
    if not line.strip():
        return line
    if by > 0:
        return " " * by + line
    room = len(line) - len(line.lstrip(" "))
    return line[min(-by, room) :]
