"""Propose a profile for each row of a list, with progress."""

from collections.abc import Callable, Sequence

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.proposing import Proposal, propose
from laddereditor.model.ladder import Ladder

_STEP = 200  # rows between two reports of progress
_READING = 0.1  # share of the time for reading the ladder, about that of a long list


class MatchingCancelled(Exception):
    """Somebody stopped the matching."""


def propose_all(
    ladder: Ladder,
    rows: Sequence[TitleRow],
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Proposal, ...]:
    """Return a proposal for each row; equal rows are looked at once.

    Args:
        ladder: The ladder whose profiles are proposed.
        rows: The rows of the list.
        progress: Receives the share that is done, from 0 to 1.
        cancelled: Says whether to stop.

    Raises:
        MatchingCancelled: It was cancelled.
    """
    index = TitleIndex(ladder, cancelled)
    known: dict[TitleRow, Proposal] = {}
    found: list[Proposal] = []
    for number, row in enumerate(rows):
        if number % _STEP == 0:
            if cancelled():
                raise MatchingCancelled
            progress(_READING + (1 - _READING) * number / len(rows))
        if row not in known:
            known[row] = propose(index, row)
        found.append(known[row])
    if cancelled():
        raise MatchingCancelled
    progress(1.0)
    return tuple(found)
