"""Prints how long a diff takes, as ratios to deepdiff, and on S to graphtage, in the same run.

python bench/diffing.py [FOLDER] [S M L] [--rounds N] [--graphtage]

Both ladders are parsed from their own text and share nothing; one statement in a hundred is edited
or moved. The peers get the same data as plain dicts and lists, already in memory; they tell
neither a move nor a rename. graphtage takes minutes for S, so it runs only when asked.
"""

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deepdiff import DeepDiff

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.ladder_files import open_ladder
from make_ladders import SIZES, make_file
from reading import interleaved, one_edit, timed

SHARE = 100  # one statement in so many is edited
ADDED = ("and tells those concerned", "and checks it twice", "every quarter", "with the client")


def edited(ladder: Ladder, seed: int = 7) -> Ladder:
    """Return a ladder that shares nothing with the first, a share of its statements edited."""
    rng = random.Random(seed)
    raw = to_raw(ladder)
    lists = [
        profile["responsibilities"] for family in raw["families"] for profile in family["profiles"]
    ]
    for _ in range(sum(map(len, lists)) // SHARE):
        statements = rng.choice(lists)
        place = rng.randrange(len(statements))
        if rng.random() < 0.2:
            statements.insert(rng.randrange(len(statements)), statements.pop(place))
        else:
            statements[place] = _reworded(statements[place], rng.choice(ADDED))
    return Ladder.model_validate(raw)


def _reworded(statement: Any, words: str) -> Any:
    if isinstance(statement, str):
        return f"{statement} {words}"
    return {**statement, "text": f"{statement['text']} {words}"}


def against_peers(path: Path, rounds: int, *, graphtage: bool) -> None:
    """Compare the diff of two parsed ladders to the peers."""
    old = open_ladder(path).document.ladder
    new = edited(old)
    raw_old, raw_new = to_raw(old), to_raw(new)
    changes = diff(old, new)
    assert apply(changes, old) == new
    ours, theirs = interleaved(rounds, lambda: diff(old, new), lambda: DeepDiff(raw_old, raw_new))
    print(
        f"  {len(changes)} changes: {ours * 1000:.1f} ms, deepdiff {theirs:.2f} s, "
        f"{theirs / ours:.0f} times faster"
    )
    if graphtage:
        peer = timed(_graphtage(raw_old, raw_new))
        print(f"  graphtage {peer:.1f} s, {peer / ours:.0f} times faster")


def _graphtage(old: Any, new: Any) -> Callable[[], Any]:
    from graphtage import json

    one, other = json.build_tree(old), json.build_tree(new)
    return lambda: one.diff(other)


def live(path: Path, rounds: int) -> None:
    """Measure the diff after one edit, when all else is shared."""
    old = open_ladder(path).document.ladder
    new = one_edit(old, 1)
    times = sorted(timed(lambda: diff(old, new)) for _ in range(max(20, 5 * rounds)))
    print(
        f"  after one edit: median {times[len(times) // 2] * 1000:.1f} ms, "
        f"p95 {times[int(len(times) * 0.95)] * 1000:.1f} ms"
    )


def main() -> int:
    """Print the ratios of the sizes asked for, or all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=Path("bench-ladders"))
    parser.add_argument("sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--graphtage", action="store_true")
    options = parser.parse_args()
    for size in options.sizes:
        path = make_file(options.folder, size)
        print(f"{size}: {path.stat().st_size / 1e6:.1f} MB")
        against_peers(path, options.rounds, graphtage=options.graphtage and size == "S")
        live(path, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
