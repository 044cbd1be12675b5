"""Describe changes: one line, the texts before and after, the place, the totals."""

from dataclasses import dataclass

from pydantic import BaseModel

from laddereditor.compare.diff.changes.change import ChangeKind, Effect, LadderChange
from laddereditor.compare.diff.changes.change_places import group_key, place_of, place_words, totals
from laddereditor.compare.diff.changes.value_texts import importance_text, name_of, value_text
from laddereditor.model.address import Address, NoSuchPlace, decode_key
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import COLLECTION_KINDS, KINDS, Kind, kind_of, label_of
from laddereditor.model.ladder import Checks, Ladder
from laddereditor.model.naming import SEPARATOR
from laddereditor.model.pay import Pay
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.shapes import LONG_TEXTS, TEXT_LISTS
from laddereditor.model.statement import proficiency_of, skill_of

EFFECT_WORDS: dict[Effect, str] = {
    "raises": "Raises the bar",
    "lowers": "Asks for less",
    "clarifies": "Clarifies",
    "neutral": "No effect",
    "unclear": "Effect unknown",
}
_HAPPENED: dict[ChangeKind, str] = {
    "added": "{what} added",
    "removed": "{what} removed",
    "changed": "{what} reworded",
    "moved": "{what} moved",
    "renamed": "{what} renamed",
    "reordered": "{what} put in another order",
}
_LADDER = "Ladder"
_REWORDED = LONG_TEXTS | TEXT_LISTS | {"raw"}  # shapes of values that are no single words
_SHORT = 40  # characters up to which texts before and after are in the headline


__all__ = [
    "EFFECT_WORDS",
    "after_text",
    "arrow_text",
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


@dataclass(frozen=True, slots=True, eq=False)
class _Sides:
    """The two ladders, in which ids are looked up, and the words of a language."""

    old: Ladder
    new: Ladder
    phrases: Phrases
    names_family: bool

    def say(self, text: str, /, **values: object) -> str:
        return self.phrases.say(text, **values)


def headline(
    change: LadderChange,
    old: Ladder,
    new: Ladder,
    phrases: Phrases = ENGLISH,
    *,
    names_family: bool = True,
) -> str:
    """Return a change in one line, without its place: "Responsibility reworded".

    Args:
        change: The change.
        old: The old ladder, in which ids are looked up.
        new: The new ladder, likewise.
        phrases: The words of a language.
        names_family: Whether a move inside a family names it.
    """
    sides = _Sides(old, new, phrases, names_family)
    if change.detail.is_structural:
        return _headline_of_entry(change, sides)
    spec = spec_of(change)
    if spec is None:
        return _happened(change, decode_key(change.field.last), sides)
    return _headline_of_value(change, spec, sides)


def _headline_of_value(change: LadderChange, spec: FieldSpec, sides: _Sides) -> str:
    if change.kind == "renamed":
        what, texts = _owner(change, sides), _arrow(change, sides)
        return sides.say("{what} renamed: {texts}", what=what, texts=texts)
    what = _what(change, spec, sides)
    if change.kind == "moved":
        return _moved(change, what, sides)
    if change.division:
        return _division(change, what, sides)
    if change.kind in ("reordered", "added", "removed") or spec.shape in _REWORDED:
        return _happened(change, what, sides)
    return _headline_of_short(change, what, spec, sides)


def _headline_of_short(change: LadderChange, what: str, spec: FieldSpec, sides: _Sides) -> str:
    if spec.shape == "skills":
        return sides.phrases.labelled(what, _steps(change, sides))
    if all(len(text) < _SHORT and "\n" not in text for text in _texts(change, sides)):
        return sides.phrases.labelled(what, _arrow(change, sides))
    return sides.say("{what} changed", what=what)


def _happened(change: LadderChange, what: str, sides: _Sides) -> str:
    return sides.say(_HAPPENED[change.kind], what=what)


def _texts(change: LadderChange, sides: _Sides) -> tuple[str, str]:
    before = before_text(change, sides.old, sides.phrases)
    return before, after_text(change, sides.new, sides.phrases)


def _arrow(change: LadderChange, sides: _Sides) -> str:
    return arrow_text(*_texts(change, sides), sides.phrases)


def arrow_text(before: str, after: str, phrases: Phrases = ENGLISH) -> str:
    """Return two short texts in one line: "7 → 6", "none → 6".

    Args:
        before: The text before, "" for none.
        after: The text after, likewise.
        phrases: The words of a language.
    """
    return " → ".join(text or phrases.say("none") for text in (before, after))


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


def _owner(change: LadderChange, sides: _Sides) -> str:
    kind = _kind(change)
    return sides.say(kind.title if kind else _LADDER)


def _headline_of_entry(change: LadderChange, sides: _Sides) -> str:
    if change.kind == "reordered":
        return _happened(change, sides.say(COLLECTION_KINDS[change.field].plural), sides)
    what = _owner(change, sides)
    if change.kind == "renamed":
        return _entry_renamed(change, what, sides)
    if change.kind == "moved":
        return _entry_moved(change, what, sides)
    entity = change.after if change.kind == "added" else change.before
    return _happened(change, f"{what} {label_of(entity)}", sides)


def _entry_renamed(change: LadderChange, what: str, sides: _Sides) -> str:
    sure, perhaps = "{what} renamed to {now}", "{what} perhaps renamed to {now}"
    text = perhaps if change.effect == "unclear" else sure
    words = sides.say(text, what=f"{what} {change.before}", now=change.after)
    if not change.references:
        return words
    return f"{words} ({sides.phrases.count(change.references, 'place follows', 'places follow')})"


def _entry_moved(change: LadderChange, what: str, sides: _Sides) -> str:
    before, after = change.before, change.after
    was, now = change.origin, change.address
    named = f"{what} {label_of(before)}"
    has_other_level = isinstance(after, Profile) and before.level != after.level
    if was.family != now.family and (was.parent or now.parent):
        source, target = _home(was, sides.old, sides), _home(now, sides.new, sides)
        words = sides.say("{what} moved from {was} to {now}", what=named, was=source, now=target)
        return f"{words}, {after.level}" if has_other_level else words
    if has_other_level:
        return sides.say("{what} moved to {where}", what=named, where=after.level)
    named = f"{what} {label_of(after)}"
    return sides.say("{what} moved to another place in the list", what=named)


def _home(address: Address, ladder: Ladder, sides: _Sides) -> str:
    if not address.family:
        return sides.say("the ladder")
    return name_of(ladder, "family", address.family.key)


# -- values inside entries ------------------------------------------------------------------------


def singular(title: str) -> str:
    """Return the title of a list for one of its items: "Responsibility"."""
    if title.endswith("ies"):
        return f"{title[:-3]}y"
    return title.removesuffix("s")


def _what(change: LadderChange, spec: FieldSpec, sides: _Sides) -> str:
    if spec.shape == "skills" and change.kind != "reordered":
        value = change.after if change.after is not None else change.before
        return f"{sides.say(KINDS['skill'].title)} {_skill_name(skill_of(value), sides)}"
    one = change.kind != "reordered" and change.field.number is not None
    title = sides.say(singular(spec.title) if one else spec.title)
    path = change.field
    if path.name in _INNER and path.rest:
        outer = field_specs(change.address.entity_class)[path.name]
        return f"{sides.say(outer.title)} ({sides.phrases.inside(title)})"
    if spec.is_keyed and path.rest:
        name = _name_of_key(change, spec, sides)
        return name if spec.shape == "texts" else f"{title} ({name})"
    return title


def _name_of_key(change: LadderChange, spec: FieldSpec, sides: _Sides) -> str:
    key = change.field.key
    name = name_of(sides.new, spec.refers_to, key)
    name = name_of(sides.old, spec.refers_to, key) if name == key else name
    family = _family(change, sides)
    own = next((own for own in family.competencies if own.id == key), None) if family else None
    return (own.name or key) if own and spec.refers_to == "competency" else name


def _family(change: LadderChange, sides: _Sides) -> Family | None:
    if not change.address.family:
        return None
    for ladder, address in ((sides.new, change.address), (sides.old, change.detail.was)):
        try:
            found = address.family.entity(ladder)
        except NoSuchPlace:
            continue
        if isinstance(found, Family):
            return found
    return None


def _skill_name(key: str, sides: _Sides) -> str:
    name = name_of(sides.new, "skill", key)
    return name_of(sides.old, "skill", key) if name == key else name


def _steps(change: LadderChange, sides: _Sides) -> str:
    one, other = proficiency_of(change.before), proficiency_of(change.after)
    if one == other:
        return _importance(change, sides)
    names = (name_of(sides.old, "proficiency", one), name_of(sides.new, "proficiency", other))
    known = name_of(sides.new, "proficiency", one) if names[0] == one else names[0]
    return " → ".join(name or sides.say("no step") for name in (known, names[1]))


def _importance(change: LadderChange, sides: _Sides) -> str:
    words = [importance_text(use, sides.phrases) for use in (change.before, change.after)]
    if words[0] == words[1]:
        return sides.say("written differently")
    return " → ".join(one or sides.say("no importance") for one in words)


def _division(change: LadderChange, what: str, sides: _Sides) -> str:
    if change.division == "split":
        return sides.say("{what} split into {count}", what=what, count=len(change.after))
    return sides.say("{what} joined from {count}", what=what, count=len(change.before))


def _moved(change: LadderChange, what: str, sides: _Sides) -> str:
    where = _source_words(change, sides) if change.detail.takes else ""
    if where:
        return sides.say("{what} moved here from {where}", what=what, where=where)
    if change.detail.takes:
        return sides.say("{what} moved to another place in the list", what=what)
    return _happened(change, what, sides)


def _source_words(change: LadderChange, sides: _Sides) -> str:
    """Return from where a statement moved: "Data Engineer › P3"; "" for the same list."""
    source, target = change.detail.takes[0][0], change.detail.puts[0][0]
    if source is target:
        return ""
    spec = field_specs(source.address.entity_class).get(source.field.name)
    heading = sides.say(spec.title) if spec else str(source.field)
    if source.address == target.address:
        return heading
    where = place_of(source.was, sides.old, sides.phrases)
    same = source.address.family and source.address.family == target.address.family
    if same and not sides.names_family:
        where = where.rpartition(SEPARATOR)[2]
    return f"{where}, {heading}" if source.field.name != target.field.name else where


# -- texts -----------------------------------------------------------------------------


def before_text(change: LadderChange, old: Ladder | None = None, phrases: Phrases = ENGLISH) -> str:
    """Return the value before a change as plain text; "" if it is new.

    Args:
        change: The change.
        old: The old ladder, in which ids are looked up.
        phrases: The words of a language.
    """
    return value_text(change.before, _value_spec(change), old, phrases)


def after_text(change: LadderChange, new: Ladder | None = None, phrases: Phrases = ENGLISH) -> str:
    """Return the value after a change as plain text; "" if it was removed.

    Args:
        change: The change.
        new: The new ladder, in which ids are looked up.
        phrases: The words of a language.
    """
    return value_text(change.after, _value_spec(change), new, phrases)


def _value_spec(change: LadderChange) -> FieldSpec | None:
    return None if change.detail.is_structural else spec_of(change)
