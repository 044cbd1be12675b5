"""The lines of the table: a comparison's sections and rows as they are shown below each other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section

ONLY_HERE = "Only here"


@dataclass(frozen=True, slots=True)
class TableLine:
    """A section's heading, or one of its rows."""

    section: Section
    row: Row | None = None
    folded: bool = False  # of a heading: its rows are not shown
    alone: bool = False  # the only row of its section, which needs no heading of its own
    key: str = ""  # the same for the same row before and after a change

    @property
    def is_heading(self) -> bool:
        """Whether this is the heading of a section."""
        return self.row is None

    @property
    def words(self) -> str:
        """The words at the left of the line."""
        if self.row is None or self.alone:
            return self.section.heading
        return self.row.heading

    def cell(self, column: int) -> Cell | None:
        """Return what a column has here; None if it is nothing."""
        cell = self.row.cells[column] if self.row else None
        return None if cell is None or cell.is_empty else cell


def is_difference(line: TableLine) -> bool:
    """Whether the columns differ in a line, which a heading does not say."""
    return line.row is not None and line.row.differs


def differences_in(line: TableLine) -> int:
    """Return how many differences a line stands for: those of a folded section, or itself."""
    if line.folded:
        return sum(row.differs for row in line.section.rows)
    return int(line.row is not None and line.row.differs)


def side_words(lines: Sequence[TableLine]) -> list[tuple[str, ...]]:
    """Return the words at the left of each line: each heading and "only here" are said once."""
    found: list[tuple[str, ...]] = []
    above: Row | None = None
    for line in lines:
        row = line.row
        if row is None or line.alone:
            found.append((line.section.heading,))
        else:
            is_same = above is not None and above.field == row.field
            is_same = is_same and above is not None and above.heading == row.heading
            words = () if is_same or not row.heading else (row.heading,)
            is_said = row.is_match or (is_same and above is not None and not above.is_match)
            only = () if is_said else (f"\u2028{ONLY_HERE}" if words else ONLY_HERE,)
            found.append((*words, *only))
        above = row
    return found


def lines_of(
    comparison: Comparison,
    folded: Collection[str] = (),
    *,
    differences: bool = False,
    stay: Collection[Row] = (),
) -> list[TableLine]:
    """Return the lines that are shown.

    A section of one row without words of its own is that row alone.

    Args:
        comparison: The comparison.
        folded: The fields of the sections whose rows are hidden.
        differences: Whether rows that are the same in all columns are left out, and so sections in
            which nothing differs.
        stay: Rows that are shown even if nothing differs in them.
    """
    found: list[TableLine] = []
    staying = {id(row) for row in stay}
    for section in comparison.sections:
        rows = [row for row in section.rows if not differences or row.differs or id(row) in staying]
        if not rows:
            continue
        if len(section.rows) == 1 and not section.rows[0].heading:
            found.append(TableLine(section, rows[0], alone=True, key=f"only {section.field}"))
            continue
        closed = section.field in folded
        found.append(TableLine(section, folded=closed, key=f"section {section.field}"))
        if not closed:
            found.extend(_keyed(section, rows, comparison.baseline))
    return found


def rows_that_stay(
    lines: Sequence[TableLine], comparison: Comparison, current: int
) -> tuple[Row, ...]:
    """Return the rows of a comparison that an edit may not take from the sight of a person.

    They are the rows that were shown before, and the one of the current cell, which may say the
    same in all columns now.

    Args:
        lines: The lines before the edit.
        comparison: The comparison after it.
        current: The index of the line of the current cell, -1 for none.
    """
    shown = tuple(line.row for line in lines if line.row is not None)
    line = lines[current] if 0 <= current < len(lines) else None
    if line is None or line.row is None:
        return shown
    number = next(n for n, row in enumerate(line.section.rows) if row is line.row)
    sections = (one for one in comparison.sections if one.field == line.section.field)
    now = next(sections, None)
    is_same_list = now is not None and len(now.rows) == len(line.section.rows)
    return (*shown, now.rows[number]) if now is not None and is_same_list else shown


def _keyed(section: Section, rows: list[Row], baseline: int) -> list[TableLine]:
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        cell = (
            row.cells[baseline]
            if not row.cells[baseline].is_empty
            else next(cell for cell in row.cells if not cell.is_empty)
        )
        name = f"{row.field} {row.heading} {cell.text}"
        seen[name] = seen.get(name, 0) + 1
        found.append(TableLine(section, row, key=f"{name} {seen[name]}"))
    return found
