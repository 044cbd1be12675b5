"""The program: `laddereditor [FILE …]` opens the window; every other verb is a command."""

import sys
from pathlib import Path

from laddereditor.cli.main import run


def main() -> None:
    """Run the command line and exit with its exit code."""
    sys.exit(run(sys.argv[1:], _open_window))


def _open_window(paths: list[Path]) -> int:
    from laddereditor.gui.app import run_window

    return run_window(paths)


if __name__ == "__main__":
    main()
