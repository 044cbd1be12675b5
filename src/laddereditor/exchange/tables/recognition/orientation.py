"""Which way levels go where no word says it: by the rare words that neighbouring cells share.

A competency is described at each level with words of its own, so neighbours along the levels have
more rare words in common than neighbours across them.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from laddereditor.exchange.tables.recognition.sheet_view import SheetView
from laddereditor.exchange.tables.terms.words import words_of

_LETTERS = 5  # of a word that can be rare; shorter ones are mostly function words
_STEM = 6  # letters by which forms of a word are compared
_RARE = 0.25  # share of the cells that a rare word is in at most


def overlaps(view: SheetView, rows: Sequence[int], columns: Sequence[int]) -> tuple[float, float]:
    """Return the mean share of rare words of neighbours along rows, and along columns.

    Args:
        view: The sheet.
        rows: The rows of the table.
        columns: Its columns with texts.
    """
    words = {
        (row, column): {w[:_STEM] for w in words_of(view.texts[row][column]) if len(w) >= _LETTERS}
        for row in rows
        for column in columns
    }
    counts = Counter(word for found in words.values() for word in found)
    most = max(2.0, _RARE * len(words))
    rare = {at: {w for w in found if counts[w] <= most} for at, found in words.items()}
    along_rows = [(rare[r, a], rare[r, b]) for r in rows for a, b in pairwise(columns)]
    along_columns = [(rare[a, c], rare[b, c]) for c in columns for a, b in pairwise(rows)]
    return _mean(along_rows), _mean(along_columns)


def _mean(pairs: Sequence[tuple[set[str], set[str]]]) -> float:
    shares = [2 * len(a & b) / (len(a) + len(b)) for a, b in pairs if a or b]
    return sum(shares) / len(shares) if shares else 0.0
