"""Prints how long a ladder takes as a folder with a file for each family, as ratios to one file.

python bench/folders.py [S M L] [--rounds N]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import emit, update
from laddereditor.storage.files.ladder_files import open_ladder, save_ladder
from make_ladders import SIZES, make_file
from reading import interleaved, one_edit

_LISTS = ("levels", "skills")


def spread(ladder: Ladder, folder: Path) -> Path:
    """Write a ladder into a folder: a file for each family, for levels, skills and the rest."""
    (folder / "families").mkdir(parents=True)
    head = Ladder(laddereditor=1, id=ladder.id)
    rest = evolve(ladder, families=(), **dict.fromkeys(_LISTS, ()))
    (folder / "ladder.yaml").write_text(emit(rest), "utf-8")
    for name in _LISTS:
        text = emit(evolve(head, **{name: getattr(ladder, name)}))
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    for family in ladder.families:
        text = emit(evolve(head, families=(family,)))
        (folder / "families" / f"{family.id}.yaml").write_text(text, "utf-8")
    return folder


def _saves(path: Path) -> Callable[[], object]:
    number = [0]
    opened = open_ladder(path)
    state: list[Any] = [opened.document, opened.digest]

    def save() -> None:
        number[0] += 1
        state[0] = update(state[0], one_edit(state[0].ladder, number[0]))
        state[1] = save_ladder(path, state[0], state[1])

    return save


def _edits(path: Path) -> Callable[[], object]:
    document = open_ladder(path).document
    return lambda: update(document, one_edit(document.ladder, 1))


def _opens(path: Path) -> Callable[[], object]:
    return lambda: open_ladder(path)


def main() -> int:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], default=["S", "M"])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for size in options.sizes:
            file = make_file(Path(home), size)
            folder = spread(open_ladder(file).document.ladder, Path(home) / f"folder-{size}")
            count = sum(1 for _ in folder.rglob("*.yaml"))
            print(f"{size}: {count} files")
            for name, work in (("open", _opens), ("edit", _edits), ("edit and save", _saves)):
                ours, one = interleaved(options.rounds, work(folder), work(file))
                print(f"  {name}: {ours:.3f} s, one file {one:.3f} s, ratio {ours / one:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
