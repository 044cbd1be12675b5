"""`laddereditor compare`: levels side by side, or those that are most alike to one."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from pathlib import Path

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.reports import (
    add_report_arguments,
    put_report,
    report_file,
    terminal_of,
)
from laddereditor.cli.result_file import ResultRefused
from laddereditor.compare.nearest.finding import nearest
from laddereditor.compare.nearest.index import DemandIndex
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.counting import differences_only
from laddereditor.compare.sheet.picking import NoSuchColumn, pick
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.comparison.level_summaries import SummaryReport, summary_report
from laddereditor.reports.comparison.nearest import NearestReport
from laddereditor.reports.formats import Format, formats_of
from laddereditor.reports.worksheets.talk_sheet import TalkSheet, talk_sheet
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.pair_corrections import read_corrections
from laddereditor.storage.reading.faults import UnreadableLadder

Writer = Callable[[Comparison, Terminal], str]


def _writer_of_summary(format_: Format[SummaryReport]) -> Writer:
    return lambda comparison, terminal: format_.write(summary_report(comparison), terminal)


def _writer_of_talk(format_: Format[TalkSheet]) -> Writer:
    return lambda comparison, terminal: format_.write(talk_sheet(comparison), terminal)


_TABLES = {one.name: one.write for one in formats_of(Comparison) if one.is_text}
_FORMATS: dict[str, Writer] = {
    **_TABLES,
    **{
        f"summary-{one.name}": _writer_of_summary(one)
        for one in formats_of(SummaryReport)
        if one.is_text
    },
    **{f"talk-{one.name}": _writer_of_talk(one) for one in formats_of(TalkSheet) if one.is_text},
}
_NEAREST = {one.name: one.write for one in formats_of(NearestReport)}


class _Refused(Exception):
    """The command cannot be carried out; the message says why, after the program's name."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the ladder")
    parser.add_argument(
        "addresses",
        metavar="ADDRESS",
        nargs="*",
        help="a profile (ai-ml-engineer/P3), a level (levels/P3), or a family or “levels” for all "
        "of its levels; other.yaml#ADDRESS for one in another file",
    )
    add_report_arguments(
        parser,
        _FORMATS,
        "text (default), json, html, csv, tsv; what the other levels ask beyond the baseline, in "
        "the ladder's words (summary-text, summary-html); a sheet for a talk about the step to the "
        "last column, with blank columns for evidence and agreed steps (talk-html, talk-csv)",
    )
    parser.add_argument(
        "--differences-only",
        action="store_true",
        help="leave out rows that are the same in all columns",
    )
    parser.add_argument(
        "--baseline",
        type=int,
        default=1,
        metavar="N",
        help="the column that the others are compared with, from 1 (default: 1)",
    )
    parser.add_argument(
        "--stepwise",
        action="store_true",
        help="compare each column with the one at its left, as a track is read",
    )
    parser.add_argument(
        "--track",
        default="",
        metavar="CODE",
        help="of whole families, only the levels of this track",
    )
    parser.add_argument(
        "--most-alike",
        metavar="ADDRESS",
        help="list the profiles that ask for nearly the same as this profile or level, with what "
        "they have in common (text or json)",
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    try:
        result = report_file(options, [options.file, *(path for path, _ in _files(options))])
        report = _report(options, out)
        if report is None:
            return 2
        put_report(report, result, out)
    except (_Refused, ResultRefused) as error:
        out.error(f"laddereditor: {error}")
        return 2
    return 0


def _report(options: argparse.Namespace, out: Output) -> str | None:
    """Return the report, or None after reporting that a file cannot be read."""
    if options.most_alike is not None:
        found = _nearest(options, out)
        return _NEAREST[options.format](found, terminal_of(options)) if found else None
    if not options.addresses:
        raise _Refused(
            f"{options.file}: name two profiles or levels to compare, or one with --most-alike"
        )
    comparison = _comparison(options, out)
    return _FORMATS[options.format](comparison, terminal_of(options)) if comparison else None


# -- reading ------------------------------------------------------------------------------------


def _nearest(options: argparse.Namespace, out: Output) -> NearestReport | None:
    """Return what is most alike, or None after reporting that the file cannot be read."""
    if options.addresses:
        raise _Refused("--most-alike looks at one profile or level; name no others to compare")
    if options.format not in _NEAREST:
        raise _Refused(f"--most-alike is written as {' or '.join(_NEAREST)}: {options.format}")
    ladders = _opened([options.file], out)
    if ladders is None:
        return None
    columns = _columns(options, options.file, Address(options.most_alike), ladders)
    if len(columns) > 1:
        raise _Refused(
            f"{options.file}: “{options.most_alike}” has {len(columns)} levels; name one of them, "
            f"such as “{columns[0].short}”"
        )
    ladder = ladders[options.file]
    return NearestReport(ladder, nearest(DemandIndex(), ladder, columns[0].address))


def _opened(paths: Iterable[Path], out: Output) -> dict[Path, Ladder] | None:
    """Return the ladders of some files, or None after reporting that one cannot be read."""
    ladders: dict[Path, Ladder] = {}
    for path in dict.fromkeys(paths):
        try:
            ladders[path] = open_ladder(path).document.ladder
        except UnreadableLadder as error:
            report_unreadable(out, path, error)
            return None
    return ladders


def _comparison(options: argparse.Namespace, out: Output) -> Comparison | None:
    """Return the comparison, or None after reporting that a file cannot be read."""
    files = _files(options)
    ladders = _opened((path for path, _ in files), out)
    if ladders is None:
        return None
    columns = [one for path, address in files for one in _columns(options, path, address, ladders)]
    if len(columns) < 2:
        raise _Refused(
            f"{options.file}: {columns[0].short} alone; name another one to compare it with"
        )
    if not 1 <= options.baseline <= len(columns):
        raise _Refused(f"--baseline is a column, from 1 to {len(columns)}: {options.baseline}")
    said = _corrections(ladders.values())
    found = compare(columns, options.baseline - 1, corrections=said, stepwise=options.stepwise)
    is_short = options.differences_only and options.format in _TABLES
    return differences_only(found) if is_short else found


def _corrections(ladders: Iterable[Ladder]) -> PairCorrections:
    """Return which pairs of statements this user corrected in the window."""
    kept = (read_corrections(ladder) for ladder in dict.fromkeys(one.id for one in ladders))
    return reduce(PairCorrections.with_those_of, kept, NO_CORRECTIONS)


def _files(options: argparse.Namespace) -> list[tuple[Path, Address]]:
    """Return each address with the file it is in."""
    found = []
    for named in options.addresses:
        other, _, address = named.rpartition("#")
        found.append((Path(other) if other else options.file, Address(address)))
    return found


def _columns(
    options: argparse.Namespace, path: Path, address: Address, ladders: Mapping[Path, Ladder]
) -> tuple[Subject, ...]:
    origin = "" if path == options.file else str(path)
    try:
        return pick(ladders[path], address, options.track, origin)
    except NoSuchColumn as error:
        raise _Refused(f"{path}: {' '.join(str(error).split())}") from None
