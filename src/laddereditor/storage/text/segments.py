"""Split the items of a block collection into whole lines, and put them together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.storage.text.gaps import ends_line, line_start, start_of_first_lead, start_of_lead
from laddereditor.storage.text.kept_blanks import keeps_blank_lines
from laddereditor.storage.text.patch import CannotSplice, SpliceContext

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|[\n\r]))*")


@dataclass(frozen=True, slots=True)
class Segment:
    """One item with the comments above it: the whole lines `text[start:end]`.

    If a mapping is a list item, its first entry starts after the dash of that item.
    """

    start: int
    end: int
    column: int
    inline: bool = False  # starts in the middle of a line


def segments(
    page: SpliceContext, starts: Sequence[int], ends: Sequence[int], column: int, top: int
) -> list[Segment]:
    """Return the segments of a collection; each ends where the next one starts.

    Args:
        page: The text and its context.
        starts: Where the keys or dashes of the items are.
        ends: Where the lines after the values start.
        column: The column of the keys or dashes.
        top: Where the first segment starts at the earliest.

    Raises:
        CannotSplice: Several items are on one line.
    """
    leads: list[tuple[int, bool]] = []
    floor = top
    for start, end in zip(starts, ends, strict=True):
        line = line_start(page.text, start)
        inline = bool(page.text[line:start].strip(" "))
        if inline and leads:
            raise CannotSplice("several items in one line")
        if inline:
            leads.append((start, True))
        elif leads:
            leads.append((start_of_lead(page.text, floor, line, column), False))
        else:
            leads.append((start_of_first_lead(page.text, min(floor, line), line, column), False))
        floor = end
    stops = [lead for lead, _ in leads[1:]]
    stops.append(start_of_lead(page.text, floor, len(page.text), column))
    return [
        Segment(lead, stop, column, inline)
        for (lead, inline), stop in zip(leads, stops, strict=True)
    ]


def blank_lead(text: str) -> str:
    """Return the blank lines that a text starts with."""
    found = _BLANK_LINES.match(text)
    return found.group() if found else ""


def spaced(
    pieces: Sequence[tuple[str, bool]], was: Sequence[str], first: str, newline: str
) -> list[str]:
    """Return pieces separated by blank lines as the old pieces were.

    The piece that is now first gets the blank lines of the old first one. A piece that is new, or
    is no longer first, gets as many as the others have.

    Args:
        pieces: The new pieces, each with whether it was the first.
        was: The old pieces.
        first: The blank lines before the old first piece.
        newline: The line end.
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
        if result and keeps_blank_lines(result[-1]):
            lead = ""
        result.append(lead + body)
    return [piece if ends_line(piece) else piece + newline for piece in result]


def shifted(text: str, by: int) -> str:
    """Return lines indented by `by` more columns (fewer if negative); blank lines do not change."""
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
