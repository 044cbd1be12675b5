"""Kills a process that edits and saves a ladder, again and again, and looks at what is left.

python bench/kill_rounds.py [ROUNDS] [--seed N] [--longest SECONDS] [--in-place]

With --in-place the file has a second name, so that saves are written into it.

After each kill the file must be whole and the state saved last (or the one being saved), and the
file or the recovery must hold a state of the last two seconds. Every other recovery is taken up
by the next process, as a person would. Prints the figures; exits with 1 on a violation.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items
from laddereditor.model.address import walk
from laddereditor.model.family import Profile
from laddereditor.session.finding_recoveries import find_recoveries
from laddereditor.session.recovery import drop_recovery
from laddereditor.session.recovery_writer import RecoveryWriter
from laddereditor.session.session import Session
from laddereditor.session.watching import watch
from laddereditor.storage.files.document import read_bytes, to_bytes
from laddereditor.storage.files.ladder_files import digest_of, open_ladder
from laddereditor.storage.files.lock import LockAcquired, look, take
from laddereditor.storage.files.program import this_program
from laddereditor.storage.reading.faults import UnreadableLadder

LADDER = Path(__file__).parent.parent / "ladders" / "people.yaml"
BOUND = 2.0  # seconds of work that may be missing


def main() -> int:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--shortest", type=float, default=0.0, help="seconds until the kill")
    parser.add_argument("--longest", type=float, default=3.0)
    parser.add_argument("--in-place", action="store_true")
    parser.add_argument("--never-save", action="store_true", help="so that only recoveries help")
    parser.add_argument("--as-editor", nargs=3, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.as_editor:
        path, state, log = options.as_editor
        edit(path, state, log, random.Random(options.seed), 0.85 if options.never_save else 1)
    chance, results = random.Random(options.seed), []
    with tempfile.TemporaryDirectory() as folder:
        path, state, log = (Path(folder) / name for name in (LADDER.name, "state", "log"))
        shutil.copy(LADDER, path)
        state.mkdir()
        if options.in_place:
            Path(folder, "second.yaml").hardlink_to(path)
        for number in range(options.rounds):
            results.append(one_round(path, state, log, chance, options))
            for fault in results[-1].faults:
                print(f"round {number}: {fault}", flush=True)
        left = [entry.name for entry in path.parent.glob(".*.tmp")]
    return judged(results, left)


# -- the process that is killed ---------------------------------------------------------------


def edit(path: Path, state: Path, log: Path, chance: random.Random, below: float) -> None:
    """Edit and save until killed, and log each state before it is published."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(what: str, digest: str) -> None:
        os.write(handle, f"{what} {time.monotonic()} {digest}\n".encode())

    writer = RecoveryWriter(state, lambda notice: note("notice", notice))
    session, identity = begun(path, state)
    if not isinstance(take(path, this_program(), lambda: datetime.now(UTC)), LockAcquired):
        note("locked", "")
    note("state", digest_of(to_bytes(session.document)))
    session.subscribe(lambda _: note("state", digest_of(to_bytes(session.document))))
    watch(writer, session, identity)
    print("ready", flush=True)
    while True:
        step(session, path, note, chance, below)
        time.sleep(chance.choice((0, 0.005, 0.03, 0.03, 0.3)))


def begun(path: Path, state: Path) -> tuple[Session, str]:
    """Open the file, or continue with what was recovered."""
    found = find_recoveries(state, this_program()).recoveries
    if not found:
        return Session.from_file(open_ladder(path)), ""
    document = read_bytes(found[0].data)
    session = Session(document, path=path, digest=found[0].digest, worth_saving=True)
    return session, found[0].id


def step(
    session: Session,
    path: Path,
    note: Callable[[str, str], None],
    chance: random.Random,
    below: float,
) -> None:
    """Do one thing that a person might do."""
    profiles = [at for at, entity in walk(session.ladder) if isinstance(entity, Profile)]
    place, text, what = chance.choice(profiles), f"Text {chance.random()}", chance.uniform(0, below)
    if what < 0.6:
        session.apply(set_field(session.ladder, place, "summary", text, typing=what < 0.3))
    elif what < 0.65:
        session.apply(insert_items(session.ladder, place, "responsibilities", 0, [text]))
    elif what < 0.8:
        session.undo()
    elif what < 0.85:
        session.redo()
    else:
        digest = digest_of(to_bytes(session.document))
        note("saving", digest)
        session.save(overwrite=True)
        note("saved", digest)


# -- the judge --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """What was found after one kill."""

    faults: tuple[str, ...]
    missing: float  # seconds of work
    recovered: bool
    in_save: bool


def one_round(
    path: Path, state: Path, log: Path, chance: random.Random, options: argparse.Namespace
) -> Result:
    """Start, kill and look."""
    log.unlink(missing_ok=True)
    start = digest_of(path.read_bytes())
    command = [sys.executable, __file__, "--seed", str(chance.randrange(10**9)), "--as-editor"]
    if options.never_save:
        command.insert(2, "--never-save")
    child = subprocess.Popen([*command, path, state, log], stdout=subprocess.PIPE)
    if chance.random() > 0.05:
        assert child.stdout
        child.stdout.readline()
    time.sleep(chance.uniform(options.shortest, options.longest))
    if not options.never_save and chance.random() < 0.4:
        await_save(log)
        time.sleep(chance.uniform(0, 0.06))
    ended = child.poll() is not None
    child.kill()
    killed = time.monotonic()
    child.communicate()
    lines = log.read_text().splitlines() if log.exists() else []
    result = looked_at(path, state, [line.split(" ", 2) for line in lines], start, killed)
    if chance.random() < 0.5:
        for recovery in find_recoveries(state, this_program()).recoveries:
            drop_recovery(state, recovery.id)
    if ended:
        return Result((*result.faults, "the process ended by itself"), 0, False, False)
    return result


def await_save(log: Path) -> None:
    """Wait, not for long, until the process begins to save: a save is short and seldom hit."""
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline:
        lines = log.read_bytes().splitlines() if log.exists() else []
        if lines and lines[-1].startswith(b"saving"):
            return
        time.sleep(0.002)


def looked_at(path: Path, state: Path, lines: list[list[str]], start: str, killed: float) -> Result:
    """Compare file and recovery with what was logged."""
    faults = [" ".join(line) for line in lines if line[0] in ("notice", "locked")]
    unreadable = ""
    try:
        open_ladder(path)  # which finishes an interrupted save in place
    except UnreadableLadder as error:
        unreadable = str(error)
    file = digest_of(path.read_bytes())
    found = find_recoveries(state, this_program())
    saves = [line for line in lines if line[0] in ("saving", "saved")]
    whole = {saves[-1][2] if saves else start}
    in_save = bool(saves) and saves[-1][0] == "saving"
    if in_save:
        whole.add(saves[-2][2] if len(saves) > 1 else start)
    if file not in whole:
        faults.append("the file is no state that was saved last")
    if unreadable:
        faults.append(f"the file cannot be read: {unreadable}")
    faults += [f"{skipped.path.name} is torn: {skipped.why}" for skipped in found.skipped]
    if look(path, this_program()):
        faults.append("the lock of the dead process is not seen as stale")
    states = [(float(line[1]), line[2]) for line in lines if line[0] == "state"]
    kept = {file, *(digest_of(recovery.data) for recovery in found.recoveries)}
    missing = min((age(states, digest, killed) for digest in kept), default=0.0)
    if states and missing > BOUND:
        faults.append(f"{missing:.2f} s of work are missing")
    return Result(tuple(faults), missing, bool(found.recoveries), in_save)


def age(states: list[tuple[float, str]], digest: str, killed: float) -> float:
    """Return for how long a state had been left behind by later ones when the kill came."""
    ages = [
        max(0.0, killed - later[0])
        for (_, state), later in zip(states, [*states[1:], (killed, "")], strict=False)
        if state == digest
    ]
    return min(ages, default=float("inf") if states else 0.0)


def judged(results: list[Result], left: list[str]) -> int:
    """Print the figures; 1 when there was a violation."""
    missing = sorted(result.missing for result in results)
    bad = sum(bool(result.faults) for result in results)
    print(
        f"{len(results)} kills, {sum(result.in_save for result in results)} of them in a save, "
        f"{sum(result.recovered for result in results)} with a recovery"
    )
    print(
        f"work missing: at most {missing[-1]:.2f} s, median {missing[len(missing) // 2]:.2f} s; "
        f"temporary files left beside the ladder: {len(left)}"
    )
    print(f"rounds with a violation: {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
