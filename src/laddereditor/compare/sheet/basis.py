"""The inputs of a field's rows: while they stay the same, so do the rows."""

from collections.abc import Sequence

from laddereditor.compare.sheet.sources import ColumnSource
from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder

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
    resolved_profile = source.resolved_profile
    found: list[object] = [getattr(source.entity, spec.name, None)]
    if spec.inherits == "pattern":
        found += (
            resolved_profile.level if resolved_profile else None,
            *_besides_profiles(source.family),
        )
    elif spec.inherits != "own":
        found.append(
            getattr(resolved_profile.base(spec) if resolved_profile else None, spec.name, None)
        )
    if spec.refers_to:
        ladder: Ladder = source.vocabulary.ladder
        kinds = (spec.refers_to, *(["proficiency"] if spec.shape == "skills" else []))
        found += (getattr(ladder, KINDS[kind].collection) for kind in kinds)
        found.append(source.family.competencies if source.family else None)
    return found


def _besides_profiles(family: Family | None) -> list[object]:
    return [value for name, value in family or () if name != "profiles"]
