"""Write a verb's report to standard output, or to a file that is not overwritten."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from laddereditor.cli.output import Output
from laddereditor.cli.result_file import ResultFile, result_file, write_result
from laddereditor.reports.common.text_layout import Terminal

WIDE = (100, 24)  # size of a terminal that does not report one


def shows_colour(environment: Mapping[str, str] | None = None) -> bool:
    """Whether standard output is a terminal that shows colours, and they are not disabled."""
    known = os.environ if environment is None else environment
    if known.get("NO_COLOR") or known.get("TERM") == "dumb":
        return False
    # The old console of Windows shows the codes themselves.
    if sys.platform == "win32" and "WT_SESSION" not in known:
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def put_report(report: str, result: ResultFile | None, out: Output) -> None:
    """Write a report to a file, or to standard output if there is none.

    Args:
        report: The report.
        result: The file, None for standard output.
        out: The outputs of the verb.

    Raises:
        ResultRefused: The file cannot be written.
    """
    if result is None:
        out.line(type(report)(report.rstrip("\n")))  # keeps the type of the report, coloured or not
    else:
        write_result(result, f"{report.rstrip()}\n".encode("utf-8", "replace"))


def add_report_arguments(
    parser: argparse.ArgumentParser, formats: Iterable[str], about: str | None = None
) -> None:
    """Declare `--format`, `-o` and `--force`.

    Args:
        parser: The parser of the verb.
        formats: The names of the formats.
        about: The help on `--format`, None for none.
    """
    parser.add_argument("--format", choices=tuple(formats), default="text", help=about)
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to this file")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def terminal_of(options: argparse.Namespace, *, colour: bool = False) -> Terminal:
    """Return what plain text is laid out for: the terminal, without colours in a file."""
    width = shutil.get_terminal_size(WIDE).columns
    return Terminal(width, colour=colour or (not options.output and shows_colour()))


def report_file(options: argparse.Namespace, inputs: Sequence[Path]) -> ResultFile | None:
    """Return the file that `-o` names, or None without one.

    Raises:
        ResultRefused: The file must not be written.
    """
    if options.output is None:
        return None
    return result_file(options.output, inputs, force=options.force)
