"""Columns of keys and of links: which of them are ids from elsewhere, and what they belong to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.sheet_view import SheetView, is_number
from laddereditor.model.web_link import is_safe_address

_OF_KEYS = re.compile(r"(?:^|[\W_]|[a-z](?=id))(?:id|key|uuid|guid|code|nr|no|number)\W*$")
_DIGIT = re.compile(r"\d")


def are_links(view: SheetView, column: int, rows: Sequence[int]) -> bool:
    """Return whether the cells of a column are addresses of pages, or lead to some.

    Args:
        view: The sheet.
        column: The column.
        rows: The rows of the table.
    """
    said = [row for row in rows if view.texts[row][column]]
    return bool(said) and all(
        view.grid.rows[row][column].link
        or all(map(is_safe_address, view.texts[row][column].split()))
        for row in said
    )


def are_keys(texts: Sequence[str], head: str) -> bool:
    """Return whether texts are keys of another program, and do not just count the rows.

    Args:
        texts: The texts of a column.
        head: Its head.
    """
    if not texts or any(" " in text or not _DIGIT.search(text) for text in texts):
        return False
    if all(map(is_number, texts)) and not _OF_KEYS.search(head.casefold()):
        return False
    numbers = [int(text) for text in dict.fromkeys(texts) if text.isdigit()]
    counts = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return not (counts and numbers[0] <= 1)


def belongs_to(view: SheetView, column: int, owners: Sequence[int], rows: Sequence[int]) -> bool:
    """Return whether each name in some columns has one text of a column, and no other has it.

    Args:
        view: The sheet.
        column: The column.
        owners: The columns of names; an empty cell in them means the one above.
        rows: The rows of the table.
    """
    texts: dict[tuple[str, ...], set[str]] = {}
    last = [""] * len(owners)
    for row in rows:
        last = [view.texts[row][c] or before for c, before in zip(owners, last, strict=True)]
        if text := view.texts[row][column]:
            texts.setdefault(tuple(last), set()).add(text)
    single = [next(iter(found)) for found in texts.values() if len(found) == 1]
    return bool(texts) and len(single) == len(texts) and len(set(single)) == len(single)


def owners_of(by_role: dict[str, int]) -> list[int]:
    """Return the columns that name what a row is about: its skill, or its family and level."""
    entity = next((by_role[name] for name in ("skill", "competency") if name in by_role), None)
    if entity is not None:
        return [entity]
    named = (by_role.get(name) for name in ("family", "job-title", "level"))
    return [column for column in named if column is not None]


def settled_keys(
    view: SheetView,
    roles: Sequence[LineRole],
    owners: Sequence[int],
    rows: Sequence[int],
    heads: Sequence[str],
) -> list[LineRole]:
    """Return the roles, where keys and links are those of what they belong to, if to anything.

    Args:
        view: The sheet.
        roles: The roles of its columns.
        owners: The columns that name what a row is about.
        rows: The rows of the table.
        heads: The heads of its columns.
    """
    made = list(roles)
    for column, one in enumerate(roles):
        if one.pinned or not owners:
            continue
        if one.role == "link" and not _depends(view, column, owners, rows):
            made[column] = replace(one, role="comment", reason="it differs within what has a name")
        head = heads[column] if one.role == "id" else ""
        are_ids = bool(head) and are_keys(view.column(column, rows), head)
        if are_ids and belongs_to(view, column, owners, rows):
            reason = f"its head is “{head}”, and each name has its own"
            made[column] = replace(one, role="external-id", reason=reason)
    return made


def _depends(view: SheetView, column: int, owners: Sequence[int], rows: Sequence[int]) -> bool:
    """Whether a column says one thing about each name in others."""
    found: dict[tuple[str, ...], str] = {}
    last = [""] * len(owners)
    for row in rows:
        last = [view.texts[row][c] or before for c, before in zip(owners, last, strict=True)]
        text = view.texts[row][column]
        if text and found.setdefault(tuple(last), text) != text:
            return False
    return True
