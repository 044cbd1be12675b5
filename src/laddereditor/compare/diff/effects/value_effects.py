"""Judge what a change of a text, a range of years or a list inside an entry means for people."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.effects.reach import EffectContext
from laddereditor.compare.diff.effects.split_effects import effect_of_split
from laddereditor.compare.diff.wording.rewording import (
    Judgement,
    clarifies,
    lowers,
    neutral,
    raises,
    reworded,
    unclear,
)
from laddereditor.model.address import FieldPath
from laddereditor.model.counting import quantity
from laddereditor.model.fields import field_specs
from laddereditor.model.level import Experience, Level
from laddereditor.model.statement import (
    ExampledStatement,
    importance_of,
    proficiency_of,
    skill_of,
    statement_text,
)

_OTHERWISE = "written differently, means the same"


# -- texts --------------------------------------------------------------------------------------


def _effect_of_meaning(change: LadderChange, context: EffectContext) -> Judgement:
    if change.kind == "changed":
        judged = reworded(change.before, change.after, context.new.language)
        patch = judged.bump == "patch"
        return judged if patch else clarifies("says what is meant; requires nothing by itself")
    if change.kind == "added":
        return clarifies("described now")
    return neutral("no longer described", "minor")


def _effect_of_meanings(change: LadderChange, context: EffectContext) -> Judgement:
    added, removed = "says what it looks like now", "no longer says what it looks like"
    return _effect_of_wording(change.before or "", change.after or "", context, added, removed)


def _effect_of_text(change: LadderChange, context: EffectContext) -> Judgement:
    before, after = _with_inherited(change, context, change.field)
    return _effect_of_wording(
        before or "", after or "", context, "described now", "no longer described"
    )


def _effect_of_wording(
    before: str, after: str, context: EffectContext, added: str, removed: str
) -> Judgement:
    if before == after:
        return neutral("repeats the inherited value")
    if not before:
        return clarifies(added)
    if not after:
        return neutral(removed, "minor")
    return reworded(before, after, context.new.language)


def _with_inherited(
    change: LadderChange, context: EffectContext, path: FieldPath
) -> tuple[Any, Any]:
    """Return the effective value before and after: an override replaces the inherited value."""
    before, after = change.before, change.after
    if change.kind == "added":
        before = _inherited(change, context, path, old=True)
    elif change.kind == "removed":
        after = _inherited(change, context, path, old=False)
    return before, after


def _inherited(change: LadderChange, context: EffectContext, path: FieldPath, *, old: bool) -> Any:
    """Return the value that an entry would hold at a path without one of its own, often None."""
    spec = field_specs(change.address.entity_class)[path.name]
    return context.below(change, spec, path.key if spec.is_keyed else "", old=old)


def _effect_of_texts(change: LadderChange, context: EffectContext) -> Judgement:
    before, after = _with_inherited(change, context, change.field)
    if not before and after:
        return raises("new demand")
    if before and not after:
        return lowers("demand gone")
    return _effect_of_wording(before, after, context, "", "")


def _effect_of_experience(change: LadderChange, context: EffectContext) -> Judgement:
    before, after = _with_inherited(change, context, change.field)
    old, new = _least(before), _least(after)
    if old == new:
        return neutral("the minimum of years is the same")
    unit = field_specs(change.address.entity_class)[change.field.name].unit
    reason = f"{quantity(old, unit)} → {quantity(new, unit)} at least"
    return raises(reason) if new > old else lowers(reason)


def _least(value: Experience | None) -> float:
    return (value.min or 0) if value else 0


# -- lists --------------------------------------------------------------------------------------


def _effect_of_statement(change: LadderChange, context: EffectContext) -> Judgement:
    if change.kind == "moved":
        return _effect_of_statement_move(change)
    if change.kind == "reordered":
        return neutral("only the order")
    if change.division:
        return _effect_of_split(change, context)
    if change.kind == "changed":
        return _effect_of_rewording(change, context)
    if _is_whole_list(change):
        return _effect_of_list(change, context)
    return raises("new demand") if change.kind == "added" else lowers("demand gone")


def _is_whole_list(change: LadderChange) -> bool:
    value = change.before if change.after is None else change.after
    return isinstance(value, tuple)


def _effect_of_rewording(change: LadderChange, context: EffectContext) -> Judgement:
    before, after = statement_text(change.before), statement_text(change.after)
    if before != after:
        return reworded(before, after, context.new.language)
    old_items, new_items = _examples(change.before), _examples(change.after)
    if old_items == new_items:
        return neutral(_OTHERWISE, "none")
    return clarifies("only the examples")


def _examples(statement: Any) -> Sequence[str]:
    return statement.examples if isinstance(statement, ExampledStatement) else ()


def _effect_of_split(change: LadderChange, context: EffectContext) -> Judgement:
    old_items = change.before if isinstance(change.before, tuple) else (change.before,)
    new_items = change.after if isinstance(change.after, tuple) else (change.after,)
    before, after = ([statement_text(item) for item in items] for items in (old_items, new_items))
    return effect_of_split(before, after, context.new.language)


def _effect_of_statement_move(change: LadderChange) -> Judgement:
    if change.origin.above == change.detail.was.at(change.field.above):
        return neutral("only the order")
    source = change.detail.takes[0][0]
    if source.address == change.address:
        return neutral("under another heading")
    if source.address.entity_class is Level:
        return lowers("now required in this family only")
    if change.address.entity_class is Level:
        return raises("now required of every family at this level")
    here, there = (place.key for place in (change.address, source.address))
    if here == there:
        return raises("new in this family, gone in another one")
    return raises(f"new at {here}, no longer required at {there}")


def _effect_of_list(change: LadderChange, context: EffectContext) -> Judgement:
    """Judge a whole list under a competency; in a profile it replaces the level's list."""
    key = change.field.first(2)
    before, after = _with_inherited(change, context, key)
    old_items = {statement_text(item) for item in before or ()}
    new_items = {statement_text(item) for item in after or ()}
    if old_items == new_items:
        return neutral("repeats the inherited value")
    if old_items < new_items:
        return raises("new demand")
    if new_items < old_items:
        return lowers("demand gone")
    return unclear("another list instead of the level's")


def _effect_of_skill(  # noqa: PLR0911 - one answer for each case
    change: LadderChange, context: EffectContext
) -> Judgement:
    if change.kind in ("moved", "reordered"):
        return neutral("only the order")
    if change.kind == "added":
        return raises("new demand")
    if change.kind == "removed":
        return lowers("demand gone")
    if skill_of(change.before) != skill_of(change.after):
        return unclear("another skill")
    one, other = proficiency_of(change.before), proficiency_of(change.after)
    if one == other:
        if importance_of(change.before) != importance_of(change.after):
            return neutral("asked for at the same step, with another importance", "minor")
        return neutral(_OTHERWISE, "none")
    ranks = context.proficiency_ranks
    if one not in ranks or other not in ranks:
        return unclear("had no proficiency before" if not one else "has no proficiency now")
    return raises("a higher step") if ranks[other] > ranks[one] else lowers("a lower step")


def of_other_demand(change: LadderChange, _context: EffectContext) -> Judgement:
    """Judge a requirement of which no more is known than that it is one."""
    if change.kind == "added":
        return raises("new demand")
    return lowers("demand gone") if change.kind == "removed" else unclear("a different demand")


Judge = Callable[[LadderChange, EffectContext], Judgement]
MEANINGS: Mapping[str, Judge] = {"text": _effect_of_meaning, "texts": _effect_of_meanings}
DEMANDS: Mapping[str, Judge] = {
    "line": _effect_of_text,
    "text": _effect_of_text,
    "lines": _effect_of_statement,
    "texts": _effect_of_texts,
    "experience": _effect_of_experience,
    "statements": _effect_of_statement,
    "expectations": _effect_of_statement,
    "skills": _effect_of_skill,
}
