"""Lets two processes edit and save one ladder file at random, and looks for lost edits.

python bench/two_editors.py [ROUNDS] [--seed N] [--merges] [--in-place]

With --merges a third process has `laddereditor merge` write the same file all the while; with
--in-place the file has a second name, so that saves are written into it.

Each edit adds a distinct statement. Every one whose save was confirmed must be in the
file at the end.
Prints the figures; exits with 1 on a violation.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items
from laddereditor.model.address import Address, walk
from laddereditor.model.family import Profile
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder

LADDER = Path(__file__).parent.parent / "ladders" / "people.yaml"


def main() -> int:
    """Run both processes and look at the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--as-editor", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--merges", action="store_true")
    parser.add_argument("--in-place", action="store_true")
    parser.add_argument("--as-merger", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.as_merger:
        merge_all_the_while(options.as_merger)
        return 0
    if options.as_editor:
        name, file = options.as_editor
        edit(name, Path(file), options.rounds, options.seed)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / LADDER.name
        shutil.copy(LADDER, path)
        if options.in_place:
            Path(folder, "second").mkdir()
            Path(folder, "second", "name.yaml").hardlink_to(path)
        return judged(path, run_both(path, options), options.rounds)


# -- the two ----------------------------------------------------------------------------------


def edit(name: str, path: Path, rounds: int, seed: int) -> None:
    """Edit and save in a loop, and print what was saved, as a person would believe it."""
    chance = random.Random(f"{seed} {name}")
    print("ready", flush=True)
    sys.stdin.readline()
    session = Session.from_file(open_ladder(path))
    for number in range(rounds):
        mark = f"Statement {number} of {name}"
        add(session, mark, chance)
        if chance.random() < 0.3:
            change_some_text(session, chance)
        time.sleep(chance.choice((0, 0, 0.002, 0.01)))
        while not saved(session):
            session.reload()
            add(session, mark, chance)
        print(f"saved {mark}", flush=True)


def add(session: Session, mark: str, chance: random.Random) -> None:
    """Add a statement to any profile, at any place."""
    places = [at for at, entity in walk(session.ladder) if isinstance(entity, Profile)]
    place = chance.choice(places)
    session.apply(insert_items(session.ladder, place, "responsibilities", -1, [mark]))


def change_some_text(session: Session, chance: random.Random) -> None:
    """Change a text that the other process may change as well."""
    family = chance.randrange(len(session.ladder.families))
    address = f"families/{session.ladder.families[family].id}"
    text = f"Summary {chance.random()}"
    session.apply(set_field(session.ladder, Address(address), "summary", text))


def saved(session: Session) -> bool:
    """Save, unless the other process did in the meantime."""
    try:
        session.save()
    except ChangedOnDisk:
        print("conflict", flush=True)
        return False
    return True


def end_with_input(ended: threading.Event) -> None:
    """Set `ended` when the input of this process is closed."""
    sys.stdin.read()
    ended.set()


def merge_all_the_while(path: Path) -> None:
    """Merge a description of one's own into the file, again and again, until the input ends."""
    counts: Counter[int] = Counter()
    ended = threading.Event()
    threading.Thread(target=end_with_input, args=(ended,), daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        base, theirs = Path(folder, "base.yaml"), Path(folder, "theirs.yaml")
        while not ended.is_set():
            session = Session.from_file(open_ladder(path))
            session.save(base)
            text = f"Description {sum(counts.values())}"
            session.apply(set_field(session.ladder, Address(), "description", text))
            session.save(theirs, overwrite=True)
            command = ["merge", *map(str, (base, path, theirs)), "-o", str(path), "--force"]
            counts[run(command, lambda _: 0, Output(lambda _: None, lambda _: None))] += 1
            base.unlink()
            theirs.unlink()
    print(f"merges written: {counts[0] + counts[1]}, refused: {counts[2]}", file=sys.stderr)


# -- the judge --------------------------------------------------------------------------------


def run_both(path: Path, options: argparse.Namespace) -> list[str]:
    """Start both at the same moment; return the lines that they printed."""
    command = [sys.executable, __file__, str(options.rounds), "--seed", str(options.seed)]
    both = [
        subprocess.Popen(
            [*command, "--as-editor", name, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    for process in both:
        assert process.stdout
        process.stdout.readline()
    for process in both:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    merger = [*command, "--as-merger", str(path)] if options.merges else None
    merging = subprocess.Popen(merger, stdin=subprocess.PIPE) if merger else None
    with_outputs = [process.communicate()[0] for process in both]
    if merging:
        merging.communicate()
    if any(process.returncode for process in both):
        raise SystemExit("one of the processes failed")
    return "".join(with_outputs).splitlines()


def judged(path: Path, lines: list[str], rounds: int) -> int:
    """Print the figures; 1 when an edit is lost or there twice, or something was left behind."""
    ladder = open_ladder(path).document.ladder
    texts = Counter(
        text
        for _, entity in walk(ladder)
        if isinstance(entity, Profile)
        for text in entity.responsibilities
    )
    reported = [line.removeprefix("saved ") for line in lines if line.startswith("saved ")]
    lost = [mark for mark in reported if texts[mark] == 0]
    twice = [mark for mark in reported if texts[mark] > 1]
    left = [e.name for e in path.parent.iterdir() if e != path and e.name != "second"]
    second = path.parent / "second" / "name.yaml"
    if second.exists() and second.read_bytes() != path.read_bytes():
        left.append("a second name with another text")
    print(
        f"{rounds} rounds in two processes: {len(reported)} saves, "
        f"{lines.count('conflict')} times the other had saved"
    )
    print(f"saved edits lost: {len(lost)}; twice: {len(twice)}; files left behind: {len(left)}")
    for what in (*lost[:5], *twice[:5], *left[:5]):
        print(f"  {what}")
    return 1 if lost or twice or left or len(reported) != 2 * rounds else 0


if __name__ == "__main__":
    sys.exit(main())
