"""Exports in memory, and what comes back of them."""

from datetime import date

from laddereditor.edits.parts.listing import carried_fields
from laddereditor.model.address import walk
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import ExportScope, unheard
from laddereditor.reports.exporters import exporter_named

HR = ExportScope("hr")


def exported(ladder: Ladder, name: str, scope: ExportScope = HR) -> bytes:
    """Return the one file of an export."""
    source = export_source(ladder, scope, date(2026, 11, 27))
    (only,) = exporter_named(name).write(source, unheard)
    return only.data


def carried(ladder: Ladder, without: tuple[str, ...] = ()) -> dict[str, dict[str, object]]:
    """Return the fields of all entities that tables carry, by address and name."""
    found: dict[str, dict[str, object]] = {}
    for address, entity in walk(ladder):
        if address:
            found[str(address)] = {
                str(spec.name): getattr(entity, spec.name)
                for spec in carried_fields(type(entity))
                if spec.readers != "editors" and spec.name not in without
            }
    return found
