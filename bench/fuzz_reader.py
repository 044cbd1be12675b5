"""Feeds the reader with broken files: it opens them or says what is wrong, at once.

python bench/fuzz_reader.py [INPUTS] [--seed N]

Every input is the sample ladders or a hostile snippet with some bytes changed. Each one is opened;
what opens is edited and written, what can be expanded is expanded. Ends with 1 if one of them ends
the process, takes longer than a second, more memory than allowed, or any other error than
UnreadableLadder comes out.
"""

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

BATCH = 2_000  # inputs of one process
SECONDS = 1.0
HANG_SECONDS = 20  # then the process is ended
MEMORY_MB = 400  # of the process, PyYAML and pydantic included
ADDRESS_SPACE = 2 * 1024**3


def main() -> int:
    """Run the inputs in processes of their own, and print the results."""
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.batch is not None:
        return run_batch(options.seed, options.batch)
    return run_all(options.seed, options.inputs)


def run_all(seed: int, inputs: int) -> int:
    """Run all inputs and print the sums."""
    kinds: Counter[str] = Counter()
    slowest, slowest_seed, peak = 0.0, 0, 0.0
    bad: list[str] = []
    for start in range(seed, seed + inputs, BATCH):
        count = min(BATCH, seed + inputs - start)
        command = [sys.executable, __file__, "--seed", str(start), "--batch", str(count)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode or not result.stdout.startswith("{"):
            last = result.stderr.strip().splitlines()[-1:] or [""]
            bad.append(f"a process ended with {result.returncode}; {last[0]}")
            continue
        report = json.loads(result.stdout)
        kinds.update(report["kinds"])
        bad += report["bad"]
        peak = max(peak, report["peak"])
        if report["slowest"] > slowest:
            slowest, slowest_seed = report["slowest"], report["slowest_seed"]
    print(f"{inputs} inputs, {kinds.pop('opened', 0)} opened, of these", end=" ")
    print(f"{kinds.pop('edited', 0)} edited and written; {kinds.pop('expanded', 0)} expanded")
    for kind, count in kinds.most_common():
        print(f"  {count:7} {kind}")
    print(f"slowest {slowest * 1000:.0f} ms (input {slowest_seed}), peak memory {peak:.0f} MB")
    for line in bad[:20]:
        print("BAD:", line)
    print(f"{len(bad)} violations")
    return 1 if bad else 0


def run_batch(seed: int, count: int) -> int:
    """Run some inputs in this process, and print a report as JSON."""
    from tests.storage.mutations import judged, mutated

    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    kinds: Counter[str] = Counter()
    bad: list[str] = []
    slowest, slowest_seed = 0.0, seed
    for number in range(seed, seed + count):
        data = mutated(number)
        os.write(2, f"input {number}\n".encode())
        signal.setitimer(signal.ITIMER_REAL, HANG_SECONDS)
        start = time.perf_counter()
        try:
            kinds.update(judged(data))
        except Exception as error:
            bad.append(f"input {number}: {type(error).__name__}: {error}"[:300])
        taken = time.perf_counter() - start
        if taken > slowest:
            slowest, slowest_seed = taken, number
        if taken > SECONDS:
            bad.append(f"input {number}: {taken:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if peak > MEMORY_MB:
        bad.append(f"inputs from {seed}: {peak:.0f} MB")
    report = {"kinds": kinds, "bad": bad, "slowest": slowest, "slowest_seed": slowest_seed}
    print(json.dumps({**report, "peak": peak}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
