"""Judge changes of what profiles inherit in lists, and what sub-families inherit."""

from dataclasses import replace

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.effects.reach import EffectContext
from laddereditor.compare.diff.wording.rewording import (
    Judgement,
    lowers,
    neutral,
    raises,
    unclear,
)
from laddereditor.model.counting import plural
from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import same_item
from laddereditor.model.shapes import PLAIN_LISTS


def of_sub_family(
    change: LadderChange, context: EffectContext, spec: FieldSpec
) -> Judgement | None:
    """Return the effect of a change by which a list of a profile inherits otherwise.

    An item that was inherited before, or is now, is no new demand and no lost one.

    Args:
        change: The change of a profile.
        context: The two ladders.
        spec: The field that the change is about.

    Returns:
        None if the change is to be judged as any other one.
    """
    if spec.name == "replaces":
        return _effect_of_replacing(change, context)
    if spec.shape not in PLAIN_LISTS or change.division:
        return None
    if change.kind == "added" and _is_shown(change.after, context, change, spec, old=True):
        return neutral("inherited before, the profile's own now")
    if change.kind == "removed" and _is_shown(change.before, context, change, spec, old=False):
        return neutral("the profile's own before, inherited now")
    return None


def as_other_use(change: LadderChange, context: EffectContext, spec: FieldSpec) -> LadderChange:
    """Return a change by which a skill of a profile is its own, or inherited, as another use of it.

    Args:
        change: The change of a profile.
        context: The two ladders.
        spec: The field that the change is about.
    """
    if spec.shape != "skills" or change.kind not in ("added", "removed"):
        return change
    is_new = change.kind == "added"
    use = change.after if is_new else change.before
    there = context.items(change, spec.name, old=is_new) or ()
    other = next((one for one in there if same_item(one) == same_item(use)), None)
    if other is None:
        return change
    before, after = (other, use) if is_new else (use, other)
    return replace(change, kind="changed", before=before, after=after)


def _is_shown(
    value: object, context: EffectContext, change: LadderChange, spec: FieldSpec, *, old: bool
) -> bool:
    shown = context.items(change, spec.name, old=old)
    return shown is not None and value in shown


def _effect_of_replacing(change: LadderChange, context: EffectContext) -> Judgement | None:
    """Return what it means that a list replaces the parent's, or no longer does."""
    name = change.after if change.kind == "added" else change.before
    if not isinstance(name, str):
        return None
    before = context.items(change, name, old=True) or ()
    after = context.items(change, name, old=False) or ()
    gone = [item for item in before if item not in after]
    new = [item for item in after if item not in before]
    if new:
        return raises(f"{plural(len(new), 'inherited item')} more")
    if gone:
        return lowers(f"{plural(len(gone), 'inherited item')} no longer asked for")
    return neutral("asks the same")


def effect_of_parent(change: LadderChange, context: EffectContext) -> Judgement:
    """Return what it means that a family has another parent."""
    family = context.entity(change)
    if isinstance(family, Family) and family.profiles:
        return unclear("its profiles inherit from another family now")
    return neutral("it has no profiles")


def reaching_sub_families(
    change: LadderChange, context: EffectContext, judged: Judgement
) -> Judgement:
    """Add how many sub-families inherit a profile's change.

    Args:
        change: The change of a profile.
        context: The two ladders.
        judged: Its effect.
    """
    if judged.effect == "neutral" or not context.has_sub_families:
        return judged
    count = context.inheriting_sub_families(change.address, change.field)
    if not count:
        return judged
    reach = f"reaches {plural(count, 'sub-family', 'sub-families')}"
    return replace(judged, reason=f"{judged.reason}; {reach}")
