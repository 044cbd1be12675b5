"""Read a sheet with a row for each level, profile, skill at a level, or entry of a list."""

from collections.abc import Sequence

from laddereditor.exchange.tables.mapping import LineRole, ReadingName
from laddereditor.exchange.tables.recognition.down_columns import (
    DownColumns,
    are_lists,
    down_columns,
)
from laddereditor.exchange.tables.recognition.head_rows import HeadRows, find_heads
from laddereditor.exchange.tables.recognition.job_titles import names_family
from laddereditor.exchange.tables.recognition.orientation import overlaps
from laddereditor.exchange.tables.recognition.sheet_view import LONG, SHORT, SheetView, mean_length
from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.terms.words import is_total
from laddereditor.model.counting import plural

_CLEARER = 1.1  # times that one overlap is larger than the other
_SURE = 0.6  # strength of a series from which on a list of names alone is one of levels


def find_down(view: SheetView) -> tuple[FoundTable, ...]:
    """Return the ways in which a sheet can be read row by row, each with its score."""
    heads = find_heads(view)
    if heads is None:
        return ()
    rows = _rows(view, heads)
    body = [at for at, one in enumerate(rows) if one.role == "body" and view.filled[at]]
    if not body:
        return ()
    found = down_columns(view, heads, body)
    made = []
    for reading, score, evidence in _scores(view, body, found):
        columns = _fitting_all(found.roles, reading)
        made.append(
            FoundTable(reading, score, evidence, heads.rows, columns, rows, {}, heads.title)
        )
    return tuple(made)


def _fitting_all(roles: Sequence[LineRole], reading: ReadingName) -> tuple[LineRole, ...]:
    described = any(one.role == "description" for one in roles)
    return tuple(
        one if described and one.role == "statement" and reading == "list" else fitting
        for one, fitting in ((one, _fitting(one, reading)) for one in roles)
    )


def table_as(view: SheetView, reading: ReadingName) -> FoundTable | None:
    """Return a sheet read row by row as a person asks for, None if it has no heads or no rows.

    Args:
        view: The sheet.
        reading: The way to read it.
    """
    heads = find_heads(view)
    if heads is None:
        return None
    rows = _rows(view, heads)
    body = [at for at, one in enumerate(rows) if one.role == "body" and view.filled[at]]
    if not body:
        return None
    columns = _fitting_all(down_columns(view, heads, body).roles, reading)
    return FoundTable(reading, 0.0, (), heads.rows, columns, rows, {}, heads.title)


def _fitting(one: LineRole, reading: ReadingName) -> LineRole:
    """Return the role of a column in a way of reading, which decides what unclear texts are."""
    if one.pinned:
        return one
    if reading == "skill-rows" and one.role == "expectation":
        return LineRole("statement", reason=one.reason)
    if reading == "list" and one.role in ("statement", "expectation"):
        return LineRole("description" if one.role == "statement" else "unknown", reason=one.reason)
    return one


def _scores(
    view: SheetView, body: Sequence[int], found: DownColumns
) -> list[tuple[ReadingName, float, tuple[str, ...]]]:
    roles = [one.role for one in found.roles]
    has = set(roles).__contains__
    values = sum(role in ("statement", "proficiency", "description") for role in roles)
    fields = sum(role in ("responsibilities", "uses", "title", "summary", "qualifications", "pay",
                          "experience", "titles", "job-title", "occupation", "external-id",
                          "link") for role in roles)  # fmt: skip
    texts = roles.count("expectation")
    scores: list[tuple[ReadingName, float, tuple[str, ...]]] = []
    about = f"column “{found.level_head}” has levels" if has("level") else ""
    sure = found.level_strength
    entity = has("competency") or has("skill")
    if has("level") and entity and (values or texts):
        scores.append(
            ("skill-rows", 0.55 + 0.4 * sure, (about, "each row names a competency or skill"))
        )
    named = has("family") or has("title") or has("job-title")
    if has("level") and named and fields and not (entity and values):
        scores.append(
            ("profile-rows", 0.5 + 0.4 * sure, (about, "its heads are parts of a profile"))
        )
    if has("level") and not entity and (texts or fields or has("description")):
        score = 0.45 + 0.4 * sure
        evidence = [about, plural(texts, "text column beside it", "text columns beside it")]
        if found.level_strength < 0.5:
            score = _by_overlap(view, body, found, evidence)
        scores.append(("levels-down", score, tuple(evidence)))
    if has("level") and not (entity or values or texts or fields) and sure >= _SURE:
        scores.append(("list", 0.3 + 0.4 * sure, (about, "nothing else is in the table")))
    if entity and (values or texts or has("group") or has("description")):
        score = 0.5 if not has("level") else 0.3
        scores.append(
            ("list", score, ("each row names a competency or skill", "no column has levels"))
        )
    elif entity and named and not (has("level") or _has_lists(view, body, found)):
        scores.append(("list", 0.42, ("each row names a competency or skill of a job",)))
    if has("family") and not (has("level") or entity) and names_family(found.family_head):
        scores.append(("list", 0.45, (f"column “{found.family_head}” has families",)))
    return [(name, score, tuple(filter(None, evidence))) for name, score, evidence in scores]


def _has_lists(view: SheetView, body: Sequence[int], found: DownColumns) -> bool:
    """Whether the cells of skills hold several each, so that a row is a job and not a skill."""
    columns = [c for c, one in enumerate(found.roles) if one.role in ("skill", "competency")]
    return any(are_lists(view.column(column, body)) for column in columns)


def _by_overlap(
    view: SheetView, body: Sequence[int], found: DownColumns, evidence: list[str]
) -> float:
    columns = [c for c, one in enumerate(found.roles) if one.role == "expectation"]
    along_rows, along_columns = overlaps(view, body, columns)
    if along_columns > along_rows * _CLEARER:
        evidence.append("neighbours in a column share more rare words than neighbours in a row")
        return 0.65
    return 0.2


def _rows(view: SheetView, heads: HeadRows) -> tuple[LineRole, ...]:
    last = heads.rows[-1]
    bottom = view.pins.bottom if view.pins.bottom is not None else _bottom(view, last)
    roles = []
    for row in range(view.height):
        pin = view.pins.rows.get(row)
        if pin is not None:
            roles.append(LineRole(pin.role, pin.value, reason="you said so", pinned=True))
        else:
            roles.append(_role(view, row, heads, bottom))
    return tuple(roles)


def _role(view: SheetView, row: int, heads: HeadRows, bottom: int) -> LineRole:
    if row in heads.rows:
        return LineRole("head", reason="it has the heads of the columns")
    if row in view.grid.hidden_rows:
        return LineRole("hidden", reason="it is hidden")
    if row < heads.rows[0]:
        return LineRole("note", reason="it is above the table")
    if row > bottom:
        return LineRole("note", reason="it is below the last filled row of the table")
    return _in_table(view, row, len(heads.heads))


def _in_table(view: SheetView, row: int, width: int) -> LineRole:
    filled = view.filled[row]
    if filled and is_total(view.texts[row][filled[0]]):
        return LineRole("total", reason=f"it is labelled “{view.texts[row][filled[0]]}”")
    if len(filled) == 1 and filled[0] == 0 and width > 2 and _is_group(view, row):
        return LineRole("group-row", view.texts[row][0], reason="it has a name and nothing else")
    return LineRole("body")


def _is_group(view: SheetView, row: int) -> bool:
    cell = view.grid.rows[row][0]
    below = view.filled[row + 1] if row + 1 < view.height else ()
    return len(cell.text) <= SHORT and (cell.bold or bool(cell.shade) or 0 in below)


def _bottom(view: SheetView, last: int) -> int:
    """Return the last row with at least two cells, or one that continues the table above it."""
    bottom = last
    for row in range(last + 1, view.height):
        filled = view.filled[row]
        if len(filled) >= 2 or (len(filled) == 1 and row == bottom + 1 and filled[0] > 0):
            bottom = row
    return bottom


def long_columns(view: SheetView, rows: Sequence[int]) -> list[int]:
    """Return the columns whose texts are more than names."""
    return [c for c in range(view.width) if mean_length(view.column(c, rows)) >= LONG]
