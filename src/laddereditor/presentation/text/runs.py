"""Runs of text, each with one role; `gui.text.layout` has the formats of the roles."""

from dataclasses import dataclass
from typing import Literal

TextRole = Literal[
    "plain",  # the colour of the pen
    "text",
    "muted",
    "inherited",
    "came",
    "went",
    "example",
    "strong",
    "small",
    "added",  # as "came" and "went", with a ground of their own
    "removed",
    "left",  # as "removed" and "came", in neutral colours; removed words are on a ground
    "joined",
    "nothing",
    "gap",
    "refused",  # what was typed and cannot be taken
]


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text with one role."""

    text: str
    look: TextRole = "text"
