"""Feeds odd ladders to all that reads one: checks, diffs, notes, comparisons, merges, pages.

python bench/fuzz_ladders.py [LADDERS] [--seed N] [--seconds S]

Every ladder is a small one with a few places changed: keys that are empty or misplaced, ids used
twice, numbers of 400 digits, texts with characters of all kinds. Ends with 1 if any exception comes
out, and prints each kind of it once with a number that makes it again.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    """Run the ladders and print the results."""
    from tests.odd_ladders import tried

    parser = argparse.ArgumentParser()
    parser.add_argument("ladders", nargs="?", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="then it ends")
    options = parser.parse_args()
    until, done = time.monotonic() + options.seconds, 0
    kinds: Counter[str] = Counter()
    bad: dict[str, tuple[int, int, str]] = {}  # place in the code -> how often, first number, words
    slowest, slowest_number = 0.0, 0
    for number in range(options.seed, options.seed + options.ladders):
        if time.monotonic() > until:
            break
        done += 1
        start = time.process_time()
        try:
            kinds.update(tried(number))
        except Exception as error:
            place = _place(error)
            times, first, words = bad.get(place, (0, number, f"{type(error).__name__}: {error}"))
            bad[place] = (times + 1, first, words)
        taken = time.process_time() - start
        if taken > slowest:
            slowest, slowest_number = taken, number
    print(
        f"{done} ladders from {options.seed}: {dict(kinds)}; "
        f"slowest {slowest:.2f} s ({slowest_number})"
    )
    for place, (times, first, words) in sorted(bad.items(), key=lambda item: -item[1][0]):
        print(f"BAD {times} times, first in {first}: {place}: {words[:200]}")
    print(f"{sum(times for times, *_ in bad.values())} exceptions")
    return 1 if bad else 0


def _place(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    inner = [f for f in traceback.extract_tb(error.__traceback__) if "laddereditor" in f.filename]
    frame = inner[-1] if inner else frame
    return f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"


if __name__ == "__main__":
    sys.exit(main())
