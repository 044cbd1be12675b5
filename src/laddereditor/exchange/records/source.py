"""YAML and JSON as a source whose mapping a person can correct."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.mappable import MappedSource
from laddereditor.exchange.records.mapped import mapped_records
from laddereditor.exchange.records.reading import ReadRecords
from laddereditor.exchange.tables import Pin, Workbook


@dataclass(frozen=True)
class RecordsSource:
    """Files of YAML or JSON that were read."""

    read: ReadRecords

    def mapped(self, pins: Sequence[Pin], conventions: Conventions = USUAL) -> MappedSource:
        """Return the records with their mapping and the ladder of them."""
        found = mapped_records(self.read, pins)
        notes = self.read.notes
        workbook = Workbook(self.read.source, (self.read.layout.grid,), notes)
        return MappedSource(workbook, found.mapping, found.applied)
