"""`laddereditor overview`: a ladder on one page, for a steering group."""

import argparse
from collections.abc import Callable
from pathlib import Path

from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.reports import add_report_arguments, put_report, report_file
from laddereditor.cli.result_file import ResultRefused, write_result
from laddereditor.cli.usage import WrongUsage
from laddereditor.reports.formats import format_of
from laddereditor.reports.overview.overview import LadderOverview
from laddereditor.reports.overview.writing import overview_html, overview_text
from laddereditor.session.day_clock import SystemClock
from laddereditor.session.overviews import ladder_overview
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder

_WRITERS: dict[str, Callable[[LadderOverview], str]] = {
    "text": overview_text,
    "html": overview_html,
}
_WORD = "docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a ladder file, or a folder")
    add_report_arguments(
        parser, (*_WRITERS, _WORD), "text (default), a web page, or a Word document (with -o)"
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code.

    Raises:
        WrongUsage: A Word document has no file to go to.
    """
    if options.format == _WORD and options.output is None:
        raise WrongUsage("a Word document needs a file: add -o OUT.docx")
    try:
        result = report_file(options, [options.file])
        opened = open_ladder(options.file)
        overview = ladder_overview(opened.document.ladder, opened.path, SystemClock())
        if options.format == _WORD and result is not None:
            write_result(result, format_of(LadderOverview, _WORD).as_file(overview))
        else:
            put_report(_WRITERS[options.format](overview), result, out)
    except UnreadableLadder as error:
        report_unreadable(out, options.file, error)
        return 2
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    return 0
