"""The fields that a sheet shows, in reading order."""

from collections.abc import Collection

from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.level import Level

_IN_THE_HEADS = ("id", "level")  # what a column is, is said above it
_IN_THE_HEADS_OF_A_FAMILY = ("id", "level", "track")


def matrix_fields(entity: type[Entity]) -> list[FieldSpec]:
    """Return the fields of profiles or of levels that a matrix of them shows."""
    return _shown(entity, _IN_THE_HEADS_OF_A_FAMILY)


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
    return [one for one in _shown(entity, _IN_THE_HEADS) if one.readers != "editors"]


def _shown(entity: type[Entity], hidden: Collection[str]) -> list[FieldSpec]:
    return [spec for name, spec in field_specs(entity).items() if name not in hidden]
