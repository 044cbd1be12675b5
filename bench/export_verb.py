"""Prints how long `laddereditor export` takes from start to finished file, for a whole ladder.

    python bench/export_verb.py [--size M] [--rounds N] [html xlsx docx md csv json case pdf]

Each round is a process of its own, which starts, reads the file, makes the export and writes it.
Its processor time and its peak of memory are those of the process and of its children.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from laddereditor.storage.text.emit import emit
from make_ladders import SIZES, make_ladder

FORMATS = ("html", "xlsx", "docx", "md", "csv", "json", "case")
_MEASURED = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
taken, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
print(taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def measure(ladder: Path, name: str, out: Path) -> tuple[float, float, float]:
    """Return the seconds that passed, those of the processor, and megabytes of memory."""
    verb = [sys.executable, "-m", "laddereditor", "export", str(ladder), "--to", name, "-o"]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *verb, str(out)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )
    taken, used, memory = map(float, done.stdout.split())
    return taken, used, memory


def main() -> None:
    """Measure the formats that are asked for; the fastest round of each counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=FORMATS, metavar="FORMAT")
    parser.add_argument("--size", default="M", choices=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ladder = Path(folder, "ladder.yaml")
        ladder.write_text(emit(make_ladder(*SIZES[options.size])), "utf-8")
        for name in options.formats:
            rounds = [
                measure(ladder, name, Path(folder, f"{name}-{number}"))
                for number in range(options.rounds)
            ]
            taken, used, memory = map(min, zip(*rounds, strict=True))
            print(f"{name:5} {taken:6.2f} s, processor {used:5.2f} s, memory {memory:5.0f} MB")


if __name__ == "__main__":
    main()
