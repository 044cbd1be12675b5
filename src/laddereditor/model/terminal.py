"""Escape texts of a file for a terminal: control characters are written out instead of sent."""

import re

# Control characters except line end and tab (escape codes begin with one), characters that change
# the direction of text, and line ends that only some programs know.
_STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


class ColoredText(str):
    """A text with the program's own colour codes, in which texts of a file are already escaped."""

    __slots__ = ()


def harmless(text: str) -> str:
    r"""Return a text that a terminal shows without obeying it: `\u001b` for an escape character.

    The escapes are those of JSON, so that JSON keeps its meaning.
    """
    if isinstance(text, ColoredText):
        return text
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
