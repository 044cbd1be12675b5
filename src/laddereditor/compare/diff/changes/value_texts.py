"""Write the values of a change as plain text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from laddereditor.edits.cell_texts import (
    experience_text,
    range_text,
    statement_cell,
)
from laddereditor.model.address import Address
from laddereditor.model.base import Entity, evolve
from laddereditor.model.comment import Comment
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import COLLECTIONS, KINDS, entity_name, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.lookup import NoSuchPlace
from laddereditor.model.naming import place_words
from laddereditor.model.number_text import number_text
from laddereditor.model.pay import PayRange
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.statement import ExampledStatement, RatedSkill, SkillUse, importance_of


def name_of(ladder: Ladder | None, kind: str, key: str) -> str:
    """Return the name of the entry with an id, or the id if there is no such entry.

    Args:
        ladder: The ladder that has the entry, None for none.
        kind: The kind of entity, such as `skill`.
        key: The id.
    """
    collection = KINDS[kind].collection if kind in KINDS else ""
    if ladder is None or not key or collection not in COLLECTIONS:
        return key
    try:
        found = Address(collection).entry(key).entity(ladder)
    except NoSuchPlace:
        return key
    return key if kind == "level" else entity_name(found) or key


def value_text(  # noqa: PLR0911 - one answer for each kind of value
    value: Any,
    spec: FieldSpec | None = None,
    ladder: Ladder | None = None,
    phrases: Phrases = ENGLISH,
) -> str:
    """Return a value of a field as plain text, with examples and items on separate lines.

    Args:
        value: The value; None gives no text.
        spec: The field that holds it.
        ladder: The ladder in which ids are looked up.
        phrases: The words of a language.
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(value_text(item, spec, ladder, phrases) for item in value)
    if isinstance(value, str):
        return _text(value, spec, ladder, phrases)
    if isinstance(value, BaseModel):
        return _entity(value, spec, ladder, phrases)
    if isinstance(value, Mapping):
        kind = spec.refers_to if spec else ""
        return "\n".join(
            phrases.labelled(name_of(ladder, kind, key), value_text(item, None, ladder, phrases))
            for key, item in value.items()
        )
    if isinstance(value, bool):
        return phrases.say("yes" if value else "no")
    if isinstance(value, int | float):
        unit = phrases.say(spec.unit) if spec and spec.unit else ""
        return f"{number_text(value)} {unit}".strip()
    return phrases.day(value) if isinstance(value, date) else str(value)


def _text(value: str, spec: FieldSpec | None, ladder: Ladder | None, phrases: Phrases) -> str:
    if spec is None:
        return value
    if spec.shape == "skills":
        return name_of(ladder, "skill", value)
    if spec.shape == "reference":
        return name_of(ladder, spec.refers_to, value)
    return choice_text(spec, value, phrases) if spec.shape == "choice" else value


def choice_text(spec: FieldSpec, value: str, phrases: Phrases) -> str:
    """Return a choice as people write it; what is no choice of the field stays as it is.

    Args:
        spec: The field.
        value: The choice as the file has it.
        phrases: The language.
    """
    words = spec.choice_words(value)
    return phrases.say(words) if value in spec.choices else words


def importance_text(use: SkillUse, phrases: Phrases) -> str:
    """Return the importance of a skill in the language of a ladder, "" for none."""
    return choice_text(field_specs(RatedSkill)["importance"], importance_of(use), phrases).lower()


def _entity(
    value: BaseModel, spec: FieldSpec | None, ladder: Ladder | None, phrases: Phrases
) -> str:
    if isinstance(value, ExampledStatement):
        return statement_cell(value)
    if isinstance(value, RatedSkill):
        skill = name_of(ladder, "skill", value.skill)
        step = name_of(ladder, "proficiency", value.proficiency)
        said = ", ".join(filter(None, (step, importance_text(value, phrases))))
        return f"{skill} ({said})" if said else skill
    if isinstance(value, Experience):
        unit = phrases.say(spec.unit if spec else "years")
        return f"{experience_text(value, phrases)} {unit}".strip()
    if isinstance(value, PayRange):
        return ": ".join(part for part in (value.market, range_text(value, phrases)) if part)
    if isinstance(value, Entity) and kind_of(value):
        return label_of(value)
    if isinstance(value, Comment):
        value = _with_place_in_words(value, ladder)
    specs = field_specs(type(value))
    fields = ((spec, getattr(value, name)) for name, spec in specs.items())
    return "\n".join(
        phrases.labelled(phrases.say(spec.title), value_text(one, spec, ladder, phrases))
        for spec, one in fields
        if one not in ("", None, ())
    )


def _with_place_in_words(comment: Comment, ladder: Ladder | None) -> Comment:
    """Return a comment whose place is in words: `Baker › P2 › Responsibilities 1`."""
    if ladder is None or not comment.at:
        return comment
    return evolve(comment, at=place_words(ladder, *Address(comment.at).split_field(ladder)))
