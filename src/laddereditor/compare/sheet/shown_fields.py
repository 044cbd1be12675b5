"""Which fields a comparison shows, in reading order."""

from collections.abc import Collection

from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.level import Level

_IN_THE_HEADS = ("id", "level")  # what a column is, is said above it
_FOR_EDITORS = ("notes",)  # never leaves the editor, as a comparison may


def shown_fields(classes: Collection[type[Entity]]) -> list[FieldSpec]:
    """Return the fields of profiles, of levels, or of both together.

    Where both have a field, the profile's words for it are used; what only levels have stands
    after the field before it there, or before the first that both have.
    """
    if Profile not in classes:
        return _shown(Level)
    found = _shown(Profile)
    if Level in classes:
        names = [spec.name for spec in found]
        place = next(n for n, name in enumerate(names) if name in Level.model_fields)
        for spec in _shown(Level):
            if spec.name not in names:
                names.insert(place, spec.name)
                found.insert(place, spec)
            place = names.index(spec.name) + 1
    return found


def _shown(entity: type[Entity]) -> list[FieldSpec]:
    hidden = {*_IN_THE_HEADS, *_FOR_EDITORS}
    return [spec for name, spec in field_specs(entity).items() if name not in hidden]
