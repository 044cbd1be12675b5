"""The columns of a sheet that holds the text of a document."""

from dataclasses import dataclass

from laddereditor.exchange.tables.grid import Grid

TITLE = 0  # the column of the title
_BEHIND = 3  # columns behind those of headings: terms, entries, paragraphs


@dataclass(frozen=True, slots=True)
class OutlineColumns:
    """Where the parts of a document are, by the width of its sheet."""

    width: int

    @property
    def headings(self) -> range:
        """The columns of headings, the highest first; the title is before them."""
        return range(1, self.width - _BEHIND)

    @property
    def named(self) -> range:
        """The columns whose texts name what others are about."""
        return range(self.width - _BEHIND + 1)

    @property
    def terms(self) -> int:
        """The column of terms before entries."""
        return self.width - 3

    @property
    def entries(self) -> int:
        """The column of entries of lists."""
        return self.width - 2

    @property
    def paragraphs(self) -> int:
        """The column of paragraphs; quotations in it are indented."""
        return self.width - 1

    @classmethod
    def of(cls, grid: Grid) -> "OutlineColumns":
        """Return the columns of a sheet."""
        return cls(grid.width)

    @classmethod
    def for_depth(cls, depth: int) -> "OutlineColumns":
        """Return the columns of a document whose headings have so many depths."""
        return cls(1 + depth + _BEHIND)
