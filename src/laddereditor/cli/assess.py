"""`laddereditor assess`: the gaps that filled self-assessment forms show."""

import argparse
from pathlib import Path

from laddereditor.cli.output import Output
from laddereditor.cli.reports import add_report_arguments, put_report, report_file
from laddereditor.cli.result_file import ResultRefused
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.filled_form import FilledForm
from laddereditor.exchange.returned.filled_forms import read_forms
from laddereditor.regular_files import read_regular
from laddereditor.reports.assessment.gaps import gaps_csv, gaps_html, gaps_text
from laddereditor.storage.files.system_words import reason

_FORMATS = {"text": gaps_text, "csv": gaps_csv, "html": gaps_html}
_MOST_BYTES = 50_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "forms", metavar="FORM", nargs="+", type=Path, help="filled forms (.xlsx, .ods, .docx)"
    )
    add_report_arguments(parser, _FORMATS, "text (default): the gaps; csv, html: all lines")


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    forms: list[FilledForm] = []
    try:
        result = report_file(options, options.forms)
        for path in options.forms:
            forms += _read(path)
        put_report(_FORMATS[options.format](forms), result, out)
    except (ImportRefused, ResultRefused) as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    return 0


def _read(path: Path) -> tuple[FilledForm, ...]:
    try:
        data = read_regular(path, _MOST_BYTES)
    except OSError as error:
        raise ImportRefused(f"{path}: cannot be read: {reason(error)}") from error
    return read_forms(data, str(path))
