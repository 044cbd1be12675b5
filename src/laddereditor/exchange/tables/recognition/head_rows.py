"""The row of heads of a table that has a row for each level, profile, skill or item."""

from dataclasses import dataclass

from laddereditor.exchange.tables.recognition.sheet_view import (
    LONG,
    SHORT,
    SheetView,
    is_number,
    mean_length,
)
from laddereditor.exchange.tables.terms.words import head_role, is_about_people
from laddereditor.model.spacing import single_spaced

_LOOKED_AT = 15


@dataclass(frozen=True, slots=True)
class HeadRows:
    """The rows of heads, with the head of each column and what is above it."""

    rows: tuple[int, ...]
    heads: tuple[str, ...]
    upper: tuple[str, ...]
    title: str


def find_heads(view: SheetView) -> HeadRows | None:
    """Return the heads of the columns of a sheet, None if it has none."""
    found = _found_heads(view, ())
    pinned = view.pins.head_rows
    is_so = found is not None and set(pinned) <= set(found.rows)
    return found if is_so else _found_heads(view, pinned)


def _found_heads(view: SheetView, pinned: tuple[int, ...]) -> HeadRows | None:
    """Return the heads of the columns, in rows that a person made heads if there are any."""
    rows = pinned or [r for r in range(min(view.height, _LOOKED_AT)) if len(view.filled[r]) > 1]
    best = max(rows, key=lambda row: (_weight(view, row), -row), default=None)
    if best is None or (not pinned and _weight(view, best) <= 0):
        return None
    if best and not pinned and _is_finer(view, best - 1):
        best -= 1
    second = _second(view, best)
    upper = best if second is not None else None
    lowest = second if second is not None else best
    found = tuple(sorted(pinned or {best, lowest}))
    own = _reached(view, lowest, spread=False)
    above = _reached(view, upper, spread=True) if upper is not None else ("",) * view.width
    heads = tuple(one or other for one, other in zip(own, above, strict=True))
    groups = tuple(
        other if one and one != other else "" for one, other in zip(own, above, strict=True)
    )
    first = [text for row in range(found[0]) for text in view.texts[row] if text]
    return HeadRows(found, heads, groups, first[0] if first else "")


def _weight(view: SheetView, row: int) -> float:
    """Return how much a row looks like heads: known words, short texts, texts below."""
    texts = [view.texts[row][c] for c in view.filled[row]]
    if any(len(text) > SHORT or is_number(text) for text in texts):
        return 0.0
    known = sum(bool(head_role(text)) or is_about_people(text) for text in texts)
    widest = max((len(filled) for filled in view.filled), default=1)
    below = any(view.filled[r] for r in range(row + 1, min(view.height, row + 4)))
    return (known + 0.1) * (len(texts) / widest) * (1.0 if below else 0.0) - 0.05 * row


def _second(view: SheetView, row: int) -> int | None:
    """Return the row of heads below a row whose merged or empty cells it fills, None for none."""
    if row + 2 >= view.height:
        return None
    below = view.texts[row + 1]
    if _is_finer(view, row):
        return row + 1
    merged = [span for at, span in view.spans.items() if at[0] == row and span.right > span.left]
    under = [c for span in merged for c in range(span.left, min(span.right, view.width - 1) + 1)]
    if not under or any(not below[c] or len(below[c]) > SHORT for c in under):
        return None
    others = [c for c in view.filled[row + 1] if c not in under]
    return None if others and any(view.texts[row][c] for c in others) else row + 1


def _is_finer(view: SheetView, row: int) -> bool:
    """Whether the row below names the same columns again, but not the first one: “Level”."""
    first, *others = view.filled[row] or (0,)
    under = view.filled[row + 1]
    if len(under) < 2 or first in under or head_role(view.texts[row][first]) != "level":
        return False
    are_short = all(len(view.texts[row + 1][c]) <= SHORT for c in under)
    texts = [mean_length(view.column(c, range(row + 2, view.height))) for c in under]
    return are_short and set(others) & set(under) != set() and max(texts) >= LONG


def _reached(view: SheetView, row: int, *, spread: bool) -> tuple[str, ...]:
    """Return the texts of a row; `spread` repeats merged ones over their columns."""
    texts = list(view.texts[row])
    if spread:
        for (top, left), span in view.spans.items():
            if top == row:
                for column in range(left, min(span.right, view.width - 1) + 1):
                    texts[column] = view.texts[row][left]
    return tuple(single_spaced(text) for text in texts)
