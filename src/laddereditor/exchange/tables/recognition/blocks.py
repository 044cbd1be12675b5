"""The levels across: which row of a sheet has their heads, and which columns belong to each."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables.recognition.sheet_view import (
    LONG,
    SHORT,
    SheetView,
    is_number,
    mean_length,
)
from laddereditor.exchange.tables.roles import ROLES
from laddereditor.exchange.tables.terms.level_heads import (
    head_line,
    level_head,
    series_strength,
)
from laddereditor.exchange.tables.terms.words import (
    head_role,
    is_about_people,
    is_total,
    word_key,
    words_of,
)

_LOOKED_AT = 40  # rows in which heads are looked for
_TEXT_ROLES = frozenset({"description", "statement", "summary", "responsibilities", "competency"})
_LONGEST_BESIDE = 120  # characters of a text in a row of heads
_LEAST_RUN = 3  # heads of one name with different numbers that are a series
_CERTAIN = 0.9  # of a head that is surely a level
_HEADED = 0.6  # share of the heads of a table whose meaning is known
_SURE = 0.5  # strength of a series from which on its heads are taken for levels


@dataclass(frozen=True, slots=True)
class LevelBlock:
    """The columns of one level."""

    head: str
    first: int
    last: int

    @property
    def columns(self) -> range:
        """All its columns."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A row with the heads of levels."""

    row: int
    blocks: tuple[LevelBlock, ...]
    strength: float


def best_level_row(view: SheetView) -> LevelRow | None:
    """Return the row whose heads are most surely levels, None if there is not one."""
    pinned, looked_at = view.pins.head_rows, range(min(view.height, _LOOKED_AT))
    if len(view.pins.level_columns) > 1:
        return _pinned_level_row(view, pinned or looked_at)
    for rows, forced in ((pinned, False), (looked_at, False), (pinned, True)):
        found = [one for row in rows if (one := level_row(view, row, forced=forced))]
        if found:
            return max(found, key=_weight)
    return None


def _pinned_level_row(view: SheetView, rows: Sequence[int]) -> LevelRow | None:
    """Return the row with the heads of columns that a person made levels.

    It is the one whose texts are most surely levels, or without such words the first one in which
    most of these columns have a short text.

    Args:
        view: The sheet.
        rows: The rows that it can be.
    """
    found: list[tuple[float, int, list[int]]] = []
    for row in rows:
        starts = [c for c in view.pins.level_columns if head_line(view.texts[row][c])]
        below = [c for c in view.pins.level_columns if starts and _is_inside(view, row, c)]
        if 2 * len([*starts, *below]) > len(view.pins.level_columns):
            strength = series_strength([head_line(view.texts[row][c]) for c in starts])
            is_sure = strength >= _SURE
            found.append((strength - 0.02 * row if is_sure else 0.0, -row, starts))
    if not found:
        return None
    _, row, starts = max(found)
    return LevelRow(-row, _blocks(view, -row, starts), 1.0)


def _weight(one: LevelRow) -> float:
    """Return what rows are ranked by: how sure the heads are; of equal ones, the upper row."""
    return one.strength * min(4, len(one.blocks)) - 0.02 * one.row


def level_row(view: SheetView, row: int, *, forced: bool = False) -> LevelRow | None:
    """Return the heads of levels in a row, None if it has none.

    Args:
        view: The sheet.
        row: The row.
        forced: Whether a person says that it has heads.
    """
    starts = [c for c in view.pins.level_columns if view.texts[row][c]]
    if starts and forced:
        return LevelRow(row, _blocks(view, row, starts), 1.0)
    every = [c for c in view.filled[row] if _may_be_level(view, row, c)]
    starts = _once(every, view.texts[row])
    doubles = _doubles(view, row, starts)
    starts = [c for c in starts if c not in doubles]
    best: tuple[float, list[int]] = (0.0, [])
    for first in range(min(4, len(starts))):
        for last in range(len(starts), max(first + 1, len(starts) - 3), -1):
            part = starts[first:last]
            strength = series_strength(without_common_start([view.texts[row][c] for c in part]))
            if strength * len(part) > best[0] + 0.3 and (strength >= _SURE or forced):
                best = strength * len(part), part
    heads = _without_short_column(view, row, _numbered_run(view, row, best[1]))
    if len(heads) < 2 or (not forced and _is_body_row(view, row, heads)):
        return None
    more = [c for c in view.pins.level_columns if c not in heads and not _is_inside(view, row, c)]
    chosen = [*heads, *more, *(c for c in doubles if c > heads[0])]
    return LevelRow(row, _blocks(view, row, sorted(chosen)), best[0] / len(best[1]))


def _is_inside(view: SheetView, row: int, column: int) -> bool:
    """Whether a column has no head of its own in a row, but is below a merged one or beside one."""
    return not view.texts[row][column] and any(
        top == row and left < column <= span.right for (top, left), span in view.spans.items()
    )


def _numbered_run(view: SheetView, row: int, columns: list[int]) -> list[int]:
    """Return columns without those at the edges that are no part of a series of numbers.

    Of “Name, Definition, Stage 1, Stage 2, Stage 3” the last three are left.
    """
    stems = [_stem(head_line(view.texts[row][c])) for c in columns]
    usual = max((one for one in stems if one), key=stems.count, default="")
    if stems.count(usual) < _LEAST_RUN:
        return columns
    inside = [
        at
        for at, c in enumerate(columns)
        if stems[at] == usual or level_head(head_line(view.texts[row][c])).rank is not None
    ]
    return columns[inside[0] : inside[-1] + 1]


def _stem(head: str) -> str:
    """Return the words before the number of a head, "" for a head without both."""
    words = head.casefold().split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].isdigit() else ""


def _without_short_column(view: SheetView, row: int, columns: list[int]) -> list[int]:
    """Return the columns without a first one that is like no level, in its head and its cells."""
    if len(columns) < 3 or level_head(head_line(view.texts[row][columns[0]])).sure:
        return columns
    words = set(words_of(view.texts[row][columns[0]]))
    if any(words & set(words_of(view.texts[row][c])) for c in columns[1:]):
        return columns
    below = range(row + 1, view.height)
    lengths = [mean_length(view.column(c, below)) for c in columns]
    is_short = 2 * lengths[0] < sum(lengths[1:]) / len(lengths[1:])
    return columns[1:] if is_short else columns


def _once(columns: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Return columns up to the first one with which another table beside this one begins.

    That table has the heads of this one again, from the first one on. A single head that is there a
    second time is a slip.
    """
    keys = [word_key(texts[column]) for column in columns]
    for at, key in enumerate(keys):
        again = at > 0 and key == keys[0] and keys[at : at + 2] == keys[:2]
        if again and level_head(head_line(texts[columns[at]])).sure:
            return list(columns[:at])
    return list(columns)


def _doubles(view: SheetView, row: int, columns: Sequence[int]) -> list[int]:
    """Return the columns whose head is that of a level which is there before."""
    seen: set[str] = set()
    found = []
    for column in columns:
        key = word_key(view.texts[row][column])
        if key in seen and level_head(head_line(view.texts[row][column])).sure:
            found.append(column)
        seen.add(key)
    return found


def _is_body_row(view: SheetView, row: int, columns: Sequence[int]) -> bool:
    """Whether a row is one of a table and not its heads: long texts, or names that come again."""
    beside = [c for c in view.filled[row] if c not in columns]
    if is_below_heads(view, row, columns):
        return True
    if all(is_number(view.texts[row][c]) for c in columns) and _are_headed(view, row, columns):
        return True
    if any(len(view.texts[row][c]) > _LONGEST_BESIDE for c in beside):
        return True
    again = [view.texts[row][c] in view.column(c, range(row + 1, view.height)) for c in columns]
    return any(again) and not all(again)


def is_below_heads(view: SheetView, row: int, columns: Sequence[int]) -> bool:
    """Return whether a row is one of a table whose heads are above it, each of a known meaning.

    Args:
        view: The sheet.
        row: The row.
        columns: Its columns that could be levels.
    """
    for above in range(row):
        heads = view.filled[above]
        if len(heads) < max(3, len(view.filled[row])) or not set(columns) <= set(heads):
            continue
        known = [c for c in heads if head_role(view.texts[above][c])]
        are_short = all(len(view.texts[above][c]) <= SHORT for c in heads)
        if are_short and len(known) >= _HEADED * len(heads) and set(known) & set(columns):
            return True
    return False


def _are_headed(view: SheetView, row: int, columns: Sequence[int]) -> bool:
    """Whether each column has a head of its own above a row, that is not the word for levels."""
    for above in range(row):
        texts = [head_line(view.texts[above][c]) for c in columns]
        if all(texts) and not any(head_role(text) in ("level", "step") for text in texts):
            return True
    return False


def _may_be_level(view: SheetView, row: int, column: int) -> bool:
    text = head_line(view.texts[row][column])
    pin = view.pins.columns.get(column)
    if pin is not None and ROLES[pin.role].use != "level":
        return False
    if not text or is_total(text) or is_about_people(text):
        return False
    head = level_head(text)
    return head.sure >= 0.6 or not head_role(text)


def _blocks(view: SheetView, row: int, starts: Sequence[int]) -> tuple[LevelBlock, ...]:
    """Return the columns of each level: up to the next one, and the last as wide as the others."""
    gaps = [b - a for a, b in itertools.pairwise(starts)]
    usual = max(set(gaps), key=gaps.count) if gaps else 1
    names = _without_common_end(without_common_start([view.texts[row][c] for c in starts]))
    blocks = []
    for at, first in enumerate(starts):
        merged = view.right_of(row, first)
        if at + 1 < len(starts):
            last = max(merged, starts[at + 1] - 1)
        else:
            last = max(merged, _last_of(view, row, first, usual))
        blocks.append(LevelBlock(names[at], first, last))
    return tuple(blocks)


def without_common_start(texts: Sequence[str]) -> list[str]:
    """Return heads without a word that all begin with, if it is not part of their names.

    `exp_C1` and `exp_C2` are “C1” and “C2”; “Level 1” and “Level 2” stay.

    Args:
        texts: The heads.
    """
    lines = [head_line(text) for text in texts]
    parts = [line.replace("_", " ").partition(" ") for line in lines]
    starts = {start.casefold() for start, _, _ in parts}
    rest = [one.strip(" -–—:") for _, _, one in parts]
    if len(lines) < 2 or len(starts) != 1 or not all(rest) or level_head(lines[0]).sure:
        return lines
    return rest if all(level_head(one).sure >= _CERTAIN for one in rest) else lines


def _without_common_end(names: Sequence[str]) -> list[str]:
    """Return heads without a word that all end with: “Level 1 description” is “Level 1”."""
    ends = {name.rpartition(" ")[2].casefold() for name in names}
    bare = [name.rpartition(" ")[0].rstrip(" -–—:") for name in names]
    is_role = len(ends) == 1 and head_role(next(iter(ends))) in _TEXT_ROLES
    return bare if is_role and all(bare) and len(set(bare)) == len(bare) else list(names)


def _last_of(view: SheetView, row: int, first: int, usual: int) -> int:
    last = first
    while last + 1 < min(view.width, first + usual) and not _is_other_head(view, row, last + 1):
        last += 1
    return last


def _is_other_head(view: SheetView, row: int, column: int) -> bool:
    text = view.texts[row][column]
    return bool(text) and head_role(text) not in ("score", "comment", "proficiency", "statement")


def without_words(view: SheetView) -> LevelRow | None:
    """Return a row of short heads above columns of long texts, None if there is not one."""
    for row in range(min(view.height - 2, _LOOKED_AT)):
        if any(_has_levels_below(view, row, c) for c in view.filled[row]):
            return None
        starts = [c for c in view.filled[row] if not head_role(view.texts[row][c])]
        if len(starts) < 3 or is_below_heads(view, row, starts):
            continue
        if any(len(view.texts[row][c]) > SHORT for c in view.filled[row]):
            continue
        below = range(row + 1, view.height)
        long = [c for c in starts if mean_length(view.column(c, below)) >= LONG]
        if len(long) < 3 or any(is_number(view.texts[row][c]) for c in long):
            continue
        if len({word_key(view.texts[row][c]) for c in long}) == len(long):
            return LevelRow(row, _blocks(view, row, long), 0.0)
    return None


def _has_levels_below(view: SheetView, row: int, column: int) -> bool:
    """Whether a head says “level” and has names of levels below it, so that they are not across."""
    if head_role(view.texts[row][column]) != "level":
        return False
    names = dict.fromkeys(view.column(column, range(row + 1, view.height)))
    return series_strength([head_line(name) for name in names]) >= _SURE
