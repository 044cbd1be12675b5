"""`laddereditor match`: a list of job titles finds its profiles."""

import argparse
from collections import Counter
from pathlib import Path

from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.result_file import ResultRefused, result_file, write_result
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.csv_text import read_file
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.titlelist.list_columns import (
    PURPOSES,
    ColumnWishes,
    ListColumns,
    Purpose,
    UnknownColumns,
)
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.reports.common.json_values import json_text
from laddereditor.session.title_list import (
    ListOutput,
    MatchedTitle,
    TitleList,
    answers_json,
    match_list,
    output,
    read_title_list,
)
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder

_HELP: dict[Purpose, str] = {
    "title": "the column with the titles, by its heading or its number from 1, if it is not found",
    "department": "the column with the department or the job family",
    "level": "the column with the level, in the codes of this ladder",
    "years": "the column with the years of experience",
    "key": "the column with the keys of profiles, such as AIML.P3",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "titles", metavar="TITLES", type=Path, help="a list as CSV, or an earlier OUT to continue"
    )
    parser.add_argument("ladder", metavar="LADDER", type=Path, help="the ladder with the profiles")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        required=True,
        help="the list with the columns answer (match, review or none), profile, candidates and "
        "evidence behind its own",
    )
    for purpose in PURPOSES:
        parser.add_argument(f"--{purpose}-column", metavar="COLUMN", help=_HELP[purpose])
    parser.add_argument(
        "--format",
        choices=("csv", "json"),
        default="csv",
        help="json writes an object with the columns that were found, and a row for each title",
    )
    parser.add_argument(
        "--no-heading", action="store_true", help="the first line of the list is a title already"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace OUT if it exists, even if it is TITLES"
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    inputs = [options.titles, options.ladder]
    try:
        may_be = options.titles if options.force else None
        result = result_file(options.output, inputs, force=options.force, may_be=may_be)
        ladder = open_ladder(options.ladder).document.ladder
        titles = _read(options, ladder)
        matched = match_list(titles, ladder)
        written = _written(options, titles, matched)
        write_result(result, written.data)
    except UnreadableLadder as error:
        report_unreadable(out, options.ladder, error)
        return 2
    except (ResultRefused, ImportRefused) as error:
        out.error(f"laddereditor: {error}")
        return 2
    except UnknownColumns as unknown:
        columns = "; ".join(unknown.columns)
        out.error(
            f"laddereditor: {options.titles}: {unknown}. Name it with --title-column; "
            f"the columns are: {columns}"
        )
        return 2
    except LookupError as missing:
        out.error(f"laddereditor: {options.titles}: there is no column “{missing.args[0]}”")
        return 2
    if not written.is_as_it_was:
        out.error(
            f"laddereditor: {options.output}: is in UTF-8, because the encoding of "
            f"{options.titles.name} does not have all characters of the ladder"
        )
    out.line(f"{_summary(options.titles, matched)} -> {options.output}")
    out.line(f"  {columns_in_words(titles.columns, titles)}")
    return 0


def _written(
    options: argparse.Namespace, titles: TitleList, matched: tuple[MatchedTitle, ...]
) -> ListOutput:
    if options.format == "csv":
        return output(titles, matched)
    content = {"file": str(options.titles), **answers_json(titles, matched)}
    return ListOutput(f"{json_text(content)}\n".encode("utf-8", "replace"), is_as_it_was=True)


def _read(options: argparse.Namespace, ladder: Ladder) -> TitleList:
    named = ((purpose, getattr(options, f"{purpose}_column")) for purpose in PURPOSES)
    chosen = {purpose: text for purpose, text in named if text}
    wishes = ColumnWishes(chosen, False if options.no_heading else None)
    return read_title_list(read_file(options.titles), ladder, wishes, Conventions(ladder.language))


def _summary(path: Path, matched: tuple[MatchedTitle, ...]) -> str:
    counts = Counter(one.answer for one in matched)
    matches = plural(counts["match"], "match", "matches")
    return (
        f"{path}: {plural(len(matched), 'title')}: {matches}, {counts['review']:,} for review, "
        f"{counts['none']:,} without a profile"
    )


def columns_in_words(columns: ListColumns, titles: TitleList) -> str:
    """Return which column was read as what: `title from “Job title”, years from column 4`."""
    heading = titles.heading
    parts = []
    for purpose in PURPOSES:
        at = columns.purposes.get(purpose)
        if at is not None:
            name = heading[at].strip() if at < len(heading) else ""
            parts.append(f"{purpose} from " + (f"“{name}”" if name else f"column {at + 1}"))
    return ", ".join(parts)
