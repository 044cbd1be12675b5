"""The statements in the text of a cell."""

import re

from laddereditor.edits.cell_texts import read_statements
from laddereditor.edits.lines import split_lines
from laddereditor.model.statement import Statement

_ENDS = (".", ";", ":", "!", "?", "。")


def statements_of(text: str) -> tuple[Statement, ...]:
    """Return the statements of a cell: one for each line, without bullets.

    A line without a bullet that begins with a small letter continues the one before.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if lines and _continues(bare, lines[-1]):
            lines[-1] = f"{lines[-1].rstrip()} {bare}"
        elif bare:
            lines.append(line)
    return tuple(one for line in lines for one in read_statements(" ".join(split_lines(line))))


def step_statements(text: str) -> tuple[Statement, ...]:
    """Return what a cell says of a skill at a step: its bullets, or its text as it is."""
    lines = [line for line in text.split("\n") if line.strip()]
    are_bullets = len(lines) > 1 and all(split_lines(line) != (line,) for line in lines)
    return statements_of(text) if are_bullets else (text,)


def _continues(line: str, before: str) -> bool:
    has_bullet = split_lines(line) != (line,)
    return (
        bool(line) and line[0].islower() and not has_bullet and not before.rstrip().endswith(_ENDS)
    )


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of a list in a cell: on lines of their own, or between signs."""
    lines = split_lines(text)
    if len(lines) > 1:
        return lines
    parts = re.split(r"\s*[;|•·]\s*", lines[0]) if lines else []
    if len(parts) == 1 and lines and all(len(p) <= 40 for p in lines[0].split(",")):
        parts = [part.strip() for part in lines[0].split(",")]
    return tuple(part for part in parts if part)
