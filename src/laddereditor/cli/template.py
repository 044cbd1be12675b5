"""`laddereditor template`: write a file to fill in, which is imported afterwards."""

import argparse
from pathlib import Path

from laddereditor.cli.output import Output
from laddereditor.cli.result_file import ResultRefused, result_file, write_result
from laddereditor.reports.fill_in.templates import FILL_INS, fill_in_named


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "name",
        metavar="NAME",
        nargs="?",
        choices=[one.name for one in FILL_INS],
        help="which one; without it, all are listed",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="the file; by default NAME, here"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    if options.name is None:
        width = max(len(one.name) for one in FILL_INS)
        for one in FILL_INS:
            out.line(f"{one.name:<{width}}  {one.title}. {one.use}")
        return 0
    chosen = fill_in_named(options.name)
    path = options.output or Path(chosen.file_name)
    try:
        write_result(result_file(path, [], force=options.force), chosen.write())
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    out.line(f"{path}: {chosen.title}. Fill it in, then run: laddereditor import {path} -o OUT")
    return 0
