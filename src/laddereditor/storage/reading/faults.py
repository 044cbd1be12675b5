"""The faults that prevent a file from being opened, in words for the people who wrote it."""

from dataclasses import dataclass

from laddereditor.model.spacing import single_spaced
from laddereditor.storage.reading.places import Place


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a file."""

    message: str  # "'skills' should be a list"
    where: str = ""  # "families › AI/ML Engineer › P3"; "" for the whole file
    place: Place | None = None
    line_text: str = ""  # the offending line
    can_expand: bool = False  # whether `expanded_copy` gives a copy without this fault
    is_other_data: bool = False  # whether the file can be read, but is no ladder of ours

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class UnreadableLadder(Exception):
    """The file cannot be opened as a ladder; `faults` lists everything that is wrong."""

    def __init__(self, *faults: Fault) -> None:
        self.faults: tuple[Fault, ...] = faults or (Fault("The file cannot be read"),)
        super().__init__(str(self))

    def __str__(self) -> str:
        first = self.faults[0]
        of = f" of {first.place.file}" if first.place and first.place.file else ""
        line = f" (line {first.place.line}{of})" if first.place else ""
        more = len(self.faults) - 1
        rest = f", and {more} more" if more else ""
        return single_spaced(f"{first}{line}{rest}")


class Cancelled(Exception):
    """The person cancelled the operation."""
