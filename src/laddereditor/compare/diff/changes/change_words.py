"""Describe changes: one line, the texts before and after, the place, the totals."""

from pydantic import BaseModel

from laddereditor.compare.diff.changes.change import Effect, LadderChange
from laddereditor.compare.diff.changes.change_places import group_key, place_of, place_words, totals
from laddereditor.compare.diff.changes.value_texts import name_of, value_text
from laddereditor.model.address import Address, NoSuchPlace, decode_key
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import COLLECTION_KINDS, KINDS, Kind, kind_of, label_of
from laddereditor.model.ladder import Checks, Ladder
from laddereditor.model.pay import Pay
from laddereditor.model.shapes import LONG_TEXTS, TEXT_LISTS
from laddereditor.model.statement import proficiency_of, skill_of

EFFECT_WORDS: dict[Effect, str] = {
    "raises": "Raises the bar",
    "lowers": "Asks for less",
    "clarifies": "Clarifies",
    "neutral": "No effect",
    "unclear": "Effect unknown",
}
_WHAT_HAPPENED = {
    "added": "added",
    "removed": "removed",
    "changed": "reworded",
    "moved": "moved",
    "renamed": "renamed",
    "reordered": "put in another order",
}
_LADDER = "Ladder"
_SHORT = 40  # characters up to which texts before and after are in the headline


__all__ = [
    "EFFECT_WORDS",
    "after_text",
    "before_text",
    "effect_words",
    "group_key",
    "headline",
    "place_of",
    "place_words",
    "singular",
    "spec_of",
    "totals",
]


def effect_words(change: LadderChange) -> tuple[str, str]:
    """Return the effect of a change, and why: ("Raises the bar", "new demand").

    What concerns people without asking anything of them says what it is: ("Pay lowered", "").
    """
    if not change.concerns:
        return EFFECT_WORDS[change.effect], change.reason
    words, _, more = change.reason.partition("; ")
    return words[:1].upper() + words[1:], more


# -- one change ---------------------------------------------------------------------------------


def headline(  # noqa: PLR0911 - one form of words for each case
    change: LadderChange, old: Ladder, new: Ladder
) -> str:
    """Return a change in one line, without its place: "Responsibility reworded".

    Args:
        change: The change.
        old: The old ladder, in which ids are looked up.
        new: The new ladder, likewise.
    """
    if change.detail.is_structural:
        return _headline_of_entry(change, old, new)
    spec = spec_of(change)
    if spec is None:
        return f"{decode_key(change.field.last)} {_happened(change)}"
    texts = (before_text(change, old), after_text(change, new))
    if change.kind == "renamed":
        return f"{_owner_words(change)} renamed: {' → '.join(text or 'none' for text in texts)}"
    what = _what(change, spec, old, new)
    if change.kind in ("moved", "reordered", "added", "removed"):
        return f"{what} {_moved(change, old, new) if change.kind == 'moved' else _happened(change)}"
    if change.division:
        return f"{what} {_division(change)}"
    if spec.shape == "skills":
        return f"{what}: {_steps(change, old, new)}"
    if spec.shape in LONG_TEXTS | TEXT_LISTS | {"raw"}:
        return f"{what} reworded"
    if all(len(text) < _SHORT and "\n" not in text for text in texts):
        return f"{what}: {' → '.join(text or 'none' for text in texts)}"
    return f"{what} changed"


def _happened(change: LadderChange) -> str:
    return _WHAT_HAPPENED[change.kind]


def spec_of(change: LadderChange) -> FieldSpec | None:
    """Return the specification of a change's field; inside pay and checks the innermost field."""
    path = change.field
    spec = field_specs(change.address.entity_class).get(path.name)
    if path.name in _INNER and path.rest:
        return field_specs(_INNER[path.name]).get(path.rest.name)
    return spec


_INNER: dict[str, type[BaseModel]] = {"pay": Pay, "checks": Checks}


def _kind(change: LadderChange) -> Kind | None:
    entity = change.after if isinstance(change.after, Entity) else change.before
    return kind_of(entity) if isinstance(entity, Entity) else change.address.kind


def _owner_words(change: LadderChange) -> str:
    kind = _kind(change)
    return kind.title if kind else _LADDER


def _headline_of_entry(change: LadderChange, old: Ladder, new: Ladder) -> str:
    if change.kind == "reordered":
        return f"{_plural(change)} put in another order"
    kind = _kind(change)
    title = kind.title if kind else _LADDER
    if change.kind == "renamed":
        renamed = "perhaps renamed" if change.effect == "unclear" else "renamed"
        return f"{title} {change.before} {renamed} to {change.after}{_follow(change.references)}"
    if change.kind == "moved":
        return f"{title} {_entry_moved(change, old, new)}"
    entity = change.after if change.kind == "added" else change.before
    return f"{title} {label_of(entity)} {_happened(change)}"


def _plural(change: LadderChange) -> str:
    return COLLECTION_KINDS[change.field].plural


def _follow(count: int) -> str:
    if not count:
        return ""
    return f" ({plural(count, 'place follows', 'places follow')})"


def _entry_moved(change: LadderChange, old: Ladder, new: Ladder) -> str:
    before, after = change.before, change.after
    was, now = change.origin, change.address
    if was.family != now.family and (was.parent or now.parent):
        words = f"{label_of(before)} moved from {_home_words(was, old)} to {_home_words(now, new)}"
        if isinstance(after, Profile) and before.level != after.level:
            words += f", {after.level}"
        return words
    if isinstance(after, Profile) and before.level != after.level:
        return f"{label_of(before)} moved to {after.level}"
    return f"{label_of(after)} moved to another place in the list"


def _home_words(address: Address, ladder: Ladder) -> str:
    if not address.family:
        return f"the {_LADDER.lower()}"
    return name_of(ladder, "family", address.family.key)


# -- values inside entries ------------------------------------------------------------------------


def singular(title: str) -> str:
    """Return the title of a list for one of its items: "Responsibility"."""
    if title.endswith("ies"):
        return f"{title[:-3]}y"
    return title.removesuffix("s")


def _what(change: LadderChange, spec: FieldSpec, old: Ladder, new: Ladder) -> str:
    if spec.shape == "skills" and change.kind != "reordered":
        value = change.after if change.after is not None else change.before
        return f"{KINDS['skill'].title} {_skill_name(skill_of(value), old, new)}"
    one = change.kind != "reordered" and change.field.number is not None
    title = singular(spec.title) if one else spec.title
    path = change.field
    if path.name in _INNER and path.rest:
        outer = field_specs(change.address.entity_class)[path.name]
        return f"{outer.title} ({title.lower()})"
    if spec.is_keyed and path.rest:
        key = path.key
        name = name_of(new, spec.refers_to, key)
        name = name_of(old, spec.refers_to, key) if name == key else name
        family = _family(change, old, new)
        own = next((own for own in family.competencies if own.id == key), None) if family else None
        name = (own.name or key) if own and spec.refers_to == "competency" else name
        return name if spec.shape == "texts" else f"{title} ({name})"
    return title


def _family(change: LadderChange, old: Ladder, new: Ladder) -> Family | None:
    if not change.address.family:
        return None
    for ladder, address in ((new, change.address), (old, change.detail.was)):
        try:
            found = address.family.entity(ladder)
        except NoSuchPlace:
            continue
        if isinstance(found, Family):
            return found
    return None


def _skill_name(key: str, old: Ladder, new: Ladder) -> str:
    name = name_of(new, "skill", key)
    return name_of(old, "skill", key) if name == key else name


def _steps(change: LadderChange, old: Ladder, new: Ladder) -> str:
    one, other = proficiency_of(change.before), proficiency_of(change.after)
    if one == other:
        return "written differently"
    names = (name_of(old, "proficiency", one), name_of(new, "proficiency", other))
    known = name_of(new, "proficiency", one) if names[0] == one else names[0]
    return f"{known or 'no step'} → {names[1] or 'no step'}"


def _division(change: LadderChange) -> str:
    if change.division == "split":
        return f"split into {len(change.after)}"
    return f"joined from {len(change.before)}"


def _moved(change: LadderChange, old: Ladder, new: Ladder) -> str:
    if not change.detail.takes:
        return "moved"
    source, target = change.detail.takes[0][0], change.detail.puts[0][0]
    if source is target:
        return "moved to another place in the list"
    where = place_of(source.was, old)
    spec = field_specs(source.address.entity_class).get(source.field.name)
    heading = spec.title if spec else source.field
    if source.address == target.address:
        return f"moved here from {heading}"
    return f"moved here from {where}" + (
        f", {heading}" if source.field.name != target.field.name else ""
    )


# -- texts -----------------------------------------------------------------------------


def before_text(change: LadderChange, old: Ladder | None = None) -> str:
    """Return the value before a change as plain text; "" if it is new.

    `old` is the old ladder, in which ids are looked up.
    """
    return value_text(change.before, _value_spec(change), old)


def after_text(change: LadderChange, new: Ladder | None = None) -> str:
    """Return the value after a change as plain text; "" if it was removed."""
    return value_text(change.after, _value_spec(change), new)


def _value_spec(change: LadderChange) -> FieldSpec | None:
    return None if change.detail.is_structural else spec_of(change)
