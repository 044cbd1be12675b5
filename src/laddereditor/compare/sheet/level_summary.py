"""What one level asks beyond another one, in the ladder's own words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from laddereditor.compare.sheet.direction import direction_of
from laddereditor.compare.sheet.rows import spec_of_row
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, Row, Section
from laddereditor.model.counting import plural
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import key_of, label_of
from laddereditor.model.naming import SEPARATOR

# only_after: the upper column alone asks for it · only_before: the lower one alone does
_HERE = "this ladder"
SummaryKind = Literal["only_after", "raised", "unknown", "lowered", "only_before", "alike"]


@dataclass(frozen=True, slots=True)
class SummaryItem:
    """One demand, quoted from the ladder."""

    kind: SummaryKind
    heading: str  # "What you'd do", "What this level means › Scope"
    before: str  # as the one column has it, "" if it has nothing
    after: str  # as the other column has it, "" if it has nothing

    @property
    def text(self) -> str:
        """The demand as the other column has it, or the one where only that has it."""
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class LevelSummary:
    """The demands of two columns compared; each item is quoted, and nothing is added."""

    before: Subject
    after: Subject
    items: tuple[SummaryItem, ...]  # in reading order
    stays: tuple[tuple[str, int], ...]  # heading, and how many demands both have

    def of(self, *kinds: SummaryKind) -> tuple[SummaryItem, ...]:
        """Return the items of some kinds, in reading order."""
        return tuple(item for item in self.items if item.kind in kinds)

    @property
    def codes(self) -> tuple[str, str]:
        """The levels of the two columns, `("P3", "P4")`; where that is vague, whose they are."""
        return _codes(self.before, self.after)

    @property
    def sentence(self) -> str:
        """The whole in a sentence or two: "P4 asks for 3 things that P3 does not, …"."""
        lower, upper = self.codes
        counts = Counter(item.kind for item in self.items)
        asks = (
            (counts["only_after"], "asks for", "thing", f"that {lower} does not"),
            (counts["raised"], "asks for more in", "point", ""),
            (counts["unknown"], "describes", "thing", "differently"),
        )
        first = [
            f"{verb} {plural(count, noun)} {end}".rstrip()
            for count, verb, noun, end in asks
            if count
        ]
        rest = (
            (counts["lowered"], "asks for less", "ask for less"),
            (counts["only_before"], "falls away", "fall away"),
            (sum(count for _, count in self.stays), "stays", "stay"),
        )
        second = [plural(count, one, several) for count, one, several in rest if count]
        sentences = (f"{upper} {_joined(first)}" if first else "", _joined(second))
        return " ".join(f"{one}." for one in sentences if one) or "Neither asks for anything yet."


def level_summary(comparison: Comparison, column: int, against: int | None = None) -> LevelSummary:
    """Return what a column asks beyond another one.

    Args:
        comparison: A comparison, with all of its rows.
        column: The index of the column.
        against: The index of the column that it is compared with; None for the one that the
            comparison compares it with.
    """
    base = comparison.base_of(column) if against is None else against
    base = comparison.baseline if base is None else base
    before, after = comparison.columns[base], comparison.columns[column]
    demands = _demands(before) | _demands(after)
    items: list[SummaryItem] = []
    stays: Counter[str] = Counter()
    for section in comparison.sections:
        if (spec := demands.get(section.field)) is None:
            continue
        for item in _items(section, spec, (before, base), (after, column)):
            if item.kind == "alike":
                stays[section.heading] += 1
            else:
                items.append(item)
    return LevelSummary(before, after, tuple(items), tuple(stays.items()))


def _demands(subject: Subject) -> dict[str, FieldSpec]:
    specs = field_specs(type(subject.entity)).values()
    return {spec.name: spec for spec in specs if spec.asks == "demand"}


def _items(
    section: Section, spec: FieldSpec, before: tuple[Subject, int], after: tuple[Subject, int]
) -> Iterator[SummaryItem]:
    for row in section.rows:
        base, cell = row.cells[before[1]], row.cells[after[1]]
        kind: SummaryKind
        old, new = "" if base.is_empty else base.text, "" if cell.is_empty else cell.text
        if old and new and not row.is_match:  # each column's own, beside each other
            yield SummaryItem("only_before", _heading(section, row), old, "")
            old, kind = "", "only_after"
        elif old and new:
            sides = (before[0], base), (after[0], cell)
            kind = direction_of(row, spec_of_row(spec, row), *sides)
        else:
            kind = "only_after" if new else "only_before"
        if old or new:
            yield SummaryItem(kind, _heading(section, row), old, new)


def _heading(section: Section, row: Row) -> str:
    return SEPARATOR.join([part for part in (section.heading, row.heading) if part])


def _codes(before: Subject, after: Subject) -> tuple[str, str]:
    codes = (key_of(before.entity), key_of(after.entity))
    owners = (_owner(before), _owner(after))
    is_one_owner = owners[0] == owners[1]
    if codes[0] != codes[1] and not (is_one_owner and before.origin != after.origin):
        return codes
    if is_one_owner:
        owners = (before.origin or _HERE, after.origin or _HERE)
    return f"{codes[0]} of {owners[0]}", f"{codes[1]} of {owners[1]}"


def _owner(subject: Subject) -> str:
    return label_of(subject.family) if subject.family else "all families"


def _joined(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
