"""Runs of text, each in one look; what a look is drawn with is in `gui.text.layout`."""

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
    "nothing",
    "gap",
    "refused",  # what was typed and cannot be taken
]


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text in one look."""

    text: str
    look: TextRole = "text"
