"""What the first sheet of an exported workbook says."""

from collections.abc import Iterator

from laddereditor.edits.parts.listing import SINGLE
from laddereditor.edits.parts.part import plain_cell
from laddereditor.edits.places.shown import value_text
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import AUDIENCES, goes_out
from laddereditor.reports.exporter import ExportSource

_HOW = (
    "How to send changes back",
    "Edit cells, write comments on cells, delete or insert rows of statements, and save. "
    "Ladder Editor shows exactly what was edited as changes to review. Cells in grey italics "
    "are inherited from the level or from a parent family; an edit makes them the profile's own.",
)


def about_lines(source: ExportSource) -> Iterator[tuple[str, str]]:
    """Yield the heads and words of the first sheet."""
    ladder = source.ladder
    for spec in field_specs(Ladder).values():
        is_about = spec.shape in SINGLE and not (spec.is_name or spec.required)
        text = value_text(ladder, spec, getattr(ladder, spec.name)) if is_about else ""
        if text and goes_out(source.scope, spec):
            yield spec.title, plain_cell(text)
    if source.today:
        yield "Exported on", source.today.isoformat()
    yield "For", AUDIENCES[source.scope.audience]
    yield _HOW
