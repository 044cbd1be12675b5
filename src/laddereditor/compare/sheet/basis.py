"""The inputs of a field's rows: while they stay the same, so do the rows."""

from collections.abc import Sequence

from laddereditor.compare.sheet.sources import ColumnSource
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inputs import inherited_inputs, referred_inputs

RowInputs = tuple[object, ...]


def basis_of(sources: Sequence[ColumnSource], spec: FieldSpec, *more: object) -> RowInputs:
    """Return the inputs of a field's rows: while these are the same objects, the rows are too.

    Args:
        sources: The columns.
        spec: The field.
        *more: The inputs that the sheet itself adds.
    """
    first = {id(source.vocabulary): n for n, source in reversed(list(enumerate(sources)))}
    found: list[object] = [spec, *more]
    for source in sources:
        found += (source.address, source.level_id, first[id(source.vocabulary)])
        found += _basis_of_column(source, spec)
    return tuple(found)


def _basis_of_column(source: ColumnSource, spec: FieldSpec) -> list[object]:
    found: list[object] = [getattr(source.entity, spec.name, None)]
    found += inherited_inputs(spec, source.resolved_profile)
    if spec.refers_to:
        found += referred_inputs(spec, source.vocabulary.ladder, source.family)
    return found
