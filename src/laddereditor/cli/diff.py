"""`laddereditor diff`: what changed between two ladders, by meaning.

The verb is also an external diff of git, which calls it with seven arguments (path, old file, old
id, old mode, new file, new id, new mode; two more for a renamed file) and expects the exit code 0
in any case. A file that was added or deleted is /dev/null on one side. Two lines enable it:

    git config diff.ladder.command "laddereditor diff"
    echo "*.ladder.yaml diff=ladder" >> .gitattributes

or, for one call, `GIT_EXTERNAL_DIFF="laddereditor diff" git diff`. A file that cannot be read as a
ladder is reported in one line, and git continues with the next file.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from laddereditor.cli.output import Output, is_no_file, report_unreadable
from laddereditor.cli.reports import (
    add_report_arguments,
    put_report,
    report_file,
    terminal_of,
)
from laddereditor.cli.result_file import ResultRefused
from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.words import counted
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import Format, formats_of
from laddereditor.reports.notes.note import Note, change_note
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder

_BY_GIT = (7, 9)  # arguments of an external diff; nine for a renamed file


def _writer_of_note(format_: Format[Note]) -> Callable[[ChangesReport, Terminal], str]:
    """Return what writes changes as a note."""
    return lambda report, terminal: format_.write(change_note(*report.sides), terminal)


_FORMATS: dict[str, Callable[[ChangesReport, Terminal], str]] = {
    **{one.name: one.write for one in formats_of(ChangesReport) if one.is_text},
    **{f"note-{one.name}": _writer_of_note(one) for one in formats_of(Note) if one.is_text},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="the old and the new ladder (or the arguments that git passes)",
    )
    add_report_arguments(
        parser,
        _FORMATS,
        "text (default), json, html; a note for the people described, as a page (note-html), "
        "as a table for Word (note-table), as plain text (note-text) or as Markdown (note-md)",
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    names: list[str] = options.files
    if len(names) in _BY_GIT or (len(names) == 1 and "GIT_DIFF_PATH_TOTAL" in os.environ):
        _for_git(options, out)
        return 0
    if len(names) != 2:
        out.error("laddereditor: diff compares two files: laddereditor diff OLD NEW")
        return 2
    old, new = Path(names[0]), Path(names[1])
    try:
        result = report_file(options, [old, new])
        found = _ladders(old, new, out)
        if found is None:
            return 2
        report = ChangesReport(diff(*found), *found)
        put_report(_FORMATS[options.format](report, terminal_of(options)), result, out)
    except ResultRefused as error:
        out.error(f"laddereditor: {error}")
        return 2
    return 1 if report.changes else 0


def _ladders(old: Path, new: Path, out: Output) -> tuple[Ladder, Ladder] | None:
    """Return two ladders, or None after reporting that one cannot be read."""
    ladders = []
    for path in (old, new):
        try:
            ladders.append(open_ladder(path).document.ladder)
        except UnreadableLadder as error:
            report_unreadable(out, path, error)
    return (ladders[0], ladders[1]) if len(ladders) == 2 else None


def _for_git(options: argparse.Namespace, out: Output) -> None:
    """Print the changes of one file for git, which treats exit codes other than 0 as a crash."""
    if len(options.files) == 1:
        out.line(f"{options.files[0]}: both sides changed it; resolve that first")
        return
    path, old, _, _, new, *_ = options.files
    sides = []
    for name in (old, new):
        try:
            sides.append(_side(name))
        except UnreadableLadder as error:
            reason = str(error.faults[0]) if error.faults else str(error)
            out.line(f"{path}: not compared: {' '.join(reason.split())}")
            return
    before, after = sides
    if before is None or after is None:
        out.line(f"{path}: {_added_or_removed(before, after)}\n")
        return
    # git's pager writes to a terminal, which git has already checked for colours.
    colour = os.environ.get("GIT_PAGER_IN_USE") == "true" and not os.environ.get("NO_COLOR")
    if options.format == "text":
        out.line(f"{path}\n")
    report = ChangesReport(diff(before, after), before, after)
    out.line(_FORMATS[options.format](report, terminal_of(options, colour=colour)))
    out.line("")


def _side(name: str) -> Ladder | None:
    """Return the ladder of one side, or None if there is no file."""
    if is_no_file(name):
        return None
    return open_ladder(Path(name)).document.ladder


def _added_or_removed(before: Ladder | None, after: Ladder | None) -> str:
    ladder = after or before
    if ladder is None:
        return "no ladder on either side"
    profiles = sum(1 for _ in all_profiles(ladder))
    counts = (
        ("family", len(ladder.families)),
        ("profile", profiles),
        ("skill", len(ladder.skills)),
    )
    sums = ", ".join(counted(kind, count) for kind, count in counts)
    name = ladder.name or ladder.id
    return f"the ladder “{name}” {'was added' if after else 'was removed'} ({sums})"
