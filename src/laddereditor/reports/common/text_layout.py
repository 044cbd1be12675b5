"""Lays styled text out in lines and columns for a terminal."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import Literal

from laddereditor.align.marks import Mark
from laddereditor.model.terminal import harmless

Style = Literal["", "bold", "muted", "new", "gone", "changed"]
_CODES: dict[Style, str] = {
    "bold": "1",
    "muted": "2",
    "new": "32",
    "gone": "31;9",
    "changed": "33",
}
_PIECE = re.compile(r"\n|[^\S\n]+|\S+")
# What moves the cursor, hides text or turns its direction has no business in a report.
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a report in plain text is laid out for."""

    width: int = 100
    colour: bool = False


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A run of text in one style."""

    text: str
    style: Style = ""


Line = list[StyledRun]


def marked_run(mark: Mark, *, apart: bool = False) -> StyledRun:
    """Return a mark as `[-removed words-]` or `{+added words+}`, its spaces outside.

    With `apart`, a space follows removed words.
    """
    bare = mark.text.strip()
    if mark.kind == "same" or not bare:
        return StyledRun(mark.text if mark.kind != "gone" else " ")
    before, after = mark.text.split(bare, 1)
    if mark.kind == "gone":
        return StyledRun(f"{before}[-{bare}-]{after}{' ' if apart else ''}", "gone")
    return StyledRun(f"{before}{{+{bare}+}}{after}", "new")


def wrap(runs: Iterable[StyledRun], width: int) -> list[Line]:
    """Return the runs as lines of at most `width` places; words are cut only if they must be."""
    lines: list[Line] = [[]]
    used, gap = 0, False
    for unit in _units(runs):
        if unit[0].text == "\n":
            lines.append([])
            used, gap = 0, False
            continue
        if unit[0].text.isspace():
            gap = used > 0
            continue
        size = sum(text_width(run.text) for run in unit)
        if used and used + gap + size > width:
            lines.append([])
            used, gap = 0, False
        if gap:
            shared = lines[-1][-1].style == unit[0].style
            lines[-1].append(StyledRun(" ", unit[0].style if shared else ""))
            used, gap = used + 1, False
        used = _place(unit, lines, used, width)
    return lines


def _units(runs: Iterable[StyledRun]) -> list[Line]:
    """Return words, spaces and line ends; a word may be of several styles."""
    units: list[Line] = []
    joins = False
    for run in runs:
        for piece in _PIECE.findall(_UNSAFE.sub(" ", run.text)):
            is_word = not piece.isspace()
            if is_word and joins:
                units[-1].append(StyledRun(piece, run.style))
            else:
                units.append([StyledRun(piece, run.style)])
            joins = is_word
    return units


def _place(unit: Line, lines: list[Line], used: int, width: int) -> int:
    """Append a word to the last line, cutting it where it is longer than a line."""
    for run in unit:
        text = run.text
        while used + text_width(text) > width:
            head = _fitting(text, width - used) or ("" if used else text[:1])
            if head:
                lines[-1].append(StyledRun(head, run.style))
            text = text[len(head) :]
            lines.append([])
            used = 0
        if text:
            lines[-1].append(StyledRun(text, run.style))
        used += text_width(text)
    return used


def _fitting(text: str, width: int) -> str:
    size = 0
    for place, letter in enumerate(text):
        size += _letter_width(letter)
        if size > width:
            return text[:place]
    return text


def text_width(text: str) -> int:
    """Return how many places a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_letter_width, text))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def side_by_side(
    cells: Sequence[Sequence[Line]], widths: Sequence[int], between: str
) -> list[Line]:
    """Return wrapped cells next to each other, each padded to its width.

    Args:
        cells: The lines of each cell.
        widths: The width of each cell in characters.
        between: The text between two cells.
    """
    lines = []
    for parts in zip_longest(*cells, fillvalue=()):
        line: Line = []
        for place, (part, width) in enumerate(zip(parts, widths, strict=True)):
            line += [StyledRun(between, "muted")] if place else []
            line += part
            line.append(StyledRun(" " * (width - sum(text_width(run.text) for run in part))))
        lines.append(line)
    return lines


def painted(line: Iterable[StyledRun], *, colour: bool) -> str:
    """Return a line as text, with the terminal's colour codes or without any."""
    parts = []
    for style, runs in groupby(line, key=lambda run: run.style):
        text = harmless("".join(run.text for run in runs))
        parts.append(f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and style else text)
    return "".join(parts).rstrip()
