"""Find the words that changed between two texts, in runs that are easy to read.

Words are compared by their longest common subsequence (Indel). To compare significant words first
and to join runs that are too short to read are rules of the program's own.
"""

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from laddereditor.align.common_items import equal_ends
from laddereditor.align.common_words import LINKING
from laddereditor.align.marks import Mark
from laddereditor.align.tokens import is_unspaced, is_word, pieces

TextPieces = list[str]
WordRun = tuple[
    TextPieces, TextPieces, bool
]  # pieces of the old text, of the new text, whether they are same
Filter = Callable[[str], bool]

# Pieces of one text times pieces of the other. In longer texts only the common start and end are
# found; the words between them are not compared. A limit for speed (docs/speed.md).
_MANY_PIECES = 9_000_000
_FEW_SIGNS = 2  # of a script without spaces: fewer between two changes say nothing


def word_marks(before: str, after: str) -> tuple[Mark, ...]:
    """Return runs of text that stayed, were removed or were added, in whole words.

    The `same` and `gone` runs joined give `before`, the `same` and `new` runs give `after`.
    """
    runs: list[WordRun] = []
    old_items, new_items = pieces(before), pieces(after)
    start, end = (
        equal_ends(old_items, new_items)
        if len(old_items) * len(new_items) > _MANY_PIECES
        else (0, 0)
    )
    _append(runs, old_items[:start], new_items[:start], True)
    old_end, new_end = len(old_items) - end, len(new_items) - end
    _compare(old_items[start:old_end], new_items[start:new_end], [_is_distinctive, _is_seen], runs)
    _append(runs, old_items[old_end:], new_items[new_end:], True)
    marks: list[Mark] = []
    for old, new, same in _readable(runs):
        if same:
            marks.append(Mark("same", "".join(old)))
        else:
            marks += [Mark("gone", "".join(old))] if old else []
            marks += [Mark("new", "".join(new))] if new else []
    return tuple(marks)


def _compare(
    old_items: TextPieces, new_items: TextPieces, by: Sequence[Filter], runs: list[WordRun]
) -> None:
    """Add the runs of two pieces of text: significant words are matched first, then the rest.

    So texts are not matched because of a comma or a space.
    """
    if not by or not old_items or not new_items:
        _compare_edges(old_items, new_items, runs)
        return
    old_start = new_start = 0
    for old, new in _same_places(old_items, new_items, by[0]):
        _compare(old_items[old_start:old], new_items[new_start:new], by[1:], runs)
        _append(runs, [old_items[old]], [new_items[new]], True)
        old_start, new_start = old + 1, new + 1
    _compare(old_items[old_start:], new_items[new_start:], by[1:], runs)


def _same_places(
    old_items: TextPieces, new_items: TextPieces, chosen: Filter
) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence of chosen pieces in two texts."""
    left = [place for place, piece in enumerate(old_items) if chosen(piece)]
    right = [place for place, piece in enumerate(new_items) if chosen(piece)]
    if len(left) * len(right) > _MANY_PIECES:
        return []
    steps = Indel.opcodes(
        [old_items[place] for place in left], [new_items[place] for place in right]
    )
    return [
        pair
        for step in steps
        if step.tag == "equal"
        for pair in zip(
            left[step.src_start : step.src_end], right[step.dest_start : step.dest_end], strict=True
        )
    ]


def _compare_edges(old_items: TextPieces, new_items: TextPieces, runs: list[WordRun]) -> None:
    """Add two texts without a common word; only the space around them may be the same."""
    start = int(bool(old_items and new_items and old_items[0] == new_items[0]))
    _append(runs, old_items[:start], new_items[:start], True)
    old_items, new_items = old_items[start:], new_items[start:]
    end = int(bool(old_items and new_items and old_items[-1] == new_items[-1]))
    _append(runs, old_items[: len(old_items) - end], new_items[: len(new_items) - end], False)
    _append(runs, old_items[len(old_items) - end :], new_items[len(new_items) - end :], True)


def _append(runs: list[WordRun], old: TextPieces, new: TextPieces, same: bool) -> None:
    if not old and not new:
        return
    if runs and runs[-1][2] == same:
        runs[-1][0].extend(old)
        runs[-1][1].extend(new)
    else:
        runs.append((list(old), list(new), same))


def _readable(runs: list[WordRun]) -> list[WordRun]:
    """Merge two changes if the unchanged text between them is too short to be useful."""
    merged: list[WordRun] = []
    for place, (old, new, same) in enumerate(runs):
        between = same and 0 < place < len(runs) - 1
        _append(merged, old, new, same and not (between and _is_insignificant(old)))
    return merged


def _is_insignificant(between: TextPieces) -> bool:
    distinctive = [piece for piece in between if _is_distinctive(piece)]
    return not distinctive or (len(distinctive) < _FEW_SIGNS and is_unspaced(distinctive[0]))


def _is_distinctive(piece: str) -> bool:
    if "\u3040" <= piece <= "\u309f":  # one character of hiragana, mostly an ending
        return False
    return is_word(piece) and piece.casefold() not in LINKING


def _is_seen(piece: str) -> bool:
    return not piece.isspace()
