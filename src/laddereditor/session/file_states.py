"""Which states of a file saved by others a ladder has taken in, so that no save discards one.

Each state that somebody else wrote gets the next number. Every step of the history knows the newest
one that it includes; saving a step that includes less than the file would discard something.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from laddereditor.storage.files.document import Document

UNKNOWN = -1  # number of a state that was not read from the file while it was open here


@dataclass(frozen=True, slots=True)
class FileStates:
    """The known states of the file of one open ladder."""

    in_file: int = 0  # number of the newest state by somebody else that the file holds
    newest: int = 0
    numbers: Mapping[str, int] = field(default_factory=dict)  # by digest of the file
    last: Mapping[int, Document] = field(default_factory=dict)  # before the next number came

    def opened(self, digest: str | None) -> "FileStates":
        """Return the states after a file was opened."""
        return replace(self, numbers={digest: self.in_file} if digest else {})

    def taken_in(self, digest: str, before: Document | None) -> "FileStates":
        """Return the states after one by somebody else was read; `before` is the last document."""
        number = self.newest + 1
        last = self.last if before is None else {**self.last, self.in_file: before}
        return FileStates(number, number, {**self.numbers, digest: number}, last)

    def saved(self, digest: str, number: int) -> "FileStates":
        """Return the states after a ladder that includes the state `number` was saved."""
        return replace(self, in_file=number, numbers={**self.numbers, digest: number})

    def number_of(self, digest: str | None) -> int:
        """Return the number of a state of the file by its digest, UNKNOWN if it was never read."""
        return self.numbers.get(digest or "", UNKNOWN)
