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
import json
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from laddereditor.cli.output import Output, is_no_file, tell_unreadable
from laddereditor.cli.reports import WIDE, put_report, report_file, shows_colour
from laddereditor.cli.result_file import ResultRefused
from laddereditor.cli.verb import Verb
from laddereditor.compare.diff.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.reports.diff_html import diff_html
from laddereditor.compare.reports.diff_json import diff_json
from laddereditor.compare.reports.diff_text import diff_text
from laddereditor.compare.reports.note import change_note
from laddereditor.compare.reports.note_html import note_html, note_table
from laddereditor.compare.reports.note_markdown import note_markdown
from laddereditor.edits.words import counted
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder

Changes = Sequence[LadderChange]

_BY_GIT = (7, 9)  # arguments of an external diff; nine for a renamed file
_REPORTS: dict[str, Callable[[Changes, Ladder, Ladder], str]] = {
    "json": lambda changes, *_: json.dumps(diff_json(changes), ensure_ascii=False, indent=2),
    "html": diff_html,
    "note-html": lambda *found: note_html(change_note(*found)),
    "note-table": lambda *found: note_table(change_note(*found)),
    "note-md": lambda *found: note_markdown(change_note(*found)),
}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="the old and the new ladder (or the arguments that git passes)",
    )
    parser.add_argument(
        "--format",
        choices=("text", *_REPORTS),
        default="text",
        help="text (default), json, html; a note for the people described, as a page (note-html), "
        "as a table for Word (note-table) or as Markdown (note-md)",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to this file")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def _run(options: argparse.Namespace, out: Output) -> int:
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
        changes = diff(*found)
        put_report(_report(options, changes, *found), result, out)
    except ResultRefused as error:
        out.error(f"laddereditor: {error}")
        return 2
    return 1 if changes else 0


def _ladders(old: Path, new: Path, out: Output) -> tuple[Ladder, Ladder] | None:
    """Return two ladders, or None after reporting that one cannot be read."""
    ladders = []
    for path in (old, new):
        try:
            ladders.append(open_ladder(path).document.ladder)
        except UnreadableLadder as error:
            tell_unreadable(out, path, error)
    return (ladders[0], ladders[1]) if len(ladders) == 2 else None


def _report(
    options: argparse.Namespace, changes: Changes, old: Ladder, new: Ladder, *, colour: bool = False
) -> str:
    report = _REPORTS.get(options.format)
    if report is not None:
        return report(changes, old, new)
    width = shutil.get_terminal_size(WIDE).columns
    colour = colour or (not options.output and shows_colour())
    return diff_text(changes, old, new, width, colour=colour)


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
        out.line(f"{path}: {_came_or_went(before, after)}\n")
        return
    # git's pager writes to a terminal, which git has already checked for colours.
    colour = os.environ.get("GIT_PAGER_IN_USE") == "true" and not os.environ.get("NO_COLOR")
    if options.format == "text":
        out.line(f"{path}\n")
    out.line(_report(options, diff(before, after), before, after, colour=colour))
    out.line("")


def _side(name: str) -> Ladder | None:
    """Return the ladder of one side, or None if there is no file."""
    if is_no_file(name):
        return None
    return open_ladder(Path(name)).document.ladder


def _came_or_went(before: Ladder | None, after: Ladder | None) -> str:
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
    return f"the ladder “{name}” {'came' if after else 'went'} ({sums})"


VERB = Verb("Say what changed between two ladders, and what it means for people.", _arguments, _run)
