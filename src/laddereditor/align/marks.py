"""What a word mark is: a run of text that stayed, went or came."""

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text; the `same` and `gone` runs in order give the old text, to the letter."""

    kind: MarkKind
    text: str
