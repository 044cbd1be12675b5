"""What the columns are that name what a row is about, where the levels are across."""

from collections.abc import Sequence

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.across_rows import TopRows
from laddereditor.exchange.tables.recognition.cell_kinds import kind_of
from laddereditor.exchange.tables.recognition.keys_and_links import are_links
from laddereditor.exchange.tables.recognition.sheet_view import (
    LONG,
    SheetView,
    is_number,
    mean_length,
)
from laddereditor.exchange.tables.terms.words import head_role

_DESCRIPTION = 45  # characters of a cell that describes and does not name
_LONGEST_NAME = 120  # characters of a name where nothing else names the rows
_NAMES = frozenset({"family", "function", "track"})
_KEYS = frozenset({"id", "code"})  # of what another column names
_AS_SAID = frozenset({"comment", "score", "id", "description", "proficiency"})


def key_roles(
    view: SheetView, columns: Sequence[int], top: TopRows, rows: Sequence[int], *, before: int
) -> dict[int, LineRole]:
    """Return what the columns outside the levels are.

    The one with the most different names is the competency. Coarser ones are groups, unless their
    heads say that they are families, functions or tracks.

    Args:
        view: The sheet.
        columns: The columns.
        top: The roles of the rows.
        rows: The rows of the table.
        before: The first column of the levels.
    """
    found: dict[int, LineRole] = {}
    names: list[int] = []
    for column in columns:
        texts = view.column(column, rows)
        head = head_above(view, top, column)
        role = "id" if head_role(head) == "code" else head_role(head)
        if role in ("link", "comment") and texts and are_links(view, column, rows):
            found[column] = LineRole("link", reason="it has the addresses of pages")
        elif role == "link":
            found[column] = LineRole("comment", reason=f"its head is “{head}”")
        elif role in _AS_SAID and (texts or head) and not (role == "id" and _are_names(texts)):
            found[column] = LineRole(role, reason=f"its head is “{head}”")
        elif not texts:
            found[column] = LineRole("group" if column < before else "left", reason="it is empty")
            if column < before and _has_group_rows(view, top, column):
                found[column] = LineRole("group", reason="it has names in rows of their own")
        elif all(map(is_number, texts)):
            found[column] = LineRole("id", reason="it has numbers only")
        elif mean_length(texts) >= _DESCRIPTION:
            role = "description" if column < before or role == "description" else "unknown"
            found[column] = LineRole(role, reason="it has long texts")
        elif column > before and role in ("", "unknown"):
            found[column] = LineRole("unknown", reason="its head is not a word that is known")
        else:
            names.append(column)
    if not names and (long_name := _long_name(view, found, top, rows)) is not None:
        names.append(long_name)
    return found | _name_roles(view, names, top, rows)


def _long_name(
    view: SheetView, found: dict[int, LineRole], top: TopRows, rows: Sequence[int]
) -> int | None:
    """Return the first column of long texts that can be names, where nothing else names the rows.

    Args:
        view: The sheet.
        found: The roles of the columns outside the levels so far.
        top: The roles of the rows.
        rows: The rows of the table.
    """
    if any(one.role == "group-row" for one in top.rows):
        return None
    for column in sorted(found):
        texts = view.column(column, rows)
        are_names = all(len(text) <= _LONGEST_NAME and "\n" not in text for text in texts)
        if found[column].role == "description" and are_names and len(set(texts)) == len(rows):
            return column
    return None


def with_marked_statements(
    view: SheetView, found: dict[int, LineRole], rows: Sequence[int]
) -> dict[int, LineRole]:
    """Return the roles of a table of marks, whose longest texts are statements and not names.

    Args:
        view: The sheet.
        found: The roles of the columns outside the levels.
        rows: The rows of the table.
    """
    lengths = {
        c: mean_length(view.column(c, rows))
        for c, one in found.items()
        if one.role in ("competency", "description", "group", "unknown")
    }
    longest = max(lengths, key=lambda c: lengths[c], default=None)
    if longest is None or lengths[longest] < LONG:
        return found
    statement = LineRole("statement", reason="its texts are marked at levels")
    made = {**found, longest: statement}
    names = [c for c in made if made[c].role in ("competency", "group") and view.column(c, rows)]
    if names and not any(made[c].role == "competency" for c in names):
        made[names[-1]] = LineRole("competency", reason="it is the finest name of the rows")
    return made


def _name_roles(
    view: SheetView, names: Sequence[int], top: TopRows, rows: Sequence[int]
) -> dict[int, LineRole]:
    distinct = {c: len({text.casefold() for text in view.column(c, rows)}) for c in names}
    said = {c: head_role(head_above(view, top, c)) for c in names}
    named = [c for c in names if said[c] not in _NAMES]
    found: dict[int, LineRole] = {}
    finest = max(
        named,
        key=lambda c: (distinct[c], said[c] not in _KEYS, said[c] != "group", c),
        default=None,
    )
    for column in names:
        head = head_above(view, top, column)
        if column == finest:
            reason = "it has the most different names"
            found[column] = LineRole("competency", reason=reason)
        elif said[column] in _KEYS:
            found[column] = LineRole("id", reason=f"its head is “{head}”")
        elif said[column] in _NAMES:
            found[column] = LineRole(said[column], reason=f"its head is “{head}”")
        else:
            found[column] = LineRole("group", reason="its names are those of several rows")
    return found


def head_above(view: SheetView, top: TopRows, column: int) -> str:
    """Return the head of a column: the lowest text of the rows of heads, merged ones included.

    Args:
        view: The sheet.
        top: The roles of its rows.
        column: The column.
    """
    for row in sorted(top.heads, reverse=True):
        if text := view.texts[row][column]:
            return text
    return ""


def _are_names(texts: Sequence[str]) -> bool:
    return kind_of(texts) in ("names", "texts") and not all(map(is_number, texts))


def _has_group_rows(view: SheetView, top: TopRows, column: int) -> bool:
    return any(
        one.role == "group-row" and view.texts[row][column] for row, one in enumerate(top.rows)
    )
