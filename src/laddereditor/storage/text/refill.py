"""Break text over several lines again, with as many of the old lines kept as possible."""

import re
from collections.abc import Sequence

from laddereditor.storage.text.align import align
from laddereditor.storage.text.blocks import wrap

_SENTENCE_END = (".", "!", "?", ":", ";")
_SLACK = 24  # how much longer than its neighbours a changed line may become


def fold(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of folded lines; a blank line is a line break."""
    paragraphs: list[str] = []
    fresh = True
    for line in lines:
        if not line:
            if fresh:
                paragraphs.append("")
            fresh = True
        elif fresh:
            paragraphs.append(line)
            fresh = False
        else:
            paragraphs[-1] += " " + line
    return paragraphs


def refill(old_lines: Sequence[str], paragraphs: Sequence[str], width: int) -> list[str]:
    """Return the lines of paragraphs, changed as little as possible from the old lines.

    Args:
        old_lines: The lines that the block has, without indentation.
        paragraphs: The paragraphs that it is to hold.
        width: The longest line in characters, without the indentation.
    """
    groups = _groups(old_lines)
    old = fold(old_lines)
    found = align(old, list(paragraphs))
    sentences = is_by_sentence(old_lines)
    lines: list[str] = []
    for number, (paragraph, was) in enumerate(zip(paragraphs, found, strict=True)):
        if number:
            lines.append("")
        if was is None:
            lines += wrap(paragraph, width, sentences) if paragraph else []
        else:
            lines += _refill_one(groups[was], paragraph, width, sentences)
    return lines


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of each paragraph, as `fold` counts them."""
    groups: list[list[str]] = []
    fresh = True
    for line in lines:
        if not line:
            if fresh:
                groups.append([])
            fresh = True
        elif fresh:
            groups.append([line])
            fresh = False
        else:
            groups[-1].append(line)
    return groups


def is_by_sentence(lines: Sequence[str]) -> bool:
    """Whether each line of a text is one sentence."""
    full = [line for line in lines if line]
    return len(full) > 1 and all(line.endswith(_SENTENCE_END) for line in full)


def _refill_one(old: list[str], text: str, width: int, sentences: bool) -> list[str]:
    if not text:
        return []
    top, bottom = 0, len(old)
    rest = text
    while top < bottom and (rest == old[top] or rest.startswith(old[top] + " ")):
        if rest == old[top]:
            return old[: top + 1]
        rest = rest[len(old[top]) + 1 :]
        top += 1
    while bottom > top and rest.endswith(" " + old[bottom - 1]):
        rest = rest[: -len(old[bottom - 1]) - 1]
        bottom -= 1
    if re.search(r"^ | $", rest):
        return wrap(text, width, sentences)
    if bottom - top == 1 and not sentences and len(rest) <= max(width, len(old[top])) + _SLACK:
        middle = [rest]
    else:
        middle = wrap(rest, width, sentences)
    return [*old[:top], *middle, *old[bottom:]]
