"""Collects what is wrong with a file while it is read, as faults with their places."""

from typing import Any

from laddereditor.model.base import Entity
from laddereditor.storage.events import Duplicate, Raw, Refused
from laddereditor.storage.explain import Path, problems, whereabouts, wording
from laddereditor.storage.faults import Fault
from laddereditor.storage.index import Index
from laddereditor.storage.places import Place
from laddereditor.storage.shapes import record_shape
from laddereditor.storage.syntax import line_at

MAX_FAULTS = 1000


class Report:
    """The faults of one text, in the order in which they were found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []

    def add(self, base: Path, path: Path, problem: str, index: Index, raw: Raw) -> None:
        """Add a fault at `path` inside `raw`, which stands at `base` in the ladder."""
        if len(self.faults) >= MAX_FAULTS:
            return
        node, _ = index.find(path)
        self.add_at(base, path, problem, place_in(index, node), raw)

    def add_at(self, base: Path, path: Path, problem: str, place: Place, raw: Raw) -> None:
        """Add a fault whose place is known."""
        full = (*base, *path)
        self.faults.append(
            Fault(
                wording(full, problem),
                whereabouts(full, _wrapped(base, raw)),
                place,
                line_at(self.text, place.line - 1),
            )
        )

    def explain(self, base: Path, raw: Raw, entity: type[Entity], index: Index) -> None:
        """Add everything that keeps plain values from being an entity."""
        found = list(problems(raw, record_shape(entity)))
        for path, problem in found or [((), "cannot be understood")]:
            self.add(base, path, problem, index, raw)

    def add_duplicate(self, base: Path, twin: Duplicate, raw: Raw) -> None:
        """Add the fault of a key that stands twice."""
        path = twin.places.path_of(twin.node)
        first, _ = twin.places.find(path)
        line = place_in(twin.places, first).line
        place = place_in(twin.places, twin.node)
        self.add_at(base, path, f"is here twice; the first is in line {line}", place, raw)

    def in_order(self) -> list[Fault]:
        """Return the faults from the top of the file to its end."""
        return sorted(self.faults, key=lambda fault: fault.place.line if fault.place else 0)

    def refusal(self, refused: Refused) -> Fault:
        """Return the fault of something that no ladder holds."""
        mark = refused.mark
        line = line_at(self.text, mark.line)
        return Fault(refused.message, place=Place(mark.line + 1, mark.column + 1), line_text=line)


def place_in(index: Index, node: int) -> Place:
    """Return the place of a node of a text that was read as a whole."""
    return Place(index.lines[node] + 1, index.columns[node] + 1)


def _wrapped(base: Path, raw: Raw) -> Any:
    for step in reversed(base):
        raw = {step: raw}
    return raw
