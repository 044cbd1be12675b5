"""Measures the three-way merge against git's merge of the same texts, in one run.

    python bench/merging.py [FOLDER with M.yaml and L.yaml; made if missing] [--rounds N]

Both sides change 1 % of the statements, none of them the same; some are moved. What is timed is
the merge of ladders in memory; git's is `git merge-file` on the three texts.
"""

import argparse
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from laddereditor.compare.merge.merging import merge
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import make_statement, statement_text
from laddereditor.storage.files.document import Document, update
from laddereditor.storage.files.ladder_files import open_ladder
from make_ladders import make_file

SHARE = 0.01


def edited(ladder: Ladder, side: int) -> Ladder:
    """Return a ladder with 1 % of its responsibilities changed; sides change different ones."""
    chance = random.Random(side)
    families = []
    for family in ladder.families:
        profiles = []
        for profile in family.profiles:
            held = list(profile.responsibilities)
            for place in range(side, len(held), 2):
                if chance.random() < 2 * SHARE:
                    held[place] = make_statement(f"{statement_text(held[place])}, every quarter")
            if chance.random() < SHARE and len(held) > 3:
                held.insert(0, held.pop())
            same = tuple(held) == profile.responsibilities
            profiles.append(profile if same else evolve(profile, responsibilities=tuple(held)))
        changed = any(one is not two for one, two in zip(profiles, family.profiles, strict=True))
        families.append(evolve(family, profiles=tuple(profiles)) if changed else family)
    return evolve(ladder, families=tuple(families))


def git_merge(texts: list[str]) -> tuple[float, int]:
    """Return the seconds that git takes, and how many conflicts it leaves."""
    with TemporaryDirectory() as folder:
        names = ("ours", "base", "theirs")
        for name, text in zip(names, texts, strict=True):
            (Path(folder) / name).write_text(text, "utf-8")
        start = time.perf_counter()
        done = subprocess.run(
            ["git", "merge-file", "-q", "-p", *names], cwd=folder, capture_output=True, check=False
        )
        return time.perf_counter() - start, done.returncode


def measure(document: Document, rounds: int) -> tuple[float, float, int, int]:
    """Return the median seconds of ours and of git, and the conflicts of each."""
    base = document.ladder
    ours, theirs = edited(base, 0), edited(base, 1)
    texts = [update(document, ours).text, document.text, update(document, theirs).text]
    mine, others, conflicts, git_conflicts = [], [], 0, 0
    for _ in range(rounds):
        start = time.perf_counter()
        conflicts = len(merge(base, ours, theirs).conflicts)
        mine.append(time.perf_counter() - start)
        seconds, git_conflicts = git_merge(texts)
        others.append(seconds)
    return statistics.median(mine), statistics.median(others), conflicts, git_conflicts


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    folder = options.folder or Path(gettempdir()) / "laddereditor-bench"
    for size in ("M", "L"):
        document = open_ladder(make_file(folder, size)).document
        mine, git, conflicts, git_conflicts = measure(document, options.rounds)
        print(
            f"{size}: merge {mine * 1000:.0f} ms, {conflicts} conflicts; git merge-file "
            f"{git * 1000:.0f} ms, {git_conflicts} conflicts; ratio {mine / git:.2f}"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
