"""The definition of a word mark: a run of text that stayed, was removed or was added."""

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text; the `same` and `gone` runs joined give exactly the old text."""

    kind: MarkKind
    text: str
