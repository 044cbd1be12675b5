"""Kills a process that publishes a ladder, again and again, and looks at what is left.

python bench/publish_rounds.py [ROUNDS] [--seed N] [--longest SECONDS]

After each kill the ladder must be readable, and once an interrupted publication is settled every
version of its history must have a copy as it was published, and every copy an entry. Prints the
figures; exits with 1 on a violation.
"""

import argparse
import datetime as dt
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.session.publishing import PublicationDetails, publish
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import versions_of
from laddereditor.storage.versions.pending import complete_interrupted

LADDER = Path(__file__).parent.parent / "ladders" / "people.yaml"
DAY = dt.date(2026, 12, 1)
NO_COPY = {"1.0.0", "1.2.0", "1.3.0"}  # the history that the ladder comes with has no copies
FRESH = 40  # rounds after which a new ladder is begun, so that the history stays short


def main() -> int:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--longest", type=float, default=0.5, help="seconds until the kill")
    parser.add_argument("--as-publisher", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.as_publisher:
        publish_for_ever(options.as_publisher)
    chance, results = random.Random(options.seed), []
    for start in range(0, options.rounds, FRESH):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / LADDER.name
            shutil.copy(LADDER, path)
            for number in range(start, min(start + FRESH, options.rounds)):
                results.append(one_round(path, chance.uniform(0, options.longest)))
                for fault in results[-1].faults:
                    print(f"round {number}: {fault}", flush=True)
    return judged(results)


def publish_for_ever(path: Path) -> None:
    """Publish until killed."""
    print("ready", flush=True)
    highest = versions_of(path, open_ladder(path).document.ladder)[0].number
    assert highest
    for minor in itertools.count(highest.minor + 1):
        session = Session.from_file(open_ladder(path))
        session.apply(set_field(session.ladder, Address(), "description", f"Edition {minor}"))
        os.write(1, b"begin\n")
        publish(session, PublicationDetails(f"1.{minor}.0", f"Edition {minor}", "Ann", DAY))
        os.write(1, b"done\n")


@dataclass(frozen=True)
class Result:
    """What was found after one kill."""

    faults: tuple[str, ...]
    within: bool  # whether the kill hit a publication
    settled: str  # "", "finished" or "undone"


def one_round(path: Path, seconds: float) -> Result:
    """Start, kill and look."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--as-publisher", path], stdout=subprocess.PIPE
    )
    assert child.stdout
    child.stdout.readline()
    time.sleep(seconds)
    ended = child.poll() is not None
    child.kill()
    said = child.communicate()[0].split()
    faults = ["the process ended by itself"] if ended else []
    within = bool(said) and said[-1] == b"begin"
    try:
        before = len(open_ladder(path).document.ladder.history)
    except UnreadableLadder as error:
        return Result((*faults, f"the ladder cannot be read: {error}"), within, "")
    waiting = bool(list(path.with_suffix(".versions").glob(".*.publishing")))
    notice = complete_interrupted(path)
    settled = "finished" if notice else "undone" if waiting else ""
    return Result((*faults, *looked_at(path, before)), within, settled)


def looked_at(path: Path, entries: int) -> list[str]:
    """Return what is wrong with the ladder and its versions."""
    ladder = open_ladder(path).document.ladder
    versions = [v for v in versions_of(path, ladder) if v.version not in NO_COPY]
    faults = [f"{v.version}: {v.state}: {v.why}" for v in versions if v.state != "intact"]
    faults += [f"{v.version} is in no history" for v in versions if not v.in_history]
    if len(open_ladder(path).document.ladder.history) != entries:
        faults.append("settling changed the ladder")
    left = {entry.name for entry in path.with_suffix(".versions").glob(".*.publishing")}
    return faults + [f"{name} still waits" for name in left]


def judged(results: list[Result]) -> int:
    """Print the figures; 1 when there was a violation."""
    settled = [result.settled for result in results]
    bad = sum(bool(result.faults) for result in results)
    print(
        f"{len(results)} kills, {sum(result.within for result in results)} of them within a "
        f"publication; {settled.count('finished')} finished and {settled.count('undone')} undone "
        f"afterwards; rounds with a violation: {bad}"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
