"""Chooses the verb; with none, opens the window."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from laddereditor import program_version
from laddereditor.cli import check, compare, diff, import_page, merge, publish, schema, versions
from laddereditor.cli.display import explain_no_display, has_display
from laddereditor.cli.output import Output, system_output

OpenWindow = Callable[[list[Path]], int]

VERBS = {
    "check": check.VERB,
    "compare": compare.VERB,
    "diff": diff.VERB,
    "import": import_page.VERB,
    "merge": merge.VERB,
    "publish": publish.VERB,
    "schema": schema.VERB,
    "versions": versions.VERB,
}


def make_parser() -> argparse.ArgumentParser:
    """Return the parser for all verbs."""
    parser = argparse.ArgumentParser(
        prog="laddereditor",
        description="Edit career ladders. Without a verb, opens the window with the files given.",
        epilog="laddereditor [FILE …] opens the window; laddereditor VERB --help explains a verb.",
    )
    parser.add_argument("--version", action="version", version=f"laddereditor {program_version()}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name, verb in VERBS.items():
        inner = verbs.add_parser(name, help=verb.help, description=verb.help)
        verb.arguments(inner)
    return parser


def run(arguments: Sequence[str], open_window: OpenWindow, output: Output | None = None) -> int:
    """Carry out the command line; returns the exit code (2 for wrong usage).

    `open_window` opens the window with files; it is handed in because verbs must not load Qt.
    """
    out = output or system_output()
    first = arguments[0] if arguments else ""
    if first not in VERBS and (first == "--" or not first.startswith("-")):
        files = arguments[1:] if first == "--" else arguments
        return _show(open_window, [Path(name) for name in files], out)
    try:
        options = make_parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said why
        return int(stop.code or 0)
    return VERBS[options.verb].run(options, out) if options.verb else 2


def _show(open_window: OpenWindow, paths: list[Path], out: Output) -> int:
    if not has_display(sys.platform):
        out.error(explain_no_display(list(VERBS)))
        return 2
    return open_window(paths)
