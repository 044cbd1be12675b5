"""Count the statements of other YAML and JSON that end under the right family, level, competency.

    python bench/record_imports.py [--held-back]

The files are those of tests/exchange/records/shapes.py, whose labels were written before the
program had read them.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.exchange.records.scoring import shares
from tests.exchange.records.shapes import SHAPES


def main() -> None:
    """Print the share of each file, and of all."""
    held = "--held-back" in sys.argv[1:]
    right = every = good = 0
    chosen = {name: one for name, one in SHAPES.items() if one.held_back == held}
    for name, shape in chosen.items():
        count, wrong = shares(shape, f"{name}.yaml")
        right, every = right + count, every + len(shape.labels)
        good += count >= 0.9 * len(shape.labels)
        print(f"{count / len(shape.labels):5.2f}  {name}")
        if not held or "--wrong" in sys.argv[1:]:
            for line in wrong:
                print(f"         {line}")
    print(f"{right / every:5.2f}  all; {good} of {len(chosen)} files have at least 0.90")


if __name__ == "__main__":
    main()
