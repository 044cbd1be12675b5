"""What a column of long texts describes, by what it depends on.

A text that is the same for all rows of a family is the family's; one that is the same for a family
and level is the profile's; one that is the same for a skill is the skill's.
"""

from collections.abc import Sequence
from dataclasses import replace

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.sheet_view import SheetView

_UNCLEAR = frozenset({"description", "summary"})


def settled_descriptions(
    view: SheetView, roles: Sequence[LineRole], body: Sequence[int]
) -> list[LineRole]:
    """Return the roles of columns, where those headed “Description” are what they depend on.

    Args:
        view: The sheet.
        roles: The roles of its columns.
        body: The rows of the table.
    """
    by_role = {one.role: c for c, one in enumerate(roles)}
    made = []
    for column, one in enumerate(roles):
        made.append(_settled(view, one, column, by_role, body) if one.role in _UNCLEAR else one)
    return made


def _settled(
    view: SheetView, one: LineRole, column: int, by_role: dict[str, int], body: Sequence[int]
) -> LineRole:
    family, level = by_role.get("family", by_role.get("job-title")), by_role.get("level")
    entity = by_role.get("competency", by_role.get("skill"))
    if family is not None and level is None and entity is None:
        return replace(one, role="family-summary", reason="it is one text for each family")
    if family is not None and "family" in by_role and _depends(view, column, [family], body):
        return replace(one, role="family-summary", reason="it is the same for all rows of a family")
    if entity is not None and _depends(view, column, [entity], body):
        return replace(one, role="description", reason="it is the same wherever a name is")
    if entity is not None and level is not None and "statement" not in by_role:
        return replace(one, role="statement", reason="it differs by competency and level")
    if level is not None and entity is None:
        return replace(one, role="summary", reason="it is one text for each level")
    return one


def _depends(view: SheetView, column: int, on: Sequence[int], body: Sequence[int]) -> bool:
    """Whether a column has one text for each value of others, which are there repeatedly."""
    texts: dict[tuple[str, ...], set[str]] = {}
    last = [""] * len(on)
    count = 0
    for row in body:
        last = [view.texts[row][c] or before for c, before in zip(on, last, strict=True)]
        if text := view.texts[row][column]:
            texts.setdefault(tuple(last), set()).add(text)
            count += 1
    repeated = count > len(texts) or len(texts) == 1
    return bool(texts) and repeated and all(len(found) == 1 for found in texts.values())
