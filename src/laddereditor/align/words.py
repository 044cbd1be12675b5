"""What words changed between two texts, in runs that are easy to read."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from laddereditor.align.common_words import LINKING
from laddereditor.align.marks import Mark
from laddereditor.align.tokens import is_word, pieces

# One stretch: pieces gone, pieces new, or the same pieces in both.
Run = tuple[list[str], list[str], bool]


def word_marks(before: str, after: str) -> tuple[Mark, ...]:
    """Return runs of text that stayed, went and came; no word is cut.

    The `same` and `gone` runs joined give `before`, the `same` and `new` runs give `after`.
    """
    runs = _tidy(_readable(_runs(pieces(before), pieces(after))))
    marks = []
    for gone, new, same in runs:
        if same:
            marks.append(Mark("same", "".join(gone)))
            continue
        if gone:
            marks.append(Mark("gone", "".join(gone)))
        if new:
            marks.append(Mark("new", "".join(new)))
    return tuple(marks)


def _runs(olds: Sequence[str], news: Sequence[str]) -> list[Run]:
    """Return the stretches of two lists of pieces; changed and same ones take turns."""
    runs: list[Run] = []
    for step in Indel.opcodes(olds, news):
        gone = list(olds[step.src_start : step.src_end])
        new = list(news[step.dest_start : step.dest_end])
        _append(runs, gone, new, step.tag == "equal")
    return runs


def _append(runs: list[Run], gone: list[str], new: list[str], same: bool) -> None:
    if runs and runs[-1][2] == same:
        runs[-1][0].extend(gone)
        runs[-1][1].extend(new)
    else:
        runs.append((gone, new, same))


def _readable(runs: list[Run]) -> list[Run]:
    """Let what stayed between two changes go with them where it says too little by itself."""
    merged: list[Run] = []
    for place, (gone, new, same) in enumerate(runs):
        island = same and 0 < place < len(runs) - 1
        _append(merged, gone, new, same and not (island and _says_little(gone)))
    return merged


def _says_little(island: Sequence[str]) -> bool:
    said = [piece for piece in island if is_word(piece)]
    return all(piece.casefold() in LINKING for piece in said)


def _tidy(runs: list[Run]) -> list[Run]:
    """Give a word that came or went alone the space after it rather than the one before it."""
    for place, (gone, new, same) in enumerate(runs[:-1]):
        moved = new or gone
        following = runs[place + 1][0]
        if same or (gone and new) or not place or moved[0] != following[0]:
            continue
        if moved[0].isspace() and len(following) > 1:
            runs[place - 1][0].append(moved[0])
            runs[place + 1][0].pop(0)
            moved.append(moved.pop(0))
    return runs
