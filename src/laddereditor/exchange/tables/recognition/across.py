"""Read a sheet with the levels, or the steps of a scale, across."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.across_rows import TopRows, row_roles
from laddereditor.exchange.tables.recognition.blocks import (
    LevelBlock,
    LevelRow,
    best_level_row,
    without_words,
)
from laddereditor.exchange.tables.recognition.cell_kinds import (
    CellsKind,
    kind_of,
    may_be_proficiencies,
)
from laddereditor.exchange.tables.recognition.key_columns import (
    head_above,
    key_roles,
    with_marked_statements,
)
from laddereditor.exchange.tables.recognition.keys_and_links import settled_keys
from laddereditor.exchange.tables.recognition.orientation import overlaps
from laddereditor.exchange.tables.recognition.sheet_view import SheetView, mean_length
from laddereditor.exchange.tables.recognition.spanned import spanned_level_row
from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.terms.words import head_role, step_place
from laddereditor.model.counting import plural

_LEAST_ROWS = 2
_WELL_FILLED = 0.6  # share of the cells at levels that are filled in a clear table
_CLEARER = 1.1  # times that one overlap is larger than the other


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows under the heads, and what the cells at the levels are."""

    rows: tuple[int, ...]
    fill: float  # share of the cells at levels that are filled
    main: CellsKind


@dataclass(frozen=True, slots=True)
class _Across:
    """A sheet with its heads, the roles of its rows, and its body."""

    view: SheetView
    found: LevelRow
    top: TopRows
    body: _Body


def find_across(view: SheetView) -> FoundTable | None:
    """Return a sheet read with its levels across, None if it has no such heads."""
    level_row = _level_row(view)
    by_words = level_row is not None
    level_row = level_row or without_words(view)
    if level_row is None:
        return None
    top = row_roles(view, level_row)
    body = _body(view, level_row, top)
    if len(body.rows) < (1 if by_words else _LEAST_ROWS):
        return None
    table = _Across(view, level_row, top, body)
    columns = _columns(table)
    score, evidence = _judged(table, by_words=by_words)
    doubts = _doubts(table, {one.role for one in columns})
    is_clear = by_words and body.main == "texts" and body.fill >= _WELL_FILLED
    return FoundTable(
        "levels-across",
        score,
        evidence,
        top.heads,
        columns,
        top.rows,
        doubts,
        top.title,
        is_clear=is_clear,
    )


def _level_row(view: SheetView) -> LevelRow | None:
    """Return the row of heads whose columns have texts, or else one above marks and numbers."""
    spanned, best = spanned_level_row(view), best_level_row(view)
    if spanned is None or best is None:
        return spanned or best
    return best if _body(view, best, row_roles(view, best)).main == "texts" else spanned


def _body(view: SheetView, level_row: LevelRow, top: TopRows) -> _Body:
    below = range(level_row.row + 1, view.height)
    rows = tuple(at for at in below if top.rows[at].role == "body")
    texts = [view.texts[r][b.first] for r in rows for b in level_row.blocks]
    said = [text for text in texts if text]
    return _Body(rows, len(said) / len(texts) if texts else 0.0, kind_of(said))


def _columns(table: _Across) -> tuple[LineRole, ...]:
    view, blocks = table.view, table.found.blocks
    levels = {
        column: _level_role(table, block, at)
        for block in blocks
        for at, column in enumerate(block.columns)
    }
    others = tuple(c for c in range(view.width) if c not in levels)
    keys = key_roles(view, others, table.top, table.body.rows, before=blocks[0].first)
    if table.body.main == "marks":
        keys = with_marked_statements(view, keys, table.body.rows)
    found = {**_with_keys(table, keys), **levels}
    has_steps = any(one.role == "at-step" for one in levels.values())
    is_marked = any(one.role == "statement" for one in keys.values())
    rated = table.body.main in ("numbers", "steps", "marks")
    wants_skill = has_steps or (rated and not is_marked)
    return tuple(
        _pinned(view, column, _as_skill(found.get(column, LineRole("unknown")), wants=wants_skill))
        for column in range(view.width)
    )


def _with_keys(table: _Across, keys: dict[int, LineRole]) -> dict[int, LineRole]:
    """Return the roles of the columns outside the levels, with ids from elsewhere and links."""
    view, rows = table.view, table.body.rows
    roles = [keys.get(column, LineRole("left")) for column in range(view.width)]
    owners = [column for column, one in keys.items() if one.role == "competency"]
    heads = [head_above(view, table.top, column) for column in range(view.width)]
    settled = settled_keys(view, roles, owners, rows, heads)
    return {column: settled[column] for column in keys}


def _as_skill(one: LineRole, *, wants: bool) -> LineRole:
    return replace(one, role="skill") if wants and one.role == "competency" else one


def _level_role(table: _Across, block: LevelBlock, at: int) -> LineRole:
    """Return what a column of a level is, by its head and by the same column of all levels.

    Args:
        table: The sheet.
        block: The columns of the level.
        at: The number of the column among them, from 0.
    """
    same = [b.first + at for b in table.found.blocks if b.first + at <= b.last]
    texts = [table.view.texts[row][column] for row in table.body.rows for column in same]
    kind = kind_of([text for text in texts if text])
    own = _sub_head(table, block.first + at, first=at == 0)
    said = head_role(own) if own else ""
    if said in ("comment", "score", "id"):
        return LineRole(said, block.head, own, f"its head is “{own}”")
    if kind == "marks" or (kind in ("numbers", "names") and _are_own_names(table, same)):
        reason = "its cells mark where the level is there"
        return LineRole("present-at-level", block.head, own, reason)
    if kind in ("steps", "numbers"):
        is_expected = said == "proficiency" or kind == "steps" or at == 0
        return _rated(table, LineRole("", block.head, own), is_expected=is_expected)
    if kind == "empty" and at:
        return LineRole("comment" if own else "left", block.head, own, "it is empty")
    role = "at-step" if _are_steps(table) else "at-level"
    return LineRole(role, block.head, own, "its head is a level")


def _rated(table: _Across, one: LineRole, *, is_expected: bool) -> LineRole:
    """Return the role of a column of numbers or steps: expected proficiencies or scores."""
    scores = table.view.answers.get("numbers") == "scores"
    if _are_steps(table) or scores or not is_expected:
        return replace(one, role="score", reason="it has numbers beside the texts")
    return replace(one, role="proficiency-at-level", reason="its cells are steps of a scale")


def _are_own_names(table: _Across, columns: Sequence[int]) -> bool:
    """Whether each cell repeats the head of its column: 3 under “3”."""
    heads = {b.first: b.head for b in table.found.blocks}
    pairs = [
        (table.view.texts[row][column], heads[column])
        for row in table.body.rows
        for column in columns
        if column in heads and table.view.texts[row][column]
    ]
    return bool(pairs) and all(text == head for text, head in pairs)


def _sub_head(table: _Across, column: int, *, first: bool) -> str:
    """Return the head of a column inside a level: in the row of levels, or in the one below."""
    texts, row = table.view.texts, table.found.row
    if not first and (own := texts[row][column]):
        return own
    below = [head for head in table.top.heads if row < head <= row + 2]
    return next((texts[head][column] for head in below if texts[head][column]), "")


def _are_steps(table: _Across) -> bool:
    """Whether the heads are a scale of proficiencies and not levels."""
    view = table.view
    pinned = {view.pins.columns[c].role for c in view.pins.level_columns}
    if pinned:
        return "at-step" in pinned and "at-level" not in pinned
    if not can_be_steps(table.found):
        return False
    return view.answers.get("steps", "steps") == "steps" and table.body.main in ("texts", "names")


def can_be_steps(level_row: LevelRow) -> bool:
    """Return whether all heads are words of a scale, such as Beginner … Expert."""
    places = [step_place(block.head) for block in level_row.blocks]
    return all(place is not None for place in places) and len(set(places)) > 1


def _pinned(view: SheetView, column: int, found: LineRole) -> LineRole:
    pin = view.pins.columns.get(column)
    if pin is None:
        return found
    return LineRole(pin.role, pin.value or found.value, found.group, "you said so", pinned=True)


def _judged(table: _Across, *, by_words: bool) -> tuple[float, tuple[str, ...]]:
    """Return how well the reading fits, and why."""
    level_row, body = table.found, table.body
    names = " · ".join(block.head for block in level_row.blocks[:4])
    head = f"row {level_row.row + 1} has the heads {names}, which are "
    strength = level_row.strength
    evidence = [head + "words or codes of levels"]
    if not by_words:
        strength, reason = _by_overlap(table)
        evidence = [head + "no usual words of levels", reason]
    texts = [table.view.texts[r][b.first] for r in body.rows for b in level_row.blocks]
    said = [text for text in texts if text]
    length = mean_length(said)
    below = plural(len(body.rows), "row below has cells", "rows below have cells")
    about = plural(round(length), "character")
    evidence.append(f"{below} there, of {about} each on average")
    if body.main == "numbers" and not may_be_proficiencies(said):
        return 0.15, (*evidence, "the numbers are too large for proficiencies")
    size = min(1.0, len(body.rows) / 4)
    return 0.6 * strength + 0.25 * body.fill + 0.15 * size, tuple(evidence)


def _by_overlap(table: _Across) -> tuple[float, str]:
    columns = [block.first for block in table.found.blocks]
    along_rows, along_columns = overlaps(table.view, table.body.rows, columns)
    if along_rows > along_columns * _CLEARER:
        return 0.7, "neighbours in a row share more rare words than neighbours in a column"
    return 0.2, "neighbours in a column share more rare words than neighbours in a row"


def _doubts(table: _Across, roles: set[str]) -> dict[str, tuple[str, str]]:
    doubts: dict[str, tuple[str, str]] = {}
    main = table.body.main
    if main == "numbers" and "present-at-level" not in roles:
        doubts["numbers"] = ("proficiencies", "they are right under the heads of the levels")
    elif "score" in roles and main == "texts":
        doubts["numbers"] = ("scores", "they are beside texts")
    if can_be_steps(table.found) and main in ("texts", "names"):
        doubts["steps"] = ("steps", "all heads are words of a scale of proficiencies")
    if any(one.role == "group-row" for one in table.top.rows):
        doubts["shaded"] = ("groups", "rows of their own are above several rows with texts")
    return doubts
