"""Collect the faults of a file with their places while it is read."""

from array import array
from functools import cached_property
from typing import Any

from laddereditor.model.base import Entity
from laddereditor.model.lookup import ValuePath
from laddereditor.model.raw import Raw
from laddereditor.storage.reading.explain import enclosing_names, problems, wording
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.places import Place
from laddereditor.storage.reading.syntax import line_at
from laddereditor.storage.text.events import Duplicate
from laddereditor.storage.text.gaps import LINE_BREAK
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.refusals import Refused
from laddereditor.storage.text.shapes import record_shape

MAX_FAULTS = 1000


class FaultReport:
    """The faults of one text, in the order in which they were found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.twins: list[Fault] = []  # the faults of names that occur twice

    def add(self, base: ValuePath, path: ValuePath, problem: str, index: Index, raw: Raw) -> None:
        """Add a fault at a path inside a value.

        Args:
            base: The path of the value in the ladder.
            path: The path inside the value.
            problem: What is wrong, without the place.
            index: The places in the text of the value.
            raw: The plain value, from which the names around the place are taken.
        """
        node, _ = index.find(path)
        self.add_at(base, path, problem, place_in(index, node), raw)

    def add_at(
        self, base: ValuePath, path: ValuePath, problem: str, place: Place, raw: Raw
    ) -> None:
        """Add a fault whose place is known.

        Args:
            base: The path of the value in the ladder.
            path: The path inside the value.
            problem: What is wrong, without the place.
            place: The line and column in the text.
            raw: The plain value, from which the names around the place are taken.
        """
        if len(self.faults) >= MAX_FAULTS:
            return
        full = (*base, *path)
        self.faults.append(
            Fault(
                wording(full, problem),
                enclosing_names(full, _wrapped(base, raw)),
                place,
                self._line(place.line - 1),
            )
        )

    def explain(self, base: ValuePath, raw: Raw, entity: type[Entity], index: Index) -> None:
        """Add a fault for everything that prevents plain values from being an entity.

        Args:
            base: The path of the value in the ladder.
            raw: The plain value.
            entity: The class of the entity that it should be.
            index: The places in the text of the value.
        """
        found = list(problems(raw, record_shape(entity)))
        for path, problem in found or [((), "cannot be understood")]:
            self.add(base, path, problem, index, raw)

    def add_duplicate(self, base: ValuePath, duplicate: Duplicate, raw: Raw) -> None:
        """Add the fault of a key that occurs twice.

        Args:
            base: The path of the value in the ladder.
            duplicate: The key, with the places of its two entries.
            raw: The plain value, from which the names around the place are taken.
        """
        path = duplicate.places.path_of(duplicate.node)
        first, _ = duplicate.places.find(path)
        line = place_in(duplicate.places, first).line
        place = place_in(duplicate.places, duplicate.node)
        self.add_repeated_name(base, path, line, place, raw)

    def add_repeated_name(
        self, base: ValuePath, path: ValuePath, first: int, place: Place, raw: Raw
    ) -> None:
        """Add the fault of a name that occurs twice.

        Args:
            base: The path of the value in the ladder.
            path: The path of the second occurrence inside the value.
            first: The line of the first occurrence, from 1.
            place: The place of the second.
            raw: The plain value.
        """
        if len(self.faults) < MAX_FAULTS:
            self.add_at(base, path, f"is here twice; the first is in line {first}", place, raw)
            self.twins.append(self.faults[-1])

    def _line(self, number: int) -> str:
        starts = self._line_starts
        return (
            line_at(self.text[starts[number] : starts[number] + 600], 0)
            if number < len(starts)
            else ""
        )

    @cached_property
    def _line_starts(self) -> "array[int]":
        return array("Q", [0, *(found.end() for found in LINE_BREAK.finditer(self.text))])

    def in_order(self) -> list[Fault]:
        """Return the faults from the top of the file to its end."""
        return sorted(self.faults, key=lambda fault: fault.place.line if fault.place else 0)

    def refusal(self, refused: Refused) -> Fault:
        """Return the fault of YAML that a ladder cannot hold."""
        mark = refused.mark
        place = Place(mark.line + 1, mark.column + 1)
        line = self._line(mark.line)
        return Fault(refused.message, place=place, line_text=line, can_expand=refused.can_expand)


def place_in(index: Index, node: int) -> Place:
    """Return the place of a node of a text that was read as one piece."""
    return Place(index.lines[node] + 1, index.columns[node] + 1)


def _wrapped(base: ValuePath, raw: Raw) -> Any:
    for step in reversed(base):
        raw = {step: raw}
    return raw
