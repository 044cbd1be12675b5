"""Prints how long reading, editing and saving take, as ratios to PyYAML in the same run.

python bench/reading.py [FOLDER] [S M L] [--rounds N]
"""

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.atomic import SYSTEM, replace_file
from laddereditor.storage.files.document import Document, read_bytes, to_bytes, update
from laddereditor.storage.files.ladder_files import digest_of, open_ladder, save_ladder
from laddereditor.storage.files.verify import verify_bytes
from make_ladders import SIZES, make_file


def timed(work: Callable[[], Any]) -> float:
    """Return how long one call takes, after a collection."""
    gc.unfreeze()
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(rounds: int, *works: Callable[[], Any]) -> list[float]:
    """Return the median time of each of several pieces of work, taken in turns."""
    times = [[timed(work) for work in works] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def reading(path: Path, rounds: int) -> None:
    """Compare reading into the model with places to `yaml.load` with the C loader."""
    data = path.read_bytes()
    ours, theirs = interleaved(
        rounds, lambda: read_bytes(data), lambda: yaml.load(data, yaml.CSafeLoader)
    )
    print(f"  read: {ours:.3f} s, yaml.load {theirs:.3f} s, ratio {ours / theirs:.2f}")


def one_edit(ladder: Ladder, number: int) -> Ladder:
    """Return the ladder with one text of one profile changed."""
    place = len(ladder.families) // 2
    family = ladder.families[place]
    profile = evolve(family.profiles[1], title=f"Changed title {number}")
    profiles = (family.profiles[0], profile, *family.profiles[2:])
    families = list(ladder.families)
    families[place] = evolve(family, profiles=profiles)
    return evolve(ladder, families=tuple(families))


def editing(path: Path, rounds: int) -> None:
    """Compare one edit, its proof and the save to a dump with the C dumper."""
    opened = open_ladder(path)
    target = path.with_name(f"{path.stem}-saved.yaml")
    target.write_bytes(path.read_bytes())
    raw = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    state: dict[str, Any] = {"document": opened.document, "digest": opened.digest, "n": 0}

    def edit() -> None:
        state["n"] += 1
        document: Document = state["document"]
        state["document"] = update(document, one_edit(document.ladder, state["n"]))

    def save() -> None:
        state["digest"] = save_ladder(target, state["document"], state["digest"])

    def dump() -> None:
        text = yaml.dump(raw, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        target.with_suffix(".dump").write_text(text, encoding="utf-8")

    def check() -> None:
        document: Document = state["document"]
        verify_bytes(document, to_bytes(document))
        digest_of(target.read_bytes())

    def write() -> None:
        replace_file(target.with_suffix(".copy"), state["data"], lambda: None, SYSTEM)

    edits, saves, dumps = interleaved(rounds, edit, save, dump)
    state["data"] = to_bytes(state["document"])
    assert digest_of(state["data"]) == digest_of(target.read_bytes()) == state["digest"]
    checks, writes = interleaved(max(rounds, 5), check, write)
    total = edits + saves
    print(
        f"  edit {edits * 1000:.1f} ms + save {saves * 1000:.0f} ms, "
        f"yaml.dump {dumps:.2f} s: {dumps / total:.0f} times faster"
    )
    print(
        f"  of that the write {writes * 1000:.0f} ms and the check {checks * 1000:.0f} ms: "
        f"{min((writes + checks) / total, 1):.0%}"
    )
    for suffix in (".yaml", ".dump", ".copy"):
        target.with_suffix(suffix).unlink()


def main() -> int:
    """Print the ratios of the sizes asked for, or all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=Path("bench-ladders"))
    parser.add_argument("sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for size in options.sizes:
        path = make_file(options.folder, size)
        print(f"{size}: {path.stat().st_size / 1e6:.1f} MB")
        reading(path, options.rounds)
        editing(path, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
