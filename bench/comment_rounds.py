"""Makes random edits of files full of comments, and counts the comments that did not stay.

python bench/comment_rounds.py [FILES] [--seed N] [--held] [--edits N] [--show N]

Each file has a style of its own and comments in every place that YAML allows; each is edited
several times. Prints the figures, and ends with 1 if a comment was lost without a word, a text
could not be read, or a file was laid out anew. `--held` takes habits that nothing was tuned on.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.document import read_text, update
from laddereditor.storage.faults import UnreadableLadder
from tests.storage.comment_edits import random_edit
from tests.storage.comment_owners import verdicts
from tests.storage.commented_files import Commented, Namer, some_ladder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--edits", type=int, default=8)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--only")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    shown = 0
    for number in range(options.seed, options.seed + options.files):
        rng, namer = Random(number), Namer()
        text = Commented(rng, options.held).file(some_ladder(rng, namer))
        try:
            document = read_text(text)
        except UnreadableLadder as e:
            total["unreadable file"] += 1
            if options.only == "unreadable":
                print(text, e)
                return 1
            continue
        for _ in range(options.edits):
            raw = to_raw(document.ladder)
            edit = random_edit(raw, rng, namer)
            ladder = Ladder.model_validate(edit.raw)
            total["edits"] += 1
            after = update(document, ladder)
            bad = set()
            for notice in after.notices:
                bad.add("whole file" if "whole" in notice else "record anew")
            if to_raw(read_text(after.text).ladder) != to_raw(ladder):
                bad.add("reads differently")
            for v in verdicts(document.text, after.text, to_raw(ladder), edit.renamed):
                total["comments: " + v.how] += 1
                if v.how not in ("kept", "kept, at what encloses it", "gone with its owner"):
                    bad.add(v.how)
                    if shown < options.show and (not options.only or options.only == v.how):
                        print(f"file {number} {edit.name}: c{v.number} {v.how}")
            for b in bad:
                total["edits: " + b] += 1
                total[f"{b} by {edit.name}"] += 1
            if bad and shown < options.show and (not options.only or options.only in bad):
                import difflib
                shown += 1
                print("#####", number, edit.name, bad, edit.renamed)
                print("\n".join(difflib.unified_diff(document.text.splitlines(), after.text.splitlines(), n=4, lineterm="")))
            document = after
            if "whole file" in bad:
                break
    for key, n in sorted(total.items()):
        print(f"{n:8} {key}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
