"""Describe where a conflict is, even if its entry is not in the result."""

from collections.abc import Sequence

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.merge.merging import Merged
from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.kinds import kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import SEPARATOR, place_words


def conflict_words(merged: Merged, conflict: Conflict) -> str:
    """Return the place of a conflict of a merge: "Bakery › P3 › Summary"."""
    return place_of((merged.ladder, *merged.sides), conflict)


def place_of(ladders: Sequence[Ladder], conflict: Conflict) -> str:
    """Return the place of a conflict by the first ladder that has it."""
    for ladder in ladders:
        if not conflict.address or conflict.address.has_entry(ladder):
            return place_words(ladder, conflict.address, conflict.field)
    for ladder in ladders:
        if conflict.address.entity_list.has_entry(ladder):
            return SEPARATOR.join(
                (place_words(ladder, conflict.address.entity_list), _own(conflict))
            )
    return _own(conflict)


def _own(conflict: Conflict) -> str:
    """Return the name of an entry that no ladder has at this place."""
    for form in (conflict.ours, conflict.theirs, conflict.base):
        kind = kind_of(form) if isinstance(form, Entity) else None
        if kind is not None and isinstance(form, Entity):
            label = form.level if isinstance(form, Profile) else label_of(form)
            in_family = bool(conflict.address.family)
            return label if in_family else SEPARATOR.join((kind.plural, label))
    return conflict.address.key
