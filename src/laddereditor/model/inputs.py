"""What the value that a field shows is made of: while these objects stay the same, so does it."""

from operator import is_

from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import Holders, base_of, may_inherit
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import families_above
from laddereditor.model.resolve import ResolvedProfile

Inputs = tuple[object, ...]


def inherited_inputs(spec: FieldSpec, whole: ResolvedProfile | None) -> Inputs:
    """Return what a field of a profile inherits, with the names of where it is from.

    Args:
        spec: The field.
        whole: The profile; None for any other entity, which inherits nothing.
    """
    if whole is None or (spec.inherits == "own" and not may_inherit(spec, whole.parents)):
        return ()
    above = _from_parents(spec, whole)
    if spec.inherits == "pattern":
        return (*above, whole.level, *_besides_profiles(whole.family))
    base = base_of(spec, Holders(whole.family, whole.level))
    names = (getattr(base, "name", ""), getattr(base, "id", ""))  # what says where it is from
    return (*above, getattr(base, spec.name, None), *names)


def _from_parents(spec: FieldSpec, whole: ResolvedProfile) -> Inputs:
    """Return what a field of a sub-family's profile inherits, and whether it replaces that."""
    if not whole.parents:
        return ()
    found: list[object] = [spec.name in whole.profile.replaces]
    for family, profile in whole.parents:
        found += [getattr(profile, spec.name), spec.name in profile.replaces, family.name]
    return tuple(found)


def referred_inputs(spec: FieldSpec, ladder: Ladder, family: Family | None) -> Inputs:
    """Return the lists of entities that a field refers to.

    Args:
        spec: The field.
        ladder: The ladder.
        family: The family of the field's entity, None for none.
    """
    if not spec.refers_to:
        return ()
    kinds = (spec.refers_to, *(["proficiency"] if spec.shape == "skills" else []))
    listed = (getattr(ladder, KINDS[kind].collection, None) for kind in kinds)
    families = (family, *families_above(ladder, family)) if family else ()
    return (*listed, *(one.competencies for one in families))


def _besides_profiles(family: Family) -> Inputs:
    return tuple([value for name, value in family if name != "profiles"])


def are_same(one: Inputs, other: Inputs) -> bool:
    """Whether all inputs are the same objects, or equal words, numbers and marks."""
    if len(one) != len(other):
        return False
    return all(map(is_, one, other)) or all(map(_is_same, one, other))


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | int) and one == other)
