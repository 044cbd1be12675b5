"""`laddereditor import`: turn a saved page into a ladder file."""

import argparse
from pathlib import Path

from laddereditor.cli.existing_profiles import EXISTING, joined_ladder
from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.result_file import (
    ResultFile,
    ResultRefused,
    result_file,
    write_ladder,
)
from laddereditor.edits.edit import EditRefused
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_file
from laddereditor.model.counting import plural
from laddereditor.model.kinds import all_profiles
from laddereditor.storage.files.document import new_document, update
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", type=Path)
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        help="a ladder to add to; it is only written to if it is also OUT",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", required=True)
    parser.add_argument(
        "--existing",
        choices=tuple(EXISTING),
        help="what to do with a profile that the ladder already has with other words: bring-in "
        "adds to it and takes over other words, beside makes a family of its own, skip leaves "
        "the page out; without it such an import is refused",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    try:
        result = _result(options)
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    results: list[tuple[Path, ImportResult]] = []
    for source in options.sources:
        try:
            results.append((source, import_file(source)))
        except ImportRefused as error:
            out.error(f"laddereditor: {source}: {_without_name(str(error), source)}")
            return 2
    try:
        notices, left_out = _write(options, result, results)
    except UnreadableLadder as error:
        report_unreadable(out, options.into, error)
        return 2
    except (ResultRefused, EditRefused) as error:
        where = f"{options.output}: " if isinstance(error, EditRefused) else ""
        out.error(f"laddereditor: {where}{error}")
        return 2
    for notice in notices:
        out.error(f"laddereditor: {options.output}: {notice}")
    _report(out, results, options.output, left_out)
    return 0


def _without_name(message: str, source: Path) -> str:
    """Return a refusal without the file's name at its start, which the line already names."""
    return message.removeprefix(f"{source.name}: ").removeprefix(f"{source}: ")


def _result(options: argparse.Namespace) -> ResultFile:
    into = [options.into] if options.into else []
    inputs = [*options.sources, *into]
    return result_file(options.output, inputs, force=options.force, may_be=options.into)


def _write(
    options: argparse.Namespace, result: ResultFile, results: list[tuple[Path, ImportResult]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the ladder; return notices about the file's layout, and which pages were left out."""
    pages = [(str(source), imported.ladder) for source, imported in results]
    if options.into:
        document = open_ladder(options.into).document
        ladder, left_out = joined_ladder(document.ladder, pages, options.existing)
        after = update(document, ladder)
        write_ladder(result, after)
        return after.notices, left_out
    ladder, left_out = joined_ladder(pages[0][1], pages[1:], options.existing)
    write_ladder(result, new_document(ladder))
    return (), left_out


def _report(
    out: Output,
    results: list[tuple[Path, ImportResult]],
    target: Path,
    left_out: tuple[str, ...],
) -> None:
    for source, result in results:
        if str(source) in left_out:
            out.line(f"{source}: left out, its profile is there already")
            continue
        profiles = plural(sum(1 for _ in all_profiles(result.ladder)), "profile")
        skills = plural(len(result.ladder.skills), "skill")
        out.line(
            f"{source}: {plural(len(result.ladder.families), 'family', 'families')}, "
            f"{profiles}, {skills} -> {target}"
        )
        for note in result.notes:
            out.line(f"  note: {note}")
        for unread in result.not_understood:
            out.line(f"  {source}:{unread.line}: not understood: {unread.text} ({unread.reason})")
