"""The values of a conflict as texts that people can edit, and back; no Qt."""

from typing import Any, Literal

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.edits.cell_texts import (
    experience_text,
    read_experience,
    read_statements,
    statement_cell,
)
from laddereditor.edits.ids import well_formed
from laddereditor.edits.lines import split_lines
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.model.address import FieldPath
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.level import Experience
from laddereditor.model.shapes import STATEMENTS, TEXT_LISTS, TEXTS
from laddereditor.model.statement import ExampledStatement

# text: a text of any length · statement: one with its examples · statements, lines: a whole list ·
# years: a range of them · "": nothing that can be typed, only one side or the other be chosen
ValueInput = Literal["text", "statement", "statements", "lines", "years", ""]
_HINTS: dict[ValueInput, str] = {
    "text": "",
    "statement": "Examples stand on lines of their own that begin with “– ”.",
    "statements": "One statement a line.",
    "lines": "One entry a line.",
    "years": "Write years as 3–5, 10+ or up to 2.",
    "": "",
}


_ID = "lower-case letters, digits and hyphens"


def editing_of(conflict: Conflict) -> ValueInput:
    """Return the kind of editor for the result of a conflict."""
    spec = spec_of_conflict(conflict)
    if spec is None or not all(map(_is_typed, _values(conflict))):
        return ""
    if spec.shape == "experience":
        return "years"
    if spec.shape in TEXTS or (spec.shape == "id" and conflict.proposal is not None):
        return "text"
    return _in_list(spec, conflict.field)


def _in_list(spec: FieldSpec, path: FieldPath) -> ValueInput:
    item = path.number is not None
    if spec.shape in STATEMENTS:
        return "statement" if item else "statements"
    if spec.shape == "lines":
        return "text" if item else "lines"
    return ""


def _values(conflict: Conflict) -> tuple[Any, ...]:
    return tuple(v for v in (conflict.base, conflict.ours, conflict.theirs) if v is not None)


def _is_typed(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, str | ExampledStatement) for item in value)
    return isinstance(value, str | ExampledStatement | Experience)


def spec_of_conflict(conflict: Conflict) -> FieldSpec | None:
    """Return the field that a conflict is about; None for a whole entry or an unknown key."""
    if not conflict.field:
        return None
    return field_specs(conflict.address.entity_class).get(conflict.field.name)


def hint_of(editing: ValueInput) -> str:
    """Return a hint on how to type a result, or ""."""
    return _HINTS[editing]


def editing_text(value: Any) -> str:
    """Return a value as the text that is edited."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(statement_cell(item) for item in value)
    if isinstance(value, Experience):
        return experience_text(value)
    return statement_cell(value)


def read_value(conflict: Conflict, text: str, conventions: Conventions = USUAL) -> Any:
    """Return the value that a typed text means, None for nothing in a list.

    Args:
        conflict: The conflict that the value resolves.
        text: The text as it was typed.
        conventions: How numbers are written.

    Raises:
        ValueError: The text cannot be read; the message is a sentence for people.
    """
    editing = editing_of(conflict)
    if editing == "years":
        return read_experience(text, conventions)
    if editing == "statement":
        return _statement(conflict, text)
    if editing == "statements":
        return read_statements(text)
    if editing == "lines":
        return tuple(split_lines(text))
    if editing == "text":
        return _id(conflict, text.strip()) if spec_shape(conflict) == "id" else text
    raise ValueError("this cannot be typed; choose one side")


def spec_shape(conflict: Conflict) -> str:
    """Return the shape of the field that a conflict is about, "" for none."""
    spec = spec_of_conflict(conflict)
    return spec.shape if spec else ""


def _id(conflict: Conflict, text: str) -> str:
    kind = conflict.address.kind
    if kind is None or not well_formed(kind.name, text):
        how = "letters and a number, such as P3" if kind and kind.name == "level" else _ID
        raise ValueError(f"an id here is {how}")
    if text in (conflict.ours, conflict.theirs):
        raise ValueError(f"“{text}” is the id of another entry in the result")
    return text


def _statement(conflict: Conflict, text: str) -> Any:
    old = next((v for v in _values(conflict) if isinstance(v, ExampledStatement)), None)
    found = read_statements(text, old)
    if len(found) > 1:
        raise ValueError("write one statement; its examples begin with “– ”")
    return found[0] if found else None


def both_of(conflict: Conflict) -> tuple[Any, ...] | None:
    """Return both sides of a list, or both forms of one item, mine first; None elsewhere."""
    ours, theirs = conflict.ours, conflict.theirs
    if ours is None or theirs is None:
        return None
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return (*ours, *(item for item in theirs if item not in ours))
    spec = spec_of_conflict(conflict)
    if spec is None or spec.shape not in TEXT_LISTS or conflict.field.number is None:
        return None
    return (ours, theirs)
