"""The fields that a sheet shows, in reading order."""

from collections.abc import Collection

from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.level import Level


def matrix_fields(entity: type[Entity]) -> list[FieldSpec]:
    """Return the fields of profiles or of levels that a matrix of them shows.

    What levels are grouped by, the track, is in the head of a column.
    """
    return [spec for spec in _shown(entity) if not spec.names_group and spec.form.shown]


def shown_fields(classes: Collection[type[Entity]]) -> list[FieldSpec]:
    """Return the fields of profiles, of levels, or of both together, that a comparison shows.

    For common fields the profile's words are used. A field that only levels have follows its
    predecessor there, or precedes the first common field.
    """
    if Profile not in classes:
        return _compared(Level)
    found = _compared(Profile)
    if Level in classes:
        names = [spec.name for spec in found]
        place = next(n for n, name in enumerate(names) if name in Level.model_fields)
        for spec in _compared(Level):
            if spec.name not in names:
                names.insert(place, spec.name)
                found.insert(place, spec)
            place = names.index(spec.name) + 1
    return found


def _compared(entity: type[Entity]) -> list[FieldSpec]:
    """Return the fields that comparisons and exports may show."""
    return [one for one in _shown(entity) if one.readers != "editors"]


def _shown(entity: type[Entity]) -> list[FieldSpec]:
    """Return the fields of a class except its key, which the head of a column shows."""
    key = next(kind.key for kind in KINDS.values() if kind.entity is entity)
    return [spec for name, spec in field_specs(entity).items() if name != key]
