"""Lines of a text, and whose the comments and blank lines between two records are."""

import re

# What libyaml takes for the end of a line.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BREAKS = "\n\r\x85\u2028\u2029"
_BLANK = " \t\r\n\x85\u2028\u2029"


def ends_line(text: str) -> bool:
    """Whether a text ends with the end of a line."""
    return text.endswith(("\n", "\r"))


def ended_like(text: str, other: str, newline: str) -> str:
    """Return a text with the end of a line behind it if another one has it, else without."""
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
    """Return the number of line ends between two positions."""
    if stop < start:
        return -count_breaks(text, stop, start)
    return sum(1 for _ in LINE_BREAK.finditer(text, start, stop))


def count_lines(text: str) -> int:
    """Return the number of line ends in a text, as editors count them."""
    return text.count("\n") or text.count("\r")


def lead_of(text: str, start: int, stop: int, column: int) -> int:
    """Split the blank lines and comments between two records.

    `start` is where the line after the upper record starts, `stop` where the lower one does, and
    `column` how far both are indented. Returns where the part that belongs to the lower one starts.
    Comments that are indented deeper belong to the record above.
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


def first_lead(text: str, start: int, stop: int, column: int) -> int:
    """Return where the part above the first record of a list starts that belongs to that record.

    What is indented deeper than the record is about the list, and so is what a blank line parts
    from the record.
    """
    split = position = lead_of(text, start, stop, column)
    blank = -1  # where the blank lines start that we are in
    seen = False  # whether a comment stands above them
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
    """Return where the line after a value starts, given the end of its last leaf.

    A block scalar ends behind its trailing blank lines, which are not its own unless it keeps them.
    """
    if not block:
        return next_line(text, end)
    if keep:
        return end
    last = end
    while last and text[last - 1] in _BLANK:
        last -= 1
    return min(next_line(text, last), end)
