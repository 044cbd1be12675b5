"""A matrix as the page of a sheet: levels above, fields at the left, gaps and findings marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from laddereditor.compare.sheet.block import block_row
from laddereditor.compare.sheet.table import (
    HEADINGS,
    Cell,
    Matrix,
    Row,
    SheetColumn,
    is_explained_gap,
)
from laddereditor.edits.cells.pasting import BlockRow, RowColumn
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.comments.comment_rows import COMMENT, sign_of
from laddereditor.presentation.matrix.words import (
    ABSENT,
    ADD_PROFILE,
    cell_words,
    column_words,
    row_words,
    shown_text,
    status_words,
)
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.sheet.refused import with_refused
from laddereditor.presentation.sheet.repeats import (
    Repeats,
    plain_text,
    repeat_sign,
    repeat_words,
    repeats_in,
)
from laddereditor.presentation.text.runs import TextRole, TextRun
from laddereditor.presentation.workspace.refused_texts import RefusedByCell, RefusedText
from laddereditor.rules.finding import Finding

FindingsByPlace = Mapping[
    tuple[Address, FieldPath], Sequence[Finding]
]  # by the place in the ladder
NO_MATRIX = Matrix("", Address(), (), ())
_INDENT = 4  # pixels of rows below a heading
_GROUNDS = {"heading": "window", "group": "alternate"}
_LOOKS: dict[str, TextRole] = {"own": "text", "inherited": "inherited", "gap": "gap"}


@dataclass(frozen=True)
class MatrixPage:
    """The rows of a matrix with what was found about its cells."""

    matrix: Matrix = NO_MATRIX
    found: FindingsByPlace = field(default_factory=dict)
    read_only: bool = False
    refused_texts: RefusedByCell = field(default_factory=dict)

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the levels."""
        return [_head(column) for column in self.matrix.columns]

    @cached_property
    def keys(self) -> Sequence[str]:
        """A key for each row, stable while texts change: the nth item of a list is the nth."""
        return row_keys(self.matrix.rows)

    def source(self, row: int) -> object:
        """Return what a row is made from: its cells, and what was found about them."""
        columns = range(len(self.matrix.rows[row].cells))
        found = [self.findings(row, column) for column in columns]
        refused = [self.refused(row, column) for column in columns]
        repeats = [len(self.repeats(row, column)) for column in columns]
        return self.matrix.rows[row], found, refused, self.read_only, repeats

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell, None in a heading."""
        cells = self.matrix.rows[row].cells
        return cells[column] if column < len(cells) else None

    def cells(self) -> Sequence[Sequence[Cell]]:
        """Return the cells of each row."""
        return [row.cells for row in self.matrix.rows]

    # -- editing ------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The name of the family."""
        return self.matrix.title

    @property
    def column_names(self) -> Sequence[str]:
        """The codes of the levels."""
        return [column.level for column in self.matrix.columns]

    @property
    def column_word(self) -> str:
        """Each column is a level."""
        return "level"

    def block_row(self, row: int) -> BlockRow | None:
        """Return what a row's cells are copied as and where their texts go."""
        return block_row(self.matrix, row)

    def takes_lines(self, row: int, column: int) -> bool:
        """Each cell takes lines: examples of a statement, further statements."""
        return True

    def written(self, row: int, column: int, text: str) -> str:
        """Return the text that was typed: a cell is edited with its examples."""
        return text

    def form_place(self, row: int, column: int) -> tuple[Address, FieldPath] | None:
        """Return the address and the field that show a cell in the form."""
        cell = self.cell(row, column)
        if cell is None or cell.state == "absent":
            return None
        field = cell.field or (cell.place.list_path if cell.place else FieldPath())
        return self.matrix.columns[column].address, field

    @cached_property
    def _repeats(self) -> Repeats:
        return repeats_in(self.matrix.rows)

    def repeats(self, row: int, column: int) -> Sequence[RowColumn]:
        """Return the cells that have the text of a cell, with itself; none if no other has it."""
        cell = self.cell(row, column)
        text = plain_text(cell.text) if cell and self.matrix.rows[row].kind == "item" else ""
        return self._repeats.get(text, ())

    def _repeated(self, row: int, column: int) -> str:
        """Return in words where the text of a cell is too."""
        others = [place for place in self.repeats(row, column) if place != (row, column)]
        return repeat_words([self.matrix.columns[n].level for _, n in others])

    # -- what is found about cells ------------------------------------------------------------

    def findings(self, row: int, column: int) -> Sequence[Finding]:
        """Return what was found about a cell."""
        cell = self.cell(row, column)
        if cell is None or not cell.field:
            return ()
        return self.found.get((self.matrix.columns[column].address, cell.field), ())

    def refused(self, row: int, column: int) -> RefusedText | None:
        """Return what was typed into a cell and cannot be taken."""
        cell = self.cell(row, column)
        if cell is None or not self.refused_texts:
            return None
        path = cell.place.path if cell.place else cell.field
        return self.refused_texts.get((self.matrix.columns[column].address, path)) if path else None

    def side(self, row: int) -> SheetSide:
        """Return the head of a row."""
        rows, one = self.matrix.rows, self.matrix.rows[row]
        is_heading = one.kind in HEADINGS
        run = TextRun(one.heading, "strong" if is_heading else "text")
        ground = _GROUNDS.get(one.kind, "panel")
        return SheetSide(
            CellContent((run,) if one.heading else (), ground=ground),
            row_words(one),
            is_section=is_heading,
            indent=0 if one.kind == "heading" else _INDENT,
            about="" if is_heading else one.about,
            is_joined=row + 1 < len(rows) and _is_joined(one, rows[row + 1]),
        )

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        one, cell = self.matrix.rows[row], self.cell(row, column)
        if cell is None:
            return CellContent(ground=_GROUNDS[one.kind])
        words = self._words(row, cell)
        content = CellContent(
            (TextRun(words, _LOOKS.get(cell.state, "muted")),) if words else (),
            ground={"gap": "warning_bg", "absent": "window"}.get(cell.state, "base"),
            sign=self._sign(row, column, cell),
            mark=repeat_sign(self.repeats(row, column)) or ("≈" if cell.also else ""),
            is_hatched=cell.state == "absent",
        )
        refused = self.refused(row, column)
        return with_refused(content, refused, cell.full_text) if refused else content

    def _words(self, row: int, cell: Cell) -> str:
        """Return the words of a cell; the first one of a missing profile offers to add it."""
        if cell.state == "absent" and row == 0 and not self.read_only:
            return f"+ {ADD_PROFILE}"
        return "" if cell.state == "adder" and self.read_only else shown_text(cell)

    def _sign(self, row: int, column: int, cell: Cell) -> str:
        found = self.findings(row, column)
        if found:
            return sign_of(max(found, key=_weight))
        return "warning" if is_explained_gap(cell) else ""

    def text(self, row: int, column: int) -> str | None:
        """Return the text of a cell, None in a heading."""
        cell = self.cell(row, column)
        return cell.full_text if cell else None

    def typed_text(self, row: int, column: int) -> str | None:
        """Return the text that editing a cell begins with: what it refused, else its text."""
        refused = self.refused(row, column)
        return refused.text if refused else self.text(row, column)

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        cell, one = self.cell(row, column), self.matrix.rows[row]
        if cell is None:
            return ""
        refused = self.refused(row, column)
        messages = f"; {refused.words}" if refused else ""
        if repeated := self._repeated(row, column):
            messages = f"; {repeated}{messages}"
        return (
            cell_words(one, self.matrix.columns[column], cell, self.findings(row, column))
            + messages
        )

    def tip(self, row: int, column: int) -> str:
        """Return the tooltip of a cell: what its text does not show."""
        cell = self.cell(row, column)
        messages = [finding.message for finding in self.findings(row, column)]
        if refused := self.refused(row, column):
            messages.insert(0, refused.words)
        repeated = self._repeated(row, column)
        messages += [repeated[:1].upper() + repeated[1:]] if repeated else []
        return "\n".join([*messages, *_explained(cell)]) if cell else ""

    def is_typed(self, row: int, column: int) -> bool:
        """Whether a text can be typed into a cell."""
        cell = self.cell(row, column)
        return cell is not None and cell.place is not None and not self.read_only

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a row has, and how many lines."""
        texts = [shown_text(cell) for cell in self.matrix.rows[row].cells]
        return max(map(len, texts), default=0), max((t.count("\n") for t in texts), default=0)


def _weight(finding: Finding) -> tuple[bool, int]:
    """Return how much a finding counts: a comment less than what a rule found."""
    return finding.rule != COMMENT, finding.severity.rank


def _head(column: SheetColumn) -> SheetHead:
    code = TextRun(column.level, "muted" if column.is_absent else "strong")
    name = ABSENT if column.is_absent else column.name
    runs = [code, TextRun(f"\u2028{name}", "small")] if name else [code]
    runs += [TextRun(f"\u2028{words}", "muted")] if (words := status_words(column)) else []
    return SheetHead(CellContent(tuple(runs)), column_words(column), is_narrow=column.is_absent)


def _is_joined(row: Row, below: Row) -> bool:
    """Whether the next row belongs to the same list, so that no line parts them."""
    same = (row.section, row.key) == (below.section, below.key)
    return same and row.kind == "item" and below.kind in ("item", "adder")


def _explained(cell: Cell) -> Iterator[str]:
    """Yield the lines of a cell's tooltip: what its text does not show."""
    if cell.note:
        yield f"Inherited {cell.note}" if cell.state == "inherited" else f"Gap: {cell.note}"
    if cell.also:
        by_hand = ", aligned by hand" if cell.is_by_hand else ""
        yield f"In other words at {cell.also}{by_hand}"
    if cell.below:
        yield f"Without it: {cell.below}"


def has_same_levels(one: Matrix, other: Matrix) -> bool:
    """Whether two tables are of the same family with the same columns, whatever they are called."""
    columns = [[(column.level, column.address) for column in t.columns] for t in (one, other)]
    return one.address == other.address and columns[0] == columns[1]


def row_keys(rows: Sequence[Row]) -> list[str]:
    """Return a key for each row, stable while texts change: the nth item of a list is the nth."""
    seen: dict[str, int] = {}
    keys = []
    for row in rows:
        words = row.heading if row.kind == "group" else ""
        key = "\n".join((row.kind, row.section, row.key, words))
        seen[key] = seen.get(key, 0) + 1
        keys.append(f"{key}\n{seen[key]}")
    return keys
