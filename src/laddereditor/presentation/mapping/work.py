"""An import under way: the workbook as it is mapped now, its ladder, and what can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.exchange.tables import Pin
from laddereditor.model.counting import plural
from laddereditor.presentation.mapping.decisions import step_words
from laddereditor.presentation.mapping.outline import OutlineNode, outline
from laddereditor.session.mapped_workbook import MappedWorkbook

_Pins = tuple[Pin, ...]


@dataclass(frozen=True)
class MappingWork:
    """A mapped workbook with its history.

    Attributes:
        now: The workbook as it is mapped now.
        nodes: The ladder that comes of it, as a tree.
        past: The pins before each step, the last one last.
        coming: The pins that redo brings back, the next one last.
        is_as_last_time: Whether pins of the last time were used.
    """

    now: MappedWorkbook
    nodes: tuple[OutlineNode, ...]
    past: tuple[_Pins, ...] = ()
    coming: tuple[_Pins, ...] = ()
    is_as_last_time: bool = False

    @classmethod
    def begun(cls, found: MappedWorkbook) -> "MappingWork":
        """Return an import at its beginning; pins that are there already are from the last time."""
        return cls(found, outline(found), is_as_last_time=bool(found.pins))

    @property
    def source(self) -> str:
        """The name of the file, or of the files."""
        return self.now.workbook.source

    @property
    def undo_words(self) -> str:
        """What undo takes back, "" for nothing."""
        return step_words(self.past[-1], self.now.pins) if self.past else ""

    @property
    def redo_words(self) -> str:
        """What redo brings back, "" for nothing."""
        return step_words(self.now.pins, self.coming[-1]) if self.coming else ""

    def decided(self, now: MappedWorkbook) -> "MappingWork":
        """Return the import after a decision."""
        past = (*self.past, self.now.pins)
        return replace(self, now=now, nodes=outline(now), past=past, coming=())

    def undone(self, now: MappedWorkbook) -> "MappingWork":
        """Return the import after an undo; `now` is mapped with the pins of `past[-1]`."""
        coming = (*self.coming, self.now.pins)
        return replace(self, now=now, nodes=outline(now), past=self.past[:-1], coming=coming)

    def redone(self, now: MappedWorkbook) -> "MappingWork":
        """Return the import after a redo; `now` is mapped with the pins of `coming[-1]`."""
        past = (*self.past, self.now.pins)
        return replace(self, now=now, nodes=outline(now), past=past, coming=self.coming[:-1])

    def begun_again(self, now: MappedWorkbook) -> "MappingWork":
        """Return the import without what was decided the last time."""
        return replace(self.decided(now), is_as_last_time=False)


def sheet_number(work: MappedWorkbook, name: str) -> int:
    """Return the number of a sheet, 0 if there is none of this name."""
    names = [grid.sheet for grid in work.mapping.grids]
    return names.index(name) if name in names else 0


def first_sheet(work: MappedWorkbook) -> int:
    """Return the number of the first sheet that is taken, 0 if none is."""
    taken = (at for at, grid in enumerate(work.mapping.grids) if grid.taken)
    return next(taken, 0)


def source_names(names: Sequence[str]) -> str:
    """Return what people call some files: the name of one, or how many they are."""
    return names[0] if len(names) == 1 else plural(len(names), "file")
