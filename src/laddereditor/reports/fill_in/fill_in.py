"""The definition of a file to fill in."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FillIn:
    """A kind of file to fill in; its samples show where what goes, and are replaced."""

    name: str  # on the command line: "levels-across"
    title: str  # in dialogs: "Excel: levels side by side"
    use: str  # when to take it, in a sentence
    suffix: str  # of its file: ".xlsx"
    write: Callable[[], bytes]

    @property
    def file_name(self) -> str:
        """A proposal for the name of the file."""
        return f"{self.name}{self.suffix}"
