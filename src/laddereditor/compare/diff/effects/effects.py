"""Judge what a change means for the people that the ladder describes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from laddereditor.align.tokens import bare
from laddereditor.compare.diff.changes.change import Concern, LadderChange
from laddereditor.compare.diff.effects.reach import EffectContext
from laddereditor.compare.diff.effects.sub_families import (
    as_other_use,
    effect_of_parent,
    of_sub_family,
    reaching_sub_families,
)
from laddereditor.compare.diff.effects.value_effects import (
    DEMANDS,
    MEANINGS,
    Judge,
    of_other_demand,
)
from laddereditor.compare.diff.matching.same_term import sameness
from laddereditor.compare.diff.wording.rewording import (
    SAME_WRITING,
    Judgement,
    concerning,
    neutral,
    raises,
    unclear,
)
from laddereditor.model.counting import in_sentence, plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.pay import PayRange


def with_effects(changes: Iterable[LadderChange], old: Ladder, new: Ladder) -> list[LadderChange]:
    """Return changes with their effect on people, the reason, and the version step.

    Args:
        changes: All changes of one diff: the effect of one may depend on the others.
        old: The old ladder.
        new: The new ladder.
    """
    context = EffectContext(old, new)
    found = []
    for change in changes:
        judged = judgement(change, context)
        found.append(
            replace(
                change,
                effect=judged.effect,
                reason=judged.reason,
                bump=judged.bump,
                concerns=judged.concerns,
            )
        )
    return found


def judgement(change: LadderChange, context: EffectContext) -> Judgement:
    """Return the effect of a change on people."""
    if change.detail.is_structural:
        return _effect_of_entry(change, context)
    name = change.field.name
    if change.kind == "renamed":
        return _effect_of_name(change)
    spec = field_specs(change.address.entity_class).get(name)
    if spec is None:
        return neutral("a key that this program does not know")
    return _effect_of_value(change, context, spec)


def _effect_of_value(change: LadderChange, context: EffectContext, spec: FieldSpec) -> Judgement:
    """Return the effect of a change of a field."""
    owner = change.address.entity_class
    if owner is Family and spec.refers_to == "family":
        return effect_of_parent(change, context)
    if owner is Family and (inheriting := _inheriting_field(spec)):
        return _reaching_profiles(change, context, _judge(inheriting)(change, context))
    if owner is Profile and (judged_list := of_sub_family(change, context, spec)):
        return judged_list
    if owner is Profile:
        change = as_other_use(change, context, spec)
    judged = _judge(spec)(change, context)
    if owner is Profile:
        return reaching_sub_families(change, context, judged)
    return _reaching(change, context, judged) if owner is Level else judged


def _inheriting_field(spec: FieldSpec) -> FieldSpec | None:
    """Return the field of profiles that inherits a field of their family, None if none does."""
    inheriting = field_specs(Profile).get(spec.name)
    return inheriting if inheriting and inheriting.inherits == "parent" else None


def _judge(spec: FieldSpec) -> Judge:
    """Return the function that judges a field, by what it asks of people."""
    if spec.asks == "demand":
        return DEMANDS.get(spec.shape, of_other_demand)
    if spec.asks == "meaning":
        return MEANINGS.get(spec.shape, _no_effect)
    if spec.shape == "pay":
        return _effect_of_pay
    return _NO_DEMANDS.get(spec.asks, _no_effect)


def _no_effect(_change: LadderChange, _context: EffectContext) -> Judgement:
    return neutral("asks nothing of people")


def _effect_of_file(_change: LadderChange, _context: EffectContext) -> Judgement:
    return neutral("about the file, not about people", "none")


def _effect_of_name(change: LadderChange) -> Judgement:
    """Judge another name: that of a level or a family is what people are called by."""
    before, after = str(change.before or ""), str(change.after or "")
    if change.address.entity_class in (Level, Family) and bare(before) != bare(after):
        return neutral("another name", "minor")
    return neutral("only the name")


def _effect_of_pay(change: LadderChange, _context: EffectContext) -> Judgement:
    """Judge a change of pay: it concerns people, but requires nothing of them."""
    before, after = change.before, change.after
    if not isinstance(before, PayRange) or not isinstance(after, PayRange):
        return concerning("pay", _PAY_WORDS.get(change.kind, "pay changed"))
    if before.currency != after.currency:
        return concerning("pay", "pay in another currency")
    pairs = [(getattr(before, name), getattr(after, name)) for name in ("min", "mid", "max")]
    ways = {(new > old) - (new < old) for old, new in pairs if old is not None and new is not None}
    ways.discard(0)
    if not ways:
        return neutral("the amounts are the same", "minor")
    concern = _PAY_WAYS[ways.pop()] if len(ways) == 1 else "pay"
    return concerning(concern, "pay changed" if concern == "pay" else concern)


_PAY_WORDS = {"added": "pay added", "removed": "pay removed"}
_PAY_WAYS: Mapping[int, Concern] = {1: "pay raised", -1: "pay lowered"}


def _effect_of_terms(change: LadderChange, context: EffectContext) -> Judgement:
    """Judge another grade or status: people are classed by it, but it requires nothing."""
    before, after = change.before, change.after
    if isinstance(before, str) and isinstance(after, str) and bare(before) == bare(after):
        return neutral(SAME_WRITING)
    spec = field_specs(change.address.entity_class)[change.field.name]
    return concerning("terms", f"another {in_sentence(spec.title)}")


def _effect_of_title(change: LadderChange, context: EffectContext) -> Judgement:
    """Judge a change of titles: it requires nothing of people, but is more than spelling."""
    before, after = change.before, change.after
    if isinstance(before, str) and isinstance(after, str) and bare(before) == bare(after):
        return neutral(SAME_WRITING)
    only_order = change.kind in ("moved", "reordered")
    return neutral("only the order") if only_order else concerning("title", "another title")


_NO_DEMANDS: Mapping[str, Judge] = {
    "name": _effect_of_title,
    "terms": _effect_of_terms,
    "file": _effect_of_file,
}


def _reaching(change: LadderChange, context: EffectContext, judged: Judgement) -> Judgement:
    """Add how many families inherit a level's change."""
    level, item = change.address.key, change.before if change.after is None else change.after
    is_read = judged.effect != "neutral" or judged.concerns
    if not is_read or not context.profiles_at[level] or not _is_inherited(change):
        return judged
    adds = field_specs(Profile)[change.field.name].adds_to_level and not isinstance(item, tuple)
    count = context.inheriting(level, change.field, item if adds else None)
    if count == 0:
        reach = "every family says this itself"
    else:
        reach = f"reaches {plural(count, 'family', 'families')}"
    return replace(judged, reason=f"{judged.reason}; {reach}")


def _is_inherited(change: LadderChange) -> bool:
    """Whether profiles have a field that they inherit from the level."""
    spec = field_specs(Profile).get(change.field.name)
    return spec is not None and spec.inherits in ("level", "level-too")


def _reaching_profiles(
    change: LadderChange, context: EffectContext, judged: Judgement
) -> Judgement:
    """Add how many profiles inherit a family's change."""
    count = context.inheriting_family(change.address, change.field)
    if judged.effect == "neutral" or count is None:
        return judged
    reach = f"reaches {plural(count, 'profile')}" if count else "every profile says this itself"
    return replace(judged, reason=f"{judged.reason}; {reach}")


# -- whole entries ------------------------------------------------------------------------------

_ENTRIES: Mapping[str, str] = {
    "profile": "describes further people, not a demand on those described before",
    "family": "describes other people than before",
    "level": "describes nobody until a profile uses it",
    "skill": "required of nobody until a profile uses it",
    "factor": "requires nothing until a level has a text for it",
    "competency": "requires nothing until it has expectations",
    "proficiency": "requires nothing until a profile asks for it",
    "track": "asks nothing of people",
}
_RANKED = {"levels": "the order of levels is their rank", "proficiencies": "the order is the scale"}


def _effect_of_entry(change: LadderChange, context: EffectContext) -> Judgement:
    if change.kind == "renamed":
        return _effect_of_other_id(change, context)
    if change.kind == "reordered":
        return _effect_of_order(change.field)
    if change.kind == "moved":
        return _effect_of_move(change, context)
    entity = change.after if change.kind == "added" else change.before
    kind = kind_of(entity)
    if change.kind == "removed":
        return neutral("no longer described", "minor")
    return neutral(_ENTRIES[kind.name] if kind else "", "minor")


def _effect_of_other_id(change: LadderChange, context: EffectContext) -> Judgement:
    """Judge another id: if the entry is hardly alike, another one may have replaced it."""
    old, new = change.origin.entity(context.old), change.address.entity(context.new)
    if sameness(old, new) == "perhaps":
        return unclear("perhaps renamed, perhaps replaced by another one")
    if isinstance(new, Level):
        return concerning("level code", "another level code; what refers to it follows", "patch")
    return neutral("only the id; what refers to it follows")


def _effect_of_order(collection: str) -> Judgement:
    return unclear(_RANKED[collection]) if collection in _RANKED else neutral("only the order")


def _effect_of_move(change: LadderChange, context: EffectContext) -> Judgement:
    before, after = change.before, change.after
    if not isinstance(before, Profile) or not isinstance(after, Profile):
        same_list = change.detail.was == change.address
        return (
            _effect_of_order(change.address.collection) if same_list else neutral("asks the same")
        )
    old, new = context.level(change, old=True), context.level(change, old=False)
    if before.level == after.level or old is None or new is None or _same_rank(change, before):
        return neutral("the same description in another place")
    order = [level.id for level in context.new.levels if level.track == new.track]
    if old.track != new.track or before.level not in order:
        return unclear(f"now required at {after.level}, not at {before.level}")
    reason = f"what {before.level} required is now required at {after.level}"
    return (
        raises(reason) if order.index(after.level) < order.index(before.level) else unclear(reason)
    )


def _same_rank(change: LadderChange, before: Profile) -> bool:
    """Whether the level only has another code."""
    return any(
        name.kind == "level" and (name.old, name.new) == (before.level, change.after.level)
        for name in change.detail.names
    )
