"""The words for one change: its headline, and its texts before and after."""

from typing import Any

from laddereditor.compare.change import LadderChange
from laddereditor.edits.cell_texts import experience_text
from laddereditor.gui.changes.signs import KINDS
from laddereditor.model.address import NoSuchPlace, entity_at
from laddereditor.model.base import Entity
from laddereditor.model.kinds import kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.naming import field_words
from laddereditor.model.statement import ExampledStatement, RatedSkill


def headline_of(change: LadderChange, old: Ladder, new: Ladder) -> str:
    """Return a change in one line."""
    entity = _entity(change, old, new)
    what = field_words(new, entity, change.field) if change.field and entity else ""
    if not change.field and entity is not None:
        kind = kind_of(entity)
        what = f"{kind.title if kind else 'Ladder'} {label_of(entity)}"
    told = text_of(change.after) or text_of(change.before)
    return f"{what} {KINDS[change.kind].word.lower()}" + (f": {told}" if change.field else "")


def _entity(change: LadderChange, old: Ladder, new: Ladder) -> Entity | None:
    for ladder in (new, old):
        try:
            return entity_at(ladder, change.address)
        except NoSuchPlace:
            continue
    return None


def text_of(value: Any) -> str:  # noqa: PLR0911 - one answer for each kind of value
    """Return a value as plain text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(text_of(one) for one in value)
    if isinstance(value, ExampledStatement):
        return "\n".join((value.text, *(f"– {example}" for example in value.examples)))
    if isinstance(value, RatedSkill):
        return f"{value.skill} ({value.proficiency})" if value.proficiency else value.skill
    if isinstance(value, Experience):
        return experience_text(value)
    if isinstance(value, Entity):
        return label_of(value)
    return str(value)


def texts_of(change: LadderChange, old: Ladder, new: Ladder) -> tuple[str, str]:
    """Return a change's texts before and after."""
    return text_of(change.before), text_of(change.after)
