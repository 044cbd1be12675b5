"""Spaces between words, as a name or a single line has them."""


def single_spaced(text: str) -> str:
    """Returns `text` in one line, its words parted by single spaces.

    Line ends, tabs, no-break spaces and spaces in a row become one space each; the space around
    the text goes.
    """
    return " ".join(text.split())
