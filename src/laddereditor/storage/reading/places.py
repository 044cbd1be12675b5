"""A place in a file, as text editors count lines and columns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int
    file: str = ""  # for a ladder in a folder: the path of the file inside it, with "/"

    def __str__(self) -> str:
        of = f" of {self.file}" if self.file else ""
        return f"line {self.line}, column {self.column}{of}"
