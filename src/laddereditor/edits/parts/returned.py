"""Texts that come back from an exported table, each with what was exported there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from laddereditor.edits.parts.marks import NO_MARK, CellMark
from laddereditor.edits.parts.part import list_path, mark_of
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.fields import FieldSpec, field_specs

NEW = "+"  # the last step of the path of an item that was added in the table


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    """A text with its place; an empty one was emptied or deleted in the table."""

    address: Address
    path: FieldPath
    text: str
    exported: CellMark = NO_MARK  # what was there
    where: str = ""  # in the table, for people: “Baker!D7”

    @property
    def is_edited(self) -> bool:
        """Whether somebody changed the text after the export."""
        return mark_of(self.text) != self.exported.mark if self.text else bool(self.exported.mark)

    @property
    def spec(self) -> FieldSpec | None:
        """The field, None if the kind of entity has no such one."""
        return field_specs(self.address.entity_class).get(self.path.name)

    @property
    def list_path(self) -> FieldPath:
        """The path of the list that it is an item of, else of itself."""
        if self.path.last == NEW:
            return FieldPath(self.path.above)
        return list_path(self.spec, self.path) if self.spec else self.path


@dataclass(frozen=True, slots=True)
class ReturnedComment:
    """What somebody remarked on a cell."""

    address: Address
    path: FieldPath
    text: str
    author: str = ""
    day: str = ""  # "2026-11-27", "" if it is not known
    where: str = ""


@dataclass(frozen=True, slots=True)
class RemovedEntry:
    """An entry whose row or column is no longer in the table."""

    address: Address
    line: Literal["row", "column"]
    sheet: str  # its name
    marks: tuple[tuple[FieldPath, CellMark], ...] = ()  # what was exported of it


@dataclass(frozen=True)
class ReturnedTable:
    """All that comes back in one file."""

    about: dict[str, str] = field(default_factory=dict)  # as in `workbook_marks.HEADS`
    cells: tuple[ReturnedCell, ...] = ()
    comments: tuple[ReturnedComment, ...] = ()
    notes: tuple[str, ...] = ()  # sentences for people: what was not understood
    entities: tuple[Address, ...] = ()  # all that it is about, with those that say nothing
    removed: tuple[RemovedEntry, ...] = ()


def by_place(
    cells: Iterable[ReturnedCell],
) -> Iterator[tuple[Address, FieldPath, Sequence[ReturnedCell]]]:
    """Yield the cells of each value and each list, in the order of the table."""
    groups: dict[tuple[Address, FieldPath], list[ReturnedCell]] = {}
    for cell in cells:
        groups.setdefault((cell.address, cell.list_path), []).append(cell)
    for (address, path), found in groups.items():
        yield address, path, found
