"""Texts over several lines: folded and literal blocks, and wrapping."""

import re

from laddereditor.storage.text.words import has_special

_BREAK = re.compile(r"(?<=\S) (?=\S)")  # where folding gives the same text back
_SENTENCE_END = re.compile(r"(?<=[.!?:;]) (?=\S)")


def wrap(text: str, width: int, sentences: bool = False) -> list[str]:
    """Split a text at single spaces into lines.

    Args:
        text: The text to split.
        width: The largest length of a line, in characters.
        sentences: Start a new line after each sentence instead.

    Returns:
        The lines; joining them with single spaces gives the text again.
    """
    if sentences:
        return _SENTENCE_END.split(text)
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def literal_lines(text: str, indented: bool = False) -> list[str] | None:
    """Return the lines of a literal block (`|`).

    Args:
        text: The text of the block.
        indented: Whether the header states the indentation, so that the text may start with spaces.

    Returns:
        The lines without indentation, or None if a literal block cannot hold the text.
    """
    lines = text.split("\n")
    if not lines[0] or not lines[-1] or (lines[0][0] == " " and not indented):
        return None
    if any(has_special(line) or (line and not line.strip(" ")) for line in lines):
        return None
    return lines


def folded_lines(text: str, width: int, sentences: bool = False) -> list[str] | None:
    """Return the lines of a folded block (`>`), or None if it cannot hold the text.

    Args:
        text: The text; a line end in it is written as a blank line.
        width: The longest line in characters, without the indentation.
        sentences: Whether each sentence begins on a line of its own.

    Returns:
        The lines without indentation, or None if a folded block cannot hold the text.
    """
    paragraphs = text.split("\n")
    if not paragraphs[0] or not paragraphs[-1]:
        return None
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if has_special(paragraph) or paragraph[:1] == " " or paragraph[-1:] == " ":
            return None
        if number:
            lines.append("")
        if paragraph:
            lines += wrap(paragraph, width, sentences)
    return lines


def block_lines(text: str, style: str, width: int, sentences: bool = False) -> list[str] | None:
    """Return the lines of a block scalar.

    Args:
        text: The text of the block.
        style: `|` for a literal block, `>` for a folded one.
        width: The largest length of a folded line, in characters.
        sentences: Whether each sentence of a folded text has its own line.

    Returns:
        The lines without indentation, or None if the style cannot hold the text.
    """
    return literal_lines(text) if style == "|" else folded_lines(text, width, sentences)
