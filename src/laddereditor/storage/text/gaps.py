"""Split a text into lines, and decide which record the lines between two records belong to."""

import re

# The characters that libyaml treats as the end of a line.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BREAKS = "\n\r\x85\u2028\u2029"
_BLANK = " \t\r\n\x85\u2028\u2029"


def ends_line(text: str) -> bool:
    """Whether a text ends with the end of a line."""
    return text.endswith(("\n", "\r"))


def ended_like(text: str, other: str, newline: str) -> str:
    """Return a text with or without a line end, as another text ends.

    Args:
        text: The text.
        other: The text that shows whether there is a line end.
        newline: The line end to add if one is missing.
    """
    if ends_line(text) == ends_line(other):
        return text
    return text.removesuffix("\n").removesuffix("\r") if ends_line(text) else text + newline


def next_line(text: str, position: int) -> int:
    """Return where the line after the one at `position` starts, or the end of the text."""
    found = LINE_BREAK.search(text, position)
    return found.end() if found else len(text)


def line_start(text: str, position: int) -> int:
    """Return where the line at `position` starts."""
    while position and text[position - 1] not in _BREAKS:
        position -= 1
    return position


def count_breaks(text: str, start: int, stop: int) -> int:
    """Return the number of line ends between two positions; it is negative if `stop` is first.

    Args:
        text: The text of the file.
        start: The index of the one position.
        stop: The index of the other.
    """
    if stop < start:
        return -count_breaks(text, stop, start)
    return sum(1 for _ in LINE_BREAK.finditer(text, start, stop))


def count_lines(text: str) -> int:
    """Return the number of line ends in a text, as text editors count them."""
    return text.count("\n") or text.count("\r")


def start_of_lead(text: str, start: int, stop: int, column: int) -> int:
    """Split the blank lines and comments between two records.

    Comments that are indented deeper belong to the record above.

    Args:
        text: The text of both records.
        start: Where the line after the upper record starts.
        stop: Where the lower record starts.
        column: How far both records are indented.

    Returns:
        Where the part that belongs to the lower record starts.
    """
    split = start
    position = start
    while position < stop:
        end = min(next_line(text, position), stop)
        line = text[position:end]
        bare = line.lstrip(" \t")
        if bare.startswith("#"):
            if len(line) - len(bare) <= column:
                break
            split = end
        elif bare.strip(_BLANK):
            break
        position = end
    return split


def start_of_first_lead(text: str, start: int, stop: int, column: int) -> int:
    """Return where the lines above the first record of a list start to belong to that record.

    Lines that are indented deeper than the record are about the list, and so are lines that a blank
    line separates from the record.

    Args:
        text: The text of the list.
        start: Where the line after the list's key starts.
        stop: Where the first record starts.
        column: How far the record is indented.

    Returns:
        Where the part that belongs to the record starts.
    """
    split = position = start_of_lead(text, start, stop, column)
    blank = -1  # where the current run of blank lines starts
    seen = False  # whether a comment precedes them
    while position < stop:
        end = min(next_line(text, position), stop)
        if not text[position:end].strip(_BLANK):
            blank = position if blank < 0 else blank
        else:
            split = blank if seen and blank >= 0 else split
            seen, blank = True, -1
        position = end
    return blank if seen and blank >= 0 else split


def content_end(text: str, end: int, block: bool, keep: bool = False) -> int:
    """Return where the line after a value starts.

    Trailing blank lines do not belong to a block scalar unless it keeps them (`|+`).

    Args:
        text: The text that holds the value.
        end: The end of the value's last leaf.
        block: Whether that leaf is a block scalar.
        keep: Whether the block scalar keeps its trailing blank lines.
    """
    if not block:
        return next_line(text, end)
    if keep:
        return end
    last = end
    while last and text[last - 1] in _BLANK:
        last -= 1
    return min(next_line(text, last), end)
