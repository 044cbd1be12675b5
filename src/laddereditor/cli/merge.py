"""`laddereditor merge`: merge two ladders with their common ancestor; git's merge driver.

    git config merge.ladder.driver "laddereditor merge %O %A %B -o %A --path=%P --marker-size=%L"

git passes the base, ours and theirs as temporary files, expects the result in the second one, and
takes exit code 0 for a clean merge and 1 for conflicts. Files that are not ladders are then merged
line by line, as git does without a driver.
"""

import argparse
from pathlib import Path

from laddereditor.cli.merge_lines import CannotMerge, merged_lines
from laddereditor.cli.merge_report import merge_json, merge_text
from laddereditor.cli.output import Output, is_no_file, report_unreadable
from laddereditor.cli.result_file import (
    ResultFile,
    ResultRefused,
    result_file,
    write_result,
)
from laddereditor.compare.merge.merging import merge
from laddereditor.model.spacing import single_spaced
from laddereditor.regular_files import read_regular
from laddereditor.storage.files.document import Document, to_bytes
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.merge_text import merged_text
from laddereditor.storage.files.same_file import same_file
from laddereditor.storage.reading.encoding import MAX_BYTES
from laddereditor.storage.reading.faults import UnreadableLadder

_OF_GIT = ".merge_file_"  # the start of the names of git's temporary files
_SIDES = ("base", "ours", "theirs")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "base", metavar="BASE", type=Path, help="their common ancestor; may be empty"
    )
    parser.add_argument("ours", metavar="OURS", type=Path)
    parser.add_argument("theirs", metavar="THEIRS", type=Path)
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write the result here")
    parser.add_argument(
        "--force", action="store_true", help="replace OUT if it exists; it may then be OURS"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--join-words",
        action="store_true",
        help="join two rewordings of one text word by word if they do not overlap",
    )
    parser.add_argument("--path", metavar="NAME", help="for git: the name of the merged file (%%P)")
    parser.add_argument(
        "--marker-size", type=int, metavar="N", help="for git: the length of conflict markers (%%L)"
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    try:
        return _merged(options, _result(options), out)
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return 2


def _merged(options: argparse.Namespace, target: ResultFile | None, out: Output) -> int:
    """Merge, write and report; return the exit code. Raises ResultRefused."""
    try:
        base, ours, theirs = _documents(options)
    except _NotRead as problem:
        if _by_git(options) and not problem.is_newer:
            return _line_by_line(options, target, problem, out)
        problem.report(out)
        return 2
    merged = merge(
        base.ladder if base else None, ours.ladder, theirs.ladder, join_words=options.join_words
    )
    result = merged_text(base, ours, theirs, merged.ladder)
    if target is not None:
        write_result(target, to_bytes(result.document))
    if options.format == "json":
        out.line(merge_json(merged, result))
    else:
        name = _name(options) if _by_git(options) else ""
        is_new = target is not None and not _is_ours(options)
        place = str(options.output) if is_new else "The result"
        out.line(merge_text(merged, result, name, place))
    return 1 if merged.conflicts else 0


def _by_git(options: argparse.Namespace) -> bool:
    """Whether git runs the command, with temporary files."""
    return options.path is not None or options.ours.name.startswith(_OF_GIT)


def _name(options: argparse.Namespace) -> str:
    """Return the name of the file that git merges."""
    return options.path or "the file"


class _NotRead(Exception):
    """A file is not a ladder that can be merged."""

    def __init__(self, name: str, error: UnreadableLadder | None, why: str = "") -> None:
        super().__init__(why or str(error))
        self.name, self.error, self.why = name, error, why

    @property
    def is_newer(self) -> bool:
        """Whether the file is a ladder of a newer program."""
        return self.error is None

    def report(self, out: Output) -> None:
        """Print what is wrong, with the name of the file."""
        if self.error is not None:
            report_unreadable(out, Path(self.name), self.error)
        else:
            out.error(f"laddereditor: {self.name}: {self.why}")

    def reason(self) -> str:
        """Return the first fault on one line."""
        faults = self.error.faults if self.error else ()
        return single_spaced(str(faults[0]) if faults else str(self)).rstrip(".")


def _documents(options: argparse.Namespace) -> tuple[Document | None, Document, Document]:
    """Return base, ours and theirs. Raises _NotRead for the first that cannot be merged."""
    base = None if _is_empty(options.base) else _document(options, "base")
    return base, _document(options, "ours"), _document(options, "theirs")


def _document(options: argparse.Namespace, side: str) -> Document:
    path: Path = getattr(options, side)
    name = f"{_name(options)} ({side})" if _by_git(options) else str(path)
    try:
        document = open_ladder(path).document.in_one_file()
    except UnreadableLadder as error:
        raise _NotRead(name, error) from error
    if document.read_only:
        raise _NotRead(name, None, document.read_only)
    return document


def _is_empty(path: Path) -> bool:
    """Whether both sides added the file, so that git passes an empty base."""
    if is_no_file(str(path)):
        return True
    try:
        return not read_regular(path, MAX_BYTES).strip()
    except OSError:
        return False  # opening it reports why


def _line_by_line(
    options: argparse.Namespace, target: ResultFile | None, problem: _NotRead, out: Output
) -> int:
    """Merge files that are not ladders as git does; 1 with conflicts. Raises ResultRefused."""
    name = _name(options)
    files = [getattr(options, side) for side in _SIDES]
    try:
        data, conflicts = merged_lines(files, name, options.marker_size)
    except CannotMerge as error:
        out.error(f"laddereditor: {name}: {error}; ours is left as it is")
        return 1
    if target is not None:
        write_result(target, data)
    out.error(f"laddereditor: {problem.name}: {problem.reason()}: merged line by line")
    return 1 if conflicts else 0


def _result(options: argparse.Namespace) -> ResultFile | None:
    """Return where the result goes. Raises ResultRefused."""
    if options.output is None:
        return None
    # git's file for the result holds ours; people have to confirm that ours is replaced.
    may_be = options.ours if options.force or _by_git(options) else None
    inputs = [options.base, options.ours, options.theirs]
    return result_file(options.output, inputs, force=options.force, may_be=may_be)


def _is_ours(options: argparse.Namespace) -> bool:
    """Whether the result replaces ours, as git expects."""
    return options.output is not None and same_file(options.output, options.ours)
