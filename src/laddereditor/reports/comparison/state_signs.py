"""How a cell compares, as a sign, in words and as the role of a colour; the same everywhere."""

from dataclasses import dataclass

from laddereditor.compare.sheet.counting import counted_state
from laddereditor.compare.sheet.direction import direction_of
from laddereditor.compare.sheet.rows import spec_of_row
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.level import Level


@dataclass(frozen=True, slots=True)
class StateSign:
    """How a state is shown without colour, and the role of its colour."""

    mark: str
    word: str
    role: str  # `<role>_bg` lies behind the text
    meaning: str  # "" where the word says it

    @property
    def words(self) -> str:
        """The word inside a sentence: `only at P4`."""
        return self.word[:1].lower() + self.word[1:]


_SAME = StateSign("=", "Same", "text_muted", "the same text")
_SPELLING = StateSign(
    "≃", "Same but for spelling", "text_muted", "the same, only written otherwise"
)
_REWORDED = StateSign("≈", "Reworded", "changed", "the same thing in other words")
_CHANGED = StateSign("≠", "Changed", "changed", "something else")
_RAISED = StateSign("↑", "Raised", "changed", "more is asked for")
_LOWERED = StateSign("↓", "Lowered", "changed", "less is asked for")
_NEW = StateSign("+", "New", "added", "not in the older one")
_GONE = StateSign("−", "Gone", "removed", "in the older one only")


def sign_of(comparison: Comparison, row: Row, column: int) -> StateSign | None:
    """Return the sign of a cell; None where there is nothing to say.

    Between versions, what only one has is new or gone. Between levels it is only at one of them. A
    value that differs in all columns, as factors do by nature, is not remarked, unless it is raised
    or lowered.

    Args:
        comparison: The comparison.
        row: One of its rows.
        column: The index of the column, from 0.
    """
    cell, base = row.cells[column], comparison.base_of(column)
    if not row.is_match:
        return None if cell.is_empty else _only_here(comparison, column)
    if base is None:
        return None
    if cell.state in ("new", "gone"):
        return _on_one_side(comparison, row, column, base)
    if cell.state in ("same", "spelling"):
        return _SAME if cell.state == "same" else _SPELLING
    if cell.state in ("reworded", "changed"):
        return _changing(comparison, row, column, base)
    return None


def state_word(comparison: Comparison, row: Row, column: int) -> str:
    """Return the state of a cell in words, "" where there is nothing to say.

    Args:
        comparison: The comparison.
        row: One of its rows.
        column: The index of the column, from 0.
    """
    sign = sign_of(comparison, row, column)
    return sign.word if sign else ""


def _only_here(comparison: Comparison, column: int) -> StateSign:
    if comparison.is_about_versions:
        return _GONE if comparison.base_of(column) is None else _NEW
    return _only_at(comparison.names[column])


def _only_at(name: str) -> StateSign:
    return StateSign("•", f"Only at {name}", "info", "")


def _on_one_side(comparison: Comparison, row: Row, column: int, base: int) -> StateSign:
    is_new = row.cells[column].state == "new"
    if comparison.is_about_versions:
        return _NEW if is_new else _GONE
    names = comparison.names
    having = [n for n, cell in enumerate(row.cells) if not cell.is_empty]
    if len(having) == 1:
        only = _only_at(names[having[0]])
        return only if is_new else StateSign("–", only.word, "text_muted", "")
    without = names[base if is_new else column]
    role = "info" if is_new else "text_muted"
    return StateSign("+" if is_new else "–", f"Not at {without}", role, "")


def _changing(comparison: Comparison, row: Row, column: int, base: int) -> StateSign | None:
    spec = spec_at(row)
    differs = differs_by_nature(comparison, row)
    if spec is not None and not (differs and spec.is_keyed):
        sides = [(comparison.columns[n], row.cells[n]) for n in (base, column)]
        way = direction_of(row, spec, sides[0], sides[1])
        if way in ("raised", "lowered"):
            return _RAISED if way == "raised" else _LOWERED
    if differs:
        return None
    state = counted_state(row, column, versions=comparison.is_about_versions)
    return _REWORDED if state == "reworded" else _CHANGED


def spec_at(row: Row) -> FieldSpec | None:
    """Return the field whose values a row shows."""
    name = row.field.name
    spec = field_specs(Profile).get(name) or field_specs(Level).get(name)
    return spec_of_row(spec, row) if spec else None


def differs_by_nature(comparison: Comparison, row: Row) -> bool:
    """Whether a row is one value a column, and no two columns that are compared have the same."""
    if row.kind != "value" or comparison.is_about_versions:
        return False
    columns = range(len(row.cells))
    compared = [row.cells[n] for n in columns if comparison.base_of(n) is not None]
    return bool(compared) and all(cell.state in ("reworded", "changed") for cell in compared)


def legend_of(comparison: Comparison) -> list[StateSign]:
    """Return the signs that a comparison uses, each with its meaning, in a fixed order."""
    found = {
        sign.mark: sign
        for row in comparison.rows
        for column in range(len(row.cells))
        if (sign := sign_of(comparison, row, column)) and sign.meaning
    }
    return [one for one in _LISTED if one.mark in found]


_LISTED = (_SAME, _SPELLING, _REWORDED, _CHANGED, _RAISED, _LOWERED, _NEW, _GONE)
