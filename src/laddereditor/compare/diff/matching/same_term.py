"""Tell a term of the libraries that was renamed from one that another term replaced.

That all references go from one id to another does not show which of the two happened: it is so in
both cases. So the term itself must be alike: its name, its other names or its text. The bounds are
the program's own, checked on the labelled ladders of `tests/compare/labelled`.
"""

import re
from typing import Literal

from laddereditor.align.similarity import Measure
from laddereditor.align.tokens import bare
from laddereditor.model.base import Entity
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import entity_name, key_of, kind_of

Sameness = Literal["same", "perhaps", "other"]

# Levels, families and profiles are known by what they hold, not only by what they are called.
_TERMS = ("skill", "competency", "factor", "proficiency")
_SAME_NAME = 0.5  # similarity of two names that are one name in other words
_SAME_TEXT = 0.75  # similarity of two descriptions that are one, reworded
_LIKE_TEXT = 0.45  # similarity of two descriptions that may be one


def sameness(old: Entity, new: Entity) -> Sameness:
    """Return whether an entry with another id is the same one, perhaps so, or another one.

    Args:
        old: The entry of the old ladder.
        new: The entry with another id of the new ladder.
    """
    if not _is_term(old) or has_common_name(old, new):
        return "same"
    name_similarity = Measure(()).similarity(_called(old), _called(new))
    one, other = _text(old), _text(new)
    text_similarity = Measure(()).similarity(one, other) if one and other else 0.0
    if name_similarity >= _SAME_NAME or text_similarity >= _SAME_TEXT:
        return "same"
    if text_similarity >= _LIKE_TEXT:
        return "perhaps"
    nothing_said = not (one or other or entity_name(old) or entity_name(new))
    return "perhaps" if nothing_said else "other"


def has_common_name(old: Entity, new: Entity) -> bool:
    """Return whether two terms have a name or another name in common."""
    return _is_term(old) and _is_term(new) and bool(_names(old) & _names(new))


def _is_term(entity: Entity) -> bool:
    kind = kind_of(entity)
    return kind is not None and kind.name in _TERMS


def _called(entity: Entity) -> str:
    return _normalised(entity_name(entity) or key_of(entity))


def _names(entity: Entity) -> set[str]:
    aliases = getattr(entity, "aliases", ())
    return {bare(name) for name in (_called(entity), *map(_normalised, aliases))}


def _normalised(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().casefold()


def _text(entity: Entity) -> str:
    """Return what an entry says about itself apart from its names."""
    texts = []
    for name, spec in field_specs(type(entity)).items():
        value = getattr(entity, name)
        if spec.shape == "text" and not spec.is_name and isinstance(value, str) and value:
            texts.append(value)
        elif spec.shape == "texts" and value:
            texts += value.values()
    return " ".join(texts)
