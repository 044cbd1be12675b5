"""What the rows of a sheet with the levels across are."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.blocks import LevelRow, level_row
from laddereditor.exchange.tables.recognition.sheet_view import LONG, SHORT, SheetView
from laddereditor.exchange.tables.roles import ROLES
from laddereditor.exchange.tables.terms.level_heads import series_strength
from laddereditor.exchange.tables.terms.words import (
    head_role,
    is_about_people,
    is_total,
    pay_part,
    table_words,
    word_key,
)
from laddereditor.model.spacing import single_spaced

_ATTRIBUTES = frozenset(
    {"title", "titles", "experience", "pay", "code", "level-name", "summary", "level",
     "responsibilities", "qualifications"}
)  # fmt: skip
_ATTRIBUTE_ROWS = 8  # rows below the heads in which titles, years and pay are looked for
_SHORT_FACTOR = 40  # characters of a theme or motto of a level
_LONGEST_OF = {"code": 12, "title": 60, "level-name": 60, "experience": 60, "pay": 80}
_SUB_HEADS = "it has heads inside the levels"
_SERIES = 0.5  # strength from which on texts above the heads are names of the levels
_LONGEST = 240  # characters of what a row above the heads says about a level
_WELL_FILLED = 0.34  # share of the cells at levels in the last row of a table


@dataclass(frozen=True)
class TopRows:
    """The roles of all rows, the rows of heads, and the text above the table."""

    rows: tuple[LineRole, ...]
    heads: tuple[int, ...]
    title: str


@dataclass(frozen=True)
class _AcrossRows:
    """A sheet with its heads, its columns, and the last row of its table."""

    view: SheetView
    found: LevelRow
    firsts: tuple[int, ...]  # the first column of each level
    keys: tuple[int, ...]  # the columns outside the levels
    bottom: int

    def said(self, row: int) -> list[int]:
        """Return the first columns of levels that have a text in a row."""
        return [column for column in self.firsts if self.view.texts[row][column]]

    def label(self, row: int) -> str:
        """Return the text that names a row: the last one outside the levels."""
        texts = [self.view.texts[row][c] for c in self.keys if self.view.texts[row][c]]
        return single_spaced(texts[-1]) if texts else ""


def row_roles(view: SheetView, found: LevelRow) -> TopRows:
    """Return what each row is.

    Args:
        view: The sheet.
        found: Its row with the heads of levels.
    """
    firsts = tuple(block.first for block in found.blocks)
    inside = {column for block in found.blocks for column in block.columns}
    keys = tuple(c for c in range(view.width) if c not in inside)
    bottom = view.pins.bottom if view.pins.bottom is not None else _bottom(view, found, firsts)
    rows = _AcrossRows(view, found, firsts, keys, bottom)
    own = LineRole("head", reason="it has the heads of the levels")
    roles = [
        own if row == found.row else _pinned(rows, row, _role(rows, row))
        for row in range(view.height)
    ]
    above = [row for row in range(found.row) if roles[row].role == "note"]
    title = next((text for row in above for text in view.texts[row] if text), "")
    heads = {found.row, *(row for row, one in enumerate(roles) if one.role == "head")}
    roles = _with_factors(rows, _with_family_rows(view, roles, found))
    return TopRows(tuple(roles), tuple(sorted(heads)), title)


def _pinned(rows: _AcrossRows, row: int, found: LineRole) -> LineRole:
    pin = rows.view.pins.rows.get(row)
    if pin is None:
        return found
    label = rows.label(row) if ROLES[pin.role].use == "value" else ""
    value = pin.value or found.value or label
    return LineRole(pin.role, value, reason="you said so", pinned=True)


def _bottom(view: SheetView, found: LevelRow, firsts: Sequence[int]) -> int:
    """Return the last row with as many texts at levels as a row of the table has."""
    least = max(1, round(_WELL_FILLED * len(firsts)))
    filled = [
        row
        for row in range(found.row + 1, view.height)
        if sum(bool(view.texts[row][column]) for column in firsts) >= least
    ]
    return filled[-1] if filled else found.row


def _role(rows: _AcrossRows, row: int) -> LineRole:
    view, found = rows.view, rows.found
    if row in view.grid.hidden_rows:
        return LineRole("hidden", reason="it is hidden")
    if not view.filled[row]:
        return LineRole("body", reason="it is empty")
    if row < found.row:
        return _above(rows, row)
    if row > rows.bottom:
        return LineRole("note", reason="it is below the last filled row of the table")
    if row <= found.row + 2 and _is_sub_head(view, row, found):
        return LineRole("head", reason=_SUB_HEADS)
    return _filled(rows, row) if rows.said(row) else _without_texts(rows, row)


def _above(rows: _AcrossRows, row: int) -> LineRole:
    """Return what a row above the heads is: another name of the levels, or something about each."""
    view, found = rows.view, rows.found
    said, label = rows.said(row), rows.label(row)
    texts = [view.texts[row][c] for c in said]
    is_short = all(len(text) <= _LONGEST for text in texts)
    enough = len(said) >= max(2, len(found.blocks) // 2)
    if enough and is_short and (role := _attribute(label, texts)):
        return role
    if found.row - row <= 2 and said and head_role(texts[0]) in ("level", "step"):
        return LineRole("head", reason="it is the heading above the levels")
    if label and not said and len(view.filled[row]) > 1:
        return LineRole("head", reason="it has heads of other columns")
    return LineRole("note", reason="it is above the table")


def _attribute(label: str, texts: Sequence[str]) -> LineRole | None:
    role = head_role(label)
    named = "code" if role == "level" else role
    if role in _ATTRIBUTES and label and _can_be(named, texts):
        return LineRole(named, label, reason=f"it is labelled “{label}”")
    if series_strength(texts) >= _SERIES:
        return LineRole("level-name", reason="it has other names of the levels")
    if label:
        return LineRole("factor", label, reason="it says something short about each level")
    return None


def _can_be(role: str, texts: Sequence[str]) -> bool:
    """Return whether the texts of a row are short enough for what its label says.

    A row labelled “Code” may be about a competency of that name.
    """
    longest = _LONGEST_OF.get(role)
    return longest is None or max(map(len, texts), default=0) <= longest


def _filled(rows: _AcrossRows, row: int) -> LineRole:
    """Return what a row with texts at levels is."""
    view, label = rows.view, rows.label(row)
    texts = [single_spaced(view.texts[row][c]) for c in rows.said(row)]
    heads = [single_spaced(view.texts[rows.found.row][c]) for c in rows.said(row)]
    if row == rows.found.row + 1 and not label and series_strength(texts) >= _SERIES:
        return LineRole("level-name", reason="it has other names of the levels")
    if len(texts) > 1 and (texts == heads or _is_new_head(view, row)):
        return LineRole("head", reason="it has the heads of another table")
    if is_total(label) or is_about_people(label):
        return LineRole("total", reason=f"it is labelled “{label}”")
    is_known = word_key(label) in table_words().heads or pay_part(label)
    role = head_role(label) if is_known else ""
    if role in _ATTRIBUTES - {"level", "summary"} and _can_be(role, texts):
        return LineRole(role, label, reason=f"it is labelled “{label}”")
    return LineRole("body", reason="it has texts at levels")


def _without_texts(rows: _AcrossRows, row: int) -> LineRole:
    """Return what a row without a text at any level is."""
    view, label = rows.view, rows.label(row)
    if len(view.filled[row]) <= 2 and len(label) <= SHORT:
        return LineRole("group-row", label, reason="it has a name, and no text at any level")
    if any(len(view.texts[row][c]) > SHORT for c in view.filled[row]):
        return LineRole("note", reason="it is one long text beside the levels")
    return LineRole("body", reason="it has no text at any level")


def _with_factors(rows: _AcrossRows, roles: Sequence[LineRole]) -> list[LineRole]:
    """Return the roles, where short texts before titles, years and pay say something like them."""
    start = rows.found.row + 1
    near = range(start, min(len(roles), start + _ATTRIBUTE_ROWS))
    last = max((row for row in near if roles[row].role in _ATTRIBUTES), default=start)
    made = list(roles)
    for row in range(start, last):
        texts = [rows.view.texts[row][c] for c in rows.said(row)]
        is_short = bool(texts) and max(map(len, texts)) <= _SHORT_FACTOR
        if made[row].role == "body" and is_short and rows.label(row) and not made[row].pinned:
            reason = "it says something short about each level"
            made[row] = LineRole("factor", rows.label(row), reason=reason)
    return made


def _is_new_head(view: SheetView, row: int) -> bool:
    if any(len(view.texts[row][c]) > SHORT for c in view.filled[row]):
        return False
    following = (r for r in range(row + 1, min(view.height, row + 3)) if view.filled[r])
    below = next(following, None)
    if below is None or max(map(len, view.texts[below])) < LONG:
        return False
    found = level_row(view, row)
    if found is None or found.strength < 0.7:
        return False
    return any(len(view.texts[below][block.first]) >= LONG for block in found.blocks)


def _is_sub_head(view: SheetView, row: int, found: LevelRow) -> bool:
    """Whether a row has a head for each column of a level, the same for every level."""
    parts = [tuple(view.texts[row][c].casefold() for c in b.columns) for b in found.blocks]
    if len(parts[0]) < 2 or not any(parts[0]):
        return False
    same = sum(part == parts[0] for part in parts)
    return same >= max(2, len(parts) - 1) and all(len(text) <= SHORT for text in parts[0])


def _with_family_rows(
    view: SheetView, roles: Sequence[LineRole], found: LevelRow
) -> list[LineRole]:
    """Return the roles, where names right above each of several heads are those of families."""
    made = list(roles)
    heads = [
        row for row, one in enumerate(roles) if one.role == "head" and one.reason != _SUB_HEADS
    ]
    tables = [row for row in heads if row >= found.row and row - 1 not in heads]
    if len(tables) < 2:
        return made
    for row in tables:
        above = row - 1
        while above >= 0 and not view.filled[above]:
            above -= 1
        if above < 0 or len(view.filled[above]) != 1 or made[above].pinned:
            continue
        text = view.texts[above][view.filled[above][0]]
        if len(text) <= SHORT and made[above].role in ("note", "group-row", "body"):
            made[above] = LineRole("family-row", text, reason="it is the title of a table")
    return made
