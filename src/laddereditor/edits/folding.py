"""What becomes of a sub-family and its profiles when the parent takes them over."""

from typing import Any

from laddereditor.edits.cell_texts import experience_text
from laddereditor.edits.mapping import joined
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.inheritance import inheriting_fields, is_nothing, same_item
from laddereditor.model.level import Experience
from laddereditor.model.resolve import ResolvedProfile
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.model.statement import proficiency_of, skill_of


def folded_profile(whole: ResolvedProfile, sub: Profile, name: str) -> Profile:
    """Return the parent's profile with what a sub-family's profile says itself.

    Args:
        whole: The parent's profile.
        sub: The sub-family's profile at the same level.
        name: What the sub-family is called, for the notes.
    """
    profile = whole.profile
    changes: dict[str, Any] = {}
    notes: list[str] = []
    for spec in inheriting_fields(Profile):
        own = getattr(sub, spec.name)
        if is_nothing(own) or own is False:
            continue
        if spec.shape in PLAIN_LISTS:
            there = changes.get(spec.name, getattr(profile, spec.name))
            changes[spec.name] = (*there, *_new_items(spec, whole, own, notes))
        elif spec.is_keyed:
            changes[spec.name] = _joined_entries(spec, whole, own, notes)
        elif is_nothing(value := whole.value(spec.name).value):
            changes[spec.name] = own
        elif spec.is_name and own != value:
            changes["titles"] = (*profile.titles, own)
        elif own != value:
            notes.append(f"{spec.title}: {_words(own)}")
    if sub.notes:
        notes.append(sub.notes)
    if notes:
        changes["notes"] = _with_notes(profile.notes, name, notes)
    changes |= _unknown_keys(profile, sub)
    return evolve(profile, **changes) if changes else profile


def _new_items(
    spec: FieldSpec, whole: ResolvedProfile, more: tuple[Any, ...], notes: list[str]
) -> list[Any]:
    """Return the items that the parent's list lacks; another use of its skills goes to notes."""
    exact = [item.value for item in whole.items(spec.name)]
    known = set(map(same_item, exact))
    found = [item for item in more if item not in exact]
    if spec.shape != "skills":
        return found
    notes += [
        f"{spec.title}: {skill_of(use)} ({proficiency_of(use) or 'any proficiency'})"
        for use in found
        if same_item(use) in known
    ]
    return [use for use in found if same_item(use) not in known]


def _joined_entries(
    spec: FieldSpec, whole: ResolvedProfile, more: Any, notes: list[str]
) -> dict[str, Any]:
    found = dict(getattr(whole.profile, spec.name))
    shown = whole.entries(spec.name)
    for key, value in more.items():
        there = shown[key].value if key in shown else None
        if is_nothing(there):
            found[key] = value
        elif spec.shape == "texts" and value != there:
            notes.append(f"{spec.title}, {key}: {value}")
        elif spec.shape != "texts":
            found[key] = joined(there, value)
    return found


def folded_family(parent: Family, sub: Family) -> Family:
    """Return the parent with what a sub-family says of itself; profiles and competencies apart.

    Args:
        parent: The parent.
        sub: The sub-family.
    """
    changes: dict[str, Any] = {}
    notes: list[str] = []
    for name, spec in field_specs(Family).items():
        own, there = getattr(sub, name), getattr(parent, name)
        if name in _LEFT or is_nothing(own) or own == there or own is False:
            continue
        if isinstance(own, tuple):
            changes[name] = (*there, *(item for item in own if item not in there))
        elif is_nothing(there):
            changes[name] = own
        else:
            notes.append(f"{spec.title}: {_words(own)}")
    known = (parent.name, *parent.aliases)
    names = [one for one in (sub.name, *sub.aliases) if one and one not in known]
    changes["aliases"] = (*parent.aliases, *dict.fromkeys(names))
    if sub.notes:
        notes.append(sub.notes)
    if notes:
        changes["notes"] = _with_notes(parent.notes, sub.name or sub.id, notes)
    return evolve(parent, **changes, **_unknown_keys(parent, sub))


_LEFT = ("id", "name", "aliases", "parent", "abstract", "profiles", "competencies", "notes")


def _unknown_keys(one: Entity, other: Entity) -> dict[str, Any]:
    known = one.model_extra or {}
    return {key: value for key, value in (other.model_extra or {}).items() if key not in known}


def _with_notes(notes: str, name: str, more: list[str]) -> str:
    lines = "\n".join(more)
    return f"{notes}\n\n{name}\n{lines}".strip()


def _words(value: Any) -> str:
    if isinstance(value, Experience):
        return experience_text(value)
    if isinstance(value, Entity):
        found = {name: one for name, one in value if not is_nothing(one)}
        return ", ".join(f"{name} {_words(one)}" for name, one in found.items())
    if isinstance(value, tuple):
        return "; ".join(_words(one) for one in value)
    return str(value)
