"""Texts of a file on a terminal: signs that steer it are written out instead of sent."""

import re

# Control characters but line end and tab (escape codes begin with one), what turns the direction
# of the text around it, and line ends that only some programs know.
_STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


class Painted(str):
    """A text with the program's own colour codes, in which what a file says is harmless already."""

    __slots__ = ()


def harmless(text: str) -> str:
    r"""Return a text that a terminal shows and does not obey: `\u001b` for an escape sign.

    The escapes are those of JSON, so that JSON stays what it means.
    """
    if isinstance(text, Painted):
        return text
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
