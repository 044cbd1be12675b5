"""Makes random edits of files full of comments, and counts the comments that did not stay.

python bench/comment_rounds.py [FILES] [--seed N] [--edits N] [--held] [--show N]

Each file has a style of its own and comments in every place that YAML allows; each is edited
several times. Prints the figures, and ends with 1 if a comment was lost without a word, a text
does not read as meant (yaml-edit looks as well), or a record or file was reformatted. `--held`
takes habits of writing that nothing was tuned on. `--show` prints the first edits that went wrong.
"""

import argparse
import difflib
import sys
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.storage.comment_rounds import Round, rounds
from tests.storage.test_oracle import seen

from laddereditor.storage.reading.whole import read_whole

ANOTHER = "read otherwise by yaml-edit"
FAULTS = (
    ANOTHER,
    "lost silently",
    "reads differently",
    "a record rewritten",
    "the whole file rewritten",
)


def main() -> int:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--edits", type=int, default=8, help="of each file")
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    comments: Counter[str] = Counter()
    edits: Counter[str] = Counter()
    for number in range(options.seed, options.seed + options.files):
        for one in rounds(Random(number), options.edits, options.held):
            comments.update(one.comments)
            edits.update(["all", *one.faults, *(f"{f}, by {one.name}" for f in one.faults)])
            edits.update(other_reader(one))
            if one.faults and options.show:
                options.show -= 1
                show(number, one)
    print_sorted("comments", comments)
    print_sorted("edits", edits)
    return 1 if any(edits[fault] for fault in FAULTS) else 0


def other_reader(one: Round) -> list[str]:
    """Return what yaml-edit, which shares no code with the program, makes of the edited file."""
    if not _agrees(one.before):
        return ["not read by yaml-edit as they were"]
    return [] if _agrees(one.after) else [ANOTHER]


def _agrees(text: str) -> bool:
    return bool(seen(text) == read_whole(text)[0])


def print_sorted(title: str, found: Counter[str]) -> None:
    """Print figures, the largest first."""
    for name, count in found.most_common():
        print(f"{count:8} {title}: {name}")


def show(number: int, one: Round) -> None:
    """Print what an edit made of its file."""
    print(f"##### file {number}: {one.name}, {', '.join(one.faults)}")
    diff = difflib.unified_diff(one.before.splitlines(), one.after.splitlines(), n=4, lineterm="")
    print("\n".join(diff))


if __name__ == "__main__":
    sys.exit(main())
