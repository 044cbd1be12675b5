"""Join two changed forms of one value: as a whole, part by part, or word by word.

The numbers of a range say one thing together, as the words of a text do: both are joined only as
a proposal, or if people asked for that.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from laddereditor.compare.merge.aligned_lists import aligned
from laddereditor.compare.merge.merge_context import CLASH, ThreeWayValue
from laddereditor.compare.merge.merge_words import merged_words
from laddereditor.model.base import Entity, evolve
from laddereditor.model.comment import Comment
from laddereditor.model.fields import field_specs
from laddereditor.model.shapes import PROSE, STATEMENTS
from laddereditor.model.statement import (
    ExampledStatement,
    RatedSkill,
    make_skill_use,
    make_statement,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)


def joined(forms: ThreeWayValue, shape: str, *, words: bool = False) -> Any:
    """Return the value with the changes of both sides, or CLASH.

    Args:
        forms: The three forms; None stands for a missing value.
        shape: The shape of the field (`model.fields`).
        words: Whether two rewordings of one text are joined word by word, and two changes of
            one record (a pay range, years of experience) part by part.
    """
    base, ours, theirs = forms
    if ours is theirs or ours == theirs or base is theirs or base == theirs:
        return ours
    if base is ours or base == ours:
        return theirs
    if None in (base, ours, theirs):
        return None if shape == "comments" and _is_only_followed(forms) else CLASH
    return _both(forms, shape, words)


def proposed(forms: ThreeWayValue, shape: str) -> Any:
    """Return two changes of one value joined as a proposal, or None if they overlap."""
    value = joined(forms, shape, words=True)
    return None if value is CLASH else value


def _both(forms: ThreeWayValue, shape: str, words: bool) -> Any:
    """Join what both changed."""
    if shape in STATEMENTS and all(map(_is_statement, forms)):
        return _statement(forms, words)
    if shape == "skills":
        return _skill_use(forms)
    if shape == "comments" and all(isinstance(value, Comment) for value in forms):
        return _comment(forms)
    if all(isinstance(value, str) for value in forms):
        merged = merged_words(*forms) if words and shape in PROSE else None
        return CLASH if merged is None else merged
    if words and isinstance(forms.ours, Entity) and len({type(value) for value in forms}) == 1:
        return _parts(forms)
    return CLASH


def _is_statement(value: Any) -> bool:
    return isinstance(value, str | ExampledStatement)


def _statement(forms: ThreeWayValue, words: bool) -> Any:
    text = joined(forms.each(statement_text), "text", words=words)
    examples = _examples(forms.each(statement_examples), words)
    extras = _keys(forms.each(_extras))
    if CLASH in (text, examples, extras):
        return CLASH
    if not extras:
        return make_statement(text, examples)
    return ExampledStatement.model_validate({"text": text, "examples": examples, **extras})


def _examples(lists: ThreeWayValue, words: bool) -> Any:
    """Return the examples of a statement, merged one by one, or CLASH."""
    found = [joined(forms, "text", words=words) for _, forms in aligned(lists, "lines")]
    return CLASH if CLASH in found else tuple(value for value in found if value is not None)


def _skill_use(forms: ThreeWayValue) -> Any:
    proficiency = joined(forms.each(proficiency_of), "reference")
    extras = _keys(forms.each(_extras))
    if CLASH in (proficiency, extras):
        return CLASH
    skill = skill_of(forms.ours)
    if not extras:
        return make_skill_use(skill, proficiency)
    return RatedSkill.model_validate({"skill": skill, "proficiency": proficiency, **extras})


def _comment(forms: ThreeWayValue) -> Any:
    """Return a comment that both changed: where it is on one side, resolved or not on the other.

    Its place and the words there belong together. Of two new places that of the side which quotes
    other words is taken, because the words are what it is found by.
    """
    base, ours, theirs = forms
    mover = theirs if ours.quote == base.quote and _where(theirs) != _where(base) else ours
    placed = forms.each(lambda one: evolve(one, at=mover.at, quote=mover.quote))
    return _parts(placed)


def _is_only_followed(forms: ThreeWayValue) -> bool:
    """Whether one side deleted a comment that on the other one only followed its statement."""
    base, left = forms.base, forms.ours or forms.theirs
    if not isinstance(base, Comment) or not isinstance(left, Comment):
        return False
    return evolve(left, at=base.at, quote=base.quote) == base


def _where(comment: Comment) -> tuple[str, str]:
    return comment.at, comment.quote


def _extras(value: Any) -> Mapping[str, Any]:
    """Return what else an item says, such as links, and its unknown keys."""
    if not isinstance(value, BaseModel):
        return {}
    fields = type(value).model_fields
    said = {name: one for name, one in value if name in fields and one != fields[name].default}
    joined_apart = ("text", "examples", "skill", "proficiency")
    return {n: one for n, one in said.items() if n not in joined_apart} | (value.model_extra or {})


def _keys(
    forms: ThreeWayValue, shapes: Mapping[str, str] | None = None, *, words: bool = False
) -> Any:
    """Return mappings joined key by key, or CLASH."""
    merged: dict[str, Any] = {}
    for key in dict.fromkeys([*forms.ours, *forms.theirs]):
        inner = ThreeWayValue(*(mapping.get(key) for mapping in forms))
        value = joined(inner, (shapes or {}).get(key, "raw"), words=words)
        if value is CLASH:
            return CLASH
        if value is not None:
            merged[key] = value
    return merged


def _parts(forms: ThreeWayValue) -> Any:
    """Return a value inside an entry, such as a pay range, joined field by field, or CLASH."""
    entity: type[Entity] = type(forms.ours)
    shapes = {name: spec.shape for name, spec in field_specs(entity).items()}
    merged = _keys(forms.each(dict), shapes, words=True)
    if merged is CLASH or not _rises(merged):
        return CLASH
    try:
        return entity.model_validate(merged)
    except ValidationError:
        return CLASH


def _rises(parts: Mapping[str, Any]) -> bool:
    """Whether the bounds of a range, if it has any, are in order."""
    bounds = [parts[name] for name in ("min", "mid", "max") if parts.get(name) is not None]
    return bounds == sorted(bounds)
