"""Measures how much memory an undo step keeps on large ladders.

    python bench/undo_room.py [--skills 20000] [--statements 5000] [--edits 10]

Every edit is one step of a session: the name of a skill, or a statement put into a long list. The
memory is what `tracemalloc` counts more after all edits, over the number of edits. The first four
are left out: they fill what every later step uses as well, such as the states that the last step
holds.
"""

import argparse
import gc
import tracemalloc
from functools import partial

from growing_ladders import LADDERS, edited
from laddereditor.edits.edit import Edit
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document

_FIRST = 4


def _replaced(new: Ladder, _old: Ladder) -> Ladder:
    return new


def measure(thing: str, count: int, edits: int) -> None:
    """Print the kilobytes of a step on a ladder that holds `count` of a thing."""
    session = Session(new_document(LADDERS[thing](count)))
    before = session.ladder
    after = edited(before, thing)
    tracemalloc.start()
    kept = 0
    for number in range(_FIRST + edits):
        now = after if number % 2 == 0 else before
        session.apply(Edit("Edit", partial(_replaced, now)))
        session.end_typing()
        if number == _FIRST - 1:
            gc.collect()
            kept = tracemalloc.get_traced_memory()[0]
    gc.collect()
    more = tracemalloc.get_traced_memory()[0] - kept
    tracemalloc.stop()
    print(f"{thing:12} {count:8,} {more / edits / 1000:10.1f} kB a step")


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--skills", type=int, default=20_000)
    parser.add_argument("--statements", type=int, default=5_000)
    parser.add_argument("--edits", type=int, default=10)
    wanted = parser.parse_args()
    measure("skills", wanted.skills, wanted.edits)
    measure("statements", wanted.statements, wanted.edits)


if __name__ == "__main__":
    main()
