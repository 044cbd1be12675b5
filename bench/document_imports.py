"""Prints which share of the statements of invented documents ends where a reader would put it.

python bench/document_imports.py [tuned held_back] [--show NAME]
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.exchange.blocks.shapes.corpus import samples
from tests.exchange.blocks.shapes.scoring import DocumentScore, document_score

GOOD = 0.9
SHOWN = 5  # wrong statements of a document


def main() -> None:
    """Print the figures of the sets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["tuned", "held_back"])
    parser.add_argument("--show", default="", help="print what is wrong in one document")
    options = parser.parse_args()
    for name in options.sets:
        found = []
        for sample in samples(held_back=name == "held_back"):
            if options.show not in sample.name:
                continue
            score = document_score(sample)
            found.append(score)
            print(f"  {sample.name:50} {score.share:.3f} {len(score.extra):3} extra")
            if options.show:
                print_wrong(score)
        good = sum(one.share >= GOOD for one in found)
        share = sum(one.share for one in found) / max(1, len(found))
        print(f"{name}: {good} of {len(found)} documents at least {GOOD}; mean {share:.3f}")


def print_wrong(score: DocumentScore) -> None:
    """Print what an import made of a document, and some statements that are wrong."""
    print("   ", score.summary)
    for role in score.roles:
        print("     ", role)
    for one in sorted(score.missing)[:SHOWN]:
        print("      missing", one)
    for one in sorted(score.extra)[:SHOWN]:
        print("      extra  ", one)


if __name__ == "__main__":
    main()
